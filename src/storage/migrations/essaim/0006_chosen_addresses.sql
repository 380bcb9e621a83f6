-- Trackers and HTTP sources as the user edited them; empty: as the torrent says.
ALTER TABLE torrent ADD COLUMN trackers  TEXT NOT NULL DEFAULT '';
ALTER TABLE torrent ADD COLUMN web_seeds TEXT NOT NULL DEFAULT '';
