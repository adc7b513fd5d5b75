"""May a schema follow another within the same major version?

Services are upgraded one by one and old records are replayed: new data meets old code and old data meets new
code. Allowed is what neither notices: an added optional field, an added member of an enumeration, another
description. Everything else, requiredness in either direction included, needs a new major, and with it a new
topic.
"""

from collections.abc import Callable, Iterator
from typing import Any

Schema = dict[str, Any]

ANNOTATIONS = frozenset({"$id", "$schema", "$defs", "title", "description", "examples", "deprecated"})
"""Keywords that tell people something and bind nobody (`$defs` is read where it is referred to)."""

EXCEPTIONS: dict[str, str] = {}
"""Breaks let through all the same, each as `breaks` words it, with the reason why nobody is hurt."""


def breaks(old: Schema, new: Schema) -> list[str]:
    """What forbids `new` to be the next minor version of `old`, one sentence a break, each with its path.

    Both are whole JSON Schema documents of one subject. Raises `ValueError` if one refers to itself.
    """
    found = _compare(_inlined(old, old), _inlined(new, new), "")
    return [told for told in found if told not in EXCEPTIONS]


def _inlined(node: Any, document: Schema, within: tuple[str, ...] = ()) -> Any:
    """The node with every `$ref` replaced by what it points to: names of definitions bind nobody."""
    if isinstance(node, list):
        return [_inlined(item, document, within) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _followed(node, document, within)
    return {key: _inlined(value, document, within) for key, value in node.items() if key != "$defs"}


def _followed(node: Schema, document: Schema, within: tuple[str, ...]) -> Schema:
    reference = str(node["$ref"])
    if reference in within:
        raise ValueError(f"{reference} refers to itself: recursive schemas cannot be compared")
    definition = document["$defs"][reference.removeprefix("#/$defs/")]
    beside = {key: value for key, value in node.items() if key != "$ref"}
    inlined: Schema = _inlined(definition | beside, document, (*within, reference))
    return inlined


def _compare(old: Any, new: Any, path: str) -> Iterator[str]:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        if old != new:
            yield f"{path or 'the record'}: changed"
        return
    old, new = _worded(old), _worded(new)
    for keyword in sorted((old.keys() | new.keys()) - ANNOTATIONS):
        rule = _RULES.get(keyword, _kept)
        yield from rule(old.get(keyword), new.get(keyword), f"{path}/{keyword}")


def _worded(node: Schema) -> Schema:
    """An enumeration of one is written `const` by generators; it may grow like any other."""
    if "const" not in node:
        return node
    return {key: value for key, value in node.items() if key != "const"} | {"enum": [node["const"]]}


def _kept(old: Any, new: Any, path: str) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _compare(old, new, path)
    elif old != new:
        yield f"{path}: changed"


def _properties(old: Schema | None, new: Schema | None, path: str) -> Iterator[str]:
    before, after = old or {}, new or {}
    for name, schema in before.items():
        at = f"{path.removesuffix('/properties')}/{name}"
        if name not in after:
            yield f"{at}: removed"
        # The field `schema` of the record itself holds its version, which differs by nature.
        elif at != "/schema":
            yield from _compare(schema, after[name], at)


def _required(old: list[str] | None, new: list[str] | None, path: str) -> Iterator[str]:
    at, before, after = path.removesuffix("/required"), set(old or ()), set(new or ())
    yield from (f"{at}/{name}: is required now" for name in sorted(after - before))
    yield from (f"{at}/{name}: is not required any more" for name in sorted(before - after))


def _enum(old: list[Any] | None, new: list[Any] | None, path: str) -> Iterator[str]:
    at = path.removesuffix("/enum")
    if old is None or new is None:
        yield f"{at}: {'became' if old is None else 'is no longer'} an enumeration"
        return
    yield from (f"{at}: {member!r} is no longer a member" for member in old if member not in new)


def _alternatives(old: list[Any] | None, new: list[Any] | None, path: str) -> Iterator[str]:
    before, after = old or [], new or []
    if len(before) != len(after):
        yield f"{path}: another number of alternatives"
        return
    for number, (one, other) in enumerate(zip(before, after, strict=True)):
        yield from _compare(one, other, f"{path}/{number}")


_RULES: dict[str, Callable[[Any, Any, str], Iterator[str]]] = {
    "properties": _properties,
    "required": _required,
    "enum": _enum,
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    "allOf": _alternatives,
}
