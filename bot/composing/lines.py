"""A reply as it streams in: whole lines out, each understood or not."""

import json
from collections.abc import Iterator

from pydantic import ValidationError

from bot.model_replies import AnswerLine, Ending, SaidStatement

_LONGEST = 8000
"""Characters without a line break: no line asked for is as long."""


class Broken:
    """A line that was not understood; what it said is not kept."""

    def __init__(self, why: str) -> None:
        self.why = why
        """For the model that is asked to mend it: never shown to anybody else."""


Line = SaidStatement | Ending | Broken


class Lines:
    """Takes a reply piece by piece; a line may be spread over several as long as it is one JSON object."""

    def __init__(self) -> None:
        self._rest = ""
        self._begun = ""

    def take(self, piece: str) -> Iterator[Line]:
        """The lines that this piece completes, in order."""
        *whole, self._rest = (self._rest + piece).split("\n")
        for line in whole:
            yield from self._line(line)
        if len(self._rest) + len(self._begun) > _LONGEST:
            self._rest = self._begun = ""
            yield Broken("a line without an end")

    def end(self) -> Iterator[Line]:
        """The line that nothing ended."""
        rest, self._rest = self._rest, ""
        yield from self._line(rest)
        if self._begun:
            self._begun = ""
            yield Broken("the last line is not a whole JSON object")

    def _line(self, line: str) -> Iterator[Line]:
        bare = line.strip()
        # Some models write the objects as a list.
        alone = bare.lstrip("[").rstrip(",]").strip()
        if not bare or not (self._begun or alone.startswith("{")):
            return
        for candidate in (f"{self._begun}\n{bare}", f"{self._begun}\n{alone}", alone):
            if (value := _json(candidate)) is not None:
                if self._begun and candidate == alone:
                    yield Broken("a line is not a whole JSON object")
                self._begun = ""
                yield _understood(value)
                return
        self._begun = f"{self._begun}\n{bare}"


def _json(text: str) -> dict[str, object] | None:
    """The object, or None when it is not one, or not yet."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _understood(value: dict[str, object]) -> Line:
    # The form is chosen by its own key, so that a fault is told of the form that was meant.
    try:
        if "answers" in value and "kind" not in value:
            return Ending.model_validate(value)
        line = AnswerLine.model_validate(value).root
    except ValidationError as error:
        first = error.errors()[-1]
        return Broken(f"{'.'.join(str(part) for part in first['loc'][1:])}: {first['msg']}")
    return line
