"""What `pocket doctor` looks at on a machine where no server runs: software, memory, store, facts, files."""

import os
import platform
import shutil
import sys
from datetime import datetime
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import duckdb
import psutil
from packaging.requirements import Requirement

from dashboard import library
from dashboard.assets import NEEDED, stand_fonts
from dashboard.commands.look import Advice, Look, Value
from dashboard.settings import settings
from dashboard.warehouse import BuildError, check
from dashboard.warehouse.build import data_version
from dashboard.warehouse.check import notices
from dashboard.warehouse.city import read_city
from dashboard.warehouse.fault import counted
from dashboard.warehouse.shelf import VERSIONS, Shelf
from dashboard.warehouse.snapshot import snapshot
from dashboard.warehouse.truth import facts_folder

OURS = "pocket-world"
TOLD = ("duckdb", "streamlit", "plotly")  # the versions that say most
ROOM = 300  # MB that the store needs for files to come
LEAST = 600  # MB of memory: a server and its worker
WHOLE = "Install the Plotly of requirements.lock: nothing can be left out of this one, and first visits take longer."


def versions() -> Look:
    """What is installed, and what of it is not as it should be."""
    found: dict[str, Value] = {"Pocket World": _installed(OURS), "Python": platform.python_version()}
    wanted = map(Requirement, metadata.requires(OURS) or ()) if found["Pocket World"] else ()
    needed = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    wrong = [one for one in needed if not one.specifier.contains(_installed(one.name) or "0", prereleases=True)]
    advice = [Advice(f"Install {one.name}{one.specifier}: `make run` does.", must=True) for one in wrong]
    return Look("versions", found | {name: _installed(name) for name in TOLD}, tuple(advice))


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def machine() -> Look:
    """Cores, memory, and what the server's event loop is."""
    memory, has_uvloop = psutil.virtual_memory(), find_spec("uvloop") is not None
    free = round(memory.available / 1e6)
    advice = []
    if free < LEAST:
        advice.append(Advice(f"Make room in memory: a server with its worker takes about {LEAST} MB.", must=True))
    if not has_uvloop and sys.platform != "win32":
        advice.append(Advice("Install uvloop: each answer is sent sooner."))
    found: dict[str, Value] = {"system": platform.platform(terse=True), "cores": _cores()}
    found |= {"memory MB": round(memory.total / 1e6), "memory free MB": free, "uvloop": has_uvloop}
    return Look("machine", found, tuple(advice))


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def store() -> Look:
    """The folder of the published files."""
    folder = settings().store.resolve()
    there = next(path for path in (folder, *folder.parents) if path.exists())
    files = sorted(folder.glob("*-public.duckdb"), key=lambda path: path.stat().st_mtime)
    free, advice = round(shutil.disk_usage(there).free / 1e6), []
    if not (there.is_dir() and os.access(there, os.W_OK)):
        advice.append(Advice(f"Let whoever runs the server write in {there}, or set POCKET_STORE.", must=True))
    if free < ROOM:
        advice.append(Advice(f"Make room in {there}: {free} MB are left, {ROOM} are needed.", must=True))
    found: dict[str, Value] = {
        "path": str(folder),
        "room MB": free,
        "warehouse files": f"{len(files)} (kept: {VERSIONS})",
    }
    if files:
        published = datetime.fromtimestamp(files[-1].stat().st_mtime).isoformat(" ", "minutes")
        size = sum(path.stat().st_size for path in files) / 1e6
        found |= {"newest": f"{files[-1].name}, {published}", "size MB": round(size, 1)}
    return Look("store", found, tuple(advice))


def facts() -> Look:
    """The data folder as it is today."""
    found: dict[str, Value] = {"path": str(settings().data.resolve())}
    try:
        folder = facts_folder().resolve()
        found["path"] = str(folder)
        faults = check(folder)
        lacking = [] if faults else notices(folder)
    except BuildError as error:
        return Look("facts", found, (Advice(f"{error.mend} The facts could not be checked: {error}.", must=True),))
    found["faults"] = len(faults)
    if faults:
        return Look("facts", found, (Advice(f"{counted(faults)}: `pocket check` says how to mend them.", must=True),))
    version = data_version(folder)
    told = _published(folder, version) if settings().engine == "duckdb" else {}  # else it is the lake that counts
    found |= {"version": version, **told, "notices": len(lacking)}
    advice = [Advice("Look at the notices that `pocket check` prints.")] if lacking else []
    return Look("facts", found, tuple(advice))


def _published(folder: Path, version: str) -> dict[str, Value]:
    """Whether this version is served at once, and how new it is."""
    try:
        opened = snapshot(Shelf(folder, settings().store, public=True).file(version), version)
    except duckdb.Error:
        return {"published": "no, the next start does it"}
    year, month = opened.as_of
    opened.engine.close()
    return {"published": "yes", "as of": f"{year}-{month:02}"}


def files() -> Look:
    """The files that browsers need, and the stand's fonts."""
    try:
        fonts = stand_fonts(read_city(facts_folder()).stand.languages)
    except (BuildError, OSError, ValueError):
        fonts = []  # the facts' faults say it
    missing = [path for path in NEEDED if not path.is_file()]
    lacking = [path for path in fonts if not path.is_file()]
    needed = [*missing, *(lacking if settings().mode == "stand" else ())]
    text = "Restore {} from the repository, or install anew."
    advice = [Advice(text.format(path), must=path in needed) for path in (*missing, *lacking)]
    found: dict[str, Value] = {"for browsers": f"{len(NEEDED) - len(missing)} of {len(NEEDED)}"}
    if not missing:
        size, is_whole = library.measured()
        found["Plotly MB"] = round(size / 1e6, 1)
        advice += [Advice(WHOLE)] if is_whole else []
    return Look("files", {**found, "fonts": f"{len(fonts) - len(lacking)} of {len(fonts)}"}, tuple(advice))
