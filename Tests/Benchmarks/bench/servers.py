"""nginx on loopback, which answers like the API: quickly, over TLS, or slowly."""

import contextlib
import json
import socket
import subprocess
import time

from bench import tools
from bench.measure import Failed, scratch

#: How long the slow server takes, in milliseconds.
SLOW = 20

CONFIGURATION = """
daemon off;
worker_processes 1;
pid %(folder)s/nginx.pid;
error_log %(folder)s/error.log crit;
%(modules)s
events { worker_connections 4096; }
http {
    access_log off;
    default_type application/json;
    keepalive_requests 1000000000;
    keepalive_timeout 600s;
    client_body_temp_path %(folder)s/body;
    proxy_temp_path %(folder)s/proxy;
    fastcgi_temp_path %(folder)s/fastcgi;
    uwsgi_temp_path %(folder)s/uwsgi;
    scgi_temp_path %(folder)s/scgi;
    server {
        listen 127.0.0.1:%(plain)d;
        listen 127.0.0.1:%(tls)d ssl;
        ssl_certificate %(folder)s/certificate.pem;
        ssl_certificate_key %(folder)s/key.pem;
        server_name localhost;
        add_header X-Request-Id $request_id always;
        location / { return 404 '{"error":{"code":404,"message":"nothing here"}}'; }
        location = /v1/regions/global/organizations { return 200 '{"organizations":[{"id":"acme","uid":"1"}]}'; }
        location = /v1/regions/global/iam/roles {
            return 200 '{"roles":[{"id":"viewer"},{"id":"member"},{"id":"cluster-admin"}]}';
        }
        location = /v1/regions/global/iam/groups {
            return 200 '{"groups":[{"id":"platform"},{"id":"sre"},{"id":"data"}]}';
        }
        location = /v1/regions/global/iam/users { return 200 '{"users":[]}'; }
        location = /v1/regions/global/organizations/acme/invitations {
            if ($request_method = POST) { return 201 '%(answer)s'; }
            return 200 '{"invitations":[]}';
        }
    }
    %(slow)s
}
"""

SLOW_SERVER = """
    server {
        listen 127.0.0.1:%(port)d;
        location / { return 404 '{"error":{"code":404,"message":"nothing here"}}'; }
        location = /v1/regions/global/organizations { return 200 '{"organizations":[{"id":"acme","uid":"1"}]}'; }
        location = /v1/regions/global/organizations/acme/invitations {
            if ($request_method = GET) { return 200 '{"invitations":[]}'; }
            echo_status 201;
            echo_sleep 0.0%(wait)d;
            echo '%(answer)s';
        }
    }
"""

#: An invitation with an id of its own for each request. nginx cannot say whom it is for, nor what was asked for.
ANSWER = json.dumps({
    "selfLink": "/v1/regions/global/organizations/acme/invitations/$request_id", "id": "$request_id",
    "uid": "$request_id", "displayName": "invitation", "status": "pending",
    "createdAt": "2026-01-07T05:31:56Z", "expiresAt": "2026-02-07T05:31:56Z"})


class Servers:
    """The addresses of the running servers."""

    def __init__(self, folder, ports):
        self.certificate = folder / "certificate.pem"
        self.plain = f"http://127.0.0.1:{ports[0]}"
        self.tls = f"https://localhost:{ports[1]}"
        self.slow = f"http://127.0.0.1:{ports[2]}"


def free_ports(count):
    """Ports that the system gives; another process may still be quicker to take one."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def make_certificate(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True, stderr=subprocess.DEVNULL)


def answers(port):
    """Whether the server takes connections within five seconds."""
    for _ in range(250):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        time.sleep(0.02)
    return False


@contextlib.contextmanager
def running(with_slow):
    """Starts the servers, and ends them afterwards."""
    tools.need("nginx", "openssl")
    if with_slow:
        tools.need_echo()
    folder = scratch("nginx")
    make_certificate(folder)
    for _ in range(3):
        ports = free_ports(3)
        slow = SLOW_SERVER % {"port": ports[2], "wait": SLOW, "answer": ANSWER} if with_slow else ""
        modules = f"load_module {tools.ECHO_MODULE};" if with_slow else ""
        (folder / "nginx.conf").write_text(CONFIGURATION % {
            "folder": folder, "plain": ports[0], "tls": ports[1], "answer": ANSWER, "slow": slow, "modules": modules})
        process = subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL)
        try:
            if answers(ports[0]) and process.poll() is None:
                yield Servers(folder, ports)
                return
        finally:
            process.terminate()
            process.wait(timeout=10)
    raise Failed(f"nginx does not start; see {folder}/error.log")
