"""What a user does, as scripts: each step asks, waits for the answer, and keeps the model up to date."""

import os
import time

from verifier import SUFFIX
from world import Silent

START = 20   # seconds
HIDING = ("checking", "moving", "away")   # states that do not tell whether the user has stopped a torrent

# Said when a folder of a torrent that goes away holds files of the user's own.
EXPECTED_COMPLAINT = "Directory not empty"


class Run:
    """One process and what is expected of it."""

    def __init__(self, world, model, faults=False, patience=20):
        self.world, self.model, self.patience = world, model, patience
        self.machine = world.start(faults)
        self.started = None

    def start(self):
        event = self.machine.wait(lambda event: event["event"] in ("started", "startFailed"), START)
        self.started = event
        self.world.remember(event["event"])
        return event["event"] == "started"

    def _ask(self, answered, is_sure=lambda: True, **command):
        """Sends, and waits until answered(event) says True (acknowledged) or False (refused), with no complaint. Unless
        is_sure() then, the answer may have been to something else."""
        complaints = len(self.complaints())
        self.machine.events = [event for event in self.machine.events if event["event"] != "problem"]   # known
        self.world.remember(command)
        self.machine.send(**command)
        verdict = []

        def check(event):
            if event["event"] == "problem" and EXPECTED_COMPLAINT in event["technical"]:
                return False
            if event["event"] == "problem":
                verdict.append(None)
            else:
                verdict.append(answered(event))
            return verdict[-1] is not None or event["event"] == "problem"

        try:
            self.machine.wait(check, self.patience)
        except Silent as silent:
            raise Silent(f"no answer to {command}") from silent
        if len(self.complaints()) > complaints:
            # Neither yes nor no: both states are right from here on.
            raise Silent(f"{self.complaints()[-1]} at {command}")
        if verdict[-1] and not is_sure():
            self.model.doubt()
        elif verdict[-1]:
            self.model.acknowledge()
        elif self.world.control.is_sync_lost:
            self.model.doubt()
        else:
            self.model.refuse()
        return verdict[-1]

    def complaints(self):
        return [problem["technical"] for problem in self.machine.problems
                if EXPECTED_COMPLAINT not in problem["technical"]]

    # --- steps ---

    def add(self, name, root=0, paused=True, priorities=(), peers=(), magnet=False):
        torrent = self.world.torrents[name]
        save = str(self.world.roots[root])
        self.model.ask(torrent.id, save=save, paused=paused, priorities=tuple(priorities),
                       **({"source": self.world.magnet(name)} if magnet else {"info": torrent.info}))
        content = {"magnet": self.world.magnet(name)} if magnet else {"torrent": str(self.world.files[name])}

        def answered(event):
            if event["event"] == "added" and event["id"] == torrent.id:
                return "error" not in event
            return None
        return self._ask(answered, do="add", save=save, paused=paused, priorities=list(priorities),
                         peers=list(peers), **content)

    def pause(self, *names, stop=True):
        ids = [self.world.torrents[name].id for name in names]
        ids = [torrent for torrent in ids if self.model.now(torrent) is not None]
        waiting = {torrent for torrent in ids if self.model.now(torrent).paused != stop}
        for torrent in ids:
            self.model.ask(torrent, paused=stop)
        # A torrent that is being checked, or that moves, is shown as that, whether it is to run or not.
        hidden = {torrent for torrent in waiting if self.machine.torrents.get(torrent, {}).get("state") in HIDING}

        def answered(event):
            if event["event"] == "torrent" and event["stopped"] == stop:
                if event["id"] in waiting and event["state"] in HIDING:
                    hidden.add(event["id"])
                waiting.discard(event["id"])
            return True if not waiting else None
        return self._ask(answered, lambda: not hidden, do="pause" if stop else "resume", ids=ids)

    def resume(self, *names):
        return self.pause(*names, stop=False)

    def remove(self, *names, files=""):
        """`files`: they stay, or go to the "bin", or "delete"."""
        ids = [self.world.torrents[name].id for name in names]
        waiting = set(ids)
        for torrent in ids:
            if before := self.model.now(torrent):
                self.model.former[torrent] = (before, files)
            self.machine.files_removed.pop(torrent, None)
            self.model.ask(torrent, gone=True)

        def answered(event):
            if event["event"] == "removed":
                waiting.discard(event["id"])
            return True if not waiting else None
        verdict = self._ask(answered, do="remove", ids=ids, files=files)
        if files and verdict:
            complaints = len(self.complaints())
            self.machine.until(lambda: all(torrent in self.machine.files_removed for torrent in ids), self.patience)
            if any("error" in self.machine.files_removed[torrent] for torrent in ids):   # it says so at once
                self.machine.until(lambda: len(self.complaints()) > complaints, self.patience)
            if len(self.complaints()) > complaints:
                raise Silent(f"{self.complaints()[-1]} with files of {names}")
        return verdict

    def restore(self, name):
        """What was removed is back, with everything that was known about it."""
        torrent = self.world.torrents[name].id
        self.model.ask(torrent, **vars(self.model.former[torrent][0]))

        def answered(event):
            if event["event"] != "restored" or event["id"] != torrent:
                return None
            if not event["back"]:   # a store that fails has perhaps written it
                raise Silent(f"is not back: {event.get('error', {}).get('technical')}")
            return True
        return self._ask(answered, do="restore", ids=[torrent])

    def priorities(self, name, values):
        torrent = self.world.torrents[name].id
        if self.model.now(torrent) is None:   # it was refused
            return None
        self.model.ask(torrent, priorities=tuple(values))
        self.machine.send(do="priorities", id=torrent, list=list(values))

        def answered(event):
            if event["event"] != "details" or event["id"] != torrent:
                return None
            if event["priorities"] == list(values):
                return True
            self.machine.send(do="details", id=torrent)   # not yet
            return None
        return self._ask(answered, do="details", id=torrent)

    def _label(self, names, place, value, field, **command):
        """Sets one of the labels of some torrents."""
        ids = [self.world.torrents[name].id for name in names]
        ids = [torrent for torrent in ids if self.model.now(torrent) is not None]
        waiting = {torrent for torrent in ids if self.model.now(torrent).labels[place] != value}
        for torrent in ids:
            labels = list(self.model.now(torrent).labels)
            labels[place] = value
            self.model.ask(torrent, labels=tuple(labels))
        if not waiting:
            return None

        def answered(event):
            if event["event"] == "torrent" and event[field] == value:
                waiting.discard(event["id"])
            return True if not waiting else None
        return self._ask(answered, ids=ids, **command)

    def category(self, names, text):
        return self._label(names, 0, text, "category", do="category", text=text)

    def tags(self, names, tags):
        return self._label(names, 1, "\n".join(sorted(tags)), "tags", do="tags", list=tags)

    def rename(self, name, text):
        torrent = self.world.torrents[name].id
        if self.model.now(torrent) is None:
            return None
        labels = (*self.model.now(torrent).labels[:2], "" if text == name else text)
        self.model.ask(torrent, labels=labels)

        def answered(event):
            return True if event["event"] == "torrent" and event["id"] == torrent and event["name"] == text else None
        return self._ask(answered, do="rename", id=torrent, text=text)

    def rename_files(self, name, paths):
        """`paths`: file index -> new path below the save path. Waits until libtorrent has them; written down they were
        before it was asked."""
        torrent = self.world.torrents[name].id
        if self.model.now(torrent) is None:   # it was refused
            return
        self.seen(name)
        for index, path in paths.items():
            self.model.ask_name(torrent, index, self.world.torrents[name].files[index][0], path)
        complaints = len(self.complaints())
        self.world.remember({"do": "renameFiles", "id": torrent, "list": list(paths.values())})
        self.machine.send(do="renameFiles", id=torrent, paths=paths)

        def answered(details):
            if len(self.complaints()) > complaints:   # neither yes nor no: some may have it
                raise Silent(f"{self.complaints()[-1]} with new names of {name}")
            return all(details["paths"][index:index + 1] == [path] for index, path in paths.items())
        self._details(torrent, answered)
        self.model.acknowledge()

    def mark(self, on):
        """Files that are not complete get a suffix, or lose it; also of the next processes."""
        self.world.marks = on
        self.world.remember(f"mark {on}")
        self.machine.send(do="mark", on=on)

    def lies(self, name, marked):
        """Waits until the first file of a torrent is on the disk with the suffix, or without it."""
        torrent = self.world.torrents[name]
        if self.model.now(torrent.id) is None:
            return
        place = f"{self.model.now(torrent.id).save}/{torrent.files[0][0]}"
        names = [place + SUFFIX, place] if marked else [place, place + SUFFIX]
        began = time.monotonic()
        while not os.path.lexists(names[0]) or os.path.lexists(names[1]):
            waited = time.monotonic() - began
            if waited > START or (self.world.control.injected and waited > self.patience):
                raise Silent(f"{name} does not get its name")
            self.machine.read(0.02)

    def set(self, path, count):
        self.model.ask_setting("downloads/save_path", path)
        self.model.ask_setting("downloads/max_active", str(count))

        def answered(event):
            if event["event"] == "settingsNotSaved":
                self.model.doubt()   # it is tried again at the end
            return True if event["event"].startswith("settings") else None
        return self._ask(answered, do="set", save_path=path, max_active=count)

    def recheck(self, name):
        """No change of what the user chose: only what is known about the files. Waits until all is found again."""
        torrent = self.world.torrents[name].id
        answers = []
        self.machine.send(do="recheck", ids=[torrent])
        self._details(torrent, lambda details: answers.append(0) or len(answers) > 5)
        self.download(name)

    def _details(self, torrent, condition):
        """Asks until condition(details) holds: what comes by itself comes once a second."""
        def check(event):
            if event["event"] != "details" or event["id"] != torrent:
                return False
            if condition(event):
                return True
            time.sleep(0.01)
            self.machine.send(do="details", id=torrent)
            return False
        self.machine.send(do="details", id=torrent)
        try:
            self.machine.wait(check, self.patience)
        except Silent as silent:
            raise silent if silent.args else Silent(f"torrent {torrent} does not get there") from silent

    def seen(self, name):
        """Waits until libtorrent has the torrent."""
        self._details(self.world.torrents[name].id, lambda details: details["files"] > 0)

    def download(self, name):
        """Waits until everything that is wanted is there."""
        torrent = self.world.torrents[name]
        if self.model.now(torrent.id) is None:   # it was refused
            return
        lengths = [length for _, length, _ in torrent.files]
        wanted = self.model.now(torrent.id).priorities
        size = sum(length for i, length in enumerate(lengths) if i >= len(wanted) or wanted[i])
        self._details(torrent.id, lambda details: details["present"] >= size)

    def metadata(self, name):
        """Waits until a magnet has its metadata."""
        torrent = self.world.torrents[name]
        if self.model.now(torrent.id) is None:
            return
        self.model.ask(torrent.id, info=torrent.info)
        self._details(torrent.id, lambda details: details["files"] > 0)
        self.model.acknowledge()

    def quit(self):
        self.machine.send(do="quit")
        self.machine.wait(lambda event: event["event"] == "stopped", 15)
        return self.machine.wait_for_end()
