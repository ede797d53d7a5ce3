"""Which words make, name, open, end or exclude an organization's name? The rows of organization_words.csv."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.read.authority import WordRow


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names a kind of organization ("Ministry", "bloc").

    As a capitalised head it ends a name; `opens` lets "of" follow it when it stands alone ("Ministry of Finance");
    `part` lets it stand alone for a name given before ("the Council"); `needs_name` forbids a name of it and a
    nationality only ("Russian Company"). In lower case `after` says what it does behind a name: "joins" it ("Agrarian
    party") or "names" its kind ("Soglasye bloc"); `before` lets it name the kind of what follows ("newspaper Zavtra").
    """

    kind: str
    opens: bool = False
    part: bool = False
    after: str = ""
    before: bool = False
    needs_name: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists, folded to lower case; `heads` are the nouns met with a capital, `labels` those in lower case.

    `telling` are the words in lower case of which one must follow a name for it to be vouched for by what is behind
    it, `glued` the words that may have lost the blank before them.
    """

    heads: dict[str, Noun]
    labels: dict[str, Noun]
    suffixes: tuple[tuple[str, str], ...]
    singles: tuple[tuple[str, str], ...]
    lists: dict[str, frozenset[str]]
    telling: frozenset[str]
    glued: frozenset[str]

    def of(self, use: str) -> frozenset[str]:
        """The words of one plain list ("title", "field", "opener" ...)."""
        return self.lists.get(use, frozenset())


def _noun(row: WordRow) -> Noun:
    return Noun(
        row["kind"], row["opens"] == "yes", row["part"] == "yes", row["after"], row["before"] == "yes",
        row["needs"] == "name",
    )  # fmt: skip


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def words_of(rows: Iterable[WordRow]) -> Words:
    """The lists that `rows` hold, by their `use`."""
    heads: dict[str, Noun] = {}
    labels: dict[str, Noun] = {}
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    lists: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        word, use = row["word"], row["use"]
        if use == "noun":
            heads[word.lower()] = noun = _noun(row)
            if noun.after or noun.before:
                labels[word.lower()] = noun
        elif use == "label":
            labels[word] = _noun(row)
        elif use in {"suffix", "single"}:
            pairs[use].append((word, row["kind"]))
        else:
            lists[f"{use} {row['kind']}".strip()].add(word.lower().replace("’", "'"))
    for word, noun in tuple(labels.items()):
        labels.setdefault(_plural(word), replace(noun, after="names" if noun.after else "", plural=True))
    plain = {use: frozenset(found) for use, found in lists.items()}
    telling = frozenset(labels).union(*(plain.get(use, ()) for use in ("modifier", "officer", "title")))
    glued = telling.union(*(plain.get(use, ()) for use in ("opener", "verb media")))
    return Words(heads, labels, tuple(pairs["suffix"]), tuple(pairs["single"]), plain, telling, glued)
