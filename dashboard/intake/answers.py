"""What whoever imports has said about a file (MAP.toml), kept for the next file with the same headers."""

import hashlib
import json
import os
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from dashboard.intake.folding import folded
from dashboard.text_file import text_of
from dashboard.values import Said

HEADS = {
    "columns": "header of the file = column of the table; empty: left out",
    "words": "[words.<column>]: what stands in the file = what is meant (a code, a value); empty: nothing",
    "numbers": 'column = how its numbers are written: "de" (1.234,5) or "en" (1,234.5)',
    "dates": 'column = which comes first in 03/04/2025: "day" or "month"',
    "defaults": "column = what rows that are new, or change, hold where the file says nothing",
    "same": 'name in the file = key of the known row that it is; empty: another one; "*": all others',
}
OTHERS = "*"  # all rows that are not named


def _text(value: Any) -> Any:
    """A number, a truth or a day as it would be written in a cell: `employees_year = 2026` needs no quotes."""
    return str(value).lower() if isinstance(value, bool | int | float | date) else value


Meant = Annotated[str, BeforeValidator(_text)]


class Answers(BaseModel):
    """All of it may be left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sheet: str | None = None  # of a workbook
    header_row: int | None = None  # as the file's rows are counted
    clear: bool = False  # whether an empty cell empties what the table holds
    columns: dict[str, str] = {}
    words: dict[str, dict[str, Meant]] = {}
    numbers: dict[str, Literal["de", "en"]] = {}
    dates: dict[str, Literal["day", "month"]] = {}
    defaults: dict[str, Meant] = {}
    same: dict[str, str] = {}

    def over(self, kept: "Answers") -> "Answers":
        """These answers, and where they say nothing the kept ones."""
        own, old = self.model_dump(exclude_unset=True), kept.model_dump()
        words = {column: old["words"].get(column, {}) | own.get("words", {}).get(column, {})
                 for column in {*old["words"], *own.get("words", {})}}  # fmt: skip
        tables = {name: old[name] | own.get(name, {}) for name in HEADS if name != "words"}
        return Answers(**{**old, **own, **tables, "words": words})


class WrongAnswers(ValueError):
    """The answers cannot be used; says where and why."""


def fitting(answers: Answers, columns: Collection[str]) -> Answers:
    """The answers, if each is about one of the columns. Raises WrongAnswers."""
    for heading in ("words", "numbers", "dates", "defaults"):
        if strange := [name for name in getattr(answers, heading) if name not in columns]:
            told = {"heading": heading, "column": strange[0], "columns": ", ".join(columns)}
            raise WrongAnswers(Said("[{heading}] {column}: there is no such column; there are {columns}", **told))
    return answers


def read_answers(path: Path) -> Answers:
    """The answers of a file. Raises WrongAnswers."""
    try:
        return Answers(**tomllib.loads(text_of(path)))
    except OSError as error:
        raise WrongAnswers(f"{path} cannot be read: {error.strerror}") from None
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise WrongAnswers(f"{path}: {told}") from None
    except ValueError as error:
        raise WrongAnswers(f"{path} is no TOML: {error}") from None


def written(answers: Answers, guesses: Mapping[str, Mapping[str, str]]) -> str:
    """The answers as TOML; `guesses` (heading -> what was asked -> best guess) stand there as comments."""
    single = {name: getattr(answers, name) for name in ("sheet", "header_row", "clear")}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in single.items() if value]
    for name, explained in HEADS.items():
        lines += ["", f"# {explained}"]
        inner = {f"words.{column}": held for column, held in answers.words.items()}
        tables = inner if name == "words" else {name: getattr(answers, name)}
        for heading in sorted({*tables, *(one for one in guesses if one.split(".")[0] == name)}):
            lines += _table(heading, tables.get(heading, {}), guesses.get(heading, {}))
    return "\n".join(lines).strip() + "\n"


def _table(heading: str, held: Mapping[str, str], asked: Mapping[str, str]) -> Iterator[str]:
    yield f"[{heading}]"
    yield from (f"{_quoted(key)} = {_quoted(value)}" for key, value in held.items())
    yield from (f"# {_quoted(key)} = {_quoted(value)}" for key, value in asked.items() if key not in held)


def _quoted(text: str) -> str:
    """As TOML writes texts; JSON's way of it, which leaves one control character that TOML does not."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _lasting(answers: Answers) -> Answers:
    """Without what was meant for one file only: a year, a source, what is to be emptied, that all others are new."""
    named = {name: known for name, known in answers.same.items() if name != OTHERS}
    return answers.model_copy(update={"defaults": {}, "clear": False, "same": named})


class Kept:
    """The answers given before, by table and headers, under the store."""

    def __init__(self, store: Path, table: str, heads: Iterable[str]) -> None:
        told = json.dumps(sorted(map(folded, heads)))
        self.path = store / "maps" / f"{table}-{hashlib.sha256(told.encode()).hexdigest()[:16]}.toml"

    def read(self) -> Answers:
        """What was kept; nothing where that is damaged."""
        try:
            return read_answers(self.path)
        except WrongAnswers:
            return Answers()

    def write(self, answers: Answers) -> None:
        """Keep them, all or nothing."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(f".{os.getpid()}.draft")
        draft.write_text(written(_lasting(answers), {}), encoding="utf-8")
        draft.replace(self.path)

    def forget(self) -> None:
        """Ask anew from now on."""
        self.path.unlink(missing_ok=True)
