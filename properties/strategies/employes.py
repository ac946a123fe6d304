"""Who employs a parent on leave: wages around the social security ceiling and the floor, months certified, absences before."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.calendrier import fin_du_mois_precedent, nb_jours, plus_jours
from oracle.legislation import tables
from properties.strategies.employeurs import Carriere, contrat_ordinaire, embauche
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, CongePris, Employeur, Paie
from properties.strategies.salaires import RONDS, TEMPS_PLEIN, heures, salaire, un_cent_pres

TROIS_MOIS, QUINZE_MOIS = 3, 15
PORTE_DES_HEURES = 150_00
_PLAFOND = "plafond_mensuel_securite_sociale"
_PLANCHER = 427_95
"""A monthly pay near which the least daily benefit is reached."""


def plafond_de_repos(jour: date) -> Fraction:
    """The monthly ceiling of social security on a day, exact cents."""
    return tables()[_PLAFOND].valeur_au(jour)


def indemnite_probable(bruts: tuple[int, ...], debut: date) -> int:
    """The daily benefit of three monthly pays, in cents: what a scenario needs to write a payment, never an expected value."""
    plafond = plafond_de_repos(fin_du_mois_precedent(debut))
    return au_plus_proche(
        sum(min(Fraction(brut), plafond) for brut in bruts) / Fraction(9125, 100) * Fraction(79, 100)
    )


def _un_salaire(hasard: Hasard, debut: date) -> int:
    """Round, around the ceiling of the month before or of the month itself, around the floor, or any."""
    genre = selon(hasard, (6, "rond"), (3, "plafond"), (1, "plancher"), (2, "quelconque"))
    if genre == "rond":
        return parmi(hasard, RONDS)
    if genre == "plafond":
        jour = selon(hasard, (2, fin_du_mois_precedent(debut)), (1, debut))
        return un_cent_pres(hasard, plafond_de_repos(jour))
    if genre == "plancher":
        return _PLANCHER + hasard.entier(-60, 60)
    return salaire(hasard, debut)


def bruts_de_repos(hasard: Hasard, enveloppe: Enveloppe, debut: date) -> tuple[int, ...]:
    """Three monthly wages: constant, or one of them above the others."""
    base = _un_salaire(hasard, debut)
    if enveloppe.salaire_constant or selon(hasard, (3, True), (1, False)):
        return (base,) * TROIS_MOIS
    haut = selon(hasard, (2, 5000_00), (1, _un_salaire(hasard, debut)))
    rang = hasard.entier(0, 2)
    return tuple(haut if position == rang else base for position in range(TROIS_MOIS))


def carriere_de_parent(hasard: Hasard, enveloppe: Enveloppe, debut: date) -> Carriere:
    """The months before a leave."""
    ordinaires = not enveloppe.heures_lues or selon(hasard, (2, False), (1, True))
    suivies = heures(hasard, enveloppe, TROIS_MOIS) if ordinaires else (TEMPS_PLEIN,) * TROIS_MOIS
    return Carriere(debut, bruts_de_repos(hasard, enveloppe, debut), suivies)


def mois_du_parent(suivie: Carriere, enveloppe: Enveloppe) -> int:
    """Three months when their hours open rights; fifteen when the date of nine months before birth must be looked at."""
    declarees = sum(paie.heures or 0 for paie in suivie.paies(suivie.reference, TROIS_MOIS))
    return max(TROIS_MOIS if declarees >= PORTE_DES_HEURES else QUINZE_MOIS, enveloppe.paies_exigees)


def employeur_du_conge(
    hasard: Hasard,
    enveloppe: Enveloppe,
    conge: CongePris,
    suivie: Carriere | None = None,
    *,
    activite: str = "A",
    mois: int | None = None,
) -> Employeur:
    """An employer of long standing who certifies the leave; each part of a leave taken in parts."""
    suivie = suivie or carriere_de_parent(hasard, enveloppe, conge.debut)
    nombre = mois or mois_du_parent(suivie, enveloppe)
    return Employeur(
        activite=activite,
        debut=embauche(hasard, enveloppe, conge.debut, mois_au_moins=nombre + 1),
        contrat=contrat_ordinaire(hasard, enveloppe),
        attestations=tuple(
            attester_le_conge(suivie, conge, debut, nombre)
            for debut, _ in (conge.periodes if conge.risque == "paternite" else conge.periodes[:1])
        ),
    )


def attester_le_conge(suivie: Carriere, conge: CongePris, debut: date, nombre: int) -> Attestation:
    """The certificate of a leave that begins on ``debut``, worked until the eve."""
    return Attestation(
        arret=conge.conge,
        dernier_jour_travaille=plus_jours(debut, -1),
        paies=suivie.paies(debut, nombre),
        risque=_RISQUES_CERTIFIES.get(conge.risque, conge.risque),
    )


_RISQUES_CERTIFIES = {"maternite_mere_decedee": "maternite"}


def paies_coupees(paies: tuple[Paie, ...], debut: date, fin: date, motif: str) -> tuple[Paie, ...]:
    """The same pays, the days from ``debut`` to ``fin`` absent, pay and hours cut in proportion."""
    return tuple(_coupee(paie, max(debut, paie.debut), min(fin, paie.fin), motif) for paie in paies)


def _coupee(paie: Paie, debut: date, fin: date, motif: str) -> Paie:
    absents = nb_jours(debut, fin)
    if absents <= 0:
        return paie
    connues = list(paie.champs.get("absences", ()))
    payes = nb_jours(paie.debut, paie.fin) - sum(nb_jours(a["debut"], a["fin"]) for a in connues)
    restent = max(0, payes - absents)
    return replace(
        paie,
        brut=paie.brut * restent // payes,
        heures=None if paie.heures is None else paie.heures * restent // payes,
        champs={**paie.champs, "absences": [*connues, {"debut": debut, "fin": fin, "motif": motif}]},
    )


@dataclass(frozen=True)
class Absence:
    """Days not worked, the certificate they call for, and why the employer says they were not worked."""

    nom: str
    debut: date
    fin: date
    motif: str
    risque: str | None = None


def certificats(suivie: Carriere, nombre: int, absences: tuple[Absence, ...]) -> tuple[Attestation, ...]:
    """One certificate for each absence, in order: the months before the unbroken absence it ends, days absent cut out."""
    faits = []
    for rang, absence in enumerate(absences):
        premiere, premier = rang, absence.debut
        while premiere and plus_jours(absences[premiere - 1].fin, 1) == premier:
            premiere -= 1
            premier = absences[premiere].debut
        ecart = (absence.debut.year - premier.year) * 12 + absence.debut.month - premier.month
        paies = suivie.paies(absence.debut, nombre + ecart)
        reprise = plus_jours(absences[rang - 1].fin, 1) if rang else absence.debut
        entame = absence.debut.replace(day=1)
        if reprise < premier == absence.debut and entame < absence.debut:
            paies = (*paies, mois_entame(paies[-1], entame, plus_jours(absence.debut, -1)))
        for connue in absences[:rang]:
            paies = paies_coupees(paies, connue.debut, connue.fin, connue.motif)
        faits.append(Attestation(absence.nom, plus_jours(premier, -1), paies, risque=absence.risque))
    return tuple(faits)


def mois_entame(mois: Paie, debut: date, fin: date) -> Paie:
    """What is earned in the month of an absence, before it: a thirtieth of a month for each day."""
    jours = nb_jours(debut, fin)
    heures_ = None if mois.heures is None else mois.heures * jours // _TRENTE
    return Paie(debut, fin, mois.brut * jours // _TRENTE, heures_)


_TRENTE = 30


def employeur_de_deux_conges(
    hasard: Hasard, enveloppe: Enveloppe, premier: CongePris, second: CongePris
) -> Employeur:
    """An employer who certifies two leaves, one after the other."""
    suivie = carriere_de_parent(hasard, enveloppe, premier.debut)
    absences = tuple(Absence(c.conge, c.debut, c.fin, _MOTIFS[c.risque], c.risque) for c in (premier, second))
    employe = employeur_du_conge(hasard, enveloppe, premier, suivie)
    return replace(employe, attestations=certificats(suivie, mois_du_parent(suivie, enveloppe), absences))


_MOTIFS = {"maternite": "maternite", "paternite": "paternite", "deuil_enfant": "conge_sans_solde"}
