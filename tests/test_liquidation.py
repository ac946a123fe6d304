"""Whole dossiers: what the caisse knows and when, how documents fold, what waits, what the trace keeps."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oracle.decompte import Decompte, lire_decompte
from oracle.dossier import DossierInvalide, lire_dossier
from oracle.liquidation import liquider_en_detail
from oracle.loi import Variante
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    chaque_jour,
    dossier,
    indemnite,
    jour,
    jours_indemnises,
    liquide,
    mouvement,
    paies,
    resume,
    subrogation,
)


def riche() -> list[Json]:
    """Two employers, a corrected certificate, a withdrawn notice, a condition, money moved, an uncertified stop."""
    return [
        activite(),
        activite(id="a2", activite="B", recue_le="2023-01-02", debut="2023-01-01"),
        {
            "id": "af",
            "type": "affiliation",
            "recue_le": "2019-01-05",
            "regime": "general",
            "debut": "2019-01-01",
        },
        avis(),
        avis("2024-09-21", "2024-09-30", id="v2", nature="prolongation", ald="L1"),
        avis("2024-10-15", "2024-10-20", id="v3", arret="S3", recue_le="2024-10-01"),
        {"id": "v4", "type": "avis_arret", "recue_le": "2024-10-02", "annule": "v3"},
        {"id": "l1", "type": "ald", "recue_le": "2024-09-25", "ald": "L1", "reconnue_le": "2024-09-25"},
        avis("2024-10-22", "2024-10-25", id="v5", arret="S4"),
        attestation(paies("2024-06", "900.00", "900.00", "900.00")),
        attestation(
            paies("2024-06", "1000.00", "1000.00", "1000.00"),
            id="t2",
            remplace="p3",
            recue_le="2024-09-20",
            subrogations=[subrogation("2024-09-02", "2024-09-15")],
        ),
        attestation(id="t3", activite="B", recue_le="2024-09-10"),
        mouvement("100.00"),
        mouvement("50.00", id="m2", nature="acompte", date="2024-09-16"),
    ]


RENDU = liquide(dossier(*riche()), "2024-10-31")


def test_the_usual_stop_waits_three_days_and_is_paid_to_its_last() -> None:
    rendu = liquide(dossier(), "2024-09-20")
    assert resume(rendu) == [
        ("2024-09-02", "2024-09-04", "carence", "0.00"),
        ("2024-09-05", "2024-09-20", "indemnise", "32.88"),
    ]
    (solde,) = rendu.soldes
    (net,) = rendu.prelevements
    assert (solde.du, solde.rappel, solde.indu) == (526_08, 526_08, 0)
    assert (net.brut, net.csg, net.crds, net.net) == (526_08, 32_62, 2_63, 490_83)


def test_a_rich_dossier_pays_what_is_worked_by_hand() -> None:
    """(1 000 + 2 000) × 3 ÷ 91.25 ÷ 2 = 49.315; a third to the employer of A until 15 September, then nothing.

    No certificate for the stop of October, yet its rights are open: the 29 days of September are worth 6 hours each.
    """
    assert resume(RENDU) == [
        ("2024-09-02", "2024-09-04", "carence", "0.00"),
        ("2024-09-05", "2024-09-15", "indemnise", "49.32"),
        ("2024-09-16", "2024-09-30", "indemnise", "49.32"),
        ("2024-10-22", "2024-10-24", "carence", "0.00"),
        ("2024-10-25", "2024-10-25", "en_attente", "0.00"),
    ]
    soldes = {s.destinataire: (s.du, s.verse, s.acomptes, s.rappel, s.indu) for s in RENDU.soldes}
    assert soldes == {
        "assure": (11 * 32_88 + 15 * 49_32, 100_00, 50_00, 11 * 32_88 + 15 * 49_32 - 150_00, 0),
        "employeur:A": (11 * 16_44, 0, 0, 11 * 16_44, 0),
    }


@given(st.permutations(riche()))
def test_the_order_of_the_documents_changes_nothing(pieces: list[Json]) -> None:
    assert liquide(dossier(*pieces), "2024-10-31") == RENDU


@given(st.data())
def test_the_day_each_document_was_received_changes_nothing(data: st.DataObject) -> None:
    """Once all are known; the corrected certificate says itself which one it replaces."""
    pieces = [
        p | {"recue_le": str(data.draw(st.dates(date(2019, 1, 1), date(2024, 10, 31))))} for p in riche()
    ]
    assert liquide(dossier(*pieces), "2024-10-31") == RENDU


def test_the_names_of_documents_change_nothing() -> None:
    noms = {piece["id"]: f"z{99 - rang}" for rang, piece in enumerate(riche())}
    renommees = [
        piece
        | {"id": noms[piece["id"]]}
        | {lien: noms[piece[lien]] for lien in ("remplace", "annule") if lien in piece}
        for piece in riche()
    ]
    assert liquide(dossier(*renommees), "2024-10-31") == RENDU


def test_a_decompte_is_dated_by_default_on_the_day_of_the_last_document() -> None:
    assert liquide(dossier()).au == jour("2024-09-07")
    assert liquide(dossier(avis(), attestation(), activite(recue_le="2024-12-24"))).au == jour("2024-12-24")


def test_a_document_received_after_the_date_is_not_seen() -> None:
    veille = liquide(dossier(), "2024-09-06")
    assert {p.statut for p in veille.periodes} == {"en_attente"}
    assert jours_indemnises(liquide(dossier(), "2024-09-07")) == 16


def test_the_last_certificate_received_stands_for_the_earlier_ones() -> None:
    seconde = attestation(paies("2024-06", "1825.00", "1825.00", "1825.00"), id="p4", recue_le="2024-09-10")
    donnees = dossier(seconde, attestation(), activite(), avis())
    assert indemnite(liquide(donnees, "2024-09-09")) == 32_88
    assert indemnite(liquide(donnees, "2024-09-10")) == 30_00


def test_a_corrected_document_is_replaced_from_the_day_its_correction_is_known() -> None:
    correction = avis(fin="2024-09-10", id="p4", remplace="p2", recue_le="2024-09-12")
    donnees = dossier(activite(), avis(), attestation(), correction)
    assert jours_indemnises(liquide(donnees, "2024-09-11")) == 16
    assert jours_indemnises(liquide(donnees, "2024-09-12")) == 6


def test_a_withdrawn_document_is_gone_from_the_day_its_withdrawal_is_known() -> None:
    prolongation = avis("2024-09-21", "2024-09-30", id="p4", nature="prolongation")
    retrait = {"id": "p5", "type": "avis_arret", "recue_le": "2024-09-25", "annule": "p4"}
    donnees = dossier(activite(), avis(), attestation(), prolongation, retrait)
    assert jours_indemnises(liquide(donnees, "2024-09-24")) == 26
    assert jours_indemnises(liquide(donnees, "2024-09-25")) == 16


def test_a_movement_counts_from_its_own_day_once_known() -> None:
    donnees = dossier(activite(), avis(), attestation(), mouvement("200.00", date="2024-09-18"))
    verses = [liquide(donnees, au).soldes[0].verse for au in ("2024-09-17", "2024-09-18")]
    assert verses == [0, 200_00]


@pytest.mark.parametrize(
    ("nature", "verse", "acomptes"),
    [
        ("paiement", 200_00, 0),
        ("acompte", 0, 200_00),
        ("remboursement", -200_00, 0),
        ("retenue", -200_00, 0),
        ("rejet_bancaire", -200_00, 0),
        ("abandon", 0, 0),
        ("remise", 0, 0),
    ],
)
def test_each_nature_of_movement_counts_in_its_column(nature: str, verse: int, acomptes: int) -> None:
    (solde,) = liquide(
        dossier(activite(), avis(), attestation(), mouvement("200.00", nature=nature)), "2024-09-20"
    ).soldes
    assert (solde.verse, solde.acomptes) == (verse, acomptes)
    assert solde.rappel == 526_08 - verse - acomptes


def test_balances_look_at_the_days_passed_and_periods_at_all() -> None:
    rendu = liquide(dossier(), "2024-09-10")
    assert jours_indemnises(rendu) == 16
    assert (rendu.soldes[0].du, rendu.prelevements[0].brut) == (6 * 32_88, 6 * 32_88)
    assert rendu.compteurs is not None
    assert rendu.compteurs.ij_3_ans == 6


def en_attente(decompte: Decompte) -> set[str | None]:
    return {p.precision for p in decompte.periodes if p.statut == "en_attente"}


def test_a_missing_month_is_waited_for_by_name() -> None:
    rendu = liquide(
        dossier(activite(), avis(), attestation(paies("2024-07", "2000.00", "2000.00"))), "2024-09-20"
    )
    assert resume(rendu) == [
        ("2024-09-02", "2024-09-04", "carence", "0.00"),
        ("2024-09-05", "2024-09-20", "en_attente", "0.00"),
    ]
    assert en_attente(rendu) == {"il manque la paie de juin 2024 (activité A)"}
    assert (rendu.soldes, rendu.taux) == ((), ())


def test_without_any_certificate_rights_themselves_wait() -> None:
    rendu = liquide(dossier(activite(), avis()), "2024-09-20")
    assert [(p.statut, p.motif) for p in rendu.periodes] == [("en_attente", "piece_manquante")]
    assert en_attente(rendu) == {"il manque l'attestation de salaire de l'employeur (activité A)"}
    assert [(d.ouvert, d.motif) for d in rendu.decisions] == [(None, "piece_manquante")]


def test_the_certificate_of_each_employer_is_waited_for() -> None:
    rendu = liquide(dossier(activite(), activite(id="a2", activite="B"), avis(), attestation()), "2024-09-20")
    assert en_attente(rendu) == {"il manque l'attestation de salaire de l'employeur (activité B)"}


def test_a_month_declared_at_zero_is_not_missing() -> None:
    nulles = paies("2024-06", "0.00", "0.00", "0.00")
    rendu = liquide(dossier(activite(), avis(), attestation(nulles)), "2024-09-20")
    assert [(p.statut, p.motif) for p in rendu.periodes] == [
        ("carence", "delai_de_carence"),
        ("non_indemnise", "indemnite_nulle"),
    ]


def test_overlapping_notices_count_as_their_union() -> None:
    """1 to 20 June and 15 June to 5 July: 35 days, 32 of them paid."""
    certificat = attestation(
        paies("2024-03", "1825.00", "1825.00", "1825.00"), dernier_jour_travaille="2024-05-31"
    )
    suite = avis("2024-06-15", "2024-07-05", id="v2", nature="prolongation")
    rendu = liquide(dossier(activite(), avis("2024-06-01", "2024-06-20"), suite, certificat), "2024-09-30")
    assert (len(chaque_jour(rendu)), jours_indemnises(rendu), rendu.soldes[0].du) == (35, 32, 960_00)


@pytest.mark.parametrize("nature", ["initial", "prolongation"])
def test_the_same_notice_twice_counts_once(nature: str) -> None:
    double = avis(id="v2", nature=nature)
    assert resume(liquide(dossier(activite(), avis(), double, attestation()), "2024-09-20")) == resume(
        liquide(dossier(), "2024-09-20")
    )


def test_a_day_two_notices_cover_belongs_to_the_first() -> None:
    autre = avis("2024-09-10", "2024-09-30", id="v2", arret="S2")
    rendu = liquide(dossier(activite(), avis(), autre, attestation()), "2024-09-30")
    assert [(p.arret, str(p.debut), str(p.fin)) for p in rendu.periodes[1:]] == [
        ("S1", "2024-09-05", "2024-09-20"),
        ("S2", "2024-09-21", "2024-09-30"),
    ]


def arret_de(debut: str, fin: str, premier_mois: str, veille: str) -> Json:
    trois = paies(premier_mois, "2000.00", "2000.00", "2000.00")
    return dossier(
        activite(), avis(debut, fin), attestation(trois, dernier_jour_travaille=veille, recue_le=debut)
    )


def test_a_stop_beyond_what_is_known_of_the_law_warns_and_names_what() -> None:
    rendu = liquide(arret_de("2026-11-01", "2026-11-20", "2026-08", "2026-10-31"), "2026-11-20")
    assert jours_indemnises(rendu) == 17
    assert rendu.lectures == {"droit_constant": "oui"}
    phrase = "le droit au 1er novembre 2026 n'est pas connu ; le calcul suppose le droit inchangé."
    assert f"multiple du SMIC qui plafonne le salaire de référence : {phrase}" in rendu.avertissements
    assert f"MAL-PLAFOND : {phrase}" in rendu.avertissements


def test_a_stop_within_what_is_known_does_not_warn() -> None:
    rendu = liquide(arret_de("2026-10-31", "2026-10-31", "2026-07", "2026-10-30"), "2027-12-31")
    assert (rendu.avertissements, rendu.lectures) == ((), {})


def test_only_what_depends_on_the_day_paid_warns_when_days_pass_the_horizon() -> None:
    rendu = liquide(arret_de("2026-10-25", "2026-11-02", "2026-07", "2026-10-24"), "2026-11-02")
    assert {phrase.split(" :")[0] for phrase in rendu.avertissements} == {
        "MAL-360",
        "nombre maximal d'indemnités journalières hors affection de longue durée sur trois ans",
        "MAL-NET",
        "CSG sur les indemnités journalières",
        "CRDS sur les indemnités journalières",
    }


def test_readings_asked_for_are_rendered_and_defaults_are_not() -> None:
    rendu = liquide(dossier(), "2024-09-20", arrondi_ij="troncature", arrondi_base="exacte")
    assert rendu.lectures == {"arrondi_ij": "troncature"}
    assert indemnite(rendu) == 32_87


def test_an_unknown_reading_is_refused_with_what_exists() -> None:
    with pytest.raises(
        DossierInvalide, match=r"lectures\.arrondi : lecture inconnue ; lectures admises : smic_1er_janvier"
    ):
        liquide(dossier(), arrondi="troncature")
    with pytest.raises(
        DossierInvalide, match=r"lectures\.arrondi_ij : valeurs admises : au_plus_proche, troncature"
    ):
        liquide(dossier(), arrondi_ij="au_hasard")


@pytest.mark.parametrize(
    ("donnees", "message"),
    [
        (dossier() | {"pieces": []}, "pieces : au moins une pièce est attendue"),
        (dossier(avis()), "pieces : au moins une pièce « activite » est attendue"),
    ],
)
def test_a_dossier_that_cannot_be_decided_is_refused(donnees: Json, message: str) -> None:
    with pytest.raises(DossierInvalide, match=message):
        liquide(donnees)


def test_a_decompte_written_out_is_read_back_the_same() -> None:
    assert lire_decompte(RENDU.model_dump(mode="json")) == RENDU


def prolonge() -> Json:
    suite = avis("2024-09-21", "2024-09-30", id="v2", nature="prolongation")
    return dossier(activite(), avis(), suite, attestation())


def detail(variante: Variante | None = None) -> Any:
    return liquider_en_detail(lire_dossier(prolonge()), jour("2024-09-30"), None, variante)


def test_a_rule_replaced_changes_what_it_decides_and_nothing_else() -> None:
    """Waiting days at each notice: the first three days of the prolongation, and no other, become waiting days."""
    fautif = detail(
        Variante(regles={"maladie.debut_du_delai_de_carence": lambda _interruption, debut_avis: debut_avis})
    )
    sain = detail()
    avant, apres = chaque_jour(sain.decompte), chaque_jour(fautif.decompte)
    changes = [quand for quand in avant if avant[quand].statut != apres[quand].statut]
    assert changes == ["2024-09-21", "2024-09-22", "2024-09-23"]
    assert {apres[quand].statut for quand in changes} == {"carence"}
    assert (fautif.decompte.taux, fautif.decompte.bases) == (sain.decompte.taux, sain.decompte.bases)
    assert detail().decompte == sain.decompte


def test_a_rule_replaced_is_still_recorded_under_its_name() -> None:
    fautif = detail(Variante(regles={"salaires.indemnite_journaliere": lambda *_: 12_34}))
    (appel,) = [a for a in fautif.trace.appels if a.fonction == "salaires.indemnite_journaliere"]
    assert (appel.regle, appel.resultat) == ("MAL-IJ", 12_34)
    assert indemnite(fautif.decompte) == 12_34


def test_a_comparison_replaced_answers_otherwise_and_is_recorded_as_the_law_writes_it() -> None:
    """The day after the three waiting days is no longer inside them when « at most » reads « less than »."""
    fautif = detail(Variante(comparateurs={"MAL-CARENCE.fin": "<"}))
    assert jours_indemnises(fautif.decompte) == jours_indemnises(detail().decompte) + 1
    (au_seuil,) = [r for r in fautif.trace.rencontres if r.seuil == "MAL-CARENCE.fin" and r.mesure == r.borne]
    assert (au_seuil.comparateur, au_seuil.franchi) == ("<=", False)


def test_two_variants_stand_together_and_the_second_wins_where_they_meet() -> None:
    une = Variante(
        regles={"salaires.indemnite_journaliere": lambda *_: 1}, comparateurs={"MAL-CARENCE.fin": "<"}
    )
    autre = Variante(regles={"salaires.indemnite_journaliere": lambda *_: 2})
    fautif = detail(une.avec(autre)).decompte
    assert (jours_indemnises(fautif), int(indemnite(fautif))) == (27, 2)


def test_the_trace_holds_the_thresholds_met_and_of_which_stop_and_day() -> None:
    rencontres = detail().trace.rencontres
    heures = [r for r in rencontres if r.seuil == "MAL-OD-1.heures_3_mois"]
    assert [(r.sujet.arret, r.mesure, r.comparateur, r.borne, r.franchi) for r in heures] == [
        ("S1", 455_01, ">=", 150_00, True)
    ]
    carences = [(str(r.sujet.jour), r.franchi) for r in rencontres if r.seuil == "MAL-CARENCE.fin"]
    assert carences[:4] == [
        ("2024-09-02", True),
        ("2024-09-03", True),
        ("2024-09-04", True),
        ("2024-09-05", False),
    ]
    assert [r.mesure for r in rencontres if r.seuil == "MAL-360.maximum"] == list(range(1, 27))


def test_the_trace_keeps_every_reading_that_was_asked_for() -> None:
    demandees = detail().trace.lectures
    assert demandees == {
        "arrondi_base": "exacte",
        "arrondi_ij": "au_plus_proche",
        "arrondi_net": "sur_le_total",
    }


def test_one_liquidation_leaves_no_trace_in_the_next() -> None:
    assert detail().trace.appels == detail().trace.appels
