"""Companies to take along: a CSV in the reader's words."""

from typing import Any

import pandas as pd

from dashboard.language import Language
from dashboard.parts.names import names


def as_csv(rows: pd.DataFrame, lang: Language) -> bytes:
    """Rows of the query `companies/rows` as UTF-8 CSV (with a byte order mark, which spreadsheets need)."""
    sectors, markets = names("sectors", lang), names("markets", lang)
    table = pd.DataFrame({
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
    return table.map(_no_formula).to_csv(index=False).encode("utf-8-sig")


def _no_formula(cell: Any) -> Any:
    """A spreadsheet must not take a text for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell
