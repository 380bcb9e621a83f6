"""Torrents without any code of the program: bencoding, making them, and hashing what lies on the disk."""

import hashlib
import itertools
import os
from pathlib import Path

BLOCK = 16384


def decode(data, at=0):
    """The value that starts at `at`, and where it ends."""
    kind = data[at:at + 1]
    if kind == b"i":
        end = data.index(b"e", at)
        return int(data[at + 1:end]), end + 1
    if kind in (b"l", b"d"):
        items, at = [], at + 1
        while data[at:at + 1] != b"e":
            item, at = decode(data, at)
            items.append(item)
        return (items if kind == b"l" else dict(zip(items[::2], items[1::2]))), at + 1
    colon = data.index(b":", at)
    end = colon + 1 + int(data[at:colon])
    if end > len(data):
        raise ValueError("a string ends outside the data")
    return data[colon + 1:end], end


def encode(value):
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, str):
        return encode(value.encode())
    if isinstance(value, list):
        return b"l" + b"".join(map(encode, value)) + b"e"
    items = sorted((key.encode() if isinstance(key, str) else key, item) for key, item in value.items())
    return b"d" + b"".join(encode(key) + encode(item) for key, item in items) + b"e"


def info_section(torrent):
    """The bytes of the info dictionary as they stand in the .torrent."""
    at = 1
    while torrent[at:at + 1] != b"e":
        key, at = decode(torrent, at)
        _, end = decode(torrent, at)
        if key == b"info":
            return torrent[at:end]
        at = end
    raise ValueError("no info dictionary")


# --- Merkle trees (BEP 52) ---

def _pad_to_power(hashes, filler):
    count = 1
    while count < len(hashes):
        count *= 2
    return hashes + [filler] * (count - len(hashes))


def _layer_above(hashes):
    return [hashlib.sha256(hashes[i] + hashes[i + 1]).digest() for i in range(0, len(hashes), 2)]


def _root(hashes, filler=bytes(32)):
    hashes = _pad_to_power(hashes, filler)
    while len(hashes) > 1:
        hashes = _layer_above(hashes)
    return hashes[0]


def _leaves(data):
    return [hashlib.sha256(data[i:i + BLOCK]).digest() for i in range(0, len(data), BLOCK)]


def _empty_piece(piece_length):
    return _root([bytes(32)] * (piece_length // BLOCK))


def piece_root(data, piece_length, is_whole_file):
    """Hash of one piece in its file's tree; a file of at most one piece has a tree of its own size."""
    leaves = _leaves(data)
    if not is_whole_file:
        leaves += [bytes(32)] * (piece_length // BLOCK - len(leaves))
    return _root(leaves)


def file_root(data, piece_length):
    if len(data) <= piece_length:
        return _root(_leaves(data)), b""
    pieces = [piece_root(data[i:i + piece_length], piece_length, False) for i in range(0, len(data), piece_length)]
    return _root(pieces, _empty_piece(piece_length)), b"".join(pieces)


# --- Making ---

def make(name, files, kind="v1", piece_length=BLOCK, trackers=()):
    """A .torrent over `files`, a list of (path, bytes); a single file whose path equals the name is no folder."""
    single = len(files) == 1 and files[0][0] == name
    info = {"name": name, "piece length": piece_length}
    top = {}
    if kind in ("v2", "hybrid"):
        tree, layers = {}, {}
        for path, data in files:
            node = tree
            for part in path.split("/"):
                node = node.setdefault(part, {})
            leaf = {"length": len(data)}
            if data:
                leaf["pieces root"], layer = file_root(data, piece_length)
                if layer:
                    layers[leaf["pieces root"]] = layer
            node[""] = leaf
        info.update({"file tree": tree, "meta version": 2})
        top["piece layers"] = layers
    if kind in ("v1", "hybrid"):
        entries, stream = [], bytearray()
        for path, data in files:
            if kind == "hybrid" and data and len(stream) % piece_length:
                pad = piece_length - len(stream) % piece_length
                entries.append({"attr": "p", "length": pad, "path": [".pad", str(pad)]})
                stream += bytes(pad)
            entries.append({"length": len(data), "path": path.split("/")})
            stream += data
        if single:
            info["length"] = len(files[0][1])
        else:
            info["files"] = entries
        info["pieces"] = b"".join(hashlib.sha1(stream[i:i + piece_length]).digest()
                                  for i in range(0, len(stream), piece_length))
    top["info"] = info
    if trackers:
        top["announce"] = trackers[0]
    return encode(top)


# --- Reading and checking ---

class Torrent:
    """What one .torrent says, and which of its pieces lie on the disk."""

    def __init__(self, data):
        self.data = data
        top = decode(data)[0]
        info = top[b"info"]
        section = info_section(data)
        self.info = section
        self.name = info[b"name"].decode()
        self.piece_length = info[b"piece length"]
        self.v1 = hashlib.sha1(section).hexdigest() if b"pieces" in info else None
        self.v2 = hashlib.sha256(section).hexdigest() if b"file tree" in info else None
        self.id = self.v1 or self.v2[:40]
        self.files = []    # (path below the save path, length, is padding)
        self.pieces = []   # of v1: SHA-1 of each piece
        self.roots = {}    # of v2: file index -> (root, piece hashes)
        if self.v1:
            hashes = info[b"pieces"]
            self.pieces = [hashes[i:i + 20] for i in range(0, len(hashes), 20)]
            if b"length" in info:
                self.files.append((self.name, info[b"length"], False))
            for entry in info.get(b"files", []):
                path = "/".join(part.decode() for part in entry[b"path"])
                self.files.append((f"{self.name}/{path}", entry[b"length"], b"p" in entry.get(b"attr", b"")))
        else:
            self._read_tree(info[b"file tree"], [], top.get(b"piece layers", {}))
            if len(self.files) == 1 and self.files[0][0] == f"{self.name}/{self.name}":
                self.files[0] = (self.name, *self.files[0][1:])

    def _read_tree(self, node, path, layers):
        for key in sorted(node):
            if key == b"":
                leaf = node[key]
                root = leaf.get(b"pieces root")
                layer = layers.get(root, b"")
                self.roots[len(self.files)] = (root, [layer[i:i + 32] for i in range(0, len(layer), 32)])
                self.files.append(("/".join([self.name, *path]), leaf[b"length"], False))
            else:
                self._read_tree(node[key], [*path, key.decode()], layers)

    @property
    def piece_count(self):
        if self.v1:
            return len(self.pieces)
        return sum(-(-length // self.piece_length) for _, length, _ in self.files)

    def spans(self, piece):
        """The parts of files that make a piece: (file index, offset in the file, length), in order."""
        if not self.v1:   # each file starts with a piece of its own
            for index, (_, length, _) in enumerate(self.files):
                count = -(-length // self.piece_length)
                if piece < count:
                    offset = piece * self.piece_length
                    return [(index, offset, min(self.piece_length, length - offset))]
                piece -= count
            raise IndexError(piece)
        start, end, at, spans = piece * self.piece_length, (piece + 1) * self.piece_length, 0, []
        for index, (_, length, _) in enumerate(self.files):
            first, last = max(start, at), min(end, at + length)
            if first < last:
                spans.append((index, first - at, last - first))
            at += length
        return spans

    def is_piece(self, piece, data):
        """Whether these bytes are that piece."""
        if self.v1:
            return hashlib.sha1(data).digest() == self.pieces[piece]
        index, offset, _ = self.spans(piece)[0]
        root, layer = self.roots[index]
        whole = self.files[index][1] <= self.piece_length
        wanted = root if whole else layer[offset // self.piece_length]
        return piece_root(data, self.piece_length, whole) == wanted


class PartFile:
    """libtorrent's file for pieces of files that are not wanted: .HASH.parts in the save path."""

    def __init__(self, path):
        self.slots, self.data = {}, b""
        try:
            self.data = Path(path).read_bytes()
        except OSError:
            return
        if len(self.data) < 8:
            return
        number = lambda at: int.from_bytes(self.data[at:at + 4], "big")
        count, self.piece_length = number(0), number(4)
        self.header = (8 + 4 * count + 1023) // 1024 * 1024
        for piece in range(count):
            if 8 + 4 * piece + 4 <= len(self.data) and number(8 + 4 * piece) != 0xffffffff:
                self.slots[piece] = number(8 + 4 * piece)

    def read(self, piece, offset, length):
        if piece not in self.slots:
            return None
        at = self.header + self.slots[piece] * self.piece_length + offset
        return self.data[at:at + length]


def missing_pieces(torrent, save_path, claimed, names=None):
    """Those of the claimed pieces that are neither in the files nor in the part file, nor partly here and partly there:
    libtorrent makes a file as long as it will be before it moves the pieces into it. `names`: other names on the disk,
    by file index."""
    names = names or {}
    parts = PartFile(os.path.join(save_path, f".{torrent.id}.parts"))

    def from_file(index, offset, length):
        try:
            with open(os.path.join(save_path, names.get(index, torrent.files[index][0])), "rb") as file:
                file.seek(offset)
                return file.read(length)
        except OSError:
            return None

    def is_there(piece):
        start, spans = 0, []
        for index, offset, length in torrent.spans(piece):
            found = {from_file(index, offset, length), parts.read(piece, start, length)}
            spans.append([bytes(length)] if torrent.files[index][2] else
                         [data for data in found if data is not None and len(data) == length])
            start += length
        return any(torrent.is_piece(piece, b"".join(choice))
                   for choice in itertools.islice(itertools.product(*spans), 4096))

    return [piece for piece in claimed if not is_there(piece)]
