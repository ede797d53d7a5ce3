"""How is a question asked? Each module beside this one builds Selects; this one runs them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select

from archive.core.table import Table
from archive.db.rows import stream

Question = Select[*tuple[Any, ...]]
"""What the modules of this folder answer with: a SELECT that has not run."""


def fetch(connection: Connection, question: Question) -> Table:
    """Ask, and stream the answer: read its rows before the connection asks or does anything else."""
    columns, rows = stream(connection, question)
    return Table(columns, rows)
