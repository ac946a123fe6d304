"""Which documents differ between two files, or between two dates of one file.

Documents are set side by side by their chain of corrections, then by what they are about, whatever their identifiers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from oracle.calendrier import en_francais
from oracle.dossier import Dossier
from oracle.dossier.arrets import AvisArret
from oracle.dossier.champs import Piece
from oracle.dossier.famille import Conge
from oracle.explication.conges.etude import NOMS
from oracle.explication.langue import pluriel
from oracle.explication.personnes import Personnes
from oracle.explication.pieces import differences, nommer, rapprocher, type_de
from oracle.explication.vocabulaire import Contexte
from oracle.faits import etablir_les_faits, pieces_en_vigueur

_OBJETS: Mapping[str, tuple[str, ...]] = {
    "activite": ("activite",),
    "affiliation": ("regime", "debut"),
    "avis_arret": ("arret", "nature", "debut"),
    "ald": ("ald",),
    "reprise": ("arret",),
    "attestation_salaire": ("arret", "activite"),
    "attestation_temps_partiel": ("arret", "activite", "debut"),
    "mouvement": ("nature", "date", "destinataire"),
    "conge": ("risque",),
    "revenu_independant": ("activite", "annee"),
    "remplacement": ("debut",),
    "deces_enfant": ("date",),
}
"""What a document is about; of two files, those of other types are paired when each has one left."""


@dataclass(frozen=True)
class Changement:
    """A document that one side alone has, or that both have and that differs."""

    avant: Piece | None
    apres: Piece | None


def changements(ici: Dossier, au_ici: date, la: Dossier, au_la: date) -> tuple[Changement, ...]:
    """The documents in force that differ: changed, then known to ``ici`` alone, then known to ``la`` alone."""
    paires, seules_ici, seules_la = rapprocher(
        _pieces_retenues(ici, au_ici),
        _pieces_retenues(la, au_la),
        (_contenu, _contenu),
        (_chaine_dans(ici), _chaine_dans(la)),
        (_objet, _objet),
    )
    for avant in () if ici is la else tuple(seules_ici):
        memes_ici, memes_la = (
            [p for p in seules if type_de(p) == type_de(avant)] for seules in (seules_ici, seules_la)
        )
        if len(memes_ici) == len(memes_la) == 1:
            seules_ici.remove(memes_ici[0])
            seules_la.remove(memes_la[0])
            paires.append((memes_ici[0], memes_la[0]))
    return (
        *(Changement(avant, apres) for avant, apres in paires if _contenu(avant) != _contenu(apres)),
        *(Changement(avant, None) for avant in seules_ici),
        *(Changement(None, apres) for apres in seules_la),
    )


def _pieces_retenues(dossier: Dossier, au: date) -> list[Piece]:
    """The documents that count at ``au``: in force, less the certificates that a later one stands for (R323-10)."""
    faits = etablir_les_faits(dossier, au)
    gardees = {piece.id for piece in (*faits.attestations, *faits.attestations_temps_partiel)}
    return [
        piece
        for piece in pieces_en_vigueur(dossier.pieces, au)
        if isinstance(piece, Piece) and (piece.id in gardees or not type_de(piece).startswith("attestation"))
    ]


def _contenu(piece: Piece) -> object:
    return type_de(piece), piece.model_dump(exclude={"id", "remplace"})


def _objet(piece: Piece) -> object:
    champs = _OBJETS.get(type_de(piece))
    return piece if champs is None else (type_de(piece), *(getattr(piece, champ) for champ in champs))


def _chaine_dans(dossier: Dossier) -> Callable[[Piece], object]:
    """A document and its corrections are one chain, known by the first of them."""
    remplacees = {piece.id: piece.remplace for piece in dossier.pieces if isinstance(piece, Piece)}

    def chaine(piece: Piece) -> object:
        maillons = [piece.id]
        while (precedente := remplacees.get(maillons[-1])) is not None and precedente not in maillons:
            maillons.append(precedente)
        return type_de(piece), maillons[-1]

    return chaine


def dire_les_pieces_recues(dossier: Dossier, depuis: date, au: date, personnes: Personnes) -> list[str]:
    """What was learnt after ``depuis`` and on ``au`` at the latest, in order, and is still in force."""
    contexte = _contexte(personnes, dossier)
    appris = sorted(
        ((_appris_le(dossier, c, depuis, au), c) for c in changements(dossier, depuis, dossier, au)),
        key=lambda x: x[0],
    )
    titre = f"Pièces reçues après le {en_francais(depuis)}, jusqu'au {en_francais(au)}"
    lignes = [ligne for le, c in appris for ligne in _dire_ce_qui_est_appris(le, c, depuis, contexte)]
    return [titre, *lignes] if lignes else []


def _appris_le(dossier: Dossier, changement: Changement, depuis: date, au: date) -> date:
    """The day of the document itself, of the one that withdraws it, or of the one that stands for it."""
    avant, apres = changement.avant, changement.apres
    if apres is not None and apres.recue_le > depuis:
        return apres.recue_le
    quittee = "" if avant is None else avant.id
    return max(
        (
            p.recue_le
            for p in dossier.pieces
            if quittee in (p.annule, getattr(p, "remplace", None)) and p.recue_le <= au
        ),
        default=au,
    )


def _dire_ce_qui_est_appris(
    le: date, changement: Changement, depuis: date, contexte: Contexte
) -> Iterator[str]:
    avant, apres = changement.avant, changement.apres
    quand = f"– Le {en_francais(le)}"
    if avant is None:
        if apres is not None:
            yield f"{quand} : {nommer(apres, contexte, en_detail=True).texte}."
        return
    nom = nommer(avant, contexte, en_detail=apres is None)
    if apres is None:
        yield f"{quand} : retrait {nom.de}."
        return
    if apres.recue_le <= depuis:
        quoi = "retrait d'une correction"
    else:
        quoi = "correction" if apres.remplace is not None else "nouvelle version"
    puces = _puces(differences(avant, apres, contexte, sauf=("recue_le",)))
    yield f"{quand}, {quoi} {nom.de}{' :' if puces else ', sans changement.'}"
    yield from puces


def dire_les_pieces_de_deux_dossiers(
    ici: Dossier, au_ici: date, la: Dossier, au_la: date, personnes: Personnes
) -> list[str]:
    """What differs between two files: the insured, the documents, and how many came too late to count."""
    contexte = _contexte(personnes, ici, la)
    lignes = [f"– Assuré, {ecart}." for ecart in differences(ici.assure, la.assure, contexte)]
    for changement in changements(ici, au_ici, la, au_la):
        avant, apres = changement.avant, changement.apres
        if avant is None or apres is None:
            lequel, seule = ("premier", avant) if apres is None else ("second", apres)
            if seule is not None:
                nom = nommer(seule, contexte, en_detail=True).texte
                lignes.append(f"– Dans le {lequel} dossier seulement : {nom}.")
        else:
            nom = nommer(avant, contexte, en_detail=False).texte
            lignes += [f"– {nom[0].upper()}{nom[1:]} :", *_puces(differences(avant, apres, contexte))]
    tardives = _recues_trop_tard(ici, au_ici, la, au_la)
    if tardives:
        lignes.append(
            f"– {pluriel(tardives, 'pièce')} reçue{'s' if tardives > 1 else ''} après la date du décompte "
            f"diffère{'nt' if tardives > 1 else ''} aussi ; le décompte n'en tient pas compte."
        )
    return ["Ce qui diffère dans les pièces", *lignes] if lignes else []


def _puces(ecarts: Iterator[str]) -> list[str]:
    lignes = [f"  · {ecart} ;" for ecart in ecarts]
    return [*lignes[:-1], f"{lignes[-1].removesuffix(' ;')}."] if lignes else []


def _recues_trop_tard(ici: Dossier, au_ici: date, la: Dossier, au_la: date) -> int:
    """How many documents, received after the date of the décompte, one side alone has."""
    tardives_ici, tardives_la = (
        [piece for piece in dossier.pieces if isinstance(piece, Piece) and piece.recue_le > au]
        for dossier, au in ((ici, au_ici), (la, au_la))
    )
    _, seules_ici, seules_la = rapprocher(tardives_ici, tardives_la, (_contenu, _contenu))
    return max(len(seules_ici), len(seules_la))


def _contexte(personnes: Personnes, *dossiers: Dossier) -> Contexte:
    debuts: dict[str, date] = {}
    conges: dict[str, str] = {}
    for dossier in dossiers:
        for piece in dossier.pieces:
            if isinstance(piece, AvisArret):
                debuts[piece.arret] = min(piece.debut, debuts.get(piece.arret, piece.debut))
            elif isinstance(piece, Conge):
                conges[piece.conge] = NOMS[piece.risque]
    return Contexte(personnes, debuts, conges)
