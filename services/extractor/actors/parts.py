"""Wholes that are told of by a part of them: "one of the rebels said", "des centaines d'étudiants réclament"."""

from collections.abc import Sequence

from services.extractor.grammar import Grammar


def of_parts(found: dict[int, tuple[str, int]], lowered: Sequence[str], grammar: Grammar) -> dict[int, tuple[str, int]]:
    """Give a whole the preposition of its part: "with one of the rebels" is with the rebels, "one of the
    rebels said" has them as its subject."""
    beyond = 0
    for at in grammar.openings("partitives", lowered):
        part = grammar.phrase("partitives", lowered, at) if at >= beyond else None
        if part is None:
            continue
        outer, beyond = found.get(at), at + part[0]
        for behind in range(at + 1, beyond + _opens_clause(lowered, at, beyond, grammar)):
            found.pop(behind, None)
        if outer is not None:
            found[beyond] = outer
    return found


def _opens_clause(lowered: Sequence[str], at: int, whole: int, grammar: Grammar) -> bool:
    """Whether a part stands where a subject does: at the head of its clause, of people behind a comma, too; or where
    an object does of a verb of meeting."""
    if at and lowered[at - 1] == ",":
        return whole < len(lowered) and grammar.phrase("acting-plurals", lowered, whole) is not None
    while at > 1 and (grammar.has("calendar-names", lowered[at - 1]) or grammar.has("time-words", lowered[at - 1])):
        at -= 1  # "a rencontré jeudi les représentants des médecins"
    before = lowered[at - 1] if at else '"'
    return before == '"' or grammar.has("complementizers", before) or grammar.has("facing-verbs", before)
