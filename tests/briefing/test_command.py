"""`pocket briefing`: files by name, the monthly set, and words and exit codes for whoever asks in vain."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.briefing.formats import FORMATS
from dashboard.cli import app
from dashboard.commands.briefing import MONTHLY
from dashboard.language import COMPLETE
from dashboard.settings import settings
from dashboard.warehouse import warehouse

RUN = CliRunner()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--market", "XX"], "market: XX means nothing here; it can be JP"),
        (["--market", "JP", "--section", "weather"], "There is no chapter weather"),
        (["--market", "JP", "--format", "doc"], "There is no format doc; there are: pptx"),
        (["--market", "JP", "--lang", "fr"], "languages are de, en"),
        (["--page", "region"], "There is no briefing of region; there is one of: market"),
        (["--market", "JP", "--param", "markt=JP"], "market knows no markt; it knows market"),
        (["--market", "JP", "--param", "market"], "write it as key=value"),
        (["--all", "--market", "JP"], "--all is the set of all core markets"),
        ([], "Name a market, such as --market JP, or ask for --all."),
    ],
)
def test_what_does_not_exist_is_wrong_usage(asked: list[str], said: str) -> None:
    ended = RUN.invoke(app, ["briefing", *asked])
    assert ended.exit_code == 2 and said in ended.stderr and ended.stdout == ""


def test_a_file_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    target = tmp_path / "missing" / "kr.pptx"
    ended = RUN.invoke(app, ["briefing", "--market", "KR", "--section", "figures", "-o", str(target)])
    assert ended.exit_code == 1 and f"{target} cannot be written" in ended.stderr


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_written_with_the_note(kind: str, tmp_path: Path) -> None:
    asked = ["briefing", "--market", "KR", "--lang", "en", "--format", kind, "--note", "For the delegation"]
    target = tmp_path / f"kr.{kind}"
    ended = RUN.invoke(app, [*asked, "-o", str(target)])
    assert ended.exit_code == 0, ended.stderr
    assert f"data version {warehouse().version}" in ended.stdout
    content = target.read_bytes()
    assert content.startswith({"pptx": b"PK", "html": b"<!"}.get(kind, b"%PDF-"))
    if kind == "pptx":
        with zipfile.ZipFile(target) as deck:
            assert b"For the delegation" in deck.read("ppt/slides/slide1.xml")
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.slow
def test_no_other_program_is_needed(tmp_path: Path) -> None:
    """With an empty PATH: no browser, no office."""
    command = [sys.executable, "-m", "dashboard.cli", "briefing", "--market", "KR"]
    wanted = [word for kind in FORMATS for word in ("--format", kind)]
    done = subprocess.run(
        [*command, *wanted],
        env={**os.environ, "PATH": "", "POCKET_STORE": str(settings().store.resolve())},
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0 and len(list(tmp_path.glob("pocket-world_KR_*"))) == len(FORMATS)


@pytest.mark.slow
def test_the_monthly_set_is_all_core_markets_in_both_languages(tmp_path: Path) -> None:
    ended = RUN.invoke(app, ["briefing", "--all", "--section", "figures", "-o", str(tmp_path / "set")])
    assert ended.exit_code == 0, ended.stderr
    core = [market for market in warehouse().markets.values() if market.core]
    names = {path.name for path in (tmp_path / "set").iterdir()}
    assert len(names) == len(core) * len(COMPLETE) * len(MONTHLY)
    assert {name.split("_")[1] for name in names} == set(core)
