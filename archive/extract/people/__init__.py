"""Body -> people. `extract_people` is what the list of extractors names."""

from archive.extract.people.finder import extract_people

__all__ = ["extract_people"]
