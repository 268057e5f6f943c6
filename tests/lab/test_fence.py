"""What the machine keeps from the process of a query, whatever the database would let it do."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.commands.sandbox import sandbox
from dashboard.lab.fence import FENCES
from dashboard.lab.worker import ENVIRONMENT, Worker, new_folder
from dashboard.settings import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fences are Linux's")


def test_nothing_else_can_be_done(tmp_path: Path) -> None:
    folder = new_folder(tmp_path)
    (folder / "facts.txt").write_text("facts")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        command = [sys.executable, "-m", "tests.lab.fenced", str(folder), str(listening.getsockname()[1])]
        done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True)
    told = json.loads(done.stdout)
    if not all(told["stand"].values()):
        pytest.skip(f"not every fence stands on this machine: {told['stand']}")
    assert told["done"] == []
    assert told["may"] == {"read": "facts", "write": 1}
    assert not set(told["environment"]) - set(ENVIRONMENT) - {"LC_CTYPE"}


def test_the_doctor_tells_which_fences_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    look = sandbox()
    assert {"without a network", "no other files", "bounds of the kernel"} <= set(look.found)
    monkeypatch.setattr(Worker, "fences", lambda _: dict.fromkeys(FENCES, False))
    advice = [one.text for one in sandbox().advice]
    assert len(advice) == 4 and not any(one.must for one in sandbox().advice)
    assert "Landlock" in " ".join(advice)
