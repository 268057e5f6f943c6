"""`pocket translate`: a named query as Spark says it."""

from typing import Annotated

import typer

from dashboard.commands import fail
from dashboard.warehouse import UnknownQuery, named_query

MISSING = 'This needs the extra "spark": install it with  pip install "pocket-world[spark]"'


def translate(name: Annotated[str, typer.Argument(help="such as market/sector_mix; `pocket query` lists all")]) -> None:
    """Print a named query in Spark's dialect, as POCKET_ENGINE=spark asks it."""
    try:
        import sqlglot  # noqa: F401 (of the extra)
    except ImportError:
        raise fail(MISSING) from None
    from dashboard.spark.translation import translated

    try:
        typer.echo(translated(named_query(name).sql))
    except (UnknownQuery, ValueError) as error:
        raise fail(error) from None
