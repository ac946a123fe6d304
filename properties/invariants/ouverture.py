"""Relations of rights: hours only help, they flip rights once, and a change of law leaves alone the stops it does not select."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from oracle.calendrier import mois_civils_precedents, nb_jours, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite, Detention, PeriodeAssimilee
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationSalaire, Paie
from oracle.dossier.versements import RepriseHistorique
from oracle.legislation import Table, tables
from oracle.loi import Variante
from properties.invariants.comptes import memes_jours
from properties.invariants.lus import (
    attestations,
    avis_ranges,
    en_euros,
    par_date,
    pieces,
    sans_maintien,
    tous_les_jours,
    tout_est_recu,
    travail_continu,
)
from properties.invariants.modele import (
    NON_APPLICABLE,
    Constat,
    Demande,
    Transformation,
    selon_les_ecarts,
)
from properties.invariants.retouches import chaque, modifie, paies_refaites
from properties.strategies.hasard import Hasard, selon

_HEURES, _BAS = 150_00, 200_00
_SELECTIONNES_PAR_LE_DEBUT = ("smic_mensuel", "smic_horaire", "multiplicateur_plafond", "taux_ij_maladie")


def _premier_arret(decompte: Decompte) -> tuple[date, date] | None:
    """First day of the first stop, and last day before the next one begins."""
    debuts = sorted({d.debut for d in decompte.decisions if d.debut is not None})
    if not debuts:
        return None
    return debuts[0], plus_jours(debuts[1], -1) if len(debuts) > 1 else date.max


def plus_d_heures(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """More hours for the same pay: no right closes, no day of the first stop is paid less."""
    premier = _premier_arret(decompte)
    if premier is None or not attestations(dossier, au) or not sans_maintien(dossier, au):
        return None
    debut, fin = premier
    plus = selon(hasard, (2, 1), (2, 50_00), (1, hasard.entier(1, 200_00)))

    def ajouter(paie: Paie) -> Paie:
        return modifie(paie, heures=(paie.heures or 0) + plus)  # type: ignore[no-any-return]  # same model

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        apres = par_date(autre)
        ecarts = [
            f"{jour} : {en_euros(rendu.montant)} puis {en_euros(apres[jour].montant)}"
            for jour, rendu in par_date(un).items()
            if debut <= jour <= fin and jour in apres and apres[jour].montant < rendu.montant
        ]
        ouverts = {(d.arret, d.phase) for d in un.decisions if d.debut == debut and d.ouvert}
        fermes = {(d.arret, d.phase) for d in autre.decisions if d.debut == debut and d.ouvert is False}
        ecarts += [f"arrêt {arret} : droits fermés par plus d'heures" for arret, _ in ouverts & fermes]
        return selon_les_ecarts(ecarts)

    return Transformation(Demande(paies_refaites(dossier, ajouter), au), comparer)


def bascule_unique(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """Pay too low to open anything, and hours on some value: rights open from 150 hours on, never below."""
    del decompte
    avis = avis_ranges(dossier, au)
    certificats = attestations(dossier, au)
    continu = travail_continu(dossier, au) and sans_maintien(dossier, au)
    if len(avis) != 1 or len(certificats) != 1 or not continu or avis[0].acte_terrorisme:
        return None
    debut = _premier_jour(avis[0], certificats[0])
    mois = mois_civils_precedents(debut, 6)
    comptes = (PeriodeAssimilee, Detention, RepriseHistorique)
    assimiles = any(pieces(dossier, au, modele) for modele in comptes)
    anciennete = max(a.debut for a in pieces(dossier, au, Activite))
    if assimiles or anciennete > mois[0].debut or not tout_est_recu(dossier, au):
        return None
    heures = selon(
        hasard, (3, _HEURES), (3, _HEURES - 1), (1, _HEURES + 1), (2, hasard.entier(0, 700_00)), (1, 0)
    )
    tiers = heures // 3
    par_mois = (0, 0, 0, tiers, tiers, heures - 2 * tiers)
    paies = tuple(
        Paie.model_construct(debut=m.debut, fin=m.fin, brut=_BAS, heures=siennes)
        for m, siennes in zip(mois, par_mois, strict=True)
    )
    change = chaque(dossier, AttestationSalaire, lambda a: modifie(a, paies=paies, heures_90_jours=None))

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        del un
        maladies = [d for d in autre.decisions if d.risque == "maladie"]
        premiers = {d.ouvert for d in maladies if d.phase in (None, "six_premiers_mois")}
        if not premiers:
            return NON_APPLICABLE
        attendu = heures >= _HEURES
        dit = (
            f"{heures // 100},{heures % 100:02d} heures : droits {'' if True in premiers else 'non '}ouverts"
        )
        return selon_les_ecarts([dit] if premiers != {attendu} else [])

    return Transformation(Demande(change, au), comparer)


def _premier_jour(avis: AvisArret, attestation: AttestationSalaire) -> date:
    travaille = avis.premier_jour_travaille or attestation.dernier_jour_travaille == avis.debut
    return plus_jours(avis.debut, 1) if travaille else avis.debut


def loi_changee_apres(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """A law changed on a day leaves alone the stops begun before it."""
    premier = _premier_arret(decompte)
    if premier is None or not tous_les_jours(decompte):
        return None
    debut, fin = premier
    depuis = plus_jours(debut, hasard.entier(1, max(1, nb_jours(debut, min(fin, plus_jours(debut, 400))))))
    loi = Variante(tables={nom: _doublee(tables()[nom], depuis) for nom in _SELECTIONNES_PAR_LE_DEBUT})

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        ailleurs = {jour.jour for jour in tous_les_jours(un) if not debut <= jour.jour <= fin}
        return selon_les_ecarts(memes_jours(un, autre, ailleurs))

    return Transformation(Demande(dossier, au, loi), comparer)


def _doublee(table: Table, depuis: date) -> Table:
    """The same parameter until a day, twice as much since."""
    avant = [ligne for ligne in table.lignes if ligne.depuis < depuis]
    apres = [
        replace(ligne, valeur=Fraction(2) * ligne.valeur) for ligne in table.lignes if ligne.depuis >= depuis
    ]
    pivot = replace(avant[-1], depuis=depuis, valeur=Fraction(2) * avant[-1].valeur)
    return replace(table, lignes=(*avant, *([] if apres and apres[0].depuis == depuis else [pivot]), *apres))
