"""`pocket translate`: a named query as Spark says it."""

from typing import Annotated

import typer

from dashboard.commands import fail
from dashboard.warehouse import UnknownQuery, named_query
from dashboard.warehouse.named import query_names

MISSING = 'This needs the extra "spark": install it with  pip install "pocket-world[spark]"'


def translate(
    name: Annotated[str | None, typer.Argument(help="such as market/sector_mix; without it, all names")] = None,
) -> None:
    """Print a named query in Spark's dialect, as POCKET_ENGINE=spark asks it: what is written `:market` is given beside
    it as a parameter, and the views that it reads are made of `queries/model/` when the dashboard opens its session."""
    if name is None:
        typer.echo("\n".join(query_names()))
        return
    try:
        import sqlglot  # noqa: F401 (of the extra)
    except ImportError:
        raise fail(MISSING) from None
    from dashboard.spark.translation import translated

    try:
        typer.echo(translated(named_query(name).sql))
    except (UnknownQuery, ValueError) as error:
        raise fail(error) from None
