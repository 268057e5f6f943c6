"""What a change of the facts did to the key figures of the overview."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.content.choice import read
from dashboard.content.parts import KeyFigure, KeyFigures
from dashboard.speaking import language
from dashboard.versions.change import HeadlineChange
from dashboard.versions.diff import Which
from dashboard.versions.store import Versions
from dashboard.warehouse import BuildError, Fault, FromFolder, Warehouse, reading
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.build import data_version, version_of
from dashboard.warehouse.build_error import StoreError
from dashboard.warehouse.folder import build_apart, build_here
from dashboard.warehouse.shelf import Shelf


def served(versions: Versions, store: Path, which: Which, *, public: bool = True, apart: bool = False) -> Warehouse:
    """A version, or a folder, as pages read it (`reading`); its warehouse file is built in the store if need be.

    With `apart` in a process of its own, so that those whom this one serves do not share theirs with that.

    Raises NoVersion, and BuildError or Unpublishable if it is none of which pages can be made.
    """
    shelf = Shelf(versions.facts, store, public=public)
    version = data_version(which) if isinstance(which, Path) else version_of(_hashes(versions, which))

    def make() -> list[Fault]:
        with _folder(versions, which) as folder:
            faults = (_build_apart if apart else build_here)(folder, shelf, version)
        shelf.tidy()  # what is only weighed is never published, which would do it
        return faults

    if faults := shelf.have(version, make):
        raise Unpublishable(faults)
    return FromFolder(versions.facts, store, public=public, version=version)


def _build_apart(folder: Path, shelf: Shelf, version: str) -> list[Fault]:
    done = build_apart(folder, shelf, version, stderr=subprocess.PIPE)
    if done.returncode:
        raise BuildError(done.stderr.strip())
    return []


def _hashes(versions: Versions, number: int) -> dict[str, bytes]:
    return {path: bytes.fromhex(name) for path, name in versions.get(number).files.items()}


@contextmanager
def _folder(versions: Versions, which: Which) -> Iterator[Path]:
    if isinstance(which, Path):
        yield which
        return
    with TemporaryDirectory() as folder:
        versions.export(which, Path(folder))
        yield Path(folder)


def headlines(
    versions: Versions, store: Path, old: Which, new: Which, lang: str, *, public: bool = True, apart: bool = False
) -> tuple[HeadlineChange, ...] | None:
    """The key figures that differ; None where pages cannot be made of one of the two. Raises NoVersion, StoreError."""
    try:
        before, after = (served(versions, store, which, public=public, apart=apart) for which in (old, new))
    except StoreError:
        raise
    except (BuildError, Unpublishable):
        return None
    return headline_changes(before, after, lang)


def headline_changes(old: Warehouse, new: Warehouse, lang: str) -> tuple[HeadlineChange, ...]:
    """The key figures that differ between the two, in the order in which they stand now."""
    before, after = (_headlines(house, lang) for house in (old, new))
    labels = dict.fromkeys([*after, *before])
    both = (HeadlineChange(label, before.get(label), after.get(label)) for label in labels)
    return tuple(one for one in both if _said(one.old) != _said(one.new))


def _said(figure: KeyFigure | None) -> tuple[str, ...]:
    return (figure.value, figure.meta, figure.change) if figure else ()


def _headlines(house: Warehouse, lang: str) -> dict[str, KeyFigure]:
    """What the overview opens with."""
    # Here, since a page of theirs asks for this module.
    from dashboard.app_pages.overview.choice import Choice
    from dashboard.app_pages.overview.opening import opening

    with reading(house):
        words = language(lang)
        first = opening(read(Choice, {}, words).choice, words)
        return {one.label: one for part in first.parts if isinstance(part, KeyFigures) for one in part.figures}
