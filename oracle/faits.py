"""From documents to facts: what the caisse knows at a date, once corrections and withdrawals are folded.

Nothing after this module sees how documents arrived: same documents, any order, same facts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeVar

from oracle.dossier import Annulation, Assure, Dossier, PieceDeFond, UnePiece
from oracle.dossier.accidents import (
    Accident,
    AllocationChangementEmploi,
    Consolidation,
    DecisionAccident,
    DecisionTempsPartiel,
    Inaptitude,
    Rente,
    RevisionSalaire,
)
from oracle.dossier.activites import (
    Activite,
    Affiliation,
    Chomage,
    CongeFamille,
    Detention,
    PeriodeAssimilee,
    RevenuIndependant,
)
from oracle.dossier.arrets import (
    Ald,
    AvertissementEnvoiTardif,
    AvisArret,
    AvisMedical,
    DecisionEnvoiApresFin,
    Manquement,
    Pension,
    Reeducation,
    Reprise,
)
from oracle.dossier.employeur import AttestationSalaire, AttestationTempsPartiel
from oracle.dossier.famille import (
    Adoption,
    Conge,
    DecesEnfant,
    DecesMere,
    Grossesse,
    Naissance,
    Remplacement,
)
from oracle.dossier.versements import (
    LigneReprise,
    Mouvement,
    NotificationIndu,
    Reclamation,
    RepriseHistorique,
)
from oracle.perimetre import verifier_le_perimetre

_P = TypeVar("_P")
_Q = TypeVar("_Q", bound=PieceDeFond)


@dataclass(frozen=True)
class Faits:
    """The facts known at the end of the day ``au``, each list in the order of events, never of arrival."""

    au: date
    assure: Assure
    activites: tuple[Activite, ...]
    affiliations: tuple[Affiliation, ...]
    chomages: tuple[Chomage, ...]
    periodes_assimilees: tuple[PeriodeAssimilee, ...]
    conges_famille: tuple[CongeFamille, ...]
    detentions: tuple[Detention, ...]
    avis: tuple[AvisArret, ...]
    alds: tuple[Ald, ...]
    reprises: tuple[Reprise, ...]
    reeducations: tuple[Reeducation, ...]
    avertissements: tuple[AvertissementEnvoiTardif, ...]
    decisions_apres_fin: tuple[DecisionEnvoiApresFin, ...]
    avis_medicaux: tuple[AvisMedical, ...]
    manquements: tuple[Manquement, ...]
    pensions: tuple[Pension, ...]
    deces_enfants: tuple[DecesEnfant, ...]
    grossesses: tuple[Grossesse, ...]
    naissances: tuple[Naissance, ...]
    adoptions: tuple[Adoption, ...]
    deces_meres: tuple[DecesMere, ...]
    conges: tuple[Conge, ...]
    revenus: tuple[RevenuIndependant, ...]
    remplacements: tuple[Remplacement, ...]
    accidents: tuple[Accident, ...]
    decisions_accident: tuple[DecisionAccident, ...]
    consolidations: tuple[Consolidation, ...]
    rentes: tuple[Rente, ...]
    inaptitudes: tuple[Inaptitude, ...]
    decisions_temps_partiel: tuple[DecisionTempsPartiel, ...]
    revisions: tuple[RevisionSalaire, ...]
    allocations: tuple[AllocationChangementEmploi, ...]
    attestations: tuple[AttestationSalaire, ...]
    attestations_temps_partiel: tuple[AttestationTempsPartiel, ...]
    mouvements: tuple[Mouvement, ...]
    notifications_indu: tuple[NotificationIndu, ...]
    reclamations: tuple[Reclamation, ...]
    historique: tuple[LigneReprise, ...]


def pieces_en_vigueur(pieces: Iterable[UnePiece], au: date) -> tuple[UnePiece, ...]:
    """Documents received on ``au`` at the latest, less those replaced or withdrawn by another, each once.

    A withdrawn correction replaces nothing any more: what it replaced is in force again. A document received twice
    counts once, as first received; withdrawing the second copy leaves the first, correcting either corrects both.
    """
    connues = [piece for piece in pieces if piece.recue_le <= au]
    annulees = {piece.annule for piece in connues if isinstance(piece, Annulation)}
    restantes = [piece for piece in connues if not isinstance(piece, Annulation) and piece.id not in annulees]
    remplacees = {piece.remplace for piece in restantes if piece.remplace is not None}
    return tuple(
        min(copies, key=lambda piece: (piece.recue_le, piece.id))
        for copies in _copies(restantes)
        if remplacees.isdisjoint(piece.id for piece in copies)
    )


def _copies(pieces: Iterable[PieceDeFond]) -> Iterable[list[PieceDeFond]]:
    """Documents that say the same, together. Two movements of money are two, however alike."""
    par_contenu: dict[str, list[PieceDeFond]] = {}
    for piece in pieces:
        contenu = piece.id if isinstance(piece, Mouvement) else _contenu(piece)
        par_contenu.setdefault(contenu, []).append(piece)
    return par_contenu.values()


def _contenu(piece: PieceDeFond) -> str:
    """What a document says, and what it corrects: a first version sent back later as a correction is not a copy."""
    return piece.model_dump_json(exclude={"id", "recue_le"})


def etablir_les_faits(dossier: Dossier, au: date) -> Faits:
    """Fold the documents known at ``au`` into facts; raises ``HorsChamp`` for what the oracle does not decide yet."""
    pieces = pieces_en_vigueur(dossier.pieces, au)
    verifier_le_perimetre(pieces)

    def ranger(modele: type[_P], cle: Callable[[_P], Any]) -> tuple[_P, ...]:
        return tuple(sorted(_du_type(pieces, modele), key=cle))

    def dernieres(modele: type[_Q], cle: Callable[[_Q], tuple[Any, ...]]) -> tuple[_Q, ...]:
        return _derniere_de_chaque(_du_type(pieces, modele), cle)

    conges = dernieres(Conge, lambda c: (c.conge,))
    return Faits(
        au=au,
        assure=dossier.assure,
        activites=ranger(Activite, lambda a: (a.debut, a.activite)),
        affiliations=ranger(Affiliation, lambda a: a.debut),
        chomages=ranger(Chomage, lambda c: c.debut),
        periodes_assimilees=ranger(PeriodeAssimilee, lambda p: (p.debut, p.fin, p.motif)),
        conges_famille=ranger(CongeFamille, lambda c: (c.debut, c.fin)),
        detentions=ranger(Detention, lambda d: d.debut),
        avis=ranger(AvisArret, lambda a: (a.debut, a.fin, a.id)),
        alds=ranger(Ald, lambda a: (a.ald, a.recue_le, a.id)),
        reprises=ranger(Reprise, lambda r: r.date),
        reeducations=ranger(Reeducation, lambda r: (r.debut, r.fin)),
        avertissements=ranger(AvertissementEnvoiTardif, lambda a: (a.notifie_le, a.id)),
        decisions_apres_fin=ranger(DecisionEnvoiApresFin, lambda d: (d.recue_le, d.id)),
        avis_medicaux=ranger(AvisMedical, lambda a: (a.effet, a.recue_le, a.id)),
        manquements=ranger(Manquement, lambda m: (m.debut, m.id)),
        pensions=ranger(Pension, lambda p: (p.debut, p.id)),
        deces_enfants=ranger(DecesEnfant, lambda d: d.date),
        grossesses=dernieres(Grossesse, lambda g: (g.grossesse,)),
        naissances=dernieres(Naissance, lambda n: (n.grossesse,)),
        adoptions=dernieres(Adoption, lambda a: (a.adoption,)),
        deces_meres=dernieres(DecesMere, lambda d: (d.grossesse,)),
        conges=conges,
        revenus=dernieres(RevenuIndependant, lambda r: (r.activite, r.annee)),
        remplacements=ranger(Remplacement, lambda r: (r.debut, r.fin, r.id)),
        accidents=dernieres(Accident, lambda a: (a.date, a.accident)),
        decisions_accident=ranger(DecisionAccident, lambda d: (d.notifiee_le, d.recue_le, d.id)),
        consolidations=dernieres(Consolidation, lambda c: (c.accident,)),
        rentes=ranger(Rente, lambda r: (r.accident, r.debut, r.recue_le, r.id)),
        inaptitudes=dernieres(Inaptitude, lambda i: (i.accident, i.activite)),
        decisions_temps_partiel=ranger(DecisionTempsPartiel, lambda d: (d.debut, d.recue_le, d.id)),
        revisions=ranger(RevisionSalaire, lambda r: (r.accident, r.effet, r.id)),
        allocations=ranger(AllocationChangementEmploi, lambda a: (a.accident, a.debut, a.id)),
        attestations=dernieres(
            AttestationSalaire, partial(_objet_de_l_attestation, {c.conge for c in conges})
        ),
        attestations_temps_partiel=dernieres(
            AttestationTempsPartiel, lambda a: (a.debut, a.fin, a.arret, a.activite)
        ),
        mouvements=ranger(Mouvement, lambda m: (m.date, m.id)),
        notifications_indu=ranger(NotificationIndu, lambda n: (n.envoyee_le, n.id)),
        reclamations=ranger(Reclamation, lambda r: (r.date, r.id)),
        historique=tuple(
            sorted(
                (ligne for piece in _du_type(pieces, RepriseHistorique) for ligne in piece.lignes),
                key=lambda x: x.debut,
            )
        ),
    )


def _objet_de_l_attestation(conges: set[str], attestation: AttestationSalaire) -> tuple[Any, ...]:
    """One certificate per employer and stop; of a leave taken in parts, one for each part (R323-10).

    A certificate for a work accident (R441-4) does not replace that for sickness.
    """
    part = attestation.dernier_jour_travaille if attestation.arret in conges else date.min
    return attestation.arret, attestation.activite, part, attestation.risque == "accident"


def _derniere_de_chaque(pieces: list[_Q], cle: Callable[[_Q], tuple[Any, ...]]) -> tuple[_Q, ...]:
    """One document per key, in the order of keys: the last received stands for the earlier ones (R323-10).

    One certificate per employer and stop, one pregnancy, one birth, one leave by its name.
    """
    gardees: dict[tuple[Any, ...], _Q] = {}
    for piece in sorted(pieces, key=lambda piece: (piece.recue_le, piece.id)):
        gardees[cle(piece)] = piece
    return tuple(gardees[rang] for rang in sorted(gardees))


def _du_type(pieces: Iterable[UnePiece], modele: type[_P]) -> list[_P]:
    return [piece for piece in pieces if isinstance(piece, modele)]
