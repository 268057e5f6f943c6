"""The wheel holds everything, and what is installed from it works in any folder, without the checkout."""

import os
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from dashboard import library
from dashboard.settings import ROOT
from tools.browser import free_port, wait_until_healthy

pytestmark = pytest.mark.slow

PACKED = ("dashboard", "queries", "data")
OURS = {f"{name}.py" for name in PACKED} | set(PACKED)

# What the server would run with, asked in the moment in which it would begin to listen.
ASK_CONFIGURATION = """
import streamlit
from streamlit.web.server.starlette.starlette_server import UvicornRunner
options = ("browser.gatherUsageStats", "client.toolbarMode", "theme.baseRadius")
UvicornRunner.run = lambda _: print(*map(streamlit.get_option, options))
from dashboard.cli import app
app(["run"])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True)
    return next(folder.glob("pocket_world-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `pocket` of an environment with this wheel; of the tests' environment it sees the libraries only."""
    home = tmp_path_factory.mktemp("an installed") / "pocket world"  # with spaces, as paths may have
    venv.create(home, symlinks=True)
    variables = {"base": str(home), "platbase": str(home)}
    site, scripts = (Path(sysconfig.get_path(name, "venv", variables)) for name in ("purelib", "scripts"))
    python = scripts / "python"
    options = ["--no-deps", "--no-index", "--quiet", "--no-compile"]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(wheel)], check=True)
    libraries = site / "libraries"
    libraries.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if path.suffix != ".pth" and "pocket" not in path.name and path.name not in OURS:
            (libraries / path.name).symlink_to(path)
    (site / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    return scripts / "pocket"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that has nothing to do with the checkout; a `dashboard` of its own must not mislead anybody."""
    folder = tmp_path / "some where"
    (folder / "dashboard").mkdir(parents=True)
    (folder / "dashboard" / "__init__.py").write_text("raise ImportError('the wrong one')", encoding="utf-8")
    return folder


def environment() -> dict[str, str]:
    """The tests' own, without what leads to the checkout or its settings."""
    hidden = ("POCKET_", "PYTHON", "STREAMLIT_", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if not name.startswith(hidden)}


def pocket(installed: Path, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [installed, *arguments], cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_file_of_the_repository_that_runs_is_in_the_wheel(wheel: Path) -> None:
    listed = subprocess.run(["git", "ls-files", *PACKED], cwd=ROOT, capture_output=True, text=True, check=True)
    wanted = {name for name in listed.stdout.splitlines() if (ROOT / name).is_file()}
    with zipfile.ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if ".dist-info/" not in name}
    assert len(wanted) > 250
    inside = {name if name.startswith("dashboard/") else f"dashboard/{name}" for name in wanted}
    assert held == {*inside, "dashboard/LICENSE"}, "the licence lies beside the facts"


def test_the_licences_come_along(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        licences = [name for name in packed.namelist() if ".dist-info/licenses/" in name]
    assert {Path(name).name for name in licences} == {"LICENSE", "OFL.txt", "APACHE.txt"}


def test_the_commands_work_in_another_folder(installed: Path, elsewhere: Path) -> None:
    assert "no faults" in pocket(installed, elsewhere, "check")
    assert pocket(installed, elsewhere, "query", "shared/markets").startswith("market,")
    assert list((elsewhere / ".pocket").glob("*-public.duckdb")), "the store lies where it was started"


@pytest.mark.parametrize("mode", ["dashboard", "stand"])
def test_the_server_runs_in_another_folder(installed: Path, elsewhere: Path, mode: str) -> None:
    port, log = free_port(), elsewhere / "log"
    with log.open("w") as out:
        command = [installed, "run", "--port", str(port), "--mode", mode]
        process = subprocess.Popen(command, cwd=elsewhere, env=environment(), stdout=out, stderr=out)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(address, process, log)
        script = next(part for part in read(f"{address}/").split('"') if part.startswith("./static/js/index."))
        for path in ("", script, library.address(), "assets/topojson/world_110m.json", "_stcore/health"):
            assert read(f"{address}/{path}"), path
    finally:
        process.terminate()
        process.wait(20)


def test_streamlit_finds_its_configuration(installed: Path, elsewhere: Path) -> None:
    (elsewhere / ".streamlit").mkdir()
    (elsewhere / ".streamlit" / "config.toml").write_text("[browser]\ngatherUsageStats = true\n", encoding="utf-8")
    command = [installed.with_name("python"), "-P", "-c", ASK_CONFIGURATION]
    told = subprocess.run(command, cwd=elsewhere, env=environment(), capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "minimal", "2px"]


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        assert answer.status == 200
        return str(answer.read().decode("utf-8"))
