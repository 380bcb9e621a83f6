"""The UDP protocol (BEP 15) and its options (BEP 41), packet by packet."""
import os
import random
import struct
import unittest

from harness import (MAGIC, Tracker, Udp, UdpError, add_addresses, announce, announce_packet, connect_packet, info_hash,
                     scrape_packet, url_data)


class UdpProtocol(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        add_addresses("198.51.100.1", "198.51.100.2", "198.51.100.3", "2600:db8::1", "2600:db8::2")
        cls.tracker = Tracker(listen=("0.0.0.0:0", "[::]:0"), arguments=("--threads", "2"))
        cls.v4 = ("127.0.0.1", cls.tracker.udp[0][1])
        cls.v6 = ("::1", cls.tracker.udp[1][1])
        cls.number = 5000

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.hash = info_hash(self.number)

    def client(self, source=None, server=None):
        client = Udp(server or self.v4, source)
        self.addCleanup(client.socket.close)
        return client

    def test_connect_is_sixteen_bytes_for_sixteen(self):
        for transaction in (0, 1, 0x12345678, 0xffffffff):
            answer = self.client().ask(connect_packet(transaction))
            self.assertEqual((len(answer), answer[:8]), (16, struct.pack(">II", 0, transaction)))
            self.assertNotEqual(answer[8:], struct.pack(">Q", MAGIC))

    def test_packets_without_a_head_or_with_another_magic_are_met_with_silence(self):
        client = self.client()
        self.assertTrue(client.is_silent_on(*(b"x" * length for length in range(1, 16))))
        self.assertTrue(client.is_silent_on(connect_packet(magic=MAGIC ^ 1), connect_packet(magic=0)))

    def test_connects_with_bytes_of_the_future_are_answered(self):
        for more in (1, 4, 100, 984):
            self.assertEqual(len(self.client().ask(connect_packet() + b"\x00" * more)), 16)

    def test_ids_differ_between_addresses_and_show_no_pattern(self):
        ids = [self.client(source).connect() for source in
               ("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4", "198.51.100.1", "198.51.100.2")]
        self.assertEqual(len(set(ids)), len(ids))
        differences = {(a - b) % 2**48 for a in ids for b in ids if a > b}
        self.assertEqual(len(differences), len(ids) * (len(ids) - 1) // 2)
        bits = [bin((a ^ b) % 2**48).count("1") for a in ids for b in ids if a > b]
        self.assertTrue(14 < sum(bits) / len(bits) < 34, bits)  # half of 48 on average

    def test_an_id_is_bound_to_the_address_but_not_to_the_port(self):
        number = self.client("127.0.0.5").connect()
        other_port = self.client("127.0.0.5")
        other_port.id = number
        self.assertEqual(other_port.announce(self.hash).leechers, 1)
        stranger = self.client("127.0.0.6")
        self.assertTrue(stranger.is_silent_on(announce_packet(number, self.hash), scrape_packet(number, self.hash)))

    def test_every_flipped_bit_makes_an_id_worthless(self):
        client = self.client()
        number = client.connect()
        self.assertTrue(client.is_silent_on(*(announce_packet(number ^ 1 << bit, self.hash) for bit in range(64))))

    def test_random_ids_are_refused(self):
        client = self.client()
        for _ in range(20):
            packets = [announce_packet(random.getrandbits(64), self.hash) for _ in range(500)]
            self.assertTrue(client.is_silent_on(*packets))

    def test_workers_accept_each_others_ids(self):
        number = self.client("127.0.0.1").connect()
        for _ in range(24):  # the source port decides which worker gets the packet
            client = self.client("127.0.0.1")
            client.id = number
            self.assertEqual(client.announce(self.hash).leechers, 1)

    def test_announces_of_every_length_but_too_short_ones_are_answered(self):
        client = self.client()
        number = client.connect()
        whole = announce_packet(number, self.hash)
        self.assertTrue(client.is_silent_on(*(whole[:length] for length in (16, 20, 36, 90, 97))))
        for more in (0, 1, 2, 29, 1902):
            self.assertEqual(client.parse(client.ask(whole + b"\x00" * more)).leechers, 1)

    def test_counts_stand_where_they_should(self):
        client = self.client()
        client.announce(self.hash, port=7001, left=0, event=2)
        client.announce(self.hash, port=7002, left=5)
        client.announce(self.hash, port=7003, left=5)
        answer = client.ask(announce_packet(client.id, self.hash, port=7003, left=5))
        self.assertEqual(struct.unpack(">II", answer[12:20]), (2, 1))  # leechers, seeders
        client.announce(self.hash, port=7002, left=0, event=1)
        self.assertEqual(client.scrape(self.hash), [(2, 1, 1)])  # seeders, completed, leechers

    def test_peers_have_the_size_of_the_packets_family(self):
        self.client("198.51.100.1").announce(self.hash, port=7001)
        answer = self.client("198.51.100.2").announce(self.hash, port=7002)
        self.assertEqual((answer.size, answer.peers), (26, [("198.51.100.1", 7001)]))
        self.client("2600:db8::1", self.v6).announce(self.hash, port=7003)
        answer = self.client("2600:db8::2", self.v6).announce(self.hash, port=7004)
        self.assertEqual((answer.size, answer.peers), (38, [("2600:db8::1", 7003)]))

    def test_numwant_is_honoured_and_no_datagram_is_too_long(self):
        for source, server, most in (("198.51.100.1", self.v4, 1452), ("2600:db8::1", self.v6, 1232)):
            client = self.client(source, server)
            for port in range(7001, 7301):
                client.announce(self.hash, port=port, numwant=0)
            for wish, least, at_most in ((-1, 50, 50), (0, 0, 0), (5, 5, 5), (2**31 - 1, 67, 200), (-2**31, 50, 50)):
                answer = client.announce(self.hash, port=6999, numwant=wish)
                self.assertTrue(least <= len(answer.peers) <= at_most, (wish, len(answer.peers)))
                self.assertLessEqual(answer.size, most)
                self.assertEqual(len(set(answer.peers)), len(answer.peers))

    def test_what_is_left_is_read_as_64_bits(self):
        for left, seeds in ((2**32, 0), (0, 1), (2**64 - 1, 0), (2**63, 0), (1, 0)):
            answer = self.client().announce(self.hash, left=left)
            self.assertEqual((answer.seeders, answer.leechers), (seeds, 1 - seeds), left)

    def test_events_are_those_of_the_specification_and_paused(self):
        client = self.client()
        for event in (0, 1, 2, 4):
            self.assertEqual(client.announce(self.hash, event=event).leechers, 1, event)
        self.assertEqual(client.announce(self.hash, event=3).leechers, 0)
        for event in (5, 6, 0xffffffff):
            self.assertIsInstance(client.announce(self.hash, event=event), UdpError)

    def test_the_address_field_enrols_nobody(self):
        self.client("198.51.100.1").announce(self.hash, port=7001, ip=0xcb007109)
        self.assertEqual(self.client("198.51.100.2").announce(self.hash, port=7002).peers, [("198.51.100.1", 7001)])

    def test_port_zero_is_an_error(self):
        client = self.client()
        self.assertIn("port", client.announce(self.hash, port=0))
        self.assertEqual(client.scrape(self.hash), [(0, 0, 0)])

    def test_transactions_are_echoed(self):
        client = self.client()
        client.connect()
        for transaction in (0, 1, 0x80000000, 0xffffffff):
            answer = client.ask(announce_packet(client.id, self.hash, transaction=transaction))
            self.assertEqual(struct.unpack(">I", answer[4:8])[0], transaction)
            answer = client.ask(scrape_packet(client.id, self.hash, transaction=transaction))
            self.assertEqual(answer[:8], struct.pack(">II", 2, transaction))

    def test_scrapes_keep_order_and_duplicates(self):
        client = self.client()
        other, unknown = info_hash(self.number + 100000), info_hash(self.number + 200000)
        client.announce(self.hash, left=0)
        client.announce(other, left=5)
        self.assertEqual(client.scrape(other, self.hash, unknown, other, self.hash),
                         [(0, 0, 1), (1, 0, 0), (0, 0, 0), (0, 0, 1), (1, 0, 0)])

    def test_scrapes_of_odd_length_are_errors(self):
        client = self.client()
        client.connect()
        for length in (0, 1, 19, 21, 25, 39):
            answer = client.ask(scrape_packet(client.id) + b"h" * length)
            self.assertEqual(struct.unpack(">I", answer[:4])[0], 3, length)
        for count in (74, 75, 100):
            self.assertEqual(len(client.scrape(*[self.hash] * count)), 74)

    def test_a_scrape_needs_an_id(self):
        self.assertTrue(self.client().is_silent_on(scrape_packet(12345, self.hash), scrape_packet(MAGIC, self.hash)))

    def test_errors_are_action_three_and_text_without_a_terminator(self):
        client = self.client()
        client.connect()
        answer = client.ask(announce_packet(client.id, self.hash, port=0))
        self.assertEqual(answer[:8], struct.pack(">II", 3, 11))
        self.assertRegex(answer[8:].decode(), r"^[ -~]+$")
        self.assertLessEqual(len(answer), 98)

    def test_actions_that_are_no_requests_are_met_with_silence(self):
        client = self.client()
        client.connect()
        packets = [struct.pack(">QII", client.id, action, 1) + b"x" * 100 for action in (3, 4, 7, 0xffffffff)]
        packets += [struct.pack(">QII", MAGIC, action, 1) for action in (1, 2, 3, 4)]
        self.assertTrue(client.is_silent_on(*packets))

    def test_the_same_announce_three_times_is_one_peer(self):
        client = self.client()
        for _ in range(3):
            self.assertEqual(client.announce(self.hash, event=2).leechers, 1)

    def test_answers_come_from_the_address_that_was_asked(self):
        for address in ("127.0.0.9", "198.51.100.3"):
            # The client's socket is connected, so that an answer from elsewhere would not reach it.
            self.assertEqual(self.client("127.0.0.1", (address, self.v4[1])).announce(self.hash).leechers, 1)
        client = self.client("2600:db8::1", ("2600:db8::2", self.v6[1]))
        self.assertEqual(client.announce(self.hash, port=9).leechers, 2)

    def test_many_sockets_are_answered_and_dead_ones_stop_nothing(self):
        clients = [Udp(self.v4, "127.0.0.1") for _ in range(512)]
        for client in clients:
            client.send(connect_packet())
        for client in clients[::2]:
            client.socket.close()  # their answers come back as ICMP errors
        for client in clients[1::2]:
            self.assertEqual(len(client.receive()), 16)
            client.socket.close()
        self.assertEqual(self.client().announce(self.hash).leechers, 1)

    def test_noise_of_every_length_and_action_gets_no_long_answer(self):
        client = self.client("127.0.0.77")
        client.connect()
        for length in range(0, 2049, 7):
            for action in range(6):
                noise = os.urandom(length)
                client.send(noise)
                client.send(struct.pack(">QII", client.id, action, 99) + noise)
                client.send(struct.pack(">QII", MAGIC, action, 99) + noise)
            while client.has_more_now():
                self.assertLessEqual(len(client.receive()), 1452)
        self.assertEqual(self.client().announce(self.hash).leechers, 1)

    # --- BEP 41 ---

    def test_url_data_in_pieces_with_padding_is_understood(self):
        client = self.client()
        path = "/announce/" + "k" * 40 + "?x=1"
        for options in (url_data(path), url_data(path, 7), b"\x01".join([b"", url_data(path, 3)[:5], b""]) + url_data(path),
                        url_data(path) + b"\x00" + b"\xff" * 20, url_data(""), b"\x02\x00", b"\x00\x00",
                        b"\x07\x03abc" + url_data(path), b"\x01" * 50):
            self.assertEqual(client.announce(self.hash, options=options).leechers, 1, options)

    def test_options_that_run_past_the_end_are_errors(self):
        client = self.client()
        for options in (b"\x02", b"\x02\x05abc", b"\x07\xff", url_data("/announce") + b"\x02\x01"):
            self.assertIsInstance(client.announce(self.hash, options=options), UdpError, options)

    def test_too_much_url_data_is_an_error(self):
        client = self.client()
        self.assertIsInstance(client.announce(self.hash, options=url_data("a" * 2100)), UdpError)
        self.assertEqual(client.announce(self.hash, options=url_data("a" * 2000)).leechers, 1)

    def test_peers_of_both_protocols_meet(self):
        announce(self.tracker, self.hash, port=7001, source="198.51.100.1", server=("127.0.0.1", self.tracker.http[0][1]))
        self.assertEqual(self.client("198.51.100.2").announce(self.hash, port=7002).peers, [("198.51.100.1", 7001)])


if __name__ == "__main__":
    unittest.main()
