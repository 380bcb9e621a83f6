-- What the user knows and chose about each torrent. `place` keeps the order in which they were added.
CREATE TABLE torrent (
    place           INTEGER PRIMARY KEY AUTOINCREMENT,
    id              BLOB    NOT NULL UNIQUE CHECK (length(id) = 20),
    v1              BLOB    CHECK (length(v1) = 20),
    v2              BLOB    CHECK (length(v2) = 32),
    name            TEXT    NOT NULL,
    save_path       TEXT    NOT NULL,
    source          TEXT    NOT NULL,
    extra_trackers  TEXT    NOT NULL,
    file_priorities BLOB    NOT NULL,
    paused          INTEGER NOT NULL,
    added_at        INTEGER NOT NULL,
    completed_at    INTEGER NOT NULL,
    uploaded        INTEGER NOT NULL,
    downloaded      INTEGER NOT NULL,
    CHECK (v1 IS NOT NULL OR v2 IS NOT NULL)
) STRICT;

-- Large and seldom changed: apart, so that a change of the facts does not write it again.
CREATE TABLE metadata (
    place   INTEGER PRIMARY KEY REFERENCES torrent (place) ON DELETE CASCADE,
    torrent BLOB    NOT NULL
) STRICT;

-- Large and often changed, and all of it can be found again by checking the files.
CREATE TABLE resume (
    place    INTEGER PRIMARY KEY REFERENCES torrent (place) ON DELETE CASCADE,
    data     BLOB    NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
