"""A host and a friend for the tests with other clients: files, a torrent, our tracker and seed, a second computer."""

import hashlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.parse
import urllib.request
from pathlib import Path

BIN = Path(os.environ.get("ESSAIM_BIN_DIR", Path(__file__).parents[2] / "build/release/bin"))
DEADLINE = time.monotonic() + 55   # of the whole test

HOST_LAN = "10.77.0.1"
FRIEND_LAN = "10.77.0.2"
LOOPBACK = "127.0.0.1"

# Nested folders, names that are not ASCII, an empty file, files that share a piece: about 30 MB.
FILES = {
    "Été à la mer/Plage.mov": 18_000_001,
    "Été à la mer/日本語/写真.raw": 9_437_184,
    "Été à la mer/Füße & Co (100%).txt": 513,
    "Чтение/глава 1/текст.txt": 70_000,
    "Чтение/пусто.txt": 0,
    "música/🎵 canción.flac": 2_500_003,
    "README.txt": 42,
}
NAME = "Essaim – fichiers d’été"


class Failure(Exception):
    pass


def wait_for(what, condition, seconds=40):
    """Polls until condition() is true; its value. The only way in which these tests wait."""
    end = min(DEADLINE, time.monotonic() + seconds)
    while True:
        if value := condition():
            return value
        if time.monotonic() > end:
            raise Failure(f"gave up waiting for {what}")
        time.sleep(0.1)


def check(condition, message):
    if not condition:
        raise Failure(message)


def succeeds(command):
    return subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=10).returncode == 0


def free_port(kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


def make_files(folder):
    generator = random.Random(20240229)
    for name, size in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(generator.randbytes(size))


def digests(folder):
    """SHA-256 of every file below folder, by name."""
    return {unicodedata.normalize("NFC", path.relative_to(folder).as_posix()): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


def info_hash(torrent):
    """SHA-1 over the info dictionary, found without any code of ours."""
    data = torrent.read_bytes()

    def skip(at):
        if data[at:at + 1] == b"i":
            return data.index(b"e", at) + 1
        if data[at:at + 1] in b"ld":
            at += 1
            while data[at:at + 1] != b"e":
                at = skip(at)
            return at + 1
        colon = data.index(b":", at)
        return colon + 1 + int(data[at:colon])

    at = 1
    while data[at:at + 1] != b"e":
        value = skip(at)
        if data[at:value] == b"4:info":
            return hashlib.sha1(data[value:skip(value)]).hexdigest()
        at = skip(value)
    raise Failure("the torrent has no info dictionary")


class Swarm:
    """The host's computer, and a friend's. Everything it started ends with the `with` block."""

    def __init__(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="essaim-interop-"))
        self.processes = []   # (name, process, log)
        self.friend_holder = None
        self.port = free_port()   # of the tracker, TCP and UDP

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for _, process, _ in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for _, process, _ in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if kind is not None:
            for name, process, log in self.processes:
                print(f"---- {name}: ended with {process.returncode}", *log.read_text(errors="replace").splitlines()[-60:],
                      sep="\n", file=sys.stderr)
        shutil.rmtree(self.scratch, ignore_errors=True)

    def start(self, name, command, **options):
        """Starts a program that runs beside the test; its output goes to a log that is shown if the test fails."""
        log = self.scratch / f"{len(self.processes)}-{name}.log"
        environment = dict(os.environ, HOME=str(self.scratch), XDG_CONFIG_HOME=str(self.scratch / "config"),
                           XDG_DATA_HOME=str(self.scratch / "data"), XDG_CACHE_HOME=str(self.scratch / "cache"))
        with log.open("wb") as output:
            process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=output,
                                       stderr=subprocess.STDOUT, env=environment, **options)
        self.processes.append((name, process, log))
        return process

    def output(self, process):
        return next(log for _, started, log in self.processes if started is process).read_text(errors="replace")

    def call(self, command):
        """Runs a program to its end; what it printed."""
        run = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                             timeout=max(1, DEADLINE - time.monotonic()))
        check(run.returncode == 0, f"{command[0]} ended with {run.returncode}:\n{run.stdout}{run.stderr}")
        return run.stdout

    # The host

    def create(self, tracker_urls, form="v1"):
        """The host's files as a torrent, made once per address under which the tracker is known."""
        folder = self.scratch / "host" / NAME
        if not folder.exists():
            make_files(folder)
        torrent = self.scratch / f"{hashlib.sha1(repr((tracker_urls, form)).encode()).hexdigest()[:8]}.torrent"
        trackers = [part for url in tracker_urls for part in ("--tracker", url)]
        self.call([BIN / "essaim-cli", "create", folder, "-o", torrent, "--format", form, *trackers])
        return torrent

    def start_tracker(self, torrent=None):
        """essaim-tracker; it hosts `torrent` and nothing else, or everything without one."""
        config = self.scratch / "tracker.toml"
        lines = [f'access = "{"hosted" if torrent else "open"}"']
        if torrent:
            lines += ["[[torrents]]", f'info_hash = "{info_hash(torrent)}"', f'name = "{NAME}"']
        config.write_text("\n".join(lines) + "\n", encoding="utf-8")
        address = f"0.0.0.0:{self.port}"
        tracker = self.start("essaim-tracker", [BIN / "essaim-tracker", "--http", address, "--udp", address,
                                                "--data", self.scratch / "tracker", "--config", config])
        wait_for("the tracker to be ready", lambda: "ready " in self.output(tracker) or self.ended(tracker))
        check(tracker.poll() is None, "the tracker ended at once")

    def url(self, protocol, host=LOOPBACK):
        return f"{protocol}://{host}:{self.port}/announce"

    def scrape(self, torrent):
        """What the tracker says over HTTP about a swarm: the bencoded answer, undigested."""
        key = urllib.parse.quote(bytes.fromhex(info_hash(torrent)))
        with urllib.request.urlopen(f"http://{LOOPBACK}:{self.port}/scrape?info_hash={key}", timeout=5) as answer:
            return answer.read()

    def start_seed(self):
        torrent, bind = self.for_host, LOOPBACK if self.friend_holder is None else "0.0.0.0"
        seed = self.start("seed", [BIN / "essaim-cli", "seed", torrent, "--save-path", self.scratch / "host",
                                   "--offline", "--bind", bind, "--port", free_port()])
        wait_for("the seed to announce itself", lambda: self.ended(seed) or b"8:completei1e" in self.scrape(torrent))
        check(seed.poll() is None, "the seed ended at once")

    def ended(self, process):
        return process.poll() is not None

    # The friend

    def start_friend_computer(self):
        """A second computer: a network namespace whose only way out is a cable to ours."""
        self.friend_holder = self.start("friend", ["unshare", "--net", "sleep", "120"])
        pid = str(self.friend_holder.pid)
        ours = os.readlink("/proc/self/ns/net")
        wait_for("the friend's computer", lambda: os.readlink(f"/proc/{pid}/ns/net") != ours)
        self.call(["ip", "link", "add", "essaim0", "type", "veth", "peer", "name", "essaim1", "netns", pid])
        self.call(["ip", "address", "add", f"{HOST_LAN}/24", "dev", "essaim0"])
        self.call(["ip", "link", "set", "essaim0", "up"])
        for command in (["link", "set", "lo", "up"], ["address", "add", f"{FRIEND_LAN}/24", "dev", "essaim1"],
                        ["link", "set", "essaim1", "up"]):
            self.call(self.on_friend_computer(["ip", *command]))
        # libtorrent listens on no interface that is not up when it looks; the kernel takes up to a second.
        wait_for("the cable", lambda: "state UP" in self.call(["ip", "link", "show", "essaim0"])
                 and "state UP" in self.call(self.on_friend_computer(["ip", "link", "show", "essaim1"])))

    def on_friend_computer(self, command):
        if self.friend_holder is None:
            return command
        return ["nsenter", "--target", str(self.friend_holder.pid), "--net", *command]

    @property
    def friend_address(self):
        return LOOPBACK if self.friend_holder is None else FRIEND_LAN

    @property
    def friend_folder(self):
        folder = self.scratch / "friend"
        folder.mkdir(exist_ok=True)
        return folder

    def forget_download(self):
        shutil.rmtree(self.friend_folder)

    def check_bytes(self, empty_files=True):
        """Every file of the host lies with the friend, equal to the last byte, and nothing else does; how many."""
        expected = digests(self.scratch / "host" / NAME)
        check(len(expected) == len(FILES), "the host's own files changed")
        if not empty_files:
            expected = {name: digest for name, digest in expected.items() if FILES[name]}
        received = digests(self.friend_folder / NAME)
        missing = sorted(expected.keys() - received.keys())
        check(not missing, f"the friend lacks {missing}; it has {sorted(received)}")
        different = sorted(name for name in expected if expected[name] != received[name])
        check(not different, f"these files differ: {different}")
        check(not received.keys() - expected.keys(), f"more than expected: {sorted(received.keys() - expected.keys())}")
        return len(expected)


def host_and_friend(here, protocol, lan):
    """The common beginning: the tracker runs; the torrent as the friend gets it. The seed is still to be started.

    On a LAN, the host's seed announces over loopback while the friend knows the tracker by its LAN address: the
    tracker must hand the seed out under an address that works for the friend."""
    here.for_host = here.create([here.url(protocol)])
    if lan:
        here.start_friend_computer()
    for_friend = here.create([here.url(protocol, HOST_LAN if lan else LOOPBACK)])
    check(info_hash(here.for_host) == info_hash(for_friend), "the announce URL changed the info-hash")
    here.start_tracker(here.for_host)
    return for_friend


def run(download, http_on_one_computer=True, seed_first=True, empty_files=True):
    """Runs download(swarm, torrent) over HTTP and over UDP, and checks the bytes each time. UDP is tried with the friend
    on a second computer, HTTP on the same one if the client accepts peers there. Without seed_first, download()
    starts the seed itself; without empty_files, the client makes none. The first argument of the program, http or udp,
    picks one of the two."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped from outside"))
    for protocol, lan in (("http", not http_on_one_computer), ("udp", True)):
        if protocol not in (sys.argv[1:2] or [protocol]):
            continue
        label = f"{protocol}, friend on {'a second' if lan else 'the same'} computer"
        started = time.monotonic()
        try:
            with Swarm() as here:
                torrent = host_and_friend(here, protocol, lan)
                if seed_first:
                    here.start_seed()
                download(here, torrent)
                files = here.check_bytes(empty_files)
        except Failure as failure:
            sys.exit(f"FAILED ({label}): {failure}")
        print(f"ok ({label}): {files} files, {sum(FILES.values())} bytes in {time.monotonic() - started:.1f} s",
              flush=True)
