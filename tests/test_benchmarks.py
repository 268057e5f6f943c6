"""The benchmarks start, and measure what they say."""

import json
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from benchmarks import answers
from benchmarks.measure import Usage, summary
from benchmarks.peers import bare
from benchmarks.peers.shown import keys, offered, shown, write_assets
from dashboard.settings import ROOT
from dashboard.warehouse import check
from tools.generated import companies, data_folder


def test_every_peer_shows_the_same_figures_of_each_market(tmp_path: Path) -> None:
    assert len(offered()) == 5 and len(keys()) >= 8
    write_assets(tmp_path)
    for name, code in offered().items():
        market = shown(code)
        assert name in market.title and "<table>" in market.words
        traces = [trace for key in keys() for trace in market.figures[key]["data"]]
        assert traces and all(trace.get("meta") != "narrow" for trace in traces)
        shapes = [trace["geojson"] for trace in traces if isinstance(trace.get("geojson"), str)]
        assert shapes and all((tmp_path / path.lstrip("/")).is_file() for path in shapes)


def test_the_bare_page_has_all_it_shows(tmp_path: Path) -> None:
    bare.write(tmp_path)
    told = json.loads((tmp_path / "markets.json").read_text(encoding="utf-8"))
    assert list(told["markets"]) == list(offered()) and told["keys"] == list(keys())


def test_pages_are_made_and_their_cost_told(capsys: pytest.CaptureFixture[str]) -> None:
    answers.main()
    told = json.loads(capsys.readouterr().out)["cpu"]
    assert {f"{page}, {when}" for page in answers.questions() for when in ("first", "next")} < set(told)


def test_generated_companies_are_as_many_as_asked_for_and_good(tmp_path: Path) -> None:
    ids = [row["company_id"] for row in companies(2_000)]
    assert len(set(ids)) == 2_000 and list(islice(companies(10**9), 3)) == list(islice(companies(2_000), 3))
    assert not check(data_folder(tmp_path, companies(2_000)))


def test_the_95th_percentile() -> None:
    assert summary([float(n) for n in range(101)]) == (50, 95)


def test_what_a_server_uses() -> None:
    busy = "import time; start = time.process_time()\nwhile time.process_time() - start < 0.3: pass\ninput()"
    with subprocess.Popen([sys.executable, "-c", busy], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        usage = Usage(process.pid)
        while usage.cpu() < 0.25:
            assert process.poll() is None
        assert usage.megabytes() > 3
        process.communicate(b"\n")


@pytest.mark.slow
def test_readers_without_a_browser_get_their_answers() -> None:
    command = [sys.executable, "-m", "benchmarks.load", "--sessions", "2", "--seconds", "3", "--pace", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    sessions, answered, *_ = re.findall(r"[\d.]+", done.stdout.splitlines()[-1])
    assert sessions == "2" and int(answered) >= 2, done.stdout
