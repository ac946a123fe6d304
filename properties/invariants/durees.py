"""Relations of counts: 360 benefits within three years, counters that count days paid, six months that look at nothing else."""

from bisect import bisect_left, bisect_right
from datetime import date

from oracle.calendrier import fin_de_delai, plus_jours, plus_mois
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite, Affiliation
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationSalaire
from oracle.dossier.famille import Conge
from properties.invariants.comptes import memes_jours
from properties.invariants.lus import (
    avis_du,
    avis_ranges,
    jours_d_avant,
    pieces,
    se_chevauchent,
    tous_les_jours,
    travail_continu,
)
from properties.invariants.modele import (
    NON_APPLICABLE,
    Constat,
    Demande,
    Transformation,
    selon_les_ecarts,
)
from properties.invariants.retouches import ajouter, avec_les_pieces, chaque, modifie, nouveaux_noms
from properties.strategies.hasard import Hasard

_MAXIMUM, _MAXIMUM_DE_RETRAITE, _MOIS = 360, 60, 36


def _debut_de_la_fenetre(jour: date) -> date:
    """The three years that end on a day begin on the morrow of the same day number three years before."""
    return plus_jours(plus_mois(jour, -_MOIS), 1)


def _jours_comptes(dossier: Dossier, au: date, decompte: Decompte, *, temps_partiel: bool) -> list[date]:
    """Days paid for illnesses without a long-term condition nor a military pension, older engine's included."""
    avis = avis_ranges(dossier, au)
    payes = {jour for jour, ald in jours_d_avant(dossier, au).items() if ald is None}
    for jour in tous_les_jours(decompte):
        sien = avis_du(avis, jour.jour)
        maladie = jour.servi and jour.risque == "maladie"
        if maladie and sien is not None and _compte_dans_les_360(sien, temps_partiel=temps_partiel):
            payes.add(jour.jour)
    return sorted(payes)


def _compte_dans_les_360(avis: AvisArret, *, temps_partiel: bool) -> bool:
    return avis.ald is None and not avis.pension_militaire and (temps_partiel or avis.modalite == "complet")


def _dans_la_fenetre(payes: list[date], jour: date) -> int:
    return bisect_right(payes, jour) - bisect_left(payes, _debut_de_la_fenetre(jour))


def maximum_de_360(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """At most 360 benefits within any three years; and no day is refused for it before."""
    avis = avis_ranges(dossier, au)
    if not avis or se_chevauchent(avis):
        return NON_APPLICABLE
    complets = _jours_comptes(dossier, au, decompte, temps_partiel=False)
    comptes = _jours_comptes(dossier, au, decompte, temps_partiel=True)
    anciens = jours_d_avant(dossier, au)
    ecarts = [
        f"{jour} : {nombre} indemnités en trois ans"
        for jour in complets
        if jour not in anciens and (nombre := _dans_la_fenetre(complets, jour)) > _MAXIMUM
    ]
    for jour in tous_les_jours(decompte):
        sien = avis_du(avis, jour.jour)
        if jour.motif == "maximum_360" and sien is not None and sien.modalite == "complet":
            servies = _dans_la_fenetre(comptes, jour.jour)
            if servies < _MAXIMUM:
                ecarts.append(f"{jour.jour} : refusé après {servies} indemnités seulement")
    return selon_les_ecarts(ecarts)


def compteur_des_jours_payes(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """The counter of the three years is the number of days paid in them, nothing else."""
    compteurs, avis = decompte.compteurs, avis_ranges(dossier, au)
    if compteurs is None or compteurs.ij_3_ans is None or se_chevauchent(avis):
        return NON_APPLICABLE
    comptes = _jours_comptes(dossier, au, decompte, temps_partiel=True)
    attendu = _dans_la_fenetre(comptes, au)
    ecarts = []
    if compteurs.ij_3_ans != attendu:
        ecarts.append(f"compteur {compteurs.ij_3_ans}, jours payés {attendu}")
    return selon_les_ecarts(ecarts)


def compteur_des_pensionnes(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A pensioner is paid at most sixty benefits, and none is refused for it before the sixtieth."""
    del dossier
    compteurs = decompte.compteurs
    if compteurs is None or compteurs.ij_pension is None:
        return NON_APPLICABLE
    refuses = [jour for jour in tous_les_jours(decompte) if jour.motif == "maximum_60_retraite"]
    if not compteurs.ij_pension and not refuses:
        return NON_APPLICABLE
    ecarts = []
    if compteurs.ij_pension > _MAXIMUM_DE_RETRAITE:
        ecarts.append(f"{compteurs.ij_pension} indemnités servies à un retraité")
    if any(jour.jour <= au for jour in refuses) and compteurs.ij_pension < _MAXIMUM_DE_RETRAITE:
        ecarts.append(f"{refuses[0].jour} : refusé après {compteurs.ij_pension} indemnités seulement")
    return selon_les_ecarts(ecarts)


def six_premiers_mois_seuls(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Affiliated since a month only, no hours over a year: the first six months do not look at it."""
    del decompte
    avis = avis_ranges(dossier, au)
    de_grossesse = any(a.risque != "maladie" for a in avis) or pieces(dossier, au, Conge)
    if not avis or de_grossesse or not travail_continu(dossier, au) or not pieces(dossier, au, Activite):
        return None
    debut = avis[0].debut
    depuis = plus_jours(debut, -hasard.entier(1, 200))
    (nom,) = nouveaux_noms(dossier, 1)
    recente = Affiliation(
        id=nom, type="affiliation", recue_le=min(depuis, au), regime="general", debut=depuis
    )
    sans = avec_les_pieces(dossier, *(p for p in dossier.pieces if p.type != "affiliation"))
    change = chaque(ajouter(sans, recente), AttestationSalaire, lambda a: modifie(a, heures_365_jours=None))
    dernier = fin_de_delai(debut, 6)

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        au_dela = {
            jour.jour for rendu in (un, autre) for jour in tous_les_jours(rendu) if jour.jour > dernier
        }
        return selon_les_ecarts(memes_jours(un, autre, au_dela))

    return Transformation(Demande(change, au), comparer)
