"""What is ordered at a date, given the movements known: to pay, to pay the rest, to claim back. Amounts are cents."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from oracle import compte
from oracle.calendrier import jours
from oracle.decompte import Ordre
from oracle.dossier.champs import ecrire_centiemes
from oracle.ecritures import Compte, Position
from oracle.imputations import Poste
from oracle.loi import appliquer
from oracle.trop_percus import Contexte, du_au, motif, suites

Titre = tuple[str, str, str]
"""On what ground a day is paid: stop, risk, scheme."""


def ordonner(
    tenu: Compte,
    position: Position,
    a_reclamer_trop_tard: Mapping[date, int],
    irrecuperables: Mapping[Poste, int],
    vu: Contexte,
) -> list[Ordre]:
    """At most one order to pay and, for each debtor, one to claim back; none for nothing, none for what is time-barred.

    Nothing is claimed back for days still to come or to be decided: a payment in advance, or an advance, may prove due.
    """
    return [
        *_a_payer(tenu, position, a_reclamer_trop_tard, vu),
        *_a_reclamer(tenu, _certains(tenu, position, irrecuperables, vu), vu),
    ]


def _a_payer(
    tenu: Compte, position: Position, a_reclamer_trop_tard: Mapping[date, int], vu: Contexte
) -> list[Ordre]:
    montants = {
        jour: montant for jour, montant in position.manques.items() if jour not in a_reclamer_trop_tard
    }
    sans_jour = position.rappel - sum(position.manques.values())
    total = sum(montants.values()) + sans_jour
    if not total:
        return []
    lignes = _lignes(tenu, montants, vu)
    motifs = []
    if montants:
        motifs.append(f"{'reste dû' if tenu.recus else 'indemnités dues'} {du_au(suites(montants))}")
    if sans_jour:
        lignes.append({"montant": ecrire_centiemes(sans_jour)})
        motifs.append("somme rendue en trop")
    return [
        Ordre.model_construct(
            date=vu.au,
            destinataire=tenu.patrimoine,
            nature="rappel" if tenu.recus else "paiement",
            montant=total,
            lignes=tuple(lignes),
            motif=" ; ".join(motifs),
        )
    ]


def _a_reclamer(tenu: Compte, certains: Mapping[Poste, int], vu: Contexte) -> list[Ordre]:
    par_debiteur: dict[str, dict[Poste, int]] = {}
    for poste, montant in certains.items():
        debiteur = appliquer(compte.debiteur, tenu.mouvements[poste[0]].destinataire)
        par_debiteur.setdefault(debiteur, {})[poste] = montant
    return [_reclamer(tenu, debiteur, postes, vu) for debiteur, postes in sorted(par_debiteur.items())]


def _reclamer(tenu: Compte, debiteur: str, postes: Mapping[Poste, int], vu: Contexte) -> Ordre:
    """One claim; a sum that no day holds is on a line of its own, with the payment it comes from."""
    montants = Counter[date]()
    sans_jour = []
    for (rang, jour), montant in postes.items():
        if jour is None:
            sans_jour.append({"paiement": tenu.mouvements[rang].id, "montant": ecrire_centiemes(montant)})
        else:
            montants[jour] += montant
    return Ordre.model_construct(
        date=vu.au,
        destinataire=debiteur,
        nature="indu",
        montant=sum(postes.values()),
        lignes=(*_lignes(tenu, montants, vu), *sans_jour),
        motif=motif(tenu, vu, postes),
    )


def _certains(
    tenu: Compte, position: Position, irrecuperables: Mapping[Poste, int], vu: Contexte
) -> dict[Poste, int]:
    """What may be claimed back now: neither time-barred, nor on days to come or to be decided.

    Money on no day waits as long as a day is to be decided; otherwise, for what the days to come will owe.
    """
    en_attente = {jour for jour, statut in vu.statuts.items() if statut == "en_attente"}
    deja_paye = sum(montant for (_, jour), montant in position.trop_percus.items() if jour in tenu.a_venir)
    sans_jour, des_jours = max(0, sum(tenu.a_venir.values()) - deja_paye), {**tenu.a_venir}
    certains: dict[Poste, int] = {}
    for poste, montant in position.trop_percus.items():
        jour = poste[1]
        if poste in irrecuperables or jour in en_attente or (jour is None and en_attente):
            continue
        attendu = min(montant, sans_jour if jour is None else des_jours.get(jour, 0))
        if jour is None:
            sans_jour -= attendu
        else:
            des_jours[jour] = des_jours.get(jour, 0) - attendu
        if montant > attendu:
            certains[poste] = montant - attendu
    return certains


def _lignes(tenu: Compte, montants: Mapping[date, int], vu: Contexte) -> list[dict[str, Any]]:
    """Runs of days of one amount and one ground, as a movement names them."""
    titres = _titres(tenu, vu)
    groupes: dict[tuple[Titre, int], list[date]] = {}
    for jour, montant in montants.items():
        groupes.setdefault((titres[jour], montant), []).append(jour)
    lignes = [
        (debut, fin, titre, montant)
        for (titre, montant), siens in groupes.items()
        for debut, fin in suites(siens)
    ]
    return [
        {
            "debut": debut.isoformat(),
            "fin": fin.isoformat(),
            "arret": arret,
            "risque": risque,
            "regime": regime,
            "montant_journalier": ecrire_centiemes(montant),
        }
        for debut, fin, (arret, risque, regime), montant in sorted(lignes)
    ]


def _titres(tenu: Compte, vu: Contexte) -> Mapping[date, Titre]:
    """The stop of each day, as decided; of a day no stop covers, as the movements name it."""
    nommes: dict[date, Titre] = {
        jour: (ligne.arret, ligne.risque, ligne.regime)
        for m in tenu.mouvements
        for ligne in m.lignes
        for jour in jours(ligne.debut, ligne.fin)
    }
    forfaits: dict[date, Titre] = {
        forfait.jour: (conge.plan.arrets[0], conge.plan.risque, conge.plan.regime)
        for forfait in vu.journal.forfaits
        for conge in vu.journal.conges[:1]
    }
    return {**nommes, **forfaits, **{j.jour: (j.arret, j.risque, j.regime) for j in vu.journal.jours}}
