"""Looks at what a run left on the disk and says what is wrong with it. Shares no code with the program: SQLite through
Python, its own bencoding, its own hashing, its own view of an INI file."""

import hashlib
import os
import re
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from torrents import Torrent, decode, missing_pieces


@dataclass
class Row:
    """One torrent as the store has it."""
    id: str
    name: str
    save: str
    source: str
    trackers: str
    priorities: list
    paused: bool
    labels: tuple   # category, tags, chosen name
    torrent: bytes
    claimed: list = field(default_factory=list)   # pieces that the resume data say are there
    names: dict = field(default_factory=dict)     # file index -> name on the disk, where it is not the torrent's
    renames: dict = field(default_factory=dict)   # file index -> (old, new): it may lie under either name
    uploaded: int = 0
    downloaded: int = 0
    resume: bytes = b""


@dataclass
class Store:
    rows: dict = field(default_factory=dict)
    removed: set = field(default_factory=set)     # ids that can be brought back
    pending: set = field(default_factory=set)     # those of which the files are still to be dealt with
    dropped: set = field(default_factory=set)     # paths of files that went with a torrent
    version: int = 0
    problems: list = field(default_factory=list)


def _tables(database):
    return {name for name, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def _columns(database, table):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def _resume_blobs(database, tables, place):
    """The newest first."""
    if "resume_data" in tables:
        query = "SELECT data FROM resume_data WHERE place = ? ORDER BY sequence DESC"
    else:   # the first version
        query = "SELECT data FROM resume WHERE place = ?"
    return [data for data, in database.execute(query, (place,))]


def _read_resume(row, blobs, problems):
    if not blobs:
        return
    row.resume = blobs[0]
    try:
        resume = decode(blobs[0])[0]
    except (ValueError, IndexError, RecursionError) as error:
        problems.append(f"resume data of {row.name} cannot be decoded: {error}")
        return
    row.claimed = [piece for piece, state in enumerate(resume.get(b"pieces", b"")) if state & 1]
    row.names = {index: name.decode() for index, name in enumerate(resume.get(b"mapped_files", [])) if name}


def _read_names(row, database, tables, fact):
    """The store knows the names better than the resume data. A file that is being renamed is looked for."""
    text = fact.get("renamed_files", b"")
    while text:
        index, length, text = text.split(b":", 2)
        row.names[int(index)] = text[:int(length)].decode()
        text = text[int(length):]
    if "file_rename" not in tables:
        return
    query = "SELECT number, old_path, new_path FROM file_rename WHERE place = ?"
    for index, old, new in database.execute(query, (fact["place"],)):
        row.renames[index] = (old, new)
        row.names[index] = old if os.path.lexists(os.path.join(row.save, old)) else new


def _labels(fact):
    return fact.get("category", ""), fact.get("tags", ""), fact.get("chosen_name", "")


def _read_removed(database, store, fact):
    """True if the torrent is a removed one."""
    found = database.execute("SELECT files, pending FROM removed WHERE place = ?", (fact["place"],)).fetchone()
    if found is None:
        return False
    files, pending = found
    store.removed.add(fact["id"].hex())
    if pending:
        store.pending.add(fact["id"].hex())
    elif files:
        store.dropped |= {os.path.join(fact["save_path"], path) for path, in database.execute(
            "SELECT path FROM file_owner WHERE place = ? AND ours", (fact["place"],))}
    return True


def _read_rows(database, store):
    tables = _tables(database)
    columns = _columns(database, "torrent")
    cursor = database.execute(f"SELECT {', '.join(columns)} FROM torrent ORDER BY place")
    for values in cursor.fetchall():
        fact = dict(zip(columns, values))
        if "removed" in tables and _read_removed(database, store, fact):
            continue
        metadata = database.execute("SELECT torrent FROM metadata WHERE place = ?", (fact["place"],)).fetchone()
        row = Row(fact["id"].hex(), fact["name"], fact["save_path"], fact["source"], fact["extra_trackers"],
                  list(fact["file_priorities"]), bool(fact["paused"]), _labels(fact),
                  metadata[0] if metadata else b"", uploaded=fact["uploaded"], downloaded=fact["downloaded"])
        _read_resume(row, _resume_blobs(database, tables, fact["place"]), store.problems)
        _read_names(row, database, tables, fact)
        if row.id in store.rows:
            store.problems.append(f"{row.name} is in the store twice")
        store.rows[row.id] = row


def read_store(file):
    """The store as it lies there, read from a copy so that nothing of it changes. Nothing if it cannot be opened."""
    store = Store()
    with tempfile.TemporaryDirectory() as aside:
        for suffix in ("", "-wal", "-journal"):
            if os.path.exists(file + suffix):
                shutil.copy(file + suffix, os.path.join(aside, "copy" + suffix))
        copy = os.path.join(aside, "copy")
        if not os.path.exists(copy):
            return store
        try:
            database = sqlite3.connect(copy)
            try:
                store.version = database.execute("PRAGMA user_version").fetchone()[0]
                verdict = [line for line, in database.execute("PRAGMA integrity_check")]
                if verdict != ["ok"]:
                    store.problems.append(f"integrity_check: {verdict[:3]}")
                if broken := database.execute("PRAGMA foreign_key_check").fetchall():
                    store.problems.append(f"foreign_key_check: {broken[:3]}")
                if store.version > 0:
                    _read_rows(database, store)
            finally:
                database.close()
        except sqlite3.Error as error:
            store.problems.append(f"the store cannot be read: {error}")
    return store


def read_settings(file):
    """key -> text; nothing if there is no file."""
    values, section = {}, ""
    try:
        lines = Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    for line in lines:
        if match := re.fullmatch(r"\[(.*)\]", line):
            section = "" if match[1] == "General" else match[1] + "/"
        elif "=" in line:
            key, value = line.split("=", 1)
            values[section + key] = value
    return values


SUFFIX = ".!es"   # of files that are not complete, if the user wants that


def proper(path):
    return path[:-len(SUFFIX)] if path.endswith(SUFFIX) else path


def doubled(store):
    """Files that have left something under the other of their two names. A rename that is noted may be half done."""
    problems = []
    for row in store.rows.values():
        for i, (path, _, is_padding) in enumerate(Torrent(row.torrent).files if row.torrent else []):
            name = os.path.join(row.save, proper(row.names.get(i, path)))
            if not is_padding and i not in row.renames and os.path.lexists(name) and os.path.lexists(name + SUFFIX):
                problems.append(f"{name} is there with the suffix and without it")
    return problems


def print_of(data):
    """What tells one file from another."""
    return len(data), hashlib.sha256(data).hexdigest()


def tree(folder):
    """Path below `folder` -> (size, SHA-256) of every file, or the target of a link."""
    found = {}
    for where, folders, files in os.walk(folder):
        for name in files:
            path = os.path.join(where, name)
            relative = os.path.relpath(path, folder)
            if os.path.islink(path):
                found[relative] = ("link", os.readlink(path))
                continue
            try:
                data = Path(path).read_bytes()
            except OSError as error:
                found[relative] = ("unreadable", str(error))
                continue
            found[relative] = print_of(data)
    return found


def unproven_pieces(store, published):
    """What the store claims and the disk does not have. `published`: id -> Torrent, with all hashes; the metadata of a
    magnet has no piece layers."""
    problems = []
    for row in store.rows.values():
        if not row.torrent or not row.claimed:
            continue
        torrent = published.get(row.id) or Torrent(row.torrent)
        if len(row.claimed) > torrent.piece_count:
            problems.append(f"{row.name} claims more pieces than it has")
            continue
        if missing := missing_pieces(torrent, row.save, row.claimed, row.names):
            problems.append(f"{row.name} claims pieces {missing[:8]} that are not on the disk")
    return problems


def lost_payload(content, folders):
    """Files that are nowhere below the folders. `content`: path -> what tree() says of it."""
    there = {value for folder in folders for value in tree(folder).values()}
    return [f"{path} is neither in its place nor in the bin" for path, what in content.items() if what not in there]


def not_dropped(store):
    """Files that went with a torrent and are there all the same. A torrent of the list may have made them anew."""
    kept = set()
    for row in store.rows.values():
        if row.torrent:
            kept |= {os.path.join(row.save, row.names.get(i, path))
                     for i, (path, _, _) in enumerate(Torrent(row.torrent).files)}
    return [f"went with its torrent and is still there: {path}" for path in sorted(store.dropped - kept)
            if os.path.lexists(path)]


# What the program may keep in its folder. Everything else is a leftover once it has ended in order.
PROFILE_FILES = re.compile(
    r"essaim\.db(-wal|-journal)?|tracker\.db(-wal|-journal)?|essaim\.ini(\.bad\d*|\.previous)?|\.?LOCK|reserve\.bin"
    r"|(meta|cards|torrents)/([0-9a-f]{2}/)?[0-9a-f]{40}\.(torrent|card)"
    r"|tracker\.peers|tracker\.secret(\.copy)?|creations\.json|followed\.json|hashes"
    r"|backup/(daily|weekly|pre)-[\w.-]+|quarantine/.+")


def leftovers(profile):
    return [f"left behind in the profile: {path}" for path in sorted(tree(profile))
            if not PROFILE_FILES.fullmatch(path)]


def strangers(root, store, known):
    """Files of a save root that belong to no torrent and were not there before."""
    expected = set(known)
    for row in store.rows.values():
        if os.path.realpath(row.save).startswith(os.path.realpath(root)) and row.torrent:
            torrent = Torrent(row.torrent)
            below = os.path.relpath(row.save, root)
            names = {row.names.get(i, path) for i, (path, _, _) in enumerate(torrent.files)}
            names |= {path for path, _, _ in torrent.files} | {f".{row.id}.parts"}
            names |= {path for paths in row.renames.values() for path in paths}
            names |= {f".{(torrent.v2 or '')[:40]}.parts"}
            expected |= {os.path.normpath(os.path.join(below, name)) for name in names}
    return [f"left behind in {os.path.basename(root)}: {path}" for path in sorted(tree(root))
            if path not in expected and path != ".essaim-root"]
