"""The daily wage of a work accident: which pays, rebuilt how, divided by what (R433-4 to R433-8, R436-1). Cents."""

from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche, tronque
from oracle.loi import lecture, seuil

TRENTE_QUARANTE_DEUX = Fraction(3042, 100)
VINGT_HUIT = Fraction(28)
TROIS_CENT_SOIXANTE_CINQ = Fraction(365)
PAIES_DU_MOIS = {"mensuelle": 1, "quatorzaine": 2, "hebdomadaire": 4}
MOIS_D_UNE_PROFESSION_DISCONTINUE = 12
HEURES_DU_MOIS = 15_167


def date_de_l_arret(dernier_jour_travaille: date, premier_jour: date) -> date:
    """The day work stopped, before whose month pay is read: the last day worked, that of the accident (R433-3, R433-4).

    Reading ``jour_de_l_arret``: the first day of incapacity.
    """
    return (
        premier_jour if lecture("jour_de_l_arret") == "premier_jour_d_incapacite" else dernier_jour_travaille
    )


def profession_discontinue(contrat: str, discontinu: bool) -> bool:
    """Seasonal work, work of its nature discontinuous, agency work: twelve months of pay (R433-4 5°).

    Reading ``base_interimaire``: the agency worker's last month.
    """
    if contrat == "interim":
        return lecture("base_interimaire") == "douze_mois"
    return discontinu or contrat in ("saisonnier", "intermittent")


def nombre_de_paies(periodicite: str, discontinue: bool) -> int:
    """How many pays: that of the month before the stop, its two last fortnights or four last weeks, or twelve months."""
    return MOIS_D_UNE_PROFESSION_DISCONTINUE if discontinue else PAIES_DU_MOIS[periodicite]


def diviseur(periodicite: str, discontinue: bool) -> Fraction:
    """What divides them: 30.42, 28, or 365 whatever the year (R433-4)."""
    if discontinue:
        return TROIS_CENT_SOIXANTE_CINQ
    return TRENTE_QUARANTE_DEUX if periodicite == "mensuelle" else VINGT_HUIT


def absence_retablie(motif: str) -> bool:
    """Days not worked for a cause that does not lower the wage (R433-6 2°).

    Not an absence nobody authorised, nor a strike or a suspension for misconduct, which the text does not list.
    """
    return motif in (
        "maladie",
        "accident",
        "maternite",
        "paternite",
        "naissance_supplementaire",
        "chomage",
        "fermeture",
        "conge_sans_solde",
        "embauche",
        "fin_contrat",
    )


def salaire_retabli(
    percu: int, declare: int | None, jours: int, jours_payes: int, heures: int | None
) -> Fraction | None:
    """A month as if wholly worked (R433-6); nothing when nobody can tell.

    By default what the employer declares, otherwise the pay over the days it rewards. Readings ``salaire_retabli``: always
    by days, or by hours of a legal month. ``heures`` in hundredths.
    """
    methode = lecture("salaire_retabli")
    if methode == "declare" and declare is not None:
        return Fraction(declare)
    if methode == "prorata_heures" and heures:
        return Fraction(percu * HEURES_DU_MOIS, heures)
    if jours_payes:
        return Fraction(percu * jours, jours_payes)
    return None if declare is None else Fraction(declare)


def salaire_apres_un_changement_d_emploi(retabli: Fraction, percu_en_tout: int) -> Fraction:
    """The wage of the job held at the stop, or all the pay of the period when that is more (R433-6 4°)."""
    return Fraction(percu_en_tout) if seuil("ATMP-RETABLI.emplois", retabli, "<", percu_en_tout) else retabli


def accessoire_retenu(verse_le: date, arret: date) -> bool:
    """A bonus or an arrear counts when actually paid before the stop (R433-5)."""
    return seuil("ATMP-PRIMES.versement", verse_le, "<", arret)


def part_de_l_accessoire(montant: int, mois_recompenses: int, mois_communs: int) -> Fraction:
    """What of it belongs to the reference: spread over as many months as it rewards, from the month after payment on."""
    return Fraction(montant * mois_communs, mois_recompenses)


def tous_les_emplois() -> bool:
    """Wages of the jobs the stop interrupts (R433-4: the victim's stop); reading ``employeurs_atmp``: of every job."""
    return lecture("employeurs_atmp") == "tous"


def salaire_journalier(salaires: Fraction, par: Fraction) -> Fraction:
    """The daily wage, exact by default (R433-4); reading ``arrondi_base`` brings it to the cent."""
    base = salaires / par
    if lecture("arrondi_base") == "centime":
        return Fraction(au_plus_proche(base))
    if lecture("arrondi_base") == "troncature":
        return Fraction(tronque(base))
    return base


def smic_journalier(smic_mensuel: Fraction) -> Fraction:
    """The legal minimum of a day, where the law gives a base to who has no full wage (R412-11 a)."""
    return smic_mensuel / TRENTE_QUARANTE_DEUX


def base_garantie(contrat: str | None, beneficiaire: str | None) -> bool:
    """Apprentices and paid trainees have the minimum wage as a base, or their pay if higher (R433-8, R412-5 a)."""
    return contrat == "apprentissage" or beneficiaire == "stagiaire_remunere"


def base_forfaitaire(beneficiaire: str | None) -> bool:
    """The unemployed on a task of general interest have the minimum wage as a base (R436-4-1, R412-11)."""
    return beneficiaire == "tache_interet_general"


def avec_la_base_garantie(salaire: Fraction, smic: Fraction) -> Fraction:
    """The daily wage, or the minimum guaranteed (R433-8, R412-5 a)."""
    return smic if seuil("ATMP-APPRENTI.base", salaire, "<", smic) else salaire


def base_du_travail_dissimule(smic_mensuel: Fraction) -> Fraction:
    """Undeclared work, contributions fixed at a flat base: one monthly minimum wage of the day it was found (R433-4-1)."""
    return smic_mensuel / TRENTE_QUARANTE_DEUX


def date_de_revision(quatrieme_mois: date, effet: date) -> date:
    """A revision takes effect on the first day of the fourth month of incapacity, or later (R433-9, R433-10 al. 3)."""
    return max(quatrieme_mois, effet)


def revision_admise() -> bool:
    """A wage revised under a collective agreement, on the victim's request (R433-10 al. 2); reading: no longer admitted."""
    return lecture("revision_conventionnelle") == "sur_demande"


def salaire_revise(journalier: Fraction, demande: Fraction) -> Fraction:
    """The revised daily wage, if it is better for the victim (R433-10 al. 2)."""
    return demande if seuil("ATMP-REVAL.salaire", demande, ">", journalier) else journalier


def moins_de_dix_huit_ans(majorite: date, accident_le: date) -> bool:
    """The victim was under eighteen: the base is at least the minimum of adults of the category (R436-2).

    No document tells that minimum.
    """
    return seuil("ATMP-MINEUR.age", accident_le, "<", majorite)
