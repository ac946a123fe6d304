"""The oracle as an engine: it answers the protocol on standard input and output, one line a message.

With ``--faute ID`` it answers as the named fault would. Run as ``python -m sut_adapters.moteurs.etalon``.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, TextIO

from pydantic import BaseModel, ValidationError

from oracle.dossier import DossierInvalide, lire_dossier
from oracle.lectures import LECTURES
from oracle.liquidation import liquider_en_detail
from oracle.loi import Variante
from oracle.perimetre import FAMILLES_COUVERTES, PIECES_COUVERTES, HorsChamp
from sut_adapters.moteurs.fautes import PAR_ID
from sut_adapters.protocol import (
    ByeRequest,
    ByeResponse,
    Capacites,
    Demande,
    Erreur,
    HelloRequest,
    HelloResponse,
    LiquiderRequest,
    LiquiderResponse,
    Motif,
    Periode,
    Reponse,
)
from sut_adapters.wire import BadMessage, decode, encode

CAPACITES = Capacites(
    familles=FAMILLES_COUVERTES,
    periode=Periode.model_validate({"debut": "2023-01-01", "fin": "2026-12-31"}),
    pieces=PIECES_COUVERTES,
    champs_rendus=(
        "decisions",
        "periodes",
        "taux",
        "bases",
        "compteurs",
        "forfaits",
        "soldes",
        "prelevements",
        "ordres",
    ),
    lectures={nom: tuple(lecture.valeurs) for nom, lecture in LECTURES.items() if nom != "droit_constant"},
    historique="complet",
)


def repondre(demande: Demande, lectures: Mapping[str, str], variante: Variante) -> Reponse:
    """Answer one case: a décompte, a refusal, or the avowal that the dossier is out of reach."""
    try:
        detail = liquider_en_detail(lire_dossier(demande.dossier), demande.au, lectures, variante)
    except DossierInvalide as refus:
        return Reponse(cas=demande.cas, refus=Motif(motif=str(refus)))
    except HorsChamp as motif:
        return Reponse(cas=demande.cas, hors_champ=Motif(motif=str(motif)))
    return Reponse(cas=demande.cas, resultat=detail.decompte.model_dump(mode="json", exclude_none=True))


def servir(entree: Iterable[str], sortie: TextIO, faute: str | None = None) -> None:
    """Answer messages until ``bye`` or the end of input; a bad message gets an error line, never a crash."""
    variante = PAR_ID[faute].variante if faute else Variante()
    nom = f"faute:{faute}" if faute else "etalon"
    for ligne in entree:
        if not ligne.strip():
            continue
        try:
            message = decode(ligne)
            reponse, fini = _traiter(message, nom, variante)
        except (BadMessage, ValidationError) as erreur:
            print(f"étalon: message not understood: {erreur}", file=sys.stderr, flush=True)
            sortie.write(encode({"seq": -1, "erreur": "message not understood"}) + "\n")
            sortie.flush()
            continue
        sortie.write(encode(reponse.model_dump(mode="json", exclude_none=True)) + "\n")
        sortie.flush()
        if fini:
            return


def _traiter(message: Any, nom: str, variante: Variante) -> tuple[BaseModel, bool]:
    op = message.get("op") if isinstance(message, dict) else None
    if op == "hello":
        hello = HelloRequest.model_validate(message)
        return HelloResponse(
            seq=hello.seq, nom=nom, version=version("etalon"), protocole=1, capacites=CAPACITES
        ), False
    if op == "bye":
        return ByeResponse(seq=ByeRequest.model_validate(message).seq), True
    demande = LiquiderRequest.model_validate(message)
    reponses = []
    for une in demande.dossiers:
        try:
            reponses.append(repondre(une, demande.lectures, variante))
        except Exception as erreur:  # an engine answers for every case, even when it breaks
            reponses.append(Reponse(cas=une.cas, erreur=Erreur(message=f"{type(erreur).__name__}: {erreur}")))
    return LiquiderResponse(seq=demande.seq, reponses=tuple(reponses)), False


def main() -> None:
    """Command line of the engine."""
    parser = argparse.ArgumentParser(prog="python -m sut_adapters.moteurs.etalon", description=__doc__)
    parser.add_argument("--faute", choices=sorted(PAR_ID), help="answer as this named fault would")
    servir(sys.stdin, sys.stdout, parser.parse_args().faute)


if __name__ == "__main__":
    main()
