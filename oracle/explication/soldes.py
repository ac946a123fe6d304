"""Where one payee stands: what was paid, what remains for which days, what must be given back and why, what is barred."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from oracle.calendrier import en_francais, nb_jours
from oracle.decompte import IndusDetail, Ordre, Prelevement, Solde
from oracle.explication.etude import articles_de, jour_de
from oracle.explication.langue import articles, enumerer, euros, intervalle
from oracle.explication.personnes import Personnes, par_jour
from oracle.liquidation import Liquidation

_PATRIMOINE_DE_L_ASSURE = ("assure", "heritiers", "delegataire")


def dire_un_solde(solde: Solde, liquidation: Liquidation, personnes: Personnes) -> list[str]:
    """The balance, then one line a payment, a rest, an overpayment, a limitation."""
    decompte = liquidation.decompte
    prelevements = [p for p in decompte.prelevements if _est_de(p.destinataire, solde)]
    ordres = [o for o in decompte.ordres if _est_de(o.destinataire, solde)]
    entamee = any(p.date is not None for p in prelevements) or bool(solde.acomptes)
    return [
        _dire_le_solde(solde, personnes),
        *(_dire_un_paiement(p, personnes) for p in prelevements if p.date is not None),
        *(
            _dire_le_reste(o, personnes)
            for o in ordres
            if o.nature != "indu" and _a_detailler(solde, entamee)
        ),
        *(_dire_le_net(p, personnes, entamee) for p in prelevements if p.date is None),
        *_dire_le_rappel_prescrit(solde, liquidation),
        *(_dire_un_indu(indu, personnes) for indu in solde.indus),
        *_dire_les_indus_reclames(solde, [o for o in ordres if o.nature == "indu"], personnes),
        *_dire_l_indu_prescrit(solde),
    ]


def _est_de(destinataire: str, solde: Solde) -> bool:
    """Heirs and whoever collects for the insured have the account of the insured."""
    if destinataire in _PATRIMOINE_DE_L_ASSURE:
        return solde.destinataire in _PATRIMOINE_DE_L_ASSURE
    return destinataire == solde.destinataire


def _a_detailler(solde: Solde, entamee: bool) -> bool:
    """The days of the rest are told when they are not simply all the days that are due."""
    return entamee or bool(solde.rappel_prescrit)


def _dire_le_solde(solde: Solde, personnes: Personnes) -> str:
    nom = personnes.nommer(solde.destinataire)
    verse = f"déjà versé {euros(solde.verse)}"
    if solde.acomptes:
        verse += f" et {euros(solde.acomptes)} d'acomptes"
    restes = [f"reste à verser {euros(solde.rappel)}"] if solde.rappel or not solde.indu else []
    restes += [f"trop-perçu {euros(solde.indu)}"] if solde.indu else []
    regle = articles(articles_de("compte.rappel"))
    return f"– {nom[0].upper()}{nom[1:]} : dû {euros(solde.du)}, {verse}, {', '.join(restes)} — {regle}."


def _dire_un_paiement(paiement: Prelevement, personnes: Personnes) -> str:
    assert paiement.date is not None  # noqa: S101  # told apart by the caller; kept for the type checker
    return f"– Payé {personnes.a(paiement.destinataire)} le {en_francais(paiement.date)} : {_net(paiement)}."


def _dire_le_net(reste: Prelevement, personnes: Personnes, entamee: bool) -> str:
    """The levies on what no payment has brought, taken as one payment."""
    quoi = ", sur ce qu'aucun paiement n'a encore réglé" if entamee else ""
    return f"– Net {personnes.a(reste.destinataire)}{quoi} : {_net(reste)}."


def _net(prelevement: Prelevement) -> str:
    regle = articles(articles_de("prelevements.assujetti"))
    brut = euros(prelevement.brut)
    if not prelevement.csg and not prelevement.crds:
        return f"{euros(prelevement.net)}, sans CSG ni CRDS sur {brut} bruts — {regle}"
    return (
        f"{brut} − {euros(prelevement.csg)} de CSG − {euros(prelevement.crds)} de CRDS = "
        f"{euros(prelevement.net)} — {regle}"
    )


def _dire_le_reste(ordre: Ordre, personnes: Personnes) -> str:
    lignes = [_dire_une_ligne(ligne) for ligne in ordre.lignes if "debut" in ligne]
    soit = f", soit {enumerer(lignes)}" if lignes else ""
    return f"– À verser {personnes.a(ordre.destinataire)} : {euros(ordre.montant)}{soit}."


def _dire_une_ligne(ligne: Mapping[str, Any]) -> str:
    """``32,88 € par jour du 18 au 20 septembre 2024``."""
    debut, fin = date.fromisoformat(ligne["debut"]), date.fromisoformat(ligne["fin"])
    montant = euros(Fraction(ligne["montant_journalier"]) * 100)
    return f"{montant}{par_jour(nb_jours(debut, fin))} {intervalle(debut, fin)}"


def _dire_le_rappel_prescrit(solde: Solde, liquidation: Liquidation) -> list[str]:
    if not solde.rappel_prescrit:
        return []
    rencontres = [r for r in liquidation.trace.rencontres if r.seuil == "MAL-PRESC.rappel" and r.franchi]
    limites = sorted({jour_de(rencontre.borne) for rencontre in rencontres})
    quand = (
        f"le {en_francais(limites[0])}"
        if len(limites) == 1
        else f"au plus tard le {en_francais(limites[-1])}"
    )
    phrase = (
        f"– Sur ce reste, {euros(solde.rappel_prescrit)} ne peuvent plus être réclamés : le délai de deux ans, qui court du "
        f"premier jour du trimestre suivant, s'est achevé {quand} — {articles(['L332-1'])}."
    )
    return [phrase]


def _dire_un_indu(indu: IndusDetail, personnes: Personnes) -> str:
    le = f" le {en_francais(indu.paye_le)}" if indu.paye_le else ""
    jours = enumerer([intervalle(j.debut, j.fin) for j in indu.jours])
    motif = f"{jours} ({indu.motif})" if jours else f"{indu.motif}"
    regle = articles(articles_de("compte.cause_de_l_indu"))
    nom = personnes.nommer(indu.debiteur)
    return f"– Reçu en trop par {nom}{le} : {euros(indu.montant)}, {motif} — {regle}."


def _dire_les_indus_reclames(solde: Solde, reclames: Sequence[Ordre], personnes: Personnes) -> list[str]:
    """Who must give back what; then what is overpaid today and may prove due, which nobody is asked for."""
    regle = articles(articles_de("compte.debiteur"))
    lignes = [
        f"– À rendre par {personnes.nommer(o.destinataire)} : {euros(o.montant)} — {regle}." for o in reclames
    ]
    attend = solde.indu - sum(o.montant for o in reclames) - (solde.indu_prescrit or 0)
    if attend > 0:
        phrase = (
            f"– Sur ce trop-perçu, {euros(attend)} ne sont pas réclamés : des jours sont à venir ou restent en attente, "
            "qui peuvent les absorber."
        )
        lignes.append(phrase)
    return lignes


def _dire_l_indu_prescrit(solde: Solde) -> list[str]:
    if not solde.indu_prescrit:
        return []
    phrase = (
        f"– Sur ce trop-perçu, {euros(solde.indu_prescrit)} ne peuvent plus être récupérés : plus de deux ans ont passé depuis "
        f"le paiement, sans lettre recommandée envoyée à temps — {articles(articles_de('compte.indu_prescrit'))}."
    )
    return [phrase]
