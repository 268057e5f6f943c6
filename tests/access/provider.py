"""A real OpenID provider on this machine, which issues signed tokens over HTTP; told to, it issues others."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import flask
import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey
from oidc_provider_mock import run_server_in_thread

Claims = dict[str, Any]
CLIENT = "world"


@dataclass
class Provider:
    """Its address; `change`: what it does to the claims of the next tokens; `forged`: it signs them with a key that is
    not its own; `down`: it answers nobody."""

    address: str = ""
    change: Callable[[Claims], Claims] = dict
    forged: bool = False
    down: bool = False

    def user(self, sub: str, **claims: Any) -> None:
        """Let someone have these claims from now on."""
        httpx.put(f"{self.address}/users/{sub}", json=claims).raise_for_status()

    def end(self, sub: str) -> None:
        """Let their tokens be worth nothing."""
        httpx.post(f"{self.address}/users/{sub}/revoke-tokens").raise_for_status()

    def consent(self, url: str, sub: str) -> str:
        """Where it sends someone who has said there who they are: back, with a code."""
        return httpx.post(url, data={"sub": sub}).headers["location"]

    def refuse(self) -> None:
        """Before each answer."""
        if self.down:
            flask.abort(503)

    def issue(self, answer: flask.Response) -> flask.Response:
        """After each answer: the same with other tokens."""
        if flask.request.path != "/oauth2/token" or not answer.is_json or "id_token" not in answer.json:
            return answer
        own = RSAKey.import_key(flask.g.oidc_provider_mock_storage.jwk.as_dict(is_private=True))
        claims = self.change(dict(jwt.decode(answer.json["id_token"], own).claims))
        key = RSAKey.generate_key() if self.forged else own
        answer.data = flask.json.dumps({**answer.json, "id_token": jwt.encode({"alg": "RS256"}, claims, key)})
        return answer


@contextmanager
def providing() -> Iterator[Provider]:
    """One that listens."""
    with run_server_in_thread() as server:
        found = Provider(f"http://localhost:{server.server_port}")
        server.app.before_request(found.refuse)
        server.app.after_request(found.issue)
        yield found


def file(
    provider: Provider, server: str, roles: str = 'analysts = "analyst"\neditors = "editor"', again: int = 1
) -> str:
    """What an operator writes to sign in there."""
    return f"""
[auth]
redirect_uri = "{server}/oauth2callback"
cookie_secret = "9fK-2mQzVx7LrT4wB8nYcJ3hDpGs6uEa"
client_id = "{CLIENT}"
client_secret = "secret"
server_metadata_url = "{provider.address}/.well-known/openid-configuration"
expose_tokens = ["access"]

[pocket]
ask_again_seconds = {again}

[pocket.roles]
{roles}
"""
