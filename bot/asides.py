"""A question without the clauses that only say how somebody feels: "can I have a break, I am on my knees".

They carry no matter to search for, and make what is found look farther from the question than it is.
"""

import re
from functools import cache

from bot.folding import WORDING
from bot.patterns import Rules

# A mark inside a word or a number ("co-production", "9.14") parts nothing that would be left out.
_CLAUSE = re.compile(r".+?(?:[,.;!?…–\n]+\s*| - |$)", re.DOTALL)
# Words that a question has at least; with fewer it hangs on what stands beside it.
_LEAST = 4


@cache
def _rules() -> Rules:
    return Rules.read((WORDING / "asides.toml",), WORDING / "scope_words.toml")


def without_asides(text: str) -> str:
    """The text without its asides; unchanged when it has none, or when too little would be left."""
    clauses = _CLAUSE.findall(text)
    kept = [clause for clause in clauses if "?" in clause or not _rules().first(clause.strip(" ,.;!…–-\n"))]
    if len(kept) == len(clauses):
        return text
    rest = "".join(kept).strip(" ,;–-\n")
    return rest if len(rest.split()) >= _LEAST else text
