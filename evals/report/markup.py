"""HTML that cannot be broken by what cases and answers say: text is escaped unless it is markup already."""

from html import escape


class Markup(str):
    """Text that is HTML already; made by `element` and `join` only."""

    __slots__ = ()


def element(name: str, *children: str, **attributes: str | int | float | bool) -> Markup:
    """`element("p", "a < b", cls="note")` -> <p class="note">a &lt; b</p>; True gives a bare attribute, False none.

    Underscores in names become dashes, `cls` is class and `for_` is for.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value is not False)
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """The children one after the other."""
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children))


_NAMES = {"cls": "class", "for_": "for"}


def _attribute(key: str, value: str | int | float | bool) -> str:
    name = _NAMES.get(key, key.replace("_", "-"))
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
