"""The ledger: what each payee was due, received, is still owed or must give back, and until when. Figures by hand.

The usual stop owes 32.88 € a day from 5 to 20 September 2024: 16 days, 526.08 €.
"""

from fractions import Fraction
from typing import Any

import pytest

from oracle.decompte import Decompte, Solde
from oracle.dossier import DossierInvalide
from tests.aides import (
    Json,
    activite,
    attestation,
    avis,
    dossier,
    liquide,
    mouvement,
    paies,
    subrogation,
)

AU = "2024-09-20"


def ligne(debut: str, fin: str, montant: str = "32.88") -> Json:
    """Days named by a movement."""
    commun = {"arret": "S1", "risque": "maladie", "regime": "general"}
    return {"debut": debut, "fin": fin, "montant_journalier": montant, **commun}


def regle(*pieces: Json, au: str = AU, atteste: Json | None = None, lecture: str = "oui") -> Decompte:
    """The décompte of the usual stop with these documents added."""
    donnees = dossier(activite(), avis(), atteste or attestation(), *pieces)
    return liquide(donnees, au, compensation_meme_destinataire=lecture)


def solde(decompte: Decompte, qui: str = "assure") -> Solde:
    (trouve,) = [s for s in decompte.soldes if s.destinataire == qui]
    return trouve


def restes(decompte: Decompte, qui: str = "assure") -> tuple[Any, Any]:
    return solde(decompte, qui).rappel, solde(decompte, qui).indu


# -- one payee


SIX_JOURS = mouvement("197.28", lignes=[ligne("2024-09-05", "2024-09-10")])


def test_a_payment_that_names_its_days_leaves_the_others() -> None:
    rendu = regle(SIX_JOURS)
    assert restes(rendu) == (10 * 32_88, 0)
    assert [o.lignes for o in rendu.ordres] == [(ligne("2024-09-11", "2024-09-20"),)]


def test_a_payment_that_names_no_day_goes_to_the_oldest() -> None:
    """50.00 € pay 5 September and 17.12 € of the 6th, of which 15.76 € remain."""
    (ordre,) = regle(mouvement("50.00")).ordres
    assert ordre.lignes == (ligne("2024-09-06", "2024-09-06", "15.76"), ligne("2024-09-07", "2024-09-20"))


@pytest.mark.parametrize("acompte", ["2024-09-06", "2024-09-18"])
def test_an_advance_goes_to_what_named_days_leave_whatever_the_order(acompte: str) -> None:
    avance = mouvement("110.00", id="m2", nature="acompte", date=acompte, recue_le=acompte)
    rendu = regle(SIX_JOURS, avance, lecture="lignes")
    assert (solde(rendu).verse, solde(rendu).acomptes, *restes(rendu)) == (197_28, 110_00, 218_80, 0)
    (ordre,) = rendu.ordres
    assert ordre.lignes[0] == ligne("2024-09-14", "2024-09-14", "21.52")


TROP_CHER = mouvement("400.00", lignes=[ligne("2024-09-05", "2024-09-14", "40.00")])
"""Ten days at 40.00 € instead of 32.88 €: 71.20 € too much; six days remain, 197.28 €."""


@pytest.mark.parametrize(("lecture", "rappel", "indu"), [("oui", 126_08, 0), ("lignes", 197_28, 71_20)])
def test_one_payee_is_set_off_or_not_by_reading(lecture: str, rappel: int, indu: int) -> None:
    assert restes(regle(TROP_CHER, lecture=lecture)) == (rappel, indu)


def test_a_set_off_takes_the_oldest_days_first() -> None:
    """71.20 € take 15 and 16 September (65.76 €) and 5.44 € of the 17th, of which 27.44 € remain."""
    (ordre,) = regle(TROP_CHER).ordres
    assert ordre.lignes == (ligne("2024-09-17", "2024-09-17", "27.44"), ligne("2024-09-18", "2024-09-20"))


def test_the_reading_is_asked_only_when_it_matters() -> None:
    assert regle(SIX_JOURS, lecture="lignes").soldes == regle(SIX_JOURS).soldes


def test_a_day_paid_twice_is_an_overpayment_of_the_second_payment() -> None:
    double = mouvement("65.76", id="m2", date="2024-09-18", lignes=[ligne("2024-09-09", "2024-09-10")])
    rendu = regle(SIX_JOURS, double, lecture="lignes")
    (detail,) = solde(rendu).indus
    assert (detail.paiement, detail.montant, detail.motif) == ("m2", 65_76, "jours déjà payés")
    assert [(str(j.debut), str(j.fin)) for j in detail.jours] == [("2024-09-09", "2024-09-10")]
    assert restes(regle(SIX_JOURS, double)) == (10 * 32_88 - 65_76, 0)


TOUT = mouvement("526.08", lignes=[ligne("2024-09-05", "2024-09-20")])


@pytest.mark.parametrize("lignes", [[], [ligne("2024-09-05", "2024-09-20")]], ids=["sans", "avec"])
def test_a_payment_sent_back_by_the_bank_leaves_all_to_pay(lignes: list[Json]) -> None:
    rejet = mouvement("526.08", id="m2", nature="rejet_bancaire", date="2024-09-17", lignes=lignes)
    rendu = regle(TOUT, rejet)
    assert (solde(rendu).verse, *restes(rendu)) == (0, 526_08, 0)
    assert [o.nature for o in rendu.ordres] == ["paiement"]
    assert [(p.date, p.brut) for p in rendu.prelevements] == [(None, 526_08)]


def test_a_rejection_falls_on_the_payment_of_its_amount() -> None:
    autre = mouvement("100.00", id="m2", date="2024-09-16")
    rejet = mouvement("526.08", id="m3", nature="rejet_bancaire", date="2024-09-17")
    rendu = regle(TOUT, autre, rejet, lecture="lignes")
    assert restes(rendu) == (426_08, 0)
    assert [(p.brut, p.date is None) for p in rendu.prelevements] == [(100_00, False), (426_08, True)]


def test_a_rejection_of_no_payment_s_amount_is_taken_from_the_last_days_paid() -> None:
    """Three days and 1.36 € of a fourth are unpaid again; the waiting days were still paid."""
    rejet = mouvement("100.00", id="m2", nature="rejet_bancaire", date="2024-09-17")
    assert restes(regle(carence_payee(), rejet, lecture="lignes")) == (100_00, 98_64)
    assert restes(regle(carence_payee(), rejet)) == (1_36, 0)


def carence_payee(**champs: Any) -> Json:
    """The three waiting days paid with the rest: 98.64 € too much."""
    return mouvement("624.72", lignes=[ligne("2024-09-02", "2024-09-20")], **champs)


@pytest.mark.parametrize("nature", ["remboursement", "retenue"])
@pytest.mark.parametrize(("rendu", "reste"), [("98.64", 0), ("98.63", 1), ("40.00", 58_64)])
def test_what_comes_back_is_taken_from_what_was_overpaid(nature: str, rendu: str, reste: int) -> None:
    retour = mouvement(rendu, id="m2", nature=nature, date="2024-09-19")
    assert restes(regle(carence_payee(), retour, lecture="lignes")) == (0, reste)


def test_an_overpayment_given_up_is_owed_no_more_and_paid_no_less() -> None:
    abandon = mouvement("60.00", id="m2", nature="abandon", date="2024-09-19")
    rendu = regle(carence_payee(), abandon)
    assert (solde(rendu).verse, *restes(rendu)) == (624_72, 0, 38_64)
    remise = mouvement("98.64", id="m2", nature="remise", date="2024-09-19")
    assert restes(regle(carence_payee(), remise)) == (0, 0)
    assert restes(regle(carence_payee(date="2024-09-20"), remise)) == (0, 98_64)


def test_an_overpayment_given_up_is_not_taken_back_on_later_days() -> None:
    """98.64 € of waiting days given up; four more days are due whole, 131.52 €."""
    suite = avis("2024-09-21", "2024-09-24", id="v2", nature="prolongation")
    abandon = mouvement("98.64", id="m2", nature="abandon", date="2024-09-19")
    assert restes(regle(carence_payee(), abandon, suite, au="2024-09-24")) == (4 * 32_88, 0)
    assert restes(regle(carence_payee(), suite, au="2024-09-24")) == (4 * 32_88 - 98_64, 0)


def test_what_is_given_up_on_named_days_leaves_the_other_overpayments() -> None:
    autre = mouvement("50.00", date="2024-09-10", lignes=[ligne("2024-08-01", "2024-08-01", "50.00")])
    abandon = mouvement(
        "98.64",
        id="m3",
        nature="abandon",
        date="2024-09-19",
        lignes=[ligne("2024-09-02", "2024-09-04")],
    )
    nommes = solde(regle(autre, carence_payee(id="m2"), abandon)).indus
    assert [(d.paiement, d.montant) for d in nommes] == [("m1", 50_00)]
    sans_jour = solde(regle(autre, carence_payee(id="m2"), abandon | {"lignes": []})).indus
    assert [(d.paiement, d.montant) for d in sans_jour] == [("m2", 50_00)]


def test_what_was_given_up_and_what_comes_back_add_up() -> None:
    """41.00 € paid twice over for a waiting day: 10.00 € given up, 31.00 € given back."""
    petit = mouvement("1.00", lignes=[ligne("2024-09-02", "2024-09-02", "1.00")])
    grand = mouvement(
        "40.00", id="m2", date="2024-09-16", lignes=[ligne("2024-09-02", "2024-09-02", "40.00")]
    )
    abandon = mouvement(
        "10.00",
        id="m3",
        nature="abandon",
        date="2024-09-17",
        lignes=[ligne("2024-09-02", "2024-09-02", "10.00")],
    )
    retour = mouvement("31.00", id="m4", nature="remboursement", date="2024-09-18")
    assert restes(regle(TOUT | {"id": "m0"}, petit, grand, abandon, retour)) == (0, 0)


def notification(**champs: Any) -> Json:
    return {
        "id": "n1",
        "type": "notification_indu",
        "recue_le": "2024-09-20",
        "indu": "I1",
        "destinataire": "assure",
        "envoyee_le": "2024-09-20",
        "mode": "lrar",
    } | champs


def test_a_withholding_falls_on_the_overpayment_notified_first() -> None:
    """Two payments of days outside any stop; the second is notified first, and 40.00 € are withheld."""
    un = mouvement("50.00", lignes=[ligne("2024-08-01", "2024-08-01", "50.00")])
    deux = mouvement("60.00", id="m2", date="2024-09-16", lignes=[ligne("2024-08-02", "2024-08-02", "60.00")])
    retenue = mouvement("40.00", id="m3", nature="retenue", date="2024-09-20")
    avis_deux = notification(paiements=["m2"])
    avis_un = notification(id="n2", indu="I2", paiements=["m1"], envoyee_le="2024-09-21")
    sans = solde(regle(un, deux, retenue, lecture="lignes")).indus
    avec = solde(regle(un, deux, retenue, avis_deux, avis_un, lecture="lignes")).indus
    assert [(d.paiement, d.montant) for d in sans] == [("m1", 10_00), ("m2", 60_00)]
    assert [(d.paiement, d.montant) for d in avec] == [("m1", 50_00), ("m2", 20_00)]


@pytest.mark.parametrize(
    ("montant", "valeur"), [("98.63", "98.64 pour 98.63"), ("98.65", "98.64 pour 98.65")]
)
def test_days_that_do_not_make_the_amount_are_refused(montant: str, valeur: str) -> None:
    with pytest.raises(DossierInvalide, match=r"pieces\[m1\]\.lignes : les jours payés") as refus:
        regle(mouvement(montant, lignes=[ligne("2024-09-05", "2024-09-07")]))
    assert valeur in str(refus.value)


# -- days of a total fixed by the law


def un_mois_a_temps_partiel(salaire_percu: str = "1200.00") -> list[Json]:
    """Part-time from 1 to 30 September 2024; 800.00 € lost of 2 000.00 €, whatever the cents of each day."""
    partiel = {
        "id": "tp",
        "type": "attestation_temps_partiel",
        "recue_le": "2024-10-02",
        "arret": "S1",
        "activite": "A",
        "debut": "2024-09-01",
        "fin": "2024-09-30",
        "salaire_retabli": "2000.00",
        "salaire_percu": salaire_percu,
    }
    certificat = attestation(dernier_jour_travaille="2024-08-31")
    return [activite(), avis("2024-09-01", "2024-09-30", modalite="temps_partiel"), certificat, partiel]


PARTIEL_PAYE = mouvement(
    "800.00",
    date="2024-10-05",
    recue_le="2024-10-05",
    lignes=[ligne("2024-09-01", "2024-09-29", "26.67"), ligne("2024-09-30", "2024-09-30", "26.57")],
)


def a_temps_partiel(*pieces: Json, salaire_percu: str = "1200.00") -> Decompte:
    donnees = dossier(*un_mois_a_temps_partiel(salaire_percu), *pieces)
    return liquide(donnees, "2024-10-31", compensation_meme_destinataire="lignes")


def test_only_the_total_of_a_part_time_month_counts() -> None:
    assert restes(a_temps_partiel()) == (800_00, 0)
    rendu = a_temps_partiel(PARTIEL_PAYE)
    assert (restes(rendu), rendu.ordres) == ((0, 0), ())


def test_a_corrected_part_time_month_moves_the_difference_on_its_last_days() -> None:
    """30.00 € more, or 50.00 € less, than was paid: 26.67 € or so a day."""
    plus = a_temps_partiel(PARTIEL_PAYE, salaire_percu="1170.00")
    (ordre,) = plus.ordres
    assert (restes(plus), ordre.montant) == ((30_00, 0), 30_00)
    assert ordre.lignes == (
        ligne("2024-09-29", "2024-09-29", "2.33"),
        ligne("2024-09-30", "2024-09-30", "27.67"),
    )
    moins = a_temps_partiel(PARTIEL_PAYE, salaire_percu="1250.00")
    (ordre,) = moins.ordres
    assert (restes(moins), ordre.montant) == ((0, 50_00), 50_00)
    assert ordre.lignes == (
        ligne("2024-09-29", "2024-09-29", "23.43"),
        ligne("2024-09-30", "2024-09-30", "26.57"),
    )


# -- several payees


TRENTE = attestation(
    paies("2024-06", "1825.00", "1825.00", "1825.00"),
    subrogations=[subrogation("2024-09-02", "2024-09-20")],
)
"""The wage is kept throughout: 16 days at 30.00 €, 480.00 €, go to the employer."""


def test_what_one_received_never_pays_another() -> None:
    paye = mouvement("480.00", lignes=[ligne("2024-09-05", "2024-09-20", "30.00")])
    rendu = regle(paye, atteste=TRENTE)
    assert (restes(rendu), restes(rendu, "employeur:A")) == ((0, 480_00), (480_00, 0))
    (detail,) = solde(rendu).indus
    assert (detail.debiteur, detail.motif) == ("assure", "indemnité due à un autre destinataire")


def test_an_advance_to_the_insured_does_not_pay_the_employer() -> None:
    """The advance exceeds all that is due to the insured: it is to be given back whole."""
    rendu = regle(mouvement("300.00", nature="acompte"), atteste=TRENTE)
    assert (restes(rendu), restes(rendu, "employeur:A")) == ((0, 300_00), (480_00, 0))
    assert solde(rendu).indus[0].motif == "somme qui dépasse tout ce qui était dû"


def test_money_paid_to_heirs_pays_the_insured_and_is_claimed_from_them() -> None:
    rendu = regle(carence_payee(destinataire="heritiers"))
    assert [s.destinataire for s in rendu.soldes] == ["assure"]
    assert restes(rendu) == (0, 98_64)
    assert [d.debiteur for d in solde(rendu).indus] == ["heritiers"]
    assert [(o.nature, o.destinataire) for o in rendu.ordres] == [("indu", "heritiers")]


def test_an_advance_given_back_leaves_no_negative_column() -> None:
    acompte = mouvement("300.00", nature="acompte")
    retour = mouvement("300.00", id="m2", nature="remboursement", date="2024-09-18")
    rendu = regle(acompte, retour, atteste=TRENTE)
    assert (solde(rendu).verse, solde(rendu).acomptes, *restes(rendu)) == (0, 0, 0, 0)


# -- limitation


def reclamation(date: str, **champs: Any) -> Json:
    return {"id": "r1", "type": "reclamation", "recue_le": date, "arret": "S1", "date": date} | champs


@pytest.mark.parametrize(("au", "prescrit"), [("2026-09-30", 0), ("2026-10-01", 526_08)])
def test_unpaid_days_of_september_2024_are_barred_from_october_2026(au: str, prescrit: int) -> None:
    rendu = regle(au=au)
    assert (solde(rendu).rappel, solde(rendu).rappel_prescrit) == (526_08, prescrit)
    assert [o.montant for o in rendu.ordres] == ([] if prescrit else [526_08])


def test_each_day_is_barred_with_its_quarter() -> None:
    """Six days of September are barred in October 2026; the four of October, not before January 2027."""
    rendu = liquide(
        dossier(activite(), avis("2024-09-22", "2024-10-04"), attestation(recue_le="2024-09-30")),
        "2026-10-01",
    )
    assert (solde(rendu).rappel, solde(rendu).rappel_prescrit) == (10 * 32_88, 6 * 32_88)
    assert [(o.montant, o.lignes[0]["debut"]) for o in rendu.ordres] == [(4 * 32_88, "2024-10-01")]


@pytest.mark.parametrize(
    ("piece", "prescrit"),
    [
        (reclamation("2026-09-30"), 0),
        (reclamation("2026-10-01"), 526_08),
        (reclamation("2026-09-30", arret="S2"), 526_08),
        (reclamation("2024-09-12"), 8 * 32_88),
    ],
)
def test_a_claim_keeps_the_days_of_its_own_stop_that_came_before_it(piece: Json, prescrit: int) -> None:
    autre = avis("2026-09-10", "2026-09-12", id="v2", arret="S2")
    assert solde(regle(autre, piece, au="2026-10-02")).rappel_prescrit == prescrit


@pytest.mark.parametrize(
    ("piece", "au", "prescrit"),
    [
        (None, "2026-09-15", 0),
        (None, "2026-09-16", 98_64),
        (notification(envoyee_le="2026-09-15"), "2026-12-31", 0),
        (notification(envoyee_le="2026-09-15", paiements=["m1"]), "2026-12-31", 0),
        (notification(envoyee_le="2026-09-16"), "2026-12-31", 98_64),
        (notification(envoyee_le="2026-09-15", mode="electronique"), "2026-12-31", 98_64),
        (notification(envoyee_le="2026-09-15", destinataire="employeur:A"), "2026-12-31", 98_64),
        (notification(envoyee_le="2026-09-15", paiements=["m9"]), "2026-12-31", 98_64),
        (notification(envoyee_le="2026-09-15", destinataire="heritiers"), "2026-12-31", 0),
        (notification(envoyee_le="2024-09-10"), "2026-09-12", 0),
        (notification(envoyee_le="2026-12-01", fraude=True), "2026-12-31", 0),
        (notification(envoyee_le="2027-01-01", fraude=True), "2026-12-31", 98_64),
    ],
)
def test_a_payment_of_15_september_2024_is_claimed_back_for_two_years(
    piece: Json | None, au: str, prescrit: int
) -> None:
    rendu = regle(carence_payee(), *([piece] if piece else []), au=au)
    assert (solde(rendu).indu, solde(rendu).indu_prescrit) == (98_64, prescrit)
    assert [o.montant for o in rendu.ordres] == ([] if prescrit else [98_64])


def test_the_cut_is_made_payment_by_payment() -> None:
    recent = mouvement(
        "32.88", id="m2", date="2024-09-20", recue_le="2024-09-20", lignes=[ligne("2024-09-20", "2024-09-20")]
    )
    rendu = regle(carence_payee(), recent, au="2026-09-18", lecture="lignes")
    assert (solde(rendu).indu, solde(rendu).indu_prescrit) == (98_64 + 32_88, 98_64)


def test_amounts_are_whole_cents() -> None:
    for s in (*regle(TROP_CHER, lecture="lignes").soldes, *regle(carence_payee()).soldes):
        assert all(Fraction(m).denominator == 1 for m in (s.du, s.verse, s.acomptes, s.rappel, s.indu))
