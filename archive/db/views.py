"""The public schema: four views for people's own SQL. They change only with a migration and a line in the changelog.

Here stands what the newest migration creates (a test compares the two) and a line on each column. A view has one row
an article, a citation or a mention; `document` is the file that brought the article first.
"""

from __future__ import annotations

from typing import Final

_WHERE: Final = {
    "document": "path of the file that brought the article first",
    "article_id": "the article's key",
    "publication": "authorized name of the newsletter",
    "volume": "volume",
    "issue": "issue number within the volume",
    "issue_date": "the issue's day, as well as it is known",
}
_EVIDENCE: Final = {
    "rule": "the rule that found it",
    "link_basis": "how the record was found, or why none was",
    "sentence": "the sentence it stands in",
    "title": "title of the article; NULL where none is printed",
    "article_position": "the article's place in its file, from 1",
    "issue_id": "the issue's key",
    "file_start": "where it starts in the decoded file, in characters",
    "file_end": "where it ends in the decoded file",
}
_SPAN: Final = {
    "span_start": "where it starts in the article's body, in characters",
    "span_end": "where it ends; half-open",
}
_SURFACE: Final = {"surface": "the name as printed here"}

VIEW_COLUMNS: Final[dict[str, dict[str, str]]] = {
    "article_details": {
        **_WHERE,
        "issue_date_basis": "printed, given, calendar, citations or unknown",
        "position": "the article's place in its file, from 1",
        "title": "title as printed; NULL where none is",
        "issue_date_earliest": "earliest day that the evidence allows",
        "issue_date_latest": "latest day that the evidence allows",
        "issue_id": "the issue's key",
        "document_id": "the file's key",
        "documents": "how many files hold the article",
        "file_start": "where the body starts in the decoded file, in characters",
        "file_end": "where the body ends in the decoded file",
        "body": "body as printed; all spans count its characters",
    },
    "citation_details": {
        **_WHERE,
        "position": "order in the article, from 1",
        "kind": "source, cross_reference or inline",
        "source": "authorized name of the medium, or of the newsletter that a cross reference names",
        "source_text": "the source as written; NULL for an empty slot",
        "place": "bureau in brackets: Panorama [Almaty]",
        "date": "first day of the report, the year resolved; of a month its first day",
        "date_end": "last day of a range",
        "date_precision": "day, month or none",
        "raw": "the whole citation as printed",
        **_SPAN,
        "citation_id": "the citation's key",
        "date_printed": "the day as printed, ISO 8601, the year left out where none is: --08-03",
        "year_basis": "printed, list (printed once for a list), issue or none",
        "source_id": "key of the medium",
        "note": "the endnote behind a footnote number",
        "target_issue_id": "key of the issue that a cross reference means, once it is in the archive",
        "target_volume": "its volume",
        "target_issue": "its number",
        **_EVIDENCE,
    },
    "person_mention_details": {
        **{name: _WHERE[name] for name in ("document", "article_id")},
        "person": "authorized name",
        **_SURFACE,
        "role": "title phrase beside the name, as printed",
        **_SPAN,
        "mention_id": "the mention's key",
        "person_id": "the person's key",
        **{name: _WHERE[name] for name in ("publication", "volume", "issue", "issue_date")},
        "name": "the fullest form of the name in this article",
        "role_start": "where the role starts in the body",
        "role_end": "where the role ends",
        **_EVIDENCE,
    },
    "organization_mention_details": {
        **{name: _WHERE[name] for name in ("document", "article_id")},
        "organization": "authorized name",
        **_SURFACE,
        **_SPAN,
        "mention_id": "the mention's key",
        "organization_id": "the organization's key",
        "kind": "media, government, company, party ...; NULL where nothing tells",
        "country": "ISO 3166 alpha-2",
        **{name: _WHERE[name] for name in ("publication", "volume", "issue", "issue_date")},
        "name": "the fullest form of the name in this article",
        **_EVIDENCE,
    },
}
"""View -> column -> what it holds, in the order of the view."""

_FROM_ARTICLE: Final = """
JOIN issues i ON i.id = a.issue_id
JOIN publications p ON p.id = i.publication_id
JOIN document_articles h ON h.id = (SELECT min(f.id) FROM document_articles f WHERE f.article_id = a.id)
JOIN documents d ON d.id = h.document_id"""
_EVIDENCE_SQL: Final = """m.rule, m.link_basis,
    substr(a.body, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence,
    a.title, h.position AS article_position, a.issue_id,
    h.body_start + m.span_start AS file_start, h.body_start + m.span_end AS file_end"""

VIEWS: Final[dict[str, str]] = {
    "article_details": f"""\
SELECT d.path AS document, a.id AS article_id, p.name AS publication, i.volume, i.number AS issue,
    i.date AS issue_date, i.date_basis AS issue_date_basis, h.position, a.title,
    i.date_earliest AS issue_date_earliest, i.date_latest AS issue_date_latest, a.issue_id, d.id AS document_id,
    (SELECT count(*) FROM document_articles g WHERE g.article_id = a.id) AS documents,
    h.body_start AS file_start, h.body_start + length(a.body) AS file_end, a.body
FROM articles a{_FROM_ARTICLE}""",
    "citation_details": f"""\
SELECT d.path AS document, a.id AS article_id, p.name AS publication, i.volume, i.number AS issue,
    i.date AS issue_date, m.position, m.kind, coalesce(o.name, n.name) AS source, m.source_text, m.place,
    m.date, m.date_end, m.date_precision, m.raw, m.span_start, m.span_end, m.id AS citation_id,
    m.date_printed, m.year_basis, m.source_id, m.note,
    m.target_issue_id, t.volume AS target_volume, t.number AS target_issue,
    {_EVIDENCE_SQL}
FROM citations m
JOIN articles a ON a.id = m.article_id{_FROM_ARTICLE}
LEFT JOIN organizations o ON o.id = m.source_id
LEFT JOIN publications n ON n.id = m.publication_id
LEFT JOIN issues t ON t.id = m.target_issue_id""",
    "person_mention_details": f"""\
SELECT d.path AS document, a.id AS article_id, r.name AS person, m.surface, m.role, m.span_start, m.span_end,
    m.id AS mention_id, m.person_id, p.name AS publication, i.volume, i.number AS issue, i.date AS issue_date,
    m.name, m.role_start, m.role_end,
    {_EVIDENCE_SQL}
FROM person_mentions m
JOIN people r ON r.id = m.person_id
JOIN articles a ON a.id = m.article_id{_FROM_ARTICLE}""",
    "organization_mention_details": f"""\
SELECT d.path AS document, a.id AS article_id, r.name AS organization, m.surface, m.span_start, m.span_end,
    m.id AS mention_id, m.organization_id, r.kind, r.country,
    p.name AS publication, i.volume, i.number AS issue, i.date AS issue_date, m.name,
    {_EVIDENCE_SQL}
FROM organization_mentions m
JOIN organizations r ON r.id = m.organization_id
JOIN articles a ON a.id = m.article_id{_FROM_ARTICLE}""",
}
"""View -> its SELECT, the same text on SQLite and PostgreSQL."""
