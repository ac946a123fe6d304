"""Relations of a stop that is paid day after day: the same amount as long as it lasts, Sundays like other days."""

from datetime import date

from oracle.calendrier import est_un_jour_de_week_end, est_un_jour_ferie, nb_jours, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.arrets import AvisArret
from properties.invariants.jours import sans_particularite
from properties.invariants.lus import (
    JourRendu,
    avis_du,
    avis_ranges,
    debut_de_l_arret,
    en_euros,
    par_date,
    se_chevauchent,
    taux_du_jour,
    tous_les_jours,
)
from properties.invariants.modele import NON_APPLICABLE, Constat, selon_les_ecarts


def montant_constant(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A stop is paid at one amount as long as it lasts: no rise of the SMIC, no new year changes it."""
    avis = avis_ranges(dossier, au)
    entiers = [
        (jour, taux)
        for jour in tous_les_jours(decompte)
        if _jour_entier(avis, jour) and (taux := taux_du_jour(decompte, jour)) is not None
    ]
    if se_chevauchent(avis) or not entiers:
        return NON_APPLICABLE
    return selon_les_ecarts(
        [
            f"{jour.jour} : {en_euros(jour.montant)}, taux de l'arrêt {en_euros(taux)}"
            for jour, taux in entiers
            if jour.montant != taux and not _au_dela_de_six_mois(decompte, jour)
        ]
    )


def _jour_entier(avis: list[AvisArret], jour: JourRendu) -> bool:
    """A day paid in full: neither part-time nor reduced for a late notice."""
    sien = avis_du(avis, jour.jour)
    return jour.paye and jour.motif is None and sien is not None and sien.modalite == "complet"


def _au_dela_de_six_mois(decompte: Decompte, jour: JourRendu) -> bool:
    """The minimum of the seventh month may apply."""
    debut = debut_de_l_arret(decompte, jour.arret, jour.jour)
    return debut is None or nb_jours(debut, jour.jour) > 181


def calendrier_indifferent(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """Sundays and holidays are paid as the days around them."""
    avis = avis_ranges(dossier, au)
    if se_chevauchent(avis) or not sans_particularite(dossier, au):
        return NON_APPLICABLE
    rendus = par_date(decompte)
    vus, ecarts = 0, []
    for jour, rendu in sorted(rendus.items()):
        if not (est_un_jour_de_week_end(jour) or est_un_jour_ferie(jour)):
            continue
        bornes = _jours_ouvres_autour(jour)
        autour = [rendus.get(borne) for borne in bornes]
        if any(r is None or not _jour_entier(avis, r) or r.arret != rendu.arret for r in autour):
            continue
        siens = {(a.id if (a := avis_du(avis, borne)) else "") for borne in (*bornes, jour)}
        if len({r.montant for r in autour if r}) != 1 or len(siens) != 1:
            continue
        vus += 1
        if rendu.montant != autour[0].montant:  # type: ignore[union-attr]  # checked just above
            ecarts.append(f"{jour} : {en_euros(rendu.montant)} entre deux jours payés")
    return selon_les_ecarts(ecarts) if vus else NON_APPLICABLE


def _jours_ouvres_autour(jour: date) -> tuple[date, date]:
    avant, apres = plus_jours(jour, -1), plus_jours(jour, 1)
    while est_un_jour_de_week_end(avant) or est_un_jour_ferie(avant):
        avant = plus_jours(avant, -1)
    while est_un_jour_de_week_end(apres) or est_un_jour_ferie(apres):
        apres = plus_jours(apres, 1)
    return avant, apres
