"""What the oracle does not decide yet is declined by name, at its place; it is never left aside in silence."""

from typing import Any

import pytest

from oracle.decompte import Decompte
from oracle.dossier import TYPES_DE_PIECE, DossierInvalide
from oracle.perimetre import PIECES_COUVERTES, HorsChamp
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    chaque_jour,
    dossier,
    jour,
    liquide,
    paies,
    resume,
    subrogation,
)
from tests.aides_famille import conge, grossesse, revenu
from tests.exemples import exemples


def decline(donnees: Json, au: str | None = None) -> HorsChamp:
    """How the oracle declines a dossier."""
    with pytest.raises(HorsChamp) as refus:
        liquide(donnees, au)
    return refus.value


def test_the_documents_decided_are_those_of_sickness_and_family_leaves_and_no_other() -> None:
    """A document added here is added with the rules that read it."""
    assert set(PIECES_COUVERTES) < set(TYPES_DE_PIECE)
    assert sorted(PIECES_COUVERTES) == [
        "activite",
        "adoption",
        "affiliation",
        "ald",
        "attestation_salaire",
        "attestation_temps_partiel",
        "avertissement_envoi_tardif",
        "avis_arret",
        "avis_medical",
        "chomage",
        "conge",
        "conge_famille",
        "deces_enfant",
        "deces_mere",
        "decision_envoi_apres_fin",
        "detention",
        "grossesse",
        "manquement",
        "mouvement",
        "naissance",
        "notification_indu",
        "pension",
        "periode_assimilee",
        "reclamation",
        "reeducation",
        "remplacement",
        "reprise",
        "reprise_historique",
        "revenu_independant",
    ]


@pytest.mark.parametrize("type_de_piece", sorted(set(TYPES_DE_PIECE) - set(PIECES_COUVERTES)))
def test_a_document_not_decided_is_named(type_de_piece: str) -> None:
    pieces = sorted(exemples(), key=lambda piece: piece["type"] != type_de_piece)
    refus = decline(dossier(*pieces))
    assert refus.champ == f"pieces[{pieces[0]['id']}]"
    assert f"« {type_de_piece} »" in refus.motif
    assert str(refus) == f"{refus.champ} : {refus.motif}"


def test_a_document_not_decided_matters_only_once_received() -> None:
    deces = {"id": "d", "type": "deces", "recue_le": "2024-10-01", "date": "2024-09-30"}
    donnees = dossier(activite(), avis(), attestation(), deces)
    assert resume(liquide(donnees, "2024-09-30")) == resume(liquide(dossier(), "2024-09-30"))
    assert decline(donnees, "2024-10-01").champ == "pieces[d]"


def test_a_document_not_decided_and_withdrawn_is_no_obstacle() -> None:
    deces = {"id": "d", "type": "deces", "recue_le": "2024-09-10", "date": "2024-09-09"}
    retrait = {"id": "r", "type": "deces", "recue_le": "2024-09-11", "annule": "d"}
    donnees = dossier(activite(), avis(), attestation(), deces, retrait)
    assert resume(liquide(donnees, "2024-09-30")) == resume(liquide(dossier(), "2024-09-30"))


ACCIDENT = {
    "id": "x",
    "type": "accident",
    "recue_le": "2024-12-01",
    "accident": "X1",
    "nature": "travail",
    "date": "2024-09-01",
}


def un_avis(**champs: Any) -> Json:
    return dossier(activite(), avis(**champs), attestation(), ACCIDENT)


def un_mois_a_temps_partiel(*periodes: tuple[str, str]) -> Json:
    attestes = [
        {
            "id": f"tp{rang}",
            "type": "attestation_temps_partiel",
            "recue_le": "2024-09-25",
            "arret": "S1",
            "activite": "A",
            "debut": debut,
            "fin": fin,
            "salaire_retabli": "2000.00",
            "salaire_percu": "1200.00",
        }
        for rang, (debut, fin) in enumerate(periodes)
    ]
    return dossier(activite(), avis(modalite="temps_partiel"), attestation(), *attestes)


def une_reprise(**champs: Any) -> Json:
    piece = {"id": "h", "type": "reprise_historique", "recue_le": "2024-09-05"} | champs
    return dossier(activite(), avis(), attestation(), piece)


def ligne(**champs: Any) -> list[Json]:
    return [{"debut": "2024-01-04", "fin": "2024-01-10", "risque": "maladie"} | champs]


INDEPENDANT = activite(nature="independant", contrat=None, periodicite=None, statut="artisan")
SECOND_INDEPENDANT = INDEPENDANT | {"id": "i", "activite": "I"}
MANDAT = {c: v for c, v in activite(nature="mandat_local").items() if c not in ("contrat", "periodicite")}
AGRICOLE = {
    "id": "af",
    "type": "affiliation",
    "recue_le": "2024-01-01",
    "regime": "agricole",
    "debut": "2024-01-01",
}
CONGE_DE_NAISSANCE = conge("naissance_supplementaire", ("2024-09-01", "2024-09-30"))
CONGE_DE_MATERNITE = conge("maternite", ("2024-08-20", "2024-12-09"))
DES_CHIFFRES_D_AFFAIRES = [
    revenu(annee, "0.00", revenu=None, chiffre_affaires="30000.00") for annee in (2021, 2022, 2023)
]
EN_NATURE = [subrogation("2024-09-02", "2024-09-20", avantages_nature="100.00")]
BASE_GELEE = {"arret": "S0", "regime": "general", "base_journaliere": "65.7534"}
MENSUEL_ET_HEBDOMADAIRE = dossier(
    activite(),
    activite(id="a2", activite="B", periodicite="hebdomadaire"),
    avis(),
    attestation(),
    attestation(id="t2", activite="B"),
)


@pytest.mark.parametrize(
    ("donnees", "champ", "fragment"),
    [
        (dossier(INDEPENDANT, avis()), "pieces[p2]", "travailleurs indépendants"),
        (
            dossier(activite(), SECOND_INDEPENDANT, avis()),
            "pieces[i].nature",
            "à côté d'une activité salariée",
        ),
        (dossier(MANDAT, avis()), "pieces[p1].nature", "mandat local"),
        (
            dossier(activite(), grossesse("2025-02-15", exposition_des=True)),
            "pieces[g].exposition_des",
            "diéthylstilbestrol",
        ),
        (
            dossier(INDEPENDANT, grossesse("2025-02-15"), CONGE_DE_NAISSANCE),
            "pieces[c].risque",
            "naissance supplémentaire des indépendants",
        ),
        (
            dossier(INDEPENDANT, *DES_CHIFFRES_D_AFFAIRES, grossesse("2024-10-01"), CONGE_DE_MATERNITE),
            "pieces[rv2021].chiffre_affaires",
            "micro-entrepreneur",
        ),
        (dossier(activite(), AGRICOLE, avis()), "pieces[af].regime", "autre régime"),
        (un_avis(risque="accident"), "pieces[p2].risque", "« accident »"),
        (un_avis(accident="X1"), "pieces[p2].accident", "accident"),
        (dossier(activite(), avis(), attestation(risque="accident")), "pieces[p3].risque", "accident"),
        (
            dossier(activite(), avis(), attestation(subrogations=EN_NATURE)),
            "pieces[p3].subrogations[0].avantages_nature",
            "avantages en nature",
        ),
        (une_reprise(carences_servies=["S0"]), "pieces[h].carences_servies", "ancien moteur"),
        (une_reprise(compteurs={"jour_atmp": {"X0": 10}}), "pieces[h].compteurs", "ancien moteur"),
        (une_reprise(indus_ouverts=[{"montant": "1.00"}]), "pieces[h].indus_ouverts", "ancien moteur"),
        (une_reprise(acomptes_non_imputes=[{}]), "pieces[h].acomptes_non_imputes", "ancien moteur"),
        (une_reprise(avertissements=[{}]), "pieces[h].avertissements", "ancien moteur"),
        (une_reprise(bases_gelees=[BASE_GELEE]), "pieces[h].bases_gelees", "ancien moteur"),
        (une_reprise(lignes=ligne(risque="maternite")), "pieces[h].lignes[0]", "jours de maladie"),
        (une_reprise(lignes=ligne(accident="X0")), "pieces[h].lignes[0]", "jours de maladie"),
        (
            un_mois_a_temps_partiel(("2024-09-02", "2024-09-15"), ("2024-09-10", "2024-09-20")),
            "pieces[tp1].debut",
            "se chevauchent",
        ),
        (MENSUEL_ET_HEBDOMADAIRE, "pieces", "rythmes différents"),
    ],
)
def test_a_situation_not_decided_is_named_at_its_field(donnees: Json, champ: str, fragment: str) -> None:
    refus = decline(donnees, "2024-09-30")
    assert refus.champ == champ
    assert fragment in refus.motif


@pytest.mark.parametrize(
    "donnees",
    [
        un_avis(envoye_le="2024-09-20"),
        un_avis(support="papier"),
        dossier(activite(), avis(), attestation(risque="maladie")),
        une_reprise(lignes=ligne()),
        dossier(activite(debut="2024-06-01"), avis(), attestation()),
        dossier(activite(debut="2024-05-31"), avis(), attestation()),
    ],
)
def test_what_stands_just_inside_is_decided(donnees: Json) -> None:
    assert resume(liquide(donnees, "2024-09-30")) == resume(liquide(dossier(), "2024-09-30"))


REPRISE = {"id": "r", "type": "reprise", "recue_le": "2024-09-10", "arret": "S1", "date": "2024-09-10"}


def repris_puis_arrete() -> Decompte:
    """Stopped from 2 to 30 September, back at work on the 10th, stopped again from 20 September to 5 October."""
    rechute = avis("2024-09-20", "2024-10-05", id="v2", arret="S2")
    second = attestation(id="t2", arret="S2", dernier_jour_travaille="2024-09-19")
    return liquide(
        dossier(activite(), avis(fin="2024-09-30"), attestation(), REPRISE, rechute, second), "2024-10-05"
    )


def test_a_day_resumed_then_prescribed_again_appears_once() -> None:
    assert chaque_jour(repris_puis_arrete())["2024-09-25"].statut == "indemnise"


def test_a_day_resumed_then_prescribed_again_is_due_once() -> None:
    """5 to 9 September, then 23 September to 5 October: 18 days."""
    assert [solde.du for solde in repris_puis_arrete().soldes] == [18 * 32_88]


def arret_dans_un_arret(**subrogations: str) -> Decompte:
    """Stopped from 2 to 30 September, back at work on the 10th, stopped again from 20 to 25 September only."""
    maintien = [subrogation("2024-09-02", "2024-09-30", **subrogations)] if subrogations else []
    premier = attestation(subrogations=maintien)
    rechute = avis("2024-09-20", "2024-09-25", id="v2", arret="S2")
    second = attestation(id="t2", arret="S2", dernier_jour_travaille="2024-09-19")
    return liquide(
        dossier(activite(), avis(fin="2024-09-30"), premier, REPRISE, rechute, second), "2024-10-05"
    )


def test_periods_come_in_the_order_of_days() -> None:
    debuts = [periode.debut for periode in arret_dans_un_arret().periodes]
    assert debuts == sorted(debuts)


def test_a_kept_wage_is_compared_with_the_benefits_of_its_own_stop() -> None:
    """5 to 9 September: 5 × 32.88 = 164.40, kept to the cent."""
    rendu = arret_dans_un_arret(salaire_maintenu="164.40", fondement="convention")
    assert {s.destinataire: s.du for s in rendu.soldes} == {"employeur:A": 164_40, "assure": 3 * 32_88}


@pytest.mark.parametrize("au", ["2018-01-01", "2024-09-01"])
def test_a_dossier_without_a_notice_yet_owes_nothing(au: str) -> None:
    rendu = liquide(dossier(), au)
    assert (rendu.periodes, rendu.soldes) == ((), ())


def test_a_notice_for_a_condition_inside_another_notice_is_decided() -> None:
    inclus = avis("2024-09-05", "2024-09-15", id="v2", nature="prolongation", ald="L1")
    assert len(chaque_jour(liquide(dossier(activite(), avis(), inclus, attestation()), "2024-09-20"))) == 19


def test_a_stop_before_the_first_known_value_is_refused_in_words() -> None:
    trois = attestation(
        paies("2014-06", "2000.00", "2000.00", "2000.00"), dernier_jour_travaille="2014-09-01"
    )
    with pytest.raises((DossierInvalide, HorsChamp)):
        liquide(dossier(activite(debut="2012-01-01"), avis("2014-09-02", "2014-09-20"), trois))


def deux_chaines(premiere: str, seconde: str) -> Decompte:
    """Two chains in a row, each with its certificate: that of the first fixes the base, whatever they are called."""
    suite = avis("2024-09-21", "2024-12-05", id="v2", arret=seconde)
    d_apres = paies("2024-09", "100.00", "100.00", "100.00")
    return liquide(
        dossier(
            activite(),
            avis(arret=premiere),
            attestation(arret=premiere),
            suite,
            attestation(d_apres, id="t2", arret=seconde, recue_le="2024-12-05"),
        ),
        "2024-12-05",
    )


@pytest.mark.parametrize(
    ("premiere", "seconde"),
    [
        ("S1", "S2"),
        ("S2", "S1"),
    ],
)
def test_the_names_of_stops_decide_nothing(premiere: str, seconde: str) -> None:
    rendu = deux_chaines(premiere, seconde)
    assert [taux.montant_journalier for taux in rendu.taux] == [32_88, 32_88]
    assert rendu.periodes[-1].fin == jour("2024-12-05")
