"""What the conformance tests share: a running essaim-tracker, strict readers, blocking HTTP and UDP clients."""
import os
import re
import select
import signal
import socket
import struct
import subprocess
import tempfile
import time
import urllib.parse

PROGRAM = os.path.join(os.environ["ESSAIM_BIN_DIR"], "essaim-tracker")
DEADLINE = 10.0
# Long enough for an answer to arrive on loopback; silence is only believed after a later question was answered.
MAGIC = 0x41727101980


def add_addresses(*addresses):
    """Gives the loopback interface of this test's namespace more addresses, so that clients can come from anywhere."""
    for address in addresses:
        more = ["/128", "nodad"] if ":" in address else ["/32"]  # without a check for duplicates it can be used at once
        subprocess.run(["ip", "addr", "replace", address + more[0], "dev", "lo", *more[1:]], check=True,
                       stdout=subprocess.DEVNULL)


class Tracker:
    """essaim-tracker with a configuration; ended when the test ends."""

    def __init__(self, config="", listen=("127.0.0.1:0",), arguments=(), access="open", data=None,
                 descriptors=None):
        self.folder = tempfile.TemporaryDirectory()
        self.config_path = os.path.join(self.folder.name, "tracker.toml")
        self.data = data or os.path.join(self.folder.name, "data")
        self.write_config(config)
        command = [PROGRAM, "--config", self.config_path, "--data", self.data]
        if access:
            command += ["--access", access]
        for address in listen:
            command += ["--http", address, "--udp", address]
        self.log_path = os.path.join(self.folder.name, "log")
        self.log_file = open(self.log_path, "wb")
        if descriptors:
            command = ["prlimit", f"--nofile={descriptors}:{descriptors}", *command]
        self.process = subprocess.Popen(command + list(arguments), stdout=subprocess.PIPE, stderr=self.log_file)
        line = self.process.stdout.readline().decode()
        match = re.match(r"ready http=(\S*) udp=(\S*)", line)
        if not match:
            raise AssertionError(f"no ready line but {line!r}; log: {self.log()}")
        self.ready = line
        self.http = [parse_endpoint(text) for text in match[1].split(",") if text]
        self.udp = [parse_endpoint(text) for text in match[2].split(",") if text]

    def write_config(self, text):
        with open(self.config_path, "w", encoding="utf-8") as file:
            file.write(text)

    def log(self):
        self.log_file.flush()
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def wait_for_log(self, text, count=1):
        wait_until(lambda: self.log().count(text) >= count, f"{text!r} in the log: {self.log()}")

    def reload(self):
        self.process.send_signal(signal.SIGHUP)

    def resident(self):
        """Resident memory in bytes."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+) kB", file.read())[1]) * 1024

    def end(self):
        """Ends it as systemd does; its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            status = self.process.wait(DEADLINE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self.process.stdout.close()
        self.log_file.close()
        return status

    def close(self):
        self.end()
        self.folder.cleanup()


def wait_until(condition, what):
    deadline = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"did not happen: {what() if callable(what) else what}")
        time.sleep(0.02)


def parse_endpoint(text):
    host, port = text.rsplit(":", 1)
    return host.strip("[]"), int(port)


def family_of(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


# --- bencoding, as strict as the specification -------------------------------------------------------------------


def bdecode(data):
    """The value of a whole bencoded text; fails on unsorted or repeated keys, loose integers, bytes behind the end."""
    value, end = _decode(data, 0)
    if end != len(data):
        raise AssertionError(f"{len(data) - end} bytes behind the dictionary")
    return value


def _decode(data, at):
    kind = data[at:at + 1]
    if kind == b"i":
        end = data.index(b"e", at)
        text = data[at + 1:end]
        if not re.fullmatch(rb"0|-?[1-9][0-9]*", text):
            raise AssertionError(f"loose integer {text!r}")
        return int(text), end + 1
    if kind == b"l":
        items, at = [], at + 1
        while data[at:at + 1] != b"e":
            item, at = _decode(data, at)
            items.append(item)
        return items, at + 1
    if kind == b"d":
        items, at, last = {}, at + 1, None
        while data[at:at + 1] != b"e":
            key, at = _decode(data, at)
            if not isinstance(key, bytes) or (last is not None and key <= last):
                raise AssertionError(f"key {key!r} after {last!r}")
            last = key
            items[key], at = _decode(data, at)
        return items, at + 1
    colon = data.index(b":", at)
    text = data[at:colon]
    if not re.fullmatch(rb"0|[1-9][0-9]*", text):
        raise AssertionError(f"loose length {text!r}")
    end = colon + 1 + int(text)
    if end > len(data):
        raise AssertionError("string runs past the end")
    return data[colon + 1:end], end


# --- HTTP --------------------------------------------------------------------------------------------------------


def escape(data):
    return "".join(f"%{byte:02x}" for byte in data)


def info_hash(number):
    return struct.pack(">I", number) * 5


def peer_id(number):
    return b"-XX0001-%012d" % number


class Answer:
    def __init__(self, status, head, body):
        self.status = status
        self.head = head
        self.body = body

    @property
    def headers(self):
        pairs = (line.split(":", 1) for line in self.head.split("\r\n")[1:] if line)
        return {name.strip().lower(): value.strip() for name, value in pairs}

    def decoded(self):
        if self.status != 200:
            raise AssertionError(f"status {self.status}: {self.body!r}")
        if int(self.headers["content-length"]) != len(self.body):
            raise AssertionError("Content-Length is wrong")
        return bdecode(self.body)


class Http:
    """One connection."""

    def __init__(self, server, source=None):
        self.socket = socket.socket(family_of(server[0]), socket.SOCK_STREAM)
        self.socket.settimeout(DEADLINE)
        if source:
            self.socket.bind((source, 0))
        self.socket.connect(server)
        self.received = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def write(self, data):
        self.socket.sendall(data if isinstance(data, bytes) else data.encode("latin-1"))

    def _receive(self):
        data = self.socket.recv(65536)
        self.received += data
        return bool(data)

    def read(self, body=True):
        """One answer; None if the connection ends before."""
        try:
            while b"\r\n\r\n" not in self.received:
                if not self._receive():
                    return None
            head, rest = self.received.split(b"\r\n\r\n", 1)
            head = head.decode("latin-1")
            length = int(re.search(r"(?i)content-length: *(\d+)", head)[1]) if body else 0
            while len(rest) < length:
                if not self._receive():
                    return None
                rest = self.received.split(b"\r\n\r\n", 1)[1]
        except ConnectionError:
            return None
        self.received = rest[length:]
        return Answer(int(head.split()[1]), head, rest[:length])

    def is_closed(self):
        """True if the server ends the connection and nothing is left to read."""
        try:
            return not self.received and not self.socket.recv(1)
        except ConnectionError:
            return True

    def ends(self):
        """True once the server ends the connection, whatever it says before."""
        try:
            while self._receive():
                pass
        except ConnectionError:
            pass
        return True

    def get(self, target, headers="Host: tracker\r\n"):
        self.write(f"GET {target} HTTP/1.1\r\n{headers}\r\n")
        return self.read()


def http_get(tracker, target, source=None, headers="Host: tracker\r\n", server=None):
    with Http(server or tracker.http[0], source) as connection:
        return connection.get(target, headers)


def query(hash_=None, port=6881, id_=None, **more):
    """The query of an announce. Bytes are escaped, None leaves a parameter out."""
    values = {"info_hash": info_hash(1) if hash_ is None else hash_, "peer_id": id_ or peer_id(port or 0),
              "port": port, "uploaded": 0, "downloaded": 0, "left": 1}
    values.update(more)
    parts = []
    for name, value in values.items():
        if value is not None:
            parts.append(f"{name}={escape(value) if isinstance(value, bytes) else value}")
    return "&".join(parts)


def announce(tracker, hash_=None, port=6881, id_=None, source=None, path="/announce", headers="Host: tracker\r\n",
             server=None, **more):
    """The decoded answer to one announce on a connection of its own."""
    return http_get(tracker, f"{path}?{query(hash_, port, id_, **more)}", source, headers, server).decoded()


def scrape(tracker, *hashes, source=None, path="/scrape", server=None):
    target = path + "?" + "&".join("info_hash=" + escape(one) for one in hashes)
    return http_get(tracker, target, source, server=server).decoded()


def peers_of(answer):
    """Endpoints of a compact answer, of both families."""
    result = []
    for key, size, family in ((b"peers", 6, socket.AF_INET), (b"peers6", 18, socket.AF_INET6)):
        data = answer.get(key, b"")
        if len(data) % size:
            raise AssertionError(f"{key} has {len(data)} bytes")
        for at in range(0, len(data), size):
            address = socket.inet_ntop(family, data[at:at + size - 2])
            result.append((address, struct.unpack(">H", data[at + size - 2:at + size])[0]))
    return result


def failure_of(answer):
    return answer.get(b"failure reason", b"").decode()


# --- UDP ---------------------------------------------------------------------------------------------------------


def connect_packet(transaction=7, magic=MAGIC):
    return struct.pack(">QII", magic, 0, transaction)


def announce_packet(connection, hash_=None, port=6881, left=1, event=0, numwant=-1, options=b"", transaction=11,
                    downloaded=0, uploaded=0, ip=0, key=0, id_=None):
    return struct.pack(">QII20s20sQQQIIIiH", connection, 1, transaction, hash_ or info_hash(1), id_ or peer_id(port),
                       downloaded, left, uploaded, event, ip, key, numwant, port) + options


def scrape_packet(connection, *hashes, transaction=13):
    return struct.pack(">QII", connection, 2, transaction) + b"".join(hashes)


def url_data(text, size=255):
    """BEP 41 options for a path, in pieces of `size` bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    pieces = [data[at:at + size] for at in range(0, len(data), size)] or [b""]
    return b"".join(bytes([2, len(piece)]) + piece for piece in pieces)


class Udp:
    """One socket."""

    def __init__(self, server, source=None, port=0):
        self.server = server
        self.socket = socket.socket(family_of(server[0]), socket.SOCK_DGRAM)
        self.socket.settimeout(DEADLINE)
        if source or port:
            self.socket.bind((source or ("::" if ":" in server[0] else "0.0.0.0"), port))
        self.socket.connect(server)
        self.id = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, packet):
        self.socket.send(packet)

    def receive(self):
        return self.socket.recv(65536)

    def ask(self, packet):
        self.send(packet)
        return self.receive()

    def connect(self):
        answer = self.ask(connect_packet())
        if len(answer) != 16 or answer[:8] != struct.pack(">II", 0, 7):
            raise AssertionError(f"connect answered {answer!r}")
        self.id = struct.unpack(">Q", answer[8:])[0]
        return self.id

    def announce(self, hash_=None, port=6881, **more):
        """The parsed answer: interval, leechers, seeders, peers; or the text of an error."""
        if self.id is None:
            self.connect()
        return self.parse(self.ask(announce_packet(self.id, hash_, port, **more)), more.get("transaction", 11))

    def scrape(self, *hashes):
        if self.id is None:
            self.connect()
        answer = self.ask(scrape_packet(self.id, *hashes))
        if answer[:8] != struct.pack(">II", 2, 13):
            raise AssertionError(f"scrape answered {answer!r}")
        return list(struct.iter_unpack(">III", answer[8:]))

    def parse(self, answer, transaction=11):
        action, echoed = struct.unpack(">II", answer[:8])
        if echoed != transaction:
            raise AssertionError("another transaction")
        if action == 3:
            return UdpError(answer[8:])
        if action != 1:
            raise AssertionError(f"action {action}")
        interval, leechers, seeders = struct.unpack(">III", answer[8:20])
        key = b"peers6" if ":" in self.server[0] else b"peers"
        return UdpAnnounce(interval, leechers, seeders, peers_of({key: answer[20:]}), len(answer))

    def is_silent_on(self, *packets):
        """True if none of the packets is answered: the question behind them is answered first."""
        for packet in packets:
            self.send(packet)
        return self.ask(connect_packet(0x51137))[:8] == struct.pack(">II", 0, 0x51137) and not self.has_more()

    def has_more(self):
        return bool(select.select([self.socket], [], [], 0.05)[0])

    def has_more_now(self):
        return bool(select.select([self.socket], [], [], 0)[0])


class UdpAnnounce:
    def __init__(self, interval, leechers, seeders, peers, size):
        self.interval, self.leechers, self.seeders, self.peers, self.size = interval, leechers, seeders, peers, size


class UdpError(str):
    """The text of an error packet."""

    def __new__(cls, data):
        return super().__new__(cls, data.decode())


def unquote(text):
    return urllib.parse.unquote_to_bytes(text)
