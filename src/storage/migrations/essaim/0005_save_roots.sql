-- File systems that can be taken away and that hold files of torrents, by the place at which they were mounted.
-- `marker` is what stands in the file .essaim-root there; each of the others is empty where it is not known.
CREATE TABLE save_root (
    point       TEXT PRIMARY KEY,
    file_system TEXT NOT NULL,
    type        TEXT NOT NULL,
    source      TEXT NOT NULL,
    marker      TEXT NOT NULL
) STRICT;
