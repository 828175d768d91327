"""Stands in for the local model or the worker: says it is ready, answers health checks, ends with its stdin."""

from __future__ import annotations

import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Health(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()


def main() -> None:
    """Say what the module named in argv would say; note in `TUTOR_STAND_IN_NOTES` what model a worker was told of."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Health)
    url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    if sys.argv[1] == "tutor_cli.local_model":
        engine = {"llm": "stand-in", "tts": os.environ.get("TUTOR_VOICE")}
        ready: dict[str, object] = {"url": url, "ca_file": "/ca.pem", "engine": engine}
    else:
        ready = {"health_url": url}
        with Path(os.environ["TUTOR_STAND_IN_NOTES"]).open("a", encoding="utf-8") as notes:
            notes.write(f"{os.environ['TUTOR_MODEL_URL']}\n")
    sys.stdout.write(json.dumps({"ready": True, **ready}) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
