"""What frames any account: what it is about, and what the law is not known to be beyond the horizon."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from oracle import registre
from oracle.calendrier import en_francais
from oracle.explication.langue import enumerer

OBJET = "Indemnités journalières de maladie, régime général. Les montants sont bruts, sauf mention d'un net."
"""What every account is about, and how its amounts read."""


def dire_l_horizon(au_dela: Mapping[str, date]) -> list[str]:
    """What was applied beyond the day up to which the law is known, as a trace keeps it."""
    lignes = []
    for jour, groupe in groupby(sorted(au_dela.items(), key=lambda x: x[1]), key=lambda x: x[1]):
        points = [
            registre.PAR_ID[nom].titre if nom in registre.PAR_ID else nom.split(" (")[0] for nom, _ in groupe
        ]
        sujets = enumerer([f"« {point} »" for point in dict.fromkeys(points)])
        lignes.append(f"– Au {en_francais(jour)} : {sujets}.")
    return ["Droit non connu à ces dates ; le calcul suppose le droit inchangé", *lignes] if lignes else []
