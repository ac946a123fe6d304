"""From shared days to money: where each payee stands, what levies are taken, what is ordered. Amounts are cents.

Nothing here changes what is due; balances never cross payees.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from oracle import compte, prelevements
from oracle.decompte import Ordre, Prelevement, Solde
from oracle.ecritures import Compte, Position, par_cle, situer, tenir_les_comptes
from oracle.faits import Faits
from oracle.imputations import jours_nommes
from oracle.journal import Journal
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre
from oracle.ordres import ordonner
from oracle.prescription import jours_prescrits, paiements_prescrits
from oracle.repartition import Parts
from oracle.trop_percus import contexte, detailler


@dataclass(frozen=True)
class Reglement:
    """Balances, levies and orders at a date."""

    soldes: tuple[Solde, ...]
    prelevements: tuple[Prelevement, ...]
    ordres: tuple[Ordre, ...]


def regler(faits: Faits, journal: Journal, parts: Parts, au: date) -> Reglement:
    """Where each payee stands at ``au``: days due by then, movements made by then.

    Raises ``DossierInvalide`` when the days a movement names do not add up to its amount.
    """
    vu = contexte(journal, parts, au)
    soldes: list[Solde] = []
    ordres: list[Ordre] = []
    situes: list[tuple[Compte, Position]] = []
    for tenu in tenir_les_comptes(faits, journal, parts, au):
        position = situer(tenu)
        a_reclamer_trop_tard = jours_prescrits(faits, journal, position, au)
        irrecuperables = paiements_prescrits(tenu, position, au)
        verse, acomptes = tenu.verse_et_acomptes
        soldes.append(
            Solde.model_construct(
                destinataire=tenu.patrimoine,
                du=tenu.du,
                verse=verse,
                acomptes=acomptes,
                rappel=position.rappel,
                indu=position.indu,
                rappel_prescrit=sum(a_reclamer_trop_tard.values()),
                indu_prescrit=sum(irrecuperables.values()),
                indus=detailler(tenu, position, vu),
            )
        )
        ordres += ordonner(tenu, position, a_reclamer_trop_tard, irrecuperables, vu)
        situes.append((tenu, position))
    return Reglement(tuple(soldes), prelever(faits, situes), tuple(ordres))


def prelever(faits: Faits, situes: Sequence[tuple[Compte, Position]]) -> tuple[Prelevement, ...]:
    """Levies: one line a payment made, and one without a date for the due that no payment has brought yet.

    An advance carries no levy of its own: the due it covers does, in the line without a date (PAY-ACO-5).
    """
    paiements = [ligne for tenu, position in situes for ligne in _paiements(tenu, position)]
    if not paiements:
        return ()
    du = appliquer(
        prelevements.assujetti, faits.assure.residence_fiscale_france, faits.assure.regime_maladie_francais
    )
    return tuple(_prelevement(paiement, du) for paiement in paiements)


@dataclass(frozen=True)
class _Paiement:
    """What is levied as one payment: cents by day, and the day whose rates apply."""

    paye_le: date | None
    destinataire: str
    montants: Sequence[int]
    taux_au: date


def _paiements(tenu: Compte, position: Position) -> list[_Paiement]:
    lignes = []
    for rang, m in tenu.recus:
        if m.nature == "paiement":
            payes = jours_nommes(m) or tenu.imputation.payes.get(rang, {})
            dernier = max((jour for jour in payes if jour is not None), default=m.date)
            lignes.append(_Paiement(m.date, m.destinataire, list(payes.values()), dernier))
    reste = _pas_encore_paye(tenu, position)
    if reste:
        lignes.append(_Paiement(None, tenu.patrimoine, list(reste.values()), max(tenu.dus)))
    return lignes


def _pas_encore_paye(tenu: Compte, position: Position) -> dict[date, int]:
    """The due that no payment has brought, advances left aside; what payments brought too much is set off, or not."""
    paiements = {rang for rang, m in tenu.recus if m.nature == "paiement"}
    bruts = Counter[date | None]()
    for rang in paiements:
        bruts.update(tenu.imputation.payes.get(rang, {}))
    payes = {cle: min(brut, max(0, tenu.imputation.verses[cle])) for cle, brut in bruts.items()}
    reste = tenu.ce_qui_manque(payes)
    if not position.compensee:
        return reste
    dus, eteints = par_cle(tenu.dus, tenu.cles), tenu.imputation.eteints
    exces = sum(
        max(0, montant - (dus.get(cle, 0) if cle else 0) - eteints.get(cle, 0))
        for cle, montant in payes.items()
    )
    prises = compte.imputer(exces, list(reste.values()))
    return {
        jour: montant - prise
        for (jour, montant), prise in zip(reste.items(), prises, strict=True)
        if montant > prise
    }


def _prelevement(paiement: _Paiement, du: bool) -> Prelevement:
    jours = [(1, montant) for montant in paiement.montants]
    with au_sujet_de(Sujet(None, None, {"jour_indemnise": paiement.taux_au})):
        taux_csg: Fraction = parametre("taux_csg_ij", paiement.taux_au) * du
        taux_crds: Fraction = parametre("taux_crds_ij", paiement.taux_au) * du
        net = appliquer(prelevements.net_d_un_paiement, jours, taux_csg, taux_crds)
        crds = appliquer(prelevements.crds_d_un_paiement, jours, taux_crds)
    brut = sum(paiement.montants)
    return Prelevement.model_construct(
        date=paiement.paye_le,
        destinataire=paiement.destinataire,
        brut=brut,
        csg=brut - net - crds,
        crds=crds,
        net=net,
    )
