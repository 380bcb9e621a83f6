-- What happened on the tracker, for its host to read again; and how a torrent was called that is blocked.
CREATE TABLE activity (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    kind    INTEGER NOT NULL, -- tracker::Activity
    subject TEXT    NOT NULL, -- a torrent or a friend, by name
    detail  TEXT    NOT NULL
) STRICT;

ALTER TABLE blocked ADD COLUMN name TEXT NOT NULL DEFAULT '';
