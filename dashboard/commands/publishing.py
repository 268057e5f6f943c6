"""`pocket publish`: the facts as a new version of the lake."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.commands import DataFolder, fail, not_built, use
from dashboard.settings import settings
from dashboard.warehouse import BuildError
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.fault import counted
from dashboard.warehouse.lake.lake import Lake, Version
from dashboard.warehouse.lake.publishing import Faulty, Proof
from dashboard.warehouse.lake.publishing import publish as published
from dashboard.warehouse.truth import facts_folder


def publish(
    data: DataFolder = None,
    lake: Annotated[str | None, typer.Option(help="folder or object store (default: POCKET_LAKE)")] = None,
    engine: Annotated[
        Literal["duckdb", "spark"] | None,
        typer.Option(
            help="spark: the engine at POCKET_ENGINE_URL checks it, too, before it counts (default: POCKET_ENGINE)"
        ),
    ] = None,
) -> None:
    """Check a data folder and publish it to the lake, as Parquet; what counted before stays until all went well."""
    use(None)
    chosen = settings()
    if not (named := lake or chosen.lake):
        raise fail("Which lake? --lake or POCKET_LAKE names a folder or an object store that the engine can read.")
    asked = engine or chosen.engine
    to, made, is_new = _made(named, data, asked)
    typer.echo(_counts(to, made, checked=asked == "spark"))
    if is_new:
        typer.echo("This lake is new; let POCKET_LAKE of the dashboards name it.")


def _made(named: str, data: Path | None, engine: str) -> tuple[Lake, Version, bool]:
    """The lake, the version that counts now, and whether it is its first."""
    try:
        lake, folder = Lake(named, settings().lake_keep), data or facts_folder()
        with lake.telling():
            is_new = bool(lake.place.lacking())
        return lake, published(folder, settings().store, lake, _proof(lake, engine)), is_new
    except Faulty as error:
        told = f"{counted(error.faults)} in {folder}; nothing published"
        raise fail("\n".join([*map(str, error.faults), told])) from None
    except BuildError as error:
        raise not_built(error) from None


def _counts(lake: Lake, made: Version, *, checked: bool) -> str:
    """What counts from now on."""
    of = made.manifest
    size = sum(file.size for file in (*of.public, *of.whole)) / 1e6
    told = f"{size:.1f} MB, data version {of.data_version}, description {of.schema_version}"
    by = f", read and checked by the engine at {address(settings().engine_url).place}" if checked else ""
    return f"{lake.place.url}/{made.folder} ({told}) counts from now on{by}"


def _proof(lake: Lake, engine: str) -> Proof:
    """Who looks at it before it counts."""
    if engine == "duckdb":
        return lambda _: []
    from dashboard.warehouse.lake.checked import proof  # what speaks with the engine takes its time to load

    return proof(address(settings().engine_url), settings().engine_lake or lake.place.url, settings().engine_seconds)
