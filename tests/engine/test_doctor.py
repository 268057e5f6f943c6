"""What `pocket doctor` tells of an engine elsewhere and of its lake."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.commands import doctor, elsewhere
from dashboard.commands.look import Look
from dashboard.settings import settings
from dashboard.warehouse.lake.lake import Lake
from tests.engine.conftest import copied
from tests.engine.remote import Remote
from tools.browser import free_port

Looked = Callable[[str, str], Look]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Looked]:
    """What is found of the engine at this address, with this lake."""

    def at(url: str, lake: str) -> Look:
        for name, value in {"ENGINE": "spark", "ENGINE_URL": url, "LAKE": lake}.items():
            monkeypatch.setenv(f"POCKET_{name}", value)
        settings.cache_clear()
        return elsewhere.engine()

    yield at
    monkeypatch.undo()
    settings.cache_clear()


def test_an_engine_that_answers(looked: Looked, lake: Lake, engine: Remote) -> None:
    look = looked(engine.url, lake.place.url)
    assert not look.advice and look.found["reachable"] and str(look.found["reads the lake"]).startswith("yes")
    assert look.found["address"] == engine.url.removeprefix("sc://") and look.found["version"]
    assert look.found["counts there"] == lake.newest().folder


def test_what_the_engine_cannot_read_and_what_is_newer_here(
    looked: Looked, lake: Lake, engine: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POCKET_ENGINE_LAKE", str(tmp_path / "not" / "there"))
    monkeypatch.setattr(elsewhere, "_here", lambda: "newer")
    look = looked(engine.url, copied(lake, tmp_path / "lake").place.url)
    must, newer = look.advice
    assert must.must and "a table is missing" in must.text and look.found["reads the lake"] is False
    assert newer.text == elsewhere.NEWER and not newer.must


def test_staff_s_copy_is_looked_at_where_somebody_may_sign_in(
    looked: Looked, lake: Lake, engine: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = copied(lake, tmp_path / "lake")
    shutil.rmtree(tmp_path / "lake" / lake.newest().folder / "whole")
    monkeypatch.setenv("POCKET_ENGINE_LAKE", theirs.place.url)
    assert not looked(engine.url, lake.place.url).advice, "nobody reads it"
    monkeypatch.setenv("POCKET_STAFF", "local")
    look = looked(engine.url, lake.place.url)
    [advice] = look.advice
    assert advice.must and "/whole/" in advice.text and "POCKET_LAKE" in advice.text
    assert str(look.found["reads the lake"]).startswith("yes") and look.found["reads staff's copy"] is False
    monkeypatch.setenv("POCKET_ENGINE_LAKE", "")
    look = looked(engine.url, lake.place.url)
    assert not look.advice and str(look.found["reads staff's copy"]).startswith("yes")


def test_nobody_there_and_nothing_published(looked: Looked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are told, and no token is."""
    port = free_port()
    look = looked(f"sc://127.0.0.1:{port}/;token=secret", str(tmp_path))
    assert look.found == {
        "who answers": "an engine elsewhere",
        "address": f"127.0.0.1:{port}",
        "reachable": False,
        "lake": str(tmp_path),
    }
    assert [one.must for one in look.advice] == [True, True]
    assert "Start the engine" in look.advice[0].text and "Run `pocket publish`" in look.advice[1].text
    monkeypatch.setattr(doctor, "LOOKS", (elsewhere.engine,))  # the others are looked at elsewhere, and take longer
    told = CliRunner().invoke(app, ["doctor"])
    assert told.exit_code == 1 and "All is fine" not in told.output and "secret" not in told.output
    assert re.search("reachable +no", told.output)
