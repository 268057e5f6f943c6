"""What the reader can choose on the overview: what the map of the world shows."""

from dataclasses import dataclass

from dashboard.content.choice import Chosen, Look, one
from dashboard.language import Language
from dashboard.questions import overview

LIST = "list"


def measures(_: Chosen, lang: Language) -> dict[str, str]:
    """Our list, and the published figures that the map can be drawn by."""
    known = {
        "companies": lang.t("Published company counts"),
        "projects": lang.t("FDI projects"),
        "residents": lang.t("Residents"),
    }
    figures = {row.measure: known.get(row.measure, figure_name(row.indicator_id, lang)) for row in overview.measures()}
    return {LIST: lang.t("Sites in our list")} | figures


def figure_name(indicator: str, lang: Language) -> str:
    """What a published figure is called."""
    return lang.name("indicator_types", indicator)


@dataclass(frozen=True)
class Choice:
    """`map`: a measure."""

    map: str = one(lambda lang: lang.t("Map shows"), measures, look=Look("segments", quiet=True))
