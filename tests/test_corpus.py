"""The cases and the oracle agree, and the catalogue says what is wrong with a case that is not fit."""

from pathlib import Path

import pytest

from corpus.catalogue import CasCharge, charger, verifier
from harness.comparison import compare
from harness.readings import attendre, enoncer
from oracle.liquidation import liquider
from sut_adapters.moteurs.etalon import CAPACITES

CASES, REMARKS = charger([Path("corpus/cas")])
CHAMPS = CAPACITES.champs_rendus


def by_id(charge: CasCharge) -> str:
    return charge.cas.cas


def test_every_file_of_the_corpus_is_readable() -> None:
    assert REMARKS == []
    assert len(CASES) >= 40


def test_at_least_a_third_of_the_cases_rest_on_a_published_source() -> None:
    published = [charge for charge in CASES if charge.cas.source.rang != "derive"]
    assert 3 * len(published) >= len(CASES)


@pytest.mark.parametrize("charge", CASES, ids=by_id)
def test_the_oracle_gives_what_the_case_derives_by_hand(charge: CasCharge) -> None:
    for etape in charge.cas.questions:
        assert compare(etape.attendu, liquider(charge.cas.dossier, etape.au), CHAMPS) == []


@pytest.mark.parametrize("charge", [c for c in CASES if c.cas.lectures], ids=by_id)
def test_each_reading_gives_what_the_case_derives_for_it(charge: CasCharge) -> None:
    (etape,) = charge.cas.questions
    for lecture in charge.cas.lectures:
        rendu = liquider(charge.cas.dossier, etape.au, lecture.si)
        assert compare(etape.attendu.remplacer(lecture.attendu), rendu, CHAMPS) == []
        assert compare(etape.attendu, rendu, CHAMPS), "a reading that changes nothing has no place in a case"


@pytest.mark.parametrize("charge", [c for c in CASES if c.cas.reponses_fausses], ids=by_id)
def test_a_wrong_answer_of_a_case_is_told_from_the_right_one(charge: CasCharge) -> None:
    (etape,) = charge.cas.questions
    for fausse in charge.cas.reponses_fausses:
        stated = etape.attendu.remplacer(fausse.attendu)
        assert compare(stated, liquider(charge.cas.dossier, etape.au), CHAMPS)


@pytest.mark.parametrize("charge", CASES[::9], ids=by_id)
def test_a_whole_decompte_agrees_with_itself_and_with_no_altered_one(charge: CasCharge) -> None:
    etape = charge.cas.questions[-1]
    attente = attendre(charge.cas.dossier, etape.au)
    decompte = attente.liquidation.decompte
    assert compare(enoncer(decompte), decompte, CHAMPS, exhaustif=True) == []
    for periode in decompte.periodes:
        mesure = "montant_journalier" if periode.montant is None else "montant"
        altered = periode.model_copy(update={mesure: getattr(periode, mesure) + 1})
        others = tuple(altered if p is periode else p for p in decompte.periodes)
        assert compare(
            enoncer(decompte), decompte.model_copy(update={"periodes": others}), CHAMPS, exhaustif=True
        )


def test_the_corpus_passes_its_own_check() -> None:
    _, remarks = verifier([Path("corpus/cas")])
    assert [str(remark) for remark in remarks if remark.bloquante] == []


ORIGINAL = Path("corpus/cas/maladie/MAL-0001.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        (("= 32.88", "= 32.89"), "derivation", "32.89"),
        (("cas: MAL-0001", "cas: MAL-9999"), "cas", "MAL-9999.yaml"),
        (('brut: "2000.00"', "brut: 2000.00"), "brut", "guillemets"),
        (('brut: "2000.00"', 'brut: "-2000.00"'), "brut", "négatif"),
        (("famille: maladie", "famille: maladies"), "famille", "valeurs admises"),
        (("famille: maladie", "famille: maladie\ncouleur: bleu"), "couleur", "inconnu"),
        (("titre: ", "titre: [\n"), "ligne", "YAML"),
        (("statut: relu", "statut: certifie"), "", "deux signatures"),
        (("phenomene: ", "phenomene: jean@exemple.fr "), "", ""),
    ],
)
def test_an_unfit_case_is_named_with_its_file_and_field(
    tmp_path: Path, change: tuple[str, str], field: str, words: str
) -> None:
    before, after = change
    assert before in ORIGINAL
    (tmp_path / "MAL-0001.yaml").write_text(ORIGINAL.replace(before, after, 1), encoding="utf-8")
    _, remarks = verifier([tmp_path])
    assert remarks
    assert any(field in remark.champ and words in f"{remark.champ} {remark.texte}" for remark in remarks), (
        remarks
    )


def test_two_cases_alike_on_every_side_are_near_duplicates(tmp_path: Path) -> None:
    (tmp_path / "MAL-0001.yaml").write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "MAL-0002.yaml").write_text(
        ORIGINAL.replace("cas: MAL-0001", "cas: MAL-0002"), encoding="utf-8"
    )
    _, remarks = verifier([tmp_path])
    assert [r.champ for r in remarks if "quasi-doublon" in r.texte] == ["cas"]
    assert not any(remark.bloquante for remark in remarks)


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    for name in ("MAL-0001.yaml", "MAL-0002.yaml"):
        (tmp_path / name).write_text(ORIGINAL, encoding="utf-8")
    _, remarks = verifier([tmp_path])
    assert any("déjà le nom" in remark.texte and remark.bloquante for remark in remarks)
