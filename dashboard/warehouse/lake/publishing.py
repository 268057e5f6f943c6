"""A data folder as a new version of a lake: checked, built, written as Parquet, and only then pointed to."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import duckdb

from dashboard import disk
from dashboard.values import Said
from dashboard.warehouse.build import data_version
from dashboard.warehouse.build_error import BuildError, TemporaryError, is_full, no_room
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.folder import build_here
from dashboard.warehouse.lake.lake import MANIFEST, Lake, Version, hashed
from dashboard.warehouse.lake.manifest import COPIES, FORM, Copy, File, Manifest
from dashboard.warehouse.lake.sweeping import sweep
from dashboard.warehouse.large import literal, quoted
from dashboard.warehouse.package import read_package
from dashboard.warehouse.shelf import Shelf

TABLES = "select table_name from duckdb_tables() where database_name = 'built' order by table_name"
GROUP = 122_880  # rows of a group: what an engine reads as one piece of work
Proof = Callable[[Version], list[Fault]]  # asks somebody else what is wrong with a version that does not count yet


class Faulty(BuildError):
    """The facts have faults; `faults` lists them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(Said("the data has faults"))
        self.faults = faults


def publish(data: Path, store: Path, lake: Lake, proof: Proof = lambda _: []) -> Version:
    """Publish a data folder; what counted before stays unless every step goes well.

    `proof` may find faults in what is written before it counts. Raises Faulty, BuildError, EngineFault.
    """
    version = data_version(data)
    shelves = {copy: Shelf(data, store, public=copy == "public") for copy in COPIES}
    for shelf in shelves.values():
        if faults := shelf.have(version, partial(build_here, data, shelf, version)):
            raise Faulty(faults)
    schema = str(read_package(data).raw.get("version", ""))
    made = put(lake, {copy: shelf.file(version) for copy, shelf in shelves.items()}, (version, schema), proof)
    for shelf in shelves.values():
        shelf.tidy()
    return made


def put(lake: Lake, built: Mapping[Copy, Path], versions: tuple[str, str], proof: Proof = lambda _: []) -> Version:
    """Two warehouse files as a new version; `versions`: of the data and of their description."""
    number, folder = lake.begin()
    try:
        with lake.telling():
            lake.place.close(f"{folder}/whole")
        files = {copy: tuple(_written(lake, folder, copy, path)) for copy, path in built.items()}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        version = Version(folder, Manifest(number, *versions, now, FORM, files["public"], files["whole"]))
        lake.verify(version)
        if faults := proof(version):
            raise Faulty(faults)
        lake.point_to(version)
    except BaseException:
        _discard(lake, folder)
        raise
    sweep(lake)
    return version


def _discard(lake: Lake, folder: str) -> None:
    """Throw away what does not count; where that fails, too, the next one who publishes sweeps it.

    What has a manifest is whole, and stays: the step that was refused then may have been done, and be done yet.
    """
    with suppress(BuildError), lake.telling():
        if lake.place.size(f"{folder}/{MANIFEST}") < 0:
            lake.discard(folder)


def _written(lake: Lake, folder: str, copy: Copy, built: Path) -> Iterator[File]:
    """Every table of a warehouse file as Parquet in the lake, the models that are tables among them."""
    with _working() as place, duckdb.connect() as connection:
        connection.execute(f"attach {literal(str(built))} as built (read_only)")  # it may be open here, but locked
        connection.execute("use built")
        for (table,) in connection.execute(TABLES).fetchall():
            made, path = place / f"{table}.parquet", f"{copy}/{table}.parquet"
            # The order of the rows is part of the facts; where an engine knows no rowid, this column is it.
            rows = f"select rowid as rowid, * from {quoted(table)} order by rowid"  # noqa: S608 (its own tables)
            how = f"format parquet, compression zstd, row_group_size {GROUP}"
            [count] = connection.execute(f"copy ({rows}) to {literal(str(made))} ({how})").fetchone() or (0,)
            yield hashed(table, path, disk.read(made), count)
            with lake.telling():
                lake.place.take(f"{folder}/{path}", made)
            made.unlink()


@contextmanager
def _working() -> Iterator[Path]:
    """A folder for one table at a time."""
    try:
        with TemporaryDirectory(prefix="pocket-lake-") as place:
            yield Path(place)
    except (duckdb.Error, OSError) as error:
        if is_full(error):
            raise TemporaryError(no_room(Path(gettempdir()))) from error
        raise BuildError(str(error)) from error
