"""Companies to take along, in the reader's words."""

import pandas as pd

from dashboard.language import Language
from dashboard.screen.names import names


def in_words(rows: pd.DataFrame, lang: Language) -> pd.DataFrame:
    """Rows of the query `companies/rows`, columns and codes in words."""
    sectors, markets = names("sectors", lang), names("markets", lang)
    return pd.DataFrame({
        lang.t("Company"): rows["name"],
        lang.t("Parent company"): rows["parent"],
        lang.t("Source market"): [markets[code] for code in rows["market"]],
        lang.t("Town"): rows[f"town_{lang.code}"],
        lang.t("Sector"): [sectors[code] for code in rows["sector_id"]],
        lang.t("Role"): [lang.label("companies", "role", code) for code in rows["role"]],
        lang.t("Since"): rows["arrived"],
        lang.t("Employees"): rows["employees"],
        lang.t("As of"): rows["employees_year"],
        lang.t("Status"): [lang.label("companies", "status", code) for code in rows["status"]],
        lang.t("Source"): rows["url"],
        lang.t("Note"): rows[f"note_{lang.code}"],
    })  # fmt: skip
