"""Two servers behind nginx, as they are deployed, with many readers: newer facts, a killed server, a rolling restart.

`python -m benchmarks.farm [--sessions 200]`
"""

import asyncio
import random
import signal
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import psutil
import typer

from benchmarks.measure import Usage, summary
from benchmarks.session import Session
from tests.conftest import copy_of_data
from tests.serving import stocked
from tests.warehouse.test_check import set_cell
from tools.farm import UNCHECKED, Farm, farming

PACE, AGAIN = 5.0, 0.5  # seconds between two choices, and until a reader who lost the server knocks again
OFFERED = 5


@dataclass
class Told:
    """What happened to readers in a part of the time: seconds of answers, seconds without a server, what went wrong."""

    answers: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    mixed: int = 0
    errors: list[str] = field(default_factory=list)


class Reader:
    """One who looks at another market every few seconds, and comes back to the same view as browsers do."""

    def __init__(self, farm: Farm, number: int) -> None:
        self.farm, self.chance = farm, random.Random(number)
        self.cookie, self.session, self.lost = "", Session(farm.address), 0.0

    async def come(self) -> None:
        """Open the page where the cookie leads; the view is that of the address."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        query = self.session.query
        self.session = Session(self.farm.address, query=query, ssl=UNCHECKED, additional_headers=headers)
        await self.session.open()
        answer = self.session._socket.response
        for given in answer.headers.get_all("Set-Cookie") if answer else []:
            self.cookie = given.partition(";")[0] if given.startswith("pw_node=") else self.cookie

    async def look(self, told: Told) -> None:
        """Choose once, after coming back if need be."""
        try:
            if self.lost:
                await self.come()
                told.gaps.append(time.monotonic() - self.lost)
                self.lost = 0.0
            told.answers.append(await self.session.choose(self.chance.choice(self.session.options[:OFFERED])))
            first, last = self.session.versions
            told.mixed += first != last
        except Exception as error:
            if self.lost:
                told.errors.append(repr(error))
            self.lost = self.lost or time.monotonic()
            await asyncio.sleep(AGAIN)

    async def stay(self, ends: float, told: Told) -> None:
        """Until then."""
        await asyncio.sleep(self.chance.random() * PACE)
        while (began := time.monotonic()) < ends:
            await self.look(told)
            if not self.lost:
                await asyncio.sleep(max(0, began + PACE - time.monotonic()))


async def part(title: str, readers: list[Reader], seconds: float, happens: object = None) -> None:
    """So many seconds, in which something happens; prints its line."""
    told = Told()
    ends = time.monotonic() + seconds
    happening = asyncio.to_thread(happens) if callable(happens) else asyncio.sleep(0)
    await asyncio.gather(happening, *(reader.stay(ends, told) for reader in readers))
    middle, high = summary(told.answers or [float("nan")])
    longest, lost = max(told.gaps, default=0), sum(bool(reader.lost) for reader in readers)
    typer.echo(
        f"{title:28}{len(told.answers):8}{1000 * middle:8.0f}{1000 * high:8.0f}{len(told.gaps):8}{longest:9.1f}"
        f"{lost:7}{told.mixed:7}{len(told.errors):8}{psutil.getloadavg()[0]:7.1f}"
    )
    for error in sorted(set(told.errors))[:3]:
        typer.echo(f"    {error}")


async def day(farm: Farm, sessions: int, seconds: float) -> None:
    """All that may happen, one after the other."""
    readers = [Reader(farm, number) for number in range(sessions)]
    some = asyncio.Semaphore(8)

    async def first(reader: Reader) -> None:
        async with some:
            await reader.come()

    await asyncio.gather(*map(first, readers))
    data = Path(farm.environment["POCKET_DATA"])
    typer.echo("                             answers  p50 ms  p95 ms  moved  longest s  lost  mixed  errors   load")
    await part("nothing happens", readers, seconds)
    await part("newer facts", readers, seconds, lambda: set_cell(data, "companies", 2, "name", "Newer GmbH"))
    await part("a server is killed", readers, seconds, lambda: farm.end("a", signal.SIGKILL))
    await part("it starts again", readers, seconds, lambda: (farm.start("a"), farm.wait("a")))
    await part("rolling restart", readers, 2 * seconds, farm.restart)
    await part("nothing happens", readers, seconds)
    nodes = [reader.cookie.removeprefix("pw_node=") for reader in readers]
    typer.echo(f"readers of a: {nodes.count('a')}, of b: {nodes.count('b')}")


def main(
    sessions: Annotated[int, typer.Option(help="readers at once")] = 200,
    seconds: Annotated[float, typer.Option(help="of each part; the rolling restart has twice as long")] = 30,
) -> None:
    """Print a line for each part of it."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "store").mkdir()
        stocked(folder / "store")
        environment = {"POCKET_DATA": str(copy_of_data(folder / "data")), "POCKET_DRAIN_SECONDS": "5"}
        with farming(folder, **environment) as farm:
            Usage(*(process.pid for process in farm.processes.values())).rest()
            asyncio.run(day(farm, sessions, seconds))


if __name__ == "__main__":
    typer.run(main)
