"""Several cities in one session of an engine elsewhere: one question is asked of all of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.warehouse.engine.address import Address
from dashboard.warehouse.engine.spark import Spark

if TYPE_CHECKING:
    from dashboard.spark.client import SparkSession


class United(Spark):
    """A version of each city's lake; `cities`: the tables of each, as `Spark` takes those of one.

    It answers questions across cities only (`dashboard/spark/united.py`). Raises EngineFault.
    """

    def __init__(self, where: Address, cities: Sequence[Mapping[str, str]], seconds: float) -> None:
        self._cities = cities
        super().__init__(where, {}, seconds)

    def _prepare(self, session: "SparkSession") -> None:
        from dashboard.spark.united import unite

        unite(session, self._cities)
