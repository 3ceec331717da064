"""A server that may not be listed, and says what it is told to wherever an answer has room for text."""
import http.server
import json
import threading


class HostileServer:
    """Serves on loopback within a `with`."""

    def __init__(self, words):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            count = 0

            def do_GET(self):
                self.answer(403, {"error": {"code": words, "message": words}})

            def do_POST(self):
                email = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["email"]
                Handler.count += 1
                turn = Handler.count % 3
                if turn == 0:
                    self.answer(201, {"id": words, "email": email, "status": "pending", "expiresAt": words,
                                      "message": words})
                elif turn == 1:
                    self.answer(201, {"id": f"i-{email}", "email": email, "status": "pending", "roles": [words],
                                      "warning": words, "expiresAt": "2030-01-01T00:00:00Z"})
                else:
                    self.answer(422, {"message": f"{words} {email}", "errors": [words], "code": words})

            def answer(self, status, value):
                body = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("X-Request-Id", "<img src=x onerror=acted=1>")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
