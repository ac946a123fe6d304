"""Days set beside those of another liquidation, a period whose total the law fixes as one run and not cent by cent."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from oracle.calendrier import jours, nb_jours
from oracle.decompte import PeriodeDue, par_jour
from oracle.explication.ecarts import au_lieu_de, paiement_au_lieu_de, suites
from oracle.explication.etude import Parts, parts_par_jour
from oracle.explication.langue import enumerer, euros
from oracle.explication.personnes import Personnes
from oracle.liquidation import Liquidation

Montant = Parts | PeriodeDue
"""What a day is paid, or the period whose total it has a share of."""


def ecarts_de_montants(
    une: Liquidation, autre: Liquidation, personnes: Personnes
) -> Iterator[tuple[date, date, str]]:
    """Runs of days paid otherwise, and how: ``32,87 € par jour au lieu de 32,88 €``, ``799,80 € au lieu de 800,00 € en tout``."""
    ici, la = parts_par_jour(une), parts_par_jour(autre)
    for debut, fin, avant, apres in suites(montants_par_jour(une), montants_par_jour(autre), ()):
        if isinstance(avant, PeriodeDue) or isinstance(apres, PeriodeDue):
            yield (
                debut,
                fin,
                _en_tout(sommes_des_jours(ici, debut, fin), sommes_des_jours(la, debut, fin), personnes),
            )
        else:
            yield debut, fin, paiement_au_lieu_de(avant, apres, nb_jours(debut, fin), personnes)


def montants_par_jour(liquidation: Liquidation) -> dict[date, Montant]:
    """What each paid day is paid; the days of an uneven period are all the period."""
    montants: dict[date, Montant] = {}
    for periode in liquidation.decompte.periodes:
        if not periode.parts:
            continue
        chaque_jour = {
            jour.jour: tuple((part.destinataire, Fraction(part.montant)) for part in jour.parts)
            for jour in par_jour(periode)
        }
        inegale = periode.montant is not None and len(set(chaque_jour.values())) > 1
        montants.update(dict.fromkeys(chaque_jour, _au_total(periode)) if inegale else chaque_jour)
    return montants


def _au_total(periode: PeriodeDue) -> PeriodeDue:
    """The period by its days and its money alone."""
    return periode.model_copy(update={"arret": "", "motif": None, "precision": None, "articles": ()})


def sommes_des_jours(parts: Mapping[date, Parts], debut: date, fin: date) -> Parts:
    sommes: dict[str, Fraction] = {}
    for jour in jours(debut, fin):
        for qui, montant in parts.get(jour, ()):
            sommes[qui] = sommes.get(qui, Fraction(0)) + montant
    return tuple(sommes.items())


def _en_tout(avant: Parts, apres: Parts, personnes: Personnes) -> str:
    if len(avant) == len(apres) == 1 and avant[0][0] == apres[0][0]:
        qui, montant = apres[0]
        return f"{euros(montant)} au lieu de {euros(avant[0][1])} en tout {personnes.a(qui)}"
    dites = [
        enumerer([f"{euros(montant)} {personnes.a(qui)}" for qui, montant in parts]) or "rien"
        for parts in (apres, avant)
    ]
    return f"en tout, {au_lieu_de(*dites)}"
