"""Does a Dask cluster give the rows of one process, with a worker lost, and is each trouble with it told in one line?

A scheduler and two workers run as processes of their own on the loopback; nothing is left of them afterwards.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from archive.core.errors import ClusterError, MissingExtraError, UsageError
from archive.ingest.cluster import Cluster, _trouble
from archive.ingest.fingerprint import fingerprint
from archive.ingest.pipeline import Options, ingest
from archive.ingest.preparation import Prepared
from archive.ingest.stage import Workforce
from archive.read.authority import load_authority
from tests.ingest.conftest import FILES, dump

distributed = pytest.importorskip("distributed", reason="Dask comes with the extra cluster")


class Loopback:
    """A scheduler and its workers, one thread each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        told = folder / "scheduler.json"
        self.scheduler = self._run("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
        deadline = time.monotonic() + 60
        while not told.exists() or not told.read_text():
            assert self.scheduler.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        self.address = str(json.loads(told.read_text())["address"])
        self.workers: list[subprocess.Popen[bytes]] = []

    def add_workers(self, number: int) -> None:
        """Start workers and wait until the scheduler knows all of them."""
        options = (self.address, "--no-nanny", "--nthreads", "1", "--local-directory", str(self._folder))
        self.workers += [self._run("worker", *options) for _ in range(number)]
        with distributed.Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(number, timeout=60)

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _run(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options, "--no-dashboard"]
        with (self._folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Loopback]:
    """A scheduler without workers."""
    cluster = Loopback(tmp_path)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="module")
def loopback(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loopback]:
    """A scheduler with two workers, which tests leave as they are."""
    cluster = Loopback(tmp_path_factory.mktemp("cluster"))
    cluster.add_workers(2)
    yield cluster
    cluster.stop()


@pytest.fixture(autouse=True)
def _one_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers count as of this build: somebody may edit the checkout while tests run."""

    def trouble(fitness: tuple[str, str, bool] | None, shared: str | None) -> str | None:
        return _trouble(None if fitness is None else (fitness[0], fingerprint(), fitness[2]), shared)

    monkeypatch.setattr("archive.ingest.cluster._trouble", trouble)


def on(cluster: Loopback, *, ship: bool = False) -> Options:
    return Options(workforce=Workforce(1, cluster.address, ship))


@pytest.mark.parametrize("ship", [False, True], ids=["shared", "shipped"])
@pytest.mark.usefixtures("small_parcels")
def test_the_rows_are_those_of_one_process(
    loopback: Loopback, corpus: Path, database: str, expected: str, *, ship: bool
) -> None:
    report = ingest([str(corpus)], database, on(loopback, ship=ship))
    assert (report.files, len(report.failures)) == (FILES, 1)
    assert dump(database) == expected


def test_relative_paths_mean_the_same_on_the_workers(
    loopback: Loopback, corpus: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    assert len(ingest(["0000"], database, on(loopback)).failures) == 1


@pytest.mark.usefixtures("small_parcels")
def test_a_worker_that_is_killed_costs_no_row(
    empty: Loopback, corpus: Path, database: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.add_workers(2)
    at_receipt(monkeypatch, 3, empty.workers[0])
    ingest([str(corpus)], database, on(empty))
    assert empty.workers[0].wait(10) == -signal.SIGKILL
    assert dump(database) == expected


@pytest.mark.usefixtures("small_parcels")
def test_a_scheduler_that_goes_ends_the_run_and_the_next_completes_it(
    empty: Loopback, corpus: Path, database: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.add_workers(1)
    monkeypatch.setattr("archive.ingest.pipeline.BATCH_FILES", 20)
    with monkeypatch.context() as context:
        at_receipt(context, 6, empty.scheduler)
        with pytest.raises(ClusterError, match=r"scheduler at .* is gone; what is stored stays"):
            ingest([str(corpus)], database, on(empty))
    assert dump(database).count('INTO "articles"') >= 20
    ingest([str(corpus)], database)
    assert dump(database).count('INTO "articles"') == expected.count('INTO "articles"')


def at_receipt(monkeypatch: pytest.MonkeyPatch, number: int, victim: subprocess.Popen[bytes]) -> None:
    """Kill a process before the writer receives the answer of that number."""
    receive, receipts = Cluster.receive, iter(range(1, 1000))

    def deadly(self: Cluster, future: Future[Any]) -> list[Prepared]:
        if next(receipts) == number:
            victim.kill()
        return receive(self, future)

    monkeypatch.setattr(Cluster, "receive", deadly)


def test_a_scheduler_without_workers_is_told(empty: Loopback, database: str, corpus: Path) -> None:
    with pytest.raises(ClusterError, match=r"has no workers; start some with: dask worker tcp://"):
        ingest([str(corpus)], database, on(empty))
    assert not Path(database).exists()


def test_workers_that_are_lost_for_good_end_the_run(
    empty: Loopback, corpus: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.ingest.cluster.WORKER_SECONDS", 0)
    empty.add_workers(1)
    at_receipt(monkeypatch, 1, empty.workers[0])
    with pytest.raises(ClusterError, match="has lost all its workers"):
        ingest([str(corpus)], database, on(empty))


def test_nobody_at_the_address_is_told_within_seconds(database: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        start = time.monotonic()
        with pytest.raises(ClusterError, match=f"no Dask scheduler answers at {address}"):
            ingest(["."], database, Options(workforce=Workforce(1, address)))
    assert time.monotonic() - start < 15
    assert not Path(database).exists()


@pytest.mark.parametrize(
    "address", ["", "scheduler", "scheduler:8786", "http://a:1", "tcp://a", "tcp://a:x", "tcp://:1"]
)
def test_what_is_no_address_is_wrong_usage(database: str, address: str) -> None:
    with pytest.raises(UsageError, match="not the address of a scheduler"):
        ingest(["."], database, Options(workforce=Workforce(1, address)))


def test_without_dask_the_extra_is_named(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r'pip install "newsletter-archive\[cluster\]"'):
        ingest(["."], database, Options(workforce=Workforce(1, "tcp://127.0.0.1:1")))


TROUBLES = {
    "no package": (None, "has no newsletter-archive; run there: pip install newsletter-archive=="),
    "another version": (("0.0.1", "x", True), "has newsletter-archive 0.0.1, this is "),
    "another build": ((None, "x", True), "has another build of newsletter-archive"),
    "no such file": (
        (None, None, False),
        "cannot read /a.txt; share the folder with it, or send the files with --ship",
    ),
}


@pytest.mark.parametrize(("fitness", "told"), TROUBLES.values(), ids=TROUBLES)
def test_a_worker_that_is_not_fit_is_told(fitness: tuple[str | None, str | None, bool] | None, told: str) -> None:
    from archive.core.version import VERSION

    found = None if fitness is None else (fitness[0] or VERSION, fitness[1] or fingerprint(), fitness[2])
    assert str(_trouble(found, "/a.txt")).startswith(told)


def test_a_worker_that_is_fit_is_no_trouble() -> None:
    from archive.core.version import VERSION

    assert _trouble((VERSION, fingerprint(), True), None) is None


def test_a_worker_without_the_package_is_found_out(empty: Loopback, tmp_path: Path) -> None:
    """It has Dask, and a module of our name that is none."""
    (tmp_path / "archive.py").write_text("raise ImportError\n")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nfrom distributed.cli.dask_worker import main; main()",
    ]
    worker = [*command, empty.address, "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    with (tmp_path / "worker.log").open("wb") as log:
        empty.workers.append(subprocess.Popen(worker, stdout=log, stderr=log, cwd=tmp_path, env=environment))
    with pytest.raises(ClusterError, match=r"the cluster's worker tcp://\S+ has no newsletter-archive"):
        Cluster(empty.address, load_authority)
