"""The candidate engine `publicodes`: what it answers, what it leaves aside, and that no question kills it.

Amounts are checked against figures worked out by hand or against each other: this tests the adapter.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from sut_adapters.protocol import HelloResponse, LiquiderResponse

FOLDER = Path(str(files("sut_adapters.moteurs.publicodes")))
Json = dict[str, Any]


def node_or_skip(node: str | None, folder: Path) -> str:
    """The Node.js command; without it or its packages the test is skipped, and fails where CI is set."""
    if node is not None and (folder / "node_modules" / "modele-social").is_dir():
        return node
    reason = (
        "Node.js (20 or later) is not on the PATH"
        if node is None
        else f"the npm packages are missing: run `npm ci --ignore-scripts` in {folder}"
    )
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


class Engine:
    """The engine's process, asked line by line."""

    def __init__(self) -> None:
        node = node_or_skip(shutil.which("node"), FOLDER)
        self.process = subprocess.Popen(
            [node, str(FOLDER / "moteur.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask_line(self, line: str) -> Json:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer: Json = json.loads(self.process.stdout.readline())
        return answer

    def ask(self, **request: Any) -> Json:
        return self.ask_line(json.dumps(request, ensure_ascii=False))

    def ask_cases(self, *dossiers: Json, au: str = "2026-12-31") -> list[Json]:
        demandes = [
            {"cas": f"C-{rank}", "dossier": dossier, "au": au} for rank, dossier in enumerate(dossiers)
        ]
        answer = self.ask(op="liquider", seq=1, dossiers=demandes, lectures={})
        LiquiderResponse.model_validate(answer)
        reponses: list[Json] = answer["reponses"]
        return reponses

    def amount(self, dossier: Json) -> Fraction:
        (reponse,) = self.ask_cases(dossier)
        (taux,) = reponse["resultat"]["taux"]
        return Fraction(taux["montant_journalier"])

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    started = Engine()
    yield started
    started.close()


MOIS = {
    "2024-09-02": [("2024-06-01", "2024-06-30"), ("2024-07-01", "2024-07-31"), ("2024-08-01", "2024-08-31")],
    "2026-05-31": [("2026-02-01", "2026-02-28"), ("2026-03-01", "2026-03-31"), ("2026-04-01", "2026-04-30")],
    "2026-06-30": [("2026-03-01", "2026-03-31"), ("2026-04-01", "2026-04-30"), ("2026-05-01", "2026-05-31")],
    "2020-12-31": [("2020-09-01", "2020-09-30"), ("2020-10-01", "2020-10-31"), ("2020-11-01", "2020-11-30")],
}


def dossier(brut: str = "2400.00", debut: str = "2024-09-02", contrat: str = "cdi") -> Json:
    """One employee on a constant wage, stopped on one day, certified the same day."""
    return {
        "assure": {
            "naissance": "1988-02-14",
            "residence_fiscale_france": True,
            "regime_maladie_francais": True,
        },
        "pieces": [
            {
                "id": "p1",
                "type": "activite",
                "recue_le": "2019-01-05",
                "activite": "A",
                "nature": "salarie",
                "contrat": contrat,
                "debut": "2019-01-01",
                "fin": None,
                "periodicite": "mensuelle",
                "discontinu": False,
            },
            {
                "id": "p2",
                "type": "affiliation",
                "recue_le": "2019-01-05",
                "regime": "general",
                "debut": "2019-01-01",
            },
            {
                "id": "p3",
                "type": "avis_arret",
                "recue_le": debut,
                "arret": "S1",
                "nature": "initial",
                "risque": "maladie",
                "prescrit_le": debut,
                "debut": debut,
                "fin": debut,
                "activites": ["A"],
            },
            {
                "id": "p4",
                "type": "attestation_salaire",
                "recue_le": debut,
                "arret": "S1",
                "activite": "A",
                "dernier_jour_travaille": "2020-11-30" if debut < "2021" else "2024-08-30",
                "paies": [
                    {
                        "debut": premier,
                        "fin": dernier,
                        "brut": brut,
                        "heures": "151.67",
                        "versee_le": dernier,
                        "absences": [],
                    }
                    for premier, dernier in MOIS[debut]
                ],
            },
        ],
    }


ACTIVITE, AFFILIATION, AVIS, ATTESTATION = range(4)


def but(piece: int, **fields: Any) -> Json:
    """The ordinary dossier, save some fields of one of its pieces."""
    autre = dossier()
    autre["pieces"][piece].update(fields)
    return autre


def but_pay(rank: int, **fields: Any) -> Json:
    """The ordinary dossier, save some fields of one of its three pays."""
    autre = dossier()
    autre["pieces"][ATTESTATION]["paies"][rank].update(fields)
    return autre


def plus(like: int | None = None, **fields: Any) -> Json:
    """The ordinary dossier and one more piece, made from one of its own where `like` says so."""
    autre = dossier()
    autre["pieces"].append((autre["pieces"][like] if like is not None else {}) | {"id": "p5"} | fields)
    return autre


@pytest.mark.node
def test_it_says_who_it_is_and_what_it_handles(engine: Engine) -> None:
    hello = HelloResponse.model_validate(engine.ask(op="hello", seq=7, protocole=1))
    assert (hello.seq, hello.nom) == (7, "publicodes")
    pins = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert hello.version == f"modele-social {pins['modele-social']}, publicodes {pins['publicodes']}"
    capacites = hello.capacites
    assert (capacites.familles, capacites.champs_rendus, capacites.lectures) == (
        ("maladie",),
        ("decisions", "taux"),
        {},
    )
    assert (capacites.historique, capacites.montants_non_arrondis) == ("aucun", True)
    assert (str(capacites.periode.debut), str(capacites.periode.fin)) == ("2021-01-01", "2026-12-31")
    assert capacites.enveloppe["salaire_constant"] is True


@pytest.mark.node
def test_an_ordinary_wage_gives_its_rate_with_all_its_decimals(engine: Engine) -> None:
    (reponse,) = engine.ask_cases(dossier("2400.00"))
    (taux,) = reponse["resultat"]["taux"]
    montant = taux.pop("montant_journalier")
    assert taux == {"arret": "S1", "regime": "general", "risque": "maladie", "a_partir_du_jour": 1}
    assert abs(Fraction(montant) - Fraction(2400 * 3 * 2, 365)) < Fraction(1, 10**9)
    assert len(montant.partition(".")[2]) > 6


@pytest.mark.node
def test_the_first_day_of_the_stop_is_the_date_it_is_asked_at(engine: Engine) -> None:
    may, june = (
        engine.amount(dossier("4000.00", "2026-05-31")),
        engine.amount(dossier("4000.00", "2026-06-30")),
    )
    assert may != june


@pytest.mark.node
def test_a_fixed_term_contract_pays_on_the_certified_wage_alone(engine: Engine) -> None:
    assert engine.amount(dossier(contrat="cdd")) == engine.amount(dossier(contrat="cdi"))


@pytest.mark.node
@pytest.mark.parametrize("brut", ["1766.92", "1.00", "0.00"])
def test_a_condition_the_rules_call_unmet_is_rights_refused_and_never_an_amount(
    engine: Engine, brut: str
) -> None:
    (reponse,) = engine.ask_cases(dossier(brut))
    assert [decision["ouvert"] for decision in reponse["resultat"]["decisions"]] == [False]
    assert reponse["resultat"]["taux"] == []


OUT_OF_REACH: list[tuple[str, Json, str]] = [
    ("two employers", plus(ACTIVITE, activite="B"), "un employeur"),
    ("two notices", plus(AVIS), "un seul avis"),
    ("another document", plus(type="chomage", recue_le="2024-01-01"), "chomage"),
    ("a prolongation", but(AVIS, nature="prolongation"), "prolongation"),
    ("part-time", but(AVIS, modalite="temps_partiel"), "temps_partiel"),
    ("another risk", but(AVIS, risque="accident"), "accident"),
    ("an ALD", but(AVIS, ald="L1"), "affections de longue durée"),
    ("a special flag", but(AVIS, acte_terrorisme=True), "terrorisme"),
    ("an unknown field", but(AVIS, champ_nouveau=True), "champ_nouveau"),
    ("a long stop", but(AVIS, fin="2025-03-01"), "au-delà de six mois"),
    ("two activities stopped", but(AVIS, activites=["A", "B"]), "une activité"),
    ("a weekly pay", but(ACTIVITE, periodicite="hebdomadaire"), "hebdomadaire"),
    ("agency work", but(ACTIVITE, contrat="interim"), "interim"),
    ("a recent hiring", but(ACTIVITE, debut="2024-03-02"), "même salaire pendant six mois"),
    ("an ended contract", but(ACTIVITE, fin="2024-08-31"), "maintien de droits"),
    ("another scheme", but(AFFILIATION, regime="agricole"), "agricole"),
    ("a lapsed affiliation", but(AFFILIATION, fin="2024-08-31"), "maintien de droits"),
    ("a varying wage", but_pay(1, brut="2400.01"), "constant"),
    ("an incomplete month", but_pay(0, debut="2024-06-02"), "mois civils entiers"),
    ("a late pay", but_pay(2, versee_le="2024-09-02"), "date de versement"),
    ("an absence", but_pay(0, absences=[{"motif": "greve"}]), "mois entiers travaillés"),
    ("a missing month", but(ATTESTATION, paies=dossier()["pieces"][ATTESTATION]["paies"][1:]), "2024-06"),
    ("a bonus", but(ATTESTATION, accessoires=[{"nature": "prime"}]), "prime"),
    ("a subrogation", but(ATTESTATION, subrogations=[{"salaire_maintenu": "total"}]), "subrogation"),
    ("work on the first day", but(ATTESTATION, dernier_jour_travaille="2024-09-02"), "premier jour"),
    ("a correction", but(ATTESTATION, remplace="p3"), "historique"),
    ("a stop before its parameters", dossier(debut="2020-12-31"), "2021-01-01"),
]


@pytest.mark.node
@pytest.mark.parametrize(("beyond", "fragment"), [pytest.param(d, f, id=n) for n, d, f in OUT_OF_REACH])
def test_what_the_rules_cannot_say_is_left_to_others(engine: Engine, beyond: Json, fragment: str) -> None:
    (reponse,) = engine.ask_cases(beyond)
    assert list(reponse) == ["cas", "hors_champ"]
    assert fragment in reponse["hors_champ"]["motif"]


@pytest.mark.node
def test_a_field_at_its_default_changes_nothing(engine: Engine) -> None:
    usual = engine.amount(dossier())
    assert engine.amount(but(ACTIVITE, motif_fin=None, abattement_frais_professionnels=False)) == usual
    assert engine.amount(but(AVIS, modalite="complet", support="papier", ald=None, ivg=False)) == usual
    assert engine.amount(but(ATTESTATION, accessoires=[], subrogations=[], risque=None)) == usual


@pytest.mark.node
def test_a_document_not_yet_received_is_not_seen(engine: Engine) -> None:
    late = plus(type="deces", recue_le="2024-10-01")
    (before,) = engine.ask_cases(late, au="2024-09-30")
    (after,) = engine.ask_cases(late, au="2024-10-01")
    assert ("resultat" in before, "hors_champ" in after) == (True, True)


@pytest.mark.node
def test_a_batch_answers_each_case_as_if_alone_in_any_order(engine: Engine) -> None:
    batch = [
        dossier("2400.00"),
        but(ACTIVITE, contrat="interim"),
        dossier("1.00"),
        dossier("4000.00"),
    ]
    alone = [engine.ask_cases(one)[0] | {"cas": None} for one in batch]
    assert [reponse | {"cas": None} for reponse in engine.ask_cases(*batch)] == alone
    assert [reponse | {"cas": None} for reponse in engine.ask_cases(*batch[::-1])] == alone[::-1]


@pytest.mark.node
@pytest.mark.parametrize(
    ("line", "seq"),
    [
        ("ce n'est pas du JSON", None),
        ('{"op":"liquider","seq":12,', 12),
        ("", None),
        ("null", None),
        ('{"op":"danser","seq":3}', 3),
        ('{"op":"liquider","seq":4}', 4),
        ('{"op":"hello","seq":5,"protocole":2}', 5),
    ],
)
def test_a_line_that_is_no_request_gets_an_error_and_the_next_one_an_answer(
    engine: Engine, line: str, seq: int | None
) -> None:
    answer = engine.ask_line(line)
    assert (answer["seq"], "message" in answer["erreur"]) == (seq, True)
    assert engine.amount(dossier()) > 0


@pytest.mark.node
@pytest.mark.parametrize(
    ("malformed", "fragment"),
    [
        ({}, "pieces"),
        (but(AVIS, debut="2024-02-30"), "AAAA-MM-JJ"),
        (but_pay(0, brut=2400.55), "brut"),
        (but(ACTIVITE, nature=None), "nature"),
    ],
)
def test_a_malformed_dossier_is_an_error_that_names_the_field(
    engine: Engine, malformed: Json, fragment: str
) -> None:
    (reponse,) = engine.ask_cases(malformed)
    assert fragment in reponse["erreur"]["message"]


@pytest.mark.node
def test_a_line_separator_inside_a_text_does_not_cut_the_request(engine: Engine) -> None:
    assert engine.ask(op="danser\u2028", seq=6)["seq"] == 6


@pytest.mark.node
def test_bye_ends_it_well_and_nothing_else_was_said() -> None:
    started = Engine()
    try:
        assert started.ask(op="bye", seq=2) == {"seq": 2}
        assert started.process.wait(timeout=30) == 0
        assert started.process.stdout is not None
        assert started.process.stdout.read() == ""
    finally:
        started.close()


@pytest.mark.node
def test_the_end_of_its_input_ends_it_well() -> None:
    started = Engine()
    output, _ = started.process.communicate('{"op":"danser","seq":1}', timeout=30)
    assert (json.loads(output)["seq"], started.process.returncode) == (1, 0)


@pytest.mark.node
def test_without_its_packages_it_says_how_to_install_them(tmp_path: Path) -> None:
    node = node_or_skip(shutil.which("node"), FOLDER)
    for name in ("moteur.mjs", "traduction.mjs", "package.json"):
        shutil.copy(FOLDER / name, tmp_path)
    run = subprocess.run(
        [node, str(tmp_path / "moteur.mjs")], input="", capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert "npm ci --ignore-scripts" in run.stderr


def test_the_lock_pins_both_packages_and_holds_no_address() -> None:
    pins = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(lock)["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in pins} == pins
    assert all(packages[f"node_modules/{name}"]["integrity"].startswith("sha512-") for name in pins)
    assert "resolved" not in lock
    assert "omit-lockfile-registry-resolved=true" in (FOLDER / ".npmrc").read_text(encoding="utf-8")


def test_a_missing_engine_is_skipped_at_home_and_fails_in_ci(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"Node\.js"):
        node_or_skip(None, FOLDER)
    with pytest.raises(pytest.skip.Exception, match="npm ci"):
        node_or_skip("node", tmp_path)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="npm ci"):
        node_or_skip("node", tmp_path)
