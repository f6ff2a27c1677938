"""A mail server and a web address on loopback that keep what they are sent: what tests of notifications send to."""

from __future__ import annotations

import email
import email.policy
import json
import socketserver
import threading
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Mailbox:
    """A mail server that takes everything, or nothing while `refuses`."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], EmailMessage]] = []
        self.refuses = False
        box = self

        class Handler(socketserver.StreamRequestHandler):
            def say(self, line: str) -> None:
                self.wfile.write(line.encode() + b"\r\n")

            def handle(self) -> None:
                self.say("220 catcher")
                recipients: list[str] = []
                for raw in self.rfile:
                    line = raw.decode("utf-8", "replace").strip()
                    word = line.upper()
                    if box.refuses and word.startswith("MAIL"):
                        self.say("451 not now")
                    elif word.startswith("RCPT"):
                        recipients.append(line.partition(":")[2].strip().strip("<>"))
                        self.say("250 ok")
                    elif word == "DATA":
                        self.say("354 go on")
                        body = b""
                        for part in self.rfile:
                            if part == b".\r\n":
                                break
                            body += part.removeprefix(b".") if part.startswith(b"..") else part
                        box.letters.append((recipients, email.message_from_bytes(body, policy=email.policy.default)))  # type: ignore[arg-type]
                        recipients = []
                        self.say("250 taken")
                    elif word == "QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say("250 ok")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """The value of HUIYING_NOTIFY_MAIL that leads here."""
        return f"mailto://127.0.0.1:{self.port}?from=desk@lanchuan.example&name=Duty&mode=insecure"

    def text(self, number: int = -1) -> str:
        """What a letter says."""
        part = self.letters[number][1].get_body(("plain", "html"))
        assert part is not None
        return str(part.get_content())

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Webhook:
    """A web address that keeps every request, and answers with `status`."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, str, dict]] = []
        self.raw: list[tuple[dict[str, str], bytes]] = []
        self.status, self.location = 200, ""
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def take(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                hook.raw.append(({name.lower(): text for name, text in self.headers.items()}, body))
                hook.requests.append((self.command, self.path, json.loads(body) if body else {}))
                self.send_response(hook.status)
                if hook.location:
                    self.send_header("Location", hook.location)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_POST = do_PUT = take

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """The value of a HUIYING_NOTIFY_… that leads here, with a secret in it."""
        return f"json://robot:geheimnis7@127.0.0.1:{self.port}/hook/s3cr3tt0ken"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
