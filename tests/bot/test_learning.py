"""What is made ready beside the answers: after the model is loaded, behind every other thread, and not past the end."""

import os
import subprocess
import sys
from collections.abc import Sequence
from threading import Event, Thread, get_native_id

from bot.answering import Assistant
from bot.learning import learn_beside
from bot.likeness import Likeness
from bot.replies import Replies
from corpus.embedding import Vectors
from corpus.library import open_library
from tests.bot.word_embedder import WordEmbedder
from tests.small_library import GLOSSARY, SmallLibrary


class _Asked(WordEmbedder):
    """Knows what it was given."""

    def __init__(self) -> None:
        self.texts = list[str]()

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode(texts)


def test_a_warm_assistant_has_used_every_model_an_answer_needs(library: SmallLibrary) -> None:
    searching, comparing = _Asked(), _Asked()
    opened = open_library(library.index, searching)
    assistant = Assistant(opened, glossary=GLOSSARY, replies=Replies.read(), likeness=Likeness.read(comparing))
    searching.texts, comparing.texts = [], []
    assistant.warm()
    assistant.close()
    assert searching.texts != []
    assert comparing.texts != []


def test_learning_begins_when_the_thread_before_has_ended() -> None:
    done, seen = Event(), list[bool]()
    loading = Thread(target=done.wait)
    loading.start()
    learning = learn_beside(lambda _: seen.append(loading.is_alive()), loading)
    done.set()
    learning.join()
    assert seen == [False]


def test_learning_is_last_in_line_and_the_rest_of_the_program_is_not() -> None:
    nice = list[int]()
    before = os.getpriority(os.PRIO_PROCESS, 0)
    learn_beside(lambda _: nice.append(os.getpriority(os.PRIO_PROCESS, get_native_id())), _ended()).join()
    # Elsewhere a thread has no priority of its own.
    assert nice == [19 if sys.platform == "linux" else before]
    assert os.getpriority(os.PRIO_PROCESS, 0) == before


def _ended() -> Thread:
    thread = Thread(target=lambda: None)
    thread.start()
    thread.join()
    return thread


ENDLESS = """\
from threading import Thread
from bot.learning import learn_beside

def learn(go_on):
    print("begun", flush=True)
    while go_on():
        pass
    print("left off", flush=True)

first = Thread(target=lambda: None)
first.start()
learn_beside(learn, first)
"""


def test_learning_is_left_off_when_the_program_ends() -> None:
    run = subprocess.run([sys.executable, "-c", ENDLESS], capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stdout.split("\n")[:2]) == (0, ["begun", "left off"])
