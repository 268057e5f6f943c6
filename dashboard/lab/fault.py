"""What the database says of a query that it cannot answer, as a problem without a path of the machine."""

import json
import re
from collections.abc import Collection

import duckdb

from dashboard.lab.answer import Kind, Problem
from dashboard.lab.place import place

LONGEST = 500  # letters of what it says
PATH = re.compile(r"(?<![\w.])(?:/[\w.+@-]+){2,}/?|\b[A-Za-z]:\\[^\s'\"]+")
FULL = re.compile(r"max_temp_directory_size|temporary director|No space left|File too large", re.I)


def problem(error: Exception, run: str, before: int, names: Collection[str]) -> Problem:
    """The same as a problem; `before`: how many bytes of what was run are not the reader's own."""
    raw = str(error).partition(": ")[2]
    try:
        facts = json.loads(raw)
    except ValueError:
        facts = {"exception_message": raw}
    told = cleaned(facts.get("exception_message", ""))
    line, column = place(run, before, int(facts.get("position", -1)))
    kind = _kind(error, facts.get("error_subtype", ""), told)
    near = [name.strip().rpartition(".")[2] for name in facts.get("candidates", "").split(",")]
    meant = tuple(name for name in near if name and (kind == "column" or name in names))
    return Problem(kind, facts.get("name", ""), told, line, column, meant)


def cleaned(told: str) -> str:
    """Its first paragraph, without paths of this machine, lists of candidates, settings to change."""
    text = PATH.sub("…", re.split(r"\n\n|\n\s*Candidate|\s*Use \"?SET ", told)[0])
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _kind(error: Exception, subtype: str, told: str) -> Kind:
    match error:
        case duckdb.OutOfMemoryException() | MemoryError():
            return "spill" if FULL.search(told) else "memory"
        case duckdb.IOException():
            return "spill"
        case duckdb.ParserException():
            return "deep" if "depth" in told else "syntax"
    return "column" if subtype == "COLUMN_NOT_FOUND" else "database"
