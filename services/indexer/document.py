"""Event → what is indexed of it: words by their stems, names folded, days."""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import snowballstemmer

from schemas.negotiation import NegotiationEvent

_LANGUAGES = {"fr": "french", "en": "english"}
_WORD = re.compile("[^\\W_](?:[\u0300-\u036f]|[^\\W_])*")
"""Letters and digits, with accents that are characters of their own: so they come from some keyboards and file
names, and out of a capital İ."""

_MOST_WORDS = 50
_LONGEST_WORD = 100
"""Characters of a word that count; every store takes words of this length."""

_STEMMING = threading.Lock()
"""A stemmer keeps the word it works on: one thread at a time."""


def folded(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_LANGUAGES[language])


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    """The form of a word that is stored and looked for: letters and digits alone, so that no store splits it anew."""
    word = unicodedata.normalize("NFC", word)
    if language in _LANGUAGES:
        with _STEMMING:
            word = _stemmer(language).stemWord(word)
    return "".join(character for character in folded(word) if character.isalnum())[:_LONGEST_WORD]


def stems(text: str, language: str) -> list[str]:
    """The stems of the words, folded; in a language without a stemmer the folded words."""
    return [stem for word in _WORD.findall(text.casefold()) if (stem := _stem(word, language))]


def indexed_text(event: NegotiationEvent) -> str:
    """The words that full-text search looks in, stemmed in the language of the article."""
    names: Iterable[str] = (
        part
        for party in event.parties
        for part in (
            party.name,
            *(person.name for person in party.representatives),
            party.mention.text if party.mention else "",
        )
    )
    passages = [
        *(span.text for span in event.evidence),
        *(span.text for span in event.items),
        event.condition.text if event.condition else "",
        event.article.title or "",
        event.place.name if event.place else "",
        *names,
        event.act,
        *event.topics,
    ]
    return " ".join(stems(" ".join(passages), event.article.language))


def party_names(event: NegotiationEvent) -> set[str]:
    """Everything by which a user may name the event's parties, folded: ids, names, persons, surnames."""
    names = set()
    for party in event.parties:
        names |= {folded(party.id), folded(party.name)}
        if party.mention is not None:
            # As the article names it, with its article and without: "la Norvège" is found as "norvège".
            names |= {
                folded(party.mention.text),
                *(word for word in _WORD.findall(folded(party.mention.text)) if len(word) > 3),
            }
        for person in party.representatives:
            names |= {folded(person.id), folded(person.name), folded(person.name.split()[-1])}
    return names - {""}


def place_names(event: NegotiationEvent) -> set[str]:
    """Everything by which a user may name the event's place, folded: its name, its country, the article's word."""
    if event.place is None:
        return set()
    mention = event.place.mention.text if event.place.mention is not None else ""
    return {folded(event.place.name), (event.place.country or "").lower(), folded(mention)} - {""}


def word_forms(text: str) -> list[set[str]]:
    """For each word of a question the forms it may have in `indexed_text`, in any language; of the first 50 words.

    Nothing a user types is syntax.
    """
    words = _WORD.findall(text.casefold())[:_MOST_WORDS]
    forms = [{_stem(word, language) for language in (*_LANGUAGES, "")} for word in words]
    return [left for one in forms if (left := one - {""})]


def matched(text: str, language: str, forms: list[set[str]]) -> Iterator[tuple[int, int]]:
    """Where words of a text are, by which a question of these forms has found it: `(start, end)` in characters."""
    wanted = set().union(*forms)
    for word in _WORD.finditer(text):
        if wanted.intersection(stems(word.group(), language)):
            yield word.span()


def days(event: NegotiationEvent) -> tuple[str | None, str | None]:
    """First and last day to find the event by: its time, else the day of its article (ISO 8601)."""
    if event.time is not None:
        return event.time.start.isoformat(), event.time.end.isoformat()
    published = event.article.published_at
    return (published.date().isoformat(), published.date().isoformat()) if published else (None, None)
