"""What can go wrong through a person's doing, and with which exit code the command ends.

Every error here carries one line for the person: what is wrong and what to do. `archive.cli.app.main` is the only
place that catches them.
"""


class ArchiveError(Exception):
    """A failure with a message for the person at the terminal; ends the command with `exit_code`."""

    exit_code = 1


class UsageError(ArchiveError):
    """The command line asks for something that makes no sense."""

    exit_code = 2


class InputError(ArchiveError):
    """A file or a text that cannot be read or parsed; fails that document, not the run."""


class DatabaseError(ArchiveError):
    """The database is missing, locked, damaged or of another version."""


class QueryError(ArchiveError):
    """A query that the engine refuses, or that ran out of its limits."""


class AuthorityError(ArchiveError):
    """An authority file (seeds/authority) breaks its own rules."""


class ClusterError(ArchiveError):
    """The cluster that is to work cannot be reached, is not fit for it, or went away."""


class MissingExtraError(ArchiveError):
    """A feature needs an optional dependency that is not installed."""
