-- Where the files of a torrent go once it is complete; empty: they stay.
ALTER TABLE torrent ADD COLUMN final_path TEXT NOT NULL DEFAULT '';
