-- Torrents whose files are on their way to another folder. A row stays until nothing is left to do or to undo.
CREATE TABLE move_job (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    torrent       BLOB    NOT NULL UNIQUE CHECK (length(torrent) = 20),
    source        TEXT    NOT NULL,
    target        TEXT    NOT NULL,
    phase         INTEGER NOT NULL,
    held          INTEGER NOT NULL,
    needs_check   INTEGER NOT NULL
) STRICT;

-- The plan of a move: each file as it was before anything was touched, and the inode of its complete copy.
CREATE TABLE move_file (
    job         INTEGER NOT NULL REFERENCES move_job (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    path        TEXT    NOT NULL,
    size        INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    inode       INTEGER NOT NULL,
    copy_inode  INTEGER NOT NULL,
    PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;

-- Folders that were not there before the move, the outer ones first.
CREATE TABLE move_folder (
    job    INTEGER NOT NULL REFERENCES move_job (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    path   TEXT    NOT NULL,
    PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;
