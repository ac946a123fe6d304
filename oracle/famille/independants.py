"""Self-employed parents and conjoints collaborateurs: lump sums, daily benefit, income test, parts (L623-1, D623-1 to D623-4, D663-1).

Amounts are cents: exact fractions until the last step.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche, tronque
from oracle.calendrier import plus_mois
from oracle.loi import lecture, seuil

JOURS_DE_L_INDEMNITE = 730
PART_D_UN_DIXIEME = Fraction(1, 10)
PART_PLANCHER = Fraction(2, 5)
MOIS_AVANT_LA_FIN_DU_SEPTIEME = 7
SIX_SEMAINES = 42
JOURS_PATHOLOGIQUES = 30
JOURS_PATHOLOGIQUES_APRES_NAISSANCE = 15
JOURS_OBLIGATOIRES_DU_PERE = 7
PARTS_DU_PERE = 3
PART_MINIMALE = 5
JOURS_DU_REMPLACEMENT = 56
JOURS_DE_CESSATION = 56
TROIS_QUARTS = Fraction(3, 4)
ABATTEMENTS = {"vente": Fraction(71, 100), "services": Fraction(1, 2), "bnc": Fraction(34, 100)}
ANNEES_CIVILES = 3
DUREES_MATERNELLES = ((1, 112), (2, 238), (3, 322))
DUREE_MATERNELLE_DU_RANG_TROIS = 182


def revenu_d_un_micro_entrepreneur(chiffre_d_affaires: int, micro: str) -> Fraction:
    """The income of a micro-entrepreneur: turnover less the flat costs of its category (L613-7)."""
    return chiffre_d_affaires * (1 - ABATTEMENTS[micro])


def revenu_acquitte(revenu: Fraction, dues: int, payees: int, plan_respecte: bool) -> Fraction:
    """A year's income, reduced to the share of its contributions that was paid, unless a schedule is kept to (D622-7 I)."""
    if plan_respecte or dues == 0 or not seuil("TI-10PCT.cotisations", payees, "<", dues):
        return revenu
    return revenu * Fraction(payees, dues)


def revenu_plancher(revenu: Fraction, plafond_annuel: Fraction, micro: bool) -> Fraction:
    """Contributions for daily benefits are paid on 40 % of the ceiling at least, except by micro-entrepreneurs (D621-3 I).

    Reading ``test_10``: the real income is tested.
    """
    plancher = plafond_annuel * PART_PLANCHER
    if micro or lecture("test_10") == "revenu_reel" or not seuil("TI-10PCT.plancher", revenu, "<", plancher):
        return revenu
    return plancher


def annees_du_revenu(premier_versement: date, debut_d_affiliation: date) -> tuple[int, ...]:
    """The civil years whose income is averaged: the three before, or all since affiliation in its first three (D622-7).

    The running year counts with them; reading ``ti_debut_annee_en_cours``: closed years alone.
    """
    annee = premier_versement.year
    if seuil("TI-10PCT.anciennete", annee - debut_d_affiliation.year, "<", ANNEES_CIVILES):
        closes = tuple(range(debut_d_affiliation.year, annee))
        seule = not closes or lecture("ti_debut_annee_en_cours") == "comprise"
        return (*closes, annee) if seule else closes
    return (annee - 3, annee - 2, annee - 1)


def revenu_annuel_moyen(revenus: Sequence[Fraction]) -> Fraction:
    """The mean of three civil years (D622-7 I)."""
    return sum(revenus, Fraction(0)) / ANNEES_CIVILES


def revenu_des_premieres_annees(revenus: Sequence[Fraction], jours_d_activite: int) -> Fraction:
    """The income so far over the days of activity, brought to 365 (D622-7 II)."""
    return sum(revenus, Fraction(0)) * 365 / jours_d_activite


def seuil_des_dix_pour_cent(plafonds_annuels: Sequence[Fraction]) -> Fraction:
    """A tenth of the mean ceiling of the years that were averaged (D623-3)."""
    return sum(plafonds_annuels, Fraction(0)) / len(plafonds_annuels) * PART_D_UN_DIXIEME


def montant_reduit(revenu_moyen: Fraction, seuil_de_revenu: Fraction) -> bool:
    """The mean income is strictly below the tenth: lump sum and daily benefit fall to 10 % (D623-3)."""
    return seuil("TI-10PCT.revenu", revenu_moyen, "<", seuil_de_revenu)


def date_du_montant(premier_versement: date, jour: date) -> date:
    """The ceiling of the expected first payment holds for the whole rest; reading ``ti_revalorisation``: that of each day."""
    return jour if lecture("ti_revalorisation") == "jour_indemnise" else premier_versement


def indemnite_forfaitaire(plafond_mensuel: Fraction, reduite: bool) -> int:
    """A day: 1/730 of the annual ceiling, or a tenth of it, to the cent (D623-2, D623-3)."""
    entiere = au_plus_proche(plafond_mensuel * 12 / JOURS_DE_L_INDEMNITE)
    return au_plus_proche(entiere * PART_D_UN_DIXIEME) if reduite else entiere


def allocation_de_repos(plafond_mensuel: Fraction, reduite: bool) -> int:
    """The lump sum of maternal rest: the monthly ceiling, or a tenth of it (D623-1, D623-3)."""
    return au_plus_proche(plafond_mensuel * (PART_D_UN_DIXIEME if reduite else 1))


def allocation_d_adoption(allocation: int) -> int:
    """Half the lump sum, at the child's arrival (L623-1 III 1°)."""
    return au_plus_proche(Fraction(allocation, 2))


def premiere_moitie(allocation: int) -> int:
    """What is paid at the start of the rest; the other half at the end of the eight weeks (D623-1)."""
    return au_plus_proche(Fraction(allocation, 2))


def allocation_en_une_fois(naissance: date, debut_de_grossesse: date) -> bool:
    """The delivery came before the end of the seventh month: the lump sum is paid at once (D623-1 al. 2)."""
    return seuil(
        "TI-ALLOC.septieme_mois",
        naissance,
        "<",
        plus_mois(debut_de_grossesse, MOIS_AVANT_LA_FIN_DU_SEPTIEME),
    )


def six_semaines_apres_la_naissance(jours: int) -> bool:
    """The daily benefit asks for six weeks of rest after the delivery (D623-2)."""
    return seuil("TI-IJ.apres_naissance", jours, ">=", SIX_SEMAINES)


def allocation_acquise(jours_de_cessation: int) -> bool:
    """The lump sum asks for eight weeks of rest, as the daily benefit does (L623-1 I); short of them, nothing stays due."""
    return seuil("TI-ALLOC.cessation", jours_de_cessation, ">=", JOURS_DE_CESSATION)


def allocation_sans_six_semaines() -> bool:
    """The eight weeks are there but not the six after birth: the lump sum stays due (L623-1 I).

    Reading ``ti_moins_de_six_semaines``: neither is.
    """
    return lecture("ti_moins_de_six_semaines") == "allocation_due"


def jour_pathologique(rang: int, rang_apres_naissance: int) -> bool:
    """Thirty days for an illness of pregnancy or childbirth, fifteen of them at most after birth (D623-4)."""
    if not seuil("TI-PATHO.jours", rang, "<=", JOURS_PATHOLOGIQUES):
        return False
    return seuil("TI-PATHO.apres_naissance", rang_apres_naissance, "<=", JOURS_PATHOLOGIQUES_APRES_NAISSANCE)


def jours_obligatoires_du_pere(jours: int, apres_la_naissance: int) -> bool:
    """A self-employed father stops for seven days from the birth (L623-1 II, D623-2)."""
    a_la_naissance = seuil("TI-PAT.prise", apres_la_naissance, "<=", 1)
    return a_la_naissance and seuil("TI-PAT.obligatoires", jours, ">=", JOURS_OBLIGATOIRES_DU_PERE)


def part_du_pere(rang: int, jours: int) -> bool:
    """Three parts of five days at least, the first included (D623-2 al. 3).

    ``rang`` counts the parts after the compulsory days. Reading ``ti_fractions_paternite``: three parts beside them.
    """
    parts = (
        PARTS_DU_PERE
        if lecture("ti_fractions_paternite") == "trois_apres_les_sept_jours"
        else PARTS_DU_PERE - 1
    )
    return seuil("TI-PAT.parts", rang, "<=", parts) and seuil("TI-PAT.part", jours, ">=", PART_MINIMALE)


def duree_d_adoption(enfants: int, troisieme_enfant: bool) -> int:
    """Three quarters of the maternity rest, in whole days (L623-1 III 2°): 84, 136, 178, 241."""
    maternelle = DUREES_MATERNELLES[min(enfants, 3) - 1][1]
    if enfants == 1 and troisieme_enfant:
        maternelle = DUREE_MATERNELLE_DU_RANG_TROIS
    return tronque(maternelle * TROIS_QUARTS)


def jour_d_adoption(jour: date, arrivee: date) -> bool:
    """Only days from the arrival are paid (L623-1 III 2°)."""
    return seuil("TI-ADO.arrivee", jour, ">=", arrivee)


def plafond_du_remplacement(smic_mensuel: Fraction) -> Fraction:
    """What a day of replacement is paid at most: twice the monthly SMIC over 56 days (D663-2)."""
    return Fraction(au_plus_proche(2 * smic_mensuel / JOURS_DU_REMPLACEMENT))


def indemnite_de_remplacement(cout: int, jours: int, plafond: Fraction) -> int:
    """The real cost of the replacement, within the daily ceiling (D663-1, D663-2)."""
    maximum = plafond * jours
    return cout if seuil("CC.cout", cout, "<=", maximum) else au_plus_proche(maximum)
