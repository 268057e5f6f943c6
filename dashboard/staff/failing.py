"""Why facts cannot be read or changed, in words; with the way out where there is one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import streamlit as st

from dashboard.intake.single import Lost
from dashboard.language import Language
from dashboard.screen.markdown import plain
from dashboard.values import Said
from dashboard.versions import Faulty, NoVersion, Superseded
from dashboard.warehouse import BuildError
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.readable import Unreadable

logger = logging.getLogger(__name__)

FEW = 5  # faults that are told
FAILURES = (BuildError, Faulty, Superseded, NoVersion, Unpublishable, Lost, ValueError, OSError, duckdb.Error)


@contextmanager
def told(lang: Language) -> Iterator[None]:
    """Whatever fails within is said where it stands, and nothing else."""
    try:
        yield
    except FAILURES as error:
        st.error(plain(words(reasons(error), lang)), icon=":material/error:")


def words(found: tuple[str, ...], lang: Language) -> str:
    """Reasons in a reader's language."""
    return " ".join(map(lang.said, found))


def reasons(error: Exception) -> tuple[str, ...]:
    """Sentences, which `Language.said` can say."""
    match error:
        case Lost():
            return (Said("The row {key} is not there any more.", key=str(error)),)
        case Faulty() | Unpublishable() | Unreadable():
            return (Said("The facts have faults:"), *map(_fault, error.faults[:FEW]))
        case BuildError():
            return (Said("{what}. {mend}", what=_first(error), mend=error.mend),)
        case OSError():
            logger.warning("A file failed", exc_info=error)
            return (Said("A file cannot be read or written: {why}.", why=error.strerror or str(error)),)
        case duckdb.Error():  # its words name files of its own
            logger.warning("The database failed", exc_info=error)
            return (Said("The database could not do this; the reason stands in the log."),)
    return (_first(error),)


def _first(error: Exception) -> str:
    """The message as it was given."""
    return error.args[0] if error.args and isinstance(error.args[0], str) else str(error)


def _fault(one: Fault) -> str:
    if one.row:
        return Said("{file}, row {row}: {rule}. {mend}", file=one.file, row=one.row, rule=one.rule, mend=one.mend)
    return Said("{file}: {rule}. {mend}", file=one.file, rule=one.rule, mend=one.mend)
