"""What a self-test found, as its JSON states it: fault by fault, suite by suite."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

Raison = Literal["jamais_exercee", "sans_effet", "non_comparee", "admise"]
"""Why a suite does not catch a fault.

``jamais_exercee``: no question asks the law anything that the fault answers otherwise. ``sans_effet``: some do, and what
is due stays the same. ``non_comparee``: what is due changes, only where nothing is stated. ``admise``: what changes is
also what an admissible reading gives, or a point of law to be confirmed.
"""


class _Modele(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Essai(_Modele):
    """One fault in one suite. ``cas``: questions on which it was tried; ``temoin``: the one that caught it."""

    detectee: bool
    cas: int
    temoin: str | None
    raison: Raison | None
    lectures: tuple[str, ...] = Field(
        description="the readings that admit what a fault changes, as NAME=VALUE"
    )
    secondes: float


class FauteEprouvee(_Modele):
    """One fault: what it gets wrong, the rule it betrays, what each suite made of it."""

    id: str
    titre: str
    regle: str
    articles: tuple[str, ...]
    engendree: bool = Field(description="generated from the registry, not written by hand")
    par_suite: dict[str, Essai]

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know a decorated property (pydantic's own advice)
    @property
    def detectee(self) -> bool:
        """Some suite caught it."""
        return any(essai.detectee for essai in self.par_suite.values())


class SuiteEprouvee(_Modele):
    """One suite.

    ``sans_prise``: questions that étalon does not decide itself, so that they tell nothing of a fault.
    ``ecartees``: questions on which étalon's own engine diverges, which would catch anything.
    """

    questions: int
    jugees: int
    sans_prise: int
    ecartees: tuple[str, ...]
    detectees: int
    non_detectees: tuple[str, ...]
    secondes: float


class SelfTest(_Modele):
    """The whole: how many faults, how many caught by some suite, the names of the others."""

    graine: int
    total: int
    detectees: int
    non_detectees: tuple[str, ...]
    interrompu: bool
    par_suite: dict[str, SuiteEprouvee]
    fautes: tuple[FauteEprouvee, ...]
    secondes: float

    @computed_field  # type: ignore[prop-decorator]  # same reason as above
    @property
    def complet(self) -> bool:
        """Every planned question was judged, and none had to be set aside."""
        return not self.interrompu and not any(suite.ecartees for suite in self.par_suite.values())
