-- A torrent that was taken down stays as it was shared, so that this can be undone.
ALTER TABLE hosted ADD COLUMN taken_down_at INTEGER NOT NULL DEFAULT 0; -- Unix seconds; 0: it is shared
