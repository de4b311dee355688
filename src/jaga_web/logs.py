"""Log lines without personal values: where it happened and what kind, never with what."""

import logging
import traceback
from types import TracebackType


class Quiet(logging.Formatter):
    """Prints time, level, logger and place; leaves out arguments and the exception's own words.

    A database error quotes the row it refused and an address may carry a name, so neither is
    ever written.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, then the frames of the exception if there is one."""
        words = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        if record.name.startswith("django.security"):
            # These messages quote what the visitor sent.
            words = "refused"
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {words}"
        if record.exc_info and record.exc_info[0]:
            line += "\n" + self.formatException(record.exc_info)
        return line

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """File, line and function of each frame, then the class of the exception."""
        frames = [
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(ei[2])
        ]
        return "\n".join([*frames, f"  {ei[0].__name__ if ei[0] else 'no exception'}"])
