"""Dossiers drawn for an engine stay inside what it declares, and a claim that cannot be honoured is refused by name."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from oracle.calendrier import mois_civils_precedents, nb_jours
from oracle.perimetre import PIECES_COUVERTES
from properties.strategies import (
    DossierGenere,
    Enveloppe,
    EnveloppeIllisible,
    dossiers_maladie,
    tirer,
    tirer_sans_reduction,
)
from properties.strategies.enveloppe import CHAMPS
from tests.test_moteur_publicodes import Engine
from tests.tirages import Json, jour, paies, pieces

SANS_RIEN_D_AUTRE = {
    "discontinu": False,
    "exceptions_carence": False,
    "acte_terrorisme": False,
    "premier_jour_travaille": False,
}
UN_SEUL_SALAIRE_CONSTANT: Json = {
    "familles": ["maladie"],
    "periode": {"debut": "2024-02-15", "fin": "2025-11-30"},
    "pieces": ["activite", "affiliation", "avis_arret", "attestation_salaire"],
    "champs_rendus": ["taux"],
    "historique": "aucun",
    "enveloppe": {
        "salaire_constant": True,
        "mois_de_salaire_constant": 6,
        "paies_exigees": 3,
        "employeurs_max": 1,
        "arrets_max": 1,
        "avis_par_arret_max": 1,
        "duree_max_jours": 180,
        "contrats": "cdi, cdd",
        "periodicites": "mensuelle",
        "regimes": "general",
        "heures_lues": False,
        "absences": False,
        "subrogation": False,
        "ald": False,
        "maintien": False,
        **SANS_RIEN_D_AUTRE,
    },
}


def test_dossiers_stay_inside_a_narrow_envelope() -> None:
    enveloppe = Enveloppe.depuis(UN_SEUL_SALAIRE_CONSTANT)
    for tire in tirer(dossiers_maladie(enveloppe), 400, 5):
        assert {piece["type"] for piece in tire.dossier["pieces"]} <= enveloppe.pieces
        (activite,) = pieces(tire, "activite")
        (avis,) = pieces(tire, "avis_arret")
        (attestation,) = pieces(tire, "attestation_salaire")
        debut = jour(avis["debut"])
        assert enveloppe.debut <= debut <= enveloppe.fin
        assert nb_jours(debut, jour(avis["fin"])) <= 180
        assert activite["contrat"] in ("cdi", "cdd")
        assert activite["periodicite"] == "mensuelle"
        assert jour(activite["debut"]) <= mois_civils_precedents(debut, 6)[0].debut
        assert "fin" not in activite or jour(activite["fin"]) >= debut
        assert {"ald", "exception_carence", "acte_terrorisme", "premier_jour_travaille"}.isdisjoint(avis)
        assert jour(attestation["dernier_jour_travaille"]) < debut
        assert jour(attestation["recue_le"]) <= tire.au
        assert "subrogations" not in attestation
        assert len({paie["brut"] for paie in paies(tire)}) == 1
        assert {paie["heures"] for paie in paies(tire)} <= {"151.67", None}
        certifies = [jour(paie["debut"]) for paie in attestation["paies"]][-3:]
        assert certifies == [mois.debut for mois in mois_civils_precedents(debut, 3)]


@pytest.mark.parametrize(
    ("limites", "respectee"),
    [
        ({"employeurs_max": 1, "maintien": False}, lambda tire: len(pieces(tire, "activite")) == 1),
        ({"arrets_max": 1}, lambda tire: len({avis["arret"] for avis in pieces(tire, "avis_arret")}) <= 1),
        ({"avis_par_arret_max": 1}, lambda tire: all(n == 1 for n in avis_par_arret(tire).values())),
        ({"duree_max_jours": 30}, lambda tire: all(duree <= 30 for duree in durees(tire))),
        ({"ald": False}, lambda tire: not pieces(tire, "ald")),
        (
            {"periodicites": ["mensuelle"]},
            lambda tire: all(a["periodicite"] == "mensuelle" for a in contrats(tire)),
        ),
        ({"contrats": "cdd"}, lambda tire: all(a["contrat"] == "cdd" for a in contrats(tire))),
        (
            {"regimes": "general"},
            lambda tire: all(a["nature"] == "salarie" for a in pieces(tire, "activite")),
        ),
        (
            {"modalites": "complet"},
            lambda tire: all("modalite" not in avis for avis in pieces(tire, "avis_arret")),
        ),
        (
            {"absences": False},
            lambda tire: not any(paie.get("absences") for paie in paies(tire)),
        ),
        ({"champs": "avis_arret.ivg"}, lambda tire: champs_employes(tire) <= {"avis_arret.ivg"}),
        (
            {"champs": "avis_arret.envoye_le, avis_arret.support"},
            lambda tire: champs_employes(tire) <= {"avis_arret.envoye_le", "avis_arret.support"},
        ),
        (
            {"subrogation": False},
            lambda tire: all("subrogations" not in a for a in pieces(tire, "attestation_salaire")),
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_each_limit_holds_on_every_dossier_and_does_not_hold_without_it(
    limites: Json, respectee: Callable[[DossierGenere], bool]
) -> None:
    limitee = Enveloppe.depuis({"historique": "aucun", "enveloppe": limites})
    assert all(respectee(tire) for tire in tirer_sans_reduction(400, 8, limitee))
    assert not all(respectee(tire) for tire in tirer_sans_reduction(400, 8))


def champs_employes(tire: DossierGenere) -> set[str]:
    """The fields of ``CHAMPS`` that a dossier uses out of the ordinary."""
    sur_les_avis = {
        f"avis_arret.{champ}"
        for avis in pieces(tire, "avis_arret")
        for champ in ("teleconsultation", "ivg", "cure_thermale", "pension_militaire")
        if avis.get(champ)
    }
    for avis in pieces(tire, "avis_arret"):
        if avis["envoye_le"] > max(avis["prescrit_le"], avis["debut"]):
            sur_les_avis.add("avis_arret.envoye_le")
        if avis.get("support") == "papier_non_securise":
            sur_les_avis.add("avis_arret.support")
    au_cachet = {"attestation_salaire.cachets" for paie in paies(tire) if paie.get("cachets")}
    tard = {"attestation_salaire.versee_le" for paie in paies(tire) if paie["versee_le"] > paie["fin"]}
    return sur_les_avis | au_cachet | tard


def contrats(tire: DossierGenere) -> list[Json]:
    return [a for a in pieces(tire, "activite") if a["nature"] == "salarie"]


def avis_par_arret(tire: DossierGenere) -> Counter[str]:
    return Counter(avis["arret"] for avis in pieces(tire, "avis_arret"))


def durees(tire: DossierGenere) -> list[int]:
    bornes: dict[str, list[date]] = {}
    for avis in pieces(tire, "avis_arret"):
        bornes.setdefault(avis["arret"], []).extend((jour(avis["debut"]), jour(avis["fin"])))
    return [nb_jours(min(jours), max(jours)) for jours in bornes.values()]


def test_the_period_bounds_the_first_day_of_every_notice() -> None:
    enveloppe = Enveloppe.depuis({"periode": {"debut": "2024-12-30", "fin": "2025-01-02"}})
    debuts = {
        jour(avis["debut"])
        for t in tirer_sans_reduction(500, 2, enveloppe)
        for avis in pieces(t, "avis_arret")
    }
    assert debuts == {date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 2)}


def test_an_engine_without_declared_limits_gets_the_whole_reach() -> None:
    assert Enveloppe.depuis({"champs_rendus": ["taux"]}) == Enveloppe()


def test_unknown_limits_are_ignored() -> None:
    inconnues = {"taux_par_arret": 1, "couleur": "bleu"}
    assert Enveloppe.depuis({"enveloppe": {**inconnues, "champs": ", ".join(CHAMPS)}}) == Enveloppe()


def test_an_engine_that_sets_limits_reads_only_the_fields_it_names() -> None:
    assert Enveloppe.depuis({"enveloppe": {"arrets_max": 1}}).champs == ()
    assert Enveloppe.depuis({"enveloppe": {"champs": "avis_arret.ivg"}}).champs == ("avis_arret.ivg",)
    assert Enveloppe.depuis({}).champs == CHAMPS


def test_an_engine_that_keeps_no_history_gets_no_correction() -> None:
    sans = Enveloppe.depuis({"historique": "aucun"})
    for tire in tirer_sans_reduction(400, 3, sans):
        assert not any("remplace" in piece or "annule" in piece for piece in tire.dossier["pieces"])
        noms = [piece["id"] for piece in tire.dossier["pieces"]]
        assert noms == [f"p{rang}" for rang in range(1, len(noms) + 1)]


@pytest.mark.parametrize(
    "absente",
    [
        "periode_assimilee",
        "conge_famille",
        "detention",
        "attestation_temps_partiel",
        "avertissement_envoi_tardif",
        "decision_envoi_apres_fin",
        "avis_medical",
        "manquement",
        "pension",
        "reprise_historique",
        "chomage",
        "mouvement",
        "notification_indu",
        "reclamation",
    ],
)
def test_a_document_that_is_not_declared_is_never_sent(absente: str) -> None:
    declarees = [piece for piece in PIECES_COUVERTES if piece != absente]
    enveloppe = Enveloppe.depuis({"pieces": declarees})
    assert not any(pieces(tire, absente) for tire in tirer_sans_reduction(600, 4, enveloppe))
    assert any(pieces(tire, absente) for tire in tirer_sans_reduction(2000, 4))


@pytest.mark.parametrize(
    ("capacites", "dit"),
    [
        ({"enveloppe": {"arrets_max": "un"}}, "enveloppe.arrets_max: 'un'; accepted: an integer"),
        ({"enveloppe": {"arrets_max": True}}, "enveloppe.arrets_max: True"),
        ({"enveloppe": {"ald": "non"}}, "enveloppe.ald: 'non'; accepted: true or false"),
        (
            {"enveloppe": {"contrats": "stage"}},
            "enveloppe.contrats: 'stage'; accepted: one or several of cdi",
        ),
        ({"periode": {"fin": "2020-12-31"}}, "periode: no day in common"),
        ({"periode": {"debut": "01/01/2024"}}, "periode.debut: '01/01/2024' is not a day"),
        ({"familles": ["independants"]}, "familles: none of maladie"),
        ({"pieces": ["activite", "avis_arret"]}, "without attestation_salaire"),
    ],
)
def test_a_claim_that_cannot_be_honoured_is_refused_by_name(capacites: Json, dit: str) -> None:
    with pytest.raises(EnveloppeIllisible, match=dit.replace("(", r"\(")):
        Enveloppe.depuis(capacites)


def test_an_envelope_that_no_scenario_fits_says_why() -> None:
    with pytest.raises(ValueError, match="no scenario of maladie fits this envelope: contrats saisonnier"):
        dossiers_maladie(Enveloppe.depuis({"enveloppe": {"contrats": "saisonnier", "discontinu": False}}))


@pytest.mark.node
def test_publicodes_leaves_aside_no_dossier_of_its_envelope() -> None:
    moteur = Engine()
    capacites = moteur.ask(op="hello", seq=0, protocole=1)["capacites"]
    capacites["enveloppe"].update(SANS_RIEN_D_AUTRE)
    tires = tirer(dossiers_maladie(Enveloppe.depuis(capacites)), 100, 5)
    demandes = [
        {"cas": f"C{rang}", "dossier": tire.dossier, "au": tire.au.isoformat()}
        for rang, tire in enumerate(tires)
    ]
    reponses = moteur.ask(op="liquider", seq=1, dossiers=demandes, lectures={})["reponses"]
    moteur.ask(op="bye", seq=2)
    assert [reponse for reponse in reponses if "hors_champ" in reponse] == []
