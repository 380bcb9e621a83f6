-- What the program knows about the files of a torrent. `path` is relative to the save path, as it stands on the disk.
-- A file that is not `ours` was there before the torrent. Size and the rest are as the program left the file, -1 while
-- it is still being written.
CREATE TABLE file_owner (
    place    INTEGER NOT NULL REFERENCES torrent (place) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    path     TEXT    NOT NULL,
    ours     INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode    INTEGER NOT NULL,
    device   INTEGER NOT NULL,
    PRIMARY KEY (place, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_owner_path ON file_owner (path);

-- Torrents that the user removed. Their rows stay for a while, so that they can be brought back with everything that
-- was known about them. `files`: 0 = kept, 1 = to the bin, 2 = deleted. `pending`: the files are still to be dealt with.
CREATE TABLE removed (
    place      INTEGER PRIMARY KEY REFERENCES torrent (place) ON DELETE CASCADE,
    removed_at INTEGER NOT NULL,
    files      INTEGER NOT NULL,
    pending    INTEGER NOT NULL
) STRICT;

-- Where the files of a removed torrent lie in the desktop's bin.
CREATE TABLE removed_file (
    place INTEGER NOT NULL REFERENCES torrent (place) ON DELETE CASCADE,
    path  TEXT    NOT NULL,
    bin   TEXT    NOT NULL,
    PRIMARY KEY (place, path)
) STRICT, WITHOUT ROWID;

-- The pieces that are known to have reached the disk, not only the system's memory. `pieces` is empty when all have.
CREATE TABLE durable (
    place     INTEGER PRIMARY KEY REFERENCES torrent (place) ON DELETE CASCADE,
    complete  INTEGER NOT NULL,
    pieces    BLOB    NOT NULL,
    synced_at INTEGER NOT NULL
) STRICT;
