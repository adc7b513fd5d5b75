"""Forms of verbs, nouns and adjectives, generated from the tables of a language (`inflection.yaml`)."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from services.extractor.acts.frame import Inflection, Tense
from services.extractor.grammar import table

Forms = Mapping[str, frozenset[Inflection]]
"""A form in lower case with accents → what it may tell."""

_PLURAL_POSITIONS = (False, True, True, False)  # third singular, third plural, first plural, first singular


@cache
def inflections(lemma: str, language: str) -> Forms:
    """All forms of a verb given by its infinitive, one word."""
    found: dict[str, set[Inflection]] = {}
    for form, tense, plural in _GENERATORS[language](lemma):
        found.setdefault(form, set()).add(Inflection(lemma, tense, plural))
    return {form: frozenset(readings) for form, readings in found.items()}


Reading = tuple[str, Tense, bool | None]


def _french(lemma: str) -> Iterator[Reading]:
    rules = table("fr", "inflection")
    yield lemma, "infinitive", None
    if lemma in rules["irregular"]:
        yield from _listed(rules["irregular"][lemma])
        return
    ending = max((name for name in rules["classes"] if lemma.endswith(name)), key=len, default=None)
    if ending is None:
        raise ValueError(f"no French conjugation for {lemma!r}: add it to data/fr/inflection.yaml")
    yield from _by_class(lemma, rules["classes"][ending], rules["tenses"], ending == "er")


def _listed(row: Mapping[str, list[str]]) -> Iterator[Reading]:
    for name, forms in row.items():
        tense = _tense(name)
        for form, plural in zip(forms, _PLURAL_POSITIONS, strict=False):
            yield form, tense, None if tense in ("participle", "gerund") else plural


def _tense(name: str) -> Tense:
    return "past" if name == "imperfect" else name  # type: ignore[return-value]


def _by_class(
    lemma: str, row: Mapping[str, Any], tenses: Mapping[str, list[str]], first_group: bool
) -> Iterator[Reading]:
    root = lemma[: len(lemma) - row["cut"]]
    spell = _first_group_spellings if first_group else lambda stem, ending: (stem + ending,)
    for name in ("present", "subjunctive", "past"):
        for ending, plural in zip(row[name], _PLURAL_POSITIONS, strict=False):
            yield from ((form, _tense(name), plural) for form in spell(root, ending))
    for name, stem in (("imperfect", row["stem"]), ("future", row["future"]), ("conditional", row["future"])):
        for ending, plural in zip(tenses[name], _PLURAL_POSITIONS, strict=False):
            yield from ((form, _tense(name), plural) for form in spell(root, stem + ending))
    for ending in row["participle"]:
        yield root + ending, "participle", None
    yield from ((form, "gerund", None) for form in spell(root, row["gerund"]))


def _first_group_spellings(root: str, ending: str) -> tuple[str, ...]:
    """The spelling rules of the first group: -ger, -cer, -yer, and the open vowel before a mute e.

    Verbs in -ayer have two spellings there: "essaie", "essaye".
    """
    if ending[0] in "aâo":
        return (root + "e" + ending if root.endswith("g") else _soft_c(root) + ending,)
    mute = ending in ("e", "ent") or ending.startswith("er")
    stems = (_before_mute_e(root, ending),) if mute else (root,)
    return tuple(stem + ending for stem in (*stems, *([root[:-1] + "i"] if mute and root.endswith("ay") else [])))


def _soft_c(root: str) -> str:
    return root[:-1] + "ç" if root.endswith("c") else root


def _before_mute_e(root: str, ending: str) -> str:
    if root.endswith(("oy", "uy")):
        return root[:-1] + "i"
    if root + "er" in table("fr", "inflection")["doubling"]:
        return root + root[-1]
    vowel, consonant = root[-2:-1], root[-1]
    if consonant in "aeiouyé" or vowel not in ("e", "é") or (vowel == "é" and ending.startswith("er")):
        return root
    return root[:-2] + "è" + consonant


def _english(lemma: str) -> Iterator[Reading]:
    rules = table("en", "inflection")
    if lemma in rules["irregular"]:
        yield from _english_irregular(lemma, rules)
        return
    yield lemma, "infinitive", None
    yield lemma, "present", True
    yield _with_s(lemma), "present", False
    listed = rules["past"].get(lemma)
    stems = [lemma + lemma[-1]] if lemma in rules["doubled"] else [lemma]
    if stems[0].endswith("ll") and stems[0] != lemma:
        stems.append(lemma)  # "initialled", in America "initialed"
    for stem in stems:
        if not listed:
            yield _with_ed(stem), "past", None
            yield _with_ed(stem), "participle", None
        yield _with_ing(stem), "gerund", None
    if listed:
        yield listed[0], "past", None
        yield listed[-1], "participle", None


def _english_irregular(lemma: str, rules: Mapping[str, Any]) -> Iterator[Reading]:
    if lemma in ("be", "have", "do", "go"):
        yield lemma, "infinitive", None
    for tense, forms in rules["irregular"][lemma].items():
        for form in forms:
            yield form, tense, None
    for form in rules["negated"].get(lemma, ()):
        yield form, "past" if form in ("wasn't", "weren't", "didn't", "hadn't") else "present", None


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ied"
    return word + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return word + "ing"


_GENERATORS: Mapping[str, Callable[[str], Iterator[Reading]]] = {"fr": _french, "en": _english}


def plurals(noun: str, language: str) -> tuple[str, ...]:
    """A noun (its first word, in French of several) in singular and plural."""
    head, space, rest = noun.partition(" ") if language == "fr" else ("", "", noun)
    if language == "en":
        return noun, _with_s(rest)
    if head.endswith(("s", "x", "z")):
        many = head
    elif head.endswith("al") and head not in ("aval", "bal"):
        many = head[:-2] + "aux"
    elif head.endswith(("eau", "eu")):
        many = head + "x"
    else:
        many = head + "s"
    return noun, many + space + rest


def agreements(adjective: str, language: str) -> tuple[str, ...]:
    """A French adjective in its four forms; an English one as it is."""
    if language == "en":
        return (adjective,)
    feminine = feminine_of(adjective)
    return tuple(dict.fromkeys((adjective, feminine, plural_of(adjective), feminine + "s")))


def plural_of(adjective: str) -> str:
    """The masculine plural of a French adjective."""
    if adjective.endswith(("s", "x")):
        return adjective
    return adjective[:-2] + "aux" if adjective.endswith("al") else adjective + "s"


def feminine_of(adjective: str) -> str:
    """The feminine singular of a French adjective."""
    for ending, feminine in (
        ("eux", "euse"),
        ("if", "ive"),
        ("el", "elle"),
        ("en", "enne"),
        ("on", "onne"),
        ("er", "ère"),
        ("c", "que"),
        ("f", "ve"),
    ):
        if adjective.endswith(ending):
            return adjective[: -len(ending)] + feminine
    return adjective if adjective.endswith("e") else adjective + "e"
