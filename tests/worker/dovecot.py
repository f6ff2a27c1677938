"""A real IMAP server (Debian's Dovecot) on loopback with one mailbox, as an ordinary user, without TLS or with a certificate of its own."""

from __future__ import annotations

import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.ports import free_ports

PASSWORD = "a-mailbox-password"
CONFIG = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = 0
first_valid_gid = 0
ssl = {ssl}
{tls}
disable_plaintext_auth = no
mail_location = maildir:{home}/mail/%u
mail_uid = {user}
mail_gid = {group}
passdb {{
  driver = static
  args = password={password_}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {secure}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class Mail:
    """The running server."""

    def __init__(self, port: int, secure: int, certificate: Path | None) -> None:
        self.port, self.secure, self.certificate = port, secure, certificate

    def append(self, letter: bytes, folder: str = "INBOX") -> None:
        """Put a letter into a folder, as another mail program would."""
        with imaplib.IMAP4("127.0.0.1", self.port) as server:
            server.login("county", PASSWORD)
            server.create(folder)
            status, said = server.append(folder, "", imaplib.Time2Internaldate(time.time()), letter)
            assert status == "OK", said

    def unseen(self) -> int:
        """How many letters nobody has read."""
        with imaplib.IMAP4("127.0.0.1", self.port) as server:
            server.login("county", PASSWORD)
            server.select("INBOX", readonly=True)
            return len(server.search(None, "UNSEEN")[1][0].split())


def installed() -> str:
    """Its program, empty where there is none."""
    return shutil.which("dovecot") or ("/usr/sbin/dovecot" if Path("/usr/sbin/dovecot").exists() else "")


@contextmanager
def dovecot() -> Iterator[Mail]:
    """Start it; skip where it is not installed. Ends only what it started."""
    program = installed()
    if not program:
        pytest.skip("the Debian package dovecot-imapd is not installed")
    # Dovecot serves no mail as root: what Debian made for it does then. Its folder must be open to that user.
    root = os.getuid() == 0
    user = pwd.getpwnam("dovecot") if root else pwd.getpwuid(os.getuid())
    home = Path(tempfile.mkdtemp(prefix="dovecot-"))
    home.chmod(0o755)
    plain, secure = free_ports(2)
    key, certificate = home / "key.pem", home / "certificate.pem"
    made = shutil.which("openssl") is not None
    if made:
        words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate), "-days", "2"]
        words += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
        subprocess.run(words, check=True, capture_output=True)
    tls = f"ssl_cert = <{certificate}\nssl_key = <{key}" if made else ""
    (home / "mail").mkdir()
    if root:
        os.chown(home / "mail", user.pw_uid, user.pw_gid)
    names = {"home": home, "user": user.pw_name, "group": grp.getgrgid(user.pw_gid).gr_name, "uid": user.pw_uid}
    names["login"] = "dovenull" if root else user.pw_name
    text = CONFIG.format(**names, gid=user.pw_gid, plain=plain, secure=secure, tls=tls, ssl="yes" if made else "no", password_=PASSWORD)
    (home / "dovecot.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen([program, "-F", "-c", str(home / "dovecot.conf")], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + 20
        while True:
            try:
                with socket.create_connection(("127.0.0.1", plain), timeout=1):
                    break
            except OSError:
                assert process.poll() is None, process.stdout.read() if process.stdout else ""
                assert time.monotonic() < end, (home / "log").read_text() if (home / "log").exists() else "no log"
                time.sleep(0.05)
        yield Mail(plain, secure, certificate if made else None)
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(home, ignore_errors=True)
