# ruff: noqa: E501, ISC004 — texts stay together.
"""Articles that no editor would print: too long, too short, broken, mixed, or no articles at all.

All are invented and the same on every run.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from random import Random

from schemas.article import Article

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
PUBLISHED = datetime(2026, 3, 5, tzinfo=UTC)

_EN = (
    "Norwegian Foreign Minister Kari Vold met her Peruvian counterpart in Vienna on Tuesday. "
    "Peru demanded that Norway release the two trawlers by the end of the month. "
    '"We will not sign anything before the crews are free," the Peruvian president said. '
    "The two sides will meet again next week in Geneva, officials told reporters. "
    "Rain fell on the harbour all day, and the markets stayed closed. "
    "Portugal, which has offered to mediate, called on both governments to keep talking."
)
_FR = (
    "La ministre norvégienne des Affaires étrangères a rencontré mardi à Vienne son homologue péruvien. "
    "Le Pérou a exigé que la Norvège libère les deux chalutiers avant la fin du mois. "
    "« Nous ne signerons rien avant que les équipages soient libres », a déclaré le président péruvien. "
    "Les deux parties se retrouveront la semaine prochaine à Genève. "
    "Il a plu toute la journée sur le port, et les marchés sont restés fermés. "
    "Le Portugal, qui a proposé sa médiation, a appelé les deux gouvernements à poursuivre les pourparlers."
)
_STORIES = {"en": _EN, "fr": _FR}

_MENU = (
    "Home", "World", "Politics", "Talks and summits", "Peace process", "Business", "Deals of the day", "Sport", "Sign in",
    "Sign up for our newsletter", "Meet the team", "Terms of agreement", "France", "United States", "Russia", "China",
    "Ukraine", "Subscribe now", "Accept all cookies", "Reject all", "Support us", "Contact", "Careers", "Most read",
)  # fmt: skip
_RUBRIQUES = (
    "Accueil", "Monde", "Politique", "Sommets et rencontres", "Économie", "Nos accords", "Sport", "S’inscrire", "France",
    "États-Unis", "Russie", "Chine", "Ukraine", "S’abonner", "Accepter les cookies", "Tout refuser", "Nous soutenir",
)  # fmt: skip
_ADVERTISEMENTS = (
    "Sign up today and get 50 % off! We promise you the best deals in town. Accept our offer before Friday. "
    "Meet singles in your area: thousands accepted the invitation. Our experts recommend this mattress. "
    "Agree to our terms and win a trip to Paris. Call now. Don't reject this unique offer, we urge you to hurry. "
    "Visit our showroom in Geneva next week. Limited offer: two cruises to Norway and Peru for the price of one.",
    "Inscrivez-vous et profitez de nos offres ! Nous vous promettons les meilleurs prix. Acceptez notre proposition avant "
    "vendredi. Rencontrez des célibataires près de chez vous. Nos experts conseillent ce matelas. Signez en ligne et gagnez "
    "un voyage à Paris. Appelez vite. Ne refusez pas cette offre unique. Rendez-vous dans notre magasin de Genève la semaine "
    "prochaine. Offre limitée : deux croisières en Norvège et au Pérou pour le prix d’une.",
)


@dataclass(frozen=True, slots=True)
class Case:
    """An input, and whether it tells of nothing that was negotiated."""

    name: str
    article: Article
    tells_nothing: bool = False


def cases() -> list[Case]:
    """All hostile articles."""
    return [*_long(), *_short(), *_unpunctuated(), *_mixed(), *_formed(), *_broken(), *_mislabelled(), *_no_articles()]


def _article(text: str | None = None, *, language: str = "en", published: datetime | None = PUBLISHED,
             title: str | None = None, html: str | None = None) -> Article:  # fmt: skip
    return Article(
        id="a", language=language, published_at=published, produced_at=NOW, title=title, text=text, html=html
    )


def _words(story: str, count: int) -> str:
    """So many words in paragraphs of a story told again and again."""
    found = list(islice(cycle(story.split()), count))
    width = len(story.split())
    return "\n\n".join(" ".join(found[at : at + width]) for at in range(0, count, width))


def _shuffled(story: str, count: int) -> str:
    """So many words of a story in no order: nothing for a parser to hold on to."""
    pool, chance = story.replace(".", "").split(), Random(7)
    return " ".join(chance.choice(pool) for _ in range(count))


def _long() -> Iterator[Case]:
    for language, story in _STORIES.items():
        yield Case(f"100,000 words ({language})", _article(_words(story, 100_000), language=language))
        yield Case(f"as long as is read ({language})", _article(_words(story, 80_000)[:499_999], language=language))
        yield Case(f"one sentence of 20,000 words ({language})", _article(_shuffled(story, 20_000), language=language))
    names = " and ".join(["Norway", "Peru", "the United States", "Mr Vold"] * 5_000)
    yield Case("a list of 20,000 names", _article(f"Talks between {names} were held in Oslo on Monday."))
    yield Case("20,000 speakers", _article("Norway said " * 20_000))
    yield Case("20,000 verbs", _article("demanded rejected met proposed " * 5_000))
    yield Case("20,000 commas", _article("Norway, Peru, " * 10_000))
    yield Case(
        "50,000 quotation marks", _article('"' * 50_000 + " Norway met Peru in Oslo. The talks were held there.")
    )
    yield Case("20,000 dates", _article("on Tuesday 3 March 2026 at noon and " * 5_000))
    yield Case("20,000 conditions", _article("if Norway agrees that " * 5_000 + "Peru signs."))
    yield Case("20,000 parentheses", _article("Norway (" * 20_000 + " met Peru."))
    yield Case("10,000 paragraphs", _article("Norway met Peru in Oslo.\n\n" * 10_000))
    yield Case(
        "10,000 unknown names",
        _article(" ".join(f"Minister Xa{_letters(at)} of Norway met Peru." for at in range(10_000))),
    )
    yield Case("a word of 400,000 letters", _article("Norway met Peru in Oslo, the ministers said. " + "a" * 400_000))
    yield Case("a word of 400,000 joints", _article("Norway met Peru in Oslo, the ministers said. " + "aB" * 200_000))
    yield Case("400,000 stops", _article("Norway met Peru in Oslo, the ministers said. " + "." * 400_000))
    yield Case("400,000 spaces", _article("Norway met Peru" + " " * 400_000 + "in Oslo, the ministers said."))
    yield Case("400,000 blank lines", _article("Norway met Peru" + "\n" * 400_000 + "in Oslo, the ministers said."))
    yield Case("digits without end", _article("Norway met Peru in Oslo, ministers said. " + "1.2-" * 100_000))


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _short() -> Iterator[Case]:
    for text in ("Norway", "Pourparlers", "met", ".", "«", "talks\n", "demanded that", "a exigé que", "1", "…", "'s"):
        language = "fr" if text in ("Pourparlers", "a exigé que", "«") else "en"
        yield Case(f"only {text.strip()!r}", _article(text, language=language), tells_nothing=True)


def _unpunctuated() -> Iterator[Case]:
    for language, story in _STORIES.items():
        yield Case(f"all capitals ({language})", _article(story.upper(), language=language))
        yield Case(f"all small letters ({language})", _article(story.lower(), language=language))
        bare = "".join(" " if unicodedata.category(one).startswith("P") else one for one in story)
        yield Case(f"no punctuation ({language})", _article(bare, language=language))
        yield Case(f"no spaces ({language})", _article(story.replace(" ", ""), language=language))
        yield Case(f"a letter a line ({language})", _article("\n".join(story), language=language))


def _mixed() -> Iterator[Case]:
    pairs = zip(_EN.split(". "), _FR.split(". "), strict=False)
    yield Case("sentences of two languages", _article(". ".join(part for pair in pairs for part in pair)))
    foreign = "Министр иностранных дел Норвегии встретился с перуанским коллегой. 外相は会談した。 التقى الوزيران. "
    yield Case("four scripts", _article(_EN + " " + foreign * 20))
    yield Case("another script alone", _article(foreign * 40, language="ru"), tells_nothing=True)


def _formed() -> Iterator[Case]:
    lines = "\n".join(
        f"{who}: {said}"
        for who, said in zip(cycle(["VOLD", "SALAS", "Q", "THE CHAIR"]), _EN.split(". ") * 50, strict=False)
    )
    yield Case("a transcript", _article(lines))
    entries = "\n\n".join(
        f"{hour:02}:{minute:02} {one}." for hour in range(24) for minute, one in enumerate(_EN.split(". "))
    )
    yield Case("a live report", _article(entries))
    rows = "\n".join(
        f"{state}\t{number}\t{number / 7:.2f}\t{number % 31 + 1}/03/2026"
        for number, state in enumerate(["Norway", "Peru", "Chile"] * 500)
    )
    yield Case("a table", _article("State\tShips\tShare\tDay\n" + rows), tells_nothing=True)
    cells = "".join(f"<tr><td>Norway</td><td>{at}</td><td>Peru</td></tr>" for at in range(3000))
    yield Case("a table of HTML", _page(f"<table>{cells}</table>"), tells_nothing=True)
    links = "".join(f'<li><a href="/{at}">Norway and Peru sign deal number {at}</a></li>' for at in range(2000))
    yield Case(
        "a list of links",
        _page(f"<ul>{links}</ul><p>All of the news of the year, in the order of their days.</p>"),
        tells_nothing=True,
    )
    yield Case("2,000 nested elements", _page("<div>" * 2000 + f"<p>{_EN}</p>" + "</div>" * 2000))


def _page(body: str, language: str = "en", head: str = "") -> Article:
    return _article(
        html=f"<!doctype html><html lang='{language}'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>",
        language=language,
    )


def _broken() -> Iterator[Case]:
    for language, story in _STORIES.items():
        mistaken = story.encode().decode("cp1252", "replace")
        yield Case(f"mojibake ({language})", _article(mistaken, language=language))
        yield Case(
            f"mojibake twice ({language})",
            _article(mistaken.encode("utf-8").decode("cp1252", "replace"), language=language),
        )
        hidden = "\u200b".join(story)
        yield Case(f"zero-width characters ({language})", _article(hidden, language=language))
        turned = story.replace(" ", " \u202e").replace(".", "\u2066.\u2069")
        yield Case(f"turns of direction ({language})", _article(turned, language=language))
        yield Case(f"decomposed letters ({language})", _article(unicodedata.normalize("NFD", story), language=language))
        soft = story.replace("in", "i\u00adn").replace("e", "e\u00ad")
        yield Case(f"soft hyphens ({language})", _article(soft, language=language))
    yield Case(
        "100,000 accents on a letter", _article("Norway met Peru in Oslo, ministers said. e" + "\u0301" * 100_000)
    )
    yield Case("broken characters", _article(_EN.replace("a", "\ufffd")))
    yield Case(
        "100,000 zero-width characters", _article("Norway met Peru in Oslo, ministers said." + "\u200b" * 100_000)
    )


def _mislabelled() -> Iterator[Case]:
    yield Case("no day of publication", _article(_EN, published=None))
    yield Case("published in the future", _article(_EN, published=datetime(2031, 1, 1, tzinfo=UTC)))
    yield Case("published in the year 1", _article(_EN, published=datetime(1, 1, 1, tzinfo=UTC)))
    yield Case("published in the year 9999", _article(_EN, published=datetime(9999, 12, 31, tzinfo=UTC)))
    yield Case("French labelled English", _article(_FR, language="en"))
    yield Case("English labelled French", _article(_EN, language="fr"))
    yield Case("a language that there is not", _article(_EN, language="xx-klingon"))
    for day in (
        "31 February 2026",
        "year 99999",
        "0 March 0000",
        "on 12/31/9999",
        "in 10,000 years",
        "99 weeks ago " * 50,
    ):
        yield Case(
            f"the day {day[:20].strip()!r}",
            _article(f"Norway met Peru in Oslo on {day}, ministers said. They will meet again in {day}."),
        )


def _no_articles() -> Iterator[Case]:
    for language, menu, advertisement in (("en", _MENU, _ADVERTISEMENTS[0]), ("fr", _RUBRIQUES, _ADVERTISEMENTS[1])):
        yield Case(f"a menu ({language})", _article("\n".join(menu), language=language), tells_nothing=True)
        yield Case(f"a menu on a line ({language})", _article(" | ".join(menu), language=language), tells_nothing=True)
        yield Case(f"an advertisement ({language})", _article(advertisement, language=language), tells_nothing=True)
        links = "".join(f"<li><a href='/x'>{one}</a></li>" for one in menu)
        page = f"<nav><ul>{links}</ul></nav><main><p>{advertisement}</p></main><footer>{links}</footer>"
        yield Case(f"a page of menus and advertisements ({language})", _page(page, language), tells_nothing=True)
