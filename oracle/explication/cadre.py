"""What frames any account: what it is about, and what the law is not known to be beyond the horizon."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from oracle import registre
from oracle.calendrier import en_francais
from oracle.dossier.versements import Risque
from oracle.explication.langue import enumerer
from oracle.liquidation import Liquidation

_AU_TITRE: Mapping[Risque, str] = {
    "maladie": "de maladie",
    "maternite": "de maternité",
    "maternite_mere_decedee": "de maternité",
    "paternite": "de paternité",
    "adoption": "d'adoption",
    "naissance_supplementaire": "de congé supplémentaire de naissance",
    "deuil_enfant": "de deuil d'un enfant",
}
"""What benefits are for, in the order they are told."""


def dire_l_objet(*liquidations: Liquidation) -> str:
    """What every account is about, and how its amounts read."""
    plans = [conge.plan for une in liquidations for conge in une.journal.conges]
    risques: set[Risque] = {plan.risque for plan in plans}
    if not plans or any(une.journal.arrets for une in liquidations):
        risques.add("maladie")
    titres = enumerer(list(dict.fromkeys(nom for risque, nom in _AU_TITRE.items() if risque in risques)))
    regime = "des travailleurs indépendants" if any(p.regime == "independant" for p in plans) else "général"
    return (
        f"Indemnités journalières {titres}, régime {regime}. Les montants sont bruts, sauf mention d'un net."
    )


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
