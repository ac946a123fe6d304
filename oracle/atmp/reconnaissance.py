"""Whether an accident or a disease is held to come from work, and since when (L411-1, L461-1, R441-7 to R441-18)."""

from datetime import date
from typing import Literal

from oracle.calendrier import plus_jours, plus_mois
from oracle.loi import lecture, seuil

Nature = Literal["travail", "trajet", "maladie_professionnelle", "vie_privee"]

JOURS_POUR_UN_ACCIDENT = 30
JOURS_AVEC_INVESTIGATIONS = 90
JOURS_POUR_UNE_MALADIE = 120
JOURS_DU_COMITE = 120
JOURS_POUR_UNE_RECHUTE = 60
MOIS_AVANT_LA_DECLARATION = 24


def relevant_du_livre_quatre(nature: Nature) -> bool:
    """An accident at work or on the way, or an occupational disease; not one of private life (L411-1, L411-2, L461-1)."""
    return nature != "vie_privee"


def jours_pour_statuer(nature: Nature, rechute: bool, investigations: bool, comite: bool) -> int:
    """Clear days the caisse has to decide, from the complete file, or from the referral to the regional committee.

    A relapse 60 (R441-16); an accident 30, or 90 once investigations are begun (R441-7, R441-8); a disease 120, and 120
    more from the referral (R461-9, R461-10).
    """
    if rechute:
        return JOURS_POUR_UNE_RECHUTE
    if nature == "maladie_professionnelle":
        return JOURS_DU_COMITE if comite else JOURS_POUR_UNE_MALADIE
    return JOURS_AVEC_INVESTIGATIONS if investigations else JOURS_POUR_UN_ACCIDENT


def dernier_jour_pour_notifier(depart: date, jours: int) -> date:
    """Last day on which the caisse may notify: neither the first day nor the last of the clear days counts (R441-7).

    Reading ``delai_d_instruction``: an ordinary period ends a day earlier.
    """
    return plus_jours(depart, jours if lecture("delai_d_instruction") == "delai_ordinaire" else jours + 1)


def reconnu_par_silence(au: date, dernier_jour: date) -> bool:
    """No notification in time is a recognition (R441-18)."""
    return seuil("ATMP-PROVISOIRE.silence", au, ">", dernier_jour)


def refus_a_temps(notifie_le: date, dernier_jour: date) -> bool:
    """A refusal counts when notified in time; later, the recognition is acquired (R441-18)."""
    return seuil("ATMP-PROVISOIRE.refus", notifie_le, "<=", dernier_jour)


def servi_sans_attendre() -> bool:
    """Until the decision sickness benefits are served (R441-15, L371-5); reading ``provisoire``: the accident's at once."""
    return lecture("provisoire") == "atmp_immediat"


def premier_jour_couvert(constat: date, demande: date | None, tableau: date | None) -> date:
    """First day a disease is covered: its first medical finding, at most two years before the claim (L461-1).

    A disease of a new table is not covered before the table came into force (L461-2 al. 4).
    """
    dates = [constat]
    if demande is not None:
        dates.append(plus_mois(demande, -MOIS_AVANT_LA_DECLARATION))
    if tableau is not None:
        dates.append(tableau)
    return max(dates)


def jour_couvert(jour: date, premier: date) -> bool:
    """The day is not before the disease is covered; earlier ones stay sickness."""
    return seuil("ATMP-MP-TABLEAU.premier_jour", jour, ">=", premier)


def sans_prestation(faute_intentionnelle: bool) -> bool:
    """The victim's intentional fault: no benefit of Book IV, and none of sickness (L453-1, L375-1)."""
    return faute_intentionnelle


def sans_indemnite(beneficiaire: str | None) -> bool:
    """Pupils, students and unpaid trainees are covered, without a daily benefit (R412-5 b, R412-10)."""
    return beneficiaire in ("eleve_etudiant", "stagiaire_non_remunere")
