"""A chat model in the flow, opened with all it needs; without one, answers are taken from the passages alone."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic

from bot.breaker import Breaker
from bot.cancelling import Cancel
from bot.chat_model import ChatModel
from bot.form import Form
from bot.model_settings import ModelSettings, read_model_settings
from bot.prompts import Prompt, read_prompt
from bot.settings import read_web_settings
from bot.sitting import Sitting, Tools
from bot.spending import Ledger, Spending


class Author:
    """Writes answers with one model; safe to use from several threads."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @property
    def title(self) -> str:
        """Whom families are told about: "openai:gpt-4o-mini"."""
        return self._tools.model.title

    @property
    def goes_to(self) -> str:
        """Where their questions go: a host, or the provider at its own address."""
        return self._tools.model.settings.goes_to

    def begin(self, cancel: Cancel | None = None, form: Form = Form.ANSWER) -> Sitting:
        """The model's part in one answer; its time begins now."""
        return Sitting(self._tools, cancel or Cancel(), form)


def find_author(environment: Mapping[str, str], *, data: Path, model: str = "") -> Author | None:
    """The author that `model` or SIGNPOST_MODEL names, its spending kept in the store; None when neither names one."""
    settings = read_model_settings(environment, model=model)
    if settings is None:
        return None
    from bot.store import Store  # noqa: PLC0415 - answers from text need no database

    data.mkdir(parents=True, exist_ok=True)
    return open_author(settings, Store.open(read_web_settings(environment, data=data).database))


_NAMES = {Form.ANSWER: "compose", Form.EASY: "easy_read", Form.LETTER: "letter"}


def read_prompts() -> dict[Form, Prompt]:
    """The prompt of each form; PromptError when one is broken."""
    return {form: read_prompt(name) for form, name in _NAMES.items()}


def open_author(settings: ModelSettings, ledger: Ledger, *, clock: Callable[[], float] = monotonic) -> Author:
    """An author with this model; SettingsError when it cannot be opened, PromptError when a prompt is broken.

    Nothing is sent until the first question.
    """
    # Imported here: its lists of names are read at once, and only what is sent away is searched for them.
    from bot.personal_data.hiding import hide_all  # noqa: PLC0415

    tools = Tools(
        model=ChatModel(settings),
        compose=read_prompts(),
        rewrite=read_prompt("rewrite"),
        breaker=Breaker(clock),
        spending=Spending(settings, ledger),
        hide=hide_all,
    )
    return Author(tools)
