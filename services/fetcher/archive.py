"""What was fetched, as it came, in WARC files (ISO 28500): feeds and pages, for `pourparler backfill` to read again."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO, FileIO
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from services.fetcher.http import Fetched, Headers
from services.telemetry import without_credentials

_LARGEST = 1024**3
"""Bytes after which another file is begun, as crawlers do."""


class ArchiveError(Exception):
    """The archive cannot be written or read; the message names the file and the remedy."""


@dataclass(slots=True)
class Archive:
    """WARC files in a folder, one after the other. One thread writes, in order; `close` when done."""

    folder: Path
    _writing: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="archive"))
    _file: FileIO | None = None
    _number: int = 0

    async def keep(self, fetched: Fetched, now: datetime) -> None:
        """Write down an answer. Raises `ArchiveError`."""
        await asyncio.get_running_loop().run_in_executor(self._writing, self._write, fetched, now)

    def close(self) -> None:
        """End the file under way."""
        self._writing.shutdown()
        self._end()

    def _end(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None

    def _write(self, fetched: Fetched, now: datetime) -> None:
        try:
            file = self._open(now)
            before = file.tell()
            told = {
                "Content-Type": fetched.headers.content_type,
                "ETag": fetched.headers.etag,
                "Last-Modified": fetched.headers.last_modified,
                # As it is kept here: unfolded.
                "Content-Length": str(len(fetched.body)),
            }
            lines = [(name, _line(value)) for name, value in told.items() if value]
            packed = BytesIO()
            writer = WARCWriter(packed, gzip=True)
            record = writer.create_warc_record(
                without_credentials(fetched.url),
                "response",
                payload=BytesIO(fetched.body),
                http_headers=StatusAndHeaders("200 OK", lines, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")},
            )
            writer.write_record(record)
            # The library has put the body into a temporary file to count it, and leaves that open.
            record.raw_stream.close()
            left = packed.getbuffer()
            while left:
                left = left[file.write(left) :]
        except OSError as error:
            if self._file is not None:
                # Behind half a record the rest of the file could not be read.
                self._file.truncate(before)
                self._end()
            raise ArchiveError(f"{self.folder} cannot be written to ({error.strerror}); free some space or name "
                               "another folder with POURPARLER_FETCHER_ARCHIVE") from error  # fmt: skip

    def _open(self, now: datetime) -> FileIO:
        if self._file is not None and self._file.tell() < _LARGEST:
            return self._file
        self._end()
        self.folder.mkdir(parents=True, exist_ok=True)
        while True:
            path = self.folder / f"pourparler-{now:%Y%m%d%H%M%S}-{self._number:05}.warc.gz"
            self._number += 1
            try:
                # Without a buffer: what did not fit would be written once more at the end.
                self._file = path.open("xb", buffering=0)
            except FileExistsError:
                continue
            return self._file


def _line(value: str) -> str:
    return value.encode("latin-1", "replace").decode("latin-1")


def answers(file: BinaryIO, name: str, largest: int) -> Iterator[tuple[Fetched, datetime]]:
    """The good answers in a WARC file and when they were given, but for larger ones. Raises `ArchiveError`."""
    try:
        for record in ArchiveIterator(file):
            if record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() == "200":
                body = record.content_stream().read(largest + 1)
                if len(body) <= largest:
                    yield _answer(record, body), _moment(record)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        raise ArchiveError(f"{name} is no WARC file, or is damaged: {error}") from None


def _answer(record: Any, body: bytes) -> Fetched:
    get = record.http_headers.get_header
    return Fetched(
        record.rec_headers.get_header("WARC-Target-URI").strip("<>"),
        body,
        Headers(content_type=get("Content-Type") or "", last_modified=get("Last-Modified")),
    )


def _moment(record: Any) -> datetime:
    return datetime.fromisoformat(record.rec_headers.get_header("WARC-Date").replace("Z", "+00:00"))
