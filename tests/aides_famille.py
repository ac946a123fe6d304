"""Plain dossiers of family leaves, written as the contract writes them.

The usual mother: one permanent contract since 2019, expecting one child; the usual artisan, in business since 2018.
"""

from datetime import timedelta
from typing import Any

from oracle.calendrier import mois_civils_precedents, plus_jours
from oracle.decompte import Decompte
from tests.aides import Json, activite, attestation, dossier, jour, liquide, paies

DIX_MOIS = timedelta(days=273)


def dans(jours: int, debut: str) -> str:
    """The day that comes so many days later."""
    return str(plus_jours(jour(debut), jours))


def grossesse(prevu: str, **champs: Any) -> Json:
    """Pregnancy ``G1``, found six months before the presumed date."""
    debut = jour(prevu) - DIX_MOIS
    return {
        "id": "g",
        "type": "grossesse",
        "recue_le": str(debut + timedelta(days=70)),
        "grossesse": "G1",
        "constat_le": str(debut + timedelta(days=65)),
        "debut_grossesse": str(debut),
        "accouchement_prevu": prevu,
    } | champs


def enfant(**champs: Any) -> Json:
    """A child born alive, at term unless said otherwise."""
    return {"ne_vivant": True, "semaines_amenorrhee": 41} | champs


def naissance(le: str, *enfants: Json) -> Json:
    """The birth of ``G1``, known the day after."""
    return {
        "id": "n",
        "type": "naissance",
        "recue_le": str(plus_jours(jour(le), 1)),
        "grossesse": "G1",
        "date": le,
        "enfants": list(enfants or (enfant(),)),
    }


def conge(risque: str, *periodes: tuple[str, str], **champs: Any) -> Json:
    """Leave ``C1``, stated on its first day; that of ``G1`` unless it names something else."""
    return {
        "id": "c",
        "type": "conge",
        "recue_le": periodes[0][0],
        "conge": "C1",
        "risque": risque,
        "grossesse": None if "adoption" in champs else "G1",
        "periodes": [{"debut": debut, "fin": fin} for debut, fin in periodes],
    } | champs


def salaires(debut: str, *bruts: str, **champs: Any) -> Json:
    """The certificate of leave ``C1``: pays of the civil months before ``debut``."""
    premier = mois_civils_precedents(jour(debut), len(bruts))[0].debut
    return attestation(
        paies(f"{premier.year}-{premier.month:02d}", *bruts),
        arret="C1",
        recue_le=debut,
        dernier_jour_travaille=str(plus_jours(jour(debut), -1)),
        **champs,
    )


def repos(prevu: str, nee: str | None, debut: str, fin: str, *bruts: str, **attendus: Any) -> Decompte:
    """The rest of the usual mother, taken from ``debut`` to ``fin``; ``attendus``: fields of the pregnancy."""
    connue = [naissance(nee, *[enfant() for _ in range(attendus.get("enfants_attendus", 1))])] if nee else []
    donnees = dossier(
        activite(),
        grossesse(prevu, **attendus),
        conge("maternite", (debut, fin)),
        salaires(debut, *bruts, risque="maternite"),
        *connue,
    )
    return liquide(donnees, fin)


def artisan(**champs: Any) -> Json:
    """The business ``A``, of an artisan."""
    propres = {"nature": "independant", "contrat": None, "periodicite": None, "statut": "artisan"}
    return activite(**propres | {"debut": "2018-01-01", "recue_le": "2018-01-02"} | champs)


def revenu(annee: int, montant: str, **champs: Any) -> Json:
    """The income of a year."""
    return {
        "id": f"rv{annee}",
        "type": "revenu_independant",
        "recue_le": f"{annee + 1}-01-15",
        "activite": "A",
        "annee": annee,
        "revenu": montant,
    } | champs
