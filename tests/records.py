"""Records of runs for the tests of the reports, written by hand and read back as any other."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

from harness.store import Recorder, StoredRun, read_run
from tests.aides import dossier

Json = dict[str, Any]
CAPACITES: Json = {"champs_rendus": ["decisions", "periodes", "taux"], "familles": ["maladie"]}


def header(**keys: Any) -> Json:
    """The first line of a record: a candidate engine, two suites."""
    return {
        "type": "header",
        "etalon": "0.1.0",
        "started": "2026-11-25T17:29:00+00:00",
        "engine": "moteur.toml",
        "nom": "Moteur d'essai",
        "version": "2.3",
        "capacites": CAPACITES,
        "suites": ["corpus", "aleatoire"],
        "profile": "quick",
        "seed": 0,
        "planned": 0,
        "texte_lu_au": "2026-03-14",
        "sans_changement_connu_au": "2026-10-31",
    } | keys


def question(name: str, verdict: str = "CONFORME", **keys: Any) -> Json:
    """One line of a record: the usual insured, whose décompte the law decides."""
    return {
        "type": "case",
        "id": name,
        "suite": "corpus",
        "titre": f"question {name}",
        "famille": "maladie",
        "regles": [],
        "au": "2024-09-20",
        "verdict": verdict,
        "lectures": {},
        "divergences": [],
        "ecart": "0",
        "detail": "",
        "resultat": None,
        "seconds": 0.25,
        "stderr": "",
        "dossier": dossier(),
        "source": {},
    } | keys


def divergence(champ: str = "periodes", ecart: str | None = "-1600", **keys: Any) -> Json:
    """Sixteen paid days, one euro short each."""
    stated = {"champ": champ, "aspect": "montant", "attendu": "32.88", "rendu": "31.88"}
    days = {"arret": "S1", "debut": "2024-09-05", "fin": "2024-09-20"} if champ == "periodes" else {}
    return stated | days | ({"ecart": ecart} if ecart is not None else {}) | keys


def gap(name: str, ecart: str = "-1600", **keys: Any) -> Json:
    """A question that diverges by so many cents."""
    return (
        question(
            name,
            "ECART",
            ecart=ecart,
            divergences=[divergence(ecart=ecart)],
            resultat={"periodes": [rendered("2024-09-05", "2024-09-20", "31.88")]},
        )
        | keys
    )


def rendered(debut: str, fin: str, montant: str, statut: str = "indemnise") -> Json:
    """A period as an engine renders it."""
    parts = [] if statut != "indemnise" else [{"destinataire": "assure", "montant": montant}]
    return {
        "debut": debut,
        "fin": fin,
        "arret": "S1",
        "regime": "general",
        "risque": "maladie",
        "statut": statut,
        "montant_journalier": montant,
        "parts": parts,
    }


def finding(rank: int, cas: list[str], **keys: Any) -> Json:
    """A root cause over some questions, shown by the first of them."""
    return {
        "type": "finding",
        "id": f"C{rank}",
        "titre": "SMIC du jour de l'arrêt au lieu du dernier jour du mois civil précédent",
        "regle": "MAL-PLAFOND",
        "articles": ["R323-4"],
        "diagnostic": "smic_du_mois_de_l_arret",
        "exact": True,
        "verdicts": ["ECART"],
        "cas": cas,
        "sens": "l'assuré ou son employeur reçoit moins que son dû",
        "montant": "0",
        "temoin": cas[0],
        "commande": f"etalon replay 'runs/un  dossier' {cas[0]}",
    } | keys


def write_record(
    folder: Path,
    cases: list[Json],
    findings: list[Json] | None = None,
    *,
    planned: int | None = None,
    footer: Json | None = None,
    cut: bool = False,
    witnesses: list[Json] | None = None,
    **keys: Any,
) -> StoredRun:
    """Write a record as a run does, and read it back; the footer agrees with the lines unless told otherwise."""
    asked = len(cases) if planned is None else planned
    with Recorder(folder) as recorder:
        recorder.write(header(planned=asked, **keys))
        for line in (*cases, *(findings or []), *(witnesses or [])):
            recorder.write(line)
        if not cut:
            recorder.write(
                {
                    "type": "footer",
                    "planned": asked,
                    "judged": len(cases),
                    "verdicts": dict(Counter(case["verdict"] for case in cases)),
                    "interrupted": None,
                    "incidents": [],
                    "seconds": 1.5,
                }
                | (footer or {})
            )
    return read_run(folder)


def refused_run(folder: Path) -> StoredRun:
    """Two causes, an outage, and one question of every other kind."""
    return write_record(
        folder,
        [
            question("MAL-1"),
            question("MAL-2", "CONFORME_SOUS_LECTURE", lectures={"arrondi_ij": "troncature"}),
            gap("MAL-3", divergences=[divergence(), divergence("taux", "-100", arret="S1")]),
            gap("ALEA-1", "250", suite="aleatoire"),
            question("ALEA-2", "PANNE", suite="aleatoire", detail="le processus a fini", stderr="au secours"),
            question("ALEA-3", "HORS_CHAMP", suite="aleatoire", detail="pas de prolongation"),
            question("ALEA-4", "INDECIDABLE", suite="aleatoire", detail="au-delà de l'horizon"),
        ],
        [
            finding(1, ["MAL-3", "ALEA-1"]),
            finding(2, ["ALEA-2"], regle=None, articles=[], diagnostic=None, exact=False, verdicts=["PANNE"]),
        ],
    )


HOSTILE = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(2)></style></title><b>{{7*7}}\u202e\x1b[2J\x00"
)


def hostile_run(folder: Path) -> StoredRun:
    """A record where everything that an engine may write is an attack."""
    bad = {"detail": HOSTILE, "stderr": HOSTILE, "titre": HOSTILE}
    return write_record(
        folder,
        [
            gap("Q1", **bad, divergences=[divergence(attendu=HOSTILE, rendu=HOSTILE, destinataire=HOSTILE)]),
            question("Q2", "PANNE", **bad),
            question("Q3", "HORS_CHAMP", **bad),
            question("Q4", "INDECIDABLE", **bad),
            question("Q5", "CONFORME_SOUS_LECTURE", lectures={HOSTILE: HOSTILE}),
            question("Q6", "REFUS_INJUSTIFIE", **bad, source={"phenomene": HOSTILE, "source": HOSTILE}),
        ],
        [
            finding(1, ["Q1"], titre=HOSTILE, sens=HOSTILE, commande=HOSTILE),
            finding(2, ["Q6"], regle=HOSTILE, articles=[HOSTILE, HOSTILE], diagnostic=HOSTILE),
            finding(3, ["Q2"], id=HOSTILE, regle=None),
        ],
        nom=HOSTILE,
        version=HOSTILE,
        engine=HOSTILE,
        profile=HOSTILE,
        capacites=CAPACITES | {"enveloppe": {"x": HOSTILE}, "lectures": {"arrondi_ij": [HOSTILE]}},
        footer={"interrupted": HOSTILE, "incidents": [HOSTILE]},
    )


def plain(text: str) -> str:
    """The text with ordinary spaces and apostrophes."""
    return re.sub("[\u00a0\u202f]", " ", text).replace("’", "'")
