"""The launcher on machines that lack something, with invented interpreters in place of Python."""

import os
import shutil
import subprocess

import pytest

from jaga_cli.testing import ROOT

# An interpreter that answers the launcher's questions; NEW and VENV say how.
STUB = """#!/bin/sh
case "$*" in
    *version_info*) exit {old} ;;
    *"import ensurepip"*) exit {bare} ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip "*) echo "$*" >>"$LOG" ; {pip} ;;
    *) echo "$0 $* PYTHONPATH=$PYTHONPATH" ;;
esac
"""
TOOLS = ("sh", "dirname", "readlink", "cksum", "grep", "mkdir", "rm", "mv", "cp", "cat", "sleep")


@pytest.fixture
def machine(tmp_path):
    """A clone and a PATH that holds the shell's tools and no Python."""
    (tmp_path / "clone" / "requirements").mkdir(parents=True)
    shutil.copy(ROOT / "jaga", tmp_path / "clone")
    for name in ("base", "dev"):
        (tmp_path / "clone" / "requirements" / f"{name}.lock").write_text(f"{name}==1\n")
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def give_python(machine, name="python3", *, old=False, bare=False, pip=":"):
    path = machine / "bin" / name
    path.write_text(STUB.format(old=int(old), bare=int(bare), pip=pip))
    path.chmod(0o755)


def launch(machine, *arguments, file=None, language="en", cwd=None):
    environment = {
        "PATH": str(machine / "bin"),
        "LOG": str(machine / "pip.log"),
        "JAGA_LANGUAGE": language,
    }
    return subprocess.run(
        [file or machine / "clone" / "jaga", *arguments],
        env=environment, cwd=cwd or machine, capture_output=True, text=True, timeout=30,
    )  # fmt: skip


def installs(machine):
    log = machine / "pip.log"
    return log.read_text().splitlines() if log.exists() else []


@pytest.mark.parametrize(
    ("python", "says"),
    [
        (None, "install it first (Debian and Ubuntu: apt install python3 python3-venv)"),
        ({"old": True}, "Jaga needs Python 3.11 or newer"),
        ({"bare": True}, "apt install python3-venv"),
        ({"name": "python3.12", "bare": True}, "apt install python3.12-venv"),
    ],
)
def test_one_sentence_says_what_to_install(machine, python, says):
    if python is not None:
        give_python(machine, **python)
    ended = launch(machine, "demo")
    assert ended.returncode == 4
    assert says in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert not (machine / "clone" / ".venv").exists()


def test_the_sentence_is_indonesian_in_an_indonesian_terminal(machine):
    assert "Jaga memerlukan Python 3.11" in launch(machine, language="id_ID.UTF-8").stderr


def test_a_terminal_without_a_language_gets_both_on_one_line(machine):
    said = launch(machine, language="C.UTF-8").stderr
    assert "Jaga memerlukan" in said
    assert "Jaga needs" in said
    assert len(said.splitlines()) == 1


def test_an_old_python3_beside_a_newer_one_is_passed_over(machine):
    give_python(machine, old=True)
    give_python(machine, "python3.13")
    assert launch(machine, "check").returncode == 0


def test_the_first_use_installs_with_hashes_and_the_second_starts_at_once(machine):
    give_python(machine)
    first = launch(machine, "demo", "--port", "1")
    assert "-m jaga_cli demo --port 1" in first.stdout
    assert f"PYTHONPATH={machine / 'clone' / 'src'}" in first.stdout
    second = launch(machine, "demo")
    assert second.stderr == ""
    assert len(installs(machine)) == 1
    assert "--require-hashes" in installs(machine)[0]
    assert "://" not in installs(machine)[0]


def test_a_changed_lock_installs_again(machine):
    give_python(machine)
    launch(machine)
    (machine / "clone" / "requirements" / "base.lock").write_text("base==2\n")
    launch(machine)
    assert len(installs(machine)) == 2


def test_the_tests_use_the_developers_lock_which_serves_the_demo_too(machine):
    give_python(machine)
    assert "-m jaga_cli.testing -q" in launch(machine, "test", "-q").stdout
    launch(machine, "demo")
    assert [line.split("/")[-1] for line in installs(machine)] == ["dev.lock"]


def test_a_failed_installation_says_so_and_is_repeated(machine):
    give_python(machine, pip="exit 1")
    ended = launch(machine, "demo")
    assert ended.returncode == 4
    assert "The installation failed" in ended.stderr
    give_python(machine)
    assert launch(machine, "demo").returncode == 0


def test_an_installation_cut_short_is_made_anew(machine):
    give_python(machine)
    half = machine / "clone" / ".venv"
    half.mkdir()
    (half / ".jaga-installing").write_text("99999999\n")
    (half / "half-a-package").write_text("")
    assert launch(machine, "demo").returncode == 0
    assert not (half / "half-a-package").exists()
    assert len(installs(machine)) == 1


def test_an_environment_whose_python_is_gone_is_made_anew(machine):
    give_python(machine)
    launch(machine, "demo")
    python = machine / "clone" / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(machine / "gone")
    assert launch(machine, "demo").returncode == 0
    assert len(installs(machine)) == 2


def test_it_runs_through_a_link_from_any_folder(machine):
    give_python(machine)
    (machine / "elsewhere").mkdir()
    link = machine / "elsewhere" / "jaga"
    link.symlink_to("../clone/jaga")
    ended = launch(machine, "check", file=link, cwd="/")
    assert f"{machine / 'clone' / '.venv' / 'bin' / 'python'} -m jaga_cli check" in ended.stdout


def test_a_script_for_any_posix_shell():
    shell = shutil.which("dash") or shutil.which("sh")
    subprocess.run([shell, "-n", ROOT / "jaga"], check=True)
    assert os.access(ROOT / "jaga", os.X_OK)
