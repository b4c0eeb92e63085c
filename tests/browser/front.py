"""A server in front of the app, as people put one there: it may keep the page's name to itself,
lead to it under a path, and have pages of its own."""

import threading
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

HOP = {"connection", "keep-alive", "transfer-encoding", "host"}
Page = tuple[int, str]  # status and HTML
Says = Callable[[str], Page | None]  # what the front itself answers to a path


class Front:
    """Under `path`, for an app that hears of nothing but its own address. `says` may be set at any
    time."""

    def __init__(self, app: str, path: str = "/") -> None:
        self.says: Says = lambda _: None
        target = urlsplit(app).netloc
        front = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"  # the answer ends with the connection

            def do_GET(self) -> None:
                with suppress(OSError):
                    self._answer()

            do_POST = do_GET  # noqa: N815

            def _answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                page = front.says(self.path)
                if not self.path.startswith(path):
                    page = page or (404, "<h1>Not here</h1>")
                if page:
                    self.send_response(page[0])
                    self.send_header("content-type", "text/html")
                    self.end_headers()
                    self.wfile.write(page[1].encode())
                    return
                there = HTTPConnection(target)
                passed = {k: v for k, v in self.headers.items() if k.lower() not in HOP}
                where = "/" + self.path.removeprefix(path)
                there.request(self.command, where, body, passed | {"Host": target})
                answer = there.getresponse()
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in HOP:
                        self.send_header(name, value)
                self.end_headers()
                while data := answer.read1(65536):
                    self.wfile.write(data)
                    self.wfile.flush()

            def log_message(self, *_: object) -> None:
                """Nothing: the tests look at the page."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}{path}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
