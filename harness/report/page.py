"""The run as one self-contained French page: no script, nothing fetched, printable.

The template escapes everything; text that comes from an engine is also made inert before it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from harness.report import picture
from harness.report.figures import (
    TECHNICAL,
    Group,
    caution,
    figures,
    grouped_by_motive,
    grouped_by_reading,
    readings_in_conflict,
    scope_sentence,
    stakes,
    standing,
    verdict_sentence,
    verdicts_by_suite,
)
from harness.report.witness import Witness, line_of, present
from harness.report.wording import (
    CHAMPS,
    SUITES,
    VERDICTS,
    clean,
    day,
    number,
    signed,
)
from harness.store import RESULTS, StoredRun
from harness.verdict import DIVERGENTS
from oracle import registre
from oracle.calendrier import en_francais
from oracle.explication.langue import article, intervalle_compte, pluriel, relire
from oracle.lectures import LECTURES
from sut_adapters.moteurs.fautes import PAR_ID as FAUTES
from sut_adapters.protocol import FAMILLES, Capacites

APPENDIX_SHOWN = 200
MOTIVES_SHOWN = 30
INCIDENTS_SHOWN = 20
IDS_SHOWN = 8


@dataclass(frozen=True)
class Rule:
    """What a card says of the rule betrayed."""

    id: str
    titre: str
    resume: str


@dataclass(frozen=True)
class Card:
    """A finding as the page shows it."""

    finding: Mapping[str, Any]
    rule: Rule | None
    defaut: str | None
    verdicts: tuple[str, ...]
    money: str
    witness: Witness | None


@dataclass(frozen=True)
class Reading:
    """A reading taken other than the default: the question, and the ground of the answer taken."""

    nom: str
    valeur: str
    question: str
    fondement: str


@dataclass(frozen=True)
class Row:
    """A divergent question in the appendix, or a technical incident."""

    id: str
    titre: str
    verdict: str
    premiere: str
    ecart: str
    cause: str
    stderr: str


def render_html(run: StoredRun) -> str:
    """The whole page. Same record, same page."""
    capacites = Capacites.model_validate(run.header["capacites"])
    divergent = [case for case in run.cases if case["verdict"] in DIVERGENTS]
    technical = [case for case in run.cases if case["verdict"] in TECHNICAL]
    causes = {name: str(finding["id"]) for finding in run.findings for name in finding["cas"]}
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            header=run.header,
            footer=run.footer,
            results=RESULTS,
            started=_moment(run.header["started"]),
            sentence=verdict_sentence(run),
            standing=standing(run),
            scope=scope_sentence(run),
            caution=caution(run),
            figures=figures(run),
            cards=[_card(run, finding, capacites) for finding in run.findings],
            suites=verdicts_by_suite(run),
            verdicts=VERDICTS,
            suite_names=SUITES,
            readings=[(_readings(taken), ids) for taken, ids in grouped_by_reading(run)],
            conflicts=readings_in_conflict(run),
            untested=_capped(grouped_by_motive(run, "HORS_CHAMP")),
            undecided=_capped(grouped_by_motive(run, "INDECIDABLE")),
            not_compared=[
                CHAMPS[champ] for champ in CHAMPS if champ not in {*capacites.champs_rendus, "totaux"}
            ],
            other_suites=[name for suite, name in SUITES.items() if suite not in run.header["suites"]],
            interrupted=run.footer.get("interrupted"),
            incidents=run.footer.get("incidents", []),
            incidents_shown=INCIDENTS_SHOWN,
            technical=[_row(case, causes) for case in technical[:INCIDENTS_SHOWN]],
            technical_left=max(0, len(technical) - INCIDENTS_SHOWN),
            claims=_claims(capacites),
            appendix=[_row(case, causes) for case in divergent[:APPENDIX_SHOWN]],
            appendix_left=max(0, len(divergent) - APPENDIX_SHOWN),
            ids_shown=IDS_SHOWN,
            sizes=picture.SIZES,
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("harness.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters |= {
        "article": article,
        "capitalised": _capitalised,
        "day": day,
        "number": number,
        "plural": pluriel,
        "signed": signed,
        "span": intervalle_compte,
        "verbatim": _verbatim,
    }
    return environment


def _finalize(value: Any) -> Any:
    """What the template does to every text that it writes, before escaping it."""
    return relire(clean(value)) if type(value) is str else value


def _capitalised(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _verbatim(text: str) -> Markup:
    """Text to be copied as it is: no space is replaced."""
    return escape(clean(text))


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{en_francais(moment.date())} à {moment:%H} h {moment:%M} (UTC)"


def _card(run: StoredRun, finding: Mapping[str, Any], capacites: Capacites) -> Card:
    witness = run.find(finding["temoin"])
    faute = FAUTES.get(finding["diagnostic"] or "")
    return Card(
        finding=finding,
        rule=_rule(finding["regle"]),
        defaut=faute.defaut if faute else None,
        verdicts=tuple(VERDICTS.get(verdict, verdict) for verdict in finding["verdicts"]),
        money=stakes(run, finding).in_words,
        witness=present(witness, capacites) if witness else None,
    )


def _rule(name: str | None) -> Rule | None:
    if name is None:
        return None
    regle = registre.PAR_ID.get(name)
    return Rule(name, regle.titre, regle.resume) if regle else Rule(name, name, "")


def _fondement(nom: str, valeur: str) -> str:
    """The ground of a reading; empty for one the oracle does not know."""
    reponse = LECTURES[nom].valeurs.get(valeur) if nom in LECTURES else None
    return reponse.fondement if reponse else ""


def _readings(taken: Mapping[str, str]) -> list[Reading]:
    return [
        Reading(
            nom,
            valeur,
            LECTURES[nom].question if nom in LECTURES else nom,
            _fondement(nom, valeur),
        )
        for nom, valeur in taken.items()
    ]


def _capped(groups: list[Group]) -> tuple[list[Group], int]:
    """The largest groups, and how many are left out."""
    return groups[:MOTIVES_SHOWN], max(0, len(groups) - MOTIVES_SHOWN)


def _row(case: Mapping[str, Any], causes: Mapping[str, str]) -> Row:
    premiere = str(case["detail"])
    if case["divergences"]:
        line = line_of(case["divergences"][0])
        premiere = f"{line.ou} : attendu {line.attendu}, rendu {line.rendu}"
    gap = Fraction(case["ecart"])
    return Row(
        id=case["id"],
        titre=case["titre"],
        verdict=VERDICTS.get(case["verdict"], case["verdict"]),
        premiere=premiere,
        ecart=signed(gap) if gap else "",
        cause=causes.get(case["id"], ""),
        stderr=case["stderr"],
    )


_HISTORIES = {
    "aucun": "aucun : les faits seuls, sans corrections ni versements",
    "complet": "complet : toutes les pièces reçues à chaque date",
    "incremental": "incrémental : un dossier reste ouvert d'une date à l'autre",
}


def _claims(capacites: Capacites) -> list[tuple[str, str]]:
    """What the engine says that it handles, line by line."""
    period = capacites.periode
    return [
        ("Familles", "toutes" if set(capacites.familles) == set(FAMILLES) else ", ".join(capacites.familles)),
        ("Période", _period(period.debut, period.fin)),
        ("Pièces comprises", ", ".join(capacites.pieces)),
        ("Champs rendus", ", ".join(capacites.champs_rendus)),
        ("Historique", _HISTORIES[capacites.historique]),
        (
            "Lectures réglables",
            " ; ".join(f"{nom} ({', '.join(valeurs)})" for nom, valeurs in capacites.lectures.items())
            or "aucune",
        ),
        (
            "Montants",
            "non arrondis : étalon les arrondit là où le droit le fait, et l'arrondi n'est pas éprouvé"
            if capacites.montants_non_arrondis
            else "arrondis au centime par le moteur",
        ),
        (
            "Enveloppe",
            " ; ".join(f"{nom} = {_limit(limite)}" for nom, limite in capacites.enveloppe.items())
            or "aucune limite",
        ),
    ]


def _period(debut: date | None, fin: date | None) -> str:
    if debut is None and fin is None:
        return "sans limite"
    if fin is None:
        return f"à partir du {day(debut or '')}"
    return f"du {day(debut)} au {day(fin)}" if debut else f"jusqu'au {day(fin)}"


def _limit(limite: bool | int | str) -> str:
    if isinstance(limite, bool):
        return "oui" if limite else "non"
    return str(limite)
