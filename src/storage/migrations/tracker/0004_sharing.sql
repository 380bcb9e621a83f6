-- With whom each hosted torrent is shared, and the .torrent itself, for the page that invited friends open.
ALTER TABLE hosted ADD COLUMN visibility INTEGER NOT NULL DEFAULT 0; -- 0 everyone, 1 all friends, 2 chosen friends
ALTER TABLE hosted ADD COLUMN is_private INTEGER NOT NULL DEFAULT 0; -- BEP 27

CREATE TABLE hosted_friend (
    torrent BLOB    NOT NULL CHECK (length(torrent) = 20),
    friend  INTEGER NOT NULL,
    PRIMARY KEY (torrent, friend)
) STRICT, WITHOUT ROWID;

CREATE TABLE hosted_file (
    torrent BLOB PRIMARY KEY CHECK (length(torrent) = 20),
    bytes   BLOB NOT NULL
) STRICT;
