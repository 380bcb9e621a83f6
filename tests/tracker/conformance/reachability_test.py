"""Under which address peers are handed out: the host's own computer and network, and the world outside."""
import unittest

from harness import Http, Tracker, Udp, add_addresses, announce, info_hash, peers_of, query

LAN, OTHER_LAN, WORLD, OTHER_WORLD = "192.168.7.1", "192.168.7.2", "198.51.100.1", "198.51.100.2"
WORLD_V6, LAN_V6, LINK_LOCAL = "2600:db8::1", "fd00:7::1", "fe80::7"
PUBLIC = "203.0.113.77"
CONFIG = f'external_address = "{PUBLIC}"\ntrusted_announcers = "127.0.0.60"\n'


class Reachability(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        add_addresses(LAN, OTHER_LAN, WORLD, OTHER_WORLD, WORLD_V6, LAN_V6, "192.168.7.100", "203.0.113.1")
        cls.tracker = Tracker(CONFIG, listen=("0.0.0.0:0", "[::]:0"))
        cls.number = 80000

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.hash = info_hash(self.number)

    def announce(self, source, to=None, **more):
        """As the client at `source` would do it: to the address of the tracker in its own part of the world."""
        index = 1 if ":" in source else 0
        if to is None:
            to = "::1" if index else "192.168.7.100" if source.startswith("192.") else \
                "203.0.113.1" if source[:3] in ("198", "203") else "127.0.0.1"
        return announce(self.tracker, self.hash, source=source, server=(to, self.tracker.http[index][1]), **more)

    def seen(self, source, **more):
        return sorted(peers_of(self.announce(source, port=9999, numwant=200, **more)))

    def test_the_hosts_own_seed_is_shown_where_it_can_be_reached(self):
        self.announce("127.0.0.1", port=7001, left=0)
        self.assertEqual(self.seen("127.0.0.2"), [("127.0.0.1", 7001)])
        self.assertIn(("192.168.7.100", 7001), self.seen(LAN))  # the address that this client used itself
        self.assertIn(("203.0.113.1", 7001), self.seen(WORLD))
        self.assertNotIn(("127.0.0.1", 7001), self.seen(WORLD) + self.seen(LAN))

    def test_a_neighbour_is_shown_to_the_world_under_the_address_outside(self):
        self.announce(LAN, port=7001, left=0)
        self.assertEqual(self.seen(WORLD), [(PUBLIC, 7001)])
        self.assertIn((LAN, 7001), self.seen(OTHER_LAN))

    def test_an_ipv6_address_of_the_house_stays_there(self):
        self.announce(LAN_V6, to="::1", port=7001)
        self.assertNotIn((LAN_V6, 7001), self.seen(WORLD_V6))
        self.assertEqual([peer for peer in self.seen(WORLD_V6) if peer[1] == 7001], [])

    def test_two_ways_to_one_computer_are_shown_once(self):
        self.announce(LAN, port=7001)
        self.announce(OTHER_LAN, port=7001)
        self.assertEqual(self.seen(WORLD), [(PUBLIC, 7001)])

    def test_udp_rewrites_alike(self):
        self.announce(LAN, port=7001, left=0)
        with Udp(("203.0.113.1", self.tracker.udp[0][1]), WORLD) as client:
            self.assertEqual(client.announce(self.hash, port=7002).peers, [(PUBLIC, 7001)])

    def test_addresses_that_are_nobodys_are_never_handed_out(self):
        for number, address in enumerate(("0.0.0.0", "255.255.255.255", "224.0.0.1", "239.1.2.3", "169.254.1.1", "240.0.0.1",
                                          "0.1.2.3", "::", "ff02::1", "fe80::1", "127.0.0.1", "::1", "::ffff:127.0.0.1")):
            self.announce("127.0.0.60", ip=address, port=7100 + number)
        self.announce("127.0.0.60", ip="9.9.9.9", port=7200)
        self.announce("127.0.0.60", ip="::ffff:9.9.9.8", port=7201)
        outside = [peer for peer in self.seen(WORLD) if peer[0] not in (PUBLIC, "203.0.113.1")]
        self.assertEqual(outside, [("9.9.9.8", 7201), ("9.9.9.9", 7200)])

    def test_in_text_as_in_bytes(self):
        self.announce(WORLD_V6, port=7001)
        self.announce(LAN, port=7002)
        answer = self.announce(OTHER_WORLD, port=7003, compact=0, no_peer_id=1)
        self.assertEqual(sorted((one[b"ip"], one[b"port"]) for one in answer[b"peers"]),
                         [(PUBLIC.encode(), 7002), (WORLD_V6.encode(), 7001)])

    def test_one_connection_is_one_client_whatever_it_claims(self):
        with Http(("203.0.113.1", self.tracker.http[0][1]), WORLD) as client:
            for claim in ("9.9.9.9", "127.0.0.1", "10.0.0.1", "::1"):
                client.get("/announce?" + query(self.hash, 7001, left=0, ip=claim))
        self.assertEqual(self.seen(OTHER_WORLD), [(WORLD, 7001)])


if __name__ == "__main__":
    unittest.main()
