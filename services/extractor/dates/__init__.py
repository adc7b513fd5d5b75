"""Sentence → date expressions; expression, publication date and tense → the days meant."""

from services.extractor.dates.resolution import direction, is_anaphoric, resolve
from services.extractor.dates.spotting import counted, expressions, find

__all__ = ["counted", "direction", "expressions", "find", "is_anaphoric", "resolve"]
