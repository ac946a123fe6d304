"""Wages and hours: round ones, and those that stand on a threshold, one cent below and one above."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche, tronque
from oracle.calendrier import (
    fin_du_mois_precedent,
    mois_civils_precedents,
    plus_jours,
    premier_janvier_precedent,
)
from oracle.legislation import tables
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Paie

TEMPS_PLEIN = 151_67
RONDS = tuple(
    euros * 100
    for euros in (
        2000,
        3000,
        1500,
        2500,
        4000,
        1000,
        1800,
        3500,
        500,
        1200,
        2200,
        2800,
        3200,
        5000,
        600,
        800,
        6000,
        1750,
        4500,
        2650,
    )
)

_JOURS_PAR_MOIS_DE_BASE = Fraction(9125, 100)


def _valeur(nom: str, jour: date) -> Fraction:
    return tables()[nom].valeur_au(jour)


def plafond(debut: date) -> Fraction:
    """The monthly ceiling of a stop beginning on ``debut`` (R323-4), exact cents."""
    return _valeur("multiplicateur_plafond", debut) * _valeur("smic_mensuel", fin_du_mois_precedent(debut))


def indemnite_probable(salaires: Sequence[int], debut: date) -> int:
    """The daily benefit of three monthly pays, in cents: what a scenario needs to stand near a sum of benefits.

    An estimate of the generator, never an expected value.
    """
    retenus = sum(min(Fraction(salaire), plafond(debut)) for salaire in salaires)
    return au_plus_proche(retenus / _JOURS_PAR_MOIS_DE_BASE / 2)


def _plafonds_voisins(debut: date) -> tuple[Fraction, ...]:
    """The right ceiling, and those that an engine mistaken about a date or a multiple would take."""
    jours = (fin_du_mois_precedent(debut), debut)
    return (
        plafond(debut),
        *(Fraction(k, 10) * _valeur("smic_mensuel", jour) for jour in jours for k in (14, 18)),
    )


def un_cent_pres(hasard: Hasard, montant: Fraction) -> int:
    """The amount in whole cents, or the cent just below or just above."""
    return max(0, tronque(montant) + selon(hasard, (2, 0), (1, -1), (2, 1)))


def salaire(hasard: Hasard, debut: date) -> int:
    """One monthly wage for a stop beginning on ``debut``: round, around the SMIC, around a ceiling, low, or any."""
    genre = selon(hasard, (6, "rond"), (2, "smic"), (4, "plafond"), (2, "bas"), (3, "quelconque"))
    if genre == "rond":
        return parmi(hasard, RONDS)
    if genre == "smic":
        return un_cent_pres(hasard, _valeur("smic_mensuel", debut))
    if genre == "plafond":
        return un_cent_pres(hasard, parmi(hasard, _plafonds_voisins(debut)))
    if genre == "bas":
        return hasard.entier(100, 1100) * 100
    return hasard.entier(500_00, 6000_00)


def salaires(hasard: Hasard, enveloppe: Enveloppe, debut: date, nombre: int) -> tuple[int, ...]:
    """Monthly wages, oldest first: constant, rising once, or uneven around the ceiling."""
    base = salaire(hasard, debut)
    if enveloppe.salaire_constant:
        return (base,) * nombre
    forme = selon(hasard, (6, "constant"), (1, "hausse"), (1, "inegal"))
    if forme == "hausse":
        autre = salaire(hasard, debut)
        rang = hasard.entier(1, nombre - 1) if nombre > 1 else 0
        return (base,) * rang + (autre,) * (nombre - rang)
    if forme == "inegal":
        return tuple(salaire(hasard, debut) if rang % 3 == 1 else base for rang in range(nombre))
    return (base,) * nombre


def porte_de_six_mois(debut: date) -> Fraction:
    """1 015 times the hourly SMIC of the first day of the six civil months before, in cents."""
    return 1015 * _valeur("smic_horaire", mois_civils_precedents(debut, 6)[0].debut)


def porte_de_douze_mois(debut: date) -> Fraction:
    """2 030 times the hourly SMIC of the 1 January before the twelve civil months, in cents."""
    return 2030 * _valeur(
        "smic_horaire", premier_janvier_precedent(mois_civils_precedents(debut, 12)[0].debut)
    )


def _portes_voisines(debut: date, nombre: int) -> tuple[Fraction, ...]:
    """The right threshold of pay over six or twelve months, and those an engine mistaken about the date would take."""
    periode = mois_civils_precedents(debut, nombre)[0].debut
    exacte = porte_de_six_mois(debut) if nombre == 6 else porte_de_douze_mois(debut)
    autres = (periode, plus_jours(periode, -1), debut, date(periode.year, 1, 1), date(debut.year, 1, 1))
    heures = 1015 if nombre == 6 else 2030
    return (exacte, *(heures * _valeur("smic_horaire", jour) for jour in autres))


def salaires_a_la_porte(hasard: Hasard, enveloppe: Enveloppe, debut: date, nombre: int) -> tuple[int, ...]:
    """Wages of six or twelve months whose sum stands on the threshold of R313-3, one cent below or one above.

    The last month carries the cents, so that equality is reached; where every pay must be the same, the sum is the
    nearest that equal pays allow.
    """
    portes = _portes_voisines(debut, nombre)
    somme = un_cent_pres(hasard, selon(hasard, (3, portes[0]), *((1, porte) for porte in portes[1:])))
    if enveloppe.salaire_constant:
        return (somme // nombre + selon(hasard, (2, 0), (1, 1), (1, -1)),) * nombre
    courant = somme // nombre
    return (*(courant,) * (nombre - 1), somme - courant * (nombre - 1))


def heures(hasard: Hasard, enveloppe: Enveloppe, nombre: int) -> tuple[int | None, ...]:
    """Monthly hours, oldest first: full time, part time or none declared."""
    if not enveloppe.heures_lues:
        return (selon(hasard, (2, TEMPS_PLEIN), (1, None)),) * nombre
    return (
        selon(hasard, (7, TEMPS_PLEIN), (2, 100_00), (1, 80_00), (1, 50_00), (1, 30_00), (2, None)),
    ) * nombre


def repartir(hasard: Hasard, total: int, nombre: int) -> tuple[int, ...]:
    """A total over months, to the hundredth: evenly, or unevenly for one pair of months."""
    part = total // nombre
    parts = [part] * (nombre - 1) + [total - part * (nombre - 1)]
    if nombre > 1:
        ecart = min(part, selon(hasard, (2, 0), (1, 1), (1, hasard.entier(2, 40_00))))
        parts[0] += ecart
        parts[1] -= ecart
    return tuple(parts)


def au_centieme_pres(hasard: Hasard, seuil: int) -> int:
    """The threshold in hundredths, or the hundredth just below or just above."""
    return seuil + selon(hasard, (2, 0), (2, -1), (1, 1))


def paies_des_mois(avant: date, bruts: Sequence[int], heures_: Sequence[int | None]) -> tuple[Paie, ...]:
    """One pay for each civil month before that of ``avant``, oldest first."""
    mois = mois_civils_precedents(avant, len(bruts))
    return tuple(Paie(m.debut, m.fin, brut, h) for m, brut, h in zip(mois, bruts, heures_, strict=True))


def paies_rythmees(
    avant: date, jours: int, nombre: int, bruts: Sequence[int], heures_: int | None
) -> tuple[Paie, ...]:
    """``nombre`` pays of ``jours`` days, ending with the last Sunday of the civil months before ``avant``."""
    fin = fin_du_mois_precedent(avant)
    fin = plus_jours(fin, -((fin.weekday() + 1) % 7))
    paies = []
    for rang in range(nombre):
        derniere = plus_jours(fin, -jours * rang)
        paies.append(Paie(plus_jours(derniere, 1 - jours), derniere, bruts[rang % len(bruts)], heures_))
    return tuple(reversed(paies))
