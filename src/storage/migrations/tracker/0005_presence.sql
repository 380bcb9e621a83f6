-- How far each friend was on each torrent when it was heard of last, and with which program: worth knowing for days.
ALTER TABLE credit ADD COLUMN lacking INTEGER NOT NULL DEFAULT -1; -- bytes; -1: not said
ALTER TABLE credit ADD COLUMN program TEXT NOT NULL DEFAULT '';   -- the beginning of its peer id
