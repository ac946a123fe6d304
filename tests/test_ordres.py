"""What is ordered, and what carrying it out leaves. Figures by hand.

The usual stop owes 32.88 € a day from 5 to 20 September 2024: 16 days, 526.08 €.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from oracle.calendrier import nb_jours
from oracle.decompte import Decompte, Ordre
from oracle.dossier import DossierInvalide, lire_dossier
from oracle.liquidation import liquider
from oracle.perimetre import HorsChamp
from properties.strategies import dossiers_maladie, tirer
from tests.aides import Json, activite, attestation, avis, dossier, jour, mouvement, paies, subrogation
from tests.test_compte import ligne

AU = "2024-09-20"
LECTURES = ("oui", "lignes")


def rend(*pieces: Json, au: str = AU, lecture: str = "oui") -> Decompte:
    """The décompte of the usual stop with these documents added, or of these documents when a stop is among them."""
    toutes = pieces if any(p["type"] == "avis_arret" for p in pieces) else (avis(), attestation(), *pieces)
    donnees = dossier(activite(), *toutes)
    return liquider(lire_dossier(donnees), jour(au), {"compensation_meme_destinataire": lecture})


def centimes(montant: str) -> int:
    return int(montant.replace(".", ""))


def total(ordre: Ordre) -> int:
    """What the lines of an order add up to."""
    return sum(
        centimes(lue["montant_journalier"])
        * nb_jours(date.fromisoformat(lue["debut"]), date.fromisoformat(lue["fin"]))
        if "debut" in lue
        else centimes(lue["montant"])
        for lue in ordre.lignes
    )


def executer(decompte: Decompte) -> list[Json]:
    """The movements that carry orders out; one that has money on no day names none."""
    return [
        {
            "id": f"zzz{rang}",
            "type": "mouvement",
            "recue_le": str(ordre.date),
            "date": str(ordre.date),
            "destinataire": ordre.destinataire,
            "nature": "remboursement" if ordre.nature == "indu" else "paiement",
            "montant": f"{int(ordre.montant) / 100:.2f}",
            "lignes": list(ordre.lignes) if all("debut" in lue for lue in ordre.lignes) else [],
        }
        for rang, ordre in enumerate(decompte.ordres)
    ]


def resume(decompte: Decompte) -> list[tuple[str, str, Any]]:
    return [(o.nature, o.destinataire, o.montant) for o in decompte.ordres]


# -- one order at a time


def test_the_first_order_to_a_payee_is_a_payment_with_its_days() -> None:
    (ordre,) = rend().ordres
    assert (ordre.date, ordre.nature, ordre.destinataire, ordre.montant) == (
        jour(AU),
        "paiement",
        "assure",
        526_08,
    )
    assert ordre.lignes == (ligne("2024-09-05", "2024-09-20"),)
    assert ordre.motif == "indemnités dues du 5 septembre 2024 au 20 septembre 2024"


def test_after_a_first_payment_the_rest_is_a_rappel() -> None:
    (ordre,) = rend(mouvement("197.28", lignes=[ligne("2024-09-05", "2024-09-10")])).ordres
    assert (ordre.nature, ordre.montant) == ("rappel", 328_80)
    assert ordre.motif == "reste dû du 11 septembre 2024 au 20 septembre 2024"


def test_an_advance_is_taken_off_what_is_ordered() -> None:
    """650 € due, 110 € advanced: here 526.08 € less 110.00 €."""
    assert resume(rend(mouvement("110.00", nature="acompte"))) == [("rappel", "assure", 416_08)]


@pytest.mark.parametrize("au", ["2024-09-04", "2024-09-06"])
def test_nothing_is_ordered_for_nothing(au: str) -> None:
    """Before the fifth nothing is due; until the certificate of the seventh, nothing is decided."""
    assert rend(au=au).ordres == ()
    assert rend(mouvement("526.08")).ordres == ()


def test_a_late_subrogation_gives_two_orders_and_never_zero() -> None:
    """Sixty days at 27.00 € paid to the insured, then certified as kept by the employer: 1 620.00 € each way."""
    debut, fin = "2024-09-16", "2024-11-17"
    declaree = attestation(
        paies("2024-06", "1642.50", "1642.50", "1642.50"),
        dernier_jour_travaille="2024-09-15",
        recue_le="2024-11-25",
        subrogations=[subrogation(debut, fin)],
    )
    paye = mouvement(
        "1620.00", date="2024-11-20", recue_le="2024-11-20", lignes=[ligne("2024-09-19", fin, "27.00")]
    )
    for lecture in LECTURES:
        rendu = rend(avis(debut, fin), declaree, paye, au="2024-11-30", lecture=lecture)
        assert resume(rendu) == [("indu", "assure", 1620_00), ("paiement", "employeur:A", 1620_00)]
        assert rendu.ordres[0].motif == "indemnité due à un autre destinataire"


def test_an_early_resumption_is_claimed_from_the_employer_who_was_paid() -> None:
    """Paid to 31 May 2025 at 33.00 €, work resumed on the 19th: 13 days, 429.00 €."""
    debut, fin = "2025-05-01", "2025-05-31"
    declaree = attestation(
        paies("2025-02", "2007.50", "2007.50", "2007.50"),
        recue_le="2025-05-05",
        dernier_jour_travaille="2025-04-30",
        subrogations=[subrogation(debut, fin)],
    )
    paye = mouvement(
        "924.00",
        date="2025-05-31",
        recue_le="2025-05-31",
        destinataire="employeur:A",
        lignes=[ligne("2025-05-04", fin, "33.00")],
    )
    reprise = {
        "id": "r",
        "type": "reprise",
        "recue_le": "2025-06-02",
        "arret": "S1",
        "date": "2025-05-19",
    }
    rendu = rend(avis(debut, fin), declaree, paye, reprise, au="2025-06-02")
    assert resume(rendu) == [("indu", "employeur:A", 429_00)]
    assert rendu.ordres[0].lignes == (ligne("2025-05-19", fin, "33.00"),)
    assert rendu.ordres[0].motif == "jours non indemnisés"


def test_each_reason_of_an_overpayment_is_told_with_its_days() -> None:
    """Paid from 1 to 6 September at 40.00 €: a day before the stop, three waiting days, two days 7.12 € too dear."""
    (ordre,) = rend(
        mouvement("240.00", lignes=[ligne("2024-09-01", "2024-09-06", "40.00")]), lecture="lignes"
    ).ordres[1:]
    assert (ordre.nature, ordre.montant) == ("indu", 4 * 40_00 + 2 * 7_12)
    assert ordre.motif == (
        "le 1er septembre 2024 : jours qu'aucun arrêt ne couvre ; "
        "du 2 septembre 2024 au 4 septembre 2024 : délai de carence, aucune indemnité n'est due ; "
        "du 5 septembre 2024 au 6 septembre 2024 : montant supérieur à l'indemnité due"
    )
    assert ordre.lignes == (
        ligne("2024-09-01", "2024-09-04", "40.00"),
        ligne("2024-09-05", "2024-09-06", "7.12"),
    )


def test_money_on_no_day_is_claimed_on_a_line_that_names_its_payment() -> None:
    (ordre,) = rend(mouvement("600.00")).ordres
    assert (ordre.nature, ordre.lignes) == ("indu", ({"paiement": "m1", "montant": "73.92"},))
    assert ordre.motif == "somme qui dépasse tout ce qui était dû"


def test_what_came_back_before_anything_was_paid_is_on_no_day() -> None:
    rejet = mouvement("100.00", nature="rejet_bancaire", date="2024-09-10", recue_le="2024-09-10")
    paye = mouvement("526.08", id="m2", lignes=[ligne("2024-09-05", "2024-09-20")])
    (ordre,) = rend(rejet, paye).ordres
    assert (ordre.nature, ordre.lignes) == ("rappel", ({"montant": "100.00"},))
    assert ordre.motif == "somme rendue en trop"


def test_an_advance_is_not_claimed_back_while_days_wait_for_a_document() -> None:
    acompte = mouvement("1000.00", nature="acompte", date="2024-09-05", recue_le="2024-09-05")
    jours = {"lignes": [ligne("2024-09-05", "2024-09-06", "500.00")]}
    for paye in (acompte, acompte | jours):
        attente = rend(paye, au="2024-09-06")
        assert ([s.indu for s in attente.soldes], attente.ordres) == ([1000_00], ())
    assert resume(rend(acompte)) == [("indu", "assure", 473_92)]


@pytest.mark.parametrize(("verse", "reclame"), [("526.08", []), ("526.09", [("indu", "assure", 1)])])
def test_what_days_to_come_will_owe_is_not_claimed_back(verse: str, reclame: list[Any]) -> None:
    """Six days are due on 10 September, ten more will be."""
    paye = mouvement(verse, date="2024-09-08", recue_le="2024-09-08")
    rendu = rend(paye, au="2024-09-10")
    assert [s.indu for s in rendu.soldes] == [centimes(verse) - 197_28]
    assert resume(rendu) == reclame


def test_a_day_paid_in_advance_is_claimed_back_only_for_what_it_will_not_owe() -> None:
    paye = mouvement(
        "80.00", date="2024-09-08", recue_le="2024-09-08", lignes=[ligne("2024-09-15", "2024-09-16", "40.00")]
    )
    rendu = rend(paye, au="2024-09-10", lecture="lignes")
    assert resume(rendu) == [("rappel", "assure", 197_28), ("indu", "assure", 14_24)]
    assert [i.motif for i in rendu.soldes[0].indus] == ["jours postérieurs à la date du décompte"]


def test_what_comes_back_falls_on_days_before_what_days_to_come_may_absorb() -> None:
    """On 10 September: 98.64 € of waiting days, and 402.72 € of an advance of which later days will owe 328.80 €."""
    avance = mouvement("600.00", nature="acompte", date="2024-09-08", recue_le="2024-09-08")
    carence = mouvement(
        "98.64", id="m2", date="2024-09-09", recue_le="2024-09-09", lignes=[ligne("2024-09-02", "2024-09-04")]
    )
    avant = rend(avance, carence, au="2024-09-10")
    assert resume(avant) == [("indu", "assure", 98_64 + 73_92)]
    apres = rend(avance, carence, *executer(avant), au="2024-09-10")
    assert ([s.indu for s in apres.soldes], apres.ordres) == ([328_80], ())


def test_what_a_debtor_gives_back_falls_on_what_it_received() -> None:
    aux_heritiers = mouvement(
        "50.00", destinataire="heritiers", lignes=[ligne("2024-08-01", "2024-08-01", "50.00")]
    )
    a_l_assure = mouvement("60.00", id="m2", lignes=[ligne("2024-08-02", "2024-08-02", "60.00")])
    retour = mouvement("60.00", id="m3", nature="remboursement", date="2024-09-18")
    rendu = rend(aux_heritiers, a_l_assure, retour, lecture="lignes")
    assert resume(rendu)[1:] == [("indu", "heritiers", 50_00)]


# -- carried out, orders leave nothing


def histoires() -> Iterator[tuple[Json, date]]:
    """Drawn dossiers, each with up to three movements, right or wrong, to the right payee or not."""
    hasard = random.Random(20240920)  # noqa: S311  # a seeded draw, nothing secret
    for tire in tirer(dossiers_maladie(), 60, 20240920):
        donnees = json.loads(json.dumps(tire.dossier, default=str))
        try:
            decompte = liquider(lire_dossier(donnees), tire.au)
        except (HorsChamp, DossierInvalide):
            continue
        for rang in range(hasard.randint(0, 3)):
            donnees["pieces"].append(_mouvement(hasard, decompte, tire.au, donnees, rang))
        yield donnees, tire.au


def _mouvement(hasard: random.Random, decompte: Decompte, au: date, donnees: Json, rang: int) -> Json:
    employeurs = [f"employeur:{p['activite']}" for p in donnees["pieces"] if p["type"] == "activite"]
    piece: Json = {
        "id": f"zz{rang}",
        "type": "mouvement",
        "recue_le": str(au),
        "date": str(au - timedelta(days=hasard.randint(0, 30))),
        "destinataire": hasard.choice(["assure", "assure", "heritiers", *employeurs]),
        "nature": hasard.choice(["paiement", "paiement", "acompte"]),
    }
    montant = hasard.randint(1, 900_00)
    lignes = []
    if decompte.periodes and hasard.random() < 0.7:
        periode = hasard.choice(decompte.periodes)
        fin = min(periode.fin, periode.debut + timedelta(days=hasard.randint(0, 30)))
        par_jour = hasard.choice([int(periode.montant_journalier), hasard.randint(1, 60_00)])
        montant = par_jour * nb_jours(periode.debut, fin)
        lignes = [ligne(str(periode.debut), str(fin), f"{par_jour / 100:.2f}") | {"arret": periode.arret}]
    return piece | {"montant": f"{montant / 100:.2f}", "lignes": lignes}


HISTOIRES = list(histoires())


@pytest.mark.parametrize("lecture", LECTURES)
def test_orders_carried_out_leave_no_balance_and_no_order(lecture: str) -> None:
    """But for what is time-barred, and for overpayments on days still to come or to be decided."""
    soldees = 0
    for donnees, au in HISTOIRES:
        lectures = {"compensation_meme_destinataire": lecture}
        avant = liquider(lire_dossier(donnees), au, lectures)
        apres = liquider(
            lire_dossier(donnees | {"pieces": [*donnees["pieces"], *executer(avant)]}), au, lectures
        )
        if any(s.indu_prescrit for s in avant.soldes):
            continue
        assert apres.ordres == ()
        attente = any(p.statut == "en_attente" or p.fin > au for p in avant.periodes)
        for s in apres.soldes:
            assert s.rappel == s.rappel_prescrit
            assert s.indu == 0 or attente
        soldees += bool(avant.ordres)
    assert soldees > 30


@pytest.mark.parametrize("lecture", LECTURES)
def test_lines_add_up_and_no_order_is_negative(lecture: str) -> None:
    natures = set()
    for donnees, au in HISTOIRES:
        rendu = liquider(lire_dossier(donnees), au, {"compensation_meme_destinataire": lecture})
        for ordre in rendu.ordres:
            assert ordre.montant == total(ordre) > 0
            natures.add(ordre.nature)
        for s in rendu.soldes:
            assert s.rappel - s.indu == s.du - s.verse - s.acomptes
            assert s.indu == sum(d.montant for d in s.indus)
            assert lecture == "lignes" or 0 in (s.rappel, s.indu)
            payeurs = [o for o in rendu.ordres if o.destinataire == s.destinataire and o.nature != "indu"]
            assert sum(o.montant for o in payeurs) == s.rappel - (s.rappel_prescrit or 0)
    assert natures == {"paiement", "rappel", "indu"}


def test_slices_paid_as_ordered_pay_what_one_payment_would() -> None:
    pieces: list[Json] = []
    for rang, au in enumerate(("2024-09-08", "2024-09-13", "2024-09-20")):
        ordres = executer(rend(*pieces, au=au))
        pieces += [p | {"id": f"m{rang}"} for p in ordres]
    assert [p["montant"] for p in pieces] == ["131.52", "164.40", "230.16"]
    assert rend(*pieces).ordres == ()


def test_a_certificate_corrected_there_and_back_gives_movements_that_cancel() -> None:
    """30.00 €, then 33.00 € a day, then 30.00 € again: 48.00 € paid, then claimed back."""
    pieces: list[Json] = [avis()]
    montants = []
    for rang, brut in enumerate(("1825.00", "2007.50", "1825.00")):
        recue = f"2024-09-{21 + rang}"
        corrige = {"remplace": f"t{rang - 1}"} if rang else {}
        declaree = attestation(paies("2024-06", brut, brut, brut), id=f"t{rang}", recue_le=recue)
        pieces.append(declaree | corrige)
        rendu = rend(*pieces, au=recue)
        montants.append([(o.nature, o.montant) for o in rendu.ordres])
        pieces += [p | {"id": f"m{rang}"} for p in executer(rendu)]
    assert montants == [[("paiement", 480_00)], [("rappel", 48_00)], [("indu", 48_00)]]
