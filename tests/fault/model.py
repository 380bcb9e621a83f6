"""What must be in the store after what was asked and what was acknowledged."""

from dataclasses import dataclass, replace

import verifier
from torrents import Torrent, info_section


@dataclass(frozen=True)
class Fact:
    """What the user knows and chose about a torrent."""
    save: str
    paused: bool = False
    priorities: tuple = ()
    trackers: str = ""
    labels: tuple = ("", "", "")   # category, tags, chosen name
    source: str = ""   # the magnet, if it came by one
    info: bytes = b""  # the info dictionary, once it is known

    @staticmethod
    def of(row):
        return Fact(row.save, row.paused, tuple(row.priorities), row.trackers, row.labels, row.source,
                    info_section(row.torrent) if row.torrent else b"")

    def differences(self, other):
        return ", ".join(f"{name}: {str(value)[:80]!r} instead of {str(getattr(self, name))[:80]!r}"
                         for name, value in vars(other).items() if value != getattr(self, name))


class Model:
    """For each torrent and setting the states that are allowed: one, or two while an answer is outstanding. None
    stands for "is not in the list"."""

    def __init__(self):
        self.torrents = {}
        self.settings = {}
        self.pending = []   # (dictionary, key) of what is asked and not answered
        self.awaited = {}   # id -> info dictionary that a magnet may receive at any moment
        self.former = {}    # id -> what a removed torrent was, and what became of its files
        self.names = {}     # (id, file index) -> names that it may have

    def copy(self):
        other = Model()
        other.torrents = {key: list(value) for key, value in self.torrents.items()}
        other.settings = {key: list(value) for key, value in self.settings.items()}
        other.awaited = dict(self.awaited)
        other.names = {key: list(value) for key, value in self.names.items()}
        other.former = dict(self.former)
        return other

    def now(self, torrent):
        """The newest state that was asked for."""
        return self.torrents.get(torrent, [None])[-1]

    def listed(self):
        return [key for key, states in self.torrents.items() if states[-1] is not None]

    def can_come_back(self, torrent):
        """It was removed, and its files were not deleted."""
        return torrent in self.former and self.now(torrent) is None and self.former[torrent][1] != "delete"

    def ask(self, torrent, **changes):
        """The user asks for a change; `gone=True` removes, a `save` adds."""
        before = self.torrents.setdefault(torrent, [None])
        if changes.pop("gone", False):
            after = None
        elif before[-1] is None:
            after = Fact(**changes)
        else:
            after = replace(before[-1], **changes)
        before.append(after)
        self.pending.append((self.torrents, torrent))

    def ask_name(self, torrent, index, before, after):
        """A file is to get another name. Until that is acknowledged, it has this one or that one."""
        self.names.setdefault((torrent, index), [before]).append(after)
        self.pending.append((self.names, (torrent, index)))

    def ask_setting(self, key, value):
        self.settings.setdefault(key, [None]).append(value)
        self.pending.append((self.settings, key))

    def acknowledge(self):
        """Everything that was asked was answered: from now on nothing older will do."""
        for states, key in self.pending:
            states[key] = states[key][-1:]
        self.pending = []

    def doubt(self):
        """What was asked may happen or not: it was neither acknowledged nor given up."""
        self.pending = []

    def refuse(self):
        """What was asked was refused: nothing may have changed."""
        for states, key in self.pending:
            states[key] = states[key][:-1]
        self.pending = []

    def settle(self, store, settings):
        """Compares with what is there, and takes it as the state from here on. What is wrong, as sentences."""
        problems = []
        for key, states in self.torrents.items():
            row = store.rows.get(key)
            found = Fact.of(row) if row else None
            if found and found.info and self.awaited.get(key) == found.info:
                states = [state and replace(state, info=found.info) for state in states]
                del self.awaited[key]
            if found not in states:
                last = states[-1]
                if found is None:
                    problems.append(f"torrent {key} is lost")
                elif last is None:
                    problems.append(f"torrent {row.name} is there though it was never added, or was removed")
                else:
                    problems.append(f"{row.name}: {last.differences(found)}")
            self.torrents[key] = [found]
        for key in store.rows.keys() - self.torrents.keys():
            problems.append(f"torrent {key} is in the store and nobody asked for it")
        for (key, index), names in self.names.items():
            if not (row := store.rows.get(key)):
                continue
            found = verifier.proper(row.names.get(index) or Torrent(row.torrent).files[index][0])
            if found not in names:
                problems.append(f"file {index} of {row.name} is called {found!r} instead of {names[-1]!r}")
            elif index not in row.renames:   # else the next start decides
                self.names[key, index] = [found]
        for key, states in self.settings.items():
            found = (settings or {}).get(key)
            if found not in states:
                problems.append(f"setting {key} is {found!r} instead of {states[-1]!r}")
            self.settings[key] = [found]
        self.torrents = {key: states for key, states in self.torrents.items() if states[-1] is not None}
        self.pending = []
        return problems


def inspect(world, model, ended_well):
    """Everything that must hold of the disk when no process runs. `ended_well`: the program ended in order, and so
    leaves nothing lying about."""
    store = verifier.read_store(str(world.profile / "essaim.db"))
    problems = list(store.problems)
    problems += model.settle(store, verifier.read_settings(world.profile / "essaim.ini"))
    problems += verifier.unproven_pieces(store, world.by_id)
    problems += verifier.doubled(store)
    problems += [f"the .torrent of {row.name} is not the one that was added" for row in store.rows.values()
                 if row.torrent and not row.source and row.torrent != world.by_id[row.id].data]
    foreign = world.tree_of_foreign()
    for path in world.foreign.keys() | foreign.keys():
        if world.foreign.get(path) != foreign.get(path):
            problems.append(f"a file that is not ours was changed: {path}")
    expected = {"profile", "outside", "home", "library", "control", "log.txt", "kept", *(r.name for r in world.roots)}
    for path in world.base.iterdir():
        if path.name not in expected and not path.name.startswith("essaim-"):
            problems.append(f"something new outside the roots: {path.name}")
    if ended_well:
        problems += verifier.leftovers(world.profile)
    for root in world.roots:
        known = world.planted[root] | world.payload_names
        problems += verifier.strangers(root, store, known)
    return problems, store
