"""Where the line styles stood; `dashboard.charts.talent_panels` still looks for them here."""

from dashboard.charts.palette import DASHES as DASHES
