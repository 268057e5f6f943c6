"""`pocket kiosk`: the stand at a fair, server and browser."""

import os
import signal
import sys
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer
from dotenv import dotenv_values

from dashboard.commands import fail
from dashboard.commands.serving import prepared
from dashboard.settings import Settings
from dashboard.stand.desk import STAFF_KEY
from dashboard.stand.kiosk import Kiosk, KioskError, Program, kiosk_browser
from dashboard.stand.start import StartError, start_at
from dashboard.text_file import old_text_of


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
