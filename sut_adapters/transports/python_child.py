"""Speaks the protocol for a Python callable; run by the engine's own interpreter, without étalon.

Usage: python_child.py module:callable [FOLDER…]. The folders go first on the path.
Only the standard library, and only syntax that Python 3.6 reads.
"""

import sys

# The folder of this script comes first on the path, and would hide the engine's modules of the same name.
if sys.path and sys.path[0] == __file__.rpartition("/")[0]:
    del sys.path[0]

import importlib
import json
import os
import traceback
from typing import Any

ISSUES = ("resultat", "refus", "hors_champ", "erreur")
CANNOT_LOAD = 3


def private_streams() -> Any:
    """Keep stdin and stdout for the protocol: the engine prints on stderr, and has nothing to read."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, answers


def load(target: str) -> Any:
    """The module and the callable that ``module:callable`` names; ends the process when it cannot."""
    try:
        return find(*target.split(":", 1))
    except BaseException as error:  # an engine may even exit while it is imported
        traceback.print_exc()
        sys.stderr.write(f"cannot load {target}: {tell(error)}\n")
        sys.stderr.flush()
        os._exit(CANNOT_LOAD)  # threads that the engine has started must not keep the process alive


def find(name: str, path: str) -> Any:
    """The module and the callable that a dotted path leads to."""
    module = importlib.import_module(name)
    found: Any = module
    for attribute in path.split("."):
        found = getattr(found, attribute)
    if not callable(found):
        raise TypeError(f"{path} is a {type(found).__name__}; accepted: a callable")
    return module, found


def tell(error: BaseException) -> str:
    """An exception in one line."""
    return traceback.format_exception_only(type(error), error)[-1].strip()


def present(module: Any, name: str) -> Any:
    """The answer to hello: what the module says of itself in NOM, VERSION and CAPACITES."""
    return {
        "nom": getattr(module, "NOM", name),
        "version": str(getattr(module, "VERSION", "inconnue")),
        "protocole": 1,
        "capacites": getattr(module, "CAPACITES", {"champs_rendus": ["decisions", "periodes"]}),
    }


def compute(function: Any, case: Any, more: Any) -> Any:
    """One answer; an exception becomes ``erreur``, its traceback goes to stderr."""
    try:
        answer = shaped(function(case["dossier"], case["au"], **more))
    except (Exception, SystemExit) as error:
        traceback.print_exc()
        answer = {"erreur": {"message": tell(error)}}
    return dict(answer, cas=case["cas"])


def shaped(returned: Any) -> Any:
    """What the callable returned, as an answer: a décompte, or ``{"refus": …}`` and the like as they are."""
    if not isinstance(returned, dict):
        raise TypeError(f"the callable returned a {type(returned).__name__}; accepted: a dict")
    json.dumps(returned, allow_nan=False)
    named = len(returned) == 1 and next(iter(returned)) in ISSUES
    return returned if named else {"resultat": returned}


def main() -> None:
    """Answer one line for one line until bye, or until stdin ends."""
    target = sys.argv[1]
    sys.path[:0] = sys.argv[2:]
    requests, answers = private_streams()
    module, function = load(target)
    for line in requests:
        request = json.loads(line.decode("utf-8"))
        answer = {"seq": request["seq"]}
        if request["op"] == "hello":
            answer.update(present(module, target.split(":", maxsplit=1)[0]))
        elif request["op"] == "liquider":
            more = {"lectures": request["lectures"]} if "lectures" in request else {}
            answer["reponses"] = [compute(function, case, more) for case in request["dossiers"]]
        sys.stderr.flush()
        answers.write(json.dumps(answer).encode("ascii") + b"\n")
        answers.flush()
        if request["op"] == "bye":
            break


if __name__ == "__main__":
    main()
