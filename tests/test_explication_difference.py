"""The difference between two dates, two readings or two files, told in French: what changes, why, and what does not."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.catalogue import CasCharge, charger
from oracle.dossier import lire_dossier
from oracle.explication import comparer
from oracle.liquidation import Liquidation, liquider_en_detail
from tests.aides import Json, activite, attestation, avis, dossier, jour, mouvement, paies, subrogation
from tests.comparaisons import (
    AUCUNE_DECISION,
    COMPTES,
    DECISIONS,
    EN_BREF,
    JOURS,
    RECUES,
    SANS_EFFET,
    dates,
    lectures,
    sans_regles,
)
from tests.recits import paragraphe, simplifier
from tests.test_explication_suffit import noms_techniques

CAS, _ = charger([Path("corpus/cas")])
REPRISE: Json = {"id": "r", "type": "reprise", "recue_le": "2024-09-17", "arret": "S1", "date": "2024-09-16"}
# -- two dates ------------------------------------------------------------------------------------------------------


def test_a_certificate_received_between_two_dates_settles_what_was_pending() -> None:
    texte = dates(dossier(), "2024-09-06", "2024-10-15")
    assert texte.startswith(
        "Comparaison d'un même dossier au 6 septembre 2024 et au 15 octobre 2024\n"
        "Indemnités journalières de maladie, régime général. Les montants sont bruts, sauf mention d'un net.\n"
        "« Au lieu de » renvoie au 6 septembre 2024.\n\n"
        "En bref\n– L'assuré : 526,08 € bruts de plus, soit 490,83 € nets de plus.\n\n"
    )
    assert paragraphe(texte, RECUES) == [
        (
            "– Le 7 septembre 2024 : attestation de salaire de l'employeur, 3 paies du 1er juin au 31 août 2024 pour "
            "6 000,00 € bruts, dernier jour travaillé : le 1er septembre 2024."
        )
    ]
    assert sans_regles(paragraphe(texte, DECISIONS)) == [
        "Arrêt du 2 au 20 septembre 2024",
        "– Au 6 septembre 2024, l'ouverture des droits reste en attente : il manque l'attestation de salaire de l'employeur.",
        "– Au 15 octobre 2024, les droits sont ouverts pour les six premiers mois : une seule condition suffit.",
        (
            "– Heures travaillées pendant les trois mois civils précédents : 455,01 h sur 150,00 h requises, condition remplie. "
            "Au 6 septembre 2024 : aucune n'est déclarée, 150,00 h requises."
        ),
        "– Au 15 octobre 2024, gain journalier de base : 6 000,00 € ÷ 91,25 ≈ 65,753425 €.",
        "– Au 15 octobre 2024, indemnité journalière, arrondie au centime : 32,88 €.",
        "– Au 15 octobre 2024, délai de carence du 2 au 4 septembre 2024 (3 jours).",
    ]
    attente = "une décision en attente (il manque l'attestation de salaire de l'employeur)"
    assert sans_regles(paragraphe(texte, JOURS)) == [
        f"– Du 2 au 4 septembre 2024 (3 jours) : rien (délai de carence) au lieu d'{attente}.",
        f"– Du 5 au 20 septembre 2024 (16 jours) : 32,88 € par jour à l'assuré au lieu d'{attente}, soit 526,08 € de plus.",
    ]
    assert paragraphe(texte, COMPTES) == [
        (
            "– L'assuré : dû 526,08 € au lieu de 0,00 € ; reste à verser 526,08 € au lieu de 0,00 € ; "
            "net à verser 490,83 € au lieu de 0,00 €."
        ),
        "– Compteur des trois ans, hors affection de longue durée : 16 indemnités au lieu de 0.",
    ]


def test_two_dates_are_told_in_order_of_time_whichever_comes_first() -> None:
    assert dates(dossier(), "2024-10-15", "2024-09-06") == dates(dossier(), "2024-09-06", "2024-10-15")


def test_days_that_fell_due_are_told_apart_from_days_that_changed() -> None:
    texte = dates(dossier(), "2024-09-10", "2024-10-15")
    assert paragraphe(texte, EN_BREF) == [
        "– L'assuré : 328,80 € bruts de plus, soit 306,77 € nets de plus.",
        "– Entre les deux dates, aucune pièce nouvelle n'est entrée en compte.",
        AUCUNE_DECISION,
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        "– Du 11 au 20 septembre 2024 (10 jours) : 32,88 € par jour à l'assuré comme prévu, soit 328,80 € échus entre les deux dates."
    ]
    assert RECUES not in texte


def test_days_that_change_and_are_not_due_yet_say_so() -> None:
    texte = dates(dossier(), "2024-09-06", "2024-09-12")
    attente = "une décision en attente (il manque l'attestation de salaire de l'employeur)"
    assert sans_regles(paragraphe(texte, JOURS))[1:] == [
        f"– Du 5 au 12 septembre 2024 (8 jours) : 32,88 € par jour à l'assuré au lieu d'{attente}, soit 263,04 € de plus.",
        (
            f"– Du 13 au 20 septembre 2024 (8 jours) : 32,88 € par jour à l'assuré au lieu d'{attente}, soit 263,04 € de plus "
            "(pas encore échu au 12 septembre 2024)."
        ),
    ]


def test_dates_between_which_nothing_happens_change_nothing_and_it_is_said() -> None:
    assert dates(dossier(), "2024-10-15", "2024-10-20").split("\n\n")[1:] == [
        f"En bref\n{SANS_EFFET}\n– Entre les deux dates, aucune pièce nouvelle n'est entrée en compte.\n{AUCUNE_DECISION}"
    ]


def test_days_still_pending_are_recalled() -> None:
    incomplet = attestation(paies("2024-06", "2000.00", "2000.00"))
    bref = paragraphe(dates(dossier(activite(), avis(), incomplet), "2024-09-06", "2024-10-15"), EN_BREF)
    assert bref[0] == SANS_EFFET
    assert bref[-1] == (
        "– Au 15 octobre 2024, 16 jours restent en attente d'une pièce : rien n'y est décidé."
    )


def test_a_corrected_notice_after_payment_leaves_an_overpayment() -> None:
    correction = avis(fin="2024-09-14", id="p2b", remplace="p2", recue_le="2024-10-01")
    paye = mouvement("526.08", date="2024-09-25", recue_le="2024-09-25")
    texte = dates(dossier(activite(), avis(), attestation(), correction, paye), "2024-09-30", "2024-10-15")
    assert paragraphe(texte, EN_BREF) == [
        "– L'assuré : 197,28 € bruts de moins ; trop-perçu 197,28 € au lieu de 0,00 €."
    ]
    assert paragraphe(texte, RECUES) == [
        "– Le 1er octobre 2024, correction de l'avis initial du 2 au 20 septembre 2024 (19 jours), prescrit le 2 septembre 2024 :",
        "  · fin : le 14 septembre 2024 au lieu du 20 septembre 2024.",
    ]
    assert paragraphe(texte, DECISIONS) == [
        "Arrêt du 2 au 14 septembre 2024 (au 30 septembre 2024 : du 2 au 20 septembre 2024)"
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        (
            "– Du 15 au 20 septembre 2024 (6 jours) : rien (aucun avis d'arrêt ne couvre ces jours) au lieu de "
            "32,88 € par jour à l'assuré, soit 197,28 € de moins."
        )
    ]
    assert paragraphe(texte, COMPTES)[0] == (
        "– L'assuré : dû 328,80 € au lieu de 526,08 € ; trop-perçu 197,28 € au lieu de 0,00 €."
    )


def test_a_withdrawn_correction_gives_back_what_it_replaced() -> None:
    correction = avis(fin="2024-09-30", id="p2b", remplace="p2", recue_le="2024-09-18")
    retrait: Json = {"id": "x", "type": "avis_arret", "recue_le": "2024-09-25", "annule": "p2b"}
    texte = dates(dossier(activite(), avis(), attestation(), correction, retrait), "2024-09-20", "2024-10-15")
    assert paragraphe(texte, EN_BREF) == ["– Les comptes ne changent pas, mais des jours changent."]
    assert paragraphe(texte, RECUES) == [
        (
            "– Le 25 septembre 2024, retrait d'une correction de l'avis initial du 2 au 30 septembre 2024 (29 jours), "
            "prescrit le 2 septembre 2024 :"
        ),
        "  · fin : le 20 septembre 2024 au lieu du 30 septembre 2024.",
    ]


def test_a_withdrawn_notice_takes_its_stop_with_it() -> None:
    retrait: Json = {"id": "x", "type": "avis_arret", "recue_le": "2024-09-25", "annule": "p2"}
    texte = dates(dossier(activite(), avis(), attestation(), retrait), "2024-09-21", "2024-10-15")
    assert paragraphe(texte, RECUES) == [
        "– Le 25 septembre 2024 : retrait de l'avis initial du 2 au 20 septembre 2024 (19 jours), prescrit le 2 septembre 2024."
    ]
    assert (
        paragraphe(texte, DECISIONS)[0]
        == "Arrêt du 2 au 20 septembre 2024, retenu seulement au 21 septembre 2024"
    )


def test_a_resumption_and_a_payment_are_told_in_order_of_receipt() -> None:
    paye = mouvement("526.08", date="2024-09-16", recue_le="2024-09-16")
    texte = dates(dossier(activite(), avis(), attestation(), REPRISE, paye), "2024-09-15", "2024-10-15")
    assert paragraphe(texte, RECUES) == [
        "– Le 16 septembre 2024 : paiement de 526,08 € à l'assuré le 16 septembre 2024.",
        "– Le 17 septembre 2024 : reprise du travail le 16 septembre 2024.",
    ]
    assert paragraphe(texte, EN_BREF)[0] == (
        "– L'assuré : le dû ne change pas ; reste à verser 0,00 € au lieu de 361,68 € ; trop-perçu 164,40 € au lieu de 0,00 €."
    )
    assert sans_regles(paragraphe(texte, JOURS)) == [
        "– Du 16 au 20 septembre 2024 (5 jours) : rien (travail repris) au lieu de 32,88 € par jour à l'assuré, soit 164,40 € de moins (pas encore échu au 15 septembre 2024)."
    ]


def test_a_later_certificate_is_a_new_version_of_the_former_one() -> None:
    premiere = attestation(paies("2024-06", "2000.00", "2000.00"))
    texte = dates(
        dossier(activite(), avis(), premiere, attestation(id="t2", recue_le="2024-09-25")),
        "2024-09-21",
        "2024-10-15",
    )
    assert paragraphe(texte, RECUES) == [
        "– Le 25 septembre 2024, nouvelle version de l'attestation de salaire de l'employeur :",
        "  · en plus : paie d'août 2024, salaire brut : 2 000,00 €, heures : 151,67 h.",
    ]
    assert (
        "– Au 21 septembre 2024, le montant ne peut pas encore être calculé : il manque la paie d'août 2024."
        in paragraphe(texte, DECISIONS)
    )


def test_a_prolongation_too_late_is_a_stop_of_its_own_with_its_rule() -> None:
    suite = avis("2024-09-24", "2024-09-30", id="v2", nature="prolongation")
    decisions = paragraphe(
        dates(dossier(activite(), avis(), attestation(), suite), "2024-09-20", "2024-10-15"), DECISIONS
    )
    assert decisions[0] == "Arrêt du 24 au 30 septembre 2024, retenu seulement au 15 octobre 2024"
    assert decisions[1].startswith(
        "– Prolongation du 24 au 30 septembre 2024 (7 jours) : 3 jours la séparent du dernier jour d'arrêt : "
        "c'est un nouvel arrêt — art. L. 321-1"
    )
    assert decisions[-1] == "– Délai de carence du 24 au 26 septembre 2024 (3 jours)."
    assert not any("Heures travaillées" in ligne for ligne in decisions)


def test_a_prolongation_that_follows_at_once_changes_no_more_than_the_end_of_the_stop() -> None:
    suite = avis("2024-09-21", "2024-09-30", id="v2", nature="prolongation")
    texte = dates(dossier(activite(), avis(), attestation(), suite), "2024-09-20", "2024-10-15")
    assert paragraphe(texte, DECISIONS) == [
        "Arrêt du 2 au 30 septembre 2024 (au 20 septembre 2024 : du 2 au 20 septembre 2024)"
    ]


def test_a_contract_known_too_late_to_have_ended_moves_the_day_of_the_conditions() -> None:
    fin = activite(id="p1b", remplace="p1", recue_le="2024-09-25", fin="2024-05-31")
    anciennes = attestation(paies("2024-03", *["2000.00"] * 6), dernier_jour_travaille="2024-05-31")
    texte = dates(dossier(activite(), avis(), anciennes, fin), "2024-09-21", "2024-10-15")
    assert paragraphe(texte, RECUES) == [
        "– Le 25 septembre 2024, correction du contrat de travail avec l'employeur à partir du 1er janvier 2019 :",
        "  · fin : le 31 mai 2024 au lieu d'aucune indication.",
    ]
    decisions = sans_regles(paragraphe(texte, DECISIONS))
    assert (
        "– Au 15 octobre 2024, conditions appréciées au 1er juin 2024, premier jour sans travail effectif."
        in decisions
    )
    assert not any("conditions appréciées au 2 septembre" in ligne for ligne in decisions)


# -- two readings ---------------------------------------------------------------------------------------------------


def test_two_readings_are_set_side_by_side_with_their_grounds_and_their_cents() -> None:
    texte = lectures(dossier(), "arrondi_ij", "troncature")
    assert texte.split("\n\n")[0].splitlines() == [
        "Comparaison de deux lectures d'un même dossier au 15 octobre 2024",
        "Comment la moitié du gain journalier est-elle ramenée au centime ?",
        "– Lecture suivie : arrondi au centime le plus proche. Motif : reproduit tous les maximums publiés de 2012 à 2026.",
        "– Autre lecture : troncature au centime. Motif : reproduit les exemples grand public (32,87 € pour 2 000 € par mois).",
        "Indemnités journalières de maladie, régime général. Les montants sont bruts, sauf mention d'un net.",
        "« Au lieu de » renvoie à la lecture suivie.",
    ]
    assert paragraphe(texte, EN_BREF) == ["– L'assuré : 0,16 € bruts de moins, soit 0,15 € nets de moins."]
    assert sans_regles(paragraphe(texte, DECISIONS))[1:] == [
        "– Indemnité journalière, tronquée au centime : 32,87 €. Selon la lecture suivie : 32,88 €."
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        "– Du 5 au 20 septembre 2024 (16 jours) : 32,87 € par jour au lieu de 32,88 € à l'assuré, soit 0,16 € de moins."
    ]


def test_a_reading_already_chosen_is_the_one_followed() -> None:
    texte = lectures(dossier(), "arrondi_ij", "au_plus_proche", arrondi_ij="troncature")
    assert "– Lecture suivie : troncature au centime." in texte
    assert "soit 0,16 € de plus" in texte


def test_a_reading_that_drops_a_tolerance_tells_both_links() -> None:
    juin = attestation(paies("2024-03", "2000.00", "2000.00", "2000.00"))
    suite = avis("2024-06-17", "2024-06-20", id="v2", nature="prolongation")
    texte = lectures(
        dossier(activite(), avis("2024-06-04", "2024-06-14"), suite, juin), "jours_non_prescrits", "jamais"
    )
    assert sans_regles(paragraphe(texte, DECISIONS)) == [
        "Arrêt du 4 au 20 juin 2024",
        (
            "– Prolongation du 17 au 20 juin 2024 (4 jours) : 2 jours la séparent du dernier jour d'arrêt : l'arrêt continue, "
            "sans nouvelle carence. Selon la lecture suivie : 2 jours la séparent du dernier jour d'arrêt : l'arrêt continue par tolérance."
        ),
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        (
            "– Du 15 au 16 juin 2024 (2 jours) : rien (aucun avis d'arrêt ne couvre ces jours) au lieu de "
            "32,88 € par jour à l'assuré, soit 65,76 € de moins."
        )
    ]


def test_a_reading_that_moves_a_payee_names_both_and_leaves_the_sum_alone() -> None:
    subroge = attestation(subrogations=[subrogation("2024-09-02", "2024-09-20")])
    texte = lectures(
        dossier(activite(fin="2024-09-10"), avis(), subroge),
        "fin_contrat_sans_rectificative",
        "attestation_suivie",
    )
    assert paragraphe(texte, EN_BREF) == [
        "– L'assuré : 328,80 € bruts de moins, soit 306,77 € nets de moins.",
        "– L'employeur : 328,80 € bruts de plus, soit 306,77 € nets de plus.",
    ]
    assert sans_regles(paragraphe(texte, DECISIONS))[1:] == [
        (
            "– L'employeur est subrogé du 2 au 20 septembre 2024 : le salaire est maintenu en entier. "
            "Selon la lecture suivie : le salaire est maintenu en entier ; la subrogation cesse après le 10 septembre 2024, "
            "dernier jour du contrat."
        ),
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        "– Du 11 au 20 septembre 2024 (10 jours) : 32,88 € par jour à l'employeur au lieu de 32,88 € par jour à l'assuré."
    ]


def test_a_reading_that_only_moves_the_net_says_that_no_decision_changes() -> None:
    texte = lectures(dossier(), "arrondi_net", "par_jour")
    assert paragraphe(texte, EN_BREF) == [
        "– L'assuré : le dû ne change pas ; le net, si : 0,05 € de plus.",
        AUCUNE_DECISION,
    ]
    assert JOURS not in texte
    assert paragraphe(texte, COMPTES) == ["– L'assuré : net à verser 490,88 € au lieu de 490,83 €."]


@pytest.mark.parametrize(("nom", "valeur"), [("smic_1er_janvier", "jour_meme"), ("droit_constant", "oui")])
def test_a_point_of_law_that_the_file_does_not_raise_is_said_so(nom: str, valeur: str) -> None:
    assert paragraphe(lectures(dossier(), nom, valeur), EN_BREF) == [
        SANS_EFFET,
        "– Ce point de droit ne se pose pas dans ce dossier.",
        AUCUNE_DECISION,
    ]


def test_a_point_of_law_raised_without_effect_says_only_that_nothing_changes() -> None:
    rond = attestation(paies("2024-06", "1825.00", "1825.00", "1825.00"))
    texte = lectures(dossier(activite(), avis(), rond), "arrondi_base", "centime")
    assert paragraphe(texte, EN_BREF) == [SANS_EFFET, AUCUNE_DECISION]


# -- what holds for every comparison --------------------------------------------------------------------------------


@pytest.mark.parametrize("charge", CAS[::3], ids=lambda charge: charge.cas.cas)
def test_a_case_compared_with_itself_differs_in_nothing(charge: CasCharge) -> None:
    lu = charge.cas.dossier
    liquidation = liquider_en_detail(lu, charge.cas.questions[-1].au)
    rien = (
        "En bref\n– Rien ne diffère : mêmes pièces, même date, mêmes lectures, mêmes décisions, mêmes sommes."
    )
    for autre_dossier in (None, lu):
        titre, *suite = simplifier(comparer(liquidation, liquidation, lu, autre_dossier)).split("\n\n")
        assert titre.startswith("Comparaison de deux d")
        assert suite[0] == rien
        assert all(bloc.startswith("Droit non connu") for bloc in suite[1:])


_ECART = re.compile(
    r"soit ([\d ]+,\d\d) € de (plus|moins)(?: \([^()]+ au lieu de [^()]+\))?(?: — art\..*)?\.$", re.MULTILINE
)


def du(liquidation: Liquidation) -> int:
    """Cents due to all payees together."""
    return sum(int(solde.du) for solde in liquidation.decompte.soldes)


@pytest.mark.parametrize(("un", "autre"), list(pairwise(CAS[::4])), ids=lambda charge: charge.cas.cas)
def test_the_days_that_differ_add_up_to_the_balances_that_do(un: CasCharge, autre: CasCharge) -> None:
    au = max(charge.cas.questions[-1].au for charge in (un, autre))
    ici, la = (liquider_en_detail(charge.cas.dossier, au) for charge in (un, autre))
    texte = simplifier(comparer(ici, la, un.cas.dossier, autre.cas.dossier))
    assert noms_techniques(texte) == []
    jours = "\n".join(bloc for bloc in texte.split("\n\n") if bloc.startswith((JOURS, COMPTES)))
    centimes = [
        int(montant.replace(" ", "").replace(",", "")) * (1 if sens == "plus" else -1)
        for montant, sens in _ECART.findall(jours)
    ]
    assert sum(centimes) == du(la) - du(ici)


def test_a_liquidation_without_a_date_is_refused() -> None:
    lu = lire_dossier(dossier())
    liquidation = liquider_en_detail(lu, jour("2024-10-15"))
    sans_date = Liquidation(
        liquidation.decompte.model_copy(update={"au": None}), liquidation.journal, liquidation.trace
    )
    with pytest.raises(ValueError, match="states no date"):
        comparer(sans_date, liquidation, lu)
