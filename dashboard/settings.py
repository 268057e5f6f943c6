"""All settings, once, typed. Each can be set by an environment variable `POCKET_<NAME>`."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from dashboard.language import Complete

# Origins between spaces, as a security policy takes them; nothing else gets into a header.
Origins = Annotated[str, Field(pattern=r"^(\*|https?://(\*\.)?[\w.-]+(:\d+)?( +https?://(\*\.)?[\w.-]+(:\d+)?)*)?$")]


def _whole(origins: str) -> str:
    """Browsers compare these as a whole, so that a wildcard within one would never fit."""
    if "*." in origins:
        raise ValueError("write each website in full; *. is not understood here (* by itself is any website)")
    return origins


# Keys in the address of a lake, as in `s3://key:secret@bucket`. `abfs://container@account` is none, nor is what follows
# a colon before a port or before the next of several addresses.
KEYS = re.compile(r"://[^/@:]*:(?!\d+([/?:]|$))((?!://)[^@])*@|s3\w*://[^/@]*@|[?&]\w*secret\w*=|[?&]sig=")


def _keyless(lakes: str) -> str:
    """Messages, logs and pages name lakes."""
    if KEYS.search(lakes):
        raise ValueError("no key belongs in the address of a lake; the environment holds it (docs/engine.md)")
    return lakes


Lakes = Annotated[str, AfterValidator(_keyless)]
PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent  # the checkout, or the folder into which a wheel was installed


def shipped(name: str) -> Path:
    """A folder that comes along: within the package where that was installed from a wheel, beside it in a checkout."""
    return inside if (inside := PACKAGE / name).is_dir() else ROOT / name


SECRET = ("staff_pin", "metrics", "engine_url")  # settings that hold what nobody may read over a shoulder or in a log
QUERIES = shipped("queries")
DATA = shipped("data")
GEO = DATA / "geo"


class Settings(BaseSettings):
    """What an operator can change; README.md holds the same list as a table (a test compares them)."""

    model_config = SettingsConfigDict(
        env_prefix="POCKET_",
        env_ignore_empty=True,
        hide_input_in_errors=True,  # it may be secret
    )

    data: Path = Field(DATA, description="Folder with the CSVs and their datapackage.json")
    store: Path = Field(
        Path(".pocket"), description="Folder for the published warehouse files, seen from where `pocket` is started"
    )
    truth: Literal["folder", "store"] = Field(
        "folder",
        description="Which facts are served and changed: those of the data folder (`folder`), or a copy of them in the "
        "store (`store`), made once; see Versions",
    )
    cities: Lakes = Field(
        "",
        description="Data folders of the cities that `/cities` compares, between colons (`;` on Windows), each "
        "published into the same store by a server of its own, or with `POCKET_ENGINE=spark` their lakes; see Several "
        "cities",
    )
    engine: Literal["duckdb", "spark"] = Field(
        "duckdb",
        description="Who answers: DuckDB in the process (`duckdb`), or an engine that speaks Spark Connect (`spark`), "
        "from what `pocket publish` wrote to the lake; see `docs/engine.md`",
    )
    engine_url: str = Field("", description="Address of that engine, such as `sc://engine.example.org:15002`")
    engine_seconds: float = Field(60, gt=0, description="Seconds after which it is told to leave a question")
    engine_lake: Lakes = Field("", description="The lake as the engine calls it (empty: as `POCKET_LAKE` says)")
    lake: Lakes = Field(
        "", description="Folder or object store (`s3://…`) of the published Parquet files, which the engine can read"
    )
    lake_keep: int = Field(5, ge=2, description="Versions kept in the lake")
    host: str = Field("127.0.0.1", description="Address the server listens on")
    port: int = Field(8501, ge=1, le=65535, description="Port the server listens on")
    prefix: str = Field("", description="Path below which a proxy passes requests on with that path, such as `world`")
    lang: Complete = Field("de", description="Language where the browser asks for neither German nor English")
    mode: Literal["dashboard", "stand"] = Field("dashboard", description="What is served: the dashboard or the stand")
    profile: str = Field("general", description="Which profile of the stand's file is shown first")
    profiles: Path | None = Field(
        None, description="File with the profiles of the stand (empty: `stand.toml` in the data folder)"
    )
    start: str = Field("", description="What the stand opens at first: a code or name, as for `pocket kiosk --start`")
    idle_seconds: float = Field(90, ge=1, description="Seconds without a touch until the stand goes back to its loop")
    pace: float = Field(1, gt=0, description="How much faster than its profile says the loop of the stand runs")
    staff_pin: str = Field(
        "",
        description="Hash of the PIN that opens the stand's staff menu, from `pocket pin` (empty: F2 opens it, on the "
        "stand's own machine only)",
    )
    browser: str = Field("", description="Browser that `pocket kiosk` opens (empty: the first one found)")
    browser_flags: str = Field("", description="More options for that browser, separated by spaces")
    public_address: str = Field(
        "",
        pattern=r"^(https?://\S+)?$",
        description="Address of the dashboard on the web, with `https://`, for the stand's QR codes and in files",
    )
    embed_from: Origins = Field(
        "",
        description="Websites that may frame `/embed/…`, such as `https://www.example.org` (several between spaces; "
        "`*`: any; empty: none)",
    )
    cors: Annotated[Origins, AfterValidator(_whole)] = Field(
        "",
        description="Websites whose scripts may read `/figures/…`, written in the same way, but each in full, without "
        "`*.` (empty: none)",
    )
    requests_per_minute: int = Field(
        240,
        ge=0,
        description="How often one client may ask for `/figures/…` and `/embed/…`, and 20 times as often for what "
        "pages fetch early (0: no bound)",
    )
    answer_rows: int = Field(100_000, ge=1, description="Most rows of one answer of `/figures/…`")
    answer_mb: int = Field(50, ge=1, description="Largest answer of `/figures/…`, in megabytes")
    today: date | None = Field(None, description="The date taken as today (empty: the clock's)")
    template: Path | None = Field(
        None, description="PowerPoint file on whose master briefings are made (empty: our own)"
    )
    sign_in: Path | None = Field(
        None, description="File that says where staff signs in and who may what (empty: nobody signs in)"
    )
    staff: Literal["", "local"] = Field(
        "", description="`local`: whoever opens the dashboard on the server's own machine is staff, without a sign-in"
    )
    max_file_mb: int = Field(50, ge=1, description="Largest file a visitor may send, in megabytes; facts may be larger")
    import_mb: int = Field(500, ge=1, description="Largest file to import, in megabytes; a workbook counts unpacked")
    import_rows: int = Field(2_000_000, ge=1, description="Most rows of a file to import")
    import_columns: int = Field(256, ge=1, description="Most columns of a file to import")
    cache_mb: int = Field(256, ge=1, description="Answers and content kept in memory, in megabytes, by each process")
    workshop_mb: int = Field(256, ge=1, description="Files made to be taken along that are kept, in megabytes")
    workshop_seconds: float = Field(900, ge=1, description="Seconds for which such a file can be fetched")
    lab_seconds: float = Field(30, gt=0, description="Seconds after which a query of the SQL lab is ended")
    lab_rows: int = Field(10_000, ge=1, description="Most rows of its answer")
    lab_answer_mb: int = Field(20, ge=1, description="Largest answer, in megabytes")
    lab_mb: int = Field(512, ge=64, description="Memory of one query, in megabytes")
    lab_spill_mb: int = Field(1024, ge=1, description="Temporary files of one query, in megabytes")
    lab_threads: int = Field(1, ge=1, description="Threads of one query")
    lab_at_once: int = Field(2, ge=1, description="Queries that run at the same time; the others wait")
    reload_seconds: float = Field(2.0, ge=0, description="How often the data folder is looked at for changes")

    log: Literal["text", "json"] = Field(
        "text", description="How the log is written: as text, or as one line of JSON each, without personal data"
    )
    metrics: str = Field(
        "",
        pattern=r"^(|local|[\w-]{16,})$",
        description="Who may read `/metrics`: `local` (this machine, by no proxy), or whoever has this token of 16 "
        "letters or more as `Authorization: Bearer …` (empty: nobody)",
    )
    drain_seconds: float = Field(
        0,
        ge=0,
        description="Seconds that pages may stay open after SIGTERM while other servers take new readers (0: ends at "
        "once)",
    )

    def current_date(self) -> date:
        """Today, or the date set for tests and demonstrations."""
        return self.today or date.today()


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The process's settings, read once from the environment."""
    return Settings()  # type: ignore[call-arg]
