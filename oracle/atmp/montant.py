"""From the daily wage to what a day is paid: rate, ceiling, net gain, floor of a relapse, annuity (L433-2, R433-1 to R433-8).

Amounts are cents: exact fractions until the one rounding.
"""

from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche, tronque
from oracle.calendrier import fin_du_mois_precedent, plus_mois, premier_jour_du_trimestre_suivant
from oracle.loi import lecture, plus_petit, seuil

JOURS_DE_L_ANNEE = 365
TRENTE_QUARANTE_DEUX = Fraction(3042, 100)


def date_du_plafond(arret: date) -> date:
    """The day whose yearly ceiling bounds the daily wage: that of the stop (L433-2, R433-2).

    Reading ``plafond_atmp``: last day of the civil month before, as for family leaves. A running stop keeps its ceiling.
    """
    return fin_du_mois_precedent(arret) if lecture("plafond_atmp") == "mois_precedent" else arret


def plafond_journalier(plafond_annuel: Fraction, part: Fraction) -> Fraction:
    """The greatest daily wage that counts: 0.834 % of the yearly ceiling, never rounded (R433-2)."""
    return plafond_annuel * part


def gain_journalier_net(salaire_journalier: Fraction, part_nette: Fraction) -> Fraction:
    """What a day of work brought, net, at a flat rate: the daily wage less 21 %, not capped (R433-4, R331-5 al. 2)."""
    return salaire_journalier * part_nette


def gain_net_de_l_apprenti(salaire_journalier: Fraction, part_nette: Fraction) -> Fraction:
    """The same of an apprentice's own wage (R433-8); reading ``gain_net_apprenti``: the wage whole, as it bears nothing."""
    if lecture("gain_net_apprenti") == "salaire_entier":
        return salaire_journalier
    return salaire_journalier * part_nette


def gain_net_limite(base_forfaitaire: bool) -> bool:
    """The net gain bounds the benefit; reading ``gain_net_base_forfaitaire``: not where the base is no wage (R412-11)."""
    return not base_forfaitaire or lecture("gain_net_base_forfaitaire") == "applique"


def indemnite_journaliere(
    base: Fraction, plafond: Fraction, taux: Fraction, gain_net: Fraction | None
) -> int:
    """The daily benefit: a rate of the wage within the ceiling, at most the net gain (L433-2, R433-1, R433-3, R433-4).

    Rounded once, here, half up to the cent; reading ``arrondi_ij`` truncates.
    """
    seuil("ATMP-MONTANT.plafond", base, "<=", plafond)
    montant = taux * plus_petit(base, plafond)
    if gain_net is not None and seuil("ATMP-MONTANT.gain_net", montant, ">", gain_net):
        montant = gain_net
    return tronque(montant) if lecture("arrondi_ij") == "troncature" else au_plus_proche(montant)


def plancher_du_second_taux(premier_taux: int, second_taux: int, deja_servi: bool) -> int | None:
    """What the second rate of a new stop may not fall under: what the first stop was paid at that rate (R433-7 al. 3).

    When no day of the first stop reached it, reading ``plancher_sans_second_taux`` decides: the amount it would have had,
    no floor, or the amount of the first rate.
    """
    if deja_servi:
        return second_taux
    choix = lecture("plancher_sans_second_taux")
    if choix == "sans_plancher":
        return None
    return premier_taux if choix == "montant_a_60" else second_taux


def avec_le_plancher(montant: int, plancher: int | None, gain_net: Fraction | None) -> int:
    """The benefit of a new stop, or that of the first if it was more (R433-7 al. 3: « en aucun cas »).

    Reading ``plancher_rechute``: the floor stays within the new net gain.
    """
    if plancher is None or not seuil("ATMP-RECHUTE.plancher", montant, "<", plancher):
        return montant
    if lecture("plancher_rechute") == "borne_gain_net" and gain_net is not None:
        return max(montant, min(plancher, au_plus_proche(gain_net)))
    return plancher


def rente_journaliere(rente_mensuelle: int, jour: date) -> Fraction:
    """A day's worth of an annuity: a year's over 365; readings ``rente_journaliere``: by quarter, or a month over 30.42."""
    choix = lecture("rente_journaliere")
    if choix == "mensuelle":
        return rente_mensuelle / TRENTE_QUARANTE_DEUX
    if choix == "trimestrielle":
        suivant = premier_jour_du_trimestre_suivant(jour)
        return Fraction(rente_mensuelle * 3, (suivant - plus_mois(suivant, -3)).days)
    return Fraction(rente_mensuelle * 12, JOURS_DE_L_ANNEE)


def au_dela_de_la_rente(montant: int, rente: Fraction) -> int:
    """What of the benefit exceeds the annuity of the same accident, nothing otherwise; whole cents (R443-2)."""
    return au_plus_proche(montant - rente) if seuil("ATMP-RECHUTE.rente", montant, ">", rente) else 0


def reduite_de_l_allocation(montant: int, allocation: int, jours: int) -> int:
    """The benefit less a day's worth of the allowance for a change of job (L461-8, D461-15)."""
    return max(0, au_plus_proche(montant - Fraction(allocation, jours)))
