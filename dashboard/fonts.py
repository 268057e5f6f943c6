"""Browsers that ask for a large font of Streamlit's get what pages show of it: a twelfth of the bytes."""

import re

from starlette.responses import FileResponse

from dashboard.assets import LIGHTER
from dashboard.headers import Application, Message, Receive, Send

FONT = re.compile(rf"/static/media/({'|'.join(LIGHTER)})\.[\w.-]*woff2$")


class LighterFonts:
    """ASGI middleware: below whatever prefix, under the address that Streamlit's style sheet names."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer with the smaller file, else as the application does."""
        asked = FONT.search(scope["path"]) if scope["type"] == "http" else None
        answer: Application = self.app
        if asked:  # the address is that of the whole font: it does not change with ours
            answer = FileResponse(LIGHTER[asked[1]], media_type="font/woff2", headers={"Cache-Control": "no-cache"})
        await answer(scope, receive, send)
