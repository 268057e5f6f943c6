"""What came when: arrivals by group of sectors and period, and how concentrated they were."""

from dashboard.app_pages.sectors.charts import concentration_bars
from dashboard.app_pages.sectors.choice import Choice, whose
from dashboard.content.arrivals import LEAST, arrivals_figure
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Control, Nothing, Section
from dashboard.content.periods import periods
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import sectors
from dashboard.values import Market
from dashboard.warehouse import warehouse


@remembered
def shift(choice: Choice, lang: Language) -> Section:
    """Both figures for the market chosen."""
    both = Beside(((mix(choice, lang),), (concentration(choice, lang),)), (1.7, 1))
    return Section(
        "shift",
        lang.t("What came when"),
        lang.t("From period to period: which groups of sectors arrived, and how concentrated the arrivals were."),
        parts=(Control("arrivals"), both),
    )


def mix(choice: Choice, lang: Language) -> Part:
    """Each group's share of the period's arrivals."""
    rows = sectors.shift(market=choice.arrivals, theme=choice.lens)
    title = lang.t("{country}: arrivals by group of sectors", country=whose({}, lang)[choice.arrivals])
    subtitle = lang.t("Share of each period’s arrivals, earliest groups first; number of arrivals")
    groups = lang.names("sector_groups")
    return arrivals_figure("sectors-shift", title, subtitle, rows, groups, _market(choice), lang)


def concentration(choice: Choice, lang: Language) -> Part:
    """The Herfindahl index of each period's arrivals."""
    rows = sectors.concentration(market=choice.arrivals, theme=choice.lens)
    if sum(row.arrivals for row in rows) < LEAST:
        return Nothing(lang.t("Too few arrivals with a known year to tell how concentrated they were."))
    last = rows[-1]
    caption = Caption(
        lang.t("{country}: concentration on sectors", country=whose({}, lang)[choice.arrivals]),
        lang.t(
            "Herfindahl index of each period's arrivals over {count} sectors",
            count=len(lang.names("sectors")),
        ),
        lang.t(
            "Columns by period; {period}: {value}.",
            period=periods(lang)[last.period - 1],
            value=lang.number(last.herfindahl, 2, fixed=True),
        ),
        marks=lang.t("line: all markets"),
    )
    counted = lang.t(
        "Unbiased estimate: the chance that two arrivals of a period are of one sector; faint: few arrivals"
    )
    chart = concentration_bars(rows, periods(lang), _market(choice), lang)
    plotted = Plotted(Form.COLUMNS, x=("period",), y=("herfindahl", "herfindahl_all"))
    return Figure("sectors-concentration", chart, caption, rows, sources_of(rows, counted=counted), plotted=plotted)


def _market(choice: Choice) -> Market:
    return warehouse().markets[choice.arrivals]
