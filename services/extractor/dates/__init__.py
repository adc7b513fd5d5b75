"""Sentence → date expressions; expression, publication date and tense → the days meant."""

from services.extractor.dates.find import expressions, find
from services.extractor.dates.resolve import is_anaphoric, resolve

__all__ = ["expressions", "find", "is_anaphoric", "resolve"]
