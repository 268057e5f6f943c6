"""The page's title, its two filters, and what the chosen theme means."""

from dashboard.app_pages.sectors.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Control, Head, Note, Section
from dashboard.language import Language
from dashboard.questions import sectors


@remembered
def opening(choice: Choice, lang: Language) -> Section:
    """Title and filters."""
    head = Head(lang.t("Sectors and focus themes"), lang.t("Who works in what, and what came when"))
    lens = (Control("theme"), *_meaning(choice.lens, lang))
    return Section("opening", parts=(head, Beside((lens, (Control("markets"),)), (1.2, 2))))


def _meaning(theme: str | None, lang: Language) -> list[Part]:
    """How many companies stand for the theme, and what it means."""
    companies = [row.companies for row in sectors.themes() if row.theme_id == theme]
    return [
        Note(
            lang.describe("themes", str(theme), "description"),
            label=lang.n("{count} site in our list", "{count} sites in our list", number),
        )
        for number in companies
    ]
