"""A pregnancy and its birth as a scenario imagines them: dates, children, the leave a mother takes, the documents that say so.

Lengths of the rest are what a scenario needs to stand near a date of the law, never an expected value.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from oracle.calendrier import plus_jours, plus_mois
from properties.strategies.dates import premier_jour
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, selon
from properties.strategies.plan import CongePris, Piece, Plan

SEMAINE = 7
TERME = 41 * SEMAINE
"""Days of amenorrhoea on the presumed date."""

_DECOUVERTE = 63
_NAISSANCE_CONNUE = 5
_SEMAINES = {1: (6, 10), 2: (12, 22), 3: (24, 22)}
_SEMAINES_DU_TROISIEME = (8, 18)
_PAR_JOUR_D_AVANCE = 25
_POIDS_A_TERME = 3300


@dataclass(frozen=True)
class Attente:
    """A pregnancy: the presumed date, the actual one, how many children, and the household.

    ``rang``: which field says that this is the third child at least, or null. ``report`` and ``avance``: days of the rest
    moved after the birth, or taken earlier; ``demande``: when the postponement was prescribed.
    """

    prevu: date
    ne_le: date
    enfants: int = 1
    rang: str | None = None
    report: int = 0
    avance: int = 0
    demande: date | None = None

    @property
    def avant(self) -> int:
        """Legal days before the presumed date."""
        return self._semaines[0] * SEMAINE

    @property
    def apres(self) -> int:
        """Legal days from the delivery."""
        return self._semaines[1] * SEMAINE

    @property
    def _semaines(self) -> tuple[int, int]:
        return _SEMAINES_DU_TROISIEME if self.rang and self.enfants == 1 else _SEMAINES[min(self.enfants, 3)]

    @property
    def debut_legal(self) -> date:
        """First day of the rest by law."""
        return plus_jours(self.prevu, -self.avant)

    @property
    def debut(self) -> date:
        """First day of the rest a mother takes: asked, or that of the delivery when it comes first."""
        return min(self.ne_le, plus_jours(self.debut_legal, self.report - self.avance))

    @property
    def fin(self) -> date:
        """Last day of the rest a mother takes."""
        entier = plus_jours(self.debut, self.avant + self.apres - 1)
        tardive = plus_jours(self.ne_le, self.apres + self.report - self.avance - 1)
        return tardive if self.ne_le >= self.prevu else entier

    @property
    def fin_prevue(self) -> date:
        """Last day of the rest as it stands before the birth."""
        return plus_jours(self.prevu, self.apres + self.report - self.avance - 1)

    @property
    def constat(self) -> date:
        """The day the pregnancy was found."""
        return plus_jours(self.commencee, _DECOUVERTE)

    @property
    def commencee(self) -> date:
        """First day of the pregnancy: nine months before the presumed date."""
        return plus_mois(self.prevu, -9)


def attente(debut: date, ecart: int = 0, enfants: int = 1, rang: str | None = None) -> Attente:
    """A pregnancy whose rest begins by law on ``debut``, the child coming ``ecart`` days after the presumed date."""
    avant = Attente(debut, debut, enfants, rang).avant
    prevu = plus_jours(debut, avant)
    return Attente(prevu, plus_jours(prevu, ecart), enfants, rang)


def foyer(hasard: Hasard) -> str | None:
    """What makes the next child a third one: children in charge, or borne; nothing, mostly."""
    return selon(hasard, (8, None), (1, "enfants_a_charge"), (1, "enfants_nes_viables"))


def grossesse(attendue: Attente, **champs: object) -> Piece:
    """The declaration of a pregnancy."""
    piece: Piece = {
        "type": "grossesse",
        "recue_le": plus_jours(attendue.constat, 4),
        "grossesse": "G1",
        "constat_le": attendue.constat,
        "debut_grossesse": attendue.commencee,
        "accouchement_prevu": attendue.prevu,
    }
    if attendue.enfants > 1:
        piece["enfants_attendus"] = attendue.enfants
    if attendue.rang is not None:
        piece[attendue.rang] = 2
    if attendue.report:
        piece["report_jours"] = attendue.report
    if attendue.demande is not None:
        piece["report_prescrit_le"] = attendue.demande
        piece["recue_le"] = max(piece["recue_le"], plus_jours(attendue.demande, 1))
    if attendue.avance:
        piece["avance_jours"] = attendue.avance
    return piece | champs


def enfant(attendue: Attente, *, vivant: bool = True, **champs: object) -> Piece:
    """A newborn, of the age and a plausible weight that go with the dates."""
    avance = (attendue.prevu - attendue.ne_le).days
    semaines, jours = divmod(TERME - avance, SEMAINE)
    poids = min(_POIDS_A_TERME, max(200, _POIDS_A_TERME - _PAR_JOUR_D_AVANCE * avance))
    ne: Piece = {"ne_vivant": vivant, "semaines_amenorrhee": semaines}
    if jours:
        ne["jours_amenorrhee"] = jours
    return ne | {"poids_g": poids} | champs


def hospitalise(attendue: Attente, jours: int, *, des_le: int = 0, specialisee: bool = True) -> Piece:
    """A living newborn in hospital for ``jours`` days, from the birth or some days after."""
    debut = plus_jours(attendue.ne_le, des_le)
    sejour: Piece = {"debut": debut, "fin": plus_jours(debut, jours)}
    if specialisee:
        sejour["unite_specialisee"] = True
    return enfant(attendue, hospitalisations=[sejour])


def naissance(attendue: Attente, enfants: Sequence[Piece] | None = None, **champs: object) -> Piece:
    """The birth, known some days later; the children are alive and well unless told otherwise."""
    nes = list(enfants) if enfants is not None else [enfant(attendue)] * attendue.enfants
    piece: Piece = {
        "type": "naissance",
        "recue_le": plus_jours(attendue.ne_le, _NAISSANCE_CONNUE),
        "grossesse": "G1",
        "date": attendue.ne_le,
        "enfants": nes,
    }
    return piece | champs


def maternite(attendue: Attente, *periodes: tuple[date, date]) -> CongePris:
    """The mother's leave: the whole rest, unless told otherwise."""
    return CongePris("C1", "maternite", periodes or ((attendue.debut, attendue.fin),), grossesse="G1")


def declarer(plan: Plan, attendue: Attente, enfants: Sequence[Piece] | None = None) -> Plan:
    """The same plan with the pregnancy and the birth."""
    return plan.avec(grossesse(attendue), naissance(attendue, enfants))


def premier_jour_de_repos(hasard: Hasard, enveloppe: Enveloppe, avant: int = 0) -> date:
    """First day of a legal rest, leaving room in the envelope for what comes up to ``avant`` days before it."""
    return premier_jour(
        hasard, replace(enveloppe, debut=min(enveloppe.fin, plus_jours(enveloppe.debut, avant)))
    )


def repos_possible(enveloppe: Enveloppe, *types: str) -> bool:
    """Whether an engine may be told of a pregnancy, a leave, and the documents of these types."""
    return temps_de_repos(enveloppe) and enveloppe.admet("grossesse", "naissance", "conge", *types)


def temps_de_repos(enveloppe: Enveloppe) -> bool:
    """Whether its dates and lengths leave room for a leave."""
    return enveloppe.duree_max_jours >= _UN_AN and (enveloppe.fin - enveloppe.debut).days >= _UN_AN


_UN_AN = 400
"""An engine that bounds the length of a stop below a year is asked about none of these leaves."""
