-- What a host decides about a friend, and what its keys are made of again: they come from this salt and the host's
-- secret, which lies in a file of its own. NULL: the key was told once and is kept nowhere.
ALTER TABLE friend ADD COLUMN salt BLOB CHECK (length(salt) = 16);
ALTER TABLE friend ADD COLUMN invite_digest BLOB CHECK (length(invite_digest) = 32); -- SHA-256 of the invite's token
ALTER TABLE friend ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE friend ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE friend ADD COLUMN max_clients INTEGER NOT NULL DEFAULT 0;  -- 0: as for all friends
ALTER TABLE friend ADD COLUMN max_torrents INTEGER NOT NULL DEFAULT 0;
