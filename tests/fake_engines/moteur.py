"""An engine that misbehaves on demand; standard library only.

Usage: moteur.py BEHAVIOUR [CASE [FLAG]]. It misbehaves on CASE (default "k", or "all"), or at start.
With FLAG, a path, it misbehaves only as long as no file is there, and leaves one when it does.
"""
# ruff: noqa: ARG001  # every misbehaviour is called alike

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

BEHAVIOUR = sys.argv[1]
CASE = sys.argv[2] if len(sys.argv) > 2 else "k"
FLAG = Path(sys.argv[3]) if len(sys.argv) > 3 else None
CAPACITES: dict[str, Any] = {"champs_rendus": ["taux"], "lectures": {"arrondi_ij": ["troncature"]}}
HOLDER = "import sys, time; pipe = open(sys.argv[1], 'w'); time.sleep(300)"
"""A child that keeps the named pipe CASE open as long as it lives."""


def write(data: bytes) -> None:
    os.write(1, data)


def say(message: Any) -> None:
    write(json.dumps(message).encode() + b"\n")


def wait_for_ever() -> NoReturn:
    time.sleep(300)  # longer than any test, so that none is left behind by tests that were killed
    os._exit(9)


def good(request: Any) -> Any:
    answers = [{"cas": each["cas"], "resultat": {"echo": each["dossier"]}} for each in request["dossiers"]]
    return {"seq": request["seq"], "reponses": answers}


def die(request: Any) -> None:
    os._exit(7)


def killed(request: Any) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    wait_for_ever()


def die_after(request: Any) -> None:
    say(good(request))
    os._exit(0)


def die_midway(request: Any) -> None:
    write(json.dumps(good(request)).encode()[:20])
    os._exit(7)


def close_stdout(request: Any) -> None:
    os.close(1)
    wait_for_ever()


def hang(request: Any) -> None:
    wait_for_ever()


def late(request: Any) -> None:
    time.sleep(0.7)
    say(good(request))


def drip(request: Any) -> None:
    while True:
        write(b"x")
        time.sleep(0.02)


def garbage(request: Any) -> None:
    write(b"Segmentation fault (not really)\n")


def empty(request: Any) -> None:
    write(b"\n")


def wrong_seq(request: Any) -> None:
    say(dict(good(request), seq=request["seq"] + 1))


def previous(request: Any) -> None:
    answers = [{"cas": "before", "resultat": {"echo": {}}}]
    say({"seq": request["seq"] - 1, "reponses": answers})


def previous_case(request: Any) -> None:
    say({"seq": request["seq"], "reponses": [{"cas": "before", "resultat": {"echo": {}}}]})


def missing(request: Any) -> None:
    answer = good(request)
    say(dict(answer, reponses=[each for each in answer["reponses"] if each["cas"] != CASE]))


def twice(request: Any) -> None:
    answer = good(request)
    say(dict(answer, reponses=answer["reponses"] * 2))


def two_lines(request: Any) -> None:
    line = json.dumps(good(request)).encode() + b"\n"
    write(line + line)


def two_kinds(request: Any) -> None:
    answer = good(request)
    for each in answer["reponses"]:
        each["refus"] = {"motif": "x"}
    say(answer)


def shapeless(request: Any) -> None:
    say({"seq": request["seq"], "reponses": {"cas": CASE}})


def nan(request: Any) -> None:
    write(
        json.dumps(dict(good(request), reponses=[{"cas": CASE, "resultat": {"x": float("nan")}}])).encode()
        + b"\n"
    )


def not_utf8(request: Any) -> None:
    write(b'{"seq":%d,"reponses":[{"cas":"k","refus":{"motif":"refus\xe9"}}]}\n' % request["seq"])


def huge(request: Any) -> None:
    write(b'{"seq":')
    try:
        while True:
            write(b" " * 65536)
    except BrokenPipeError:
        os._exit(1)


def loud(request: Any) -> None:
    sys.stderr.write("first\n" + "x" * 2**20 + "\nlast\n")
    sys.stderr.flush()
    say(good(request))


def whisper(request: Any) -> None:
    sys.stderr.write("about " + request["dossiers"][0]["cas"])
    sys.stderr.flush()
    say(good(request))


def whisper_and_die(request: Any) -> None:
    sys.stderr.write("about " + request["dossiers"][0]["cas"])
    sys.stderr.flush()
    os._exit(7)


def hasty(request: Any) -> None:
    """Answers the next message when it has read one byte of it, and reads no further."""
    say(good(request))
    os.read(0, 1)
    say({"seq": request["seq"] + 1, "reponses": []})
    wait_for_ever()


def deaf(request: Any) -> None:
    """Reads nothing more after hello; the pipe fills up."""
    wait_for_ever()


def refuse(request: Any) -> None:
    say({"seq": request["seq"], "reponses": [{"cas": CASE, "refus": {"motif": "illisible"}}]})


def out_of_scope(request: Any) -> None:
    say({"seq": request["seq"], "reponses": [{"cas": CASE, "hors_champ": {"motif": "maternité"}}]})


def fail(request: Any) -> None:
    say({"seq": request["seq"], "reponses": [{"cas": CASE, "erreur": {"message": "NullPointerException"}}]})


def reversed_batch(request: Any) -> None:
    answer = good(request)
    say(dict(answer, reponses=answer["reponses"][::-1]))


def show_request(request: Any) -> None:
    answers = [{"cas": each["cas"], "resultat": {"request": request}} for each in request["dossiers"]]
    say({"seq": request["seq"], "reponses": answers})


def misbehaves(request: Any) -> bool:
    if FLAG and FLAG.exists():
        return False
    concerned = CASE == "all" or any(each["cas"] == CASE for each in request["dossiers"])
    if concerned and FLAG:
        FLAG.touch()
    return concerned


def at_start() -> None:
    if BEHAVIOUR == "exit_at_start" or (BEHAVIOUR == "die_for_good" and FLAG and FLAG.exists()):
        sys.stderr.write("no licence found\n")
        sys.exit(4)
    if BEHAVIOUR == "noise_on_stdout":
        write(b"Starting, please wait\n")
    if BEHAVIOUR == "noise_on_stderr":
        sys.stderr.write("Starting, please wait\n")
        sys.stderr.flush()
    if BEHAVIOUR == "parent":
        subprocess.Popen([sys.executable, "-c", HOLDER, CASE])
    if BEHAVIOUR == "orphan":
        quiet = subprocess.DEVNULL
        subprocess.Popen([sys.executable, "-c", HOLDER, CASE], stdin=quiet, stdout=quiet, stderr=quiet)
        os._exit(7)


def hello(request: Any) -> None:
    if BEHAVIOUR == "never_says_hello":
        wait_for_ever()
    capacites = dict(CAPACITES)
    if BEHAVIOUR == "unknown_capability":
        capacites["champs_rendus"] = ["montant"]
    if BEHAVIOUR == "no_lecture":
        del capacites["lectures"]
    answer = {"seq": request["seq"], "nom": "fake", "version": "1", "protocole": 1, "capacites": capacites}
    if BEHAVIOUR == "protocol_2":
        answer["protocole"] = 2
    if BEHAVIOUR == "changes_name" and FLAG and FLAG.exists():
        answer["nom"] = "other"
    say(answer)


def at_case() -> Callable[[Any], None]:
    """What the behaviour does on its case; those that concern the start or the end answer well."""
    others = {"die_for_good": die, "changes_name": die, "no_lecture": show_request}
    found: Callable[[Any], None] = (
        others.get(BEHAVIOUR) or globals().get(BEHAVIOUR) or (lambda r: say(good(r)))
    )
    return found


def main() -> None:
    at_start()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if request["op"] == "hello":
            hello(request)
            if BEHAVIOUR == "deaf":
                wait_for_ever()
        elif request["op"] == "bye":
            if BEHAVIOUR == "no_bye":
                wait_for_ever()
            say({"seq": request["seq"]})
            break
        elif misbehaves(request):
            at_case()(request)
        else:
            say(good(request))


main()
