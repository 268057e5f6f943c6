"""Where figures come from: the sources of some rows, and the line that names them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.language import Language
from dashboard.questions import shared

NAMED = 2  # publishers that a source line names


@dataclass(frozen=True)
class Source:
    """A page or publication that states facts; `url` is empty where there is none, `published` as exact as known."""

    title: str
    publisher: str
    url: str = ""
    published: str = ""
    tertiary: bool = False

    def when(self, lang: Language) -> str:
        """When it was published, as the reader writes it: `2024`, `März 2024`, `5. März 2024`; empty: not known."""
        return lang.month(*map(int, self.published.split("-"))) if self.published else ""


@dataclass(frozen=True)
class Sources:
    """The sources of one piece of content, newest first, and a sentence on what is counted in it."""

    found: tuple[Source, ...] = ()
    counted: str = ""

    def line(self, lang: Language) -> str:
        """`Quellen: Destatis, Eurostat und 3 weitere · Unternehmen laut Handelsregister`."""
        publishers = list(dict.fromkeys(source.publisher for source in self.found))
        named = ", ".join(publishers[:NAMED])
        if len(publishers) > NAMED:
            more = len(publishers) - NAMED
            named = lang.n("{named} and {count} more", "{named} and {count} more", more, named=named)
        if not named:
            said = lang.t("No source")
        elif len(self.found) == 1:
            said = lang.t("Source: {named}", named=named)
        else:
            said = lang.t("Sources: {named}", named=named)
        return " · ".join(filter(None, [said, self.counted]))


def web(url: str) -> str:
    """The address if it leads to the web, else nothing: a file must not lead into a machine or run anything."""
    return url if url.startswith(("https://", "http://")) else ""


def sources_of(*groups: Iterable[object], counted: str = "") -> Sources:
    """The sources that rows name in `source_id` (one each) or `source_ids` (several), without repeats."""
    return Sources(tuple(source_by_id(*groups).values()), counted)


def source_by_id(*groups: Iterable[object]) -> dict[str, Source]:
    """The same by their ids, for lists in which each row says its own."""
    return sources_named(source for rows in groups for row in rows for source in _ids(row))


def sources_named(ids: Iterable[str]) -> dict[str, Source]:
    """Those with these ids that there are."""
    return {
        row.source_id: Source(row.title, row.publisher, row.url or "", row.published or "", row.tertiary)
        for row in shared.source_list(source_ids=tuple(dict.fromkeys(ids)))
    }


def _ids(row: object) -> Iterator[str]:
    if one := getattr(row, "source_id", None):
        yield one
    yield from getattr(row, "source_ids", ())
