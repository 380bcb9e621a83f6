"""Passkeys, revocation and accounting, with the commands of the operator (BEP 27, 41)."""
import os
import re
import stat
import subprocess
import unittest

from harness import (PROGRAM, Http, Tracker, Udp, UdpError, announce, failure_of, http_get, info_hash, peer_id, peers_of,
                     scrape, url_data, wait_until)

HASH = b"a" * 20
HASH_V2 = b"b" * 32
CONFIG = """
access = "friends"
[[torrents]]
info_hash = "%s"
name = "plain"
[[torrents]]
info_hash = ["%s", "%s"]
name = "hybrid"
[limits]
clients_per_friend = 3
credited_bytes_per_second = 1000000
""" % (HASH.hex(), (b"h" * 20).hex(), HASH_V2.hex())
HYBRID_V1, HYBRID_V2 = b"h" * 20, HASH_V2[:20]


def run(data, *words):
    """A command as an operator types it; output and status."""
    done = subprocess.run([PROGRAM, "--data", data, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=20,
                          check=False)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


class Friends(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tracker = Tracker(CONFIG, access=None, listen=("127.0.0.1:0", "[::1]:0"))
        cls.number = 0

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.name = f"friend {self.number}"
        self.key = self.add(self.name)

    def command(self, *words):
        output, error, status = run(self.tracker.data, *words)
        self.assertEqual(status, 0, error)
        return output

    def add(self, name, *options):
        key = self.command("friend", "add", name, *options).strip()
        self.assertRegex(key, r"^[0-9a-f]{40}$")
        return key

    def announce(self, key=None, hash_=HASH, server=0, **more):
        path = "/announce/" + (self.key if key is None else key)
        return announce(self.tracker, hash_, path=path, server=self.tracker.http[server], **more)

    def credited(self, name=None):
        """Bytes uploaded and downloaded as the list shows them."""
        for line in self.command("friend", "list").splitlines():
            match = re.match(rf"{re.escape(name or self.name)}\s+(active|revoked|seeds only)\s+(\d+)\s+(\d+)", line)
            if match:
                return int(match[2]), int(match[3])
        raise AssertionError("not in the list")

    def test_a_key_opens_both_protocols(self):
        self.assertEqual(failure_of(self.announce(port=7001)), "")
        with Udp(self.tracker.udp[0]) as client:
            answer = client.announce(HASH, port=7002, options=url_data(f"/announce/{self.key}?x=1"))
            self.assertIn(("127.0.0.1", 7001), answer.peers)
            self.assertIsInstance(client.announce(HASH), UdpError)
            self.assertIn("passkey required", client.announce(HASH))
            for wrong in ("0" * 40, "x", "", self.key[:39]):
                self.assertIsInstance(client.announce(HASH, options=url_data(f"/announce/{wrong}")), UdpError)
            padded = b"\x01\x02\x09/announce" + url_data("/" + self.key, 9) + b"\x00\xff"
            self.assertNotIsInstance(client.announce(HASH, port=7002, options=padded), UdpError)

    def test_wrong_keys_of_every_kind_get_the_same_words(self):
        self.command("friend", "revoke", self.name)
        answers = {tuple(sorted(self.announce(key).items())) for key in
                   (self.key, "0" * 40, "zz" * 20, "x", "a" * 200, "%20" * 40)}
        self.assertEqual(len(answers), 1)
        answer = dict(answers.pop())
        self.assertEqual(answer[b"retry in"], b"never")
        self.assertIn(b"passkey", answer[b"failure reason"])

    def test_a_revoked_friend_is_gone_from_every_list_at_once(self):
        other = self.add(self.name + " other")
        self.announce(port=7101)
        self.announce(port=7101, hash_=HYBRID_V1)
        with Udp(self.tracker.udp[1]) as client:
            client.announce(HASH, port=7102, options=url_data(f"/announce/{self.key}"))
        ports = {port for _, port in peers_of(self.announce(other, port=7103, numwant=200))}
        self.assertLessEqual({7101, 7102}, ports)
        self.command("friend", "revoke", self.name)
        ports = {port for _, port in peers_of(self.announce(other, port=7103, numwant=200))}
        self.assertFalse({7101, 7102} & ports)
        self.assertEqual(peers_of(self.announce(other, port=7103, hash_=HYBRID_V1)), [])
        self.assertEqual(self.announce(port=7101)[b"retry in"], b"never")

    def test_a_new_key_keeps_the_numbers_and_ends_the_old_one(self):
        self.announce(uploaded=0)
        self.announce(uploaded=500)
        renewed = self.command("friend", "renew", self.name).strip()
        self.assertTrue(failure_of(self.announce()))
        self.announce(renewed, uploaded=700)
        self.assertEqual(self.credited(), (700, 0))

    def test_unhosted_torrents_are_refused(self):
        self.assertIn("host", failure_of(self.announce(hash_=b"x" * 20)))
        self.assertEqual(self.scrape_http(b"x" * 20)[b"complete"], 0)

    def scrape_http(self, hash_):
        return scrape(self.tracker, hash_, path=f"/scrape/{self.key}")[b"files"][hash_]

    def test_a_removed_torrent_says_why_until_it_comes_back(self):
        gone = info_hash(4711)
        self.command("torrent", "add", gone.hex(), "--name", "short-lived")
        self.assertIn("short-lived", self.command("torrent", "list"))
        self.assertEqual(failure_of(self.announce(hash_=gone)), "")
        self.command("torrent", "remove", gone.hex(), "--reason", "it was the wrong file")
        self.assertIn("wrong file", failure_of(self.announce(hash_=gone)))
        self.command("torrent", "add", gone.hex())
        self.assertEqual(failure_of(self.announce(hash_=gone)), "")

    def test_two_machines_of_one_friend_see_each_other(self):
        self.announce(port=7201, id_=peer_id(1))
        self.assertIn(("127.0.0.1", 7201), peers_of(self.announce(port=7202, id_=peer_id(2), numwant=200)))

    def test_the_first_report_is_a_baseline_and_growth_is_credited(self):
        self.announce(uploaded=1000, downloaded=2000, event="started")
        self.assertEqual(self.credited(), (0, 0))
        self.announce(uploaded=1500, downloaded=2100)
        self.assertEqual(self.credited(), (500, 100))
        self.announce(uploaded=100, downloaded=100)  # the program began to count anew
        self.assertEqual(self.credited(), (500, 100))
        self.announce(uploaded=150, downloaded=100)
        self.announce(uploaded=175, downloaded=110, event="stopped")
        self.assertEqual(self.credited(), (575, 110))
        self.announce(uploaded=900, event="stopped")  # gone already
        self.assertEqual(self.credited(), (575, 110))

    def test_one_program_over_many_ways_is_credited_once(self):
        """HTTP and UDP, IPv4 and IPv6, both hashes of a hybrid: the same program, the same counters."""
        options = url_data(f"/announce/{self.key}")
        with Udp(self.tracker.udp[0]) as udp4, Udp(self.tracker.udp[1]) as udp6:
            for uploaded in (0, 1000, 2500):
                for hash_ in (HYBRID_V1, HYBRID_V2):
                    same = {"id_": peer_id(77), "uploaded": uploaded, "port": 7301}
                    self.announce(hash_=hash_, server=0, **same)
                    self.announce(hash_=hash_, server=1, **same)
                    udp4.announce(hash_, options=options, **same)
                    udp6.announce(hash_, options=options, **same)
        self.assertEqual(self.credited(), (2500, 0))

    def test_the_key_parameter_is_the_same_number_over_both_protocols(self):
        with Udp(self.tracker.udp[0]) as udp:
            for uploaded in (0, 1000):
                announce(self.tracker, HASH, path="/announce/" + self.key, port=7311, id_=peer_id(78), uploaded=uploaded,
                         **{"key": "0A1B2C3D"})
                udp.announce(HASH, port=7312, id_=peer_id(78), uploaded=uploaded, key=0x0A1B2C3D,
                             options=url_data(f"/announce/{self.key}"))
        self.assertEqual(self.credited(), (1000, 0))

    def test_the_same_report_twice_is_credited_once(self):
        self.announce(uploaded=0)
        for _ in range(3):
            self.announce(uploaded=400)
        self.assertEqual(self.credited(), (400, 0))

    def test_what_nobody_can_have_sent_is_not_credited(self):
        self.announce(uploaded=0)
        self.announce(uploaded=10**15)
        self.assertEqual(self.credited(), (0, 0))
        self.announce(uploaded=10**15 + 300)
        self.assertEqual(self.credited(), (300, 0))

    def test_a_friend_runs_only_so_many_programs_on_a_torrent(self):
        for number in range(3):
            self.assertEqual(failure_of(self.announce(port=7401 + number, id_=peer_id(number))), "")
        self.assertIn("programs", failure_of(self.announce(port=7409, id_=peer_id(9))))
        # The same program over another way, and one that restarted at its place, are none more.
        self.assertEqual(failure_of(self.announce(port=7401, id_=peer_id(0), server=1)), "")
        self.assertEqual(failure_of(self.announce(port=7402, id_=peer_id(55))), "")
        self.announce(port=7403, id_=peer_id(2), event="stopped")
        self.assertEqual(failure_of(self.announce(port=7409, id_=peer_id(9))), "")

    def test_a_friend_who_may_only_seed_does(self):
        key = self.add(self.name + " seeds", "--seed-only")
        self.assertIn("seed", failure_of(self.announce(key, left=1)))
        self.assertEqual(failure_of(self.announce(key, left=0)), "")

    def test_udp_scrapes_tell_numbers_where_a_key_came_from(self):
        self.announce(port=7501)
        with Udp(self.tracker.udp[0], "127.0.0.99") as stranger:
            self.assertEqual(stranger.scrape(HASH), [(0, 0, 0)])
            stranger.announce(HASH, port=7502, options=url_data(f"/announce/{self.key}"))
            self.assertNotEqual(stranger.scrape(HASH), [(0, 0, 0)])

    def test_scrapes_over_http_need_a_key(self):
        self.assertTrue(failure_of(scrape(self.tracker, HASH)))
        self.assertTrue(failure_of(scrape(self.tracker, HASH, path="/scrape/" + "0" * 40)))
        self.assertGreaterEqual(self.scrape_http(HASH)[b"incomplete"], 0)

    def test_keys_stand_in_no_log_and_no_file(self):
        self.announce()
        http_get(self.tracker, f"/announce/{self.key}?broken=%")
        renewed = self.command("friend", "renew", self.name).strip()
        places = [self.tracker.log()]
        for name in os.listdir(self.tracker.data):
            path = os.path.join(self.tracker.data, name)
            if stat.S_ISREG(os.stat(path).st_mode):
                with open(path, "rb") as file:
                    places.append(file.read().decode("latin-1"))
        for place in places:
            self.assertNotIn(self.key, place)
            self.assertNotIn(renewed, place)

    def test_the_control_socket_is_for_its_owner_only(self):
        mode = os.stat(os.path.join(self.tracker.data, "control.socket")).st_mode
        self.assertEqual(stat.S_IMODE(mode), 0o600)

    def test_mistakes_in_commands_are_one_sentence(self):
        for words in (("friend", "add", self.name), ("friend", "revoke", "nobody"), ("friend", "renew", "nobody"),
                      ("torrent", "add", "abc"), ("torrent", "remove", "xyz")):
            output, error, status = run(self.tracker.data, *words)
            self.assertEqual((output, status, error.count("\n")), ("", 1, 1), error)


class Restart(unittest.TestCase):
    def test_numbers_friends_and_baselines_survive_a_restart(self):
        first = Tracker(CONFIG, access=None)
        try:
            key = run(first.data, "friend", "add", "Ben")[0].strip()
            path = "/announce/" + key
            announce(first, HASH, path=path, uploaded=0)
            announce(first, HASH, path=path, uploaded=1000)
            self.assertEqual(first.end(), 0)
            offline, _, status = run(first.data, "friend", "list")
            self.assertEqual((status, "1000" in offline), (0, True), offline)
            second = Tracker(CONFIG, access=None, data=first.data)
            try:
                announce(second, HASH, path=path, uploaded=1500)  # goes on from what it reported last
                self.assertIn("1500", run(first.data, "friend", "list")[0])
            finally:
                second.close()
        finally:
            first.close()

    def test_peers_are_there_again_but_those_of_revoked_friends(self):
        first = Tracker(CONFIG, access=None)
        self.addCleanup(first.close)
        keys = {name: run(first.data, "friend", "add", name)[0].strip() for name in ("Ben", "Eve", "Zoe")}
        for port, name in ((7001, "Ben"), (7002, "Eve"), (7003, "Eve")):
            for hash_ in (HASH, HYBRID_V1, HYBRID_V2):
                announce(first, hash_, path="/announce/" + keys[name], port=port, id_=peer_id(port), left=0)
        with Udp(first.udp[0], "127.0.0.9") as client:
            client.announce(HASH, port=7004, id_=peer_id(7004), options=url_data("/announce/" + keys["Ben"]))

        def seen(tracker, hash_):
            answer = announce(tracker, hash_, path="/announce/" + keys["Zoe"], port=7999, numwant=200)
            return sorted(port for _, port in peers_of(answer))

        def restart(tracker, *between):
            self.assertEqual(tracker.end(), 0)
            for words in between:
                self.assertEqual(run(tracker.data, *words)[2], 0)
            fresh = Tracker(CONFIG, access=None, data=first.data)
            self.addCleanup(fresh.close)
            return fresh

        second = restart(first, ("friend", "list"), ("torrent", "list"))
        self.assertEqual(seen(second, HASH), [7001, 7002, 7003, 7004])
        self.assertEqual(seen(second, HYBRID_V2), [7001, 7002, 7003])
        run(second.data, "friend", "revoke", "Ben")  # whose peers came back as his
        self.assertEqual((seen(second, HASH), seen(second, HYBRID_V1)), ([7002, 7003], [7002, 7003]))
        third = restart(second, ("friend", "revoke", "Eve"))
        self.assertEqual((seen(third, HASH), seen(third, HYBRID_V2)), ([], []))
        self.assertEqual(third.end(), 0)

    def test_strangers_of_an_open_tracker_do_not_come_back_among_friends(self):
        first = Tracker(CONFIG, access="open")
        self.addCleanup(first.close)
        key = run(first.data, "friend", "add", "Ben")[0].strip()
        announce(first, HASH, port=7001)
        announce(first, HASH, path="/announce/" + key, port=7002)
        self.assertEqual(first.end(), 0)
        second = Tracker(CONFIG, access="friends", data=first.data)
        self.addCleanup(second.close)
        answer = announce(second, HASH, path="/announce/" + key, port=7003, id_=peer_id(3))
        self.assertEqual(peers_of(answer), [("127.0.0.1", 7002)])

    def test_friends_are_added_while_the_tracker_is_stopped(self):
        tracker = Tracker(CONFIG, access=None)
        try:
            tracker.end()
            key = run(tracker.data, "friend", "add", "Ben")[0].strip()
            again = Tracker(CONFIG, access=None, data=tracker.data)
            self.assertEqual(failure_of(announce(again, HASH, path="/announce/" + key)), "")
            again.close()
        finally:
            tracker.close()

    def test_a_broken_file_keeps_everything_and_says_so(self):
        tracker = Tracker(CONFIG, access=None)
        try:
            key = run(tracker.data, "friend", "add", "Ben")[0].strip()
            path = "/announce/" + key
            announce(tracker, HASH, path=path, port=7001)
            tracker.write_config(CONFIG + "\nthreads = = 2\n")
            tracker.reload()
            tracker.wait_for_log("the old one stays")
            self.assertEqual(peers_of(announce(tracker, HASH, path=path, port=7002)), [("127.0.0.1", 7001)])
            tracker.write_config("interval = 77\n" + CONFIG)
            tracker.reload()
            tracker.wait_for_log("configuration reloaded")
            answer = announce(tracker, HASH, path=path, port=7002)
            self.assertEqual(peers_of(answer), [("127.0.0.1", 7001)])
            self.assertLess(answer[b"interval"], 100)
            self.assertEqual(tracker.end(), 0)
        finally:
            tracker.close()

    def test_friends_of_the_file_come_and_go_with_it(self):
        key = "0123456789abcdef0123456789abcdef01234567"
        named = f"{CONFIG}\n[[friends]]\nname = \"Zoé\"\npasskey = \"{key}\"\n"
        tracker = Tracker(named, access=None)
        try:
            path = "/announce/" + key
            self.assertEqual(failure_of(announce(tracker, HASH, path=path)), "")
            tracker.write_config(CONFIG)
            tracker.reload()
            wait_until(lambda: failure_of(announce(tracker, HASH, path=path)), "the friend to be refused")
            tracker.write_config(named)
            tracker.reload()
            wait_until(lambda: not failure_of(announce(tracker, HASH, path=path)), "the friend to be back")
        finally:
            tracker.close()

    def test_an_open_connection_sees_new_rules(self):
        tracker = Tracker(CONFIG, access=None)
        try:
            with Http(tracker.http[0]) as client:
                key = run(tracker.data, "friend", "add", "Ben")[0].strip()
                target = f"/scrape/{key}?info_hash={'a' * 20}"
                self.assertIn(b"files", client.get(target).decoded())
                run(tracker.data, "friend", "revoke", "Ben")
                self.assertIn("passkey", failure_of(client.get(target).decoded()))
        finally:
            tracker.close()


if __name__ == "__main__":
    unittest.main()
