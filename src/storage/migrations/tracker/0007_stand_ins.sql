-- Friends whose tracker stands in while this one is away; `merged_at` by the clock of that tracker.
CREATE TABLE stand_in (
    friend    INTEGER PRIMARY KEY,
    urls      TEXT    NOT NULL, -- announce URLs without keys, one a line, best first
    merged_at INTEGER NOT NULL
) STRICT;

-- What programs of another host's friends reported here while this tracker stood in for that host, for its return.
CREATE TABLE stand_in_report (
    member           INTEGER NOT NULL,
    torrent          BLOB    NOT NULL CHECK (length(torrent) = 20),
    client           INTEGER NOT NULL,
    first_uploaded   INTEGER NOT NULL,
    first_downloaded INTEGER NOT NULL,
    first_at         INTEGER NOT NULL,
    uploaded         INTEGER NOT NULL,
    downloaded       INTEGER NOT NULL,
    last_at          INTEGER NOT NULL,
    lacking          INTEGER NOT NULL,
    program          TEXT    NOT NULL,
    PRIMARY KEY (member, torrent, client)
) STRICT, WITHOUT ROWID;
