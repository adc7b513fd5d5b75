"""An article made readable: what the page step hands to the extraction."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from schemas.negotiation import ArticleReference

Language = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Document:
    """The text of an article and what is known of it.

    All published offsets are code points in `text`. `headline` is where the title stands in the text, if it
    does.
    """

    text: str
    language: Language
    published: date | None
    title: str | None
    headline: tuple[int, int] | None
    reference: ArticleReference
    revision: int = 1
