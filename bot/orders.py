"""A message that gives orders beside a real question: the orders are left out, and the question is answered.

Families paste what a council or a web page wrote. What it tells the program to do is not followed; what they ask is.
"""

import re
from dataclasses import replace

from bot.conversation import Question
from bot.scope import look_for_out_of_scope, look_for_refusal, look_for_small_talk

ORDERS = "refused_instructions"
_MARKED_OFF = re.compile(r"<(\w+)[^>]*>.*?</\1\s*>|</?\w+[^>]*>|\[[^\]]*\]", re.DOTALL)
"""What pretends to come from the program itself: text in tags or brackets."""
_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
_LEAST = 4
"""Words; a shorter question hangs on the order before it."""


def without_orders(question: Question) -> Question:
    """The question without sentences that give orders; unchanged when it gives none, or asks nothing besides."""
    if look_for_refusal(question) != ORDERS:
        return question
    sentences = [part.strip() for part in _ENDS.split(_MARKED_OFF.sub(". ", question.text))]
    kept = [text for text in sentences if text.strip(". ") and look_for_refusal(replace(question, text=text)) is None]
    rest = replace(question, text=" ".join(kept))
    asks = any(text.endswith("?") and len(text.split()) >= _LEAST for text in kept)
    looks = (look_for_refusal, look_for_out_of_scope, look_for_small_talk)
    return rest if asks and not any(look(rest) for look in looks) else question
