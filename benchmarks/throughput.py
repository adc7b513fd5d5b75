"""Articles a second on one core, from text and from HTML, and how many are screened.

Reads the invented newspapers of the demo, or a JSON Lines file of articles with text; prints the median of rounds. All
in a row tells what a feed takes, in which long articles weigh most; the median article what one usually takes.

Run: python -m benchmarks.throughput [--articles FILE] [--rounds 5]
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from schemas.article import Article
from services.demo.pages import article_page
from services.demo.press import shipped
from services.extractor.extract import extract
from services.extractor.page.read import read
from services.extractor.screening import screen
from services.extractor.text.normalise import normalise

_NOW = datetime(2026, 3, 20, tzinfo=UTC)


def pages() -> list[Article]:
    """The demo's articles as HTML."""
    press = shipped()
    return [
        Article(id=str(number), produced_at=_NOW, html=article_page(press, story))
        for number, story in enumerate(press.stories)
    ]


def texts(path: Path | None) -> list[Article]:
    """Articles as plain text: those of a file, or the demo's as they are read from their pages."""
    if path is None:
        found = [(article.id, read(article)) for article in pages()]
        return [
            Article(id=key, produced_at=_NOW, published_at=_NOW, text=one.text, language=one.language)
            for key, one in found
        ]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Article(id=str(row["id"]), produced_at=_NOW, published_at=_NOW, text=row["text"], language=row["language"])
        for row in rows
    ]


def per_second(articles: Sequence[Article], rounds: int) -> float:
    """Median over rounds of articles read a second, processor time."""
    return statistics.median(len(articles) / _seconds(lambda: _read_all(articles)) for _ in range(rounds))


def median_per_second(articles: Sequence[Article], rounds: int) -> float:
    """How many articles a second the median article makes; of each article the median of rounds counts."""
    return 1 / statistics.median(_median_seconds([article], rounds) for article in articles)


def _median_seconds(articles: Sequence[Article], rounds: int) -> float:
    return statistics.median(_seconds(lambda: _read_all(articles)) for _ in range(rounds))


def _read_all(articles: Sequence[Article]) -> None:
    for article in articles:
        extract(read(article), _NOW)


def screened_per_second(articles: Sequence[Article], rounds: int) -> float:
    """Median over rounds of articles of which is told a second whether they are worth reading, processor time."""
    documents = [read(article) for article in articles]

    def all_of_them() -> None:
        for document in documents:
            screen(document.language).passes(normalise(document.text).text)

    return statistics.median(len(documents) / _seconds(all_of_them) for _ in range(rounds))


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, help="JSON Lines with id, language and text")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    plain, html = texts(options.articles), pages()
    _read_all([plain[0], html[0]])
    characters = sum(len(article.text or "") for article in plain)
    figures = {
        "text_articles_per_second": round(per_second(plain, options.rounds), 1),
        "text_articles_per_second_by_median": round(median_per_second(plain, options.rounds), 1),
        "characters_per_text": round(characters / len(plain)),
        "html_articles_per_second": round(per_second(html, options.rounds), 1),
        "screened_articles_per_second": round(screened_per_second(plain, options.rounds), 1),
        "rounds": options.rounds,
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
