"""What the oracle covers today, and how it declines the rest: a refusal that names the document, never a guess."""

from collections.abc import Iterable
from typing import Literal

from oracle.dossier import UnePiece
from oracle.dossier.activites import Activite, Affiliation
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationSalaire
from oracle.dossier.famille import Conge, Grossesse
from oracle.dossier.versements import RepriseHistorique

PIECES_COUVERTES = (
    "activite",
    "affiliation",
    "chomage",
    "periode_assimilee",
    "conge_famille",
    "detention",
    "avis_arret",
    "avertissement_envoi_tardif",
    "decision_envoi_apres_fin",
    "ald",
    "avis_medical",
    "manquement",
    "reprise",
    "reeducation",
    "pension",
    "deces_enfant",
    "attestation_salaire",
    "attestation_temps_partiel",
    "mouvement",
    "notification_indu",
    "reclamation",
    "reprise_historique",
    "grossesse",
    "naissance",
    "deces_mere",
    "adoption",
    "conge",
    "revenu_independant",
    "remplacement",
)

Famille = Literal["maladie", "maternite", "paternite", "adoption", "naissance"]
FAMILLES_COUVERTES: tuple[Famille, ...] = ("maladie", "maternite", "paternite", "adoption", "naissance")


class HorsChamp(Exception):  # noqa: N818  # an answer of the protocol, not a failure
    """The dossier holds something the oracle does not decide yet; ``champ`` says where, ``motif`` says what."""

    def __init__(self, champ: str, motif: str) -> None:
        self.champ, self.motif = champ, motif
        super().__init__(f"{champ} : {motif}")


def verifier_le_perimetre(pieces: Iterable[UnePiece]) -> None:
    """Raise ``HorsChamp`` at the first document, or field of a document, that the oracle does not decide."""
    connues = list(pieces)
    for piece in connues:
        ou = f"pieces[{piece.id}]"
        if piece.type not in PIECES_COUVERTES:
            raise HorsChamp(ou, f"les pièces « {piece.type} » ne sont pas encore prises en compte")
        for champ, motif in _details(piece):
            raise HorsChamp(f"{ou}.{champ}", motif)
    _une_seule_nature_d_activite(connues)
    _naissance_supplementaire_d_un_independant(connues)


def _une_seule_nature_d_activite(pieces: Iterable[UnePiece]) -> None:
    natures = {piece.nature: piece for piece in pieces if isinstance(piece, Activite)}
    if len(natures) > 1:
        raise HorsChamp(
            f"pieces[{natures['independant'].id}].nature",
            "une activité indépendante à côté d'une activité salariée n'est pas encore prise en compte",
        )


def _naissance_supplementaire_d_un_independant(pieces: Iterable[UnePiece]) -> None:
    connues = list(pieces)
    if not any(isinstance(piece, Activite) and piece.nature == "independant" for piece in connues):
        return
    for piece in connues:
        if isinstance(piece, Conge) and piece.risque == "naissance_supplementaire":
            raise HorsChamp(
                f"pieces[{piece.id}].risque",
                "le décret qui fixe l'indemnité de naissance supplémentaire des indépendants (L623-2) n'a pas été lu",
            )


def _details(piece: UnePiece) -> Iterable[tuple[str, str]]:
    if isinstance(piece, Activite) and piece.nature == "mandat_local":
        yield "nature", "l'indemnité d'un mandat local n'est pas encore prise en compte"
    if isinstance(piece, Affiliation) and piece.regime not in ("general", "independant"):
        yield "regime", "la coordination avec un autre régime n'est pas encore prise en compte"
    if isinstance(piece, AvisArret):
        yield from _details_d_un_avis(piece)
    if isinstance(piece, AttestationSalaire):
        yield from _details_d_une_attestation(piece)
    if isinstance(piece, RepriseHistorique):
        yield from _details_d_une_reprise(piece)
    if isinstance(piece, Grossesse) and piece.exposition_des:
        yield (
            "exposition_des",
            "le congé des femmes exposées au diéthylstilbestrol n'est pas encore pris en compte",
        )


def _details_d_un_avis(avis: AvisArret) -> Iterable[tuple[str, str]]:
    if avis.risque == "accident":
        yield "risque", f"le risque « {avis.risque} » n'est pas encore pris en compte"
    if avis.accident is not None:
        yield "accident", "les arrêts liés à un accident ne sont pas encore pris en compte"


def _details_d_une_attestation(attestation: AttestationSalaire) -> Iterable[tuple[str, str]]:
    if attestation.risque == "accident":
        yield "risque", "les attestations pour accident ne sont pas encore prises en compte"
    for rang, subrogation in enumerate(attestation.subrogations):
        if subrogation.avantages_nature is not None:
            yield (
                f"subrogations[{rang}].avantages_nature",
                "les avantages en nature maintenus ne sont pas encore pris en compte",
            )


def _details_d_une_reprise(reprise: RepriseHistorique) -> Iterable[tuple[str, str]]:
    for champ in (
        "carences_servies",
        "compteurs",
        "indus_ouverts",
        "acomptes_non_imputes",
        "avertissements",
        "bases_gelees",
    ):
        if getattr(reprise, champ):
            yield champ, "seuls les jours indemnisés repris d'un ancien moteur sont pris en compte"
    for rang, ligne in enumerate(reprise.lignes):
        if ligne.risque != "maladie" or ligne.accident is not None:
            yield (
                f"lignes[{rang}]",
                "seuls les jours de maladie repris d'un ancien moteur sont pris en compte",
            )
