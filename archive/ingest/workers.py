"""What runs in a worker: the pure stages on the files of a parcel.

A worker of the local pool hands over its answer as a file in a folder of the run and sends no more than the file's
name: a name goes into the pipe whole or not at all, so that a worker that is killed while it sends blocks nobody, and
answers that wait for the writer take no memory.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Final

from archive.ingest.garbage import collect_seldom
from archive.ingest.packing import pack
from archive.ingest.preparation import Task, prepare
from archive.read.authority import Authority

_BEHIND_THE_WRITER: Final = 5
"""Where cores are fewer than processes the one writer goes first: what waits for it at the end nobody helps with."""

Load = Callable[[], Authority]
"""A function of a module, which a worker calls once for the authority data: it is found by its name."""


def begin(load: Load, folder: str, lifeline: Connection) -> None:
    """Make a process of the local pool ready: its authority data read, and its end tied to that of the main process.

    An interrupt from the terminal reaches the whole group of processes; the main one decides what becomes of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(lifeline, folder), daemon=True).start()
    collect_seldom()
    if hasattr(os, "nice"):
        os.nice(_BEHIND_THE_WRITER)
    _authority(load)


def _end_with(lifeline: Connection, folder: str) -> None:
    """Leave at once when the main process closes its end or is gone, however it went, and take the answers along."""
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


def ready() -> None:
    """Nothing; whoever can call it is ready."""


def answer(tasks: Sequence[Task], load: Load) -> bytes:
    """The files of `tasks` prepared, in their order, as `packing.unpack` takes them."""
    authority = _authority(load)
    return pack(prepare(tasks, authority))


def answer_sent(tasks: bytes, load: Load) -> bytes:
    """The same, for tasks that a cluster was sent pickled."""
    return answer(pickle.loads(tasks), load)  # noqa: S301 - from the run's own main process


def answer_in_file(tasks: Sequence[Task], load: Load, folder: str) -> str:
    """The same, in a file of `folder`; its name."""
    descriptor, name = tempfile.mkstemp(dir=folder)
    os.close(descriptor)
    Path(name).write_bytes(answer(tasks, load))
    return name


@cache
def _authority(load: Load) -> Authority:
    return load()
