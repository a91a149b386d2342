"""Case files as the staff desk sees them: ours, and one under the data folder that the desk writes."""

import json
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.evaluations import Mend
from evals.advice import advice
from evals.case import Case
from evals.cases import CASES, read_cases
from evals.errors import CasesUnreadable
from evals.proofreading import proofread

KEPT = "kept-here"
"""Name of the set that the desk writes."""


class CaseFiles:
    """The case files by name; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{KEPT}.jsonl"
        self._lock = threading.Lock()

    def paths(self) -> dict[str, Path]:
        """Name to file, the set kept here first."""
        own = [self._file] if self._file.is_file() else []
        return {path.stem: path for path in (*own, *sorted(CASES.glob("*.jsonl")))}

    def named(self, names: Sequence[str]) -> list[Path]:
        """The files of these sets, in the order of `paths`; CasesUnreadable for a name that is none."""
        paths = self.paths()
        if not names or not set(names) <= set(paths):
            raise CasesUnreadable("There is no such case set. Choose one of the list.")
        return [path for name, path in paths.items() if name in names]

    def check(self, case: Mapping[str, object]) -> tuple[Mend, ...]:
        """What the validator of case files says, and whether the id is taken."""
        try:
            read = Case.model_validate(dict(case))
        except ValidationError as error:
            return tuple(Mend(field=field, cure=cure) for field, cure in map(advice, error.errors()))
        found = [Mend(field=field, cure=cure) for field, cure in proofread(read, case)]
        if read.id in self._taken():
            found.append(Mend(field="id", cure=f"{read.id!r} is used already. Write another id."))
        return tuple(found)

    def keep(self, case: Mapping[str, object]) -> str:
        """One line more in the file kept here; CasesUnreadable when there is something to mend."""
        with self._lock:
            if mends := self.check(case):
                raise CasesUnreadable("; ".join(f"{mend.field}: {mend.cure}" for mend in mends))
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(dict(case), ensure_ascii=False) + "\n")
        return KEPT

    def kept(self) -> str:
        """The file kept here; "" when there is none yet."""
        return self._file.read_text(encoding="utf-8") if self._file.is_file() else ""

    def _taken(self) -> set[str]:
        """Ids in use; a file that cannot be read takes none."""
        taken = set[str]()
        for path in self.paths().values():
            try:
                taken |= {case.id for case in read_cases([path])}
            except CasesUnreadable:
                continue
        return taken
