"""Floods of every kind, while honest clients are served and memory stays bounded. Real sockets; a few seconds each."""
import os
import random
import socket
import struct
import threading
import time
import unittest

from harness import (MAGIC, Http, Tracker, Udp, UdpError, add_addresses, announce, announce_packet, connect_packet, http_get,
                     info_hash, peer_id, query, scrape_packet)

SERVED = 40  # requests of honest clients while a flood runs
SENT = 200  # calls of a flood, at least
MEBIBYTE = 1024 * 1024
ATTACKERS = [f"203.0.113.{n}" for n in range(10, 18)]
ATTACKERS_V6 = [f"2600:bad:{n:x}::1" for n in range(8)]
HONEST = "198.51.100.1"


class Flood:
    """Calls `send` in a thread of its own until it is left, with a breath between: a machine that is out of time for all
    loses datagrams of all, and tells nothing about the tracker."""

    def __init__(self, send):
        self.send = send
        self.count = 0
        self.stopping = False
        self.thread = threading.Thread(target=self.run, daemon=True)

    def run(self):
        while not self.stopping:
            try:
                self.send()
            except OSError:
                pass
            self.count += 1
            time.sleep(0.001)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join()


class Abuse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        add_addresses(HONEST, "2600:db8::1", *ATTACKERS, *ATTACKERS_V6)

    def start(self, config="", **more):
        tracker = Tracker(config, listen=("0.0.0.0:0", "[::]:0"), **more)
        self.addCleanup(tracker.close)
        self.udp, self.http = ("127.0.0.1", tracker.udp[0][1]), ("127.0.0.1", tracker.http[0][1])
        self.udp6 = ("::1", tracker.udp[1][1])
        return tracker

    def attackers(self, sources=tuple(ATTACKERS)):
        """UDP sockets with a proven address each."""
        result = []
        for source in sources:
            client = Udp(self.udp6 if ":" in source else self.udp, source)
            client.connect()
            self.addCleanup(client.socket.close)
            result.append(client)
        return result

    def serve_honest_clients(self, tracker, flood):
        """Announces over both protocols while the flood runs. A datagram may be lost, as any may: then the client asks
        again, as clients do; over HTTP every one is answered before the deadline of the harness."""
        served = lost = 0
        hash_ = info_hash(42)
        client = Udp(self.udp, HONEST)
        with flood:
            while served < SERVED or flood.count < SENT:
                port = 7000 + served % 50
                try:
                    client.socket.settimeout(0.5)
                    self.assertNotIsInstance(client.announce(hash_, port=port), UdpError)
                    served += 1
                except TimeoutError:
                    lost += 1
                    self.assertLess(lost, 2 * SERVED, f"{served} served")
                    client.socket.close()
                    client = Udp(self.udp, HONEST)  # which no late answer reaches
                answer = announce(tracker, hash_, port=port, source=HONEST, server=self.http)
                self.assertNotIn(b"failure reason", answer)
                time.sleep(0.01)
        client.socket.close()

    # --- UDP ---

    def test_a_flood_of_torrents(self):
        tracker = self.start("max_torrents = 20000\nmax_peers = 50000\n[limits]\nrequests_per_second = 0\npeers_per_address = 0\n")
        for number in range(6):
            announce(tracker, info_hash(42), port=7900 + number, server=self.http)
        before = tracker.resident()
        attackers = self.attackers()

        def send():
            one = random.choice(attackers)
            for _ in range(20):
                one.send(announce_packet(one.id, os.urandom(20), port=random.randrange(1, 65536), numwant=0))

        self.serve_honest_clients(tracker, Flood(send))
        self.assertLess(tracker.resident() - before, 16 * MEBIBYTE)
        self.assertGreaterEqual(announce(tracker, info_hash(42), port=7000, server=self.http)[b"incomplete"], 7)

    def test_a_flood_of_peers_in_one_swarm(self):
        tracker = self.start("max_peers = 20000\n[limits]\nrequests_per_second = 0\npeers_per_address = 0\n")
        before = tracker.resident()
        attackers = self.attackers((*ATTACKERS, *ATTACKERS_V6))

        def send():
            one = random.choice(attackers)
            for _ in range(20):
                one.send(announce_packet(one.id, info_hash(13), port=random.randrange(1, 65536), numwant=2**31 - 1))

        self.serve_honest_clients(tracker, Flood(send))
        self.assertLess(tracker.resident() - before, 16 * MEBIBYTE)
        with Udp(self.udp) as client:
            self.assertLessEqual(sum(client.scrape(info_hash(13))[0]), 20400)

    def test_one_address_has_only_its_share_of_the_peers_and_so_has_its_network(self):
        self.start("[limits]\nrequests_per_second = 0\npeers_per_address = 100\n")
        def joined(source):
            with Udp(self.udp6 if ":" in source else self.udp, source) as client:
                return sum(not isinstance(client.announce(info_hash(14), port=port, numwant=0), UdpError)
                           for port in range(1, 151))

        self.assertTrue(99 <= joined(ATTACKERS[0]) <= 102)
        same_network = [f"203.0.113.{n}" for n in range(20, 30)]
        same_site = [f"2600:bad:7:{n:x}::1" for n in range(10)]
        add_addresses(*same_network, *same_site)
        self.assertTrue(690 <= sum(map(joined, same_network)) <= 720)
        self.assertTrue(790 <= sum(map(joined, same_site)) <= 820)
        self.assertEqual(joined(HONEST) // 10, 10)

    def test_junk_packets(self):
        tracker = self.start()
        before = tracker.resident()
        with Udp(self.udp, ATTACKERS[0]) as junk:
            junk.socket.setblocking(False)
            packets = [os.urandom(random.randrange(0, 1400)) for _ in range(100)]
            packets += [struct.pack(">QII", MAGIC, action, 1) + os.urandom(200) for action in range(50)]
            packets += [announce_packet(random.getrandbits(64), info_hash(1)) for _ in range(50)]
            self.serve_honest_clients(tracker, Flood(lambda: [junk.send(one) for one in random.sample(packets, 50)]))
        self.assertLess(tracker.resident() - before, 4 * MEBIBYTE)

    def test_the_longest_scrapes_and_answers(self):
        tracker = self.start("[limits]\nrequests_per_second = 20\n")
        with Udp(self.udp, "127.0.0.1") as client:
            for port in range(1000, 2000):
                client.announce(info_hash(5), port=port, numwant=0)
        attackers = self.attackers()
        scrapes = [scrape_packet(one.id, *(os.urandom(20) for _ in range(74))) for one in attackers]
        before = tracker.resident()

        def send():
            for one, packet in zip(attackers, scrapes):
                one.send(packet)
                one.send(announce_packet(one.id, info_hash(5), port=9, numwant=2**31 - 1))

        self.serve_honest_clients(tracker, Flood(send))
        self.assertLess(tracker.resident() - before, 4 * MEBIBYTE)

    def test_an_address_that_floods_is_bounded_while_others_are_not(self):
        tracker = self.start("[limits]\nrequests_per_second = 50\n")
        with Udp(self.udp, ATTACKERS[1]) as one:
            one.connect()
            packet = announce_packet(one.id, info_hash(6), numwant=0)
            flood = Flood(lambda: [one.send(packet) for _ in range(20)])
            with flood:
                time.sleep(0.5)
                while one.has_more_now():
                    one.receive()
                answered = 0
                end = time.monotonic() + 1
                while time.monotonic() < end:
                    if one.has_more_now():
                        one.receive()
                        answered += 1
        self.assertLessEqual(answered, 600)  # the burst of ten seconds, and the rate
        with Udp(self.udp, HONEST) as client:
            self.assertEqual(client.announce(info_hash(7)).leechers, 1)

    # --- HTTP ---

    def connection(self, first=b""):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex(self.http)
        if first:
            end = time.monotonic() + 1
            while time.monotonic() < end:
                try:
                    client.send(first)
                    break
                except BlockingIOError:
                    time.sleep(0.001)
        return client

    def test_floods_of_connections_that_say_nothing_or_half(self):
        for first in (b"", b"GET /announce?info_hash=", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"):
            tracker = self.start("[limits]\nconnections = 200\n")
            held = []

            def send():
                held.append(self.connection(first))
                if len(held) > 900:
                    held.pop(0).close()

            before = tracker.resident()
            with self.subTest(first):
                self.serve_honest_clients(tracker, Flood(send))
                self.assertLess(tracker.resident() - before, 16 * MEBIBYTE)
            for client in held:
                client.close()

    def test_more_connections_than_there_are_descriptors(self):
        tracker = self.start("[limits]\nconnections = 100000\n", descriptors=150)
        held = []

        def send():
            held.append(self.connection(b"GET /"))
            if len(held) > 600:
                held.pop(0).close()

        self.serve_honest_clients(tracker, Flood(send))
        for client in held:
            client.close()

    def test_one_address_has_only_so_many_connections(self):
        tracker = self.start("[limits]\nconnections_per_address = 10\n")
        clients = [Http(self.http, ATTACKERS[0]) for _ in range(30)]
        for client in clients:
            self.addCleanup(client.socket.close)
            client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        self.assertEqual(sum(client.read() is not None for client in clients), 10)
        self.assertEqual(http_get(tracker, "/", ATTACKERS[1], server=self.http).status, 200)

    def test_clients_that_ask_and_never_listen(self):
        tracker = self.start()
        for port in range(1000, 1300):
            announce(tracker, info_hash(9), port=port, server=self.http)
        requests = (f"GET /announce?{query(info_hash(9), 9, numwant=200, compact=0)} HTTP/1.1\r\nHost: x\r\n\r\n" * 50).encode()
        held = [self.connection(requests) for _ in range(30)]
        before = tracker.resident()

        def send():
            for client in held:
                try:
                    client.send(requests)
                except BlockingIOError:
                    time.sleep(0.0005)

        self.serve_honest_clients(tracker, Flood(send))
        self.assertLess(tracker.resident() - before, 32 * MEBIBYTE)
        for client in held:
            client.close()

    def test_a_client_that_never_stops_asking_shuts_nobody_out(self):
        tracker = self.start()
        requests = (f"GET /announce?{query(info_hash(10), 9)} HTTP/1.1\r\nHost: x\r\n\r\n" * 300).encode()
        with Http(self.http) as greedy:
            def read():
                greedy.socket.recv(1 << 20)

            with Flood(read):
                self.serve_honest_clients(tracker, Flood(lambda: greedy.socket.send(requests)))
                greedy.socket.shutdown(socket.SHUT_RDWR)

    def test_connections_for_one_request_each(self):
        tracker = self.start()

        def send():
            with Http(self.http) as client:
                client.get(f"/announce?{query(os.urandom(20), 9, id_=peer_id(9))}", "Host: x\r\nConnection: close\r\n")

        before = tracker.resident()
        self.serve_honest_clients(tracker, Flood(send))
        self.assertLess(tracker.resident() - before, 16 * MEBIBYTE)

    def test_a_tracker_full_of_connects_forgets_them_all(self):
        """Connection ids cost no memory: there is nothing to remember."""
        tracker = self.start()

        def connect(times):
            for _ in range(times):
                for _ in range(500):
                    client.send(connect_packet(random.getrandbits(32)))
                client.is_silent_on()

        with Udp(self.udp) as client:
            connect(2)  # memory that the first requests need, whatever they are
            before = tracker.resident()
            connect(18)
        self.assertLess(tracker.resident() - before, MEBIBYTE)


if __name__ == "__main__":
    unittest.main()
