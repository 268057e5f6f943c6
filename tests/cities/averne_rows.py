"""The rows of Averne, the invented city (see `averne`)."""

from itertools import product

TOWNS = {"Averne": (47.60, -2.80), "Kerlan": (47.66, -2.72), "Saint-Mael": (47.54, -2.69)}
CODES = {"Averne": "F001", "Kerlan": "F002", "Saint-Mael": "F003"}
THEMES = ("ocean", "circular")
SECTORS = ("energy-environment", "machinery-automation", "it-software", "food-beverage", "logistics-transport")
COUNTRIES = ("SE", "JP", "TR", "US", "NO", "CA")
KINDS_OF_SITE = ("national-hq", "european-hq", "regional-office", "sales", "production", "rnd", "trading", "logistics")
YEARS = (1994, 2004, 2012, 2016, 2021, 2024)

Rows = list[dict[str, object]]


def both(column: str, en: str, fr: str = "") -> dict[str, object]:
    """A text in both languages of the data."""
    return {f"{column}_en": en, f"{column}_de": fr or f"{en} (de)"}


def _companies() -> Rows:
    rows: Rows = []
    for number, (market, year) in enumerate(product(COUNTRIES, YEARS)):
        sector = SECTORS[(number * 2 + number // 6) % len(SECTORS)]
        rows.append(
            {
                "company_id": f"{market.lower()}-{year}",
                "name": f"{sector.split('-')[0].title()} {market} {year}",
                "parent": f"{market} Holding",
                "market": market,
                "city": list(TOWNS)[number % 3],
                "sector_id": sector,
                "parent_city": {"SE": "Stockholm", "JP": "Tokyo", "US": "Washington"}.get(market, ""),
                "theme_id": THEMES[number % 2] if number % 3 else "",
                "role": KINDS_OF_SITE[number % len(KINDS_OF_SITE)],
                "established": year,
                "employees": 20 + number,
                "employees_year": 2024,
                "status": "announced" if year == 2024 and market == "US" else "left" if number == 7 else "active",
                **both("note", f"Made up for tests, number {number}"),
                "source_id": "averne-register",
            }
        )
    return rows


def _milestones() -> Rows:
    kinds = ("settlement", "expansion", "rnd-centre", "hq-upgrade", "partnership", "downsizing", "relocation")
    rows: Rows = []
    for market, (number, kind) in product(("SE", "JP", "TR"), enumerate(kinds)):
        moved = {"from_city": "Kerlan", "to_city": "Averne", "scope": "whole"} if kind == "relocation" else {}
        rows.append(
            {
                "milestone_id": f"{market.lower()}-2012-{kind}",
                "company_id": f"{market.lower()}-2012",
                "year": 2014 + number,
                "month": number + 1,
                "kind": kind,
                "jobs": 10 * number or "",
                **moved,
                **both("description", f"{kind} made up for tests"),
                "source_id": "averne-herald",
            }
        )
    return rows


INDICATORS = {  # group, unit, subject, rank
    "companies-port": ("companies", "count", "companies", 1),
    "companies-register": ("companies", "count", "companies", 2),
    "people-register": ("people", "count", "residents", 1),
    "inhabitants": ("people", "count", "", ""),
    "students-university": ("talent", "count", "students", 1),
    "projects-agency": ("investment", "count", "investment", 1),
    "goods-eur-m": ("trade", "eur-m", "trade", 1),
}


def _values() -> Rows:
    """Six years of every indicator for every market, and its total; larger for the larger areas."""
    areas = {"companies-register": "BAY", "projects-agency": "FR", "goods-eur-m": "FR", "students-university": "FR"}
    rows: Rows = []
    for (position, indicator), (size, market), year in product(
        enumerate(INDICATORS), enumerate((*COUNTRIES, "all"), 1), range(2019, 2025)
    ):
        if indicator == "inhabitants" and market != "all":
            continue
        value = 50_000 if indicator == "inhabitants" else (1000 if market == "all" else 10 * size + 3 * (year - 2019))
        rows.append(
            {
                "indicator_id": indicator,
                "market": market,
                "region": areas.get(indicator, "AVERNE"),
                "year": year,
                "value": value + position,
                "qualifier": "approx" if year == 2021 else "exact",
                "preferred": "true",
                "source_id": "averne-register",
            }
        )
    return rows


ROLES = [
    ("map-companies", "companies-port", "AVERNE"),
    ("map-residents", "people-register", "AVERNE"),
    ("studies", "companies-register", "BAY"),
    ("coverage", "companies-port", ""),
    ("inhabitants", "inhabitants", ""),
    ("pipeline", "students-university", ""),
    ("outlook-projects", "projects-agency", "FR"),
    ("outlook-companies", "companies-port", ""),
    ("outlook-country", "projects-agency", "FR"),
    ("outlook-here", "companies-register", "BAY"),
]
HEADLINES = [("companies-port", "SE"), ("companies-port", "TR"), ("people-register", "JP"), ("companies-port", "all")]
EVENTS = [  # kind, market, year, month, day
    ("trade-fair", "all", 2027, 5, 4),
    ("reception", "SE", 2027, 2, ""),
    ("inbound-delegation", "TR", 2024, 9, 12),
    ("trade-fair", "JP", 2025, 6, 3),
    ("agreement", "US", 2019, "", ""),
    ("conference", "NO", 2026, 3, 8),
]

TABLES: dict[str, Rows] = {
    "sources": [
        {
            "source_id": "averne-register",
            "title": "Register of Averne (made up for tests)",
            "publisher": "Averne Port",
            "url": "https://example.org/register",
            "published": "2026-03-01",
            "tertiary": "false",
        },
        {
            "source_id": "averne-herald",
            "title": "Herald (made up for tests)",
            "publisher": "Averne Herald",
            "published": "2025",
            "tertiary": "true",
        },
    ],
    "places": [
        {"place": name, "name_en": name, "name_de": name, "country": "FR", "area": CODES[name], "lat": lat, "lon": lon}
        for name, (lat, lon) in TOWNS.items()
        if name != "Averne"
    ],
    "regions": [
        {
            "region": "BAY",
            "rank": 2,
            "within": "FR",
            "areas": "F00",
            **both("name", "Averne Bay", "Bucht von Averne"),
            **both("definition", "Averne and its neighbours"),
        },
        {"region": "FR", "rank": 3, **both("name", "France", "Frankreich"), **both("definition", "France")},
    ],
    "themes": [
        {
            "theme_id": theme,
            **both("name", theme.title(), f"{theme.title()}-Thema"),
            **both("description", f"All about {theme}"),
            "source_id": "averne-herald",
        }
        for theme in THEMES
    ],
    "desks": [
        {
            "desk_id": "north",
            **both("name", "North Desk", "Nord-Schalter"),
            "since_year": 2010,
            **both("focus", "Ships and forests", "Schiffe und Wälder"),
            "email": "north@example.org",
            "source_id": "averne-herald",
        },
    ],
    "companies": _companies(),
    "milestones": _milestones(),
    "indicator_types": [
        {
            "indicator_id": indicator,
            "group_id": group,
            "unit": unit,
            "subject": subject,
            "rank": rank,
            **both("name", indicator.replace("-", " ").title()),
            **both("definition", f"What {indicator} counts"),
        }
        for indicator, (group, unit, subject, rank) in INDICATORS.items()
    ],
    "indicators": _values(),
    "indicator_roles": [
        {"role": role, "position": 1, "indicator_id": indicator, "region": region} for role, indicator, region in ROLES
    ],
    "headlines": [
        {
            "position": number,
            "indicator_id": indicator,
            "market": market,
            "region": "AVERNE",
            **both("label", f"{indicator} {market}"),
        }
        for number, (indicator, market) in enumerate(HEADLINES, 1)
    ],
    "institutions": [
        {
            "institution_id": f"{market.lower()}-{kind}",
            **both("name", f"{market} {kind}"),
            "market": market,
            "kind": kind,
            "since_year": year,
            "city": "Averne",
            **both("description", "Made up for tests"),
            "source_id": "averne-herald",
        }
        for market, kind, year in (("SE", "chamber", 1999), ("JP", "school", 2005), ("TR", "consulate", ""))
    ],
    "events": [
        {
            "event_id": f"{market.lower()}-{kind}-{year}",
            "year": year,
            "month": month,
            "day": day,
            "kind": kind,
            "market": market,
            **both("place", "Averne", "Averne"),
            "theme_id": "ocean",
            **both("title", f"{kind} {year} with students"),
            "participants": 40,
            "source_id": "averne-herald",
        }
        for kind, market, year, month, day in EVENTS
    ],
    "signals": [
        {
            "signal_id": f"{market.lower()}-{direction}-{year}",
            "market": market,
            "sector_id": "energy-environment",
            "theme_id": "ocean",
            "direction": direction,
            "year": year,
            **both("signal", f"More students from {market}", f"Mehr Studierende aus {market}"),
            "source_id": "averne-herald",
        }
        for market, direction, year in (("SE", "rising", 2025), ("TR", "falling", 2024), ("JP", "stable", 2023))
    ],
    "projects": [
        {
            "project_id": "tide",
            **both("name", "Tidal turbine"),
            "theme_id": "ocean",
            "place": "Averne",
            **both("description", "Made up for tests"),
            "source_id": "averne-herald",
        },
    ],
    "project_partners": [
        {
            "project_id": "tide",
            "partner": f"{market} Works",
            "market": market,
            **both("part", f"Part of {market}"),
            "source_id": "averne-herald",
        }
        for market in ("FR", "SE", "TR")
    ],
}
