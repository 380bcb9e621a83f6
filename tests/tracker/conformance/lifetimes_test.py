"""What ends by itself: silent peers, slow clients, connection ids of the time before; and what a full tracker does."""
import random
import time
import unittest

from harness import (Http, Tracker, Udp, add_addresses, announce, announce_packet, http_get, info_hash, peers_of, query,
                     scrape, scrape_packet, wait_until)

SHORT = "interval = 2\nmin_interval = 1\npeer_timeout = 3\n"


def counts(tracker, one):
    entry = scrape(tracker, one)[b"files"][one]
    return entry[b"complete"], entry[b"incomplete"]


class SilentPeers(unittest.TestCase):
    def test_they_disappear_and_those_who_go_on_stay(self):
        tracker = Tracker(SHORT + 'metrics = "127.0.0.1:0"\n')
        self.addCleanup(tracker.close)
        metrics = ("127.0.0.1", int(tracker.ready.rsplit(":", 1)[1]))
        silent, mixed = info_hash(1), info_hash(2)
        with Udp(tracker.udp[0]) as client:
            for port in range(7001, 7101):
                client.announce(silent, port=port, left=port % 2)
                client.announce(mixed, port=port, left=1)
        self.assertEqual((counts(tracker, silent), counts(tracker, mixed)), ((50, 50), (0, 100)))

        def only_the_other_is_left():
            announce(tracker, mixed, port=7001, left=0)
            return counts(tracker, silent) == (0, 0) and counts(tracker, mixed) == (1, 0)

        wait_until(only_the_other_is_left, "silent peers are dropped")
        self.assertEqual(peers_of(announce(tracker, mixed, port=7999)), [("127.0.0.1", 7001)])
        wait_until(lambda: b"\nessaim_torrents 1\n" in http_get(tracker, "/metrics", server=metrics).body,
                   "the empty swarm is forgotten")


class SlowClients(unittest.TestCase):
    def test_none_keeps_its_connection_for_ten_seconds(self):
        """Nothing said, half a request, one byte a second, idle after an answer: all at once."""
        tracker = Tracker()
        self.addCleanup(tracker.close)
        began = time.monotonic()
        clients = {name: Http(tracker.http[0]) for name in ("silent", "half", "drip", "idle")}
        for client in clients.values():
            self.addCleanup(client.socket.close)
            client.socket.settimeout(0.2)
        clients["half"].write(f"GET /announce?{query()} HTTP/1.1\r\nHost: x\r\n")
        clients["idle"].write("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        ended = {}
        drip = iter("GET /announce?info_hash=")
        while len(ended) < len(clients) and time.monotonic() - began < 20:
            for name, client in clients.items():
                if name in ended:
                    continue
                try:
                    if name == "drip":
                        client.write(next(drip))
                    if not client.socket.recv(65536):
                        ended[name] = time.monotonic() - began
                except TimeoutError:
                    pass
                except ConnectionError:
                    ended[name] = time.monotonic() - began
            self.assertEqual(http_get(tracker, "/").status, 200)  # others are served meanwhile
        self.assertEqual(set(ended), set(clients))
        self.assertLess(max(ended.values()), 14, ended)  # some seconds for a busy machine
        self.assertGreater(min(ended.values()), 4, ended)


class ConnectionIds(unittest.TestCase):
    def test_those_of_the_time_before_are_met_with_silence_and_clients_recover(self):
        first = Tracker()
        server = first.udp[0]
        with Udp(server, "127.0.0.1", 0) as client:
            old = client.connect()
            self.assertEqual(client.announce(info_hash(1)).leechers, 1)
            first.close()
            second = Tracker(listen=(f"127.0.0.1:{server[1]}",))
            self.addCleanup(second.close)
            self.assertTrue(client.is_silent_on(announce_packet(old, info_hash(1)), scrape_packet(old, info_hash(1))))
            self.assertNotEqual(client.connect(), old)
            self.assertEqual(client.announce(info_hash(1)).leechers, 1)


class FullTracker(unittest.TestCase):
    def test_newcomers_are_served_and_swarms_of_several_stay(self):
        tracker = Tracker("max_torrents = 2000\nmax_peers = 6000\n")
        self.addCleanup(tracker.close)
        honest = [info_hash(number) for number in range(100)]
        with Udp(tracker.udp[0]) as client:
            for one in honest:
                for port in range(7001, 7007):
                    client.announce(one, port=port)
            for number in range(20000):
                self.assertEqual(client.announce(info_hash(100000 + number), port=7001).leechers, 1)
            for one in honest:
                self.assertEqual(len(client.announce(one, port=7001).peers), 5)
            newcomer = info_hash(77777)
            for port in range(7001, 7010):
                client.announce(newcomer, port=port)
            self.assertEqual(client.scrape(newcomer), [(0, 0, 9)])

    def test_a_flood_of_peers_leaves_other_swarms_alone(self):
        tracker = Tracker("max_peers = 6000\n")
        self.addCleanup(tracker.close)
        honest, flooded = info_hash(1), info_hash(2)
        with Udp(tracker.udp[0]) as client:
            for port in range(7001, 7041):
                client.announce(honest, port=port)
            for port in range(1, 20001):
                client.announce(flooded, port=port, numwant=0)
            self.assertEqual(client.scrape(honest), [(0, 0, 40)])
            self.assertLessEqual(client.scrape(flooded)[0][2], 6000)
            self.assertEqual(client.announce(info_hash(3)).leechers, 1)


class AgainstAModel(unittest.TestCase):
    def test_counts_are_right_whatever_happens(self):
        """Thousands of announces, over both protocols and families, compared with a dictionary."""
        sources = ("198.51.100.1", "198.51.100.2", "2600:db8::1")
        add_addresses(*sources)
        tracker = Tracker(listen=("0.0.0.0:0", "[::]:0"))
        self.addCleanup(tracker.close)
        seed = random.randrange(2**32)
        choose = random.Random(seed)
        clients = {}
        for source in sources:
            index, host = (1, "::1") if ":" in source else (0, "127.0.0.1")
            udp = Udp((host, tracker.udp[index][1]), source)
            http = (host, tracker.http[index][1])
            self.addCleanup(udp.socket.close)
            clients[source] = (udp, http)
        swarms = {info_hash(n): {} for n in range(4)}
        completed = dict.fromkeys(swarms, 0)
        finished = set()
        for step in range(6000):
            one = choose.choice(list(swarms))
            source, port = choose.choice(sources), choose.randrange(1, 60)
            left, event = choose.choice((0, 0, 7)), choose.choice((0, 0, 0, 1, 2, 3, 3))
            swarm, who = swarms[one], (source, port)
            if event == 3:
                swarm.pop(who, None)
                finished.discard((one, who))
            else:
                if left == 0 and event == 1 and (one, who) not in finished:
                    completed[one] += 1
                if left == 0 and (event == 1 or who not in swarm):
                    finished.add((one, who))
                swarm[who] = left == 0
            udp, http = clients[source]
            expected = (sum(swarm.values()), len(swarm) - sum(swarm.values()))
            if step % 4:
                answer = udp.announce(one, port=port, left=left, event=event)
                told, peers = (answer.seeders, answer.leechers), answer.peers
            else:
                word = ("", "completed", "started", "stopped")[event]
                answer = announce(tracker, one, port=port, left=left, event=word, source=source, server=http)
                told, peers = (answer[b"complete"], answer[b"incomplete"]), peers_of(answer)
            self.assertEqual(told, expected, f"step {step} of seed {seed}")
            self.assertEqual(len(set(peers)), len(peers))
            known = {(host, number) for host, number in swarm if left or not swarm[(host, number)]} - {who}
            self.assertLessEqual(set(peers), known, f"step {step} of seed {seed}")
        for one, swarm in swarms.items():
            seeds = sum(swarm.values())
            self.assertEqual(clients[sources[0]][0].scrape(one), [(seeds, completed[one], len(swarm) - seeds)], seed)


if __name__ == "__main__":
    unittest.main()
