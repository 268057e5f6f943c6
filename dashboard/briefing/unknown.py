"""What a briefing does not know: gaps of our list, sources that disagree, figures that nobody has renewed."""

from collections.abc import Iterator, Sequence

from dashboard.content.parts import Definition, Definitions, Findings, Section, Values
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.questions import briefing
from dashboard.questions.briefing import ConflictsRow, GapsRow, OldRow
from dashboard.values import Quantity

MOST = 8  # figures named of each kind


def unknown(markets: Sequence[str], missing: Sequence[str], lang: Language) -> Section:
    """About these markets (none: all); `missing`: the subjects about which a page has nothing."""
    [gaps] = briefing.gaps(markets=markets)
    conflicts, old = briefing.conflicts(markets=markets), briefing.old(markets=markets)
    sources = source_by_id(conflicts, old)
    lists = (
        (lang.t("Sources disagree"), lang.t("The value shown, and the range of all sources"),
         tuple(_range(row, sources, lang) for row in conflicts[:MOST])),
        (lang.t("Nothing newer known"), lang.t("The newest published value is several years old"),
         tuple(_old(row, sources, lang) for row in old[:MOST])),
    )  # fmt: skip
    said = tuple(_said(gaps, missing, lang))
    return Section(
        "unknown",
        lang.t("What we don’t know"),
        lang.t("Gaps, conflicts and ranges behind the numbers on these pages."),
        (
            *([Findings(said)] if said else []),
            *(Definitions(title, subtitle, items) for title, subtitle, items in lists if items),
        ),
    )


def _said(gaps: GapsRow, missing: Sequence[str], lang: Language) -> Iterator[str]:
    """The gaps in sentences; none about a list without a site."""
    if missing:
        yield lang.t("Nothing is on record about: {subjects}.", subjects="; ".join(missing))
    if not gaps.listed:
        yield lang.t("Our list holds no site that is here.")
        return
    counted = (
        (gaps.undated, lang.t("Year of arrival")),
        (gaps.unstaffed, lang.t("Number of employees")),
        (gaps.unplaced, lang.t("Town")),
    )
    listed = lang.number(gaps.listed)
    for count, what in counted:
        if count:
            number = lang.number(count)
            yield lang.t("{what} not known: {count} of {listed} sites.", what=what, count=number, listed=listed)
    if gaps.unheard:
        yield lang.n(
            "Nothing was heard of {count} further site for ten years; it is not counted.",
            "Nothing was heard of {count} further sites for ten years; they are not counted.",
            gaps.unheard,
        )


def _range(row: ConflictsRow, sources: dict[str, Source], lang: Language) -> Definition:
    low, high = (lang.quantity(Quantity(value, row.unit)) for value in (row.low, row.high))
    shown = lang.t(
        "{value} ({year}); sources from {low} to {high}",
        value=lang.quantity(row.quantity),
        year=row.year,
        low=low,
        high=high,
    )
    found = tuple(sources[source] for source in row.source_ids)
    return _figure(row, shown, found, lang)


def _old(row: OldRow, sources: dict[str, Source], lang: Language) -> Definition:
    return _figure(row, f"{lang.quantity(row.quantity)} ({row.year})", (sources[row.source_id],), lang)


def _figure(row: ConflictsRow | OldRow, shown: str, sources: tuple[Source, ...], lang: Language) -> Definition:
    """A figure with its market, what is shown of it and where that is from."""
    return Definition(
        lang.name("indicator_types", row.indicator_id),
        lang.name("regions", row.region),
        values=(Values(shown, lang.name("markets", row.market), sources=sources),),
    )
