"""Forms of verbs that the spelling rules of their endings do not give."""

import pytest

from services.extractor.acts.morphology import inflections

FRENCH = [
    ("débattre", "débattent débattu débattra débattait"),
    ("combattre", "combattent combattu combattait"),
    ("atteindre", "atteint atteignent atteindra"),
    ("croire", "croit croient croyait croira"),
    ("vivre", "vit vivent vécu"),
    ("répartir", "répartit répartissent"),
    ("fuir", "fuit fuient fuyait"),
    ("asseoir", "assied assis assirent"),
    ("rasseoir", "rassied rassis rassirent"),
    ("renvoyer", "renvoie renverra"),
    ("naître", "naît né naquit"),
]
ENGLISH = [
    ("repay", "repaid repaying"),
    ("unfreeze", "unfroze unfrozen unfreezing"),
    ("undo", "undid undone"),
    ("undercut", "undercut"),
    ("split", "split splitting"),
    ("offset", "offset offsetting"),
    ("forbid", "forbade forbidden forbidding"),
    ("beat", "beat beaten beating"),
    ("prop", "propped propping"),
]


@pytest.mark.parametrize(("lemma", "forms"), FRENCH)
def test_french_verbs_have_their_forms(lemma: str, forms: str) -> None:
    assert set(forms.split()) <= inflections(lemma, "fr").keys()


@pytest.mark.parametrize(("lemma", "forms"), ENGLISH)
def test_english_verbs_have_their_forms(lemma: str, forms: str) -> None:
    assert set(forms.split()) <= inflections(lemma, "en").keys()


@pytest.mark.parametrize(
    ("lemma", "misspelt"), [("débattre", "débaattent"), ("croire", "crooit"), ("atteindre", "atteeint")]
)
def test_no_letter_of_a_stem_is_told_twice(lemma: str, misspelt: str) -> None:
    assert misspelt not in inflections(lemma, "fr")
