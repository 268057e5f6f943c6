"""How many readers a server carries: sessions that change the market every few seconds, without a browser.

`python -m benchmarks.load [--sessions 10,50,100,200] [--processes 2]`
"""

import asyncio
import random
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import psutil
import typer

from benchmarks.measure import Usage, serving, summary
from benchmarks.session import Session

OFFERED = 5  # of the markets, the first ones
OPENING = 60  # seconds in which the sessions of a step may open the page


@dataclass
class Step:
    """What was found out with so many sessions: seconds of each answer, and of those that were still awaited."""

    answers: list[float] = field(default_factory=list)
    awaited: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def reader(session: Session, number: int, pace: float, ends: float, step: Step) -> None:
    """One who looks at another market every `pace` seconds; late answers are counted as what they took so far."""
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * pace)
    while (began := time.monotonic()) < ends:
        try:
            async with asyncio.timeout(max(pace, ends - began)):
                step.answers.append(await session.choose(chance.choice(session.options[:OFFERED])))
        except TimeoutError:
            step.awaited.append(time.monotonic() - began)
            return
        except Exception as error:
            step.errors.append(repr(error))
            return
        await asyncio.sleep(max(0, began + pace - time.monotonic()))


async def opened(addresses: list[str], count: int, step: Step) -> list[Session]:
    """So many sessions, spread over the servers, that have the page before them."""
    sessions = [Session(addresses[number % len(addresses)]) for number in range(count)]
    some, ends = asyncio.Semaphore(8), asyncio.get_running_loop().time() + OPENING

    async def come(session: Session) -> Session | None:
        try:
            async with asyncio.timeout_at(ends), some:
                await session.open()
            return session
        except Exception as error:
            step.errors.append(repr(error))
            return None

    return [session for session in await asyncio.gather(*map(come, sessions)) if session]


async def load(addresses: list[str], usage: Usage, count: int, seconds: float, pace: float, before: float) -> None:
    """One step; prints its line."""
    step = Step()
    sessions = await opened(addresses, count, step)
    cpu, own, began = usage.cpu(), time.process_time(), time.monotonic()
    ends = began + seconds
    await asyncio.gather(*(reader(session, n, pace, ends, step) for n, session in enumerate(sessions)))
    took, cpu = time.monotonic() - began, usage.cpu() - cpu
    megabytes, own = usage.megabytes(), time.process_time() - own
    await asyncio.gather(*(session.close() for session in sessions), return_exceptions=True)
    middle, high = summary(step.answers + step.awaited or [float("nan")])
    typer.echo(
        f"{count:8}{len(step.answers):9}{1000 * middle:9.0f}{1000 * high:9.0f}{len(step.awaited):6}{len(step.errors):7}"
        f"{1000 * cpu / max(1, len(step.answers)):9.0f}{100 * cpu / took:8.0f}{100 * own / took:8.0f}"
        f"{megabytes:8.0f}{(megabytes - before) / count:9.2f}{psutil.getloadavg()[0]:7.1f}"
    )
    for error in sorted(set(step.errors))[:3]:
        typer.echo(f"         {error}")


def warmed(addresses: list[str]) -> None:
    """See every market once."""

    async def look(address: str) -> None:
        session = Session(address)
        await session.open()
        for option in session.options[:OFFERED]:
            await session.choose(option)
        await session.close()

    for address in addresses:
        asyncio.run(look(address))


def main(
    sessions: Annotated[str, typer.Option(help="how many at once, step after step")] = "10,50,100,200",
    processes: Annotated[int, typer.Option(min=1, help="servers side by side, each with its share")] = 1,
    seconds: Annotated[float, typer.Option(help="of each step, besides what opening the page takes")] = 15,
    pace: Annotated[float, typer.Option(help="seconds from change to change of each session")] = 5,
) -> None:
    """Print a line for each step: what the answer took, what it cost."""
    counts = [int(count) for count in sessions.split(",")]
    with ExitStack() as stack:
        store = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = [stack.enter_context(serving("dashboard/server.py", store)) for _ in range(processes)]
        addresses = [address for address, _, _ in running]
        usage = Usage(*(process.pid for _, process, _ in running))
        warmed(addresses)
        usage.rest()
        before = usage.megabytes()
        typer.echo(f"{processes} server(s), a change of market every {pace:g} s, {seconds:g} s a step")
        typer.echo("sessions  answers  p50 ms   p95 ms  late errors  CPU ms   CPU %  client      MB MB/sess.   load")
        for count in counts:
            asyncio.run(load(addresses, usage, count, seconds, pace, before))


if __name__ == "__main__":
    typer.run(main)
