"""A folder is looked through; what may be passed over is said."""

import os
from collections.abc import Iterator
from errno import EACCES, EIO
from pathlib import Path
from typing import Any

import pytest

from dashboard import disk
from dashboard.warehouse.lake.lake import Lake


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[int]]:
    """The number of the error that looking into the folder `a` ends in, once there is one."""
    errors, scandir = list[int](), os.scandir

    def broken(folder: Any) -> Any:
        if errors and Path(folder).name == "a":
            raise OSError(errors[0], os.strerror(errors[0]))
        return scandir(folder)

    for name in ("a", "b"):
        (tmp_path / "versions" / name).mkdir(parents=True)
        (tmp_path / "versions" / name / "file").touch()
    monkeypatch.setattr(os, "scandir", broken)
    yield errors


def test_what_is_closed_to_us_is_passed_over_where_that_may_be(tmp_path: Path, fails: list[int]) -> None:
    assert [names for _, names in disk.walk(tmp_path / "versions", PermissionError)] == [[], ["file"], ["file"]]
    fails.append(EACCES)
    assert [names for _, names in disk.walk(tmp_path / "versions", PermissionError)] == [[], ["file"]]
    with pytest.raises(PermissionError):
        list(disk.walk(tmp_path / "versions"))


def test_a_folder_of_a_lake_that_fails_for_a_moment_is_not_taken_for_an_empty_one(
    tmp_path: Path, fails: list[int]
) -> None:
    """Else its versions would be swept."""
    place = Lake(str(tmp_path), 1).place
    assert len(place.found()) == 2
    fails.append(EACCES)
    assert len(place.found()) == 1
    fails[0] = EIO
    for look in (place.found, lambda: place.bare("versions")):
        with pytest.raises(OSError, match="Input/output"):
            look()
