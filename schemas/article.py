"""`article`: a page as the fetcher found it (fetcher → extractor)."""

from typing import ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from schemas.record import Moment, Record


class Article(Record):
    """One article: the raw page or its plain text, and what the feed says of it.

    Exactly one of `html` and `text` is set. `id` derives from the canonical URL, so that the same article
    met in two feeds is one article.
    """

    # The rule of one content, told to readers of the JSON Schema as well.
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"properties": {name: {"type": "string"}}, "required": [name]} for name in ("html", "text")]
        }
    )

    subject: ClassVar[str] = "article"
    version: ClassVar[tuple[int, int]] = (1, 1)

    schema_: Literal["article/1.1"] = Field(default="article/1.1", alias="schema")
    id: str = Field(min_length=1)
    revision: int = Field(default=1, ge=1, description="Rises when the article is edited")
    url: str | None = Field(default=None, description="Canonical address")
    feed: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = Field(default=None, description="ISO 639-1, as the feed declares it")
    published_at: Moment | None = None
    duplicate_of: str | None = Field(
        default=None, description="Id of an article with nearly the same text; this one is not read for events"
    )
    produced_at: Moment
    html: str | None = None
    text: str | None = None

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        if (self.html is None) == (self.text is None):
            raise ValueError("an article has either html or text")
        return self
