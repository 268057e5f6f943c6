"""What is said of all markets together: it moves no score, and stands beside the ranking for those who read it."""

from dashboard.app_pages.outlook.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.parts import Section
from dashboard.content.signals import signals_of
from dashboard.language import Language


@remembered
def everywhere(_: Choice, lang: Language) -> Section:
    """The signals that name no market."""
    title, nothing = lang.t("Signals for all markets"), lang.t("No signal for all markets is on record.")
    listed = signals_of("all", "outlook-everywhere", title, nothing, lang, wide=True)
    return Section("everywhere", parts=(listed,))
