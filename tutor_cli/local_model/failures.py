"""What is logged of a failure: where it was, never its message, which may hold what the pupil said."""

from __future__ import annotations

import logging
import traceback

logger = logging.getLogger(__name__)


def log_failure(what: str, error: BaseException) -> None:
    """Log what failed and where; the message of the error is for the level of debugging only."""
    places = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s failed: %s\n%s", what, type(error).__name__, places)
    logger.debug("the error was: %s", error)
