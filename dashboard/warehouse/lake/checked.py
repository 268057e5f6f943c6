"""What an engine finds wrong with a version before it counts: rows that do not arrive, what the checks say there."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from dashboard.values import Said
from dashboard.warehouse.check import quality_fault
from dashboard.warehouse.engine.address import Address
from dashboard.warehouse.engine.engine import Engine
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.lake.fault import HalfWritten
from dashboard.warehouse.lake.lake import Version
from dashboard.warehouse.lake.manifest import COPIES, Copy
from dashboard.warehouse.lake.publishing import Proof
from dashboard.warehouse.large import quoted
from dashboard.warehouse.named import named_query, query_names
from dashboard.warehouse.package import Package, Table
from dashboard.warehouse.snapshot import held

CHECKS = "checks/"


def proof(where: Address, called: str, seconds: float) -> Proof:
    """Who asks the engine at `where`, which calls the lake `called`. What it returns raises EngineFault."""

    def faults(version: Version) -> list[Fault]:
        found = list[Fault]()
        for copy in COPIES:
            with closing(Spark(where, version.tables(copy, called), seconds)) as engine:
                package = held(engine, version.manifest.data_version).package
                found += _lost(engine, version, copy)
                if copy == "whole":  # the other one holds nothing besides
                    found += _checked(engine, package)
        return found

    return faults


def _lost(engine: Engine, version: Version, copy: Copy) -> Iterator[Fault]:
    """Tables of which the engine reads other rows than were written."""
    for file in version.manifest.files(copy):
        _, [(count,)] = engine.ask(f"select count(*) as rows from {quoted(file.table)}", {}).rows()  # noqa: S608
        if count != file.rows:
            rule = Said("{rows} rows were written, the engine reads {count}", rows=file.rows, count=count)
            yield Fault(file.path, None, None, None, rule, HalfWritten.mend)


def _checked(engine: Engine, package: Package) -> Iterator[Fault]:
    """What the queries under `queries/checks/` return there."""
    for name in query_names():
        if name.startswith(CHECKS):
            columns, found = engine.ask(named_query(name).sql, {}).rows()
            for row in found:
                told: dict[str, Any] = dict(zip(columns, row, strict=True))
                yield quality_fault(name.removeprefix(CHECKS), told, package, _nowhere)


def _nowhere(_: Table, __: list[str]) -> None:
    """The engine knows no rows of files."""
