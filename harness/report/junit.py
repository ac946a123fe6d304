"""The run as JUnit XML, for continuous integration: one suite of tests a suite of the run, one test a question."""

import shlex
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET  # only written here, never parsed

from harness.report.figures import TECHNICAL, figures, standing, verdict_sentence
from harness.report.wording import VERDICTS, clean
from harness.store import StoredRun
from harness.verdict import DIVERGENTS

_NOT_JUDGED = frozenset({"HORS_CHAMP", "INDECIDABLE"})


def render_junit(run: StoredRun) -> str:
    """The whole document, with its XML declaration.

    A run that is not valid holds one more suite, ``campagne``, with one error: a build must not pass on it.
    """
    root = ET.Element("testsuites", name=clean(f"etalon {run.header['engine']}"))
    for suite in dict.fromkeys([*run.header["suites"], *(case["suite"] for case in run.cases)]):
        cases = [case for case in run.cases if case["suite"] == suite]
        element = _suite(root, run, f"etalon.{suite}", len(cases))
        for case in cases:
            _testcase(element, run, case)
        _count(element)
    if standing(run) == "invalid":
        element = _suite(root, run, "etalon.campagne", 1)
        name = "toutes les questions prévues sont jugées"
        test = ET.SubElement(element, "testcase", classname="etalon.campagne", name=name, time="0")
        sentence = verdict_sentence(run)
        reason = clean(str(run.footer.get("interrupted") or ""))
        ET.SubElement(test, "error", type="campagne_invalide", message=sentence).text = reason or sentence
        _count(element)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(element.get(count, "0")) for element in root)))
    ET.indent(root, space=" ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, run: StoredRun, name: str, tests: int) -> ET.Element:
    counted = figures(run)
    element = ET.SubElement(
        root,
        "testsuite",
        name=clean(name),
        tests=str(tests),
        timestamp=clean(str(run.header["started"])[:19]),
    )
    properties = ET.SubElement(element, "properties")
    for key, value in (
        ("planned", counted.planned),
        ("judged", counted.judged),
        ("engine", run.header["engine"]),
        ("engine_name", run.header["nom"]),
        ("engine_version", run.header["version"]),
        ("etalon_version", run.header["etalon"]),
    ):
        ET.SubElement(properties, "property", name=key, value=clean(str(value)))
    return element


def _testcase(suite: ET.Element, run: StoredRun, case: Mapping[str, Any]) -> None:
    verdict = case["verdict"]
    element = ET.SubElement(
        suite,
        "testcase",
        classname=clean(f"etalon.{case['suite']}"),
        name=clean(f"{case['id']} {case['titre']}"),
        time=f"{case['seconds']:.6f}",
    )
    detail = clean(str(case["detail"]))
    if verdict in DIVERGENTS:
        tag = "error" if verdict in TECHNICAL else "failure"
        told = ET.SubElement(element, tag, type=verdict, message=_message(case, detail))
        told.text = _everything(run, case, detail)
    elif verdict in _NOT_JUDGED:
        ET.SubElement(
            element, "skipped", message=f"{VERDICTS[verdict]} : {detail}" if detail else VERDICTS[verdict]
        )
    if case["stderr"]:
        ET.SubElement(element, "system-err").text = clean(case["stderr"])


def _message(case: Mapping[str, Any], detail: str) -> str:
    first = _told(case["divergences"][0]) if case["divergences"] else detail
    return f"{VERDICTS[case['verdict']]} : {first}" if first else VERDICTS[case["verdict"]]


def _everything(run: StoredRun, case: Mapping[str, Any], detail: str) -> str:
    lines = [detail] if detail else []
    lines += [_told(divergence) for divergence in case["divergences"]]
    lines.append(f"rejouer : etalon replay {shlex.quote(str(run.folder))} {shlex.quote(case['id'])}")
    return clean("\n".join(lines))


def _told(divergence: Mapping[str, Any]) -> str:
    where = [str(divergence["champ"])]
    if "debut" in divergence:
        where.append(f"du {divergence['debut']} au {divergence.get('fin', divergence['debut'])}")
    where += [str(divergence[key]) for key in ("arret", "destinataire") if divergence.get(key)]
    return clean(f"{' '.join(where)} : attendu {divergence['attendu']}, rendu {divergence['rendu']}")


def _count(suite: ET.Element) -> None:
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{tag}"))))
