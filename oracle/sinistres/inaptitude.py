"""The temporary benefit of the unfit, day by day (L433-1 al. 7, D433-2 to D433-8)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from oracle.arrondis import part_d_un_total
from oracle.atmp import duree, inaptitude
from oracle.calendrier import jours, nb_jours
from oracle.dossier.accidents import Inaptitude
from oracle.faits import Faits
from oracle.jours import JourLiquide
from oracle.loi import Sujet, appliquer, au_sujet_de
from oracle.sinistres.instruction import InstructionDeSinistre
from oracle.sinistres.montants import calculer
from oracle.sinistres.reconnaissance import Sinistre

ARTICLES = ("L433-1", "D433-4", "D433-5")


@dataclass(frozen=True)
class InstructionDInaptitude:
    """A notice of unfitness, and its days. ``journalier``: the last daily benefit before it; ``rente``: what comes off."""

    piece: Inaptitude
    sinistre: Sinistre
    premier_jour: date
    dernier_jour: date
    journalier: int | None
    rente: int
    jours: tuple[JourLiquide, ...]


def instruire_les_inaptitudes(
    faits: Faits,
    sinistres: Sequence[Sinistre],
    arrets: Sequence[InstructionDeSinistre],
    pris: Collection[date],
) -> tuple[InstructionDInaptitude, ...]:
    """Every notice of unfitness that an accident held to come from work led to; ``pris``: days another benefit pays."""
    par_nom = {sinistre.nom: sinistre for sinistre in sinistres}
    instruites: list[InstructionDInaptitude] = []
    for piece in faits.inaptitudes:
        sinistre = par_nom.get(piece.accident)
        if sinistre is not None and sinistre.statut != "refuse":
            siens = [i for i in arrets if i.arret.sinistre.nom == piece.accident]
            with au_sujet_de(Sujet(piece.accident, None, {"debut_arret": piece.avis_le})):
                deja = {*pris, *(j.jour for autre in instruites for j in autre.jours)}
                instruites.append(_instruire(faits, piece, sinistre, siens, deja))
    return tuple(instruites)


def _instruire(
    faits: Faits,
    piece: Inaptitude,
    sinistre: Sinistre,
    arrets: Sequence[InstructionDeSinistre],
    pris: Collection[date],
) -> InstructionDInaptitude:
    premier = appliquer(inaptitude.premier_jour_d_inaptitude, piece.avis_le)
    possible = appliquer(inaptitude.dernier_jour_possible, piece.avis_le)
    dernier = appliquer(inaptitude.dernier_jour_d_inaptitude, possible, piece.issue_le)
    journalier = _journalier(faits, piece, arrets)
    decides = [
        _decider(piece, sinistre, jour, journalier) for jour in jours(premier, dernier) if jour not in pris
    ]
    payes = [rang for rang, jour in enumerate(decides) if jour.statut == "indemnise"]
    rente = _rente(faits, sinistre, premier, len(payes), nb_jours(premier, possible))
    if rente and payes:
        total = appliquer(
            inaptitude.inaptitude_apres_la_rente, sum(decides[rang].montant for rang in payes), rente
        )
        for ordre, rang in enumerate(payes, start=1):
            decides[rang] = _apres_la_rente(decides[rang], total, ordre, len(payes), decides[payes[0]].jour)
    return InstructionDInaptitude(piece, sinistre, premier, dernier, journalier, rente, tuple(decides))


def _apres_la_rente(jour: JourLiquide, total: int, ordre: int, nombre: int, ligne: date) -> JourLiquide:
    articles = (*jour.articles, "D433-7")
    if not total:
        return replace(jour, statut="non_indemnise", motif="rente_superieure", montant=0, articles=articles)
    return replace(jour, montant=part_d_un_total(total, ordre, nombre), ligne=ligne, articles=articles)


def _journalier(faits: Faits, piece: Inaptitude, arrets: Sequence[InstructionDeSinistre]) -> int | None:
    """The daily benefit paid before the notice; of several jobs, that of the one the victim is unfit for (D433-4)."""
    payes = [
        (jour.jour, instruction, jour)
        for instruction in arrets
        for jour in instruction.jours
        if jour.statut == "indemnise" and jour.jour <= piece.avis_le
    ]
    if not payes:
        return None
    dernier, instruction, jour = max(payes, key=lambda paye: paye[0])
    if len(instruction.calcul.employeurs) <= 1:
        return jour.montant
    seul = calculer(faits, instruction.arret, (), None, seul_employeur=piece.activite)
    second = appliquer(duree.au_second_taux, instruction.arret.rang(dernier))
    return None if seul.taux is None else seul.montant(dernier, second_taux=second)


def _decider(piece: Inaptitude, sinistre: Sinistre, jour: date, journalier: int | None) -> JourLiquide:
    refuse = JourLiquide(jour, piece.accident, "non_indemnise", articles=ARTICLES, risque="inaptitude")
    remuneres = any(intervalle.debut <= jour <= intervalle.fin for intervalle in piece.jours_remuneres)
    if not appliquer(inaptitude.sans_remuneration, piece.remuneration or remuneres):
        return replace(refuse, motif="poste_remunere", articles=("L433-1", "D433-3"))
    if sinistre.statut == "en_instruction":
        return replace(
            refuse,
            statut="en_attente",
            motif="piece_manquante",
            precision="il manque la décision de la caisse sur le caractère professionnel",
            articles=("D433-2",),
        )
    if not journalier:
        return replace(refuse, motif="indemnite_nulle", articles=("D433-4",))
    return replace(refuse, statut="indemnise", montant=journalier)


def _rente(faits: Faits, sinistre: Sinistre, premier: date, payes: int, jours_du_mois: int) -> int:
    siens = {sinistre.nom, sinistre.origine.accident}
    rentes = [r for r in faits.rentes if r.accident in siens and r.debut <= premier]
    if not rentes:
        return 0
    return appliquer(inaptitude.rente_imputee, rentes[-1].montant_mensuel, payes, jours_du_mois)
