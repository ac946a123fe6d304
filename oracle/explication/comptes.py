"""What each payee was due, has received, will receive, and what is withheld; where the counters stand."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.calendrier import en_francais
from oracle.explication.etude import Etude, articles_de, nombre_de
from oracle.explication.langue import articles, pluriel
from oracle.explication.personnes import Personnes
from oracle.explication.soldes import dire_un_solde
from oracle.liquidation import Liquidation


def dire_les_comptes(
    liquidation: Liquidation, etudes: Sequence[Etude], personnes: Personnes, au: date
) -> list[str]:
    """Each payee's balance and net at ``au``, then the counters."""
    decompte = liquidation.decompte
    lignes = [f"Comptes au {en_francais(au)}"]
    attente = any(p.statut == "en_attente" and p.debut <= au for p in decompte.periodes)
    if not decompte.soldes:
        lignes.append("– Rien n'est encore dû à personne." if attente else "– Rien n'est dû à personne.")
    for solde in decompte.soldes:
        lignes += dire_un_solde(solde, liquidation, personnes)
    if liquidation.trace.lectures.get("compensation_meme_destinataire") == "oui":
        lignes.append(
            "– Ce qu'un destinataire a reçu en trop pour certains jours est compensé avec ce qui lui reste dû pour d'autres."
        )
    if attente:
        lignes.append("– Des jours restent en attente : ces comptes ne les comprennent pas.")
    return [*lignes, *_compteurs(liquidation, etudes, au)]


def _compteurs(liquidation: Liquidation, etudes: Sequence[Etude], au: date) -> list[str]:
    compteurs = liquidation.decompte.compteurs
    if compteurs is None:
        return []
    lignes = []
    if compteurs.ij_3_ans is not None and (compteurs.ij_3_ans or etudes or not liquidation.journal.conges):
        maximum = _maximum(etudes)
        sur = f", pour un maximum de {int(maximum)}" if maximum else ""
        lignes.append(
            f"– Compteur : {pluriel(compteurs.ij_3_ans, 'indemnité')} hors affection de longue durée sur les trois ans qui "
            f"s'achèvent le {en_francais(au)}{sur} — {articles(articles_de('maladie.dans_la_limite_de_360'))}."
        )
    for ald, fin in compteurs.fin_ald.items():
        laquelle = _premier_arret(ald, etudes) if len(compteurs.fin_ald) > 1 else ""
        verbe = "ont pris fin" if fin < au else "s'achèvent"
        regle = articles(articles_de("maladie.dans_la_periode_ald"))
        lignes.append(
            f"– Les trois ans de l'affection de longue durée{laquelle} {verbe} le {en_francais(fin)} — {regle}."
        )
    return lignes


def _maximum(etudes: Sequence[Etude]) -> Fraction | None:
    """The maximum that the days met, if any met it."""
    for etude in etudes:
        for journee in etude.journees:
            for rencontre in journee.demandes.seuils("MAL-360.maximum"):
                return nombre_de(rencontre.borne)
    return None


def _premier_arret(ald: str, etudes: Sequence[Etude]) -> str:
    """A condition told from the others by its first notice: its identifier is for machines."""
    debuts = [
        avis.debut for etude in etudes for avis in etude.instruction.interruption.avis if avis.ald == ald
    ]
    return f" prescrite pour la première fois à compter du {en_francais(min(debuts))}" if debuts else ""
