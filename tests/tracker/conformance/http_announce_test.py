"""What announces over HTTP mean (BEP 3, 7, 21, 23, 24, 31)."""
import random
import socket
import unittest

from harness import (Tracker, Udp, add_addresses, announce, failure_of, info_hash, peer_id, peers_of, scrape)

OUTSIDERS = [f"198.51.100.{n}" for n in range(1, 6)]
OUTSIDERS_V6 = [f"2600:db8::{n}" for n in range(1, 6)]


class HttpAnnounce(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        add_addresses("192.168.7.1", "192.168.7.2", "169.254.3.3", *OUTSIDERS, *OUTSIDERS_V6)
        cls.tracker = Tracker(listen=("0.0.0.0:0", "[::]:0"))
        cls.number = 2000

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.hash = info_hash(self.number)

    def announce(self, source="198.51.100.1", **more):
        """An announce from `source` to the address of the tracker that it would use."""
        server = ("::1", self.tracker.http[1][1]) if ":" in source else ("127.0.0.1", self.tracker.http[0][1])
        return announce(self.tracker, self.hash, source=source, server=server, **more)

    def counts(self):
        entry = scrape(self.tracker, self.hash, server=("127.0.0.1", self.tracker.http[0][1]))[b"files"][self.hash]
        return entry[b"complete"], entry[b"incomplete"], entry[b"downloaded"], entry[b"downloaders"]

    def test_the_keys_that_clients_rely_on_are_always_there(self):
        for more in ({}, {"event": "started"}, {"numwant": 0}, {"event": "stopped"}, {"event": "stopped"}):
            answer = self.announce(**more)
            for key in (b"interval", b"min interval", b"complete", b"incomplete"):
                self.assertGreaterEqual(answer[key], 0)
            self.assertIsInstance(answer[b"peers"], bytes)

    def test_intervals_vary_within_a_tenth_and_are_no_shorter_than_the_minimum(self):
        answers = [self.announce() for _ in range(100)]
        intervals = {answer[b"interval"] for answer in answers}
        middle = (min(intervals) + max(intervals)) / 2
        self.assertGreater(len(intervals), 1)
        self.assertLessEqual(max(intervals) - min(intervals), 0.25 * middle)
        self.assertTrue(all(answer[b"min interval"] <= answer[b"interval"] for answer in answers))

    def test_the_first_announcer_is_counted_and_gets_no_peers(self):
        answer = self.announce()
        self.assertEqual((answer[b"complete"] + answer[b"incomplete"], answer[b"peers"]), (1, b""))

    def test_nobody_is_handed_to_itself(self):
        for _ in range(20):
            self.announce(port=7001)
            self.announce(port=7002)
            self.assertNotIn(("198.51.100.1", 7001), peers_of(self.announce(port=7001)))

    def test_the_second_announcer_gets_the_first(self):
        self.announce("198.51.100.1", port=7001)
        self.assertEqual(peers_of(self.announce("198.51.100.2", port=7002)), [("198.51.100.1", 7001)])

    def test_a_seed_gets_leechers_only(self):
        self.announce(port=7001, left=0)
        self.announce(port=7002, left=5)
        self.assertEqual(peers_of(self.announce(port=7003, left=0)), [("198.51.100.1", 7002)])
        self.assertEqual(len(peers_of(self.announce(port=7004, left=9))), 3)

    def test_numwant_is_honoured_up_to_the_cap(self):
        for port in range(10001, 10301):
            self.announce(port=port, numwant=0)
        for wish, expected in ((0, 0), (1, 1), (7, 7), (200, 200), (201, 200), (100000, 200), (2**40, 200), (None, 50),
                               (-1, 50), (-5, 50), ("junk", 50), ("", 50)):
            self.assertEqual(len(peers_of(self.announce(port=7001, numwant=wish))), expected, wish)

    def test_no_endpoint_comes_twice_in_an_answer_and_every_peer_has_its_chance(self):
        """500 peers, 2,000 answers of 50: each is drawn 200 times on average; the sum of squares is bounded."""
        with Udp(("127.0.0.1", self.tracker.udp[0][1]), "198.51.100.1") as client:
            for port in range(10001, 10501):
                client.announce(self.hash, port=port, numwant=0)
            seen = dict.fromkeys(range(10001, 10501), 0)
            for _ in range(2000):
                peers = client.announce(self.hash, port=7001, numwant=50).peers
                self.assertEqual(len(set(peers)), 50)
                for _, port in peers:
                    seen[port] += 1
        self.assertGreater(min(seen.values()), 100)
        expected = 2000 * 50 / 500
        chi_square = sum((count - expected)**2 / expected for count in seen.values())
        # Neighbours in a run are drawn together, which widens the spread of independent draws (about 500).
        self.assertLess(chi_square, 2000)

    def test_the_same_endpoint_with_a_new_peer_id_is_one_entry(self):
        self.announce(port=7001, id_=peer_id(1))
        self.announce(port=7001, id_=peer_id(2))
        self.assertEqual(peers_of(self.announce(port=7002)), [("198.51.100.1", 7001)])
        listed = self.announce(port=7002, compact=0)[b"peers"]
        self.assertEqual(listed, [{b"ip": b"198.51.100.1", b"peer id": peer_id(2), b"port": 7001}])

    def test_both_families_of_one_client_live_side_by_side(self):
        self.announce("198.51.100.1", port=7001, id_=peer_id(1), key="k")
        self.announce("2600:db8::1", port=7001, id_=peer_id(1), key="k")
        peers = peers_of(self.announce("198.51.100.2", port=7002))
        self.assertEqual(sorted(peers), [("198.51.100.1", 7001), ("2600:db8::1", 7001)])

    def test_a_stopped_peer_is_gone_at_once(self):
        self.announce(port=7001)
        answer = self.announce(port=7001, event="stopped")
        self.assertEqual(answer[b"peers"], b"")
        self.assertEqual(peers_of(self.announce(port=7002)), [])
        self.assertEqual(self.counts()[:2], (0, 1))

    def test_stopping_what_never_started_creates_nothing(self):
        for _ in range(2):
            answer = self.announce(event="stopped")
            self.assertEqual((answer[b"complete"], answer[b"incomplete"]), (0, 0))
        self.announce(port=7001)
        self.announce(port=7002, event="stopped")
        self.assertEqual(self.counts()[:2], (0, 1))

    def test_a_completion_counts_once_per_peer_and_only_of_what_is_complete(self):
        self.announce(left=5, event="started")
        self.announce(left=5, event="completed")
        self.assertEqual(self.counts()[2], 0)
        self.announce(left=0, event="completed")
        self.announce(left=0, event="completed")
        self.announce(left=0)
        self.assertEqual(self.counts(), (1, 0, 1, 0))
        self.announce(left=0, port=7002, event="started")  # arrives complete
        self.announce(left=9, port=7003)
        self.announce(left=0, port=7003)  # becomes complete without saying so
        self.assertEqual(self.counts()[:3], (3, 0, 1))

    def test_a_paused_peer_is_incomplete_but_no_downloader_until_it_goes_on(self):
        self.announce(left=5)
        self.announce(left=5, event="paused")
        self.assertEqual(self.counts(), (0, 1, 0, 0))
        self.announce(left=5)
        self.assertEqual(self.counts(), (0, 1, 0, 1))

    def test_an_empty_event_is_none_and_an_unknown_one_is_refused(self):
        for word in ("", "empty"):
            self.assertEqual(self.announce(event=word)[b"incomplete"], 1)
        for word in ("finished", "STARTED", "stopped%00"):
            self.assertIn("event", failure_of(self.announce(event=word)))

    def test_compact_is_the_default_and_the_old_form_on_request(self):
        self.announce("198.51.100.1", port=7001, id_=peer_id(1))
        self.announce("2600:db8::1", port=7002, id_=peer_id(2))
        for more in ({}, {"compact": 1}, {"compact": ""}, {"compact": "yes"}):
            answer = self.announce("198.51.100.3", port=7003, **more)
            self.assertEqual((len(answer[b"peers"]), len(answer[b"peers6"])), (6, 18))
        answer = self.announce("198.51.100.3", port=7003, compact=0)
        self.assertNotIn(b"peers6", answer)
        self.assertEqual(sorted(answer[b"peers"], key=lambda peer: peer[b"port"]),
                         [{b"ip": b"198.51.100.1", b"peer id": peer_id(1), b"port": 7001},
                          {b"ip": b"2600:db8::1", b"peer id": peer_id(2), b"port": 7002}])
        for peer in self.announce("198.51.100.3", port=7003, compact=0, no_peer_id=1)[b"peers"]:
            self.assertEqual(set(peer), {b"ip", b"port"})

    def test_a_mixed_swarm_gives_each_family_its_share(self):
        for port in range(7001, 7101):
            self.announce("198.51.100.1", port=port, numwant=0)
        for port in range(7001, 7011):
            self.announce("2600:db8::1", port=port, numwant=0)
        for source in ("198.51.100.2", "2600:db8::2"):
            peers = peers_of(self.announce(source, port=7999, numwant=40))
            self.assertEqual(len(peers), 40)
            self.assertGreaterEqual(sum(":" in address for address, _ in peers), 10)
            self.assertGreaterEqual(sum(":" not in address for address, _ in peers), 10)

    def test_link_local_sources_are_never_handed_out(self):
        self.announce("169.254.3.3", port=7001)
        self.assertEqual(peers_of(self.announce("198.51.100.1", port=7002)), [])

    def test_addresses_in_parameters_are_ignored(self):
        for name, value in (("ip", "203.0.113.9"), ("ip", "localhost"), ("ipv4", "203.0.113.9"),
                            ("ipv4", "203.0.113.9:80"), ("ipv6", "2600::9"), ("ipv6", "[2600::9]:80")):
            self.announce("198.51.100.1", port=7001, **{name: value})
        self.assertEqual(peers_of(self.announce("198.51.100.2", port=7002)), [("198.51.100.1", 7001)])

    def test_private_peers_are_not_handed_to_the_world(self):
        self.announce("192.168.7.1", port=7001)
        self.assertEqual(peers_of(self.announce("198.51.100.1", port=7002)), [])
        self.assertIn(("192.168.7.1", 7001), peers_of(self.announce("192.168.7.2", port=7003)))

    def test_the_client_is_told_its_own_address(self):
        for source, family in (("198.51.100.1", socket.AF_INET), ("2600:db8::1", socket.AF_INET6)):
            self.assertEqual(self.announce(source)[b"external ip"], socket.inet_pton(family, source))

    def test_tracker_ids_of_any_age_are_no_error(self):
        for value in ("x", "", b"\x00" * 30):
            self.assertEqual(self.announce(trackerid=value)[b"incomplete"], 1)

    def test_keys_are_opaque_and_never_told(self):
        for number, key in enumerate(("0a1b2c3d", bytes(range(64)), b"secret-key-of-one")):
            self.announce(port=7001 + number, key=key)
        answer = repr(self.announce(port=7100, compact=0))
        self.assertNotIn("secret", answer)
        self.assertEqual(self.counts()[1], 4)

    def test_a_hasty_client_is_answered(self):
        for _ in range(5):
            self.assertEqual(self.announce()[b"incomplete"], 1)

    def test_one_address_may_hold_a_thousand_peers(self):
        with Udp(("127.0.0.1", self.tracker.udp[0][1]), "198.51.100.1") as client:
            for port in random.sample(range(1024, 65536), 1000):
                client.announce(self.hash, port=port, numwant=0)
        self.assertEqual(self.counts()[1], 1000)

    def test_http_and_udp_share_one_swarm(self):
        self.announce("198.51.100.1", port=7001, left=0)
        with Udp(("127.0.0.1", self.tracker.udp[0][1]), "198.51.100.2") as client:
            answer = client.announce(self.hash, port=7002, left=3)
        self.assertEqual((answer.seeders, answer.leechers, answer.peers), (1, 1, [("198.51.100.1", 7001)]))
        self.assertIn(("198.51.100.2", 7002), peers_of(self.announce("198.51.100.3", port=7003)))

    def test_a_truncated_v2_hash_is_a_hash_and_a_whole_one_is_not(self):
        self.assertEqual(self.announce()[b"incomplete"], 1)
        whole = announce(self.tracker, self.hash + b"x" * 12, server=("127.0.0.1", self.tracker.http[0][1]))
        self.assertIn("info_hash", failure_of(whole))

    def test_text_addresses_are_canonical(self):
        self.announce("2600:db8::1", port=7001)
        answer = self.announce("198.51.100.3", port=7003, compact=0)
        self.assertEqual(answer[b"peers"][0][b"ip"], b"2600:db8::1")

    def test_a_client_that_reaches_ipv6_sockets_over_ipv4_is_ipv4(self):
        mapped = Tracker(listen=("[::]:0", "0.0.0.0:0"))
        try:
            answer = announce(mapped, self.hash, source="198.51.100.1", server=("127.0.0.1", mapped.http[1][1]))
            self.assertEqual(answer[b"external ip"], socket.inet_aton("198.51.100.1"))
        finally:
            mapped.close()


if __name__ == "__main__":
    unittest.main()
