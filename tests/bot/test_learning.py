"""What is made ready beside the answers: after the model is loaded, behind every other thread, and not past the end."""

import os
import subprocess
import sys
from threading import Event, Thread, get_native_id

from bot.learning import learn_beside


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
