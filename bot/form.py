"""The forms an answer is asked for in; a language model has a prompt for each."""

from enum import StrEnum


class Form(StrEnum):
    """What is to be written from the passages."""

    ANSWER = "answer"
    EASY = "easy"
    """Short sentences in easy words."""
    LETTER = "letter"
    """What a family's letter to a council or school can say of the law."""
