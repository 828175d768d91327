"""Run the worker as a child process: `python -m tutor_cli.agent`."""

import sys

from tutor_cli.agent.server import server
from tutor_cli.agent.worker import main

if __name__ == "__main__":
    sys.exit(main(server))
