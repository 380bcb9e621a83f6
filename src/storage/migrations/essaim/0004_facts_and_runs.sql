-- What the user chose, in columns, with a checksum over the facts of the row. A checksum of -1 has never been computed:
-- the row comes from version 1 and gets one when it is first loaded. Flags of -1 stand in the resume data only.
ALTER TABLE torrent ADD COLUMN category        TEXT    NOT NULL DEFAULT '';
ALTER TABLE torrent ADD COLUMN tags            TEXT    NOT NULL DEFAULT '';
ALTER TABLE torrent ADD COLUMN flags           INTEGER NOT NULL DEFAULT -1;
ALTER TABLE torrent ADD COLUMN queue_position  INTEGER NOT NULL DEFAULT -1;
ALTER TABLE torrent ADD COLUMN chosen_name     TEXT    NOT NULL DEFAULT '';
ALTER TABLE torrent ADD COLUMN renamed_files   BLOB    NOT NULL DEFAULT x'';
ALTER TABLE torrent ADD COLUMN download_limit  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE torrent ADD COLUMN upload_limit    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE torrent ADD COLUMN last_activity   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE torrent ADD COLUMN active_seconds  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE torrent ADD COLUMN seeding_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE torrent ADD COLUMN checksum        INTEGER NOT NULL DEFAULT -1;
ALTER TABLE metadata ADD COLUMN checksum INTEGER NOT NULL DEFAULT -1;

-- Two generations of resume data: the newer one is written over the older one, so that damage to one leaves the other.
CREATE TABLE resume_data (
    place    INTEGER NOT NULL REFERENCES torrent (place) ON DELETE CASCADE,
    slot     INTEGER NOT NULL CHECK (slot IN (0, 1)),
    sequence INTEGER NOT NULL,
    run      INTEGER NOT NULL,
    boot_id  TEXT    NOT NULL,
    data     BLOB    NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (place, slot)
) STRICT;
INSERT INTO resume_data (place, slot, sequence, run, boot_id, data, checksum)
    SELECT place, 0, 0, 0, '', data, checksum FROM resume;
DROP TABLE resume;

-- Starts of the program. A run that ended in order says so; the last one tells how the one before this ended.
CREATE TABLE run (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    boot_id    TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER NOT NULL,
    clean      INTEGER NOT NULL
) STRICT;

-- Rows that could not be trusted, as they were found. Nothing reads them but people.
CREATE TABLE quarantine (
    place       INTEGER PRIMARY KEY AUTOINCREMENT,
    found_at    INTEGER NOT NULL,
    origin      TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    torrent     BLOB    NOT NULL,
    content     BLOB    NOT NULL
) STRICT;

-- Single values about the store as a whole.
CREATE TABLE store_value (
    key   TEXT    PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
