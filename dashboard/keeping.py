"""Beside the visitors: new data are looked for and published, and what is likely to be opened is made before it is."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from dashboard.access.rules import has_staff
from dashboard.app_pages import PAGES, pages_there
from dashboard.content.choice import without_asides
from dashboard.content.view import View, view
from dashboard.language import COMPLETE
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.versions import Faulty, versions_of
from dashboard.warehouse import BuildError, internal_warehouse, warehouse
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.engine.fault import AGAIN, EngineFault, Refused
from dashboard.warehouse.several import facts_version, several
from dashboard.web.front import front

log = logging.getLogger(__name__)
LEAST, PATIENCE = 0.2, 5  # seconds between two looks at the data folder; until the end is not waited for


class Keeper:
    """A thread that keeps the facts new and the likely pages made, until `close`; no visitor waits for either."""

    def __init__(self) -> None:
        self._closed, self._due, self._again = threading.Event(), 0.0, 0.0
        self._thread = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def start(self) -> None:
        """From now on nobody else looks for new data; they are checked and built in a process of their own."""
        warehouse().apart = warehouse().kept = several().kept = True
        self._thread.start()

    def close(self) -> None:
        """End it after what it is making now; newer facts that are being checked are left to themselves."""
        self._closed.set()
        self._thread.join(PATIENCE)
        warehouse().apart = warehouse().kept = several().kept = False

    def _keep(self) -> None:
        made = None
        while not self._closed.wait(LEAST):
            try:
                self._look()
                now = (facts_version(), settings().current_date())  # pages know what day it is
                if made != now and time.monotonic() >= self._again:
                    made = now
                    self._note()
                    self._make(warehouse().version)
            except EngineFault as fault:  # nor will it answer the next questions
                level = logging.INFO if fault.passes else logging.WARNING  # that it is away is told once
                log.log(level, "likely pages are not made: %s", type(fault).__name__)
                made, self._again = None, time.monotonic() + AGAIN
            except Exception:  # the next look may go better
                log.exception("the facts cannot be kept new")

    def _look(self) -> None:
        """For new data, if it is time; for staff all of them first: open pages come anew once the public ones are."""
        if time.monotonic() >= self._due:
            if has_staff() and warehouse().is_well:
                with suppress(BuildError, Unpublishable):  # the next lines find the same, and keep what is wrong
                    internal_warehouse().kept = True
                    internal_warehouse().refresh(force=True)
            warehouse().refresh(force=True)
            several().refresh()
            self._due = time.monotonic() + settings().reload_seconds

    def _note(self) -> None:
        """Keep the version that is served now, if it came about on disk; one of a lake did not."""
        if warehouse().snapshot.engine.remote:
            return
        try:
            versions_of(warehouse().data, warehouse().store).newest()
        except (BuildError, Faulty) as error:  # visitors read it all the same
            log.warning("the version is not kept: %s", error)

    def _make(self, version: str) -> None:
        """All that is likely, until there are newer facts; half of the time is left to those who ask.

        Raises EngineFault where the next questions would not be answered either.
        """
        for make in likely():
            self._look()
            if self._closed.is_set() or warehouse().version != version:
                return
            began = time.monotonic()
            try:
                make()
            except Exception as error:  # whoever opens it will be told
                if isinstance(error, EngineFault) and not isinstance(error, Refused):
                    raise
                log.exception("a page cannot be made")
            self._closed.wait(time.monotonic() - began)


def likely() -> Iterator[Callable[[], object]]:
    """The sections of every page as it opens, and of each core market's, in both languages; first those seen first.
    Then what a browser that opens a page sees at once."""
    core = [str(market) for market in warehouse().markets.values() if market.core]
    for lang in map(language, COMPLETE):
        opened = [view(page, {}, lang) for page in pages_there().values()]
        markets = [view(PAGES["market"], {"market": [code]}, lang) for code in core]
        yield from (make for one in (*opened, *markets) for make in _sections(one))
        yield from (partial(front, one, phone=phone) for one in opened for phone in (False, True))


def _sections(shown: View) -> Iterator[Callable[[], object]]:
    choice = without_asides(shown.reading.choice)
    yield from ((lambda make=make: make(choice, shown.lang)) for make in shown.page.sections)
