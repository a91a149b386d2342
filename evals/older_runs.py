"""Runs of older versions, made readable: what answers have gained since is empty in them.

Two versions of the program are what a baseline is for, so a field that answers gained may not make old runs unreadable.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

_EMPTY: dict[object, object] = {str: "", int: 0, float: 0.0, bool: False, tuple: (), dict: {}}


def completed(values: Mapping[str, Any], record: type) -> dict[str, Any]:
    """The values with every field of the record; one that is missing and has no default is empty of its type.

    A field whose type has no empty value, such as an enum, stays missing.
    """
    hints = get_type_hints(record)
    found = {name: _inside(value, hints[name]) if name in hints else value for name, value in values.items()}
    absent = (
        f for f in fields(record) if f.name not in found and f.default is MISSING and f.default_factory is MISSING
    )
    return found | {f.name: empty for f in absent if (empty := _empty(hints[f.name])) is not MISSING}


def _inside(value: Any, hint: Any) -> Any:
    """The value with the records in it completed."""
    record = next((part for part in (hint, *get_args(hint)) if isinstance(part, type) and is_dataclass(part)), None)
    if record is None:
        return value
    if isinstance(value, Mapping):
        return completed(value, record)
    return [completed(item, record) for item in value] if isinstance(value, list) else value


def _empty(hint: Any) -> object:
    if get_origin(hint) is UnionType and type(None) in get_args(hint):
        return None
    return _EMPTY.get(get_origin(hint) or hint, MISSING)
