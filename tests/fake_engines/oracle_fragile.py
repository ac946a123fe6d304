"""The oracle as an engine that misbehaves at one question; it answers all others well.

Usage: oracle_fragile.py BEHAVIOUR CASE [FLAG] [--received FILE]. CASE "all" means every question.
``die``: ends there, every time; ``die_for_good``: ends there and never starts again, FLAG keeps the memory of it.
``garble``: writes what is no JSON; ``hang``: answers nothing; ``well``: misbehaves nowhere.
With ``--received`` every line received is appended to FILE.
"""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sut_adapters.moteurs.etalon import servir

BEHAVIOURS = ("die", "die_for_good", "garble", "hang", "well")


def concerned(message: Any, case: str) -> bool:
    """Whether a message asks the question at which the engine misbehaves."""
    return any(case in ("all", each["cas"]) for each in message.get("dossiers", ()))


def misbehave(behaviour: str, flag: Path | None) -> None:
    """Do it; only ``garble`` and ``well`` return."""
    if flag is not None:
        flag.touch()
    if behaviour.startswith("die"):
        os._exit(7)
    while behaviour == "hang":
        signal.pause()


def lines(asked: argparse.Namespace) -> Iterator[str]:
    """What the oracle is to answer; lines at which the engine misbehaves never reach it."""
    for line in sys.stdin:
        if asked.received is not None:
            with asked.received.open("a", encoding="utf-8") as file:
                file.write(line)
        if asked.behaviour != "well" and concerned(json.loads(line), asked.case):
            misbehave(asked.behaviour, asked.flag)
            print("Segmentation fault (not really)", flush=True)
        else:
            yield line


def main() -> None:
    """Command line of the engine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("behaviour", choices=BEHAVIOURS)
    parser.add_argument("case")
    parser.add_argument("flag", nargs="?", type=Path)
    parser.add_argument("--received", type=Path)
    asked = parser.parse_args()
    if asked.behaviour == "die_for_good" and asked.flag.exists():
        sys.exit("no licence found")
    servir(lines(asked), sys.stdout)


main()
