"""Everything that can go wrong with the corpus, as a tree.

CorpusError
├── CatalogueError       a catalogue, sidecar or plain file does not say what it must
├── SourceUnreadable     a document on the shelf cannot be read: file, place, cure
├── IndexNotBuilt        there is no index yet
├── IndexMismatch        the index was built by another model or in another format
├── IndexDamaged         the index folder does not hold what its manifest says
└── SettingsError        an environment variable holds something that cannot be used
"""


class CorpusError(Exception):
    """Base of all corpus errors; the message is one line fit for a person."""


class CatalogueError(CorpusError):
    """A file that people write (catalogue, sidecar, plain text) breaks its format."""


class SourceUnreadable(CorpusError):
    """A document cannot be read.

    `file` is its name on the shelf, `place` where in it, `why` what was found, `cure` what to do.
    """

    def __init__(self, *, file: str, place: str, why: str, cure: str) -> None:
        super().__init__(f"{file}, {place}: {why}. {cure}")
        self.file = file
        self.place = place
        self.why = why
        self.cure = cure


class IndexNotBuilt(CorpusError):
    """There is no index where one was expected."""


class IndexMismatch(CorpusError):
    """The index was built with another embedding model or another format of ours."""


class IndexDamaged(CorpusError):
    """The index folder differs from its manifest, or its probe failed."""


class SettingsError(CorpusError):
    """An environment variable holds a value that cannot be used."""
