"""Event → what is indexed of it: words by their stems, names folded, days."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import snowballstemmer

from schemas.negotiation import NegotiationEvent

_LANGUAGES = {"fr": "french", "en": "english"}
_WORD = re.compile(r"\w+")
_MOST_WORDS = 50


def folded(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_LANGUAGES[language])


def stems(text: str, language: str) -> list[str]:
    """The stems of the words, folded; in a language without a stemmer the folded words."""
    words = _WORD.findall(text.casefold())
    found = _stemmer(language).stemWords(words) if language in _LANGUAGES else words
    return [folded(word) for word in found]


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
    """For each word of a question the forms it may have in `indexed_text`, in either language; of the first 50 words.

    Nothing a user types is syntax.
    """
    words = _WORD.findall(text)[:_MOST_WORDS]
    forms = [{stem for language in _LANGUAGES for stem in stems(word, language)} | {folded(word)} for word in words]
    return [left for one in forms if (left := one - {""})]


def days(event: NegotiationEvent) -> tuple[str | None, str | None]:
    """First and last day to find the event by: its time, else the day of its article (ISO 8601)."""
    if event.time is not None:
        return event.time.start.isoformat(), event.time.end.isoformat()
    published = event.article.published_at
    return (published.date().isoformat(), published.date().isoformat()) if published else (None, None)
