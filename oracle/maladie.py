"""Sickness day by day: one stop or two, waiting days, the 360, the three years of a long-term condition.

Sources: L321-1, L323-1, L323-1-1, L323-1-2, L324-1, R323-1.
What this module does not do: therapeutic part-time, notices and controls, pensioners.
"""

from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.calendrier import (
    est_un_jour_de_week_end,
    est_un_jour_ferie,
    fin_de_delai,
    jours,
    plus_jours,
    plus_mois,
)
from oracle.loi import lecture, plus_petit, seuil

ECART_TOLERE_D_UNE_PROLONGATION = 2
TROIS_ANS = 36
AGE_DE_L_ENFANT = 25
TREIZE_SEMAINES = 91


def jours_prescrits(debut: date, fin: date) -> tuple[date, ...]:
    """Every day of the prescription, working or not; the first and the last count (L323-1)."""
    return tuple(jours(debut, fin))


def tolerance_en_vigueur(fin_de_la_tolerance: bool) -> bool:
    """Whether the caisse still paid short gaps between a notice and its prolongation.

    It did, by practice, for second notices beginning before 1 September 2024; reading ``jours_non_prescrits: jamais``
    applies L321-1 to the letter.
    """
    if fin_de_la_tolerance:
        return False
    return lecture("jours_non_prescrits") == "tolerance"


def pont_tolere(veille: date, reprise_du_second_avis: date) -> bool:
    """The gap was bridged: one day, two with a week-end day or a holiday among them, three with two week-end days.

    ``veille`` is the last day of the first notice, ``reprise_du_second_avis`` the first day of the second.
    Two plain weekdays are not bridged.
    """
    ecart = list(jours(plus_jours(veille, 1), plus_jours(reprise_du_second_avis, -1)))
    fins_de_semaine = sum(1 for jour in ecart if est_un_jour_de_week_end(jour))
    feries = sum(1 for jour in ecart if est_un_jour_ferie(jour) and not est_un_jour_de_week_end(jour))
    if len(ecart) == 1:
        return True
    if len(ecart) == 2:
        return fins_de_semaine + feries >= 1
    return len(ecart) == 3 and fins_de_semaine == 2


def meme_interruption(jours_d_ecart: int, prolongation: bool, pont: bool, deux_jours_ouvres: bool) -> bool:
    """The second notice goes on with the same stop, without new waiting days.

    Always when no day separates them; when the second is ticked "prolongation", up to two days apart, or over a
    bridged gap. Continuity comes from dates: an identifier alone joins nothing. ``deux_jours_ouvres``: the gap is of two
    plain weekdays, which one commentator treats as a new stop since September 2024 (reading ``ecart_de_48_heures``).
    """
    if seuil("MAL-GAP.contigus", jours_d_ecart, "<=", 0):
        return True
    if not prolongation:
        return False
    if deux_jours_ouvres and lecture("ecart_de_48_heures") == "carence_si_jours_ouvres":
        return False
    return seuil("MAL-GAP.deux_jours", jours_d_ecart, "<=", ECART_TOLERE_D_UNE_PROLONGATION) or pont


def deux_jours_ouvres(veille: date, reprise_du_second_avis: date, fin_de_la_tolerance: bool) -> bool:
    """The gap is of two days, neither week-end nor holiday, at a time when the caisse no longer bridges gaps."""
    ecart = list(jours(plus_jours(veille, 1), plus_jours(reprise_du_second_avis, -1)))
    chomes = sum(1 for jour in ecart if est_un_jour_de_week_end(jour) or est_un_jour_ferie(jour))
    return fin_de_la_tolerance and len(ecart) == 2 and chomes == 0


def vraie_reprise(en_reeducation: bool) -> bool:
    """Trial work, re-education in the firm or rehabilitation during the stop is no resumption (L323-3-1)."""
    return not en_reeducation


def date_du_minimum(jour: date, premier_jour_du_septieme_mois: date) -> date:
    """The day whose minimum pension counts: the day paid, or the first of the seventh month (reading) (R324-3)."""
    if lecture("minimum_septieme_mois") == "debut_du_septieme_mois":
        return premier_jour_du_septieme_mois
    return jour


def minimum_apres_six_mois(pension_mensuelle_minimale: Fraction, gain_journalier_de_base: Fraction) -> int:
    """The least a day is paid from the seventh month on, in cents (R324-3, arrêté of 22 December 1955, art. 1).

    1/365 of the minimum invalidity pension in force that day, half up to the cent, never above the daily base.
    """
    return au_plus_proche(plus_petit(pension_mensuelle_minimale * 12 / 365, gain_journalier_de_base))


def sous_le_minimum(montant: int, minimum: int) -> bool:
    """The benefit is below the least that may be paid from the seventh month on, both in cents (R324-3)."""
    return seuil("MAL-MIN.minimum", montant, "<", minimum)


def prescripteur_admis(
    prescripteur: str, prescripteur_initial: bool, impossibilite: bool, dentiste_admis: bool
) -> bool:
    """A prolongation keeps the benefit only from certain prescribers (L162-4-4, R162-1-9-1).

    The prescriber of the initial stop, the treating doctor, a midwife, a dentist since 31 December 2025; and by decree
    a specialist the treating doctor sent to, a substitute, a hospital; or anyone when the insured proves it impossible.
    """
    if prescripteur_initial or impossibilite:
        return True
    if prescripteur == "chirurgien_dentiste":
        return dentiste_admis
    return prescripteur != "autre_medecin"


def premier_jour_non_travaille(debut_avis: date, premier_jour_travaille: bool) -> date:
    """First day entirely without work: the day after when the notice was given during a worked day (R323-1)."""
    if premier_jour_travaille:
        return plus_jours(debut_avis, 1)
    return debut_avis


def debut_du_delai_de_carence(interruption: date, debut_avis: date) -> date:  # noqa: ARG001  # what the law sets aside is shown
    """Day from which waiting days are counted: the interruption, never each new notice of the same stop (R323-1, 1°)."""
    return interruption


def dernier_jour_de_carence(debut_du_delai: date, jours_de_carence: int) -> date:
    """Last waiting day: the benefit is due from the fourth day of the incapacity (R323-1, 1°)."""
    return plus_jours(debut_du_delai, jours_de_carence - 1)


def jour_de_carence(jour: date, debut_du_delai: date, dernier_jour: date) -> bool:
    """The day falls within the waiting days; they are never paid, and never count in the 360 (R323-1, 1°)."""
    if jour < debut_du_delai:
        return False
    return seuil("MAL-CARENCE.fin", jour, "<=", dernier_jour)


def deces_d_un_enfant(jour_du_deces: date, age: int, interruption: date, prescrit_le: date) -> bool:
    """No waiting days for the first stop within thirteen weeks of the death of a child under 25 (L323-1-1).

    Counted from the day after the death: day 91 is inside, day 92 is not. The stop begins, or is prescribed (reading
    ``deces_enfant_delai``), within that time.
    """
    moins_de_25_ans = seuil("MAL-CARENCE.age_enfant", age, "<", AGE_DE_L_ENFANT)
    dans_les_treize_semaines = seuil(
        "MAL-CARENCE.treize_semaines",
        prescrit_le if lecture("deces_enfant_delai") == "prescription" else interruption,
        "<=",
        plus_jours(jour_du_deces, TREIZE_SEMAINES),
    )
    return moins_de_25_ans and dans_les_treize_semaines


def interruption_de_grossesse(exoneration_en_vigueur: bool) -> bool:
    """No waiting days after a miscarriage or a medical termination, for notices prescribed since the law (L323-1-2)."""
    return exoneration_en_vigueur


def dispense_de_carence(acte_terrorisme: bool) -> bool:
    """No waiting days when the incapacity results from an act of terrorism (L169-2, 3°)."""
    return acte_terrorisme


def premier_jour_des_trois_ans(jour: date) -> date:
    """First day of the three years that end on ``jour``: they roll with each day (R323-1, 4°)."""
    return plus_jours(plus_mois(jour, -TROIS_ANS), 1)


def dans_la_limite_de_360(indemnites_deja_servies: int, maximum: int) -> bool:
    """One more benefit keeps the three years within 360: the 360th is paid, the 361st is not (R323-1, 4°)."""
    return seuil("MAL-360.maximum", indemnites_deja_servies + 1, "<=", maximum)


def debut_de_la_periode_ald(premier_jour_d_arret: date, premier_jour_indemnise: date) -> date:
    """Day from which the three years of a long-term condition run (L323-1, R323-1, 1° and 2°).

    The first day of the first stop for it, or the first day paid (reading ``ald_depart``). A date fixed by the medical
    service prevails over both.
    """
    if lecture("ald_depart") == "premier_jour_indemnise":
        return premier_jour_indemnise
    return premier_jour_d_arret


def dernier_jour_de_la_periode_ald(debut_de_periode: date) -> date:
    """Last of the three years, from date to date, during which a long-term condition is paid (R323-1, 2°)."""
    return fin_de_delai(debut_de_periode, TROIS_ANS)


def dans_la_periode_ald(jour: date, dernier_jour: date) -> bool:
    """The day lies within the three years of the condition; no count of benefits limits it (L323-1, 1°)."""
    return seuil("MAL-ALD.fin_periode", jour, "<=", dernier_jour)


def solde_apres_les_trois_ans() -> bool:
    """After the three years, what is left of 360 benefits may still be used for the condition.

    By letter of the text nothing more is due for it (reading ``ald_apres_trois_ans``).
    """
    return lecture("ald_apres_trois_ans") == "quota_commun"


def reprise_d_un_an(premier_jour_de_reprise: date, debut_du_nouvel_arret: date) -> bool:
    """Work resumed for a year at least: the next stop for the condition opens a new period (R323-1, 3°)."""
    return seuil(
        "MAL-ALD.reprise_un_an", fin_de_delai(premier_jour_de_reprise, 12), "<", debut_du_nouvel_arret
    )


def carence_ald_deja_servie(
    debut_du_premier_arret: date, interruption: date, apres_reprise_d_un_an: bool
) -> bool:
    """The waiting days of the first stop serve for all stops of the condition during three years (R323-1, 1°).

    By default these three years run from the first stop whatever resumption there was; a resumption of a year may open
    a new period, waiting days included (reading ``carence_ald_apres_reprise``).
    """
    if apres_reprise_d_un_an and lecture("carence_ald_apres_reprise") == "nouvelle_periode":
        return False
    return seuil(
        "MAL-ALD-CARENCE.trois_ans", interruption, "<=", fin_de_delai(debut_du_premier_arret, TROIS_ANS)
    )


def detenu(jour: date, premier_jour: date, dernier_jour: date) -> bool:
    """No sickness benefit during detention (L382-44)."""
    apres = seuil("MAL-DETENTION.debut", jour, ">=", premier_jour)
    return apres and seuil("MAL-DETENTION.fin", jour, "<=", dernier_jour)


def conge_sans_indemnite(nature: str) -> bool:
    """During parental leave rights are asleep; during the leave of family solidarity they are kept (L161-9, L161-9-3)."""
    return nature != "solidarite_familiale"
