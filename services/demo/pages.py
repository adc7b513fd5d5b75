"""Pages as newspapers make them: the article is in there, between menus, advertisements and related links."""

import json
from collections.abc import Iterable
from html import escape
from string import Template

from services.demo.press import SITE, Entry, Outlet, Press, Story

RELATED = 4


def article_page(press: Press, story: Story) -> str:
    """The HTML page of a story."""
    outlet = _outlet(press, story)
    labels = press.labels[outlet.language]
    others = [other for other in press.stories if other.outlet == story.outlet and other != story]
    return _template("page.html").substitute(
        _escaped(labels),
        language=outlet.language,
        outlet=escape(outlet.title),
        title=escape(story.title),
        date_meta=_date_meta(story),
        sections=_links((f"/{outlet.name}/", name) for name in labels["sections"]),
        byline=_byline(story, labels["by"]),
        body="\n".join(_block(block) for block in story.body.split("\n\n")),
        others=_links((other.path, other.title) for other in others[:RELATED]),
    )


def login_page(press: Press, entry: Entry) -> str:
    """What is shown to whoever is not a member."""
    outlet = _outlet(press, entry)
    labels = press.labels[outlet.language]
    return _template("login.html").substitute(_escaped(labels), language=outlet.language, outlet=escape(outlet.title))


def _outlet(press: Press, entry: Entry) -> Outlet:
    return next(outlet for outlet in press.outlets if outlet.name == entry.outlet)


def _template(name: str) -> Template:
    return Template((SITE / name).read_text(encoding="utf-8"))


def _escaped(labels: dict[str, str | list[str]]) -> dict[str, str]:
    return {name: escape(label) for name, label in labels.items() if isinstance(label, str)}


def _links(links: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<li><a href="{path}">{escape(text)}</a></li>' for path, text in links)


def _date_meta(story: Story) -> str:
    """Some newspapers tell machines the date in one way, some in the other, and some not at all."""
    if story.published is None:
        return ""
    moment = story.published.isoformat()
    if len(story.slug) % 2:
        return f'<meta property="article:published_time" content="{moment}">'
    linked = {"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": moment}
    return f'<script type="application/ld+json">{json.dumps(linked)}</script>'


def _byline(story: Story, by: str) -> str:
    return f'<p class="byline">{escape(by)} {escape(story.author)}</p>' if story.author else ""


def _block(block: str) -> str:
    heading = block.removeprefix("## ")
    return f"<p>{escape(block)}</p>" if heading == block else f"<h2>{escape(heading)}</h2>"
