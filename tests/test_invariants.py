"""The relations hold for the oracle over drawn dossiers; each of them can fail, and says nothing where it does not apply."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from oracle.decompte import Decompte
from oracle.dossier import lire_dossier
from properties.invariants import (
    RELATIONS,
    Constat,
    Demande,
    Relation,
    comptes,
    durees,
    eprouver,
    histoires,
    jours,
    montants,
)
from properties.strategies import (
    DossierGenere,
    dossiers_de_famille,
    dossiers_du_scenario,
    tirer,
    tirer_sans_reduction,
)
from properties.strategies.hasard import hasard_de
from tests.aides import activite, attestation, avis, dossier, jour, mouvement, paies
from tests.aides_famille import conge, grossesse, naissance, salaires
from tests.moteurs_casses import CASSES, Moteur, oracle
from tests.moteurs_casses_conges import CASSES_DES_CONGES

EXIGEES = (
    *(f"INV-A{rang:02d}" for rang in (1, 2, 6, 9, 10, 11, 15, 17, 18, 21)),
    *(f"INV-B{rang:02d}" for rang in (1, 2, 3, 5, 6, 7, 9, 10, 12, 14, 15, 16, 17, 18, 21, 22)),
    *(f"INV-C{rang:02d}" for rang in range(1, 15)),
    *(f"INV-N{rang:02d}" for rang in (1, 2, 4)),
    *(f"INV-J{rang:02d}" for rang in (1, 2, 3, 4, 5)),
)
TOUTES_LES_CASSES = {**CASSES, **CASSES_DES_CONGES}
UN_LOT, LOTS, LOTS_DE_FAMILLE = 30, 8, 4
LOTS_DE_FOND = 14
UN_LOT_DE_FOND = 150


def demandes(tires: list[DossierGenere]) -> Iterator[Demande]:
    for tire in tires:
        yield Demande(lire_dossier(tire.dossier), tire.au)


def constats(relation: Relation, moteur: Moteur, questions: Iterator[Demande]) -> Iterator[Constat]:
    for rang, demande in enumerate(questions):
        decompte = moteur(demande)
        if decompte is not None:
            yield eprouver(relation, moteur, demande, decompte, hasard_de(rang))


def violations(tires: list[DossierGenere], graine: int) -> list[str]:
    """What breaks a relation, with the dossier that shows it."""
    trouvees = []
    for rang, (tire, demande) in enumerate(zip(tires, demandes(tires), strict=True)):
        decompte = oracle(demande)
        assert decompte is not None, f"dossier {rang} of seed {graine} is declined"
        for relation in RELATIONS.values():
            constat = eprouver(relation, oracle, demande, decompte, hasard_de(rang))
            if constat.issue == "violee":
                ecrit = json.dumps(tire.dossier, ensure_ascii=False)
                trouvees.append(
                    f"{relation.id}, seed {graine}, dossier {rang}, au {tire.au}: {constat.ecarts[:3]}\n{ecrit}"
                )
    return trouvees


# -- the oracle


@pytest.mark.parametrize("graine", range(1, LOTS + 1))
def test_the_oracle_holds_every_relation(graine: int) -> None:
    assert violations(tirer_sans_reduction(UN_LOT, graine), graine) == []


@pytest.mark.parametrize("graine", range(51, 51 + LOTS_DE_FAMILLE))
def test_the_oracle_holds_every_relation_over_family_leaves(graine: int) -> None:
    assert violations(tirer(dossiers_de_famille(), UN_LOT, graine), graine) == []


@pytest.mark.lent
@pytest.mark.parametrize("graine", range(101, 101 + LOTS_DE_FOND))
def test_the_oracle_holds_every_relation_over_thousands(graine: int) -> None:
    assert violations(tirer_sans_reduction(UN_LOT_DE_FOND, graine), graine) == []


# -- each relation can fail


@pytest.mark.parametrize("nom", RELATIONS)
def test_each_relation_catches_an_engine_that_breaks_it_and_spares_the_oracle(nom: str) -> None:
    relation, casse = RELATIONS[nom], TOUTES_LES_CASSES[nom]
    vus: Counter[str] = Counter()
    for scenario in casse.scenarios:
        tires = tirer(dossiers_du_scenario(scenario), 4 if scenario == "jusqu_au_360e" else 25, 6)
        vus.update(constat.issue for constat in constats(relation, oracle, demandes(tires)))
        assert vus["violee"] == 0
        attrapes = (c.issue == "violee" for c in constats(relation, casse.moteur, demandes(tires)))
        vus["attrapee"] += any(attrapes)
    assert vus["tenue"]
    assert vus["attrapee"]


# -- where a relation says nothing


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS)
def test_a_relation_says_nothing_of_an_empty_file(relation: Relation) -> None:
    vide = Demande(lire_dossier({**dossier(), "pieces": []}), jour("2024-09-30"))
    constat = eprouver(relation, lambda _: Decompte(), vide, Decompte(), hasard_de(0))
    assert constat == Constat("non_applicable")


def test_a_relation_says_nothing_when_the_engine_declines_the_other_question() -> None:
    demande = Demande(lire_dossier(dossier()), jour("2024-09-30"))
    decompte = oracle(demande)
    assert decompte is not None
    for relation in RELATIONS.values():
        if relation.metamorphose is not None:
            constat = eprouver(relation, lambda _: None, demande, decompte, hasard_de(0))
            assert constat.issue == "non_applicable"


def test_a_relation_that_needs_a_field_says_nothing_of_an_engine_that_does_not_render_it() -> None:
    demande = Demande(lire_dossier(dossier()), jour("2024-09-30"))
    rendu = oracle(demande)
    assert rendu is not None
    sans = rendu.model_copy(update={"soldes": (), "compteurs": None, "taux": ()})
    for nom in ("INV-J04", "INV-J05", "INV-B14", "INV-B07", "INV-B01"):
        constat = eprouver(RELATIONS[nom], oracle, demande, sans, hasard_de(0))
        assert (nom, constat.issue) == (nom, "non_applicable")


def test_rights_are_those_of_the_stop_when_a_leave_follows_it() -> None:
    """The leave waits for a certificate of its own: its decision is not the stop's."""
    suite = (
        activite(),
        avis("2024-01-19", "2024-01-30"),
        attestation(
            paies("2023-10", "2000.00", "2000.00", "2000.00"),
            recue_le="2024-01-24",
            dernier_jour_travaille="2024-01-18",
        ),
        grossesse("2024-03-13"),
        conge("maternite", ("2024-01-31", "2024-05-21")),
    )
    demande = Demande(lire_dossier(dossier(*suite)), jour("2024-05-21"))
    decompte = oracle(demande)
    assert decompte is not None
    issues = {
        eprouver(RELATIONS["INV-N02"], oracle, demande, decompte, hasard_de(r)).issue for r in range(20)
    }
    assert issues == {"tenue"}


def test_an_illness_of_childbirth_that_waits_for_a_certificate_is_not_judged() -> None:
    suite = (
        activite(),
        grossesse("2025-06-15"),
        naissance("2025-06-15"),
        conge("maternite", ("2025-05-04", "2025-08-23")),
        salaires("2025-05-04", "2000.00", "2000.00", "2000.00", risque="maternite"),
        avis("2025-08-24", "2025-09-05", arret="S2", risque="suites_de_couches"),
    )
    demande = Demande(lire_dossier(dossier(*suite)), jour("2025-08-31"))
    decompte = oracle(demande)
    assert decompte is not None
    constat = eprouver(RELATIONS["INV-C07"], oracle, demande, decompte, hasard_de(0))
    assert constat == Constat("non_applicable")


def test_a_leave_stated_anew_is_not_received_twice_under_its_former_dates() -> None:
    """Both statements are in force, the second one stands: the correction told again would stand in its turn."""
    annonce = conge("maternite", ("2025-05-12", "2025-08-23"), id="c0", recue_le="2025-04-10")
    avant = conge("maternite", ("2025-05-11", "2025-08-23"), id="c1", recue_le="2025-04-20", remplace="c0")
    suite = (
        activite(),
        grossesse("2025-06-15"),
        annonce,
        avant,
        conge("maternite", ("2025-05-04", "2025-08-23"), recue_le="2025-04-30"),
        salaires("2025-05-04", "2000.00", "2000.00", "2000.00", risque="maternite"),
    )
    demande = Demande(lire_dossier(dossier(*suite)), jour("2025-08-31"))
    decompte = oracle(demande)
    assert decompte is not None
    issues = {
        eprouver(RELATIONS["INV-A10"], oracle, demande, decompte, hasard_de(r)).issue for r in range(20)
    }
    assert issues == {"tenue"}


# -- the registry


def test_every_relation_asked_for_is_there_under_its_own_name() -> None:
    assert {*EXIGEES} <= RELATIONS.keys()
    assert all(
        re.fullmatch(r"INV-[ABCJN]\d\d", nom) and relation.id == nom for nom, relation in RELATIONS.items()
    )
    assert RELATIONS.keys() == TOUTES_LES_CASSES.keys()


def test_every_relation_says_what_it_states_on_what_ground_and_when() -> None:
    for relation in RELATIONS.values():
        assert relation.enonce.endswith(".")
        assert relation.prealables.endswith(".")
        assert relation.fondement
        assert all(re.fullmatch(r"DEF\d\d", defaut) for defaut in relation.defauts)
    assert len({relation.enonce for relation in RELATIONS.values()}) == len(RELATIONS)


def test_a_relation_is_absolute_or_metamorphic() -> None:
    with pytest.raises(ValueError, match="INV-Z01: exactly one of absolue and metamorphose"):
        Relation("INV-Z01", "t", "e", "f", "H", "p")


def test_no_relation_computes_what_is_due() -> None:
    dossier_des_relations = Path(comptes.__file__).parent
    interdits = ("oracle.liquidation", "oracle.journal", "oracle.instruction", "oracle.calcul")
    for fichier in dossier_des_relations.rglob("*.py"):
        importes = {
            noeud.module or ""
            for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8")))
            if isinstance(noeud, ast.ImportFrom)
        }
        assert importes.isdisjoint(interdits), fichier.name
        assert not any("liquid" in module for module in importes), fichier.name


# -- said in so many words: the totals, the prescription, the ceiling, the counters, the order of documents


@pytest.fixture(scope="module")
def rendus() -> list[tuple[Demande, Decompte]]:
    questions = list(demandes(tirer_sans_reduction(150, 2026)))
    return [(demande, decompte) for demande in questions if (decompte := oracle(demande)) is not None]


def test_every_day_is_counted_once_and_the_total_is_that_of_the_prescription(
    rendus: list[tuple[Demande, Decompte]],
) -> None:
    for demande, decompte in rendus:
        assert jours.total_des_jours(demande.dossier, demande.au, decompte).issue == "tenue"


def test_no_benefit_is_paid_outside_the_prescription(rendus: list[tuple[Demande, Decompte]]) -> None:
    for demande, decompte in rendus:
        assert jours.rien_hors_prescription(demande.dossier, demande.au, decompte).issue == "tenue"


def test_the_ceiling_is_respected(rendus: list[tuple[Demande, Decompte]]) -> None:
    issues = [montants.plafond_respecte(d.dossier, d.au, decompte).issue for d, decompte in rendus]
    assert set(issues) == {"tenue", "non_applicable"}


def test_counters_and_balances_agree_with_the_days(rendus: list[tuple[Demande, Decompte]]) -> None:
    for demande, decompte in rendus:
        for relation in (durees.compteur_des_jours_payes, durees.compteur_des_pensionnes, comptes.sommes):
            assert relation(demande.dossier, demande.au, decompte).issue != "violee"


def test_the_same_documents_in_any_order_give_the_same_decompte() -> None:
    paye = mouvement(
        "230.16",
        lignes=[
            {
                "debut": "2024-09-05",
                "fin": "2024-09-11",
                "arret": "S1",
                "risque": "maladie",
                "regime": "general",
                "montant_journalier": "32.88",
            }
        ],
    )
    suite = avis("2024-09-21", "2024-10-04", id="p4", nature="prolongation", recue_le="2024-09-20")
    base = lire_dossier(dossier(activite(), avis(), attestation(), suite, paye))
    demande = Demande(base, jour("2024-10-31"))
    decompte = oracle(demande)
    assert decompte is not None
    for graine in range(30):
        transformation = histoires.ordre_d_arrivee(base, demande.au, decompte, hasard_de(graine))
        assert transformation is not None
        autre = oracle(transformation.demande)
        assert autre is not None
        assert transformation.comparer(decompte, autre) == Constat("tenue")
        assert autre.periodes == decompte.periodes
