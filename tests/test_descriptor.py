"""Descriptors: an engine plugged in with one TOML file, and errors that say what to write instead."""

import json
import sys
from pathlib import Path

import pytest

from oracle.decompte import lire_decompte
from sut_adapters.descriptor import (
    CommandDescriptor,
    DescriptorError,
    PythonDescriptor,
    open_engine,
    read_descriptor,
)
from sut_adapters.outcomes import EngineUnusable, OutOfScope, Question, Rendered

REPOSITORY = Path(__file__).parent.parent
FAKE = Path(__file__).parent / "fake_engines" / "moteur.py"
COMMAND = 'name = "x"\ntransport = "command"\ncommand = ["moteur"]\n'
PYTHON = 'name = "x"\ntransport = "python"\nmodule = "moteur"\ncallable = "liquider"\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "moteur.toml"
    file.write_text(text, encoding="utf-8")
    return file


def refusal_of(folder: Path, text: str) -> str:
    with pytest.raises(DescriptorError) as caught:
        read_descriptor(written(folder, text))
    return str(caught.value)


def test_what_is_left_out_has_a_default(tmp_path: Path) -> None:
    command = read_descriptor(written(tmp_path, COMMAND))
    assert isinstance(command, CommandDescriptor)
    assert (command.deadline_seconds, command.start_deadline_seconds) == (10.0, 60.0)
    assert (command.cwd, command.env) == (tmp_path, {})
    python = read_descriptor(written(tmp_path, PYTHON))
    assert isinstance(python, PythonDescriptor)
    assert (python.interpreter, python.path, python.cwd) == (None, (tmp_path,), tmp_path)


def test_paths_are_relative_to_the_file_and_not_to_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "engine"
    (home / "src").mkdir(parents=True)
    (home / "bin").mkdir()
    (home / "bin" / "python").symlink_to(sys.executable)
    text = PYTHON + 'cwd = "src"\npath = ["src", "bin"]\ninterpreter = "bin/python"\n'
    written(home, text)
    monkeypatch.chdir(tmp_path)
    found = read_descriptor(Path("engine/moteur.toml"))
    assert isinstance(found, PythonDescriptor)
    assert found.cwd == home / "src"
    assert found.path == (home / "src", home / "bin")
    assert found.interpreter == str(home / "bin" / "python"), "the link itself: a virtual environment is one"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "x"\n', 'transport: missing; accepted: "command" or "python"'),
        ('name = "x"\ntransport = "http"\n', """transport: got 'http'; accepted: "command" or "python\""""),
        ('transport = "command"\ncommand = ["x"]\n', "name: missing; accepted: a text"),
        (COMMAND + 'name = ""', "is not TOML"),
        ('name = "x"\ntransport = "command"\n', "command: missing; accepted: a list of texts"),
        (
            COMMAND.replace('["moteur"]', '"java -jar x"'),
            "command: got 'java -jar x'; accepted: a list of texts",
        ),
        (COMMAND.replace('["moteur"]', "[]"), "command: got '[]'; accepted: a list of texts"),
        (
            COMMAND + "deadline_seconds = 0\n",
            "deadline_seconds: got '0'; accepted: a number of seconds above 0",
        ),
        (COMMAND + "deadline_seconds = true\n", "deadline_seconds: got 'True'"),
        (COMMAND + 'deadline_seconds = "10"\n', "deadline_seconds: got '10'"),
        (COMMAND + "start_deadline_seconds = nan\n", "start_deadline_seconds: got 'nan'"),
        (COMMAND + "start_deadline_seconds = inf\n", "start_deadline_seconds: got 'inf'"),
        (COMMAND + 'cwd = "nulle_part"\n', "cwd: got 'nulle_part'; accepted: a folder that exists"),
        (COMMAND + "cwd = 3\n", "cwd: got '3'; accepted: a folder that exists"),
        (COMMAND + "env = { A = 1 }\n", "env: got \"{'A': 1}\"; accepted: a table of texts"),
        (COMMAND + 'env = { "A=B" = "1" }\n', "env: got"),
        (COMMAND + "deadline = 3\n", "deadline: unknown key; did you mean deadline_seconds? accepted"),
        (COMMAND + 'module = "x"\n', "module: unknown key; accepted with this transport: name,"),
        (PYTHON.replace('"moteur"', '"src/moteur.py"'), "module: got 'src/moteur.py'; accepted: the name of"),
        (PYTHON.replace('"liquider"', '"liquider()"'), "callable: got 'liquider()'; accepted: the name of"),
        (
            PYTHON + 'path = ["nulle_part"]\n',
            "path: got 'nulle_part'; accepted: a list of folders that exist",
        ),
        (PYTHON + 'path = "src"\n', "path: got 'src'; accepted: a list of folders that exist"),
        (
            PYTHON + 'interpreter = "venv/bin/python"\n',
            "interpreter: got 'venv/bin/python'; accepted: a Python",
        ),
    ],
)
def test_a_wrong_key_is_named_with_the_file_the_value_and_what_is_accepted(
    tmp_path: Path, text: str, told: str
) -> None:
    refusal = refusal_of(tmp_path, text)
    assert refusal.startswith(f"{tmp_path / 'moteur.toml'}: ")
    assert told in refusal


def test_every_fault_has_its_line(tmp_path: Path) -> None:
    lines = refusal_of(tmp_path, COMMAND + "deadline_seconds = -1\nfoo = 1\n").splitlines()
    assert [line.split(": ")[1] for line in lines] == ["deadline_seconds", "foo"]


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DescriptorError, match="cannot be read: No such file"):
        read_descriptor(tmp_path / "moteur.toml")
    with pytest.raises(DescriptorError, match="cannot be read: Is a directory"):
        read_descriptor(tmp_path)
    (tmp_path / "moteur.toml").write_bytes(b"\xff")
    with pytest.raises(DescriptorError, match="is not UTF-8"):
        read_descriptor(tmp_path / "moteur.toml")


def test_a_described_command_is_asked_with_its_folder_and_its_environment(tmp_path: Path) -> None:
    (tmp_path / "moteur.py").write_text(
        """
import json, os, sys
for line in sys.stdin:
    request = json.loads(line)
    answer = {"seq": request["seq"]}
    if request["op"] == "hello":
        answer |= {"nom": "x", "version": "1", "protocole": 1, "capacites": {"champs_rendus": ["taux"]}}
    if request["op"] == "liquider":
        seen = {"cwd": os.getcwd(), "added": os.environ["ADDED"], "kept": "PATH" in os.environ}
        answer["reponses"] = [{"cas": "k", "resultat": seen}]
    print(json.dumps(answer), flush=True)
"""
    )
    command = json.dumps([sys.executable, "moteur.py"])
    text = f'name = "x"\ntransport = "command"\ncommand = {command}\nenv = {{ ADDED = "yes" }}\n'
    with open_engine(read_descriptor(written(tmp_path, text))) as engine:
        (answer,) = engine.ask([Question("k", {}, "2025-01-31")])
    assert answer.outcome == Rendered({"cwd": str(tmp_path), "added": "yes", "kept": True})


def test_a_command_that_does_not_exist_makes_the_engine_unusable(tmp_path: Path) -> None:
    descriptor = read_descriptor(written(tmp_path, COMMAND.replace("moteur", "no-such-program")))
    with pytest.raises(EngineUnusable, match=r"cannot start .*no-such-program"), open_engine(descriptor):
        pass


def test_a_module_that_cannot_be_imported_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(EngineUnusable, match="No module named 'moteur'"),
        open_engine(read_descriptor(written(tmp_path, PYTHON))),
    ):
        pass


def test_the_deadlines_of_the_descriptor_are_kept(tmp_path: Path) -> None:
    command = json.dumps([sys.executable, str(FAKE), "never_says_hello"])
    text = f'name = "x"\ntransport = "command"\ncommand = {command}\nstart_deadline_seconds = 0.3\n'
    with (
        pytest.raises(EngineUnusable, match=r"no answer to hello within 0\.3 s"),
        open_engine(read_descriptor(written(tmp_path, text))),
    ):
        pass


def dossier(brut: str = "2000.00", **avis: object) -> dict[str, object]:
    mois = [("2025-01-01", "2025-01-31"), ("2025-02-01", "2025-02-28"), ("2025-03-01", "2025-03-31")]
    arret = {"id": "p3", "type": "avis_arret", "arret": "S1", "risque": "maladie"}
    attestation = {"id": "p4", "type": "attestation_salaire", "arret": "S1", "activite": "A"}
    return {
        "assure": {"naissance": "1988-02-14"},
        "pieces": [
            arret | {"debut": "2025-04-03", "fin": "2025-04-12"} | avis,
            attestation | {"paies": [{"debut": debut, "fin": fin, "brut": brut} for debut, fin in mois]},
        ],
    }


def test_the_example_engine_runs_from_its_descriptor() -> None:
    descriptor = read_descriptor(REPOSITORY / "examples" / "moteur_python" / "moteur.toml")
    with open_engine(descriptor) as engine:
        paid, other = engine.ask(
            [
                Question("paid", dossier(), "2025-04-30"),
                Question("other", dossier(risque="accident"), "2025-04-30"),
            ]
        )
        rendered = set(engine.capacites.champs_rendus)
    assert isinstance(paid.outcome, Rendered)
    assert paid.outcome.resultat.keys() == rendered
    decompte = lire_decompte(paid.outcome.resultat)
    # (3 × 2000.00) ÷ 91.25 ÷ 2 = 32.876712…
    assert [(str(due.statut), str(due.debut), int(due.montant_journalier)) for due in decompte.periodes] == [
        ("carence", "2025-04-03", 0),
        ("indemnise", "2025-04-06", 3288),
    ]
    assert decompte.taux[0].montant_journalier == 3288
    assert isinstance(other.outcome, OutOfScope)


def test_the_example_engine_pays_a_stop_of_three_days_nothing() -> None:
    descriptor = read_descriptor(REPOSITORY / "examples" / "moteur_python" / "moteur.toml")
    with open_engine(descriptor) as engine:
        (answer,) = engine.ask([Question("short", dossier(fin="2025-04-05"), "2025-04-30")])
    assert isinstance(answer.outcome, Rendered)
    assert [due["statut"] for due in answer.outcome.resultat["periodes"]] == ["carence"]
