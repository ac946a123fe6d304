"""The smallest witness of a finding, told for a person: its facts, what the law expects, what the engine rendered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from harness.report.daily import ROWS_SHOWN, DayRun, day_runs
from harness.report.picture import Picture, draw
from harness.report.story import tell
from harness.report.wording import CHAMPS, in_words, payee, signed
from harness.verdict import rounding
from oracle.decompte import Decompte, PeriodeDue, lire_decompte
from oracle.dossier import Dossier, DossierInvalide, lire_dossier
from oracle.explication import autres_lectures, raconter
from oracle.explication.conges import calendriers
from oracle.explication.langue import intervalle_compte
from oracle.liquidation import liquider_en_detail
from oracle.perimetre import HorsChamp
from sut_adapters.protocol import Capacites

_LINES_SHOWN = 30


@dataclass(frozen=True)
class Line:
    """One divergence in words: where, what is due, what was rendered, and the gap in euros when it has one."""

    ou: str
    attendu: str
    rendu: str
    ecart: str


@dataclass(frozen=True)
class Witness:
    """What a card shows of its witness.

    ``days``: the décomptes side by side, empty when the oracle does not decide; ``undecided``: why it
    gives none; ``leaves``: the leaves as the law has them. ``rendered``: the engine's days stand beside. ``days_left``, ``lines_left``: how many rows are not shown.
    """

    id: str
    titre: str
    phenomene: str
    source: str
    facts: tuple[str, ...]
    leaves: tuple[Picture, ...]
    verdict: str
    detail: str
    stderr: str
    lines: tuple[Line, ...]
    lines_left: int
    days: tuple[DayRun, ...]
    days_left: int
    rendered: bool
    undecided: str
    explanation: str


@dataclass(frozen=True)
class _Expected:
    decompte: Decompte | None
    undecided: str = ""
    explanation: str = ""
    leaves: tuple[Picture, ...] = ()


def present(line: Mapping[str, Any], capacites: Capacites) -> Witness:
    """Tell a line of the record. A dossier that can no longer be read is said so, never raised."""
    au = date.fromisoformat(line["au"])
    dossier, unreadable = _read(line["dossier"])
    expected = _expected(dossier, au) if dossier else _Expected(None, unreadable)
    rendered = _rendered_periods(line["resultat"], capacites)
    days: tuple[DayRun, ...] = ()
    if expected.decompte is not None:
        days = day_runs(expected.decompte.periodes, rendered, rounding(capacites))
    compared = bool(days) and days[0].rendu is not None
    told_by_days = compared and any(run.diverges for run in days)
    divergences = [d for d in line["divergences"] if not (told_by_days and d["champ"] == "periodes")]
    shown = _most_telling(days)
    source = line["source"]
    return Witness(
        id=line["id"],
        titre=line["titre"],
        phenomene=source.get("phenomene") or "",
        source=source.get("source") or "",
        facts=tell(dossier, au) if dossier else (),
        leaves=expected.leaves,
        verdict=line["verdict"],
        detail=line["detail"],
        stderr=line["stderr"],
        lines=tuple(line_of(d) for d in divergences[:_LINES_SHOWN]),
        lines_left=max(0, len(divergences) - _LINES_SHOWN),
        days=shown,
        days_left=len(days) - len(shown),
        rendered=compared,
        undecided=expected.undecided,
        explanation=expected.explanation,
    )


def _read(data: Any) -> tuple[Dossier | None, str]:
    try:
        return lire_dossier(data), ""
    except DossierInvalide as invalid:
        return None, f"le dossier enregistré ne se lit plus : {invalid}"


def _expected(dossier: Dossier, au: date) -> _Expected:
    try:
        settled = liquider_en_detail(dossier, au)
        return _Expected(
            settled.decompte,
            explanation=raconter(settled, autres_lectures(dossier, au, {}, settled)),
            leaves=tuple(draw(leave) for leave in calendriers(settled)),
        )
    except DossierInvalide as refused:
        return _Expected(None, f"le droit ne peut décider ce dossier : {refused}")
    except HorsChamp as beyond:
        return _Expected(None, f"l'oracle ne décide pas encore ce dossier : {beyond}")


def _rendered_periods(resultat: Any, capacites: Capacites) -> tuple[PeriodeDue, ...] | None:
    if resultat is None or "periodes" not in capacites.champs_rendus:
        return None
    try:
        return lire_decompte(resultat).periodes
    except DossierInvalide:
        return None


def _most_telling(days: tuple[DayRun, ...]) -> tuple[DayRun, ...]:
    """All the rows when they fit; otherwise the diverging ones first, then in the order of days."""
    if len(days) <= ROWS_SHOWN:
        return days
    kept = sorted(days, key=lambda run: not run.diverges)[:ROWS_SHOWN]
    return tuple(sorted(kept, key=lambda run: run.debut))


def line_of(divergence: Mapping[str, Any]) -> Line:
    """A stored divergence in words."""
    return Line(
        ou=_where(divergence),
        attendu=_stated(divergence, "attendu"),
        rendu=_stated(divergence, "rendu"),
        ecart=signed(Fraction(divergence["ecart"])) if "ecart" in divergence else "",
    )


def _stated(divergence: Mapping[str, Any], side: str) -> str:
    """What one side states; the measure is left out where the field has a single one."""
    text = str(divergence[side])
    return in_words(text.removeprefix("montant_journalier ") if divergence["champ"] == "taux" else text)


def _where(divergence: Mapping[str, Any]) -> str:
    champ = divergence["champ"]
    parts = [_total(divergence) if champ == "totaux" else CHAMPS.get(champ, champ)]
    if "debut" in divergence and "fin" in divergence:
        days = intervalle_compte(
            date.fromisoformat(divergence["debut"]), date.fromisoformat(divergence["fin"])
        )
        parts = [f"{days[0].upper()}{days[1:]}"]
    if divergence.get("destinataire"):
        parts.append(payee(divergence["destinataire"]))
    if divergence.get("arret"):
        parts.append(f"arrêt {divergence['arret']}")
    return ", ".join(parts)


def _total(divergence: Mapping[str, Any]) -> str:
    """A stored total does not name what it counts; only gross amounts carry a gap."""
    if divergence["aspect"] == "nombre":
        return "Jours indemnisés"
    return "Total brut" if "ecart" in divergence else "Total de CSG, de CRDS ou net"
