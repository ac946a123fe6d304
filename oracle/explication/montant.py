"""How the daily amount is formed: reference pays, ceiling, daily base, rate, maximum, rounding."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from oracle.calendrier import en_francais
from oracle.explication.etude import Etude, articles_de, nombre_de
from oracle.explication.langue import articles, decimal, egale, enumerer, euros, valeur
from oracle.explication.paies_recues import dire_les_paies_tardives
from oracle.explication.personnes import Personnes
from oracle.explication.retablissement import dire_le_retablissement, regle_du_retablissement
from oracle.explication.versions import citer
from oracle.instruction import Calcul
from oracle.loi import Rencontre

_MOITIE = Fraction(1, 2)
_PAIE_RECUE = "MAL-GJB.paie_recue"
_ANNUEL = "salaires.plafond_annuel"
_REDUIT = "salaires.diviseur_reduit"


def dire_le_montant(etude: Etude, personnes: Personnes, lectures: Mapping[str, str]) -> list[str]:
    """The calculation line by line; nothing when rights are closed."""
    instruction, calcul = etude.instruction, etude.instruction.calcul
    if instruction.six_mois.acquis is False:
        return []
    lignes = ["Montant d'une journée", *_d_avant(etude), *_plafond(etude, calcul)]
    if calcul.base is None or calcul.montant is None:
        manques = enumerer([personnes.manque(manque) for manque in calcul.manques])
        return [*lignes, f"Le montant ne peut pas encore être calculé : il manque {manques}."]
    lignes += _paies(etude, calcul, lectures)
    lignes += [*_paies_tardives(etude, lectures), *_diviseur(etude, calcul, lectures)]
    lignes.append(_base(calcul.base, sum(calcul.retenus, Fraction(0)), calcul.diviseur, lectures))
    lignes += _part_et_maximum(etude, calcul)
    regle = articles(articles_de("salaires.indemnite_journaliere"))
    verbe = "tronquée" if lectures.get("arrondi_ij") == "troncature" else "arrondie"
    lignes.append(f"– Indemnité journalière, {verbe} au centime : {euros(calcul.montant)} — {regle}.")
    if instruction.six_mois.acquis is None:
        lignes.append("Ce montant ne sera dû que si les droits s'ouvrent.")
    return lignes


def _d_avant(etude: Etude) -> Iterator[str]:
    """That pay is older than the stop, when it is."""
    instruction = etude.instruction
    suspendu = any(etude.demandes.resultats("salaires.revenu_d_avant_la_cessation"))
    if instruction.maintien or suspendu:
        regle = articles(articles_de("salaires.date_du_plafond"))
        avant = "d'avant le congé" if instruction.conge is not None else "d'avant la cessation du travail"
        yield f"Les salaires sont ceux {avant} ; le plafond est celui de l'arrêt — {regle}."


def _plafond(etude: Etude, calcul: Calcul) -> Iterator[str]:
    debut = etude.instruction.interruption.debut
    smic, plafond = euros(calcul.smic_mensuel), egale(calcul.plafond)
    quand = (
        f"SMIC mensuel en vigueur le {en_francais(calcul.date_plafond)} ; multiple des arrêts commencés le"
    )
    regle = citer(articles_de("salaires.plafond_mensuel"), etude.dates)
    yield f"– Plafond mensuel : {decimal(calcul.multiplicateur)} × {smic} {plafond} ({quand} {en_francais(debut)}) — {regle}."
    par_paie, annuel = (etude.demandes.dernier(f) for f in ("salaires.plafond_d_une_paie", _ANNUEL))
    if par_paie is not None:
        yield f"– Plafond d'une paie, au prorata de l'année : {valeur(par_paie)}."
    if annuel is not None:
        yield f"– Plafond des douze mois, pris ensemble : {valeur(annuel)}."


def _paies(etude: Etude, calcul: Calcul, lectures: Mapping[str, str]) -> list[str]:
    """Each reference pay, whole or rebuilt, and what the ceiling leaves of it; pays without a month are told by rank."""
    plusieurs = len(etude.instruction.releve.attestations) > 1
    titre = "Salaires de référence, tous employeurs réunis" if plusieurs else "Salaires de référence"
    retablis = {detail.mois: dire_le_retablissement(etude, detail) for detail in calcul.details}
    paies = [
        f"– {nom[0].upper()}{nom[1:]} : {percu}{_retenu(Fraction(salaire), retenu)}."
        for nom, percu, salaire, retenu in zip(
            _noms(etude, calcul),
            [retablis[m] for m in calcul.mois if m in retablis] or [euros(s) for s in calcul.salaires],
            calcul.salaires,
            calcul.retenus,
            strict=True,
        )
    ]
    ordre = "" if calcul.mois or len(paies) == 1 else ", de la plus ancienne à la plus récente"
    regle = regle_du_retablissement(etude, lectures)
    retabli = any(detail.cause is not None for detail in calcul.details)
    suite = [f"Un mois incomplet est rétabli avant d'être plafonné — {regle}."] if retabli else []
    return [f"{titre}{ordre} :", *paies, *suite]


def _noms(etude: Etude, calcul: Calcul) -> list[str]:
    if calcul.mois:
        return [str(mois) for mois in calcul.mois]
    if etude.demandes.resultats(_ANNUEL):
        return ["total des douze mois"]
    nombre = len(calcul.retenus)
    return [f"paie n° {rang} sur {nombre}" for rang in range(1, nombre + 1)]


def _retenu(salaire: Fraction, retenu: Fraction) -> str:
    if retenu == salaire:
        return ", retenu en entier" if salaire else ""
    return f", retenu dans la limite du plafond, {valeur(retenu)}"


def _paies_tardives(etude: Etude, lectures: Mapping[str, str]) -> list[str]:
    lignes = dire_les_paies_tardives(etude, _PAIE_RECUE)
    if not lignes:
        return []
    sort = "comptées malgré tout" if lectures.get("salaire_non_verse") == "inclus" else "qui ne comptent pas"
    regle = articles(articles_de("salaires.paie_retenue"))
    return [f"Paies reçues après le début de l'arrêt, {sort} — {regle} :", *lignes]


def _diviseur(etude: Etude, calcul: Calcul, lectures: Mapping[str, str]) -> Iterator[str]:
    """What divides the pays, when it is not the usual figure."""
    reduit = etude.demandes.dernier_appel(_REDUIT)
    if calcul.jours_deduits and reduit is not None:
        entier, deduits = reduit.arguments
        regle = articles(articles_de("retablissement.mois_retabli"))
        yield (
            f"– Diviseur : {decimal(Fraction(entier))} jours, moins {deduits} indemnisés ou d'absence admise sur les douze mois = "
            f"{decimal(calcul.diviseur)} — {regle}."
        )
    elif calcul.diviseur not in etude.demandes.resultats("salaires.diviseur"):
        yield (
            f"– Diviseur : {decimal(calcul.diviseur)} jours, ceux que ces salaires rémunèrent ; aucun mois n'est rétabli ni "
            f"plafonné — {regle_du_retablissement(etude, lectures)}."
        )


def _base(base: Fraction, total: Fraction, diviseur: Fraction, lectures: Mapping[str, str]) -> str:
    exact = total / diviseur
    arrondi = ""
    if exact != base:
        verbe = "tronqué" if lectures.get("arrondi_base") == "troncature" else "arrondi"
        arrondi = f", {verbe} au centime à {euros(base)}"
    regle = articles(articles_de("salaires.gain_journalier_de_base"))
    return f"– Gain journalier de base : {valeur(total)} ÷ {decimal(diviseur)} {egale(exact)}{arrondi} — {regle}."


def _part_et_maximum(etude: Etude, calcul: Calcul) -> list[str]:
    """The share of the daily base, against the maximum it met."""
    part = "Moitié" if calcul.taux is None or calcul.taux == _MOITIE else f"{decimal(calcul.taux * 100)} %"
    la_part = None if calcul.base is None or calcul.taux is None else calcul.base * calcul.taux
    rencontres = [r for r in etude.demandes.seuils("MAL-IJ.maximum") if r.mesure == la_part]
    return [
        f"– {part} du gain journalier : {valeur(nombre_de(rencontre.mesure))} (maximum d'une journée : "
        f"{valeur(nombre_de(rencontre.borne))}, {_limite(rencontre)})."
        for rencontre in rencontres[-1:]
    ]


def _limite(rencontre: Rencontre) -> str:
    if not rencontre.franchi:
        return "qui s'applique"
    return "atteint sans être dépassé" if rencontre.mesure == rencontre.borne else "non atteint"
