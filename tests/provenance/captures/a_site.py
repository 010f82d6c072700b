"""A web site on this machine, as good or bad as a test needs it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LONG = "Acme raised €385 million in June. " * 40


@dataclass
class Page:
    body: bytes = b""
    type: str = "text/plain; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0
    """Seconds between two bytes of the body, which then never ends."""


class Site:
    """`pages[path]` is what it answers; `asked` holds the headers of each request, in order."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()

    def put(self, path: str, body: str | bytes = LONG, **page: Any) -> str:
        """Returns the page's address."""
        body = body.encode() if isinstance(body, str) else body
        self.pages[path] = Page(body, **page)
        return self.at(path)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def sends_on(self, path: str, to: str) -> str:
        return self.put(path, status=302, headers={"Location": to, "Set-Cookie": "a=b; Path=/"})


@contextmanager
def a_site() -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(lambda: site))
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(site: Callable[[], Site]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site().asked.append((self.path, dict(self.headers)))
            page = site().pages.get(self.path, Page(b"No such page", status=404))
            self.send_response(page.status)
            if page.type:
                self.send_header("Content-Type", page.type)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self._send(page)
            except OSError:
                pass  # who asked has gone

        def _send(self, page: Page) -> None:
            self.wfile.write(page.body)
            until = time.monotonic() + 60
            while page.drip and not site().closing.wait(page.drip) and time.monotonic() < until:
                self.wfile.write(b"x")

        def log_message(self, *arguments: Any) -> None:
            """Quiet."""

    return Handler
