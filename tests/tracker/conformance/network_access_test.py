"""Who is served from where: address rules, proxies, trusted announcers, blocked torrents and programs, limits."""
import socket
import unittest

from harness import (Http, Tracker, Udp, UdpError, add_addresses, announce, announce_packet, connect_packet, failure_of,
                     http_get, info_hash, peers_of, query, wait_until)

CONFIG = """
trusted_proxies = ["127.0.0.50", "127.0.0.51", "::1/128"]
trusted_announcers = "127.0.0.60"
[[rules]]
allow = "198.51.100.7"
[[rules]]
deny = ["198.51.100.0/24", "2600:db8:bad::/48"]
[[clients]]
prefix = "-OK"
allow = true
[[clients]]
prefix = "-XL"
reason = "this program takes without giving"
[[blocked]]
info_hash = "6262626262626262626262626262626262626262"
reason = "asked for by its author"
[[blocked]]
info_hash = "6363636363636363636363636363636363636363"
[[networks]]
name = "campus"
ranges = ["10.0.0.0/8", "fd00::/8"]
[[networks]]
name = "town"
ranges = "11.7.0.0/16"
prefer_own = true
[limits]
requests_per_second = 20
peers_per_address = 30
"""


class NetworkAccess(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        add_addresses("198.51.100.7", "198.51.100.8", "203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4",
                      "2600:db8:bad::1", "2600:db8:600d::1", "2600:db8:600d:2::2")
        cls.tracker = Tracker(CONFIG, listen=("0.0.0.0:0", "[::]:0"))
        cls.http = ("127.0.0.1", cls.tracker.http[0][1])
        cls.http6 = ("::1", cls.tracker.http[1][1])
        cls.udp = ("127.0.0.1", cls.tracker.udp[0][1])
        cls.udp6 = ("::1", cls.tracker.udp[1][1])
        cls.number = 7000

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.hash = info_hash(self.number)

    def announce(self, source="127.0.0.1", **more):
        return announce(self.tracker, self.hash, source=source, server=self.http6 if ":" in source else self.http, **more)

    def is_silent(self, server, source):
        with Udp(server, source) as client:
            client.send(connect_packet())
            client.send(announce_packet(1, self.hash))
            with Udp(server) as other:  # one worker: when the other is answered, the first has been dealt with
                other.connect()
            return not client.has_more()

    def test_denied_addresses_meet_silence_and_closed_doors(self):
        for server, source in ((self.udp, "198.51.100.8"), (self.udp6, "2600:db8:bad::1")):
            self.assertTrue(self.is_silent(server, source))
        for server, source in ((self.http, "198.51.100.8"), (self.http6, "2600:db8:bad::1")):
            with Http(server, source) as client:
                self.assertTrue(client.is_closed())

    def test_an_earlier_rule_decides(self):
        self.assertFalse(self.is_silent(self.udp, "198.51.100.7"))
        self.assertEqual(self.announce("198.51.100.7")[b"incomplete"], 1)
        self.assertEqual(self.announce("2600:db8:600d::1")[b"incomplete"], 2)

    def test_neighbours_come_first_and_others_are_never_left_out(self):
        def join(address):
            return peers_of(self.announce("127.0.0.60", ip=address, numwant=0))

        def neighbours(answer):
            return sum(address.startswith("11.7.") for address, _ in peers_of(answer))

        for number in range(200):
            join(f"12.0.{number}.1")
        for number in range(60):
            join(f"11.7.{number}.1")
        for address, least, most in (("11.7.99.1", 20, 30), ("12.0.99.2", 3, 16)):  # 9 would be by chance
            answers = [self.announce("127.0.0.60", ip=address, numwant=40) for _ in range(25)]
            self.assertEqual({len(peers_of(answer)) for answer in answers}, {40})
            self.assertTrue(least * 25 < sum(map(neighbours, answers)) <= most * 25, address)
            if address.startswith("11.7."):
                self.assertLessEqual(max(map(neighbours, answers)), 30)

    def test_headers_of_strangers_are_not_read(self):
        headers = "Host: x\r\nX-Forwarded-For: 9.9.9.9\r\nForwarded: for=9.9.9.9\r\n"
        answer = self.announce("203.0.113.1", headers=headers)
        self.assertEqual(answer[b"external ip"], socket.inet_aton("203.0.113.1"))
        self.announce("203.0.113.1", headers="Host: x\r\nX-Forwarded-For: junk\r\n")

    def test_a_trusted_proxy_names_the_last_stranger(self):
        for value, client in (("9.9.9.9", "9.9.9.9"), ("1.1.1.1, 9.9.9.9", "9.9.9.9"), ("9.9.9.9, 127.0.0.51", "9.9.9.9"),
                              ("8.8.8.8:4711", "8.8.8.8"), ("2600:db8::9", "2600:db8::9"),
                              ("[2600:db8::9]", "2600:db8::9"), ("[2600:db8::9]:80", "2600:db8::9"),
                              ("junk, 9.9.9.9", "9.9.9.9"), ("9.9.9.9 , ::ffff:127.0.0.51", "9.9.9.9"),
                              ("1.1.1.1\r\nX-Forwarded-For: 9.9.9.9", "9.9.9.9"),
                              ("9.9.9.9\r\nx-forwarded-for: 127.0.0.50,127.0.0.51", "9.9.9.9")):
            answer = self.announce("127.0.0.50", headers=f"Host: x\r\nX-Forwarded-For: {value}\r\n")
            family = socket.AF_INET6 if ":" in client else socket.AF_INET
            self.assertEqual(answer[b"external ip"], socket.inet_pton(family, client), value)

    def test_a_trusted_proxy_without_a_header_is_itself(self):
        self.assertEqual(self.announce("127.0.0.50")[b"external ip"], socket.inet_aton("127.0.0.50"))

    def test_junk_from_a_trusted_proxy_is_refused(self):
        for junk in ("junk", "", "9.9.9.9, ", "1.2.3", "unknown", "[::1", "1.2.3.4.5", "[", ",,,", "9.9.9.9, localhost"):
            answer = http_get(self.tracker, f"/announce?{query(self.hash)}", "127.0.0.50",
                              f"Host: x\r\nX-Forwarded-For: {junk}\r\n", self.http)
            self.assertEqual(answer.status, 400, junk)
        many = "".join(f"X-Forwarded-For: 9.9.9.{n}\r\n" for n in range(40))
        answer = http_get(self.tracker, "/announce", "127.0.0.50", "Host: x\r\n" + many, self.http)
        self.assertEqual(answer.status, 431)

    def test_a_client_that_the_rules_deny_is_denied_behind_a_proxy_too(self):
        answer = http_get(self.tracker, f"/announce?{query(self.hash)}", "127.0.0.50",
                          "Host: x\r\nX-Forwarded-For: 198.51.100.8\r\n", self.http)
        self.assertEqual(answer.status, 403)

    def test_only_trusted_announcers_say_where_they_are(self):
        self.announce("127.0.0.60", port=7001, ip="9.9.9.9")
        self.announce("203.0.113.1", port=7002, ip="9.9.9.8")
        self.announce("127.0.0.60", port=7003, ip="localhost")  # never looked up
        with Udp(self.udp, "127.0.0.60") as client:
            client.announce(self.hash, port=7004, ip=0x09090907)
        peers = peers_of(self.announce("203.0.113.2", port=7999))
        self.assertEqual(sorted(peers), [("203.0.113.1", 7002), ("9.9.9.7", 7004), ("9.9.9.9", 7001)])

    def test_blocked_torrents_say_why(self):
        for one, reason in ((b"b" * 20, "asked for by its author"), (b"c" * 20, "blocked")):
            answer = announce(self.tracker, one, server=self.http)
            self.assertIn(reason, failure_of(answer))
            self.assertEqual(answer[b"retry in"], b"never")
            with Udp(self.udp) as client:
                error = client.announce(one)
                self.assertIsInstance(error, UdpError)
                self.assertIn(reason, error)

    def test_programs_are_refused_by_their_peer_id(self):
        self.assertIn("takes without", failure_of(self.announce(id_=b"-XL0012-abcdefghijkl")))
        for other in (b"-OK0001-abcdefghijkl", b"-XX0012-abcdefghijkl", b"XL-" + b"a" * 17):
            self.assertEqual(self.announce(id_=other)[b"incomplete"], 1)

    def test_an_address_that_asks_too_much_is_told_so_or_met_with_silence(self):
        answers = [self.announce("203.0.113.3", port=7001) for _ in range(250)]
        refused = [answer for answer in answers if b"failure reason" in answer]
        self.assertTrue(0 < len(refused) <= 50, len(refused))
        self.assertGreater(refused[0][b"retry in"], 0)
        with Udp(self.udp, "203.0.113.4") as client:
            for _ in range(500):
                client.send(connect_packet())
            with Udp(self.udp) as other:
                other.connect()
            received = 0
            while client.has_more_now():
                client.receive()
                received += 1
        self.assertTrue(100 < received < 450, received)
        self.assertEqual(self.announce("203.0.113.2")[b"incomplete"], 2)  # others are served

    def test_an_address_has_only_so_many_peers(self):
        outcomes = [failure_of(self.announce("2600:db8:600d:2::2", port=7001 + n)) for n in range(40)]
        self.assertTrue(28 <= outcomes.count("") <= 31, outcomes.count(""))
        self.assertIn("too many peers", outcomes[-1])
        self.assertEqual(failure_of(self.announce("2600:db8:600d:2::2", port=7001)), "")  # who is there may stay

    def test_rules_are_replaced_while_serving(self):
        tracker = Tracker("[[rules]]\ndeny = \"127.0.0.8\"\n", listen=("0.0.0.0:0",))
        try:
            server = ("127.0.0.1", tracker.http[0][1])
            announce(tracker, self.hash, port=7001, server=server)
            with Http(server, "127.0.0.8") as client:
                self.assertTrue(client.is_closed())
            with Http(server, "127.0.0.9") as kept:
                self.assertEqual(kept.get("/").status, 200)
                tracker.write_config("[[rules]]\ndeny = \"127.0.0.9\"\n")
                tracker.reload()
                wait_until(lambda: http_get(tracker, "/", "127.0.0.8", server=server), "the new rules")
                self.assertEqual(kept.get("/").status, 200)  # a connection that stands is not cut
            answer = announce(tracker, self.hash, port=7002, source="127.0.0.8", server=server)
            self.assertEqual(peers_of(answer), [("127.0.0.1", 7001)])  # nobody was lost
        finally:
            tracker.close()

    def test_rfc_7239_headers_are_read_where_the_proxy_writes_them(self):
        tracker = Tracker("trusted_proxies = \"127.0.0.50\"\nproxy_header = \"Forwarded\"\n", listen=("0.0.0.0:0",))
        try:
            for value, client in (("for=9.9.9.9", "9.9.9.9"), ("For=\"[2600:db8::9]:80\";proto=http", "2600:db8::9"),
                                  ("for=1.1.1.1, by=x;for=9.9.9.9;host=y", "9.9.9.9")):
                answer = announce(tracker, self.hash, source="127.0.0.50", server=("127.0.0.1", tracker.http[0][1]),
                                  headers=f"Host: x\r\nX-Forwarded-For: 6.6.6.6\r\nForwarded: {value}\r\n")
                family = socket.AF_INET6 if ":" in client else socket.AF_INET
                self.assertEqual(answer[b"external ip"], socket.inet_pton(family, client), value)
        finally:
            tracker.close()

    def test_old_connection_ids_may_live_longer_where_the_host_says_so(self):
        tracker = Tracker("connection_id_lifetime = 600\n")
        try:
            with Udp(tracker.udp[0]) as client:
                self.assertEqual(client.announce(self.hash).leechers, 1)
        finally:
            tracker.close()


if __name__ == "__main__":
    unittest.main()
