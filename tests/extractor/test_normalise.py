"""Repairs of a text, and that every passage can be found again in the text as received."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.extractor.text.normalise import normalise

REPAIRED = {
    "full stop": ("Elle est à Lima.Il part demain.", "Elle est à Lima. Il part demain."),
    "full stop before an elision": ("La trêve tient.L'armée veille.", "La trêve tient. L'armée veille."),
    "full stop before a one-letter word": ("La trêve tient.À Lima, on attend.", "La trêve tient. À Lima, on attend."),
    "full stop after an acronym": ("Elle quitte l'ONU.Lima regrette.", "Elle quitte l'ONU. Lima regrette."),
    "full stop after a year": ("It began in 2019.Nobody came.", "It began in 2019. Nobody came."),
    "full stop after initials": ("He left the U.S.The talks failed.", "He left the U.S. The talks failed."),
    "ellipsis": ("On verra...Lima attend", "On verra... Lima attend"),
    "bracket": ("the ministry (MFA).Later it replied", "the ministry (MFA). Later it replied"),
    "title": ("avec M.Ndiaye et Mme.Roy", "avec M. Ndiaye et Mme. Roy"),
    "title after a sentence": ("La trêve tient.M.Ndiaye part.", "La trêve tient. M. Ndiaye part."),
    "question before a quote": ('Who knows?"We do", she said.', 'Who knows? "We do", she said.'),
    "quote after a stop": ('He said "no."She left.', 'He said "no." She left.'),
    "stop after a quote": ('He said "no".She left.', 'He said "no". She left.'),
    "quote without a stop": ('He said "no"She left.', 'He said "no" She left.'),
    "guillemets": ("Un « non\u00a0» net, dit-elle", 'Un "non" net, dit-elle'),
    "curly marks": ("l’accord “final”", 'l\'accord "final"'),
    "spaces": ("10\u00a0000\u202feuros", "10 000 euros"),
    "invisible": ("né\u00adgo\u200bcier\ufeff", "négocier"),
    "ligature": ("the of\ufb01ce", "the office"),
    "decomposed": ("e\u0301te\u0301", "été"),
    "hyphen": ("Franco\u2011German", "Franco-German"),
    "line ends": ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
    "heading and preposition": ("Tension au nordPendant la nuit", "Tension au nord\n\nPendant la nuit"),
    "heading and elision": ("Les progrèsL'envoyé part", "Les progrès\n\nL'envoyé part"),
    "heading and lone word": ("La sécuritéÀ Lima, rien", "La sécurité\n\nÀ Lima, rien"),
    "heading and participle": ("The view of the USCommenting on it", "The view of the US\n\nCommenting on it"),
    "heading and article": ("The road to LimaThe envoys met", "The road to Lima\n\nThe envoys met"),
    "heading and name": (
        "Retour à LimaOlga Diaz part. Olga Diaz revient de Lima.",
        "Retour à Lima\n\nOlga Diaz part. Olga Diaz revient de Lima.",
    ),
    "heading and full name": (
        "Des fleurs à ArequipaOlga Diaz revient. Hier, Olga Diaz est partie.",
        "Des fleurs à Arequipa\n\nOlga Diaz revient. Hier, Olga Diaz est partie.",
    ),
    "heading with a bracket": ("The council (GCC)The envoys met", "The council (GCC)\n\nThe envoys met"),
    "letters of a share": ("Karvel Corp <KRV.N> and Foss <F> met", "Karvel Corp and Foss met"),
    "letters of a share in brackets": ("Karvel (KRV.N) and Foss (FO.PA) met", "Karvel and Foss met"),
    "accent for an apostrophe": ("l´ONU n`a rien dit", "l'ONU n'a rien dit"),
    "question mark for an apostrophe": ("D?ailleurs, l?ONU n?a rien dit", "D'ailleurs, l'ONU n'a rien dit"),
    "angles around a firm": ("a bid for <Karvel Ltd>, it said", "a bid for Karvel Ltd, it said"),
}

UNTOUCHED = [
    "the council (GCC), the U.S. (and Peru), 3 < 5 > 2 and <p> are",
    "The U.S. and the E.U. met at 5 p.m. today.",
    "It rose by 3.5 percent to 1.200 euros.",
    "J.K.Simmons, J.M.Barrie and J.R.R. Tolkien",
    "a Ph.D student",
    "see https://example.org/News.Html?Page=One.Two and www.Example.Org/TheNews",
    "write to Press.Office@Example.org or @TheMinistry or #PeaceTalks",
    "McDonald, MacArthur, iPhone, eBay, YouTube, LuxLeaks, WhatsApp, TotalEnergies",
    "Ghana signs FTAs with Togo; As of May, CBAs and KPIs are there.",
    "BRICS, NGOs, MPs, JPMorgan, LinkedIn, PayPal, LaRouche, DeVos",
    "une fois. une autre",
    "Une ligne\n\nUne autre ligne.",
]


@pytest.mark.parametrize(("received", "repaired"), REPAIRED.values(), ids=REPAIRED.keys())
def test_repairs(received: str, repaired: str) -> None:
    assert normalise(received).text == repaired


@pytest.mark.parametrize("text", UNTOUCHED)
def test_leaves_good_text_alone(text: str) -> None:
    result = normalise(text)
    assert result.text == text
    assert result.original(3, len(text)) == (3, len(text))
    assert result.repaired(3, len(text)) == (3, len(text))


def test_a_name_in_mixed_case_met_again_is_no_glued_heading() -> None:
    text = "CityThe opens. People of CityThe cheer."
    assert normalise(text).text == text
    assert normalise("CityThe opens. People cheer.").text == "City\n\nThe opens. People cheer."


@pytest.mark.parametrize(
    ("received", "passage", "expected"),
    [
        ("À Lima.Il a dit « oui\u00a0».", '"oui"', "« oui\u00a0»"),
        ("À Lima.Il a dit", "Il a dit", "Il a dit"),
        ("Le nordPendant la nuit", "Pendant", "Pendant"),
        ("Le nordPendant la nuit", "nord", "nord"),
        ("la né\u00adgo\u00adciation a repris", "négociation", "né\u00adgo\u00adciation"),
        ("\ufeffNous \u200bvoilà\u200b", "voilà", "voilà"),
        ("une e\u0301tape", "étape", "e\u0301tape"),
        ("a of\ufb01ce b", "office", "of\ufb01ce"),
        ("Karvel <KRV.N> and Foss", "Karvel and", "Karvel <KRV.N> and"),
    ],
)
def test_finds_a_passage_in_the_text_as_received(received: str, passage: str, expected: str) -> None:
    result = normalise(received)
    start = result.text.index(passage)
    begin, end = result.original(start, start + len(passage))
    assert received[begin:end] == expected
    assert result.repaired(begin, end) == (start, start + len(passage))


WORDS = ["Lima", "Il", "accord", "US", "Commentant", "M", "X", "À", "a", "A", "12", "The", "sécurité", "Olga", "#", "@"]
MARKS = [".", "?", "!", "…", '"', "“", "”", "«", "»", "’", "(", ")", "-", "://", " ", "\n", "\r\n", "\r"]
RARE = ["\u00a0", "\u200b", "\u00ad", "\ufeff", "e\u0301", "\u0301", "\ufb01"]
PIECES = st.sampled_from([*WORDS, *MARKS, *RARE])
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)


@settings(deadline=None)
@given(TEXTS)
@example('"Lima"À"Lima')
def test_law_repairing_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@settings(deadline=None)
@given(TEXTS, st.data())
def test_law_spans_stay_inside_and_in_order(text: str, data: st.DataObject) -> None:
    result = normalise(text)
    cuts = st.integers(0, len(result.text))
    first, second, third = sorted((data.draw(cuts), data.draw(cuts), data.draw(cuts)))
    one, other = result.original(first, second), result.original(second, third)
    assert 0 <= one[0] <= one[1] <= len(text)
    assert one[0] <= other[0]
    assert one[1] <= other[1] or second == third


@settings(deadline=None)
@given(TEXTS, st.data())
def test_law_the_passage_found_again_says_the_same(text: str, data: st.DataObject) -> None:
    result = normalise(text)
    words = result.text.split()
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    start = result.text.index(word)
    begin, end = result.original(start, start + len(word))
    assert "".join(word.split()) in "".join(normalise(text[begin:end]).text.split())


@pytest.mark.parametrize(
    "unit", ["aaaaBbbb", "aaaaBbbb ", "a.Aa", 'À"', '"', ".", " ", "\n", "« ", "e\u0301", "M.X", "http://", "A"]
)
def test_long_hostile_text_takes_no_longer_than_its_length(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    result = normalise(text)
    assert result.original(0, len(result.text)) <= (len(text), len(text))
