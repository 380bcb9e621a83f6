-- What the key of the host's own client is made of beside the secret; no row: of the secret alone, as it was at first.
CREATE TABLE own_key (
    place INTEGER PRIMARY KEY CHECK (place = 1),
    salt  BLOB    NOT NULL CHECK (length(salt) = 16)
) STRICT;
