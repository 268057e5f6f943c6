"""From CSV files to a published, read-only DuckDB file, and the questions asked of it.

`package`  what the tables are (datapackage.json)        `check`  every fault of a data folder
`fault`    one of them, in words                          `readable`  the one way a CSV is read
`cells`, `numerals`  single cells                         `schema`, `described`  tables and what pages count on
`city`     what the city is (city.toml)                   `boundaries`  the files its map is drawn from
`geography`  where things lie, and what maps show         `named`  the SQL files under queries/
`large`    files that the database reads                  `suspects`  the rows of these that may be wrong
`build`    one DuckDB file from a data folder             `model`  its views, macros and written models
`base`     a version that can be asked                    `snapshot`  that version, opened
`folder`   one that is built from a data folder           `current`  which one is read from here
`memory`   what was made of it                            `making`  what many want at once, made once
`takeover`  several files replaced at once                `truth`  which folder the facts are in
`published`  what one city has published, several as one
`joined`  the files of several cities in one connection   `several`  which cities these are, kept new
"""

from dashboard.warehouse.base import Warehouse
from dashboard.warehouse.build import build
from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.check import check
from dashboard.warehouse.current import closed, internal_warehouse, one_version, public_warehouse, reading, warehouse
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.folder import FromFolder
from dashboard.warehouse.named import NamedQuery, UnknownQuery, named_query

__all__ = [
    "BuildError",
    "Fault",
    "FromFolder",
    "NamedQuery",
    "UnknownQuery",
    "Warehouse",
    "build",
    "check",
    "closed",
    "internal_warehouse",
    "named_query",
    "one_version",
    "public_warehouse",
    "reading",
    "warehouse",
]
