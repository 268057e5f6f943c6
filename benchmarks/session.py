"""A visitor without a browser: speaks a Streamlit server's websocket protocol, as its client does."""

import asyncio
import re
import time
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

KEPT = 2  # runs for which the client keeps a message that the server may send as a reference
MOST = 60  # seconds until an answer counts as an error
FIRST, LAST = re.compile(rb'"version": ?"(\w+)"'), re.compile(rb"Datenversion (\w+)")


class Session:
    """Opens a page, then chooses in its first select box; `options` are what can be chosen there.

    `versions`: of the data, as the page told it first, in its frame, and last, at its foot. `how` is for the socket.
    """

    def __init__(self, address: str, page: str = "market", query: str = "", **how: Any) -> None:
        self.address, self.page, self.how = address, page, how
        self.options: list[str] = []
        self.versions = ("", "")
        self.query = query
        self._box = self._chosen = ""
        self._runs, self._kept = 0, dict[str, int]()

    async def open(self) -> float:
        """Connect and wait for the page; seconds of its first run."""
        stream = f"{self.address.replace('http', 'ws', 1)}/_stcore/stream"
        self._socket = await websockets.connect(
            stream, subprotocols=[websockets.Subprotocol("streamlit")], origin=websockets.Origin(self.address),
            max_size=None, compression=None, open_timeout=MOST, ping_interval=None, **self.how,
        )  # fmt: skip
        return await self._run()

    async def choose(self, option: str) -> float:
        """Choose in the select box; seconds until the answer is complete."""
        self._chosen = option
        return await self._run()

    async def close(self) -> None:
        await self._socket.close()

    async def _run(self) -> float:
        began = time.perf_counter()
        await self._socket.send(self._asked().SerializeToString())
        async with asyncio.timeout(MOST):
            is_ours = False  # an earlier run's end may come first
            while True:
                message = ForwardMsg.FromString(await self._socket.recv(decode=False))
                kind = message.WhichOneof("type")
                self._take(message, kind)
                is_ours = is_ours or kind == "new_session"
                if kind == "script_finished" and is_ours:
                    return time.perf_counter() - began

    def _asked(self) -> BackMsg:
        """That the page is to run, with what is chosen and what this client still has."""
        self._runs += 1
        self._kept = {key: run for key, run in self._kept.items() if self._runs - run <= KEPT}
        asked = BackMsg()
        rerun = asked.rerun_script
        rerun.query_string, rerun.page_name = self.query, self.page
        rerun.cached_message_hashes.extend(self._kept)
        context = rerun.context_info
        context.timezone, context.locale, context.url = "Europe/Berlin", "de-DE", f"{self.address}/{self.page}"
        if self._chosen:
            rerun.widget_states.widgets.add(id=self._box, string_value=self._chosen)
        return asked

    def _take(self, message: ForwardMsg, kind: str | None) -> None:
        """Keep what the next run needs."""
        text = message.SerializeToString()
        found = FIRST.search(text), LAST.search(text)
        first, last = (one[1].decode() if one else before for one, before in zip(found, self.versions, strict=True))
        self.versions = (first, last)
        if message.hash and message.metadata.cacheable:
            self._kept[message.hash] = self._runs
        if kind == "ref_hash":
            self._kept[message.ref_hash] = self._runs
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "selectbox" and not self._box:
            box = message.delta.new_element.selectbox
            self._box, self.options = box.id, list(box.options)
