"""The `pocket` command."""

import json
import os
import re
import signal
import sys
from collections.abc import Mapping
from dataclasses import asdict
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import duckdb
import typer
from dotenv import dotenv_values
from pydantic import ValidationError

from dashboard.assets import missing_files
from dashboard.commands import fail, wrong_settings
from dashboard.commands.briefing import briefing
from dashboard.commands.export import export
from dashboard.export.csv_file import as_csv
from dashboard.language import COMPLETE
from dashboard.settings import PACKAGE, Settings, settings
from dashboard.stand.desk import STAFF_KEY, hashed, stand
from dashboard.stand.kiosk import Kiosk, KioskError, Program, kiosk_browser
from dashboard.stand.profiles import ProfileError
from dashboard.stand.start import StartError, start_at
from dashboard.text_file import old_text_of
from dashboard.warehouse import BuildError, UnknownQuery, Warehouse, check, named_query
from dashboard.warehouse import build as build_file
from dashboard.warehouse.build import data_version
from dashboard.warehouse.check import notices
from dashboard.warehouse.fault import counted
from dashboard.warehouse.named import query_names
from dashboard.warehouse.new_city import Place, new_city
from dashboard.warehouse.store import Unpublishable

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
app.command()(briefing)
app.command()(export)
DataFolder = Annotated[Path | None, typer.Option("--data", help="data folder (default: the shipped facts)")]


@app.command()
def run(
    port: Annotated[int | None, typer.Option(help="port to listen on")] = None,
    host: Annotated[str | None, typer.Option(help="address to listen on (default: this machine only)")] = None,
    data: DataFolder = None,
    lang: Annotated[str | None, typer.Option(help=f"where the browser asks for none of {', '.join(COMPLETE)}")] = None,
    mode: Annotated[str | None, typer.Option(help="dashboard, or stand: the loop for a trade fair")] = None,
    profile: Annotated[str | None, typer.Option(help="the stand's profile, such as medica")] = None,
) -> None:
    """Start the dashboard or the stand."""
    asked = {
        "port": port,
        "host": host,
        "data": data and data.resolve(),
        "lang": lang,
        "mode": mode,
        "profile": profile,
    }
    serve(prepared(asked))


@app.command()
def kiosk(
    profile: Annotated[str | None, typer.Argument(help="the stand's profile, such as medica")] = None,
    start: Annotated[
        str | None, typer.Option(help="open at a market, theme, topic or sector (code or name) or at company:ID first")
    ] = None,
    env_file: Annotated[Path | None, typer.Option("--settings", help="file with a setting a line, name=value")] = None,
) -> None:
    """Run the stand at a fair: server and browser in kiosk mode, each started again when it ends or hangs."""
    if env_file and not env_file.is_file():
        raise fail(f"There is no file {env_file}; leave out --settings, or name the file that holds the settings.")
    if env_file:
        os.environ.update(_written(env_file))
    chosen = prepared({"mode": "stand", "profile": profile, "start": start, "host": "127.0.0.1"})
    first = {"POCKET_START": _first_step(chosen.start)}
    os.environ["POCKET_START"] = ""  # a server that is started again in mid-show goes on with the loop
    for name in filter(lambda name: hasattr(signal, name), ("SIGTERM", "SIGHUP")):
        signal.signal(getattr(signal, name), lambda *_: sys.exit(0))
    typer.echo(_staff_menu(chosen))
    try:
        browser = kiosk_browser(chosen.browser, chosen.browser_flags.split(), chosen.store, chosen.port)
        if browser is None:
            typer.echo(f"No browser found; open http://127.0.0.1:{chosen.port} by hand. The server runs on.")
        server = Program([sys.executable, "-m", "dashboard.cli", "run"], chosen.store / "stand.log", first)
        Kiosk(server, browser, chosen.port).keep()
    except KioskError as error:
        raise fail(error) from None
    except KeyboardInterrupt:
        pass  # Ctrl+C ends it as well as the staff menu
    typer.echo("The stand has ended.")


def _first_step(word: str) -> str:
    """The address of what the stand opens at first; a word that means nothing ends it here, before the show."""
    try:
        return word and start_at(word)
    except StartError as error:
        raise fail(error, 2) from None


def _staff_menu(chosen: Settings) -> str:
    """How staff come into their menu, for whoever starts the stand."""
    if chosen.staff_pin:
        return f"Staff menu: hold the upper left corner or press {STAFF_KEY}, then enter the PIN."
    return f"Staff menu: press {STAFF_KEY} on this machine. By touch it opens only with a PIN; `pocket pin` makes one."


def _written(env_file: Path) -> dict[str, str]:
    """The settings that a file holds; nothing is expanded, for the PIN's hash holds a $."""
    try:
        found = dotenv_values(stream=StringIO(old_text_of(env_file)), interpolate=False)
    except (OSError, UnicodeDecodeError) as error:
        raise fail(f"{env_file} cannot be read: {error}. Save it as UTF-8.") from None
    return {name: value for name, value in found.items() if value}


def prepared(asked: Mapping[str, object]) -> Settings:
    """Put what was asked for into the settings; they, with whole paths, if the server they name can start."""
    for name, value in asked.items():
        if value is not None:
            os.environ[f"POCKET_{name.upper()}"] = str(value)
    settings.cache_clear()
    try:
        chosen = settings()
    except ValidationError as error:
        raise wrong_settings(error) from None
    if not chosen.data.is_dir():
        raise fail(f"There is no folder {chosen.data} with facts; --data or POCKET_DATA names it.")
    for name in ("data", "store", "profiles", "template"):  # the kiosk starts its server in another folder
        if (path := getattr(chosen, name)) is not None:
            os.environ[f"POCKET_{name.upper()}"] = str(path.resolve())
    settings.cache_clear()
    if missing := missing_files():
        raise fail("Missing: " + ", ".join(map(str, missing)) + ". Restore it from the repository or install anew.")
    template_fits()
    if chosen.mode == "stand":
        try:
            stand()
        except ProfileError as error:
            raise fail(error) from None
    return settings()


def template_fits() -> None:
    """End here if briefings cannot be made on the operator's template."""
    deck = import_module("dashboard.briefing.deck") if settings().template else None
    try:
        if deck:
            deck.check_template(settings().template)
    except ValueError as error:
        raise fail(error) from None


def serve(chosen: Settings) -> None:
    """Serve in this process until a signal ends it; Ctrl+C is an ordinary end (exit code 130)."""
    sys.argv = [str(PACKAGE / "server.py")]  # Streamlit looks for .streamlit/config.toml beside what was started
    server = import_module("dashboard.stand.server" if chosen.mode == "stand" else "dashboard.server")
    try:
        where = {"server.port": chosen.port, "server.address": chosen.host, "server.baseUrlPath": chosen.prefix}
        server.app.run(config=where)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


@app.command()
def pin() -> None:
    """Ask for a PIN and print its hash, for the setting POCKET_STAFF_PIN."""
    chosen = typer.prompt("PIN (4 to 12 digits)", hide_input=True, confirmation_prompt=True)
    if not (chosen.isdecimal() and 4 <= len(chosen) <= 12):
        raise fail("A PIN has 4 to 12 digits.")
    typer.echo(hashed(chosen))


@app.command("check")
def check_data(folder: Annotated[Path | None, typer.Argument(help="data folder")] = None) -> None:
    """Check a data folder: every fault with file, row, column, value, rule and how to mend it."""
    folder = folder or settings().data
    faults = check(folder)
    if faults:
        raise fail("\n".join([*map(str, faults), f"{counted(faults)} in {folder}"]))
    template_fits()
    typer.echo("\n".join([*map(str, notices(folder)), f"{folder}: no faults"]))


@app.command()
def build(
    data: DataFolder = None,
    to: Annotated[Path | None, typer.Option(help="file to write")] = None,
    internal: Annotated[bool, typer.Option(help="with internal rows")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="faults as JSON on the output, too")] = False,
) -> None:
    """Check a data folder and write its warehouse file."""
    folder = data or settings().data
    if faults := check(folder):
        if as_json:
            typer.echo(json.dumps(list(map(asdict, faults))))
        raise fail("\n".join([*map(str, faults), f"{counted(faults)} in {folder}; nothing built"]))
    target = to or settings().store / f"{data_version(folder)}-{'internal' if internal else 'public'}.duckdb"
    try:
        build_file(folder, target, public=not internal)
    except BuildError as error:
        typer.echo(f"{error}\n    -> {error.mend}", err=True)
        raise typer.Exit(error.code) from None
    typer.echo(f"{target} ({target.stat().st_size / 1e6:.1f} MB, data version {data_version(folder)})")


@app.command("new-city")
def write_city(
    folder: Annotated[Path, typer.Argument(help="folder to write, new or empty")],
    name: Annotated[str, typer.Option(help="the city's name")],
    country: Annotated[str, typer.Option(help="its country, as ISO 3166 writes it in two letters, such as FR")],
    lat: Annotated[float, typer.Option(min=-90, max=90, help="its latitude in degrees")],
    lon: Annotated[float, typer.Option(min=-180, max=180, help="its longitude in degrees")],
) -> None:
    """Write an empty, valid data folder for another city."""
    try:
        new_city(folder, Place(name, country.upper(), lat, lon))
    except (OSError, ValueError) as error:
        raise fail(error) from None
    typer.echo(f"{folder} is written; its README.md says how to go on. See it: pocket run --data {folder}")


@app.command()
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
    try:
        wanted = named_query(name)
        values = parse_parameters(param or [], wanted.sql)
        frame = Warehouse(data or settings().data, settings().store).ask(name, **values)
    except (UnknownQuery, Unpublishable, ValueError) as error:
        raise fail(error) from None
    except duckdb.Error as error:
        raise fail(f"{wanted.question}\n\nparameters: {', '.join(sorted(wanted.parameters))}\n{error}") from None
    typer.echo(as_csv(frame).decode("utf-8-sig"), nl=False)


def parse_parameters(pairs: list[str], sql: str) -> dict[str, Any]:
    """`["market=JP", "markets=JP,CN", "year="]` as a dict: a list where the query casts the parameter to one, else
    text, or None if empty.

    Raises
    ------
    ValueError
        when a pair has no `=`.
    """
    values: dict[str, Any] = {}
    for pair in pairs:
        key, separator, value = pair.partition("=")
        if not separator:
            raise ValueError(f"--param {pair}: write it as key=value")
        is_list = re.search(rf"\${re.escape(key)}::\w+\[\]", sql)
        values[key] = [v for v in value.split(",") if v] if is_list else value or None
    return values


if __name__ == "__main__":
    app()
