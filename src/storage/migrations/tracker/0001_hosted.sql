-- The torrents that the embedded tracker hosts; a hybrid is one row with two hashes.
CREATE TABLE hosted (
    place     INTEGER PRIMARY KEY AUTOINCREMENT,
    id        BLOB    NOT NULL UNIQUE CHECK (length(id) = 20),
    v1        BLOB    CHECK (length(v1) = 20),
    v2        BLOB    CHECK (length(v2) = 32),
    name      TEXT    NOT NULL,
    size      INTEGER NOT NULL,
    hosted_at INTEGER NOT NULL,
    completed INTEGER NOT NULL,
    CHECK (v1 IS NOT NULL OR v2 IS NOT NULL)
) STRICT;
