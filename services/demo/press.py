"""What the newspapers of the demo have published: outlets, stories and entries that lead nowhere.

Every date is fixed in the stories themselves: the demo is the same on every day it is run.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any, Literal

import yaml

SITE = Path(__file__).parent / "site"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper with one feed."""

    name: str
    title: str
    language: str
    format: Literal["rss", "atom", "rdf"]

    @property
    def feed_path(self) -> str:
        return f"/{self.name}/feed.xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed announces. `published` is `None` where neither feed nor page tells the date."""

    outlet: str
    title: str
    path: str
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Story(Entry):
    """An entry with its article. `body` holds paragraphs between blank lines; `## ` opens a heading."""

    slug: str = ""
    author: str | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Oddity(Entry):
    """An entry that leads to no article: a document, a login wall, a missing page, a redirect loop."""

    kind: Literal["document", "login", "missing", "loop"] = "missing"


@dataclass(frozen=True, slots=True)
class Press:
    """Everything there is to read. `labels` holds, a language, the words around an article."""

    outlets: tuple[Outlet, ...]
    stories: tuple[Story, ...]
    oddities: tuple[Oddity, ...]
    labels: dict[str, dict[str, Any]]

    def entries(self, outlet: Outlet) -> list[Entry]:
        """What the outlet's feed announces, in the order of publication, the newest first."""
        return [entry for entry in (*self.stories, *self.oddities) if entry.outlet == outlet.name]


def shipped(articles: int | None = None) -> Press:
    """The shipped newspapers, with exactly `articles` stories if a number is given.

    Where more are asked for than there are, earlier editions of the dated stories are added: each some whole
    weeks older, so that its weekdays stay right, with an address and a title of its own.
    """
    listing = yaml.safe_load((SITE / "outlets.yaml").read_text(encoding="utf-8"))
    return Press(
        outlets=tuple(Outlet(**outlet) for outlet in listing["outlets"]),
        stories=tuple(islice(_editions(), articles if articles is not None else len(_stories()))),
        oddities=tuple(Oddity(**oddity) for oddity in listing["oddities"]),
        labels=listing["labels"],
    )


@cache
def _stories() -> tuple[Story, ...]:
    """The newest first; those without a date, which lead no feed astray, in front."""
    stories = [_story(path) for path in sorted((SITE / "articles").glob("*.md"))]
    return tuple(sorted(stories, key=_age))


def _age(story: Story) -> float:
    return -story.published.timestamp() if story.published else float("-inf")


def _story(path: Path) -> Story:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.safe_load(head)
    published = fields.get("published")
    return Story(
        outlet=fields["feed"],
        title=fields["title"],
        path=fields.get("path") or _path(fields["feed"], path.stem, published),
        published=published,
        slug=path.stem,
        author=fields.get("author"),
        body=body.strip(),
    )


def _path(outlet: str, slug: str, published: datetime | None) -> str:
    day = f"{published:%Y/%m/%d}/" if published else ""
    return f"/{outlet}/{day}{slug}.html"


def _editions() -> Iterator[Story]:
    yield from _stories()
    for number in count(1):
        yield from (_edition(story, number, story.published) for story in _stories() if story.published)


def _edition(story: Story, number: int, published: datetime) -> Story:
    earlier = published - timedelta(weeks=number)
    slug = f"{story.slug}-{number}"
    title = f"{story.title} ({earlier:%Y-%m-%d})"
    return replace(story, title=title, published=earlier, slug=slug, path=_path(story.outlet, slug, earlier))
