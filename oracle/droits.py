"""Opening of rights to sickness benefits, and their keeping after work has ceased (L313-1, R313-3, L161-8, L311-5).

Hours are integer hundredths of an hour, wages cents: integers when declared, exact fractions once assimilated days
are added (``assimilation``). What this module does not do: coordination between schemes.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.calendrier import fin_de_delai, plus_jours, premier_janvier_precedent
from oracle.loi import lecture, seuil

HEURES_SUR_TROIS_MOIS = 150_00
HEURES_SUR_DOUZE_MOIS = 600_00
SMIC_HORAIRES_SUR_SIX_MOIS = 1015
SMIC_HORAIRES_SUR_DOUZE_MOIS = 2030
CACHETS_SUR_TROIS_MOIS = 9
CACHETS_SUR_DOUZE_MOIS = 36
MOIS_D_AFFILIATION = 12
MOIS_DE_MAINTIEN = 12
MOIS_DE_DROITS_RETROUVES = 12


def paie_recue(versee_le: date | None, interruption: date) -> bool:
    """Only pay received before the interruption opens rights (L313-1, R313-3; Cass. 2e civ., 21 March 2024, n° 21-18.015).

    What is paid on the day of the interruption or later is set aside, even for a month before. Without a date of
    payment the pay was received.
    """
    if versee_le is None:
        return True
    return seuil("MAL-OD-1.paie_recue", versee_le, "<", interruption)


def porte_des_heures(heures_trois_mois: int, heures_90_jours: int) -> bool:
    """Enough hours for the first six months (R313-3, 1°, b).

    At least 150 hours in the three civil months before the month of the interruption, or in the 90 days before
    that day. Both windows are looked at and the favourable one is kept. 149.99 hours do not open, 150 do.
    """
    sur_trois_mois = seuil("MAL-OD-1.heures_3_mois", heures_trois_mois, ">=", HEURES_SUR_TROIS_MOIS)
    sur_90_jours = seuil("MAL-OD-1.heures_90_jours", heures_90_jours, ">=", HEURES_SUR_TROIS_MOIS)
    return sur_trois_mois or sur_90_jours


def date_du_smic_de_six_mois(debut_periode: date, interruption: date) -> date:  # noqa: ARG001  # what the law sets aside is shown
    """The day whose hourly SMIC measures pay over six months: the first of that period, not the stop's (R313-3, 1°, a)."""
    return debut_periode


def porte_des_cotisations(salaires_six_mois: int | Fraction, smic_horaire: Fraction) -> bool:
    """Enough contributory pay for the first six months (R313-3, 1°, a).

    Pay of the six civil months before the interruption, at least 1 015 times the hourly SMIC of the first day of
    that period. Equality opens.
    """
    return seuil(
        "MAL-OD-1.salaires_6_mois", salaires_six_mois, ">=", SMIC_HORAIRES_SUR_SIX_MOIS * smic_horaire
    )


def dernier_jour_des_six_premiers_mois(interruption: date) -> date:
    """Last day paid under the conditions of the first six months (R313-3, 2°).

    Counted from day number to day number from the interruption, waiting days included:
    15 January leads to 14 July, 31 August to the last day of February.
    """
    return fin_de_delai(interruption, 6)


def six_mois_recomptes() -> bool:
    """The stop goes on after a day or two without prescription: are the six months counted again from there?

    The gap tolerated leaves one stop, and one count; reading ``six_mois_apres_un_ecart`` holds to « sans interruption »
    (R313-3, 2°) and starts again on the first day prescribed after it.
    """
    return lecture("six_mois_apres_un_ecart") == "nouveau_decompte"


def apres_six_mois(jour: date, dernier_jour: date) -> bool:
    """The day comes after the sixth month of the stop (R313-3, 2°)."""
    return seuil("MAL-OD-2.fin_six_mois", jour, ">", dernier_jour)


def affiliation_de_douze_mois(debut_affiliation: date, interruption: date) -> bool:
    """Twelve months of affiliation behind the insured on the day of the interruption (R313-3, 2°)."""
    douzieme_mois = fin_de_delai(debut_affiliation, MOIS_D_AFFILIATION)
    return seuil("MAL-OD-2.affiliation", douzieme_mois, "<", interruption)


def date_du_smic_de_douze_mois(debut_periode: date) -> date:
    """The 1 January whose hourly SMIC measures pay over twelve months (R313-3, 2°, a).

    It is the one that precedes the period. When the period itself begins on a 1 January the text reads two ways
    (reading ``smic_1er_janvier``).
    """
    if lecture("smic_1er_janvier") == "jour_meme":
        return premier_janvier_precedent(plus_jours(debut_periode, 1))
    return premier_janvier_precedent(debut_periode)


def activite_de_douze_mois(
    heures_douze_mois: int, heures_365_jours: int, salaires_douze_mois: int | Fraction, smic_horaire: Fraction
) -> bool:
    """Enough activity for the months after the sixth (R313-3, 2°).

    At least 600 hours in the twelve civil months or the 365 days before the interruption, or contributory pay of
    at least 2 030 times the hourly SMIC over the twelve civil months. Equality opens.
    """
    sur_douze_mois = seuil("MAL-OD-2.heures_12_mois", heures_douze_mois, ">=", HEURES_SUR_DOUZE_MOIS)
    sur_365_jours = seuil("MAL-OD-2.heures_365_jours", heures_365_jours, ">=", HEURES_SUR_DOUZE_MOIS)
    par_les_salaires = seuil(
        "MAL-OD-2.salaires_12_mois", salaires_douze_mois, ">=", SMIC_HORAIRES_SUR_DOUZE_MOIS * smic_horaire
    )
    return sur_douze_mois or sur_365_jours or par_les_salaires


def profession_discontinue(contrat: str | None, declaree_discontinue: bool) -> bool:
    """A seasonal or discontinuous profession (R313-7): by status, or because the file says so.

    Seasonal, temporary-agency and intermittent contracts are discontinuous by status; the text gives no closed list.
    """
    return declaree_discontinue or contrat in ("saisonnier", "interim", "intermittent")


def date_du_smic_d_une_activite_discontinue(debut_periode: date) -> date:
    """The 1 January whose hourly SMIC measures twelve months of discontinuous work (R313-7, a).

    It is the one that precedes the period; when the period begins on a 1 January, reading ``smic_1er_janvier``.
    """
    if lecture("smic_1er_janvier") == "jour_meme":
        return premier_janvier_precedent(plus_jours(debut_periode, 1))
    return premier_janvier_precedent(debut_periode)


def porte_des_douze_mois(
    heures_douze_mois: int, heures_365_jours: int, salaires_douze_mois: int | Fraction, smic_horaire: Fraction
) -> bool:
    """Enough discontinuous work, or home service, for the first six months (R313-7).

    At least 600 hours in the twelve civil months or the 365 days before the interruption, or contributory pay of at
    least 2 030 times the hourly SMIC over the twelve civil months. Equality opens.
    """
    sur_douze_mois = seuil("MAL-OD-4.heures_12_mois", heures_douze_mois, ">=", HEURES_SUR_DOUZE_MOIS)
    sur_365_jours = seuil("MAL-OD-4.heures_365_jours", heures_365_jours, ">=", HEURES_SUR_DOUZE_MOIS)
    par_les_salaires = seuil(
        "MAL-OD-4.salaires_12_mois", salaires_douze_mois, ">=", SMIC_HORAIRES_SUR_DOUZE_MOIS * smic_horaire
    )
    return sur_douze_mois or sur_365_jours or par_les_salaires


def paye_au_cachet(contrat: str | None) -> bool:
    """Artists and technicians in show business, whose work is counted in cachets (R313-7, last paragraph)."""
    return contrat == "intermittent"


def porte_des_cachets(cachets_trois_mois: int) -> bool:
    """Nine cachets in the three civil months are worth 150 hours (R313-7, order on the pay of artists)."""
    return seuil("MAL-OD-4.cachets_3_mois", cachets_trois_mois, ">=", CACHETS_SUR_TROIS_MOIS)


def cachets_de_douze_mois(cachets_douze_mois: int) -> bool:
    """Thirty-six cachets in the twelve civil months are worth 600 hours (R313-7, order on the pay of artists)."""
    return seuil("MAL-OD-4.cachets_12_mois", cachets_douze_mois, ">=", CACHETS_SUR_DOUZE_MOIS)


def douze_mois_admis(discontinue: bool, particulier_employeur: bool) -> bool:
    """Twelve months of activity may open the first six months too: discontinuous work, or home service (R313-7)."""
    return discontinue or particulier_employeur


def total_des_employeurs(montants: Sequence[int]) -> int:
    """Hours, or wages, of every employer of the insured added together (L313-1, R313-3)."""
    return sum(montants)


def fin_du_maintien(premier_jour_sans_conditions: date) -> date:
    """Last day on which a stop may begin under kept rights (L161-8, R161-3).

    Twelve months from the first day without the conditions: work ended on 30 June 2024 keeps rights until
    30 June 2025 included. Reading ``maintien_dernier_jour`` adds the anniversary.
    """
    dernier = fin_de_delai(premier_jour_sans_conditions, MOIS_DE_MAINTIEN)
    if lecture("maintien_dernier_jour") == "anniversaire_inclus":
        return plus_jours(dernier, 1)
    return dernier


def droits_maintenus(debut_arret: date, dernier_jour: date) -> bool:
    """The stop begins while rights are kept (L161-8, L311-5); once begun it goes on beyond."""
    return seuil("MAL-MAINTIEN-1.douze_mois", debut_arret, "<=", dernier_jour)


def reprise_insuffisante(debut_arret: date, premier_jour_de_reprise: date) -> bool:
    """Work resumed after unemployment without reopening rights keeps the former ones twelve months (R311-1)."""
    return seuil("MAL-MAINTIEN-1.douze_mois", debut_arret, "<=", fin_du_maintien(premier_jour_de_reprise))


def fin_des_droits_retrouves(reprise: date) -> date:
    """Last day of the twelve months for which rights of before a family leave are found again (D161-2, D161-2-1-1-1-1).

    Counted from the resumption that follows the leave, or the illness that follows it at once: a leave ended on
    31 August 2024 gives its former rights back until 31 August 2025 included.
    """
    return fin_de_delai(reprise, MOIS_DE_DROITS_RETROUVES)


def droits_retrouves(debut_arret: date, dernier_jour: date) -> bool:
    """The stop begins during a family leave, the day after it, or in the twelve months of the resumption (L161-9).

    Rights of the work under way come first; those of before the leave are found again when it opens none.
    """
    return seuil("MAL-CONGE-PARENTAL.douze_mois", debut_arret, "<=", dernier_jour)


def acquis_au_premier_arret(droits_ald_acquis: bool) -> bool:
    """A later stop for a long-term condition, the first of which had its rights, within its three years.

    Conditions are looked at on the day of each interruption (R313-1); the reading ``droits_ald`` asks them of the
    first stop alone.
    """
    if not droits_ald_acquis:
        return False
    return lecture("droits_ald") == "au_premier_arret"


def suspend(pieces_manquantes: int) -> bool:
    """A missing certificate suspends the decision: it neither opens nor closes rights, nor counts for zero (R323-10)."""
    return pieces_manquantes > 0


def dispense_de_conditions(acte_terrorisme: bool) -> bool:
    """No condition of hours or contributions when the incapacity results from an act of terrorism (L169-2, 2°)."""
    return acte_terrorisme
