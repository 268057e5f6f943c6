"""What a version in a lake holds: written last, so that a version that has one is whole."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

from dashboard.values import Said
from dashboard.warehouse.lake.fault import TooNew

Copy = Literal["public", "whole"]  # without the internal rows, and with them
COPIES: tuple[Copy, ...] = ("public", "whole")
FORM = 1  # raise when servers of before could not read what is written


@dataclass(frozen=True)
class File:
    """A table as Parquet: its path below the version's folder, its bytes, their SHA-256, its rows."""

    table: str
    path: str
    size: int
    sha256: str
    rows: int


@dataclass(frozen=True)
class Manifest:
    """One version. `number` counts up and alone says which is newer: clocks may differ; `published` is for people."""

    number: int
    data_version: str
    schema_version: str
    published: str
    form: int
    public: tuple[File, ...]
    whole: tuple[File, ...]

    def files(self, copy: Copy) -> tuple[File, ...]:
        """The tables of one of its two copies."""
        return self.public if copy == "public" else self.whole

    def written(self) -> bytes:
        """As it stands in the lake."""
        return json.dumps(asdict(self), indent=1).encode()


def read(content: bytes) -> Manifest:
    """What stands in the lake. Raises ValueError, TooNew."""
    try:
        told: Mapping[str, object] = json.loads(content)
        if told["form"] > FORM:  # type: ignore[operator]
            raise TooNew(Said("a newer Pocket World published what counts there, in a form that is unknown here"))
        files = dict[str, tuple[File, ...]]()
        for copy in COPIES:
            files[copy] = tuple(File(**one) for one in told[copy])  # type: ignore[attr-defined]
        return Manifest(**{**told, **files})  # type: ignore[arg-type]
    except (KeyError, TypeError, UnicodeDecodeError) as error:
        raise ValueError(f"{type(error).__name__} {error}") from error
