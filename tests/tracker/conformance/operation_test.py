"""What an operator does: HTTPS and its certificate, numbers for machines, reload, restart, checking a configuration."""
import os
import re
import shutil
import signal
import ssl
import subprocess
import tempfile
import unittest

from harness import (PROGRAM, Http, Tracker, Udp, announce, failure_of, http_get, info_hash, parse_endpoint, peers_of,
                     query, scrape, wait_until)

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
SAMPLE = os.path.join(SOURCE, "installer", "essaim-tracker.toml")


def make_certificate(folder, name):
    """A certificate of its own signature; the paths of certificate and key."""
    certificate, key = os.path.join(folder, name + ".pem"), os.path.join(folder, name + ".key")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-keyout", key, "-out", certificate, "-days", "2", "-subj", f"/CN={name}"],
                   check=True, stderr=subprocess.DEVNULL)
    return certificate, key


class Https(Http):
    def __init__(self, server, **more):
        super().__init__(server)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        for name, value in more.items():
            setattr(context, name, value)
        self.socket = context.wrap_socket(self.socket)

    def certificate(self):
        return self.socket.getpeercert(binary_form=True)


class Secure(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        certificate, key = make_certificate(self.folder.name, "first")
        self.certificate = os.path.join(self.folder.name, "tracker.pem")
        self.key = os.path.join(self.folder.name, "tracker.key")
        shutil.copy(certificate, self.certificate)
        shutil.copy(key, self.key)
        self.config = (f'https = "127.0.0.1:0"\ncertificate = "{self.certificate}"\nprivate_key = "{self.key}"\n'
                       'metrics = "127.0.0.1:0"\n')
        self.tracker = Tracker(self.config)
        self.addCleanup(self.tracker.close)
        self.server = parse_endpoint(re.search(r"https=(\S+)", self.tracker.ready)[1])
        self.metrics = parse_endpoint(re.search(r"metrics=(\S+)", self.tracker.ready)[1])

    def health(self):
        return http_get(self.tracker, "/health", server=self.metrics)

    def test_one_swarm_over_both_and_several_requests_on_one_connection(self):
        announce(self.tracker, port=1001)
        with Https(self.server) as client:
            self.assertEqual(peers_of(client.get("/announce?" + query(port=1002)).decoded()), [("127.0.0.1", 1001)])
            client.write(f"GET /announce?{query(port=1003)} HTTP/1.1\r\nHost: x\r\n\r\n"
                         f"GET /scrape?info_hash=%00%00%00%01 HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertEqual(client.read().decoded()[b"incomplete"], 3)
            self.assertIn("failure reason", client.read().body.decode())
            client.write("GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            self.assertEqual(client.read().status, 404)
            self.assertTrue(client.is_closed())

    def test_old_versions_of_tls_are_refused(self):
        with self.assertRaises(OSError):
            Https(self.server, maximum_version=ssl.TLSVersion.TLSv1_1)

    def test_junk_instead_of_a_handshake_ends_the_connection(self):
        with Http(self.server) as client:
            client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 10)
            self.assertTrue(client.ends())
        with Https(self.server) as client:
            self.assertEqual(client.get("/").status, 200)

    def test_a_new_certificate_is_served_without_a_restart_and_half_of_one_is_not(self):
        with Https(self.server) as old:
            before = old.certificate()
            certificate, key = make_certificate(self.folder.name, "second")
            shutil.copy(certificate, self.certificate + ".new")
            os.rename(self.certificate + ".new", self.certificate)
            wait_until(lambda: self.health().status == 503, "the odd pair is noticed")
            self.assertIn(b"certificate", self.health().body)
            with Https(self.server) as client:
                self.assertEqual(client.certificate(), before)
            shutil.copy(key, self.key + ".new")
            os.rename(self.key + ".new", self.key)
            wait_until(lambda: self.health().status == 200, "the whole pair is taken")
            with Https(self.server) as client:
                self.assertNotEqual(client.certificate(), before)
            self.assertEqual(old.get("/").status, 200)  # who was connected stays

    def test_numbers_for_machines(self):
        announce(self.tracker, port=1001)
        with Https(self.server) as client:
            client.get("/announce?" + query(port=1002))
        with Udp(self.tracker.udp[0]) as client:
            client.announce(port=1003, left=0)
        text = http_get(self.tracker, "/metrics", server=self.metrics).body.decode()
        for line in ('essaim_requests_total{protocol="http",action="announce"} 2',
                     'essaim_requests_total{protocol="udp",action="announce"} 1',
                     "essaim_peers 3", "essaim_seeds 1", "essaim_torrents 1"):
            self.assertIn(line + "\n", text)
        names = set(re.findall(r"^# TYPE (\S+) (?:counter|gauge)$", text, re.M))
        for line in text.splitlines():
            if not line.startswith("#"):
                self.assertRegex(line, r'^[a-z_]+(\{[^}]*\})? [0-9.e+-]+$')
                self.assertIn(re.match(r"[a-z_]+", line)[0], names)
        self.assertEqual(self.health().body, b"ok\n")
        self.assertEqual(http_get(self.tracker, "/", server=self.metrics).status, 404)
        for path in ("/metrics", "/health"):  # not on the public side
            self.assertEqual(http_get(self.tracker, path).status, 404)

    def test_a_certificate_that_does_not_fit_keeps_the_program_from_starting(self):
        _, other = make_certificate(self.folder.name, "other")
        path = os.path.join(self.folder.name, "wrong.toml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.config.replace(self.key, other))
        for arguments in (["--check-config"], []):
            done = subprocess.run([PROGRAM, "--config", path, *arguments], capture_output=True, text=True, timeout=20)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn(other, done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1)


class Reload(unittest.TestCase):
    def test_a_broken_file_keeps_the_old_state_and_a_good_one_keeps_the_peers(self):
        tracker = Tracker("interval = 600\nmin_interval = 60\n")
        self.addCleanup(tracker.close)
        announce(tracker, port=1001)
        for broken in ("interval = = 3\n", 'colour = "red"\n', 'https = "127.0.0.1:0"\n'):
            tracker.write_config(broken)
            before = tracker.log().count("the old one stays")
            tracker.reload()
            tracker.wait_for_log("the old one stays", before + 1)
            self.assertEqual(announce(tracker, port=1001)[b"min interval"], 60)
        tracker.write_config("interval = 900\nmin_interval = 90\n"
                             '[[blocked]]\ninfo_hash = "6262626262626262626262626262626262626262"\n')
        tracker.reload()
        tracker.wait_for_log("configuration reloaded")
        answer = announce(tracker, port=1002)
        self.assertEqual((answer[b"min interval"], peers_of(answer)), (90, [("127.0.0.1", 1001)]))
        self.assertIn("blocked", failure_of(announce(tracker, b"b" * 20)))

    def test_connections_and_connection_ids_live_through_a_reload(self):
        tracker = Tracker()
        self.addCleanup(tracker.close)
        with Http(tracker.http[0]) as http, Udp(tracker.udp[0]) as udp:
            http.get("/")
            udp.connect()
            tracker.reload()
            tracker.wait_for_log("configuration reloaded")
            self.assertEqual(http.get("/").status, 200)
            self.assertEqual(udp.announce().leechers, 1)


class Restart(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.peers_file = os.path.join(self.folder.name, "tracker.peers")

    def start(self, config="", **more):
        tracker = Tracker(config, data=self.folder.name, **more)
        self.addCleanup(tracker.close)
        return tracker

    def fill(self):
        tracker = self.start()
        for number in range(30):
            announce(tracker, info_hash(number % 3), port=2000 + number, left=number % 2)
        self.assertEqual(tracker.end(), 0)

    def test_peers_are_there_again(self):
        self.fill()
        tracker = self.start()
        tracker.wait_for_log("30 peers of the time before the start are back")
        self.assertEqual(announce(tracker, info_hash(0), port=2000, left=0)[b"complete"], 5)
        self.assertEqual(len(peers_of(announce(tracker, info_hash(1), port=9999))), 10)
        self.assertEqual(os.stat(self.peers_file).st_mode & 0o777, 0o600)

    def test_commands_of_an_operator_in_between_leave_them_alone(self):
        self.fill()
        for words in (("friend", "list"), ("torrent", "add", "ab" * 20), ("friend", "add", "Ben")):
            subprocess.run([PROGRAM, "--data", self.folder.name, *words], check=True, stdout=subprocess.DEVNULL)
        self.start().wait_for_log("30 peers of the time before the start are back")

    def test_a_damaged_file_is_said_and_costs_nothing_else(self):
        self.fill()
        with open(self.peers_file, "r+b") as file:
            file.truncate(100)
        tracker = self.start()
        tracker.wait_for_log("is damaged")
        self.assertEqual(announce(tracker)[b"incomplete"], 1)
        self.assertEqual(tracker.end(), 0)
        self.start()

    def test_torrents_that_are_not_hosted_do_not_come_back(self):
        self.fill()
        tracker = self.start('[[torrents]]\ninfo_hash = "%s"\n' % info_hash(1).hex(), access="hosted")
        self.assertEqual(scrape(tracker, info_hash(0))[b"files"][info_hash(0)][b"complete"], 0)


class Configuration(unittest.TestCase):
    def check(self, text):
        with tempfile.NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            return subprocess.run([PROGRAM, "--config", file.name, "--check-config"], capture_output=True, text=True,
                                  timeout=20)

    def test_the_sample_names_every_key_and_all_of_it_is_understood(self):
        with open(SAMPLE, encoding="utf-8") as file:
            sample = file.read()
        live = re.sub(r"^# (?=\[|[a-z_]+ = )", "", sample, flags=re.M)
        with tempfile.TemporaryDirectory() as folder:
            certificate, key = make_certificate(folder, "sample")
            live = live.replace("/etc/ssl/certs/tracker.pem", certificate)
            live = live.replace("/etc/ssl/private/tracker.key", key)
            done = self.check(live)
        self.assertEqual((done.returncode, done.stdout), (0, "the configuration is fine\n"), done.stderr)
        self.assertEqual(self.check(sample).returncode, 0)
        with open(os.path.join(SOURCE, "src", "trackerd", "config_file.cpp"), encoding="utf-8") as file:
            keys = re.findall(r'^    \{"([a-z_]+)",', file.read(), re.M)
        self.assertGreater(len(keys), 20)
        for key in keys:
            self.assertRegex(live, rf"(?m)^(\[+{key}\]+|{key} = )")

    def test_a_mistake_is_one_line_and_nothing_is_opened(self):
        done = self.check('data = "/nonexistent/folder"\naccess = "everybody"\n')
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1))
        self.assertIn("everybody", done.stderr)
        done = self.check('https = "127.0.0.1:0"\ncertificate = "/nonexistent.pem"\nprivate_key = "/nonexistent.key"\n')
        self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1))
        self.assertRegex(done.stderr, "/nonexistent.pem: it does not exist")
        self.assertEqual(self.check('data = "/nonexistent/folder"\nhttp = "127.0.0.1:1"\n').returncode, 0)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd-analyze is not installed")
    def test_the_service_is_understood_and_sees_little(self):
        unit = os.path.join(SOURCE, "installer", "essaim-tracker.service")
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, "essaim-tracker.service")
            with open(unit, encoding="utf-8") as file, open(copy, "w", encoding="utf-8") as out:
                out.write(file.read().replace("/usr/bin/essaim-tracker", PROGRAM))
            done = subprocess.run(["systemd-analyze", "verify", "--man=no", copy], capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))
        done = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=20", unit],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_sighup_and_sigterm_in_a_row_end_it_cleanly(self):
        tracker = Tracker()
        tracker.process.send_signal(signal.SIGHUP)
        self.assertEqual(tracker.end(), 0)
        tracker.folder.cleanup()


if __name__ == "__main__":
    unittest.main()
