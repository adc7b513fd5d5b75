"""What may and may not change between two minors, each rule able to fail."""

from copy import deepcopy
from typing import Any

import pytest
from pydantic import BaseModel, Field

from schemas import NegotiationEvent
from schemas.compatibility import breaks
from schemas.publish import json_schema


class Person(BaseModel):
    name: str
    age: int | None = None


class Letter(BaseModel):
    """A letter."""

    sender: Person
    copies: tuple[Person, ...] = ()
    mood: str = Field(default="calm", json_schema_extra={"enum": ["calm", "angry"]})
    length: int = Field(default=1, ge=1, le=10)
    code: str = Field(default="a", pattern="^[a-z]$")


OLD = Letter.model_json_schema()


def changed(*path: str, to: Any = None, without: bool = False) -> dict[str, Any]:
    new = deepcopy(OLD)
    node: Any = new
    for step in path[:-1]:
        node = node[step]
    if without:
        del node[path[-1]]
    else:
        node[path[-1]] = to
    return new


def test_the_same_schema_may_follow_itself() -> None:
    assert breaks(OLD, OLD) == []
    assert breaks(json_schema(NegotiationEvent), json_schema(NegotiationEvent)) == []


@pytest.mark.parametrize(
    "new",
    [
        changed("properties", "subject", to={"type": "string", "default": ""}),
        changed("$defs", "Person", "properties", "email", to={"type": "string"}),
        changed("properties", "mood", "enum", to=["calm", "angry", "sad"]),
        changed("description", to="Another text."),
        changed("title", to="Epistle"),
        changed("properties", "length", "examples", to=[3]),
        changed("$id", to="letter/1.1"),
    ],
)
def test_what_nobody_notices_is_allowed(new: dict[str, Any]) -> None:
    assert breaks(OLD, new) == []


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (changed("properties", "code", without=True), "/code: removed"),
        (changed("$defs", "Person", "properties", "age", without=True), "/sender/age: removed"),
        (changed("$defs", "Person", "properties", "age", without=True), "/copies/items/age: removed"),
        (changed("required", to=["sender", "code"]), "/code: is required now"),
        (changed("required", to=[]), "/sender: is not required any more"),
        (changed("$defs", "Person", "required", without=True), "/sender/name: is not required any more"),
        (changed("properties", "mood", "enum", to=["calm"]), "/mood: 'angry' is no longer a member"),
        (changed("properties", "mood", "enum", without=True), "/mood: is no longer an enumeration"),
        (changed("properties", "code", "enum", to=["a"]), "/code: became an enumeration"),
        (changed("properties", "length", "type", to="string"), "/length/type: changed"),
        (changed("properties", "length", "maximum", to=20), "/length/maximum: changed"),
        (changed("properties", "length", "minimum", without=True), "/length/minimum: changed"),
        (changed("properties", "code", "pattern", to="^.$"), "/code/pattern: changed"),
        (changed("properties", "code", "format", to="date"), "/code/format: changed"),
        (changed("properties", "code", "default", to="b"), "/code/default: changed"),
        (changed("additionalProperties", to=False), "/additionalProperties: changed"),
        (
            changed("$defs", "Person", "properties", "age", "anyOf", to=[{"type": "integer"}]),
            "/sender/age/anyOf: another number of alternatives",
        ),
        (
            changed("$defs", "Person", "properties", "age", "anyOf", to=[{"type": "number"}, {"type": "null"}]),
            "/sender/age/anyOf/0/type: changed",
        ),
        (changed("properties", "sender", to={"type": "string"}), "/sender/type: changed"),
    ],
)
def test_what_somebody_would_notice_is_told_with_its_path(new: dict[str, Any], told: str) -> None:
    assert told in breaks(OLD, new)


def test_renaming_a_class_changes_nothing_on_the_wire() -> None:
    new = deepcopy(OLD)
    new["$defs"]["Human"] = new["$defs"].pop("Person")
    for node in (new["properties"]["sender"], new["properties"]["copies"]["items"]):
        node["$ref"] = "#/$defs/Human"
    assert breaks(OLD, new) == []


def test_the_version_in_the_record_itself_may_change_but_no_other_constant() -> None:
    def schema(version: str, kind: str) -> dict[str, Any]:
        return {"properties": {"schema": {"const": version}, "kind": {"const": kind}}}

    assert breaks(schema("letter/1.0", "a"), schema("letter/1.1", "a")) == []
    assert breaks(schema("letter/1.0", "a"), schema("letter/1.1", "b")) == ["/kind: 'a' is no longer a member"]


def test_a_constant_may_grow_into_an_enumeration() -> None:
    old: dict[str, Any] = {"properties": {"kind": {"const": "a"}}}
    assert breaks(old, {"properties": {"kind": {"enum": ["a", "b"]}}}) == []


def test_a_schema_that_refers_to_itself_is_refused() -> None:
    circle = {"$ref": "#/$defs/A", "$defs": {"A": {"properties": {"next": {"$ref": "#/$defs/A"}}}}}
    with pytest.raises(ValueError, match="refers to itself"):
        breaks(circle, circle)
