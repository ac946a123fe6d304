"""Relations of rights: hours only help, they flip rights once, and a change of law leaves alone the stops it does not select."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from oracle.calendrier import mois_civils_precedents, nb_jours, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import PeriodeAssimilee
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationSalaire, Paie
from oracle.legislation import Table, tables
from oracle.loi import Variante
from properties.invariants.comptes import memes_jours
from properties.invariants.lus import (
    attestations,
    avis_ranges,
    en_euros,
    jours_d_avant,
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


def plus_d_heures(dossier: Dossier, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """More hours for the same pay: no right closes, no day of the first stop is paid less."""
    premier = _premier_arret(decompte)
    if premier is None or not attestations(dossier, decompte.au) or not sans_maintien(dossier, decompte.au):
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

    return Transformation(Demande(paies_refaites(dossier, ajouter), decompte.au), comparer)


def bascule_unique(dossier: Dossier, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """Pay too low to open anything, and hours on some value: rights open from 150 hours on, never below."""
    avis = avis_ranges(dossier, decompte.au)
    certificats = attestations(dossier, decompte.au)
    continu = travail_continu(dossier, decompte.au) and sans_maintien(dossier, decompte.au)
    if len(avis) != 1 or len(certificats) != 1 or not continu or avis[0].acte_terrorisme:
        return None
    debut = _premier_jour(avis[0], certificats[0])
    mois = mois_civils_precedents(debut, 6)
    assimiles = pieces(dossier, decompte.au, PeriodeAssimilee) or jours_d_avant(dossier, decompte.au)
    presents = {paie.debut for paie in certificats[0].paies}
    if assimiles or not {m.debut for m in mois} <= presents or not tout_est_recu(dossier, decompte.au):
        return None
    heures = selon(
        hasard, (3, _HEURES), (3, _HEURES - 1), (1, _HEURES + 1), (2, hasard.entier(0, 700_00)), (1, 0)
    )
    derniers = {m.debut for m in mois[-3:]}
    par_mois = {m.debut: heures // 3 for m in mois[-3:]} | {mois[-1].debut: heures - 2 * (heures // 3)}

    def refaire(paie: Paie) -> Paie:
        siennes = par_mois[paie.debut] if paie.debut in derniers else 0
        return modifie(paie, brut=min(paie.brut, _BAS), heures=siennes)  # type: ignore[no-any-return]  # same model

    change = chaque(
        paies_refaites(dossier, refaire), AttestationSalaire, lambda a: modifie(a, heures_90_jours=None)
    )

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        del un
        premiers = {d.ouvert for d in autre.decisions if d.phase in (None, "six_premiers_mois")}
        if not premiers:
            return NON_APPLICABLE
        attendu = heures >= _HEURES
        dit = f"{heures // 100},{heures % 100:02d} heures : droits {'' if True in premiers else 'non '}ouverts"
        return selon_les_ecarts([dit] if premiers != {attendu} else [])

    return Transformation(Demande(change, decompte.au), comparer)


def _premier_jour(avis: AvisArret, attestation: AttestationSalaire) -> date:
    travaille = avis.premier_jour_travaille or attestation.dernier_jour_travaille == avis.debut
    return plus_jours(avis.debut, 1) if travaille else avis.debut


def loi_changee_apres(dossier: Dossier, decompte: Decompte, hasard: Hasard) -> Transformation | None:
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

    return Transformation(Demande(dossier, decompte.au, loi), comparer)


def _doublee(table: Table, depuis: date) -> Table:
    """The same parameter until a day, twice as much since."""
    avant = [ligne for ligne in table.lignes if ligne.depuis < depuis]
    apres = [
        replace(ligne, valeur=Fraction(2) * ligne.valeur) for ligne in table.lignes if ligne.depuis >= depuis
    ]
    pivot = replace(avant[-1], depuis=depuis, valeur=Fraction(2) * avant[-1].valeur)
    return replace(table, lignes=(*avant, *([] if apres and apres[0].depuis == depuis else [pivot]), *apres))
