"""Named queries: one SELECT per file under `queries/`, asked for by name (`market/sector_mix`)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb

from dashboard.settings import QUERIES


class UnknownQuery(LookupError):
    """No file of that name under `queries/`."""


@dataclass(frozen=True)
class NamedQuery:
    """One SQL file: its name, its text, the question its header states, and its `$parameters`."""

    name: str
    sql: str
    question: str
    parameters: frozenset[str]


def query_names(folder: Path = QUERIES) -> list[str]:
    """Every query's name, sorted, without the `.sql`; the model's macros are none."""
    paths = [path for path in folder.rglob("*.sql") if path.parent.name != "macros"]
    return sorted(str(path.relative_to(folder).with_suffix("")) for path in paths)


@lru_cache(maxsize=512)
def named_query(name: str, folder: Path = QUERIES) -> NamedQuery:
    """Read one query. Raises UnknownQuery for a name that has no file, ValueError for a file that is no query."""
    if name not in query_names(folder):
        raise UnknownQuery(f"no query named {name!r}; `pocket query` without a name lists them")
    sql = (folder / f"{name}.sql").read_text(encoding="utf-8")
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.ParserException as error:
        raise ValueError(f"queries/{name}.sql: {error}") from error
    if len(statements) != 1:
        raise ValueError(f"queries/{name}.sql holds {len(statements)} statements; one SELECT belongs in a file")
    return NamedQuery(name, sql, header(sql), frozenset(statements[0].named_parameters))


def header(sql: str) -> str:
    """What a file says of itself in the comment that it begins with."""
    found = re.match(r"(?:--.*\n)*", sql)
    return "\n".join(line.removeprefix("--").strip() for line in (found.group() if found else "").splitlines())
