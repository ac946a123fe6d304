"""Relations of what a file lives through: any order, copies, a correction corrected back."""

from collections import Counter
from datetime import date
from typing import Any

from oracle.calendrier import plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Annulation, Dossier, PieceDeFond
from oracle.dossier.activites import Activite, Affiliation, Chomage, CongeFamille, Detention, PeriodeAssimilee
from oracle.dossier.arrets import AvisArret, Pension, Reprise
from oracle.dossier.employeur import AttestationSalaire, AttestationTempsPartiel
from oracle.dossier.famille import DecesEnfant
from oracle.dossier.versements import Mouvement, RepriseHistorique
from oracle.faits import pieces_en_vigueur
from properties.invariants.comptes import memes_jours
from properties.invariants.lus import attestations, attestations_de_temps_partiel, tout_est_recu
from properties.invariants.lus_conges import depassees
from properties.invariants.modele import Constat, Demande, Transformation, selon_les_ecarts
from properties.invariants.retouches import ajouter, avec_les_pieces, modifie, nouveaux_noms
from properties.strategies.hasard import Hasard, parmi, selon

_SANS_DATE_D_EFFET = (
    Activite,
    Affiliation,
    AvisArret,
    Chomage,
    CongeFamille,
    DecesEnfant,
    Detention,
    Pension,
    PeriodeAssimilee,
    Reprise,
    RepriseHistorique,
)
"""Documents whose day of reception means nothing in law. Of a notice, what counts is the day it was sent."""


def meme_decompte(un: Decompte, autre: Decompte) -> Constat:
    """Everything due, owed and ordered is the same."""
    ecarts = memes_jours(un, autre)
    for nom in ("decisions", "taux", "bases", "compteurs", "soldes", "prelevements", "ordres"):
        if _sans_ordre(getattr(un, nom)) != _sans_ordre(getattr(autre, nom)):
            ecarts.append(f"{nom} : {getattr(un, nom)!r} puis {getattr(autre, nom)!r}")
    return selon_les_ecarts(ecarts)


def _sans_ordre(lignes: Any) -> Any:
    return Counter(repr(ligne) for ligne in lignes) if isinstance(lignes, tuple) else lignes


def _redatables(dossier: Dossier, au: date) -> set[str]:
    """Documents that may come on another day: no other version of them exists."""
    en_vigueur = pieces_en_vigueur(dossier.pieces, au)
    libres = {piece.id for piece in en_vigueur if isinstance(piece, _SANS_DATE_D_EFFET)}
    for modele, cle in (
        (AttestationSalaire, lambda a: (a.arret, a.activite)),
        (AttestationTempsPartiel, lambda a: (a.arret, a.activite, a.debut, a.fin)),
    ):
        siennes = [piece for piece in dossier.pieces if isinstance(piece, modele)]
        versions = Counter(cle(piece) for piece in siennes)
        libres |= {piece.id for piece in siennes if versions[cle(piece)] == 1 and piece in en_vigueur}
    return libres


def ordre_d_arrivee(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """The same documents in another order, and received on other days, all before the décompte."""
    del decompte
    if not tout_est_recu(dossier, au) or not dossier.pieces:
        return None
    libres = _redatables(dossier, au)
    plus_tot = min(piece.recue_le for piece in dossier.pieces)
    etendue = (au - plus_tot).days
    pieces = []
    reste = list(dossier.pieces)
    while reste:
        piece = reste.pop(hasard.entier(0, len(reste) - 1))
        recue_le = plus_jours(plus_tot, hasard.entier(0, etendue))
        pieces.append(modifie(piece, recue_le=recue_le) if piece.id in libres else piece)
    return Transformation(Demande(avec_les_pieces(dossier, *pieces), au), meme_decompte)


def document_recu_deux_fois(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """A copy of a document in force, received later."""
    del decompte
    candidats = _dernieres_versions(dossier, au)
    if not candidats:
        return None
    piece = parmi(hasard, candidats)
    recue_le = plus_jours(piece.recue_le, hasard.entier(0, (au - piece.recue_le).days))
    (nom,) = nouveaux_noms(dossier, 1)
    copie = modifie(piece, id=nom, recue_le=recue_le, remplace=None)
    return Transformation(Demande(ajouter(dossier, copie), au), meme_decompte)


def _dernieres_versions(dossier: Dossier, au: date) -> list[PieceDeFond]:
    """Documents in force that no later version stands for; money moved is moved twice if written twice."""
    en_vigueur = pieces_en_vigueur(dossier.pieces, au)
    certificats = {a.id for a in (*attestations(dossier, au), *attestations_de_temps_partiel(dossier, au))}
    sans_effet = depassees(dossier, au)
    return [
        piece
        for piece in en_vigueur
        if not isinstance(piece, Annulation | Mouvement)
        and piece.id not in sans_effet
        and (not isinstance(piece, AttestationSalaire | AttestationTempsPartiel) or piece.id in certificats)
    ]


def aller_et_retour(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """A document corrected, then corrected back to what it said: nothing has changed."""
    del decompte
    candidats = [
        piece
        for piece in _dernieres_versions(dossier, au)
        if isinstance(piece, AttestationSalaire | AvisArret | AttestationTempsPartiel)
    ]
    if not candidats:
        return None
    piece = parmi(hasard, candidats)
    aller, retour = nouveaux_noms(dossier, 2)
    milieu = modifie(_autrement(hasard, piece), id=aller, remplace=piece.id)
    fin = modifie(piece, id=retour, remplace=aller)
    return Transformation(Demande(ajouter(dossier, milieu, fin), au), meme_decompte)


def _autrement(hasard: Hasard, piece: Any) -> Any:
    """The same document, saying something else."""
    if isinstance(piece, AvisArret):
        return modifie(piece, fin=plus_jours(piece.fin, hasard.entier(1, 9)))
    if isinstance(piece, AttestationTempsPartiel):
        return modifie(piece, salaire_percu=piece.salaire_percu + 100_00)
    pour_cent = selon(hasard, (1, 150), (1, 50))
    paies = tuple(modifie(paie, brut=paie.brut * pour_cent // 100) for paie in piece.paies)
    return modifie(piece, paies=paies, subrogations=())
