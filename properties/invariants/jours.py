"""Relations of days: each stated once, none paid outside its prescription, waiting days, splits and unions of notices."""

from collections import Counter
from datetime import date
from itertools import pairwise

from oracle.calendrier import jours, nb_jours, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import CongeFamille, Detention
from oracle.dossier.arrets import AvisArret, AvisMedical, Manquement
from oracle.dossier.versements import RepriseHistorique
from properties.invariants.comptes import memes_jours
from properties.invariants.lus import (
    attestations,
    avis_ranges,
    en_euros,
    jours_de_conge,
    jours_prescrits,
    par_date,
    pieces,
    reprises,
    se_chevauchent,
    tous_les_jours,
)
from properties.invariants.modele import (
    NON_APPLICABLE,
    Constat,
    Demande,
    Transformation,
    selon_les_ecarts,
)
from properties.invariants.retouches import ajouter, changer, modifie, nouveaux_noms, sous_avis
from properties.strategies.hasard import Hasard, parmi

_ECART_MONTRE = 3


def total_des_jours(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """Every day prescribed or of leave exactly once, gaps of at most three days between two notices, and nothing else."""
    avis, de_conge = avis_ranges(dossier, au), jours_de_conge(dossier, au)
    if not avis and not de_conge:
        return NON_APPLICABLE
    prescrits = jours_prescrits(avis)
    attendus = prescrits | de_conge
    montres = _ecarts_montres(prescrits)
    attendus |= set() if de_conge else montres
    fois = Counter(jour.jour for jour in tous_les_jours(decompte))
    ecarts = [f"{jour} : énoncé {nombre} fois" for jour, nombre in sorted(fois.items()) if nombre != 1]
    ecarts += [f"{jour} : prescrit, absent du décompte" for jour in sorted(attendus - fois.keys())]
    ecarts += [f"{jour} : hors de toute prescription" for jour in sorted(fois.keys() - attendus - montres)]
    return selon_les_ecarts(ecarts)


def _ecarts_montres(prescrits: set[date]) -> set[date]:
    ranges = sorted(prescrits)
    return {
        jour
        for un, autre in pairwise(ranges)
        if 1 < (autre - un).days <= _ECART_MONTRE + 1
        for jour in jours(plus_jours(un, 1), plus_jours(autre, -1))
    }


def rien_hors_prescription(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """No benefit for a day neither prescribed nor of leave, gaps once bridged by practice apart."""
    avis, de_conge = avis_ranges(dossier, au), jours_de_conge(dossier, au)
    if not (avis or de_conge) or not decompte.periodes:
        return NON_APPLICABLE
    prescrits = jours_prescrits(avis)
    tolerables = {jour for jour in _ecarts_montres(prescrits) if _tolerable(avis, jour)} | de_conge
    return selon_les_ecarts(
        [
            f"{jour.jour} : {en_euros(jour.montant)} hors prescription"
            for jour in tous_les_jours(decompte)
            if jour.paye and jour.jour not in prescrits | tolerables
        ]
    )


def _tolerable(avis: list[AvisArret], jour: date) -> bool:
    """A gap before a prolongation that begins before September 2024."""
    suivants = [a for a in avis if a.debut > jour]
    return bool(suivants) and suivants[0].nature == "prolongation" and suivants[0].debut < date(2024, 9, 1)


def sans_particularite(dossier: Dossier, au: date) -> bool:
    """Nothing else deprives days of benefit: no control, breach, detention, leave, resumption, special notice."""
    autres = (AvisMedical, Manquement, Detention, CongeFamille)
    return (
        not any(pieces(dossier, au, modele) for modele in autres)
        and not reprises(dossier, au)
        and all(_avis_ordinaire(avis) for avis in pieces(dossier, au, AvisArret))
    )


def _avis_ordinaire(avis: AvisArret) -> bool:
    """Sent electronically by a doctor seen, and nothing that the law treats apart."""
    return (
        avis.support == "electronique"
        and not avis.teleconsultation
        and not avis.ivg
        and avis.cure_thermale is None
        and not avis.pension_militaire
    )


def delai_de_carence(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """The first three days of a first stop carry nothing, the fourth is paid."""
    avis = avis_ranges(dossier, au)
    if not avis or not sans_particularite(dossier, au):
        return NON_APPLICABLE
    premier = avis[0]
    exonere = (
        premier.ald or premier.exception_carence or premier.acte_terrorisme or premier.risque != "maladie"
    )
    if exonere or premier.modalite != "complet" or pieces(dossier, au, RepriseHistorique):
        return NON_APPLICABLE
    travaille = premier.premier_jour_travaille or any(
        a.dernier_jour_travaille == premier.debut for a in attestations(dossier, au)
    )
    debut = plus_jours(premier.debut, 1) if travaille else premier.debut
    ouverts = {d.ouvert for d in decompte.decisions if d.arret == premier.arret and d.debut == debut}
    montants = [t.montant_journalier for t in decompte.taux if t.arret == premier.arret and t.debut == debut]
    if (
        ouverts != {True}
        or not montants
        or not montants[0]
        or (len(avis) > 1 and avis[1].debut <= premier.fin)
    ):
        return NON_APPLICABLE
    rendus = par_date(decompte)
    quatrieme = plus_jours(debut, 3)
    if any(jour.risque != "maladie" for jour in rendus.values() if debut <= jour.jour <= quatrieme):
        return NON_APPLICABLE
    carence = list(jours(debut, min(plus_jours(debut, 2), premier.fin)))
    ecarts = [
        f"{j} : {en_euros(rendus[j].montant)} dans la carence"
        for j in carence
        if j in rendus and rendus[j].paye
    ]
    if quatrieme <= premier.fin and not (quatrieme in rendus and rendus[quatrieme].paye):
        ecarts.append(f"{quatrieme} : quatrième jour non payé")
    return selon_les_ecarts(ecarts)


def _prescripteur_admis(avis: AvisArret) -> bool:
    """An initial notice, or a prolongation whose prescriber leaves no doubt."""
    douteux = avis.prescripteur in ("autre_medecin", "chirurgien_dentiste")
    return (
        avis.nature == "initial"
        or not douteux
        or avis.prescripteur_initial
        or avis.impossibilite_prescripteur
    )


def _avis_coupables(dossier: Dossier, au: date, mini: int) -> list[AvisArret]:
    """Notices of at least ``mini`` days that may be written as two without changing anything."""
    avis = avis_ranges(dossier, au)
    if se_chevauchent(avis) or not sans_particularite(dossier, au):
        return []
    travailles = [a.dernier_jour_travaille for a in attestations(dossier, au)]
    return [
        a
        for a in avis
        if nb_jours(a.debut, a.fin) >= mini
        and _prescripteur_admis(a)
        and not any(a.debut < jour <= a.fin for jour in travailles)
    ]


def avis_coupe_en_deux(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """One notice, or the same days by an initial one and a prolongation that follows at once."""
    del decompte
    candidats = _avis_coupables(dossier, au, 2)
    if not candidats:
        return None
    avis = parmi(hasard, candidats)
    coupure = plus_jours(avis.debut, hasard.entier(0, nb_jours(avis.debut, avis.fin) - 2))
    (nom,) = nouveaux_noms(dossier, 1)
    suite = sous_avis(avis, nom, plus_jours(coupure, 1), avis.fin, "prolongation")
    coupe = changer(dossier, {avis.id}, lambda piece: modifie(piece, fin=coupure))
    return Transformation(Demande(ajouter(coupe, suite), au), _memes_jours)


def avis_en_double(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """A further notice inside the days of another one of the same chain."""
    del decompte
    candidats = _avis_coupables(dossier, au, 1)
    if not candidats:
        return None
    avis = parmi(hasard, candidats)
    debut = plus_jours(avis.debut, hasard.entier(0, nb_jours(avis.debut, avis.fin) - 1))
    fin = plus_jours(debut, hasard.entier(0, nb_jours(debut, avis.fin) - 1))
    (nom,) = nouveaux_noms(dossier, 1)
    double = ajouter(dossier, sous_avis(avis, nom, debut, fin, avis.nature))
    return Transformation(Demande(double, au), _memes_jours)


def _memes_jours(un: Decompte, autre: Decompte) -> Constat:
    return selon_les_ecarts(memes_jours(un, autre))
