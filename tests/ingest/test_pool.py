"""Do worker processes give the rows of one process, whatever becomes of them, and start nothing twice?"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from archive.ingest.pipeline import Options, ingest
from archive.ingest.pool import Pool
from archive.ingest.preparation import Prepared, Task
from archive.ingest.stage import Stage, Workforce, usable_cores
from archive.read.authority import Authority, load_authority
from tests.ingest.conftest import FILES, dump

AT_ONCE = "import archive.ingest.stage as s, functools; s.Workforce = functools.partial(s.Workforce, worth=0)\n"
"""Starts workers for few files too."""
MAIN = f"{AT_ONCE}from archive.cli.app import main\nmain()\n"


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.usefixtures("small_parcels")
def test_the_rows_are_the_same_whoever_prepares_them(corpus: Path, database: str, expected: str, jobs: int) -> None:
    report = ingest([str(corpus)], database, Options(workforce=Workforce(jobs, worth=0)))
    assert (report.files, len(report.failures)) == (FILES, 1)
    assert dump(database) == expected
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("small_parcels")
def test_a_killed_worker_costs_no_row(
    corpus: Path, database: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = kill_in(monkeypatch, receipt=3)
    ingest([str(corpus)], database, Options(workforce=Workforce(2, worth=0)))
    assert len(killed) == 1
    assert dump(database) == expected


def kill_in(monkeypatch: pytest.MonkeyPatch, receipt: int) -> list[int]:
    """Kill a worker before the writer receives its answer of that number; the list then holds the worker."""
    receive, receipts, killed = Pool.receive, iter(range(1, 1000)), list[int]()

    def deadly(self: Pool, future: Future[Any]) -> list[Prepared]:
        if next(receipts) == receipt:
            worker = multiprocessing.active_children()[0].pid
            assert worker is not None
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)
        return receive(self, future)

    monkeypatch.setattr(Pool, "receive", deadly)
    return killed


def deadly_authority() -> Authority:
    """The authority data here, and the end of a worker that asks for them."""
    if multiprocessing.parent_process() is not None:
        os._exit(9)
    return load_authority()


@pytest.mark.usefixtures("small_parcels")
def test_workers_that_cannot_start_cost_no_row(corpus: Path, database: str, expected: str) -> None:
    ingest([str(corpus)], database, Options(workforce=Workforce(2, worth=0), authority=deadly_authority))
    assert dump(database) == expected


def test_few_files_start_no_worker(corpus: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.ingest.stage._pool", lambda *_: pytest.fail("a worker was started"))
    assert ingest([str(corpus / "0000" / "picture.png")], database, Options(workforce=Workforce(2))).files == 1


def test_workers_start_once_the_work_ahead_is_worth_it(corpus: Path, database: str, expected: str) -> None:
    ingest([str(corpus)], database, Options(workforce=Workforce(2, worth=0.001)))
    assert dump(database) == expected


def test_a_stage_ends_its_workers_when_it_is_left_early(corpus: Path) -> None:
    path = str(next(corpus.rglob("*.txt")))
    with Stage(Workforce(2, worth=0), load_authority) as stage:
        next(stage.prepared(Task(path, path) for _ in range(1000)))
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


def test_a_dry_run_and_standard_input_go_to_workers_too(corpus: Path, database: str) -> None:
    data = (corpus / "0000" / "a-headless.txt").read_bytes()
    workforce = Workforce(2, worth=0)
    report = ingest(["-", str(corpus)], database, Options(dry_run=True, workforce=workforce, stdin=lambda _most: data))
    assert (report.files, len(report.failures), report.dry) == (FILES + 1, 2, True)
    assert not Path(database).exists()


def test_there_is_at_least_one_core() -> None:
    assert usable_cores() >= 1


SCRIPTS = {
    "a script without a main guard": f"{AT_ONCE}import sys\nfrom archive.ingest.pipeline import Options, ingest\n"
    "ingest(sys.argv[2:3], sys.argv[4], Options(workforce=s.Workforce(2)))\n",
    "python -m archive": f"{AT_ONCE}import runpy\nrunpy.run_module('archive', run_name='__main__', alter_sys=True)\n",
    "the console script": MAIN,
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_the_program_runs_once_however_it_is_called(
    corpus: Path, database: str, expected: str, tmp_path: Path, script: str
) -> None:
    """A spawned process imports the main module: that must not make it ingest again."""
    path = tmp_path / "script.py"
    path.write_text(script, encoding="utf-8")
    command = [sys.executable, str(path), "ingest", str(corpus), "--db", database, "--jobs", "2"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert "Traceback" not in ended.stderr
    assert dump(database) == expected


@pytest.fixture
def running(corpus: Path, database: str, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """An ingest of the corpus with two workers and slow writing, in a group of its own; answers go to `spool`."""
    (tmp_path / "spool").mkdir()
    slow = "import archive.ingest.pool as p, time\nr = p.Pool.receive\n"
    slow += "p.Pool.receive = lambda *a: (time.sleep(9), r(*a))[1]\n"
    command = [sys.executable, "-c", slow + MAIN, "ingest", str(corpus), "--db", database, "--jobs", "2"]
    environment = {**os.environ, "TMPDIR": str(tmp_path / "spool")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as process:
        yield process
        process.kill()


def started(spool: Path) -> bool:
    """Whether the run has made a place for answers: its workers are starting."""
    return any(spool.iterdir())


def answered(spool: Path) -> bool:
    """Whether a worker has answered."""
    return any(path.stat().st_size for path in spool.glob("*/*"))


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("when", [started, answered])
def test_an_interrupt_ends_all_processes_in_silence(
    running: subprocess.Popen[str], database: str, tmp_path: Path, when: Callable[[Path], bool]
) -> None:
    """The terminal sends it to the main process and to its workers alike."""
    spool = tmp_path / "spool"
    until(lambda: when(spool))
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=30)  # the pipes close when the last process is gone
    assert (running.returncode, out, err) == (130, "", "")
    assert list(spool.iterdir()) == []
    assert 'INSERT INTO "articles"' not in dump(database)


def test_workers_end_with_a_main_process_that_is_killed(
    running: subprocess.Popen[str], tmp_path: Path, corpus: Path, database: str, expected: str
) -> None:
    spool = tmp_path / "spool"
    until(lambda: answered(spool))
    running.kill()
    running.communicate(timeout=30)
    until(lambda: not any(spool.iterdir()))
    ingest([str(corpus)], database)
    assert dump(database).count("\n") == expected.count("\n") + 1  # the run that was killed
