-- Friends of the host, what each gave and took, and torrents that are refused with a reason.
CREATE TABLE friend (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE,
    digest     BLOB    NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the passkey, which is kept nowhere
    seed_only  INTEGER NOT NULL,
    from_file  INTEGER NOT NULL, -- named by the configuration file
    added_at   INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

CREATE TABLE credit (
    friend       INTEGER NOT NULL,
    torrent      BLOB    NOT NULL CHECK (length(torrent) = 20),
    uploaded     INTEGER NOT NULL,
    downloaded   INTEGER NOT NULL,
    seconds      INTEGER NOT NULL,
    seed_seconds INTEGER NOT NULL,
    last_seen    INTEGER NOT NULL,
    PRIMARY KEY (friend, torrent)
) STRICT, WITHOUT ROWID;

-- What each running program reported last, so that a restart of the tracker credits nothing twice and loses nothing.
CREATE TABLE credit_client (
    friend     INTEGER NOT NULL,
    torrent    BLOB    NOT NULL,
    client     INTEGER NOT NULL,
    uploaded   INTEGER NOT NULL,
    downloaded INTEGER NOT NULL,
    PRIMARY KEY (friend, torrent, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocked (
    info_hash  BLOB    PRIMARY KEY CHECK (length(info_hash) = 20),
    reason     TEXT    NOT NULL,
    blocked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
