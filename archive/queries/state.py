"""What is in the archive as a whole, and is it sound?"""

from __future__ import annotations

from sqlalchemy import func, literal, select, union_all

from archive.db.models import articles, citations, issues, run_files, runs
from archive.queries.relations import count_of, relation_names, view_names
from archive.queries.run import Question


def list_counts() -> Question:
    """Each table with its number of rows."""
    tables = [name for name in relation_names() if name not in view_names()]
    counts = (
        select(
            literal(number).label("place"), literal(name).label("table"), count_of(name).scalar_subquery().label("rows")
        )
        for number, name in enumerate(tables)
    )
    counted = union_all(*counts).subquery()
    return select(counted.c.table, counted.c.rows).order_by(counted.c.place)


def find_last_run() -> Question:
    """The last call of ingest: start, end, version of the program."""
    return select(runs.c.started_at, runs.c.finished_at, runs.c.version, runs.c.id).order_by(runs.c.id.desc()).limit(1)


def list_outcomes(run_id: object) -> Question:
    """How many files of a run had which outcome."""
    return (
        select(run_files.c.outcome, func.count().label("files"))
        .where(run_files.c.run_id == run_id)
        .group_by(run_files.c.outcome)
        .order_by(run_files.c.outcome)
    )


def find_span() -> Question:
    """What the archive holds, in one row: newsletters, issues, articles, citations, first and last day."""
    return select(
        select(func.count(issues.c.publication_id.distinct())).scalar_subquery().label("publications"),
        select(func.count()).select_from(issues).scalar_subquery().label("issues"),
        select(func.count()).select_from(articles).scalar_subquery().label("articles"),
        select(func.count()).select_from(citations).scalar_subquery().label("citations"),
        select(func.min(issues.c.date)).scalar_subquery().label("first_date"),
        select(func.max(issues.c.date)).scalar_subquery().label("last_date"),
    )
