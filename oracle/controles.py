"""Notices, controls and duties: what the insured must send, accept and abstain from to be paid (L321-2, L323-6, L315-2).

What this module does not do: the medical decision itself, the penalties of L114-17-1.
"""

from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche, tronque
from oracle.calendrier import plus_jours, plus_mois
from oracle.loi import lecture, seuil

JOURS_POUR_ENVOYER = 2
MOIS_D_UN_AVERTISSEMENT = 24
JOURS_A_DISTANCE = 3
JOURS_FRANCS_APRES_SUSPENSION = 10
JOURS_D_UN_ARRET_POUR_IVG = 4
ARRETS_POUR_IVG = 2


def depart_du_delai_d_envoi(initial: bool, debut_avis: date, prescrit_le: date, delai_unifie: bool) -> date:
    """Day from which the insured has two days to send the notice (R321-2).

    An initial notice: the interruption of work. A prolongation prescribed before 1 July 2025: its prescription. Since,
    the text names the interruption for both, which for a prolongation is its first day, or its prescription (reading
    ``envoi_d_une_prolongation``).
    """
    if initial:
        return debut_avis
    if delai_unifie and lecture("envoi_d_une_prolongation") == "premier_jour":
        return debut_avis
    return prescrit_le


def dernier_jour_d_envoi(depart: date) -> date:
    """Last day on which a notice is sent in time: the second day after (R321-2); two clear days add one (reading)."""
    if lecture("delai_d_envoi") == "deux_jours_francs":
        return plus_jours(depart, JOURS_POUR_ENVOYER + 1)
    return plus_jours(depart, JOURS_POUR_ENVOYER)


def a_envoyer_par_l_assure(electronique: bool) -> bool:
    """The insured has a notice to send; one the prescriber transmits himself is never late (R321-2)."""
    return not electronique


def envoi_tardif_d_un_accident() -> bool:
    """The practitioner sends the notice of an accident (L441-6): the insured is not late; reading ``envoi_tardif_atmp``."""
    return lecture("envoi_tardif_atmp") == "comme_en_maladie"


def envoi_tardif(envoye_le: date, dernier_jour: date) -> bool:
    """The notice left after the delay (R321-2)."""
    return seuil("MAL-AVIS.delai", envoye_le, ">", dernier_jour)


def avertissement_opposable(
    prescription_avertie: date, notifie_le: date, prescrit_le: date, envoye_le: date
) -> bool:
    """A warning given for an earlier stop makes this late notice a second one (D323-2).

    The warning concerns an earlier prescription, was notified when the notice left, and the notice left at the latest
    on the same day number twenty-four months after the warned prescription.
    """
    d_un_arret_anterieur = seuil("MAL-AVIS.arret_averti", prescription_avertie, "<", prescrit_le)
    deja_notifie = seuil("MAL-AVIS.avertissement", notifie_le, "<=", envoye_le)
    dans_les_24_mois = seuil(
        "MAL-AVIS.vingt_quatre_mois",
        envoye_le,
        "<=",
        plus_mois(prescription_avertie, MOIS_D_UN_AVERTISSEMENT),
    )
    return d_un_arret_anterieur and deja_notifie and dans_les_24_mois


def excuse(empechement: bool, acte_terrorisme: bool) -> bool:
    """Hospital or a proven impossibility excuses the delay (D323-2); a victim of terrorism owes none (L169-2, 7°)."""
    return empechement or acte_terrorisme


def dernier_jour_reduit(envoye_le: date) -> date:
    """Last day of the reduced period: the day of sending, or its eve (reading ``envoi_tardif_borne``) (D323-2)."""
    if lecture("envoi_tardif_borne") == "exclue":
        return plus_jours(envoye_le, -1)
    return envoye_le


def jour_reduit(jour: date, prescrit_le: date, dernier_jour: date) -> bool:
    """The day lies between the prescription and the sending (D323-2)."""
    depuis = seuil("MAL-AVIS.prescription", jour, ">=", prescrit_le)
    return depuis and seuil("MAL-AVIS.envoi", jour, "<=", dernier_jour)


def moitie_par_jour() -> bool:
    """The reduction bears on each benefit, or on the total of the period (reading ``demi_ij``) (D323-2)."""
    return lecture("demi_ij") == "jour"


def moitie(montant: int) -> int:
    """Half of an amount in cents, brought to the cent (D323-2): half up, or truncated (reading ``arrondi_demi_ij``)."""
    if lecture("arrondi_demi_ij") == "troncature":
        return tronque(Fraction(montant, 2))
    return au_plus_proche(Fraction(montant, 2))


def original_attendu(papier_non_securise: bool, original_exige: bool) -> bool:
    """A notice on plain paper is no notice: the secured original is still awaited (R321-2, L321-2)."""
    return papier_non_securise and original_exige


def envoye_apres_la_fin(envoye_le: date, recue_le: date, dernier_jour_prescrit: date) -> bool:
    """The notice came when the stop was over: no control was possible (R323-12).

    Judged on the sending, or on the reception (reading ``avis_apres_la_fin``). On the last day it is only late.
    """
    venu_le = recue_le if lecture("avis_apres_la_fin") == "reception" else envoye_le
    return seuil("MAL-AVIS-FIN.dernier_jour", venu_le, ">", dernier_jour_prescrit)


def refus_de_la_caisse(excuse_admise: bool, paiement_decide: bool) -> bool:
    """R323-12 lets the caisse refuse the period; it does, unless excused or decided otherwise."""
    return not excuse_admise and not paiement_decide


def premier_jour_suspendu(effet: date, notifie_le: date) -> date:
    """First unpaid day of a suspension: its effect, never before the insured is told (L315-2, R315-1-3)."""
    return max(effet, notifie_le)


def arret_soumis_a_avis(suspendu_le: date, debut_du_nouvel_arret: date) -> bool:
    """A new stop within ten clear days of a suspension is paid only once the medical service agrees (L323-7, D323-4).

    Clear days: neither the day of the decision nor the last one counts, so the eleventh day after is still inside.
    """
    return seuil(
        "MAL-CONTRE-VISITE.dix_jours_francs",
        debut_du_nouvel_arret,
        "<=",
        plus_jours(suspendu_le, JOURS_FRANCS_APRES_SUSPENSION + 1),
    )


def manquement_sanctionne(volontaire: bool, mandat_local: bool, mandat_libre: bool) -> bool:
    """Only a deliberate breach deprives of the benefit; since 24 December 2025 a local mandate is none (L323-6)."""
    if mandat_local and mandat_libre:
        return False
    return volontaire


def fin_de_l_activite_non_autorisee(fin_de_l_avis: date, fin_de_l_arret: date) -> date:
    """Last day lost to an unauthorised activity, from the breach on (L323-6, 4°).

    To the end of the prescription under way, or of the whole stop (reading ``manquement_portee``).
    """
    if lecture("manquement_portee") == "arret_entier":
        return fin_de_l_arret
    return fin_de_l_avis


def fin_d_un_autre_manquement(fin_du_manquement: date, fin_de_l_avis: date) -> date:
    """Last day lost to a breach of the outing hours, prescriptions or controls (L323-6, 1° to 3°).

    All days from the breach to the end of the prescription, or only those of the breach (reading
    ``manquement_obligation``).
    """
    if lecture("manquement_obligation") == "jours_du_manquement":
        return fin_du_manquement
    return fin_de_l_avis


def prescription_a_distance_limitee(
    a_distance: bool, prescripteur_habituel: bool, initial: bool, presence_impossible: bool, en_vigueur: bool
) -> bool:
    """A notice given by tele-act is limited (C. santé publ. L6316-1 al. 3, to which L321-1 and L162-4-4 refer).

    Not that of the treating doctor or the reference midwife, nor a prolongation when seeing a prescriber was impossible.
    """
    if not a_distance or not en_vigueur or prescripteur_habituel:
        return False
    return initial or not presence_impossible


def dernier_jour_a_distance(
    initial: bool,
    rang_du_renouvellement: int,
    debut_avis: date,
    debut_arret: date,
    trois_jours_par_renouvellement: bool,
) -> date:
    """Last day a tele-act may prescribe (C. santé publ. L6316-1 al. 3).

    Three days, and a renewal may not carry the stop beyond its third day. Since 27 June 2026 the first renewal has
    three days of its own, and later ones none.
    """
    if initial:
        return plus_jours(debut_avis, JOURS_A_DISTANCE - 1)
    if trois_jours_par_renouvellement and seuil("MAL-TELE.renouvellement", rang_du_renouvellement, "<=", 1):
        return plus_jours(debut_avis, JOURS_A_DISTANCE - 1)
    if trois_jours_par_renouvellement:
        return plus_jours(debut_avis, -1)
    return plus_jours(debut_arret, JOURS_A_DISTANCE - 1)


def jour_prescrit_a_distance(jour: date, dernier_jour: date) -> bool:
    """The day is within what a tele-act may prescribe."""
    return seuil("MAL-TELE.trois_jours", jour, "<=", dernier_jour)


def dernier_jour_prescriptible(debut_avis: date, jours_au_plus: int) -> date:
    """Last day a prescription may reach: 31 days at first, 62 at each renewal, since 1 September 2026 (L162-4-1)."""
    return plus_jours(debut_avis, jours_au_plus - 1)


def exces_de_duree_sanctionne(justifie: bool) -> bool:
    """Whether days beyond the longest prescription lose their benefit (reading ``duree_prescription``: by default none).

    The law binds the prescriber, who may go beyond with a written reason, and says nothing of the benefit.
    """
    if justifie:
        return False
    return lecture("duree_prescription") == "exces_non_indemnise"


def jour_prescriptible(jour: date, dernier_jour: date) -> bool:
    """The day is within what one prescription may cover (L162-4-1)."""
    return seuil("MAL-DUREE-2026.duree", jour, "<=", dernier_jour)


def dernier_jour_pour_ivg(debut_avis: date, rang: int) -> date:
    """Last day of a midwife's stop for a medical abortion: four days, renewable once (D323-5).

    ``rang`` counts such notices in the stop, from 1; a third one prescribes nothing.
    """
    if seuil("MAL-IVG-SF.renouvellement", rang, "<=", ARRETS_POUR_IVG):
        return plus_jours(debut_avis, JOURS_D_UN_ARRET_POUR_IVG - 1)
    return plus_jours(debut_avis, -1)


def jour_pour_ivg(jour: date, dernier_jour: date) -> bool:
    """The day is within what a midwife may prescribe after a medical abortion (D323-5)."""
    return seuil("MAL-IVG-SF.quatre_jours", jour, "<=", dernier_jour)


def cure_indemnisee(ressources_mensuelles: int, plafond_mensuel: Fraction, personnes_a_charge: int) -> bool:
    """A spa treatment is paid when the household's monthly income stays below the ceiling (D323-1).

    The ceiling of L241-3, plus half of it for the partner and for each dependent person. Equality is too much.
    Amounts in cents.
    """
    return seuil(
        "MAL-CUMUL.ressources_cure",
        ressources_mensuelles,
        "<",
        plafond_mensuel * (1 + Fraction(personnes_a_charge, 2)),
    )
