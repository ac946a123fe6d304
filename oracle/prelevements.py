"""CSG and CRDS on a payment (L136-1, L136-8): what is withheld, and how the net is formed.

A payment is a list of (number of days, daily benefit in cents). Amounts are cents.
"""

from collections.abc import Sequence
from fractions import Fraction

from oracle.arrondis import au_plus_proche, tronque
from oracle.loi import lecture

Jours = Sequence[tuple[int, int]]


def assujetti(residence_fiscale_france: bool, regime_maladie_francais: bool) -> bool:
    """Levies are due when the insured is tax-domiciled in France and covered by a French scheme, both (L136-1)."""
    return residence_fiscale_france and regime_maladie_francais


def net_d_un_paiement(jours: Jours, taux_csg: Fraction, taux_crds: Fraction) -> int:
    """What reaches the payee, in cents.

    By default one product of the gross, rounded once half up. No text says where to round: reading ``arrondi_net``.
    """
    brut = sum(nombre * montant for nombre, montant in jours)
    choix = lecture("arrondi_net")
    if choix == "par_prelevement":
        return brut - au_plus_proche(brut * taux_csg) - au_plus_proche(brut * taux_crds)
    if choix == "par_jour":
        return sum(nombre * au_plus_proche(montant * (1 - taux_csg - taux_crds)) for nombre, montant in jours)
    if choix == "par_jour_crds_tronquee":
        return sum(
            nombre * (montant - au_plus_proche(montant * taux_csg) - tronque(montant * taux_crds))
            for nombre, montant in jours
        )
    return au_plus_proche(brut * (1 - taux_csg - taux_crds))


def crds_d_un_paiement(jours: Jours, taux_crds: Fraction) -> int:
    """The CRDS of a payment, in cents, half up; the CSG is what remains, so that the three add up to the gross.

    Where ``arrondi_net`` truncates the CRDS of each day, the payment's is their sum.
    """
    if lecture("arrondi_net") == "par_jour_crds_tronquee":
        return sum(nombre * tronque(montant * taux_crds) for nombre, montant in jours)
    return au_plus_proche(sum(nombre * montant for nombre, montant in jours) * taux_crds)
