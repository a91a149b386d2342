"""Prompts: Markdown files with front-matter, checked when they are read, filled without surprises.

PromptError names the file and what to mend: an unknown key or output, a hole without an input, an input without a hole.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

import yaml  # type: ignore[import-untyped]  # ships no types
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import PromptError
from bot.model_replies import REPLIES

PROMPTS = Path(__file__).resolve().parent.parent / "prompts"

_FORM = re.compile(r"\A---\n(?P<front>.*?)\n---\n+# System\n(?P<system>.*?)\n# User\n(?P<user>.*)\Z", re.DOTALL)


class _Front(BaseModel):
    """Front-matter as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    purpose: str = Field(min_length=3)
    inputs: tuple[str, ...]
    output: str
    model_role: str = Field(min_length=3)
    temperature: float = Field(ge=0, le=2)
    changed: str = Field(pattern=r"^\d{4}-\d\d-\d\d: .+")
    """Date and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A prompt with its holes filled."""

    name: str
    digest: str
    """Of the file, not of what filled it."""
    temperature: float
    system: str
    user: str

    @property
    def messages(self) -> tuple[tuple[str, str], ...]:
        """As a chat model takes them."""
        return (("system", self.system), ("human", self.user))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt as it stands in its file."""

    name: str
    purpose: str
    inputs: frozenset[str]
    output: type[BaseModel]
    temperature: float
    system: Template
    user: Template
    digest: str

    def fill(self, **values: str) -> Filled:
        """The prompt with these inputs, each put in as it is; PromptError unless they are the ones it names."""
        if values.keys() != self.inputs:
            wrong = ", ".join(sorted(values.keys() ^ self.inputs))
            raise PromptError(f"prompts/{self.name}.md was given other inputs than it names: {wrong}.")
        return Filled(
            name=self.name,
            digest=self.digest,
            temperature=self.temperature,
            system=self.system.substitute(values).strip(),
            user=self.user.substitute(values).strip(),
        )


def read_prompt(name: str, folder: Path = PROMPTS, outputs: Mapping[str, type[BaseModel]] = REPLIES) -> Prompt:
    """The prompt of a file; `outputs` are the replies it may ask for, by name."""
    path = folder / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PromptError(f"prompts/{name}.md cannot be read: {error.strerror}.") from error
    parts = _FORM.match(text)
    if parts is None:
        raise PromptError(f"prompts/{name}.md needs front-matter between --- lines, then # System, then # User.")
    front = _front(name, parts["front"])
    if front.output not in outputs:
        raise PromptError(f"prompts/{name}.md asks for {front.output}; known replies: {', '.join(sorted(outputs))}.")
    system, user = Template(parts["system"]), Template(parts["user"])
    _require_holes(name, front, (system, user))
    return Prompt(
        name=name,
        purpose=front.purpose,
        inputs=frozenset(front.inputs),
        output=outputs[front.output],
        temperature=front.temperature,
        system=system,
        user=user,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _front(name: str, text: str) -> _Front:
    try:
        return _Front.model_validate(yaml.safe_load(text))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "front-matter"
        raise PromptError(f"prompts/{name}.md: {where}: {first['msg']}.") from error
    except yaml.YAMLError as error:
        raise PromptError(f"prompts/{name}.md: its front-matter is not YAML.") from error


def _require_holes(name: str, front: _Front, templates: tuple[Template, Template]) -> None:
    if not all(template.is_valid() for template in templates):
        raise PromptError(f"prompts/{name}.md holds a lone $. Write $$ for a dollar sign.")
    holes = {hole for template in templates for hole in template.get_identifiers()}
    if wrong := sorted(holes ^ set(front.inputs)):
        raise PromptError(f"prompts/{name}.md: inputs and $holes differ: {', '.join(wrong)}.")
