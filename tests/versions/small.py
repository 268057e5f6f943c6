"""A data folder of three small files that only go together: of a half state each of them would say another word."""

import json
from collections.abc import Mapping
from pathlib import Path

from dashboard.versions import Versions
from dashboard.warehouse import Fault

PACKAGE = {
    "name": "small",
    "resources": [
        {
            "name": name,
            "path": f"{name}.csv",
            "schema": {
                "primaryKey": ["id"],
                "fields": [{"name": "id", "type": "string"}, {"name": "word", "type": "string"}],
            },
        }
        for name in ("towns", "rivers")
    ],
}
OLD, NEW = "old", "new"


def files(word: str, place: str) -> dict[str, bytes]:
    """All files in which that word stands, one of them only a version with this place has."""
    tables = {f"{name}.csv": f"id,word\r\n{name},{word}\r\n".encode() for name in ("towns", "rivers")}
    return {**tables, f"geo/{place}.json": word.encode()}


def small(folder: Path) -> Path:
    """The folder as it is at first."""
    write(folder, {"datapackage.json": json.dumps(PACKAGE).encode(), **files(OLD, "here")})
    return folder


def write(folder: Path, contents: Mapping[str, bytes]) -> None:
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def words(folder: Path) -> set[str]:
    """What the files say: one word, unless they are half of one state and half of another."""
    tables = [path.read_text(encoding="utf-8").split("\n")[1].strip().split(",")[1] for path in folder.glob("*.csv")]
    return {*tables, *(path.read_text(encoding="utf-8") for path in folder.glob("geo/*.json"))}


def check(folder: Path) -> list[Fault]:
    """Half states, and whatever says `faulty`."""
    found = words(folder)
    return (
        [Fault("towns.csv", 2, "word", str(found), "is wrong", "Mend it.")]
        if len(found) > 1 or "faulty" in found
        else []
    )


def versions(place: Path) -> Versions:
    """Those of the small folder `data` in this place."""
    return Versions(place / "store" / "versions", place / "data", check=check)
