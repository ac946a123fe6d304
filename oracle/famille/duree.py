"""The maternity rest: how long, from when to when, what moves it (L331-3, L331-4, L331-4-1, L331-5).

Dates are inclusive at both ends; the day of delivery is the first day after birth.
"""

from dataclasses import dataclass
from datetime import date

from oracle.calendrier import nb_jours, plus_jours
from oracle.loi import seuil

JOURS_PAR_SEMAINE = 7
SIX_SEMAINES = 42
REPORT_MAXIMAL = 21
AVANCE_MAXIMALE = {1: 14, 2: 28}
DUREE_MINIMALE = 56
DUREE_MINIMALE_APRES_NAISSANCE = 42
ENFANTS_DU_RANG_TROIS = 2


@dataclass(frozen=True)
class Duree:
    """The legal rest, in days: before the presumed date, and from the delivery."""

    avant: int
    apres: int

    @property
    def total(self) -> int:
        """Days of the whole rest."""
        return self.avant + self.apres


def enfants_comptes(attendus: int, nes: int) -> int:
    """How many children the rest is for: those expected, or those born when there are more (L331-3 al. 2)."""
    return max(attendus, nes)


def troisieme_rang(enfants_a_charge: int, enfants_nes_viables: int) -> bool:
    """The household already has two children, or the insured has borne two viable ones (L331-4).

    Children in effective and permanent charge are counted before the delivery; stillborn viable children count among
    the births.
    """
    a_charge = seuil("MAT-RANG-DATE.a_charge", enfants_a_charge, ">=", ENFANTS_DU_RANG_TROIS)
    return a_charge or seuil("MAT-RANG-DATE.nes", enfants_nes_viables, ">=", ENFANTS_DU_RANG_TROIS)


def duree_legale(enfants: int, troisieme_rang: bool) -> Duree:
    """Weeks before and after: 6 + 10, 8 + 18 from the third child, 12 + 22 for twins, 24 + 22 beyond (L331-3, L331-4)."""
    if seuil("MAT-DUREE.enfants", enfants, ">", 2):
        return Duree(24 * JOURS_PAR_SEMAINE, 22 * JOURS_PAR_SEMAINE)
    if seuil("MAT-DUREE.jumeaux", enfants, ">", 1):
        return Duree(12 * JOURS_PAR_SEMAINE, 22 * JOURS_PAR_SEMAINE)
    if troisieme_rang:
        return Duree(8 * JOURS_PAR_SEMAINE, 18 * JOURS_PAR_SEMAINE)
    return Duree(6 * JOURS_PAR_SEMAINE, 10 * JOURS_PAR_SEMAINE)


def debut_legal(date_presumee: date, duree: Duree) -> date:
    """First day of the rest as the law has it, before any postponement or advance (L331-3)."""
    return plus_jours(date_presumee, -duree.avant)


def report_admis(jours: int, prescrit_le: date | None, debut_legal: date) -> int:
    """Days of the rest before birth moved after it: three weeks at most, on a prescription older than the rest (L331-4-1).

    Asked later, days worked meanwhile are lost, not moved (Cass. 2e civ., 25 April 2013, n° 12-17.769).
    """
    if prescrit_le is None or not seuil("MAT-REPORT.demande", prescrit_le, "<", debut_legal):
        return 0
    return jours if seuil("MAT-REPORT.jours", jours, "<=", REPORT_MAXIMAL) else REPORT_MAXIMAL


def report_annule(debut_legal: date, arret: date) -> int:
    """What is left of a postponement once work stopped on prescription during the postponed days (L331-4-1)."""
    return nb_jours(debut_legal, plus_jours(arret, -1))


def avance_admise(jours: int, enfants: int, troisieme_rang: bool) -> int:
    """Days of the rest taken before birth rather than after: two weeks from the third child, four for twins (L331-3, L331-4)."""
    if enfants == 1 and not troisieme_rang:
        return 0
    maximum = AVANCE_MAXIMALE.get(enfants, 0)
    return jours if seuil("MAT-AVANCE.jours", jours, "<=", maximum) else maximum


def debut_prevu(debut_legal: date, report: int, avance: int) -> date:
    """First day of the rest once postponed or advanced."""
    return plus_jours(debut_legal, report - avance)


def debut_du_repos(debut_prevu: date, naissance: date) -> date:
    """The rest starts at the latest with the delivery (L331-3 al. 4, L331-4 al. 3)."""
    return naissance if seuil("MAT-PREMA.avant_le_repos", naissance, "<", debut_prevu) else debut_prevu


def fin_avant_terme(debut: date, total: int) -> date:
    """Last day when the child comes before the presumed date: the whole rest is kept (L331-3 al. 4, L331-4 al. 3)."""
    return plus_jours(debut, total - 1)


def fin_apres_terme(naissance: date, apres: int) -> date:
    """Last day when the child comes on the presumed date or later: the rest before lasts until the birth, the rest after is whole.

    L331-3 al. 1: « se termine dix semaines après celui-ci »; Cass. soc., 4 February 1987, n° 85-13.120.
    """
    return plus_jours(naissance, apres - 1)


def avant_terme(naissance: date, date_presumee: date) -> bool:
    """The child is born before the presumed date."""
    return seuil("MAT-TARD.terme", naissance, "<", date_presumee)


def supplement_pour_hospitalisation(
    date_presumee: date, naissance: date, debut_legal: date, hospitalise: bool
) -> int:
    """Days added when the child, born more than six weeks early, is hospitalised: from the delivery to the legal rest.

    L331-3 al. 5. Nothing is added when the rest had begun by law; a postponement asked does not count.
    """
    avance = nb_jours(naissance, plus_jours(date_presumee, -1))
    if not hospitalise or not seuil("MAT-PREMA-HOSP.avance", avance, ">", SIX_SEMAINES):
        return 0
    return max(0, nb_jours(naissance, plus_jours(debut_legal, -1)))


def fin_de_la_sixieme_semaine(naissance: date) -> date:
    """The day a child must still be in hospital for the rest to be postponed: the forty-second, birth included (L331-5 al. 1).

    Counting to the next day would change nothing: the mother has the forty-two days either way.
    """
    return plus_jours(naissance, SIX_SEMAINES - 1)


def encore_hospitalise(jour: date, sortie: date | None) -> bool:
    """The child has not left hospital on that day; ``sortie`` null: still there."""
    return sortie is None or seuil("MAT-HOSP-REPORT.sortie", sortie, ">=", jour)


def fin_du_reliquat(sortie: date, reste: int, fin_du_repos: date) -> date:
    """Last of the days moved after the child leaves hospital, the day of leaving being the first (L331-5 al. 1).

    Never before the rest would have ended.
    """
    return max(plus_jours(sortie, reste - 1), fin_du_repos)


def duree_minimale_exigee(risque: str) -> bool:
    """The eight weeks bind maternity alone: neither adoption, nor mourning, nor the mother's death (L331-3, L331-6, L331-7)."""
    return risque == "maternite"


def duree_minimale_atteinte(jours_de_cessation: int) -> bool:
    """Work stops for eight weeks at least, otherwise nothing is paid (L331-3; Cass. soc., 21 February 1991, n° 88-17.980)."""
    return seuil("MAT-8S.jours", jours_de_cessation, ">=", DUREE_MINIMALE)


def cessation_effective(cesse: bool) -> bool:
    """A day worked inside the rest is not paid, and is lost (L331-3: « cesser tout travail salarié »)."""
    return cesse
