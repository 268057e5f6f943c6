"""What people are told where the facts cannot be asked."""

from dashboard.language import Language
from dashboard.warehouse.engine.fault import EngineFault, TooSlow


def unanswered(fault: EngineFault, lang: Language) -> str:
    """What readers of a page are told; where the engine stands and what is wrong with it is for those who look after
    it."""
    if isinstance(fault, TooSlow):
        return _too_slow(lang)
    return lang.t(
        "The facts cannot be asked at the moment. What is known already is shown; the rest appears by itself once "
        "they can be asked again."
    )


def ask_again(fault: EngineFault, lang: Language) -> str:
    """The same for who asked for a file, which does not come by itself."""
    if isinstance(fault, TooSlow):
        return _too_slow(lang)
    return lang.t("The facts cannot be asked at the moment. Please ask again in a minute.")


def _too_slow(lang: Language) -> str:
    return lang.t("This takes too long at the moment. Choose less, or try again later.")
