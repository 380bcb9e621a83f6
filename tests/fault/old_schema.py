"""A store as the first version of the program left it, made without the program."""

import sqlite3
from pathlib import Path

SQL = Path(__file__).parents[2] / "src/storage/migrations/essaim/0001_torrents.sql"

_TABLE = []
for _byte in range(256):
    for _ in range(8):
        _byte = _byte >> 1 ^ (0x82F63B78 if _byte & 1 else 0)
    _TABLE.append(_byte)


def crc32c(data, previous=0):
    value = previous ^ 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ _TABLE[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def write(file, rows, resume):
    """`rows`: verifier.Row of each torrent; `resume`: id -> resume data."""
    database = sqlite3.connect(file)
    script = SQL.read_text(encoding="utf-8")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE schema (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT")
    database.executescript(script)
    database.execute("INSERT INTO schema VALUES (1, ?, ?)", (SQL.stem, f"crc32c:{crc32c(script.encode()):08x}"))
    database.execute(f"PRAGMA application_id={crc32c(b'essaim', crc32c(b'essaim database ')) & 0x7fffffff}")
    database.execute("PRAGMA user_version=1")
    for row in rows:
        key = bytes.fromhex(row.id)
        place = database.execute(
            "INSERT INTO torrent (id, v1, name, save_path, source, extra_trackers, file_priorities, paused, added_at,"
            " completed_at, uploaded, downloaded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1700000000, 0, ?, ?)",
            (key, key, row.name, row.save, row.source, row.trackers, bytes(row.priorities), int(row.paused),
             row.uploaded, row.downloaded)).lastrowid
        if row.torrent:
            database.execute("INSERT INTO metadata VALUES (?, ?)", (place, row.torrent))
        if data := resume.get(row.id):
            database.execute("INSERT INTO resume VALUES (?, ?, ?)", (place, data, crc32c(data, crc32c(row.id.encode()))))
    database.commit()
    database.close()
