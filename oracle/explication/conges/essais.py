"""Rights to a leave as they were looked at, date after date. The trace says in order which rules were asked."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from oracle.explication.conges.etude import Partie
from oracle.explication.tentatives import CONDITIONS, GARDES, SMIC, TERMES, Condition, Garde
from oracle.loi import Appel, Rencontre

_AFFILIATION = "famille.ouverture.affiliation_suffisante"
_VERDICT = "famille.ouverture.droits_ouverts"
_ADOPTANT = "famille.ouverture.porte_de_l_adoptant"
_SEUIL_DE_L_ADOPTANT = "ADO-OUV.heures"


@dataclass
class Essai:
    """Rights looked at on one date: affiliation, conditions of work, and the answer; ``gardes``: former rights before it."""

    reference: date | None
    affiliation: Appel
    gardes: tuple[Garde, ...]
    conditions: list[Condition] = field(default_factory=list)
    acquis: bool | None = None


@dataclass(frozen=True)
class Essais:
    """Every date looked at, in order, and the former rights looked at last, which led to none."""

    tous: tuple[Essai, ...]
    sans_suite: tuple[Garde, ...]


def essais_de(partie: Partie) -> Essais:
    """Read the attempts of a part of a leave from what the law was asked; their dates are those the instruction kept."""
    files: dict[str, deque[Rencontre]] = defaultdict(deque)
    for rencontre in partie.demandes.rencontres:
        files[rencontre.seuil].append(rencontre)
    references = deque(partie.instruction.ouverture.references)
    essais: list[Essai] = []
    gardes: list[Garde] = []
    termes: list[Appel] = []
    smic: date | None = None
    for appel in partie.demandes.appels:
        if appel.fonction == _AFFILIATION:
            reference = references.popleft() if references else None
            essais.append(Essai(reference, appel, _sans_doublon(gardes)))
            gardes = []
        elif appel.fonction in TERMES:
            termes.append(appel)
        elif appel.fonction in GARDES:
            gardes.append(Garde(appel.fonction, files[GARDES[appel.fonction]].popleft(), tuple(termes)))
            termes = []
        elif appel.fonction in SMIC:
            smic = appel.resultat
        elif essais and appel.fonction == _VERDICT:
            essais[-1].acquis = appel.resultat
        elif essais and appel.fonction == _ADOPTANT:
            essais[-1].conditions.append(Condition(files[_SEUIL_DE_L_ADOPTANT].popleft(), None))
        elif essais and appel.fonction in CONDITIONS:
            essais[-1].conditions += [
                Condition(files[nom].popleft(), smic if "salaires" in nom else None)
                for nom in CONDITIONS[appel.fonction]
            ]
    return Essais(tuple(essais), _sans_doublon(gardes))


def _sans_doublon(gardes: Sequence[Garde]) -> tuple[Garde, ...]:
    """The same look made twice is told once."""
    vues: dict[tuple[object, ...], Garde] = {}
    for garde in gardes:
        vues.setdefault((garde.fonction, garde.rencontre.mesure, garde.rencontre.borne), garde)
    return tuple(vues.values())
