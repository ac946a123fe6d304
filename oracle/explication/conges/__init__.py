"""Family leaves told in French: their calendar, rights, amount, payees and days."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from oracle.explication.conges.cadre import dire_le_cadre
from oracle.explication.conges.calendrier import CalendrierDeConge, dresser
from oracle.explication.conges.droits import dire_les_droits_du_conge
from oracle.explication.conges.etude import NOMS, EtudeDeConge, Partie, etudier_les_conges
from oracle.explication.conges.forfaits import dire_les_forfaits
from oracle.explication.conges.jours import dire_le_calendrier, dire_les_jours_du_conge, dire_une_tranche
from oracle.explication.conges.montant import dire_le_montant_du_conge
from oracle.explication.conges.sans_jour import dire_les_conges_sans_jour
from oracle.explication.langue import intervalle
from oracle.explication.personnes import Personnes
from oracle.explication.subrogations import dire_des_subrogations
from oracle.liquidation import Liquidation

CALENDRIER, DROITS, JOURS = "Calendrier du congé", "Ouverture des droits", "Jour par jour"


def titre_du_conge(etude: EtudeDeConge) -> str:
    """``Congé de maternité du 4 mai au 23 août 2025``."""
    nom = NOMS[etude.risque]
    if etude.risque == "maternite" and not etude.pieces:
        nom = "repos pour une grossesse pathologique"
    return f"{nom[0].upper()}{nom[1:]} {intervalle(etude.debut, etude.fin)}"


def dire_un_conge(
    etude: EtudeDeConge, numero: str, personnes: Personnes, au: date, lectures: Mapping[str, str]
) -> list[list[str]]:
    """One leave: its calendar, its rights, its amount, its payees, its days."""
    return [
        [f"{numero}{titre_du_conge(etude)}"],
        [CALENDRIER, *dire_le_calendrier_du_conge(etude)],
        [DROITS, *par_partie(etude, lambda partie: dire_les_droits_du_conge(partie, personnes))],
        _montant(etude, personnes, lectures),
        dire_les_destinataires(etude, personnes),
        [JOURS, *dire_les_jours_du_conge(etude, personnes, au)],
    ]


def dire_le_calendrier_du_conge(etude: EtudeDeConge) -> list[str]:
    """What the law allows, then run by run what each week is."""
    return [
        *(f"– {ligne}." for ligne in dire_le_cadre(etude)),
        "Semaine par semaine :",
        *dire_le_calendrier(etude),
    ]


def _montant(etude: EtudeDeConge, personnes: Personnes, lectures: Mapping[str, str]) -> list[str]:
    lignes = par_partie(etude, lambda partie: dire_le_montant_du_conge(partie, personnes, lectures)[1:])
    return ["Montant d'une journée", *lignes] if lignes else []


def par_partie(etude: EtudeDeConge, dire: Callable[[Partie], list[str]]) -> list[str]:
    """What is told of each part; what all the parts begin with is told once."""
    dites = [(partie, lignes) for partie in etude.parties if (lignes := dire(partie))]
    if not dites:
        return []
    communes = _debut_commun([lignes for _, lignes in dites])
    lignes = dites[0][1][:communes]
    for partie, siennes in dites:
        if siennes[communes:]:
            lignes += [f"{nommer_la_partie(partie)} :", *siennes[communes:]]
    return dites[0][1] if len(etude.parties) == 1 else lignes


def _debut_commun(listes: Sequence[Sequence[str]]) -> int:
    """How many lines all the lists begin with; a line that announces others goes with them."""
    communes = 0
    for ensemble in zip(*listes, strict=False):
        if len(set(ensemble)) > 1:
            break
        communes += 1
    while 0 < communes < max(map(len, listes)) and listes[0][communes - 1].endswith(":"):
        communes -= 1
    return communes


def nommer_la_partie(partie: Partie) -> str:
    """``Pour le repos pathologique du 20 avril au 3 mai 2025``."""
    nom = "le repos pathologique" if partie.pathologique else "le repos"
    if partie.plan.risque != "maternite":
        nom = "la fraction"
    jours = [journee.jour for journee in partie.journees]
    return f"Pour {nom} {intervalle(jours[0], jours[-1])}"


def dire_les_destinataires(etude: EtudeDeConge, personnes: Personnes) -> list[str]:
    """Who takes the insured's place, part by part."""
    lignes: list[str] = []
    for partie in etude.parties:
        if all(journee.decision.statut != "indemnise" for journee in partie.journees):
            continue
        declarees = [
            (attestation.activite, subrogation)
            for attestation in etude.faits.attestations
            if attestation.arret in partie.service.arrets
            for subrogation in attestation.subrogations
        ]
        lignes += [
            ligne
            for ligne in dire_des_subrogations(declarees, partie.repartition, personnes)
            if ligne not in lignes
        ]
    return ["Destinataires", *lignes] if lignes else []


def calendriers(liquidation: Liquidation) -> tuple[CalendrierDeConge, ...]:
    """Every leave of a liquidation, laid out for a picture."""
    return tuple(dresser(etude, titre_du_conge(etude)) for etude in etudier_les_conges(liquidation))


__all__ = [
    "CalendrierDeConge",
    "EtudeDeConge",
    "calendriers",
    "dire_les_conges_sans_jour",
    "dire_les_forfaits",
    "dire_un_conge",
    "dire_une_tranche",
    "etudier_les_conges",
    "titre_du_conge",
]
