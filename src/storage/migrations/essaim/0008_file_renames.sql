-- Files that are being given another name on the disk. A row is there before the disk is touched, and goes once the name
-- is in the row of the torrent and the folders are synced: until then, the file may lie under either name.
CREATE TABLE file_rename (
    place    INTEGER NOT NULL REFERENCES torrent (place) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    old_path TEXT    NOT NULL,
    new_path TEXT    NOT NULL,
    PRIMARY KEY (place, number)
) STRICT, WITHOUT ROWID;
