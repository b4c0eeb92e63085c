"""Real proxies on loopback, each in a folder of its own: no path of the system, no fixed port."""

import grp
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from ..apps import free_port
from ..waiting import until

_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"  # where Debian keeps servers
NGINX = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {beside}
    server {{
        listen 127.0.0.1:{port}{secure};
        {lines}
    }}
}}
"""
CADDY = """
{{
    admin off
    skip_install_trust
    auto_https disable_redirects
    default_bind 127.0.0.1
    grace_period 1s
    storage file_system {folder}/storage
}}
{lines}
"""


def command(name: str) -> str:
    """Where this server is installed. Without it the test is left out; in CI that is a failure."""
    found = shutil.which(name, path=_PATH)
    if found:
        return found
    why = f"no {name} on this machine: apt-get install {name}"
    if os.getenv("CI"):
        pytest.fail(why)
    pytest.skip(why)


@contextmanager
def nginx(lines: str, account: str = "root", beside: str = "") -> Iterator[str]:
    """nginx with these lines in its `server`, and others beside that: its address. Started by root,
    it works as `account`, else as who runs the tests."""
    written = {"lines": lines, "beside": beside, "secure": ""}
    with _folder() as folder, _nginx(folder, account, **written) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def https_nginx(lines: str) -> Iterator[tuple[str, str]]:
    """The same over https: its address, and the path of the certificate that vouches for it."""
    with _folder() as folder:
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        for_localhost = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        made = [command("openssl"), "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-days", "2"]
        made += [*for_localhost, "-keyout", str(key), "-out", str(certificate)]
        subprocess.run(made, check=True, capture_output=True)
        both = f"ssl_certificate {certificate}; ssl_certificate_key {key};"
        written = {"lines": f"{both}\n{lines}", "beside": "", "secure": " ssl"}
        with _nginx(folder, "root", **written) as port:
            yield f"https://localhost:{port}", str(certificate)


@contextmanager
def _nginx(folder: Path, account: str, **written: str) -> Iterator[int]:
    """Its port."""
    is_root, who = os.getuid() == 0, pwd.getpwnam(account)
    user = f"user {account} {grp.getgrgid(who.pw_gid).gr_name};" if is_root else ""
    port, config, log = free_port(), folder / "nginx.conf", folder / "error.log"
    config.write_text(NGINX.format(user=user, folder=folder, port=port, **written))
    asked = [command("nginx"), "-p", str(folder), "-e", str(log), "-c", str(config)]
    with _running(asked, port):
        yield port


@contextmanager
def caddy(lines: str) -> Iterator[tuple[str, str]]:
    """Caddy for the site `example.com` of these lines, which is this machine: its https address,
    and the path of the certificate that vouches for it."""
    port = free_port()
    with _folder() as folder:
        config = folder / "Caddyfile"
        site = lines.replace("example.com", f"https://localhost:{port}")
        config.write_text(CADDY.format(folder=folder, lines=site))
        asked = [command("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"]
        with _running(asked, port, HOME=str(folder), XDG_DATA_HOME=str(folder)):
            vouches = folder / "storage/pki/authorities/local/root.crt"
            until(lambda: vouches.is_file() and _is_trusted(port, vouches))
            yield f"https://localhost:{port}", str(vouches)


def _is_trusted(port: int, vouches: Path) -> bool:
    """Whether Caddy has its own certificate already; it makes that after it listens."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as plain:
        trusting = ssl.create_default_context(cafile=vouches)
        with trusting.wrap_socket(plain, server_hostname="localhost"):
            return True
    return False


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that other accounts can look into, too."""
    with tempfile.TemporaryDirectory(prefix="seedance-door-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def _running(asked: list[str], port: int, **env: str) -> Iterator[None]:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(asked, stdout=said, stderr=said, env=dict(os.environ) | env)

        def listens() -> bool:
            said.seek(0)
            assert process.poll() is None, said.read().decode()
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                return True
            return False

        try:
            until(listens)
            yield
        finally:
            process.terminate()
            process.wait(20)
