"""What the stand says in the data's words."""

from dashboard.questions import market, region, shared
from dashboard.warehouse import Warehouse

LISTS = ("sectors", "themes", "topics", "regions", "desks")
LABELS = (("milestones", "kind"), ("events", "kind"), ("companies", "role"), ("companies", "status"))
TEXTS = (("themes", "description"), ("desks", "focus"))


def vocabulary(house: Warehouse) -> set[str]:
    """English words of the data that every language of the stand must know: lists, kinds, towns, names of
    figures, what desks and themes are about, what the people of the desks do."""
    texts, labels = house.vocabulary.texts, house.vocabulary.labels
    found = {text.en for name in LISTS for text in texts[name, "name"].values()}
    found |= {text.en for column in LABELS for text in labels[column].values()}
    found |= {text.en for key in TEXTS for text in texts[key].values()}
    found |= {row.role.en for row in shared.contacts(markets=[]) if row.desk_id}
    towns = region.towns(year=None, markets=(), sectors=(), roles=())
    found |= {texts["places", "name"][town.town].en for town in towns}
    names = texts["indicator_types", "name"]
    for code in [*(row.market for row in shared.markets()), "all"]:
        found |= {names[row.indicator_id].en for row in market.key_figures(market=code) if row.indicator_id}
    return found | {house.vocabulary.organisation.en}
