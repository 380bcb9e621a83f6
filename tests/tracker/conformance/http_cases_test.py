"""Requests as odd as they come, case by case, over both families."""
import unittest

from harness import Http, Tracker, announce, escape, failure_of, http_get, info_hash, peer_id, peers_of, query, scrape

ID = escape(peer_id(7001))
REST = f"peer_id={ID}&port=7001&uploaded=0&downloaded=0&left=5"

# What is put behind a whole announce, and what the refusal speaks of; empty = it is served.
ADDED = [
    ("&port=7001&port=7001", ""), ("&peer_id=" + ID, ""), ("&left=5&left=7", ""), ("&numwant=1&numwant=2", ""),
    ("&info_hash=" + "a" * 20, "info_hash"), ("&info_hash=", "info_hash"), ("&info%5Fhash=" + "a" * 20, "info_hash"),
    ("&left=-1", ""), ("&left=0", ""), ("&left=00", ""), ("&left=9223372036854775807", ""),
    ("&left=9223372036854775808", "numbers"), ("&left=1e9", "numbers"), ("&left= 1", None), ("&left=%31", "numbers"),
    ("&uploaded=-1&downloaded=-1", ""), ("&uploaded=99999999999999999999", "numbers"), ("&downloaded=x", "numbers"),
    ("&numwant=-2147483649", ""), ("&numwant=99999999999999999999", ""), ("&numwant=", ""), ("&numwant=%00", ""),
    ("&compact", ""), ("&compact=2", ""), ("&compact=0&compact=1", ""), ("&no_peer_id", ""), ("&supportcrypto=1", ""),
    ("&event", ""), ("&event=started", ""), ("&event=completed", ""), ("&event=Started", "event"),
    ("&event=stopped ", None), ("&event=stop", "event"), ("&event=%73tarted", "event"), ("&event=1", "event"),
    ("&key=" + "k" * 100, ""), ("&key=" + "%ff" * 64, ""), ("&key=%", "escape"), ("&key=%f", "escape"),
    ("&key=%fg", "escape"), ("&key=%%41", "escape"), ("&key=%u0041", "escape"), ("&key=+%2B+", ""),
    ("&trackerid=" + "t" * 3000, ""), ("&x=" + "%41" * 1500, ""), ("&" * 3000, ""), ("&=" * 1000, ""), ("&a=1" * 1500, ""),
    ("&ip=not.an.address", ""), ("&ip=%5B::1%5D", ""), ("&ip=" + "9" * 500, ""), ("&ip=%zz", "escape"),
    ("&ipv4=1.2.3.4&ipv6=::1", ""), ("&redundant=0&corrupt=0&azudp=0&hide=1", ""), ("#fragment", ""), ("?x=1", "numbers"),
    ("&k%00ey=1", "escape"), ("&%=1", "escape"), ("&port=07001", ""), ("&port=7001x", "port"), ("&port=-7001", "port"),
    ("&port=%37", "port"), ("&port=0", "port"), ("&port=65536", "port"), ("&port=72537", "port"), ("&port=4294974297", "port"),
    ("&peer_id=short", "peer_id"), ("&peer_id=" + "a" * 21, "peer_id"), ("&peer_id=" + "%2" * 20, "escape"),
    ("&peer_id=" + "%00" * 20, ""),
]

# Whole queries. H = the info-hash of the test, escaped.
WHOLE = [
    (f"info_hash=H&{REST}", ""), (f"{REST}&info_hash=H", ""), (f"&&&info_hash=H&{REST}&&", ""),
    (f"info%5fhash=H&{REST}", ""), (f"INFO_HASH=H&{REST}", "info_hash"), (f"info_hash=H;{REST}", "info_hash"),
    (f"info_hash=H%00&{REST}", "info_hash"), (f"info_hash&{REST}", "info_hash"), (f"infohash=H&{REST}", "info_hash"),
    (REST, "info_hash"), ("info_hash=H", "peer_id"), (f"info_hash=H&peer_id={ID}", "port"), ("", "info_hash"),
    (f"info_hash=H&peer_id={ID}&port=7001", ""), ("%", "escape"), ("&", "info_hash"), ("=", "info_hash"),
    (f"info_hash={'61' * 20}&{REST}", "info_hash"), (f"info_hash={'a' * 32}&{REST}", "info_hash"),
    (f"info_hash={'%61' * 19}&{REST}", "info_hash"), (f"info_hash={'%61' * 19}%6&{REST}", "escape"),
    (f"info_hash={'%2561' * 5}&{REST}", None),
]

# Request lines and fields, and the status. @ = the target of a whole announce.
HEADS = [
    ("GET @ HTTP/1.1\r\nHost: x\r\n\r\n", 200), ("GET @ HTTP/1.0\r\n\r\n", 200), ("GET @ HTTP/1.1\r\nhOsT:x\r\n\r\n", 200),
    ("\r\nGET @ HTTP/1.1\r\nHost: x\r\n\r\n", 200), ("GET http://a.example:1@ HTTP/1.1\r\nHost: x\r\n\r\n", 200),
    ("GET https://a.example@ HTTP/1.1\r\nHost: x\r\n\r\n", 200), ("GET @ HTTP/1.1\nHost: x\n\n", 200),
    ("GET @ HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n", 200), ("GET @ HTTP/1.1\r\nHost:\r\n\r\n", 200),
    ("GET @ HTTP/1.1\r\nHost: x\r\nRange: bytes=0-3\r\nIf-None-Match: *\r\nAccept: image/png\r\n\r\n", 200),
    ("GET @ HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n", 200),
    ("GET @ HTTP/1.1\r\nHost: x\r\nUpgrade: h2c, websocket\r\nConnection: Upgrade\r\n\r\n", 200),
    ("GET @ HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n" * 63 + "\r\n", 200),
    ("GET @ HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n" * 64 + "\r\n", 431),
    ("GET @ HTTP/1.1\r\nHost: x\r\nA: " + "b" * 8000 + "\r\n\r\n", 431),
    ("GET @ HTTP/1.1\r\n\r\n", 400), ("GET @ HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400),
    ("GET @ HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n", 400), ("GET @ HTTP/1.1\r\nHost : x\r\n\r\n", 400),
    ("GET @ HTTP/1.1\r\nHost: x\r\nnothing\r\n\r\n", 400), ("GET @ HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n", 400),
    ("GET @\r\n\r\n", 400), ("GET\r\n\r\n", 400), ("GET  @ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET @ x HTTP/1.1\r\nHost: x\r\n\r\n", 400), ("GET announce HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET @ HTTP/2.0\r\nHost: x\r\n\r\n", 505), ("GET @ HTTP/11\r\nHost: x\r\n\r\n", 505), ("GET @ FTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("get @ HTTP/1.1\r\nHost: x\r\n\r\n", 405), ("POST @ HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", 405),
    ("PATCH @ HTTP/1.1\r\nHost: x\r\n\r\n", 405), ("TRACE @ HTTP/1.1\r\nHost: x\r\n\r\n", 405),
    ("CONNECT @ HTTP/1.1\r\nHost: x\r\n\r\n", 405), ("PROPFIND @ HTTP/1.1\r\nHost: x\r\n\r\n", 405),
    ("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400), ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    ("GET /ANNOUNCE HTTP/1.1\r\nHost: x\r\n\r\n", 404), ("GET /announce.php HTTP/1.1\r\nHost: x\r\n\r\n", 404),
    ("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 404), ("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n", 404),
    ("GET /favicon.ico HTTP/1.1\r\nHost: x\r\n\r\n", 404), ("GET /stats HTTP/1.1\r\nHost: x\r\n\r\n", 404),
]


class HttpCases(unittest.TestCase):
    listen, number = "127.0.0.1:0", 20000

    @classmethod
    def setUpClass(cls):
        cls.tracker = Tracker(listen=(cls.listen,))

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.hash = info_hash(self.number)

    def check(self, text, expected):
        """None = served or refused, either is right: what counts is that there is an answer."""
        text = text.replace(" ", "%20")
        answer = http_get(self.tracker, "/announce?" + text).decoded()
        with self.subTest(text[-60:]):
            if expected:
                self.assertIn(expected, failure_of(answer))
            elif expected == "":
                self.assertEqual(answer[b"complete"] + answer[b"incomplete"], 1, answer)

    def test_parameters_behind_a_whole_announce(self):
        for added, expected in ADDED:
            self.check(f"info_hash={escape(self.hash)}&{REST}{added}", expected)

    def test_whole_queries(self):
        for text, expected in WHOLE:
            self.check(text.replace("H", escape(self.hash)) if "INFO" not in text else text, expected)

    def test_heads(self):
        target = f"/announce?info_hash={escape(self.hash)}&{REST}"
        for head, status in HEADS:
            head = head.replace("@", target)
            with self.subTest(head[:40]), Http(self.tracker.http[0]) as client:
                client.write(head)
                answer = client.read()
                self.assertEqual(answer.status, status)
                self.assertEqual(int(answer.headers["content-length"]), len(answer.body))
                self.assertIn(answer.headers["connection"], ("keep-alive", "close"))
                if answer.headers["connection"] == "close":
                    self.assertTrue(client.is_closed())
                else:
                    self.assertEqual(client.get("/").status, 200)

    def test_bodies_are_no_second_request(self):
        inner = f"GET /announce?{query(info_hash(self.number + 50000), 7999)} HTTP/1.1\r\nHost: x\r\n\r\n"
        for field in (f"Content-Length: {len(inner)}", "Transfer-Encoding: chunked", "Content-Length: 5\r\nContent-Length: 6",
                      "Content-Length: -1", "transfer-encoding: identity, chunked"):
            with Http(self.tracker.http[0]) as client:
                client.write(f"GET / HTTP/1.1\r\nHost: x\r\n{field}\r\n\r\n{inner}")
                self.assertEqual(client.read().headers["connection"], "close")
                self.assertTrue(client.is_closed())
        entry = scrape(self.tracker, info_hash(self.number + 50000))[b"files"][info_hash(self.number + 50000)]
        self.assertEqual(entry[b"incomplete"], 0)

    def test_two_hundred_requests_in_one_piece(self):
        for port in range(7001, 7011):
            announce(self.tracker, self.hash, port=port, numwant=0)
        wishes = [number % 10 for number in range(200)]
        with Http(self.tracker.http[0]) as client:
            client.write("".join(f"GET /announce?{query(self.hash, 7999, numwant=wish)} HTTP/1.1\r\nHost: x\r\n\r\n"
                                 for wish in wishes))
            self.assertEqual([len(peers_of(client.read().decoded())) for _ in wishes], wishes)

    def test_a_client_that_says_all_and_ends_is_answered(self):
        with Http(self.tracker.http[0]) as client:
            client.write(f"GET /announce?{query(self.hash)} HTTP/1.1\r\nHost: x\r\n\r\n")
            client.socket.shutdown(1)
            self.assertEqual(client.read().decoded()[b"incomplete"], 1)
            self.assertTrue(client.is_closed())

    def test_an_answer_of_peers_is_whole_in_every_form(self):
        for port in range(7001, 7301):
            announce(self.tracker, self.hash, port=port, numwant=0)
        for more, expected in (({"numwant": 200}, 200), ({"numwant": 200, "compact": 0}, 200),
                               ({"numwant": 200, "compact": 0, "no_peer_id": 1}, 200), ({"compact": 0, "numwant": 0}, 0)):
            answer = announce(self.tracker, self.hash, port=7000, **more)
            peers = peers_of(answer) if "compact" not in more else [(one[b"ip"], one[b"port"]) for one in answer[b"peers"]]
            self.assertEqual((len(peers), len(set(peers))), (expected, expected), more)
            if more == {"numwant": 200, "compact": 0}:
                self.assertTrue(all(one[b"peer id"] == peer_id(one[b"port"]) for one in answer[b"peers"]))

    def test_scrapes_of_every_kind(self):
        announce(self.tracker, self.hash, left=0)
        h = escape(self.hash)
        for text, expected in ((f"info_hash={h}", ""), (f"x&info_hash={h}&", ""), (f"info%5Fhash={h}", ""),
                               (f"info_hash={h}&info_hash={h.upper()}", ""), ("info_hash=", "info_hash"),
                               (f"info_hash={h[:-3]}", "info_hash"), (f"info_hash={h}%61", "info_hash"),
                               (f"info_hash={h[:-1]}", "info_hash"), ("info_hash=%zz", "info_hash"), ("", "full scrape"),
                               (f"info_hash={h}&k%zzy=1", "escape"), (f"INFO_HASH={h}", "full scrape")):
            answer = http_get(self.tracker, "/scrape?" + text).decoded()
            with self.subTest(text):
                if expected:
                    self.assertIn(expected, failure_of(answer))
                else:
                    self.assertEqual(list(answer[b"files"]), [self.hash])
                    self.assertEqual(answer[b"files"][self.hash][b"complete"], 1)


class HttpCasesOverIpv6(HttpCases):
    listen, number = "[::1]:0", 30000


if __name__ == "__main__":
    unittest.main()
