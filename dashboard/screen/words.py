"""Streamlit's own words, which are English whatever the page speaks, in the reader's language."""

from dashboard.language import Language


def streamlit_words(lang: Language) -> list[tuple[str, str]]:
    """What Streamlit says (a JavaScript pattern of a whole text) and what stands there instead; none for English."""
    if lang.code == "en":
        return []
    return [
        ("Skip to main content", lang.t("Skip to main content")),
        ("App pages", lang.t("Pages")),
        (r"(\d+) more", lang.t("{count} more", count="$1")),
        ("Expand sidebar", lang.t("Open menu")),
        ("Collapse sidebar", lang.t("Close menu")),
        ("Sidebar", lang.t("Menu")),
        ("Main menu", lang.t("Menu")),
        ("Notifications", lang.t("Notices")),
        ("Close", lang.t("Close")),
        ("Dismiss", lang.t("Close")),
        ("Open", lang.t("Open")),
        *_choosing(lang),
        *_tables(lang),
        *_files(lang),
    ]


def _choosing(lang: Language) -> list[tuple[str, str]]:
    """What boxes with options say, aloud or on screen."""
    return [
        ("No results", lang.t("No results")),
        (r"(\d+) options? available\.", lang.t("{count} to choose from.", count="$1")),
        ("Choose an option", lang.t("Please choose")),
        ("Choose options", lang.t("Please choose")),
        ("Clear (?:all|value|entry|search)", lang.t("Clear")),
        ("Remove (.+)", lang.t("Remove {name}", name="$1")),
        ("Select all", lang.t("Select all")),
        ("Selected values", lang.t("Chosen")),
        ("(?:Selectbox|Multiselect) options", lang.t("To choose from")),
        (
            r"You can only select up to (\d+) options?\. Remove an option first\.",
            lang.t("Up to {count} can be chosen. Remove one first.", count="$1"),
        ),
        ("Running\\.\\.\\.", lang.t("One moment …")),
    ]


def _files(lang: Language) -> list[tuple[str, str]]:
    """Where a file is given, and while a form is filled in."""
    return [
        (r"(\d+)MB per file", lang.t("up to {size} MB", size="$1")),
        (r"File must be (\d+)MB or smaller\.", lang.t("The file must not be larger than {size} MB.", size="$1")),
        (r"(\S+) files are not allowed\.", lang.t("Files of this kind are not taken.")),
        ("Press Enter to submit form", lang.t("Enter sends it")),
        ("Press Enter to apply", lang.t("Enter applies it")),
    ]


def _tables(lang: Language) -> list[tuple[str, str]]:
    """What stands above a table."""
    said = {
        "Search": lang.t("Search"),
        "Fullscreen": lang.t("Full screen"),
        "Close fullscreen": lang.t("Close"),
        "Show/hide columns": lang.t("Columns"),
    }
    return [(f"{english}(: .+)?", f"{own}$1") for english, own in said.items()]  # aloud with what the table is about
