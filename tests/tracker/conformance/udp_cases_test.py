"""UDP packets case by case, over both families; nobody is sent more than it sent before it proved its address."""
import os
import random
import struct
import unittest

from harness import (MAGIC, Tracker, Udp, UdpError, add_addresses, announce, announce_packet, connect_packet, info_hash,
                     peer_id, peers_of, scrape_packet, url_data)

KEYED = url_data("/announce/" + "k" * 40 + "?a=b")

# Options behind an announce, and whether it is served.
OPTIONS = [
    (b"", True), (b"\x00", True), (b"\x01", True), (b"\x01" * 500, True), (b"\x00" * 500, True), (b"\x00\x02\xff", True),
    (KEYED, True), (KEYED + b"\x00", True), (b"\x01" + KEYED + b"\x01\x00junk", True), (url_data("/announce", 1), True),
    (b"\x02\x00" * 100, True), (url_data("?only=query"), True), (url_data(b"\xff\x00\x01" * 30), True),
    (url_data("/announce/" + "x" * 2038), True), (url_data("/announce/" + "x" * 2039), False),
    (b"\x03\x00", True), (b"\x03\x04abcd" + KEYED, True), (b"\xff\x01a\xfe\x00" + KEYED, True), (b"\x03\x05abcd", False),
    (b"\x02", False), (b"\x02\x01", False), (b"\x02\xff" + b"a" * 254, False), (KEYED + b"\x02\x03ab", False), (b"\xff", False),
]

# What an announce says, and what comes of it: (seeders, leechers) or the word of the error.
ANNOUNCES = [
    ({}, (0, 1)), ({"left": 0}, (1, 0)), ({"left": 2**32}, (0, 1)), ({"left": 2**64 - 1}, (0, 1)), ({"left": 2**31}, (0, 1)),
    ({"event": 0}, (0, 1)), ({"event": 1}, (0, 1)), ({"event": 1, "left": 0}, (1, 0)), ({"event": 2}, (0, 1)),
    ({"event": 3}, (0, 0)), ({"event": 3, "left": 0}, (0, 0)), ({"event": 4}, (0, 1)), ({"event": 5}, "event"),
    ({"event": 256}, "event"), ({"event": 2**24}, "event"), ({"event": 2**32 - 1}, "event"),
    ({"port": 1}, (0, 1)), ({"port": 65535}, (0, 1)), ({"port": 0}, "port"), ({"port": 0, "event": 3}, (0, 0)),
    ({"ip": 0x01020304}, (0, 1)), ({"ip": 2**32 - 1}, (0, 1)), ({"key": 0}, (0, 1)), ({"key": 2**32 - 1}, (0, 1)),
    ({"numwant": -1}, (0, 1)), ({"numwant": 0}, (0, 1)), ({"numwant": 2**31 - 1}, (0, 1)), ({"numwant": -2**31}, (0, 1)),
    ({"uploaded": 2**64 - 1, "downloaded": 2**64 - 1}, (0, 1)), ({"id_": b"\x00" * 20}, (0, 1)), ({"id_": b"\xff" * 20}, (0, 1)),
    ({"transaction": 0}, (0, 1)), ({"transaction": 2**32 - 1}, (0, 1)),
]


class UdpCases(unittest.TestCase):
    listen, number, outside = "0.0.0.0:0", 40000, ("198.51.100.1", "198.51.100.2")

    @classmethod
    def setUpClass(cls):
        add_addresses(*cls.outside)
        cls.tracker = Tracker(listen=(cls.listen,))
        host = "::1" if ":" in cls.outside[0] else "127.0.0.1"
        cls.udp, cls.http = (host, cls.tracker.udp[0][1]), (host, cls.tracker.http[0][1])
        cls.entry_size = 18 if ":" in host else 6

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.hash = info_hash(self.number)

    def client(self, source=None):
        client = Udp(self.udp, source)
        self.addCleanup(client.socket.close)
        return client

    def test_announces_of_every_kind(self):
        client = self.client()
        for count, (says, expected) in enumerate(ANNOUNCES):
            answer = client.announce(info_hash(self.number + 1000 * count), **says)
            with self.subTest(says):
                if isinstance(expected, str):
                    self.assertIn(expected, answer)
                    self.assertIsInstance(answer, UdpError)
                else:
                    self.assertEqual((answer.seeders, answer.leechers, answer.peers, answer.size), (*expected, [], 20))

    def test_options_of_every_kind(self):
        client = self.client()
        for options, is_served in OPTIONS:
            answer = client.announce(self.hash, options=options)
            with self.subTest(options[:20]):
                self.assertEqual(not isinstance(answer, UdpError), is_served)

    def test_scrapes_of_every_size(self):
        client = self.client()
        client.announce(self.hash, left=0)
        for count in (1, 2, 3, 10, 73, 74, 75, 200):
            hashes = [self.hash if n % 2 else os.urandom(20) for n in range(count)]
            entries = client.scrape(*hashes)
            self.assertEqual(entries, [(1, 0, 0) if n % 2 else (0, 0, 0) for n in range(min(count, 74))])

    def test_nothing_is_larger_than_its_request_before_the_address_is_proven(self):
        """Packets of strangers: junk, every action, wrong ids; what comes back is a connect's 16 bytes or nothing."""
        client = self.client()
        stolen = self.client("127.0.0.9" if self.entry_size == 6 else self.outside[1]).connect()
        packets = [os.urandom(length) for length in range(0, 200, 3)]
        for action in (*range(8), 2**31, 2**32 - 1):
            for number in (0, MAGIC, MAGIC ^ 1, 2**64 - 1, stolen, random.getrandbits(64)):
                if (action, number) != (0, MAGIC):
                    packets += [struct.pack(">QII", number, action, 5) + b"x" * more for more in (0, 20, 82, 300)]
        self.assertTrue(client.is_silent_on(*packets))
        for more in (0, 1, 84, 1000):
            self.assertEqual(len(client.ask(connect_packet() + b"x" * more)), 16)

    def test_errors_are_no_larger_than_their_requests(self):
        client = self.client()
        number = client.connect()
        packets = [announce_packet(number, self.hash, port=0), announce_packet(number, self.hash, event=9),
                   announce_packet(number, self.hash, options=b"\x02")]
        packets += [scrape_packet(number) + b"x" * more for more in (0, 1, 19, 21)]
        for packet in packets:
            answer = client.ask(packet)
            self.assertEqual(answer[:4], b"\x00\x00\x00\x03")
            self.assertLessEqual(len(answer), len(packet))

    def test_who_asks_is_not_handed_out_and_seeds_meet_leechers_only(self):
        first, second = (self.client(source) for source in self.outside)
        first.announce(self.hash, port=7001, left=0)
        first.announce(self.hash, port=7002, left=0)
        second.announce(self.hash, port=7003)
        for _ in range(20):
            self.assertEqual(first.announce(self.hash, port=7001, left=0).peers, [(self.outside[1], 7003)])
            peers = second.announce(self.hash, port=7003).peers
            self.assertEqual(sorted(peers), [(self.outside[0], 7001), (self.outside[0], 7002)])

    def test_completions_count_once_and_leavers_leave(self):
        client = self.client()
        client.announce(self.hash, left=9, event=2)
        for _ in range(3):
            client.announce(self.hash, left=0, event=1)
        self.assertEqual(client.scrape(self.hash), [(1, 1, 0)])
        for _ in range(2):
            answer = client.announce(self.hash, left=0, event=3)
            self.assertEqual((answer.seeders, answer.leechers, answer.peers), (0, 0, []))
        self.assertEqual(client.scrape(self.hash)[0][::2], (0, 0))

    def test_a_hybrid_torrent_is_two_swarms(self):
        v1, v2 = self.hash, os.urandom(32)[:20]
        client = self.client(self.outside[0])
        client.announce(v1, port=7001)
        client.announce(v2, port=7001, left=0)
        other = self.client(self.outside[1])
        self.assertEqual((other.announce(v1, port=7002).leechers, other.announce(v2, port=7002).seeders), (2, 1))

    def test_the_same_swarm_over_http(self):
        self.client(self.outside[0]).announce(self.hash, port=7001, left=0)
        answer = announce(self.tracker, self.hash, port=7002, source=self.outside[1], server=self.http)
        self.assertEqual((answer[b"complete"], answer[b"incomplete"]), (1, 1))
        self.assertEqual(peers_of(answer), [(self.outside[0], 7001)])
        self.assertEqual(self.client(self.outside[0]).announce(self.hash, port=7001, left=0).peers, [(self.outside[1], 7002)])

    def test_datagrams_carry_what_fits(self):
        client = self.client()
        source = self.client(self.outside[0])
        for port in range(1000, 1300):
            source.announce(self.hash, port=port, numwant=0)
        most = 200 if self.entry_size == 6 else 67
        for wish, expected in ((-1, 50), (0, 0), (1, 1), (67, 67), (1000, most), (2**31 - 1, most)):
            answer = client.announce(self.hash, port=999, numwant=wish)
            self.assertEqual((len(answer.peers), answer.size), (expected, 20 + expected * self.entry_size))
            self.assertEqual(len(set(answer.peers)), expected)

    def test_one_peer_id_at_two_places_is_two_peers(self):
        for source in self.outside:
            self.client(source).announce(self.hash, port=7001, id_=peer_id(1), key=7)
        answer = self.client(self.outside[0]).announce(self.hash, port=7001, id_=peer_id(2), key=8)
        self.assertEqual((answer.leechers, answer.peers), (2, [(self.outside[1], 7001)]))


class UdpCasesOverIpv6(UdpCases):
    listen, number, outside = "[::]:0", 60000, ("2600:db8::1", "2600:db8::2")


if __name__ == "__main__":
    unittest.main()
