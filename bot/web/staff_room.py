"""What the staff desk works with beside the families' desk: the door, the evals, the run and the drafts."""

from dataclasses import dataclass

from bot.accounts import Account
from bot.evaluations import Evaluations
from bot.web.staff_door import StaffDoor, visitor_key
from bot.web.staff_drafts import Drafts
from bot.web.staff_run import OneRun


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRoom:
    """Open only where the environment names staff."""

    door: StaffDoor
    evaluations: Evaluations | None
    """None where the evals are not installed."""
    run: OneRun | None
    """None likewise."""
    drafts: Drafts

    @property
    def visitor(self) -> str | None:
        """The member of staff whose request is being answered; None for everybody else."""
        return self.door.who(visitor_key())


def open_staff_room(accounts: tuple[Account, ...], evaluations: Evaluations | None) -> StaffRoom | None:
    """The room; None when there is nobody to enter it."""
    if not accounts:
        return None
    return StaffRoom(
        door=StaffDoor(accounts),
        evaluations=evaluations,
        run=OneRun(evaluations) if evaluations else None,
        drafts=Drafts(),
    )
