"""What the workshop says to a reader."""

from dashboard.language import Language
from dashboard.workshop.order import Cancelled, Done, Failed, Forgotten, State, Waiting, Working


def told(state: State, lang: Language) -> str:
    """How far an order is, in words."""
    match state:
        case Waiting(before):
            return lang.n("{count} file is made before this one.", "{count} files are made before this one.", before)
        case Working(step, of, words) if words:
            return lang.t("Step {step} of {of}: {words}", step=step, of=of, words=words)
        case Working():
            return lang.t("It is being made.")
        case Done(name):
            return lang.t("{name} is ready.", name=name)
        case Failed():
            return _failed(state, lang)
        case Cancelled():
            return lang.t("It was cancelled.")
        case Forgotten():
            return lang.t("It is kept no more. Order it again.")


def full(lang: Language) -> str:
    """That no other order is taken now."""
    return lang.t("Many files are being made at the moment. Please try again in a minute.")


def _failed(state: Failed, lang: Language) -> str:
    """Why it was not made, and what one can do."""
    return {
        "refused": state.words,
        "fault": lang.t("It could not be made. The fault has been noted."),
        "limit": lang.t("It took too long and was ended. Choose less, or try again later."),
        "ended": lang.t("Making it was interrupted. Please try again."),
        "version": lang.t("The data have been renewed meanwhile. Load the page again, then order it again."),
        "size": lang.t("It became too large to be kept. Choose less."),
    }[state.reason]
