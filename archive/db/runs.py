"""A run's beginning and its end: what needs the whole archive is reckoned when the run's files are stored.

A run that was cut off leaves its rows pending; whichever run ends next settles them too.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, Engine, delete, exists, func, insert, select, update

from archive.core.version import VERSION
from archive.db.bulk import chunks, last_id
from archive.db.issue_dates import refresh_dates, refresh_targets
from archive.db.models import articles, citations, issues, publications, runs
from archive.db.registry import save_new
from archive.db.relink import relink_people
from archive.db.relink_organizations import drop_organizations, relink_organizations
from archive.db.retrying import undeterred
from archive.db.seed import seed
from archive.db.store import Store
from archive.link.person_names import NameRules
from archive.link.publications import PublicationIndex
from archive.read.authority import Authority


def begin_run(engine: Engine, authority: Authority) -> Store:
    """Seed the archive where the authority files are new to it, and note that a run has begun."""
    number, seeded = undeterred(lambda: _note_beginning(engine, authority))
    store = Store(engine, NameRules.from_authority(authority), number)
    store.unsettled.seeded = seeded
    return store


def _note_beginning(engine: Engine, authority: Authority) -> tuple[int, bool]:
    """The run's key, and whether the archive was seeded."""
    with engine.begin() as connection:
        seeded = seed(connection, authority)
        number = last_id(connection, runs) + 1
        values = {"id": number, "started_at": dt.datetime.now(dt.UTC), "version": VERSION, "pending": seeded}
        connection.execute(insert(runs).values(values))
    return number, seeded


def end_run(engine: Engine, store: Store) -> None:
    """Settle what the run's writes left open, and note that it has ended; one transaction."""
    undeterred(lambda: _settle(engine, store))
    store.forget()


def _settle(engine: Engine, store: Store) -> None:
    try:
        _settle_once(engine, store)
    except BaseException:
        store.forget()  # the records in memory may have been rolled back
        raise


def _settle_once(engine: Engine, store: Store) -> None:
    with engine.begin() as connection:
        registry, left = store.registry(connection), store.collect()
        pending = select(func.count()).where(runs.c.pending, runs.c.id != store.run)
        everything = left.seeded or connection.execute(pending).scalar_one() > 0
        if left.seeded:
            relink_organizations(connection, registry.organizations)
            save_new(connection, registry)
        relink_people(connection, registry.people, None if everything else left.families, left.people)
        drop_organizations(connection, None if everything else left.organizations)
        if everything or left.publications:
            _name_publications(connection, registry.publications)
        _drop_issues(connection, left.issues)
        refresh_dates(connection, None if everything else left.volumes)
        refresh_targets(connection)
        _note_end(connection, store.run, everything=everything)
        store.leave_stamp(connection)


def _note_end(connection: Connection, run: int, *, everything: bool) -> None:
    now = dt.datetime.now(dt.UTC)
    connection.execute(update(runs).where(runs.c.id == run).values(finished_at=now, pending=False))
    if everything:
        connection.execute(update(runs).values(pending=False))


def _name_publications(connection: Connection, index: PublicationIndex) -> None:
    """Tie cross references to newsletters that were unknown when they were stored."""
    c = citations.c
    unknown = (c.kind == "cross_reference", c.publication_id.is_(None))
    for name in connection.execute(select(c.source_text).where(*unknown).distinct()).scalars().all():
        found = index.named(name or "")
        if found is not None:
            those = update(citations).where(*unknown, c.source_text == name)
            connection.execute(those.values(publication_id=found, link_basis="name"))


def _drop_issues(connection: Connection, left: set[int]) -> None:
    """Delete those of the issues that lost their last article, and newsletters known from them only."""
    held = exists().where(articles.c.issue_id == issues.c.id)
    for part in chunks(sorted(left)):
        empty = select(issues.c.id, issues.c.publication_id).where(issues.c.id.in_(part), ~held)
        rows = connection.execute(empty).all()
        gone = [row.id for row in rows]
        aimed = update(citations).where(citations.c.target_issue_id.in_(gone))
        connection.execute(aimed.values(target_issue_id=None))
        connection.execute(delete(issues).where(issues.c.id.in_(gone)))
        _drop_publications(connection, {row.publication_id for row in rows})


def _drop_publications(connection: Connection, left: set[int]) -> None:
    used = exists().where(issues.c.publication_id == publications.c.id)
    unused = select(publications.c.id).where(publications.c.id.in_(left), publications.c.origin == "ingest", ~used)
    gone = connection.execute(unused).scalars().all()
    named = update(citations).where(citations.c.publication_id.in_(gone))
    connection.execute(named.values(publication_id=None, link_basis="unknown publication"))
    connection.execute(delete(publications).where(publications.c.id.in_(gone)))
