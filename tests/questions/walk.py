"""Every question asked with everything that its parameters can be: once for each value of its longest list."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

import dashboard.questions
from dashboard.questions import compare
from dashboard.settings import settings
from dashboard.warehouse import Warehouse

Question = Callable[..., tuple[NamedTuple, ...]]


def questions() -> dict[str, Question]:
    """Every function of `dashboard/questions/` by the name of its query."""
    found: dict[str, Question] = {}
    for module in iter_modules(dashboard.questions.__path__):
        loaded = import_module(f"dashboard.questions.{module.name}")
        functions = inspect.getmembers(loaded, inspect.isfunction)
        found |= {f"{module.name}/{name}": f for name, f in functions if f.__module__ == loaded.__name__}
    return found


def domains(house: Warehouse) -> dict[str, Sequence[Any]]:
    """Parameter -> values, those of one list beside those of another (an indicator beside its region)."""
    core = tuple(market for market in house.markets.values() if market.core)
    figures = compare.indicators(markets=core)
    texts = house.vocabulary.texts
    companies = list(house.ask("companies/search", term="a", present_only=False)["company_id"])
    return {
        "market": [*house.markets],
        "markets": [(market, *core) if place % 2 else (market,) for place, market in enumerate(house.markets, 1)],
        "sector": [*texts["sectors", "name"]],
        "theme": [*texts["themes", "name"]],
        "region": [figure.region for figure in figures],
        "indicator": [figure.indicator_id for figure in figures],
        "mode": ["absolute", "per-million", "share"],
        "measure": ["list", "companies", "projects", "residents", "absolute", "per-1000", "per-million"],
        "subjects": [("residents",), ("students",), ("work",), ("schools",)],
        "groups": [("companies", "people", "talent"), ("trade", "investment", "jobs")],
        "company": companies,
        "found": [companies, None],
        "fact": ["companies"],
        "keys": [tuple(companies)],
        "source_ids": [house.ask("overview/headlines")["source_id"].tolist()],
        "code_list": ["markets", "sectors"],
        "weights": [(50.0,) * 5],
        "today": [settings().current_date()],
        "year": [2015, None],
        "by": ["market", "kind"],
        "recheck": [*house.ask("data/freshness")["recheck"]],
        "source": [*house.run("select source_id from sources order by source_id limit 40")["source_id"]],
        "which": ["all", "tertiary", "gone", "silent", "unused"],
        "sorted": ["facts", "published", "title"],
        "words": [("talent", "student")],
        "term": ["a"],
        "lang": ["de"],
        "sort": ["name", "employees"],
        "kind": ["towns", "outlines", "sector", "theme", "topic", ""],
        "code": ["", "", "machinery-automation", "greentech", "hydrogen", ""],
        "names": [("Aachen", "Bonn")],
        "rows": [1000],
        "months": [18],
        "last": [2030],
        "base": [None],
        "chosen": [
            ("market=JP", "market=KR", "sector=machinery-automation"),
            ("status=active", "role=european-hq", "topic=hydrogen"),
            ("theme=greentech",),
            (),
        ],
        "since": [2015, 1990],
        "fewest": [None, 50],
        "most": [500, None],
        "present_only": [True, False],
        "least": [0.25],
        "skip": [0, 3],
        "roles": [("european-hq", "national-hq"), ()],
        "sectors": [("machinery-automation", "chemicals-materials"), (), ("greentech",)],
        "origins": [("Düsseldorf",), ()],
        "targets": [(), ("Düsseldorf", "Neuss")],
        "kinds": [("trade-fair", "agreement", "delegation"), ()],
        "first": [2020, 0],
    }


DEFAULTS: dict[str, Any] = {"int": 0, "float": 0.0, "bool": False, "str": "", "str | None": None, "int | None": None}


def asked(question: Question, values: dict[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Its parameters, time after time."""
    parameters = inspect.signature(question).parameters
    chosen = {
        name: values.get(name) or [DEFAULTS.get(str(getattr(p.annotation, "__name__", p.annotation)), ())]
        for name, p in parameters.items()
    }
    for number in range(max((len(options) for options in chosen.values()), default=1)):
        yield {name: options[number % len(options)] for name, options in chosen.items()}
