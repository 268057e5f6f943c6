"""A Spark Connect session that holds several cities: the views that speak of a city are those of all, by UNION ALL.

Each city's tables, and the models that these views need, have names of its own there: `city_0_companies`.
"""

from collections.abc import Sequence

from dashboard.spark.client import SparkSession
from dashboard.spark.session import Tables, hold, shapes, through_client
from dashboard.spark.shapes import Shapes
from dashboard.spark.translation import translated
from dashboard.warehouse.model import needed
from dashboard.warehouse.published import FIRST_S, MACROS, VIEWS, below

FIRST = (
    FIRST_S,
    "described",
)  # tables of the first city that stand for all; the second is asked for a sign of life


def unite(session: SparkSession, cities: Sequence[Tables]) -> None:
    """Make the session one that can be asked about all of them (`answered`), by questions that read VIEWS and FIRST_S.

    Raises
    ------
    pyspark.errors.PySparkException
        the engine cannot read a table or make a model.
    """
    names = needed((*VIEWS, *MACROS, *FIRST))
    held = [hold(session, tables, through_client, names, _named(number, "")) for number, tables in enumerate(cities)]
    shapes[session] = Shapes(held[0], names)
    for view in VIEWS:
        columns = shapes[session].of(f"select * from {view}", frozenset()).names  # noqa: S608 (our own words)
        rows = below(view, columns, _named, len(cities))
        session.sql(translated(rows)).createOrReplaceTempView(view)
    for name in FIRST:
        session.table(_named(0, name)).createOrReplaceTempView(name)


def _named(number: int, table: str) -> str:
    return f"city_{number}_{table}"
