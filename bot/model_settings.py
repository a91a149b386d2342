"""What the environment says about the language model: which one, where it is, what it may take and what it may cost.

Read once, at the edge, then passed down. Without SIGNPOST_MODEL there is no model, and nothing is sent anywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.settings import positive
from corpus.errors import SettingsError

SECONDS = 30
"""Longest a family waits for the model, every try included; then the passages answer by themselves."""
TOKENS_AN_ANSWER = 12_000
TOKENS_A_DAY = 1_000_000
TRIES_MORE = 2
"""How often a call that was refused or broken off before its first word is made again, with growing pauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider as LangChain knows it; how its chat model names what we set."""

    name: str
    """As SIGNPOST_MODEL writes it."""
    known_as: str
    """As LangChain's `init_chat_model` writes it."""
    extra: str
    """The extra of this package that brings what it needs."""
    package: str
    """What the extra installs, as it is imported."""
    key: str
    """Environment variable of the key; "" for a provider without keys."""
    where: str
    """Environment variable of its address, where the provider has one of its own; "" otherwise."""
    url: str = "base_url"
    tokens: str = "max_tokens"


PROVIDERS = (
    Provider(
        name="openai", known_as="openai", extra="openai", package="langchain_openai", key="OPENAI_API_KEY", where=""
    ),
    Provider(
        name="azure", known_as="azure_openai", extra="openai", package="langchain_openai",
        key="AZURE_OPENAI_API_KEY", where="AZURE_OPENAI_ENDPOINT", url="azure_endpoint",
    ),
    Provider(
        name="anthropic", known_as="anthropic", extra="anthropic", package="langchain_anthropic",
        key="ANTHROPIC_API_KEY", where="",
    ),
    Provider(
        name="ollama", known_as="ollama", extra="ollama", package="langchain_ollama",
        key="", where="OLLAMA_HOST", tokens="num_predict",
    ),
    Provider(
        name="mistral", known_as="mistralai", extra="mistral", package="langchain_mistralai",
        key="MISTRAL_API_KEY", where="",
    ),
)  # fmt: skip
_BY_NAME = {name: provider for provider in PROVIDERS for name in (provider.name, provider.known_as)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """One chat model and its limits."""

    provider: Provider
    name: str
    url: str
    """"" for the provider's own address."""
    key: str = field(repr=False)
    """"" when the provider needs none."""
    seconds: float = SECONDS
    tokens_an_answer: int = TOKENS_AN_ANSWER
    """Read and written together, every call for one answer."""
    tokens_a_day: int = TOKENS_A_DAY
    """By all answers of a day (UTC)."""

    @property
    def title(self) -> str:
        """ "openai:gpt-4o-mini"."""
        return f"{self.provider.name}:{self.name}"

    @property
    def goes_to(self) -> str:
        """Who receives what is sent: a host, or the provider at its own address."""
        return urlsplit(self.url).hostname or self.provider.name


def read_model_settings(environment: Mapping[str, str], *, model: str = "") -> ModelSettings | None:
    """The model `model` names, or SIGNPOST_MODEL; None when neither names one. SettingsError says what to change."""
    written = model or environment.get("SIGNPOST_MODEL", "").strip()
    if not written:
        return None
    provider, name = _named(written)
    url = _url(environment, provider)
    return ModelSettings(
        provider=provider,
        name=name,
        url=url,
        key=_key(environment, provider, url),
        seconds=positive(environment, "SIGNPOST_MODEL_TIMEOUT", SECONDS),
        tokens_an_answer=positive(environment, "SIGNPOST_MODEL_TOKENS_ANSWER", TOKENS_AN_ANSWER),
        tokens_a_day=positive(environment, "SIGNPOST_MODEL_TOKENS_DAY", TOKENS_A_DAY),
    )


def _named(written: str) -> tuple[Provider, str]:
    known, _, name = written.partition(":")
    provider = _BY_NAME.get(known)
    if provider is None or not name:
        names = ", ".join(provider.name for provider in PROVIDERS)
        raise SettingsError(
            f"A language model is named as provider:name, with one of these providers: {names}; found {written!r}. "
            "Change SIGNPOST_MODEL (or --model), or unset it to answer from the passages alone."
        )
    return provider, name


def _url(environment: Mapping[str, str], provider: Provider) -> str:
    url = environment.get("SIGNPOST_MODEL_URL") or environment.get(provider.where or "SIGNPOST_MODEL_URL", "")
    if not url and provider.url == "azure_endpoint":
        raise SettingsError(f"{provider.name} needs the address of your endpoint. Set {provider.where}.")
    if url and provider.name == "ollama" and "://" not in url:
        url = f"http://{url}"
    if url and not _is_fit(url):
        raise SettingsError(
            "SIGNPOST_MODEL_URL must begin with https://; http:// only to this machine or a private network, "
            "because families' words travel over it. Change it."
        )
    return url


def _is_fit(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and _is_near(host)))


def _is_near(host: str) -> bool:
    """True for this machine, a private address, or a name without dots, such as a container's."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host


_NO_KEY = "none"


def _key(environment: Mapping[str, str], provider: Provider, url: str) -> str:
    """The provider's key. A server at an address of one's own often needs none, but the client wants something."""
    key = environment.get(provider.key, "") if provider.key else ""
    if key or not provider.key:
        return key
    if url and provider.name == "openai":
        return _NO_KEY
    raise SettingsError(f"{provider.name} needs a key. Set {provider.key}, or unset SIGNPOST_MODEL.")
