"""The files of deploy/server: nginx and systemd take them, and they name settings and files that exist."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from dashboard.access.rules import WrongSignIn, read
from dashboard.settings import ROOT, Settings
from tools.farm import NGINX, SERVER, Farm, configured

UNIT = (SERVER / "pocket@.service").read_text(encoding="utf-8")
ENVIRONMENT = SERVER / "pocket.env.example"
CONTAINER = (SERVER / "Containerfile").read_text(encoding="utf-8")
GUIDES = [ROOT / "docs" / name for name in ("server.md", "server.de.md", "engine.md", "engine.de.md")]
SETTINGS = {f"POCKET_{name.upper()}" for name in Settings.model_fields}


def test_nginx_takes_the_file(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    done = subprocess.run([NGINX, "-t", "-c", configured(Farm(tmp_path, {}))], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr


def test_nginx_allows_uploads_as_large_as_imports_and_nothing_else() -> None:
    text = (SERVER / "nginx.conf").read_text(encoding="utf-8")
    largest = [int(size) for size in re.findall(r"client_max_body_size (\d+)m;", text)]
    default = Settings.model_fields["import_mb"].default
    assert sorted(largest) == [1, default + 1]  # a form's own lines come on top


def test_the_servers_name_is_in_one_place_each() -> None:
    text = (SERVER / "nginx.conf").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="does not stand in"):
        configured(Farm(Path("/nowhere"), {}), text.replace("listen 80;", "listen 81;"))


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd here")
    program = tmp_path / "pocket"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    (tmp_path / "pocket@8621.service").write_text(UNIT.replace("/opt/pocket/.venv/bin/pocket", str(program)))
    shutil.copy(SERVER / "pocket.target", tmp_path)
    sail = (SERVER / "sail.service").read_text(encoding="utf-8")
    (tmp_path / "sail.service").write_text(sail.replace("/opt/sail/bin/sail", str(program)))
    units = [str(tmp_path / name) for name in ("pocket@8621.service", "sail.service")]
    command = ["systemd-analyze", "verify", "--man=no", *units]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and str(tmp_path) not in done.stderr, done.stderr


def test_a_server_is_given_longer_to_stop_than_it_drains() -> None:
    drains = re.search(r"^POCKET_DRAIN_SECONDS=(\d+)$", ENVIRONMENT.read_text(encoding="utf-8"), re.M)
    stops = re.search(r"^TimeoutStopSec=(\d+)$", UNIT, re.M)
    assert drains and stops and int(stops[1]) >= int(drains[1]) + 30
    assert "KillMode=mixed" in UNIT  # else its workers would end when it begins to drain


def test_the_example_of_settings_is_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = re.findall(r"^#? ?(POCKET_\w+)=(.*)$", ENVIRONMENT.read_text(encoding="utf-8"), re.M)
    assert len(lines) > 5 and {name for name, _ in lines} <= SETTINGS
    for name, value in lines:
        monkeypatch.setenv(name, value)
    assert Settings().prefix == "welt"  # type: ignore[call-arg]


def test_another_city_sets_what_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line for line in (SERVER / "city.env.example").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    for name, value in (line.split("=") for line in lines):
        monkeypatch.setenv(name, value)
    chosen = Settings()  # type: ignore[call-arg]
    assert chosen.public_address.endswith(f"/{chosen.prefix}") and chosen.data.name == chosen.prefix == "lyon"


def test_nobody_is_staff_of_another_city_too(tmp_path: Path) -> None:
    """The guide's own command: neither the first city's roles nor its cookies hold in the second."""
    [example] = re.findall(
        r"^```toml\n(.*?)^```", (ROOT / "docs" / "sign-in.md").read_text(encoding="utf-8"), re.S | re.M
    )
    first, second = tmp_path / "sign-in.toml", tmp_path / "lyon-sign-in.toml"
    first.write_text(example.replace("org/oauth2callback", "org/welt/oauth2callback"))
    first.chmod(0o640)
    [command] = re.findall(
        r"^(sed -e 's#/welt/#/lyon/#.+?/lyon-sign-in.toml)$", GUIDES[0].read_text("utf-8"), re.S | re.M
    )
    here = command.replace("/etc/pocket", str(tmp_path)).replace("-g pocket ", "")
    subprocess.run(["sh", "-ec", here], check=True)
    secrets = {tomllib.loads(path.read_text())["auth"]["cookie_secret"] for path in (first, second)}
    assert len(secrets) == 2
    with pytest.raises(WrongSignIn) as error:
        read(second, "lyon")
    assert str(error.value).startswith(f"{second}: [pocket.roles] is empty") and "\n" not in str(error.value)
    with second.open("a") as more:
        more.write('"Lyon.Editor" = "editor"\n')
    assert set(read(second, "lyon").roles) == {"Lyon.Editor"}


def test_the_container_is_made_of_what_is_there() -> None:
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", CONTAINER, re.M) for name in line.split()]
    assert {"dashboard", "queries", "data", "requirements.lock"} <= set(copied)
    assert not [name for name in copied if not (ROOT / name).exists()]
    assert set(re.findall(r"POCKET_\w+(?==)", CONTAINER)) <= SETTINGS


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_the_guides_name_files_and_settings_that_exist(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert set(re.findall(r"POCKET_[A-Z_]+", text)) <= SETTINGS | {"POCKET_"}
    named = re.findall(r"deploy/server/[\w@.-]+\w", text)
    assert named and not [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize("name", ["server", "engine"])
def test_both_guides_give_the_same_commands(name: str) -> None:
    texts = [(ROOT / "docs" / f"{name}{ending}.md").read_text(encoding="utf-8") for ending in ("", ".de")]
    code = [re.sub(r"\s*#.*", "", "".join(re.findall(r"^```.*?^```", text, re.S | re.M))) for text in texts]
    assert code[0] == code[1] and code[0].count("```") >= 8
    assert len(re.findall(r"^## ", texts[0], re.M)) == len(re.findall(r"^## ", texts[1], re.M))
    assert set(re.findall(r"POCKET_\w+|AWS_\w+", texts[0])) == set(re.findall(r"POCKET_\w+|AWS_\w+", texts[1]))
