"""What a case vouches for: partial statements about a décompte. An absent key asserts nothing."""

from typing import Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from oracle.decompte import Echeance, Motif, NatureDeForfait, NatureDOrdre, Part, Phase, Statut
from oracle.dossier.activites import Regime
from oracle.dossier.champs import Booleen, Compte, Destinataire, Identifiant, Jour, Modele, MontantExact
from oracle.dossier.versements import Risque


class Tranche(Modele):
    """A statement on every day of an interval; ``montant`` states a period total where the law fixes one."""

    debut: Jour
    fin: Jour
    arret: Identifiant | None = None
    regime: Regime | None = None
    risque: Risque | None = None
    statut: Statut | None = None
    motif: Motif | None = None
    montant_journalier: MontantExact | None = None
    montant: MontantExact | None = None
    destinataire: Destinataire | None = None
    parts: tuple[Part, ...] | None = None


class Total(Modele):
    """A sum over all matching days; ``jours`` counts days with a positive amount."""

    destinataire: Destinataire | None = None
    risque: Risque | None = None
    regime: Regime | None = None
    arret: Identifiant | None = None
    jours: Compte | None = None
    brut: MontantExact | None = None
    csg: MontantExact | None = None
    crds: MontantExact | None = None
    net: MontantExact | None = None


class DecisionAttendue(Modele):
    """A decision, matched by stop, scheme, risk, first day and phase."""

    arret: Identifiant
    regime: Regime = "general"
    risque: Risque | None = None
    debut: Jour | None = None
    phase: Phase | None = None
    ouvert: Booleen | None = None
    motif: str | None = None


class TauxAttendu(Modele):
    """A daily rate, matched by stop and scheme."""

    arret: Identifiant
    regime: Regime = "general"
    risque: Risque | None = None
    debut: Jour | None = None
    a_partir_du_jour: Compte = 1
    montant_journalier: MontantExact


class BaseAttendue(Modele):
    """Intermediate quantities; ``base_journaliere`` is compared after rounding to the decimals stated."""

    arret: Identifiant
    regime: Regime = "general"
    debut: Jour | None = None
    base_journaliere: MontantExact | None = None
    plafond: MontantExact | None = None
    date_plafond: Jour | None = None


class ForfaitAttendu(Modele):
    """A lump sum of the self-employed, matched by nature, scheme and due date."""

    nature: NatureDeForfait
    regime: Regime = "independant"
    echeance: Echeance
    montant: MontantExact


class CompteursAttendus(Modele):
    """Counters at the end of day ``au``."""

    ij_3_ans: Compte | None = None
    jour_atmp: dict[Identifiant, Compte] | None = None
    fin_ald: dict[Identifiant, Jour] | None = None
    ij_pension: Compte | None = None
    ij_liberal: dict[Identifiant, Compte] | None = None


class SoldeAttendu(Modele):
    """The position of a payee."""

    destinataire: Destinataire
    du: MontantExact | None = None
    verse: MontantExact | None = None
    acomptes: MontantExact | None = None
    rappel: MontantExact | None = None
    indu: MontantExact | None = None
    rappel_prescrit: MontantExact | None = None
    indu_prescrit: MontantExact | None = None


class OrdreAttendu(Modele):
    """What must be ordered, matched by date, payee and nature."""

    date: Jour | None = None
    destinataire: Destinataire
    nature: NatureDOrdre
    montant: MontantExact


class PrelevementAttendu(Modele):
    """Levies on a payment."""

    date: Jour | None = None
    destinataire: Destinataire
    brut: MontantExact | None = None
    csg: MontantExact | None = None
    crds: MontantExact | None = None
    net: MontantExact | None = None


class RefusAttendu(Modele):
    """The dossier must be refused: which field, under which rule."""

    champ: str
    regle: str | None = None


class Attendu(Modele):
    """Everything a case states; an empty list asserts emptiness."""

    tranches: tuple[Tranche, ...] | None = None
    totaux: tuple[Total, ...] | None = None
    decisions: tuple[DecisionAttendue, ...] | None = None
    taux: tuple[TauxAttendu, ...] | None = None
    bases: tuple[BaseAttendue, ...] | None = None
    compteurs: CompteursAttendus | None = None
    forfaits: tuple[ForfaitAttendu, ...] | None = None
    soldes: tuple[SoldeAttendu, ...] | None = None
    prelevements: tuple[PrelevementAttendu, ...] | None = None
    ordres: tuple[OrdreAttendu, ...] | None = None
    courriers: tuple[dict[str, Any], ...] | None = None
    refus: RefusAttendu | None = None

    @model_validator(mode="after")
    def _quelque_chose_et_refus_seul(self) -> Self:
        enonces = {champ for champ in self.model_fields_set if getattr(self, champ) is not None}
        if not enonces:
            raise PydanticCustomError("attendu_vide", "un cas énonce au moins une chose")
        if self.refus is not None and enonces != {"refus"}:
            raise PydanticCustomError("refus_seul", "« refus » s'énonce seul")
        return self

    def remplacer(self, autre: "Attendu") -> "Attendu":
        """The same statement, each key of ``autre`` replacing that whole key."""
        remplaces = {champ: getattr(autre, champ) for champ in autre.model_fields_set}
        return self.model_copy(update=remplaces)


class LectureAttendue(Modele):
    """Another admissible answer, under one reading or several combined."""

    si: dict[str, str] = Field(min_length=1)
    attendu: Attendu


class ReponseFausse(Modele):
    """An answer known to be wrong, and the fault it betrays."""

    faute: Identifiant
    attendu: Attendu


__all__ = ["Attendu", "LectureAttendue", "ReponseFausse"]
