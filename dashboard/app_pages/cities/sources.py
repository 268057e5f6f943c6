"""Where the numbers of all cities are from; ids of sources are each city's own, so they come in words."""

from dashboard.app_pages.cities.choice import Choice
from dashboard.content.sources import Source, Sources
from dashboard.language import Language
from dashboard.questions import cities


def sources(choice: Choice, lang: Language) -> Sources:
    """Those of every site of the choice, newest first."""
    rows = cities.origins(**choice.asked)
    found = [Source(row.source_title, row.publisher, row.url or "", row.published or "", row.tertiary) for row in rows]
    return Sources(tuple(dict.fromkeys(found)), lang.t("The documented list of each city"))
