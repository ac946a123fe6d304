"""Short ways to ask and to judge without a process: the oracle, changed or not, answers as an engine would."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from corpus.catalogue import CasCharge
from corpus.format import lire_cas
from corpus.lecteur import lire_fichier
from harness.diagnosis import Case
from harness.engines import Contender
from harness.findings import Finding, establish
from harness.planning import Planned, plan_corpus
from harness.verdict import DIVERGENTS, Judgement, judge
from oracle.dossier import lire_dossier
from oracle.liquidation import liquider_en_detail
from oracle.loi import Variante
from sut_adapters.engine import Engine
from sut_adapters.moteurs.etalon import CAPACITES, servir
from sut_adapters.outcomes import Answer, Outcome, Rendered
from sut_adapters.protocol import Capacites
from sut_adapters.wire import decode, encode
from tests.aides import Json, dossier, jour

CASES = Path(__file__).parent.parent / "corpus" / "cas" / "maladie"


@cache
def case(name: str) -> CasCharge:
    """A case of the corpus, by its id."""
    chemin = next(CASES.parent.rglob(f"{name}.yaml"))
    return CasCharge(lire_cas(lire_fichier(chemin)), chemin)


def cases(*numbers: int) -> list[CasCharge]:
    """Cases of the corpus, by their numbers."""
    return [case(f"MAL-{number:04d}") for number in numbers]


def question(name: str) -> Planned:
    """A question of the corpus, by its id (``MAL-0097@2025-06-20`` for a date of a history)."""
    planned = plan_corpus([case(name.partition("@")[0])])
    return next(each for each in planned if each.id == name)


def drawn(donnees: Json | None = None, au: str = "2024-09-20", **keys: Any) -> Planned:
    """A question that states nothing, judged against the oracle: the usual insured unless told otherwise."""
    stated: dict[str, Any] = {
        "id": "ALEA-1",
        "suite": "aleatoire",
        "titre": "dossier engendré",
        "famille": "maladie",
    }
    return Planned(dossier=lire_dossier(donnees or dossier()), au=jour(au), **stated | keys)


def as_oracle(
    asked: Planned, lectures: Mapping[str, str] | None = None, variante: Variante | None = None
) -> Json:
    """What the oracle renders, under readings or with the law changed."""
    decompte = liquider_en_detail(asked.dossier, asked.au, lectures, variante).decompte
    rendered: Json = decompte.model_dump(mode="json", exclude_none=True)
    return rendered


def judged(asked: Planned, outcome: Outcome | Json, capacites: Capacites = CAPACITES) -> Judgement:
    """The verdict on an outcome, or on a décompte in plain data."""
    issue = Rendered(outcome) if isinstance(outcome, dict) else outcome
    return judge(asked, Answer(asked.id, issue, "", 0.0), capacites)


def found(
    asked: Sequence[Planned], variante: Variante, lectures: Mapping[str, str] | None = None
) -> tuple[list[Case], list[Finding]]:
    """The divergent records of the oracle so changed, and the findings on them; no witness is reduced."""
    records = [(each, judged(each, as_oracle(each, lectures, variante))) for each in asked]
    divergent = [Case(each, judgement) for each, judgement in records if judgement.verdict in DIVERGENTS]
    return divergent, establish(records, DIVERGENTS, CAPACITES, lambda seen, _cause: seen)


class InMemory:
    """A transport without a process: the oracle, or one of its faults, answers; ``alter`` may change what it says."""

    def __init__(self, faute: str | None, alter: Callable[[Json, Json], Json]) -> None:
        self.faute = faute
        self.alter = alter

    def request(self, line: str, deadline: float) -> str:  # noqa: ARG002  # nothing takes time here
        said = StringIO()
        servir([line], said, self.faute)
        return encode(self.alter(decode(line), decode(said.getvalue().strip())))

    def close(self) -> None:
        """Nothing to end."""

    def stderr(self) -> str:
        return ""


def unaltered(_request: Json, answer: Json) -> Json:
    """The answer itself."""
    return answer


def contender(
    faute: str | None = None, alter: Callable[[Json, Json], Json] = unaltered, name: str = "moteur"
) -> Contender:
    """The oracle, or one of its faults, ready to be asked in memory."""
    return Contender(name, lambda: Engine(lambda: InMemory(faute, alter)))


def claiming(**capacites: Any) -> Callable[[Json, Json], Json]:
    """Alters what the engine claims at hello."""

    def alter(_request: Json, answer: Json) -> Json:
        return answer | {"capacites": answer["capacites"] | capacites} if "capacites" in answer else answer

    return alter
