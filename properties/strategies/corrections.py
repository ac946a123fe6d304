"""What happens to any file on its way: documents corrected, withdrawn, sent twice, late, or not in order."""

from copy import deepcopy
from datetime import date
from typing import Any

from oracle.calendrier import plus_jours
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon, une_fois_sur
from properties.strategies.plan import montant

Json = dict[str, Any]
_JOURS_DE_TROP, _UN_AN = 5, 366

_RECTIFIABLES = (
    "attestation_salaire",
    "avis_arret",
    "attestation_temps_partiel",
    "activite",
    "chomage",
    "ald",
    "conge",
    "naissance",
    "grossesse",
    "revenu_independant",
)
_A_DOUBLER = ("attestation_salaire", "avis_arret", "conge", "naissance")
_A_RETARDER = (
    "attestation_salaire",
    "attestation_temps_partiel",
    "ald",
    "chomage",
    "affiliation",
    "pension",
    "conge",
    "naissance",
)


def troubler(hasard: Hasard, enveloppe: Enveloppe, dossier: Json) -> Json:
    """The same file with one or two accidents of its history; the documents in force may differ from the first ones."""
    if not enveloppe.historique:
        return dossier
    if _sur_papier_simple(dossier) and une_fois_sur(hasard, 2):
        dossier = _original_recu(hasard, dossier)
    if not une_fois_sur(hasard, 5):
        return dossier
    geste = selon(hasard, (4, _corriger), (2, _doubler), (2, _retirer), (2, _retarder), (3, _melanger))
    dossier = geste(hasard, enveloppe, dossier)
    return _melanger(hasard, enveloppe, dossier) if une_fois_sur(hasard, 2) else dossier


def _jour(piece: Json) -> date:
    return date.fromisoformat(piece["recue_le"])


def _suivant(dossier: Json) -> str:
    return f"p{len(dossier['pieces']) + 1}"


def _avec(dossier: Json, *pieces: Json) -> Json:
    return {**dossier, "pieces": [*dossier["pieces"], *pieces]}


def _plus_tard(hasard: Hasard, piece: Json) -> str:
    return plus_jours(_jour(piece), hasard.entier(1, 60)).isoformat()


def _sur_papier_simple(dossier: Json) -> bool:
    return any(piece.get("support") == "papier_non_securise" for piece in dossier["pieces"])


def _original_recu(hasard: Hasard, dossier: Json) -> Json:
    (simple,) = [p for p in dossier["pieces"] if p.get("support") == "papier_non_securise"][:1]
    recue_le = _plus_tard(hasard, simple)
    original = {**simple, "id": _suivant(dossier), "recue_le": recue_le, "remplace": simple["id"]}
    return _avec(dossier, original | {"support": "papier"})


def _changer(hasard: Hasard, enveloppe: Enveloppe, piece: Json) -> Json:
    """The same document with a plausible mistake, or its correction."""
    autre = deepcopy(piece)
    if autre.get("paies"):
        paie = parmi(hasard, autre["paies"])
        paie["brut"] = montant(hasard.entier(0, 40) * 100_00)
    elif piece["type"] == "avis_arret":
        fin = plus_jours(
            date.fromisoformat(piece["fin"]),
            hasard.entier(-3, _JOURS_DE_TROP if enveloppe.duree_max_jours > _UN_AN else 0),
        )
        autre["fin"] = max(date.fromisoformat(piece["debut"]), fin).isoformat()
    elif piece["type"] == "attestation_temps_partiel":
        autre["salaire_percu"] = montant(hasard.entier(0, 20) * 100_00)
    elif piece["type"] == "chomage":
        autre["indemnise"] = not piece["indemnise"]
    elif piece["type"] == "naissance":
        autre["date"] = _decale(hasard, piece["date"])
    elif piece["type"] == "grossesse":
        autre["accouchement_prevu"] = _decale(hasard, piece["accouchement_prevu"])
    elif piece["type"] == "conge":
        derniere = autre["periodes"][-1]
        derniere["fin"] = max(derniere["debut"], _decale(hasard, derniere["fin"]))
    elif piece["type"] == "revenu_independant":
        autre["revenu"] = montant(hasard.entier(0, 40) * 1000_00)
    return autre


def _decale(hasard: Hasard, jour: str) -> str:
    return plus_jours(date.fromisoformat(jour), selon(hasard, (2, 1), (1, -1), (1, 7), (1, -10))).isoformat()


def _corriger(hasard: Hasard, enveloppe: Enveloppe, dossier: Json) -> Json:
    """One document says something else first, then is replaced; perhaps twice, or the replacement is withdrawn."""
    rang = _un_rang(hasard, dossier, _RECTIFIABLES)
    bonne = dossier["pieces"][rang]
    recue_le = _plus_tard(hasard, bonne)
    correction = {**bonne, "id": _suivant(dossier), "recue_le": recue_le, "remplace": bonne["id"]}
    pieces = [*dossier["pieces"]]
    pieces[rang] = _changer(hasard, enveloppe, bonne)
    rendu = _avec({**dossier, "pieces": pieces}, correction)
    if selon(hasard, (3, False), (1, True)):
        retrait = {"id": _suivant(rendu), "type": bonne["type"], "recue_le": _plus_tard(hasard, correction)}
        return _avec(rendu, {**retrait, "annule": correction["id"]})
    if selon(hasard, (3, False), (1, True)):
        encore = _changer(hasard, enveloppe, correction) | {
            "id": _suivant(rendu),
            "remplace": correction["id"],
        }
        return _avec(rendu, encore | {"recue_le": _plus_tard(hasard, correction)})
    return rendu


def _doubler(hasard: Hasard, enveloppe: Enveloppe, dossier: Json) -> Json:  # noqa: ARG001  # one signature for all
    """The same document received twice."""
    piece = dossier["pieces"][_un_rang(hasard, dossier, _A_DOUBLER)]
    return _avec(dossier, {**piece, "id": _suivant(dossier), "recue_le": _plus_tard(hasard, piece)})


def _retirer(hasard: Hasard, enveloppe: Enveloppe, dossier: Json) -> Json:
    """A document sent by mistake, then withdrawn."""
    piece = dossier["pieces"][_un_rang(hasard, dossier, _A_DOUBLER)]
    intrus = _changer(hasard, enveloppe, piece) | {
        "id": _suivant(dossier),
        "recue_le": _plus_tard(hasard, piece),
    }
    rendu = _avec(dossier, intrus)
    retrait = {"id": _suivant(rendu), "type": piece["type"], "recue_le": _plus_tard(hasard, intrus)}
    return _avec(rendu, {**retrait, "annule": intrus["id"]})


def _retarder(hasard: Hasard, enveloppe: Enveloppe, dossier: Json) -> Json:  # noqa: ARG001  # same reason
    """A document comes weeks later than expected."""
    rang = _un_rang(hasard, dossier, _A_RETARDER)
    pieces = [*dossier["pieces"]]
    pieces[rang] = {**pieces[rang], "recue_le": _plus_tard(hasard, pieces[rang])}
    return {**dossier, "pieces": pieces}


def _melanger(hasard: Hasard, enveloppe: Enveloppe, dossier: Json) -> Json:  # noqa: ARG001  # same reason
    """The same documents, listed in another order."""
    reste, pieces = [*dossier["pieces"]], []
    while reste:
        pieces.append(reste.pop(hasard.entier(0, len(reste) - 1)))
    return {**dossier, "pieces": pieces}


def _un_rang(hasard: Hasard, dossier: Json, types: tuple[str, ...]) -> int:
    """Where a document of one of these types is; every file holds a certificate of wages or a leave."""
    return parmi(hasard, [rang for rang, piece in enumerate(dossier["pieces"]) if piece["type"] in types])
