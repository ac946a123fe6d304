"""Leaves the file claims of which no day is left: what holds their days instead, and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from oracle.conges.absences import jours_de_conge
from oracle.dossier.famille import Conge
from oracle.explication.conges.etude import NOMS, EtudeDeConge
from oracle.explication.etude import Cle, Demandes, nombre_de, ranger
from oracle.explication.langue import articles, intervalle, pluriel
from oracle.liquidation import Liquidation


def dire_les_conges_sans_jour(liquidation: Liquidation, etudes: Sequence[EtudeDeConge]) -> list[str]:
    """One sentence a leave of which nothing is told elsewhere."""
    racontes = {piece.id for etude in etudes for piece in etude.pieces}
    lignes = []
    for piece in liquidation.journal.faits.conges:
        if piece.id not in racontes:
            jours = jours_de_conge([piece])
            nom = NOMS[piece.risque]
            dates = intervalle(min(jours), max(jours))
            lignes.append(f"{nom[0].upper()}{nom[1:]} {dates} : {_pourquoi(liquidation, piece, [*jours])}.")
    return lignes


def _pourquoi(liquidation: Liquidation, piece: Conge, pris: Sequence[date]) -> str:
    risques = {jour.risque for jour in liquidation.journal.jours if jour.jour in pris}
    tenus = " et ".join(
        "l'arrêt de maladie" if risque == "maladie" else f"le {NOMS[risque]}" for risque in sorted(risques)
    )
    motifs = ", ".join(_motifs(_demandes(liquidation, piece), liquidation))
    quoi = f"ses jours sont couverts par {tenus}" if tenus else "aucun de ses jours n'est payé"
    return f"{quoi}{f' ; {motifs}' if motifs else ''}"


def _demandes(liquidation: Liquidation, piece: Conge) -> Demandes:
    """What was asked while its calendar was drawn."""
    grossesses = liquidation.journal.faits.grossesses
    prevu = next((g.accouchement_prevu for g in grossesses if g.grossesse == piece.grossesse), None)
    return ranger(liquidation).get(Cle(piece.conge, prevu), Demandes())


def _motifs(demandes: Demandes, liquidation: Liquidation) -> Iterator[str]:
    due = demandes.dernier("famille.perte.maternite_due")
    semaines = demandes.dernier_seuil("MAT-8S.jours")
    if due is False:
        yield f"l'enfant n'atteint pas le seuil de viabilité — {articles(('R331-5',))}"
    elif semaines is not None and not semaines.franchi:
        nombre, exiges = int(nombre_de(semaines.mesure)), int(nombre_de(semaines.borne))
        yield f"{pluriel(nombre, 'jour')} d'arrêt dans le repos sur {exiges} exigés — {articles(('L331-3',))}"
    elif liquidation.journal.abandon is not None:
        yield "les droits à ce congé ne sont pas ouverts"
