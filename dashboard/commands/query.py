"""`pocket query`: a named query's result as CSV."""

import re
from collections.abc import Collection, Sequence
from typing import Annotated

import duckdb
import typer

from dashboard.commands import DataFolder, fail, use
from dashboard.export.csv_file import as_csv
from dashboard.settings import settings
from dashboard.warehouse import BuildError, FromFolder, UnknownQuery, named_query
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.named import NamedQuery, query_names
from dashboard.warehouse.truth import facts_folder

LISTS = re.compile(r"\$(\w+)::\w+\[\]")  # the parameters that a query casts to a list


def query(
    name: Annotated[str | None, typer.Argument(help="such as market/sector_mix; without it, all names")] = None,
    param: Annotated[
        list[str] | None, typer.Option(help="key=value; a list as key=a,b; nothing (null) as key=")
    ] = None,
    data: DataFolder = None,
) -> None:
    """Print a named query's result as CSV."""
    if name is None:
        typer.echo("\n".join(query_names()))
        return
    use(None)
    try:
        wanted = named_query(name)
        values = parameters(param or [], wanted)
        frame = FromFolder(data or facts_folder(), settings().store).ask(name, **values)
    except (UnknownQuery, Unpublishable, ValueError, BuildError) as error:
        raise fail(error) from None
    except duckdb.Error as error:
        raise fail(_told(wanted, str(error))) from None
    typer.echo(as_csv(frame).decode("utf-8-sig"), nl=False)


def parameters(pairs: Sequence[str], wanted: NamedQuery) -> dict[str, str | list[str] | None]:
    """`["market=JP", "markets=JP,CN", "year="]` as a dict: a list where the query casts the parameter to one, else
    text, or None if empty. Raises ValueError where they are not those of the query, or not written so."""
    lists, values = set(LISTS.findall(wanted.sql)), dict[str, str | list[str] | None]()
    for pair in pairs:
        key, separator, value = pair.partition("=")
        if not separator:
            raise ValueError(f"--param {pair}: write it as key=value")
        if key in lists and value.startswith("["):
            raise ValueError(f"--param {pair}: write a list as {key}=a,b, without brackets")
        values[key] = [one for one in value.split(",") if one] if key in lists else value or None
    if unknown := values.keys() - wanted.parameters:
        raise ValueError(_told(wanted, f"It knows no {_listed(unknown)}."))
    if lacking := wanted.parameters - values.keys():
        raise ValueError(_told(wanted, f"It needs {_listed(lacking)}."))
    return values


def _told(wanted: NamedQuery, why: str) -> str:
    """What the query asks, what is wrong, and how it is written."""
    lists = LISTS.findall(wanted.sql)
    written = [f" --param {name}={'a,b' if name in lists else '…'}" for name in sorted(wanted.parameters)]
    so = f"Write it as: pocket query {wanted.name}{''.join(written)}"
    return f"{wanted.question}\n\n{why}\n{so}" + ("\nWhat may be null is left empty: key=" if written else "")


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))
