"""What the environment says about the language model is read once, and what cannot be used is said with its cure."""

import subprocess
import sys

import pytest

from bot.model_settings import SECONDS, TOKENS_A_DAY, TOKENS_AN_ANSWER, read_model_settings
from corpus.errors import SettingsError


def test_without_a_model_there_are_no_settings() -> None:
    assert read_model_settings({}) is None
    assert read_model_settings({"OPENAI_API_KEY": "a key that something else needs"}) is None


def test_a_model_is_named_by_provider_and_name_with_the_provider_s_own_key() -> None:
    found = read_model_settings({"SIGNPOST_MODEL": "openai:gpt-4o-mini", "OPENAI_API_KEY": "k"})
    assert found
    assert (found.title, found.key, found.url, found.goes_to) == ("openai:gpt-4o-mini", "k", "", "openai")
    assert (found.seconds, found.tokens_an_answer, found.tokens_a_day) == (SECONDS, TOKENS_AN_ANSWER, TOKENS_A_DAY)


def test_a_model_named_in_the_command_comes_before_the_environment() -> None:
    found = read_model_settings({"SIGNPOST_MODEL": "openai:one", "MISTRAL_API_KEY": "k"}, model="mistral:two")
    assert found
    assert found.title == "mistral:two"


@pytest.mark.parametrize(
    ("environment", "known_as", "url"),
    [
        (
            {"SIGNPOST_MODEL": "azure:ours", "AZURE_OPENAI_API_KEY": "k", "AZURE_OPENAI_ENDPOINT": "https://a.example"},
            "azure_openai",
            "https://a.example",
        ),
        ({"SIGNPOST_MODEL": "anthropic:c", "ANTHROPIC_API_KEY": "k"}, "anthropic", ""),
        ({"SIGNPOST_MODEL": "ollama:llama3.2:3b"}, "ollama", ""),
        ({"SIGNPOST_MODEL": "ollama:l", "OLLAMA_HOST": "127.0.0.1:11434"}, "ollama", "http://127.0.0.1:11434"),
        ({"SIGNPOST_MODEL": "mistralai:m", "MISTRAL_API_KEY": "k"}, "mistralai", ""),
        (
            {"SIGNPOST_MODEL": "openai:m", "SIGNPOST_MODEL_URL": "http://model:8080/v1"},
            "openai",
            "http://model:8080/v1",
        ),
    ],
)
def test_each_provider_has_its_own_names_for_things(environment: dict[str, str], known_as: str, url: str) -> None:
    found = read_model_settings(environment)
    assert found
    assert (found.provider.known_as, found.url) == (known_as, url)


def test_a_key_is_never_printed() -> None:
    found = read_model_settings({"SIGNPOST_MODEL": "openai:m", "OPENAI_API_KEY": "sk-very-secret"})
    assert "sk-very-secret" not in repr(found)


@pytest.mark.parametrize(
    ("environment", "cure"),
    [
        ({"SIGNPOST_MODEL": "gpt-4o"}, "provider:name"),
        ({"SIGNPOST_MODEL": "openai:"}, "provider:name"),
        ({"SIGNPOST_MODEL": "parrot:polly"}, "openai, azure, anthropic, ollama, mistral"),
        ({"SIGNPOST_MODEL": "openai:m"}, "Set OPENAI_API_KEY"),
        ({"SIGNPOST_MODEL": "anthropic:m", "SIGNPOST_MODEL_URL": "https://a.example"}, "Set ANTHROPIC_API_KEY"),
        ({"SIGNPOST_MODEL": "azure:m", "AZURE_OPENAI_API_KEY": "k"}, "Set AZURE_OPENAI_ENDPOINT"),
        ({"SIGNPOST_MODEL": "openai:m", "SIGNPOST_MODEL_URL": "http://models.example/v1"}, "https://"),
        ({"SIGNPOST_MODEL": "openai:m", "SIGNPOST_MODEL_URL": "http://8.8.8.8/v1"}, "https://"),
        ({"SIGNPOST_MODEL": "openai:m", "SIGNPOST_MODEL_URL": "http://[oops"}, "https://"),
        ({"SIGNPOST_MODEL": "ollama:m", "SIGNPOST_MODEL_TIMEOUT": "soon"}, "SIGNPOST_MODEL_TIMEOUT"),
        ({"SIGNPOST_MODEL": "ollama:m", "SIGNPOST_MODEL_TOKENS_ANSWER": "0"}, "SIGNPOST_MODEL_TOKENS_ANSWER"),
        ({"SIGNPOST_MODEL": "ollama:m", "SIGNPOST_MODEL_TOKENS_DAY": "-1"}, "SIGNPOST_MODEL_TOKENS_DAY"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_cure(environment: dict[str, str], cure: str) -> None:
    with pytest.raises(SettingsError, match=cure) as raised:
        read_model_settings(environment)
    assert "\n" not in str(raised.value)


OPEN_WITHOUT_ITS_PACKAGE = """\
import sys
sys.modules["langchain_openai"] = None
from bot.chat_model import ChatModel
from bot.model_settings import read_model_settings
from corpus.errors import SettingsError
try:
    ChatModel(read_model_settings({"SIGNPOST_MODEL": "openai:m", "OPENAI_API_KEY": "k"}))
except SettingsError as error:
    print(error)
"""


def test_a_missing_package_is_named_by_its_extra() -> None:
    run = subprocess.run(
        [sys.executable, "-c", OPEN_WITHOUT_ITS_PACKAGE], capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout.strip().endswith("Run: pip install 'signpost[openai]'")
