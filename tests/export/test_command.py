"""`pocket export` as a schedule calls it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.app_pages import PAGES
from dashboard.cli import app
from dashboard.commands.export import WHOLE, Ending
from dashboard.export.formats import FORMATS
from dashboard.settings import settings
from tests.export.views import opened

run = CliRunner().invoke


def test_files_are_written_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(app, ["export", "market", "--param", "market=Südkorea", "--format", "xlsx", "--lang", "en"])
    assert result.exit_code == 0, result.output
    [file] = tmp_path.iterdir()
    assert file.name.startswith("pocket-world_KR_market_") and file.name in result.output
    assert "South Korea" in str(opened(file.read_bytes()).properties.title)
    target = tmp_path / "own.png"
    asked = ["export", "market", "--figure", "market-sectors", "-o", str(target), "--dark"]
    assert run(app, asked).exit_code == 0
    assert target.read_bytes().startswith(b"\x89PNG") and sorted(tmp_path.iterdir()) == sorted([file, target])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere", "--format", "csv"], 2, ["nowhere", *PAGES]),
        (["market", "--format", "csv"], 2, ["xlsx, zip", "market-sectors"]),
        (["market", "--format", "pdf"], 2, ["pdf", *FORMATS]),
        (["market", "--figure", "nothing", "--format", "csv"], 2, ["nothing", "market-sectors"]),
        (["market", "--figure", "market-news", "--format", "svg"], 2, ["csv, xlsx"]),
        (["sectors", "--format", "zip", "--param", "theme=nonsense"], 2, ["nonsense", "greentech"]),
        (["sectors", "--format", "zip", "--param", "colour=red"], 2, ["colour", "theme"]),
        (["sectors", "--format", "zip", "--param", "theme"], 2, ["key=value"]),
        (["sectors"], 2, ["Name a format", "zip"]),
        (["sectors", "-o", "x.pdf"], 2, ["x.pdf would not be what its name says"]),
        (["companies", "--figure", "by-market", "--format", "svg", "--param", "q=qqqq"], 2, ["nothing to draw"]),
        (["sectors", "--format", "zip", "-o", "own.xlsx"], 2, ["own.xlsx would not be what its name says: zip"]),
        (["sectors", "--format", "zip", "-o", "/nowhere/at/all.zip"], 1, ["/nowhere/at/all.zip", "No such file"]),
    ],
)
def test_mistakes_end_in_one_clear_message(arguments: list[str], code: int, said: list[str]) -> None:
    result = run(app, ["export", *arguments])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output and not [word for word in said if word not in result.output]


@pytest.mark.parametrize("command", [["export", "sectors", "--format", "zip"], ["briefing", "--market", "JP"]])
def test_a_setting_that_cannot_be_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setenv("POCKET_LANG", "xx")
    settings.cache_clear()
    result = run(app, command)
    monkeypatch.undo()
    settings.cache_clear()
    assert result.exit_code == 1 and result.stderr.startswith("POCKET_LANG = xx: ") and "pydantic" not in result.stderr


def test_every_format_can_be_asked_for() -> None:
    assert set(Ending.__args__) == {*FORMATS, *WHOLE}


@pytest.mark.slow
def test_it_needs_no_other_program(tmp_path: Path) -> None:
    """With an empty PATH: no browser, no office."""
    for ending in ("svg", "png", "xlsx", "csv", "zip"):
        file = tmp_path / f"file.{ending}"
        figure = [] if ending == "zip" else ["--figure", "market-sites"]
        command = [sys.executable, "-m", "dashboard.cli", "export", "market", *figure]
        done = subprocess.run(
            [*command, "--format", ending, "-o", str(file)], env={**os.environ, "PATH": ""}, check=False
        )
        assert done.returncode == 0 and file.stat().st_size > 2_000


def test_a_folder_without_facts_is_said(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dashboard.cli", "export", "sectors", "--format", "zip", "--data", str(tmp_path)]
    env = {**os.environ, "POCKET_STORE": str(tmp_path / "store")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "datapackage.json" in done.stderr and "Traceback" not in done.stderr
