"""How the daily amount is formed: pays month by month, ceiling, daily base, rate, maximum, rounding."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from oracle.calendrier import en_francais
from oracle.explication.etude import Etude, articles_de, nombre_de
from oracle.explication.langue import articles, decimal, egale, enumerer, euros, valeur
from oracle.explication.personnes import Personnes
from oracle.instruction import Calcul
from oracle.loi import Rencontre

_MOITIE = Fraction(1, 2)


def dire_le_montant(etude: Etude, personnes: Personnes, lectures: Mapping[str, str]) -> list[str]:
    """The calculation line by line; nothing when rights are closed."""
    instruction, calcul = etude.instruction, etude.instruction.calcul
    if instruction.six_mois.acquis is False:
        return []
    lignes = ["Montant d'une journée"]
    if instruction.maintien:
        regle = articles(articles_de("salaires.date_du_plafond"))
        lignes.append(
            f"Les salaires sont ceux d'avant la cessation du travail ; le plafond est celui de l'arrêt — {regle}."
        )
    lignes += _plafond(etude, calcul)
    if calcul.base is None or calcul.montant is None:
        manques = enumerer([personnes.manque(manque) for manque in calcul.manques])
        return [*lignes, f"Le montant ne peut pas encore être calculé : il manque {manques}."]
    retenus: Sequence[Fraction] = etude.demandes.dernier("salaires.salaires_plafonnes") or ()
    lignes += _paies(etude, calcul, retenus)
    lignes.append(_base(calcul.base, sum(retenus, Fraction(0)), calcul.diviseur, lectures))
    lignes += _part_et_maximum(etude, calcul.taux)
    regle = articles(articles_de("salaires.indemnite_journaliere"))
    verbe = "tronquée" if lectures.get("arrondi_ij") == "troncature" else "arrondie"
    lignes.append(f"– Indemnité journalière, {verbe} au centime : {euros(calcul.montant)} — {regle}.")
    if instruction.six_mois.acquis is None:
        lignes.append("Ce montant ne sera dû que si les droits s'ouvrent.")
    return lignes


def _plafond(etude: Etude, calcul: Calcul) -> list[str]:
    debut = etude.instruction.interruption.debut
    smic, plafond = euros(calcul.smic_mensuel), egale(calcul.plafond)
    quand = (
        f"SMIC mensuel en vigueur le {en_francais(calcul.date_plafond)} ; multiple des arrêts commencés le"
    )
    regle = articles(articles_de("salaires.plafond_mensuel"))
    lignes = [
        f"– Plafond mensuel : {decimal(calcul.multiplicateur)} × {smic} {plafond} ({quand} {en_francais(debut)}) — {regle}."
    ]
    par_paie = etude.demandes.dernier("salaires.plafond_d_une_paie")
    if par_paie is not None:
        lignes.append(f"– Plafond d'une paie, au prorata de l'année : {valeur(par_paie)}.")
    return lignes


def _paies(etude: Etude, calcul: Calcul, retenus: Sequence[Fraction]) -> list[str]:
    """Each reference pay, and what the ceiling leaves of it; pays without a month are told by rank."""
    plusieurs = len(etude.instruction.releve.attestations) > 1
    titre = "Salaires de référence, tous employeurs réunis" if plusieurs else "Salaires de référence"
    noms = [str(mois) for mois in calcul.mois] or [
        f"paie n° {rang} sur {len(retenus)}" for rang in range(1, len(retenus) + 1)
    ]
    paies = [
        f"– {nom[0].upper()}{nom[1:]} : {euros(salaire)}, {_retenu(Fraction(salaire), retenu)}."
        for nom, salaire, retenu in zip(noms, calcul.salaires, retenus, strict=True)
    ]
    ordre = "" if calcul.mois else ", de la plus ancienne à la plus récente"
    return [f"{titre}{ordre} :", *paies]


def _retenu(salaire: Fraction, retenu: Fraction) -> str:
    return "retenu en entier" if retenu == salaire else f"retenu dans la limite du plafond, {valeur(retenu)}"


def _base(base: Fraction, total: Fraction, diviseur: Fraction, lectures: Mapping[str, str]) -> str:
    exact = total / diviseur
    arrondi = ""
    if exact != base:
        verbe = "tronqué" if lectures.get("arrondi_base") == "troncature" else "arrondi"
        arrondi = f", {verbe} au centime à {euros(base)}"
    regle = articles(articles_de("salaires.gain_journalier_de_base"))
    return f"– Gain journalier de base : {valeur(total)} ÷ {decimal(diviseur)} {egale(exact)}{arrondi} — {regle}."


def _part_et_maximum(etude: Etude, taux: Fraction | None) -> list[str]:
    """The share of the daily base, against the maximum it met last."""
    part = "Moitié" if taux is None or taux == _MOITIE else f"{decimal(taux * 100)} %"
    return [
        f"– {part} du gain journalier : {valeur(nombre_de(rencontre.mesure))} (maximum d'une journée : "
        f"{valeur(nombre_de(rencontre.borne))}, {_limite(rencontre)})."
        for rencontre in etude.demandes.seuils("MAL-IJ.maximum")[-1:]
    ]


def _limite(rencontre: Rencontre) -> str:
    if not rencontre.franchi:
        return "qui s'applique"
    return "atteint sans être dépassé" if rencontre.mesure == rencontre.borne else "non atteint"
