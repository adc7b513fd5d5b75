"""Bytes from a file or a line → an article."""

import codecs
import hashlib
import json
import re
from datetime import UTC, date, datetime, time
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from schemas.article import Article

LARGEST = 20_000_000
"""Bytes of a file or line; more is refused before it is read."""

_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|article|div|p|h1|\?xml[^>]{0,200}>\s*<!?(?:doctype\s+)?html)\b",
    re.I,
)
_MARKUP_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s?=\s?["']?\s?([\w-]{2,40})""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_HALF = re.compile("[\ud800-\udfff]")
_HEAD = 4096


class SourceError(ValueError):
    """An input that is no article; the message says what is wrong and what to do about it."""


def decode(content: bytes) -> str:
    """Text or HTML as characters: by byte order mark, by what the mark-up says, else as UTF-8.

    Raises `SourceError` for binary content and for bytes that are no text in that encoding.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if encoding is None and b"\0" in content[:_HEAD]:
        raise SourceError("is a binary file; give plain text or HTML")
    declared = _MARKUP_CHARSET.search(content[:_HEAD])
    encoding = encoding or (declared.group(1).decode("ascii") if declared else "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"is not {encoding} text (byte {error.start}); convert it to UTF-8 first") from None
    except LookupError:
        raise SourceError(f"declares the unknown encoding '{encoding}'; convert it to UTF-8 first") from None


def is_html(text: str) -> bool:
    """Whether a text begins as a page does."""
    return _HTML.match(text[:_HEAD]) is not None


def identity(content: str) -> str:
    """The id of an article that has none: a digest of its address or text."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Given(BaseModel):
    """An article as a user gives it: one object of a JSON Lines file."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True, populate_by_name=True)

    id: str | None = Field(default=None, min_length=1)
    url: str | None = None
    language: str | None = None
    title: str | None = None
    published: datetime | date | None = Field(default=None, validation_alias=AliasChoices("published", "published_at"))
    text: str | None = None
    html: str | None = None

    @field_validator("*")
    @classmethod
    def _whole_characters(cls, value: object) -> object:
        if isinstance(value, str) and _HALF.search(value):
            raise ValueError("holds half a character (a lone surrogate); write it as UTF-8")
        return value

    @model_validator(mode="after")
    def _one_content(self) -> "Given":
        if (self.text is None) == (self.html is None):
            raise ValueError("give either 'text' or 'html'")
        return self

    def article(self, now: datetime) -> Article:
        """The article, as if it were fetched now."""
        return Article(
            id=self.id or identity(self.url or self.text or self.html or ""),
            url=self.url,
            title=self.title or None,
            language=self.language or None,
            published_at=_moment(self.published),
            produced_at=now,
            text=self.text,
            html=self.html,
        )


def _moment(given: datetime | date | None) -> datetime | None:
    if given is None:
        return None
    moment = given if isinstance(given, datetime) else datetime.combine(given, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def parse(line: bytes, now: datetime) -> Article:
    """The article of one JSON line. Raises `SourceError`."""
    try:
        return Given.model_validate(_object(line)).article(now)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        message = first["msg"].removeprefix("Value error, ")
        raise SourceError(f"{where}: {message}" if where else message) from None


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"no JSON object: {error}") from None
    if not isinstance(found, dict):
        raise SourceError("no JSON object: each line holds one article")
    return found
