"""A browser's line to the server, without a browser: opens pages, and keeps every byte that comes."""

import gzip
import http.client
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import brotli
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

MOST = 60  # seconds until a page must be there
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN


@dataclass
class Line:
    """One session; `heard`: all its messages."""

    socket: ClientConnection
    address: str
    heard: list[ForwardMsg] = field(default_factory=list)
    page: str = ""
    query: str = ""

    def open(self, page: str = "", **asked: str | list[str]) -> bytes:
        """All that is sent of a page, until its run has ended."""
        self.page, self.query = page, urlencode(asked, doseq=True)
        rerun = {"page_name": page, "query_string": self.query, "context_info": {"locale": "en-GB"}}
        rerun["context_info"] |= {"url": f"{self.address}/{page}", "timezone": "Europe/Berlin"}
        return self.run(BackMsg(rerun_script=rerun))

    def run(self, asked: BackMsg) -> bytes:
        """All that is sent until the run that is asked for has ended."""
        self.socket.send(asked.SerializeToString())
        got, begun = list[bytes](), False
        while True:
            got.append(self.socket.recv(MOST, decode=False))
            message = ForwardMsg.FromString(got[-1])
            self.heard.append(message)
            begun = begun or message.WhichOneof("type") == "new_session"
            if begun and message.WhichOneof("type") == "script_finished" and message.script_finished != AGAIN:
                return b"".join(got)

    def part(self) -> bytes:
        """What is sent when a part of the page there runs by itself."""
        part = next(message.delta.fragment_id for message in reversed(self.heard) if message.delta.fragment_id)
        return self.run(BackMsg(rerun_script={"query_string": self.query, "page_name": self.page, "fragment_id": part}))

    def toggle(self, key: str, value: bool) -> bytes:
        """What is sent after a press on a switch, on the page where it stands."""
        asked = BackMsg(rerun_script={"query_string": self.query, "page_name": self.page})
        asked.rerun_script.widget_states.widgets.add(id=self.widget(key), bool_value=value)
        return self.run(asked)

    def press(self, key: str) -> bytes:
        """What is sent after a press on a button there."""
        asked = BackMsg(rerun_script={"query_string": self.query, "page_name": self.page})
        asked.rerun_script.widget_states.widgets.add(id=self.widget(key), trigger_value=True)
        asked.rerun_script.fragment_id = self.fragment(key)
        return self.run(asked)

    def fragment(self, key: str) -> str:
        """The part of the page in which a widget stands; empty: none."""
        found = [message.delta.fragment_id for message in self.heard if key in str(message.delta.new_element)]
        return found[-1] if found else ""

    def widget(self, key: str) -> str:
        """The id of the newest widget with this key."""
        for message in reversed(self.heard):
            element = message.delta.new_element
            kind = element.WhichOneof("type")
            if kind and key in getattr(getattr(element, kind), "id", ""):
                return str(getattr(element, kind).id)
        raise LookupError(key)


@contextmanager
def line(address: str, cookies: Mapping[str, str] | None = None, **headers: str) -> Iterator[Line]:
    """Open one, as a browser on this machine does; more `headers`, as a proxy adds them."""
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    token = (cookies or {}).get("_streamlit_xsrf", "")
    if cookies:
        more["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    known = [Subprotocol("streamlit"), *([Subprotocol(token)] if token else [])]
    origin = Origin(f"{urlsplit(address).scheme}://{urlsplit(address).netloc}")
    with connect(stream, subprotocols=known, origin=origin, additional_headers=more, max_size=None) as socket:
        yield Line(socket, address)


def unpacked(content: bytes) -> Iterator[bytes]:
    """Some bytes, and what they are when they are unpacked: archives file by file, streams of a PDF."""
    yield content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))
    for part in content.split(b"stream")[1:] if content[:5] == b"%PDF-" else ():
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(part.lstrip(b"\r\n"))


def ask(address: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body, decompressed, of what is asked by HTTP."""
    asked = http.client.HTTPConnection(urlsplit(address).netloc, timeout=MOST)
    asked.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = asked.getresponse()
    told, body = {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    asked.close()
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(told.get("content-encoding", ""), bytes)
    return answer.status, told, unpack(body)
