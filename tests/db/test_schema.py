"""Does the migrated schema equal the models, does it go down and up again, and which databases are refused?"""

from __future__ import annotations

import multiprocessing
import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from archive.core.errors import DatabaseError
from archive.db import schema
from archive.db.models import metadata
from archive.db.search_index import is_of_index, search_index
from archive.db.session import open_database, reading
from archive.db.views import VIEW_COLUMNS, VIEWS

REQUIRED = {
    "article_details": (
        "document, article_id, publication, volume, issue, issue_date, issue_date_basis, position, title"
    ),
    "citation_details": (
        "document, article_id, publication, volume, issue, issue_date, position, kind, source, source_text, place, "
        "date, date_end, date_precision, raw, span_start, span_end"
    ),
    "person_mention_details": "document, article_id, person, surface, role, span_start, span_end",
    "organization_mention_details": "document, article_id, organization, surface, span_start, span_end",
}


def definitions(connection: Connection) -> dict[str, str]:
    """Table or index -> its SQL, blanks made even."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'view'"))
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows if name != "alembic_version"}


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    made = open_database(":memory:", write=True)
    with made.begin() as connection:
        metadata.create_all(connection)
        for statement in search_index(connection).DDL:
            connection.exec_driver_sql(statement)
        from_models = definitions(connection)
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or not is_of_index(name)}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        assert definitions(connection) == from_models


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_the_one_of_the_program_with_the_public_columns_first(engine: Engine, view: str) -> None:
    with engine.connect() as connection:
        made = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": view}).scalar_one()
        columns = list(connection.execute(text(f"SELECT * FROM {view}")).keys())  # noqa: S608 - a constant of ours
    assert made == f"CREATE VIEW {view} AS\n{VIEWS[view]}"
    assert columns == list(VIEW_COLUMNS[view])
    required = REQUIRED[view].split(", ")
    assert columns[: len(required)] == required


def test_every_table_and_column_has_its_comment() -> None:
    for table in metadata.tables.values():
        assert [table.comment, *(column.comment for column in table.c)].count(None) == 0, table.name


def test_down_to_nothing_and_up_again(engine: Engine) -> None:
    with reading(engine) as connection:
        before = definitions(connection)
    schema.downgrade(engine, "base")
    with reading(engine) as connection:
        assert definitions(connection) == {}
        assert schema.state_of(connection) is schema.State.EMPTY
    schema.upgrade(engine)
    with reading(engine) as connection:
        assert definitions(connection) == before
        assert schema.current_version(connection) == schema.head_version()


def test_the_versions_are_those_of_the_files_and_need_no_alembic(database: str, engine: Engine) -> None:
    assert schema.versions()[0] == "0001"
    engine.dispose()
    script = (
        "import sys; from archive.db import schema, session, views; "
        f"schema.require_current(session.open_database({database!r}, write=False)); "
        "sys.exit(sorted({'alembic', 'sqlalchemy.orm'} & set(sys.modules)) or None)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def set_version(engine: Engine, version: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})


def test_a_database_of_a_newer_program_is_refused_naming_both_versions(engine: Engine) -> None:
    set_version(engine, "9000")
    for refusing in (schema.require_current, schema.upgrade):
        with pytest.raises(DatabaseError, match=f"version 9000.*only {schema.head_version()}.*pip install"):
            refusing(engine)


def test_a_reader_of_an_older_database_is_told_to_upgrade(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    known = (*schema.versions(), "9000")
    monkeypatch.setattr(schema, "versions", lambda: known)
    with pytest.raises(DatabaseError, match="needs 9000; run archive db upgrade"):
        schema.require_current(engine)


def test_a_database_of_another_program_is_refused_and_left_alone(database: str) -> None:
    engine = open_database(database, write=True)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    for refusing in (schema.require_current, schema.upgrade):
        with pytest.raises(DatabaseError, match="not an archive"):
            refusing(engine)
    with reading(engine) as connection:
        assert list(definitions(connection)) == ["recipes"]


def test_another_programs_alembic_version_is_no_version_of_ours(engine: Engine) -> None:
    set_version(engine, "ae1027a6acf")
    with pytest.raises(DatabaseError, match="not an archive"):
        schema.upgrade(engine)


def test_an_upgrade_that_dies_in_the_middle_leaves_nothing_behind(database: str) -> None:
    engine = open_database(database, write=True)
    with engine.begin() as connection:
        connection.execute(text("CREATE VIEW person_mention_details AS SELECT 1"))  # trips the third view
    with pytest.raises(OperationalError, match="already exists"):
        schema.upgrade(engine)
    with reading(engine) as connection:
        assert definitions(connection) == {}


def upgrade_at(path: str) -> None:
    schema.upgrade(open_database(path, write=True))


def test_programs_that_create_the_database_at_once_all_succeed(database: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=upgrade_at, args=(database,)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    schema.require_current(open_database(database, write=False))


def test_alembic_check_finds_no_drift(engine: Engine, database: str) -> None:
    """The developers' command, through alembic.ini and ARCHIVE_DB."""
    engine.dispose()
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "alembic", "-c", str(root / "alembic.ini"), "check"],
        env={"ARCHIVE_DB": database, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "No new upgrade operations detected."), done.stderr
