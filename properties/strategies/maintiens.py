"""Work has ceased: rights kept twelve months, unemployment, work resumed too briefly."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import plus_jours, plus_mois
from properties.strategies.dates import autour, duree_courte, premier_jour
from properties.strategies.employeurs import Carriere, embauche, fin_de_mois_avant, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, Employeur, Piece, Plan
from properties.strategies.salaires import TEMPS_PLEIN, salaires

_MOTIFS = ("licenciement", "fin_de_contrat", "rupture_conventionnelle", "demission")


def droits_maintenus(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A contract ended months before the stop, with pay perhaps above the old ceiling; unemployed, paid or not."""
    debut = premier_jour(hasard, enveloppe)
    duree = duree_courte(hasard, enveloppe)
    chomage = selon(hasard, (2, None), (2, "ouvert"), (2, "fini"), (1, "non_indemnise"))
    if chomage in ("ouvert", "fini"):
        fin = plus_jours(debut, -hasard.entier(60, 900))
    else:
        fin = selon(
            hasard,
            (3, fin_de_mois_avant(debut, hasard.entier(2, 11))),
            (3, autour(hasard, plus_mois(debut, -12))),
            (2, plus_jours(debut, -hasard.entier(2, 420))),
        )
    fin = min(fin, plus_jours(debut, -2))
    travaille = selon(hasard, (4, fin), (1, plus_jours(fin, -hasard.entier(1, 60))))
    chaine = un_avis("S1", debut, duree)
    employe = _ancien(hasard, enveloppe, fin, travaille)
    plan = Plan((employe,), chaine.avis)
    return plan.avec(_chomage(hasard, debut, fin, chomage)) if chomage else plan


def _ancien(hasard: Hasard, enveloppe: Enveloppe, fin: date, travaille: date) -> Employeur:
    """The employer left on ``fin``, who certifies the months before the last day worked."""
    reference = plus_jours(travaille, 1)
    plein = selon(hasard, (4, TEMPS_PLEIN), (1, 40_00)) if enveloppe.heures_lues else TEMPS_PLEIN
    suivie = Carriere(reference, salaires(hasard, enveloppe, reference, 6), (plein,) * 6)
    return Employeur(
        activite="A",
        debut=embauche(hasard, enveloppe, reference),
        fin=fin,
        contrat="cdi" if "cdi" in enveloppe.contrats else parmi(hasard, enveloppe.contrats_continus),
        motif_fin=parmi(hasard, _MOTIFS),
        attestations=(Attestation("S1", travaille, suivie.paies(reference, 6), retard=10),),
    )


def _chomage(hasard: Hasard, debut: date, fin: date, genre: str) -> Piece:
    """Unemployment from the morrow of the contract, or a little later; ended around twelve months before the stop."""
    inscrit = plus_jours(fin, selon(hasard, (3, 1), (1, hasard.entier(2, 40))))
    piece: Piece = {
        "type": "chomage",
        "recue_le": plus_jours(inscrit, 3),
        "debut": inscrit,
        "indemnise": genre != "non_indemnise",
    }
    if genre == "ouvert":
        return piece
    termine = selon(
        hasard,
        (2, plus_jours(debut, -hasard.entier(1, 300))),
        (3, autour(hasard, plus_mois(debut, -12))),
    )
    return piece | {"fin": max(inscrit, termine)}


def reprise_trop_courte(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A new job, too recent to open rights, or whose benefit is nil: the former rights may come back."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    mois_de_reprise = selon(hasard, (3, hasard.entier(0, 5)), (2, 12), (1, 11), (1, hasard.entier(6, 14)))
    if debut.day == 1:
        mois_de_reprise = max(1, mois_de_reprise)
    reprise = plus_mois(debut.replace(day=1), -mois_de_reprise)
    if mois_de_reprise == 12 and selon(hasard, (2, True), (1, False)):
        reprise = _meme_jour_il_y_a_un_an(hasard, debut)
    fin = fin_de_mois_avant(reprise, selon(hasard, (3, hasard.entier(1, 11)), (2, 12), (1, 13)))
    nul = selon(hasard, (4, False), (1, True))
    brut = hasard.entier(0, 1) if nul else hasard.entier(1, 6) * 100_00
    nombre = min(mois_de_reprise, 6)
    suivie = Carriere(
        debut, (brut,) * 6, (TEMPS_PLEIN if nul else selon(hasard, (4, 20_00), (1, 60_00)),) * 6
    )
    nouveau = Employeur(
        activite="B",
        debut=reprise,
        contrat=parmi(hasard, enveloppe.contrats_continus),
        attestations=(
            Attestation("S1", plus_jours(debut, -1), suivie.paies(debut, nombre) if nombre else ()),
        ),
    )
    plan = Plan((_ancien(hasard, enveloppe, fin, fin), nouveau), chaine.avis)
    if selon(hasard, (1, True), (1, False)) and enveloppe.admet("chomage") and fin < plus_jours(reprise, -1):
        chomage = _chomage(hasard, debut, fin, "ouvert") | {
            "debut": plus_jours(fin, 1),
            "fin": plus_jours(reprise, -1),
        }
        return plan.avec({**chomage, "recue_le": plus_jours(fin, 4)})
    return plan


def _meme_jour_il_y_a_un_an(hasard: Hasard, debut: date) -> date:
    """A resumption whose twelve months end on the day of the stop, its eve or its morrow."""
    reprise = plus_mois(debut, -12)
    return plus_jours(reprise, selon(hasard, (1, 1), (1, 0), (1, 2)))


def deux_contrats_de_suite(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One contract after another, with a break or not, both within the reference months."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    entree = plus_mois(debut.replace(day=1), -hasard.entier(1, 6))
    fin = fin_de_mois_avant(entree, selon(hasard, (3, 1), (1, hasard.entier(2, 5))))
    ancien = _ancien(hasard, enveloppe, fin, fin)
    suivie = Carriere(debut, salaires(hasard, enveloppe, debut, 6), (TEMPS_PLEIN,) * 6)
    nombre = (debut.year - entree.year) * 12 + debut.month - entree.month
    nouveau = Employeur(
        activite="B",
        debut=entree,
        contrat=parmi(hasard, enveloppe.contrats_continus),
        attestations=(Attestation("S1", plus_jours(debut, -1), suivie.paies(debut, nombre)),),
    )
    return Plan((replace(ancien, motif_fin="fin_de_contrat"), nouveau), chaine.avis)
