"""Beside the visitors: new data are looked for and published, and what is likely to be opened is made before it is."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import NamedTuple

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
from dashboard.warehouse.engine.fault import AGAIN, EngineFault, Refused, TooSlow
from dashboard.warehouse.several import facts_version, several
from dashboard.web.front import front

log = logging.getLogger(__name__)
LEAST, PATIENCE = 0.2, 5  # seconds between two looks at the data folder; until the end is not waited for


class Likely(NamedTuple):
    """Something to make before it is asked for; `about`: what it is, in whatever language."""

    about: str
    make: Callable[[], object]


class Keeper:
    """Threads that keep the facts new and the likely pages made, until `close`; no visitor waits for either, nor do our
    own facts for those of other cities."""

    def __init__(self) -> None:
        self._closed, self._due, self._again = threading.Event(), 0.0, 0.0
        self._slow: dict[str, str] = {}  # what took too long, and of which facts
        self._threads = [
            threading.Thread(target=keep, name=name, daemon=True)
            for name, keep in (("keeper", self._keep), ("cities", self._keep_cities))
        ]

    def start(self) -> None:
        """From now on nobody else looks for new data; they are checked and built in a process of their own."""
        warehouse().apart = warehouse().kept = several().kept = True
        for one in self._threads:
            one.start()

    def close(self) -> None:
        """End it after what it is making now; newer facts that are being checked are left to themselves."""
        self._closed.set()
        ends = time.monotonic() + PATIENCE
        for one in self._threads:
            one.join(max(0.0, ends - time.monotonic()))
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
                if not isinstance(fault, TooSlow):  # which may be so again and again
                    made, self._again = None, time.monotonic() + AGAIN
            except Exception:  # the next look may go better
                log.exception("the facts cannot be kept new")

    def _keep_cities(self) -> None:
        while not self._closed.wait(max(LEAST, settings().reload_seconds)):
            try:
                several().refresh()
            except Exception:
                log.exception("other cities cannot be kept new")

    def _look(self) -> None:
        """For new data, if it is time; for staff all of them first: open pages come anew once the public ones are."""
        if time.monotonic() >= self._due:
            if has_staff() and warehouse().is_well:
                with suppress(BuildError, Unpublishable):  # the log has it
                    internal_warehouse().kept = True
                    internal_warehouse().refresh(force=True)
            warehouse().refresh(force=True)
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

        What takes too long is left to who opens it, until then. Raises EngineFault where the next questions would not
        be answered either.
        """
        facts = facts_version()
        for about, make in likely():
            self._look()
            if self._closed.is_set() or warehouse().version != version:
                return
            if self._slow.get(about) == facts:
                continue
            began = time.monotonic()
            try:
                make()
            except TooSlow:
                self._slow[about] = facts
                log.warning("%s takes too long; it is not made ahead before there are newer facts", about)
            except Exception as error:  # whoever opens it will be told
                if isinstance(error, EngineFault) and not isinstance(error, Refused):
                    raise
                log.exception("a page cannot be made")
            self._closed.wait(time.monotonic() - began)


def likely() -> Iterator[Likely]:
    """The sections of every page as it opens, and of each core market's, in both languages; first those seen first.
    Then what a browser that opens a page sees at once."""
    core = [str(market) for market in warehouse().markets.values() if market.core]
    for lang in map(language, COMPLETE):
        opened = {page.name: view(page, {}, lang) for page in pages_there().values()}
        markets = {f"market {code}": view(PAGES["market"], {"market": [code]}, lang) for code in core}
        yield from (made for name, one in (opened | markets).items() for made in _sections(name, one))
        fronts = ((name, partial(front, one, phone=phone)) for name, one in opened.items() for phone in (False, True))
        yield from (Likely(f"{name}, first view", make) for name, make in fronts)


def _sections(name: str, shown: View) -> Iterator[Likely]:
    choice = without_asides(shown.reading.choice)
    for number, make in enumerate(shown.page.sections, 1):
        yield Likely(f"{name}, section {number}", partial(make, choice, shown.lang))
