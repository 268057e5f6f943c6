"""The table of the interview: every statement and name of it, and the page, section and scene where it is found."""

import csv
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

TABLE = Path(__file__).parent / "told.csv"


class Told(NamedTuple):
    """A statement in our words; `page`, what its address asks for, the section in which the words `en` (`de`) stand;
    a step of the stand, empty where it is not told there, and the words there."""

    told: str
    page: str
    asked: str
    section: str
    en: str
    de: str
    scene: str
    scene_en: str

    @property
    def choice(self) -> dict[str, list[str]]:
        """What the address asks for."""
        return parse_qs(self.asked)


def table() -> list[Told]:
    """Its rows."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Told(**row) for row in csv.DictReader(file)]
