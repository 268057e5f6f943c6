"""Of several servers on one store one builds, and whoever is answered is answered from one version."""

import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dashboard.lock import holding
from dashboard.warehouse import FromFolder, Warehouse, folder, one_version, reading, warehouse
from dashboard.warehouse.new_city import Place, new_city

TOLD = "select city as told from described"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Facts that are built in a second."""
    folder = tmp_path_factory.mktemp("city") / "data"
    new_city(folder, Place("Lyon", "FR", 45.76, 4.84))
    return folder


@pytest.fixture(scope="module")
def houses(city: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Warehouse], int]:
    """Two servers that start at once on one store, and how often the facts were built."""
    built: list[Path] = []
    place, found = tmp_path_factory.mktemp("store"), list[Warehouse]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "build", lambda *args, **kwargs: built.append(args[1]) or real(*args, **kwargs))
        starts = [threading.Thread(target=lambda: found.append(FromFolder(city, place))) for _ in range(2)]
        for start in starts:
            start.start()
        for start in starts:
            start.join(300)
    return found, len(built)


def publish(house: Warehouse, name: str) -> None:
    """Another organisation in the facts, which this server builds."""
    path = house.data / "city.toml"
    path.write_text(re.sub('(?m)^en = ".*"', f'en = "{name}"', path.read_text(encoding="utf-8")), encoding="utf-8")
    house.refresh(force=True)


def told(house: Warehouse) -> str:
    return str(house.run(TOLD)["told"].iloc[0])


def test_of_two_servers_that_start_at_once_one_builds(houses: tuple[list[Warehouse], int]) -> None:
    (one, other), built = houses
    assert one.version == other.version and built == 1


def test_what_is_answered_is_of_one_version(houses: tuple[list[Warehouse], int]) -> None:
    (one, other), _ = houses
    first = one.version
    with reading(one), one_version():
        publish(one, "Newer Office")
        warehouse().refresh()
        assert warehouse().version == first != one.version
        assert "Newer Office" not in told(warehouse()) and "Newer Office" in told(one)
    with reading(one):
        assert warehouse().version == one.version
    assert told(other) == told(one.pinned_to(first) or one)  # it has not looked yet
    built = one.file(one.version).stat().st_mtime_ns
    other.refresh(force=True)
    assert other.version == one.version and one.file(one.version).stat().st_mtime_ns == built  # taken, not built anew
    second = one.version
    publish(one, "Newest Office")
    held = one.pinned_to(second)
    assert held is not None and "Newer Office" in told(held)  # what open pages are still made of
    assert one.pinned_to(first) is None  # they come anew


real = folder.build
HOLDS = """
import sys
from pathlib import Path
from dashboard.lock import holding
with holding(Path(sys.argv[1]), 0) as is_ours:
    print(is_ours, flush=True)
    sys.stdin.read()
"""


def test_a_lock_ends_with_the_process_that_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLDS, str(path)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None and other.stdout.readline().strip() == "True"
    with holding(path, 0) as is_ours:
        assert not is_ours
    other.kill()
    other.communicate()
    with holding(path, 60) as is_ours:
        assert is_ours
