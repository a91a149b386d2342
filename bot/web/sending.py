"""The same answer as an email to a family, or as a letter to a council or school, in a block with a copy button."""

import asyncio
from functools import partial

import chainlit as cl

from bot.form import Form
from bot.letter import answer_as_letter
from bot.rendering import answer_as_email
from bot.web import buttons, words
from bot.web.parent import held, ready
from bot.web.voice import say, the_talk
from corpus.source import Role


async def as_email(action: cl.Action) -> None:
    """As an email a volunteer can paste."""
    answer = held(action)
    await say(f"{words.EMAIL}\n\n~~~~email\n{answer_as_email(answer)}\n~~~~" if answer else words.FORGOTTEN)


async def as_letter(action: cl.Action) -> None:
    """As a letter with blanks for what is the family's to say; a language model writes it where it wrote the answer."""
    answer, question = held(action), the_talk().questions.get(buttons.number_of(action))
    if answer is None or question is None:
        await say(words.FORGOTTEN)
        return
    if answer.composer != "text" and (answers := await ready(question.text)):
        answer = await asyncio.to_thread(partial(answers.answer, question, Role.PARENT, form=Form.LETTER))
    await say(f"{words.LETTER}\n\n~~~~letter\n{answer_as_letter(answer)}\n~~~~")
