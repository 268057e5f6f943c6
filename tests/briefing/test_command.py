"""`pocket briefing`: files by name, the monthly set, and words and exit codes for whoever asks in vain."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner
from typst import TypstError

from dashboard.briefing.formats import FORMATS
from dashboard.briefing.job import NothingToSay, briefing
from dashboard.cli import app
from dashboard.commands.briefing import MONTHLY
from dashboard.drawing.known import NotDrawn
from dashboard.language import COMPLETE
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.warehouse import warehouse

RUN = CliRunner()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--market", "XX"], "market: XX means nothing here; it can be JP"),
        (["--market", "JP", "--section", "weather"], "There is no chapter weather"),
        (["--market", "JP", "--format", "doc"], "There is no format doc; there are: pptx"),
        (["--market", "JP", "--format", "foo", "--dark"], "There is no format foo; there are: pptx"),
        (["--market", "JP", "--lang", "fr"], "languages are de, en"),
        (["--page", "region"], "There is no briefing of region; there is one of: market"),
        (["--market", "JP", "--param", "markt=JP"], "market knows no markt; it knows market"),
        (["--market", "JP", "--param", "market"], "write it as key=value"),
        (["--all", "--market", "JP"], "--all is the set of all core markets"),
        ([], "Name a market, such as --market JP, or ask for --all."),
        (["--market", "JP", "--format", "pptx", "-o", "kr.pdf"], "kr.pdf would not be what its name says: pptx"),
        (["--market", "JP", "--market", "IN", "-o", "both.pdf"], "-o names one file"),
        (["--market", "JP", "-o", "x.docx"], "x.docx would not be what its name says: one of html, pdf, pptx"),
        (["--all", "-o", "-"], "name a folder"),
        (["--market", "JP", "--market", "XX", "--format", "html"], "XX means nothing here"),
    ],
)
def test_what_does_not_exist_is_wrong_usage(asked: list[str], said: str) -> None:
    ended = RUN.invoke(app, ["briefing", *asked])
    assert ended.exit_code == 2 and said in ended.stderr and ended.stdout == ""


@pytest.mark.parametrize("error", [TypstError("no such font"), NotDrawn("sunburst")])
def test_what_cannot_be_set_or_drawn_ends_in_a_message(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def cannot(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("dashboard.commands.briefing.made", cannot)
    ended = RUN.invoke(app, ["briefing", "--market", "JP", "--format", "pdf"])
    assert ended.exit_code == 1 and str(error) in ended.stderr and isinstance(ended.exception, SystemExit)


def test_a_market_with_nothing_to_say_does_not_end_the_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    core = [str(market) for market in warehouse().markets.values() if market.core]
    make = briefing

    def silent_of_one(page: str, query: str, *rest: Any, **more: Any) -> Made:
        if f"market={core[0]}" in query:
            raise NothingToSay("nothing to say here")
        return make(page, query, *rest, **more)

    monkeypatch.setattr("dashboard.commands.briefing.made", silent_of_one)
    asked = ["briefing", "--all", "--section", "figures", "--lang", "en", "--format", "html", "-o", str(tmp_path)]
    ended = RUN.invoke(app, asked)
    assert ended.exit_code == 1 and len(list(tmp_path.iterdir())) == len(core) - 1
    assert f"market={core[0]}, en, html: nothing to say here" in ended.stderr
    assert f"1 of {len(core)} could not be made." in ended.stderr


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


def test_the_name_of_the_file_says_the_format(tmp_path: Path) -> None:
    target = tmp_path / "kr.PDF"
    asked = ["briefing", "--market", "KR", "--section", "figures", "--lang", "en"]
    assert RUN.invoke(app, [*asked, "-o", str(target)]).exit_code == 0
    assert target.read_bytes().startswith(b"%PDF-")
    piped = RUN.invoke(app, [*asked, "--format", "html", "-o", "-"])
    assert piped.exit_code == 0 and piped.stdout_bytes.startswith(b"<!")
    assert piped.stdout_bytes.rstrip().endswith(b"</html>")


def test_each_market_that_is_named_has_its_briefing(tmp_path: Path) -> None:
    asked = ["briefing", "--market", "KR", "--market", "IN", "--section", "figures", "--format", "html"]
    ended = RUN.invoke(app, [*asked, "-o", str(tmp_path)])
    assert ended.exit_code == 0, ended.stderr
    assert {path.name.split("_")[1] for path in tmp_path.iterdir()} == {"KR", "IN"}


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
