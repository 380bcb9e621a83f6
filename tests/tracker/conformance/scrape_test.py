"""Scrapes over HTTP (BEP 48, 21)."""
import random
import unittest

from harness import Tracker, announce, bdecode, escape, failure_of, http_get, info_hash, scrape


class Scrape(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tracker = Tracker()
        cls.number = 3000

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 100
        self.hashes = [info_hash(self.number + n) for n in range(100)]

    def test_a_known_hash_has_its_three_numbers(self):
        announce(self.tracker, self.hashes[0], port=7001, left=5)
        announce(self.tracker, self.hashes[0], port=7001, left=0, event="completed")
        announce(self.tracker, self.hashes[0], port=7002, left=5)
        entry = scrape(self.tracker, self.hashes[0])[b"files"][self.hashes[0]]
        self.assertEqual((entry[b"complete"], entry[b"downloaded"], entry[b"incomplete"]), (1, 1, 1))

    def test_many_hashes_come_sorted_and_once(self):
        asked = self.hashes[:64] + self.hashes[:8]
        random.shuffle(asked)
        files = scrape(self.tracker, *asked)[b"files"]  # the decoder refuses unsorted and repeated keys
        self.assertEqual(sorted(files), sorted(self.hashes[:64]))

    def test_more_hashes_than_the_cap_are_cut_not_failed(self):
        files = scrape(self.tracker, *self.hashes)[b"files"]
        self.assertEqual(sorted(files), sorted(self.hashes[:74]))

    def test_an_unknown_hash_has_zeros_and_stays_unknown(self):
        entry = scrape(self.tracker, self.hashes[0])[b"files"][self.hashes[0]]
        self.assertEqual(entry, {b"complete": 0, b"downloaded": 0, b"downloaders": 0, b"incomplete": 0})

    def test_there_is_no_full_scrape(self):
        for target in ("/scrape", "/scrape?", "/scrape?x=1"):
            self.assertTrue(failure_of(http_get(self.tracker, target).decoded()), target)

    def test_one_bad_hash_fails_the_request(self):
        target = f"/scrape?info_hash={escape(self.hashes[0])}&info_hash=short&info_hash={escape(self.hashes[1])}"
        self.assertIn("info_hash", failure_of(http_get(self.tracker, target).decoded()))

    def test_scraping_changes_nothing(self):
        announce(self.tracker, self.hashes[0])
        for _ in range(50):
            entry = scrape(self.tracker, self.hashes[0])[b"files"][self.hashes[0]]
            self.assertEqual((entry[b"complete"], entry[b"incomplete"]), (0, 1))

    def test_the_scrape_path_mirrors_the_announce_path(self):
        announce(self.tracker, self.hashes[0])
        key = "0123456789" * 4
        for path in ("/scrape", f"/scrape/{key}", "/prefix/scrape", f"/a/b/scrape/{key}"):
            entry = scrape(self.tracker, self.hashes[0], path=path)[b"files"][self.hashes[0]]
            self.assertEqual(entry[b"incomplete"], 1, path)
            answer = announce(self.tracker, self.hashes[0], path=path.replace("scrape", "announce"))
            self.assertEqual(answer[b"incomplete"], 1, path)
        answer = http_get(self.tracker, f"/scrape?x=1&info_hash={escape(self.hashes[0])}&y=2")
        self.assertIn(b"files", bdecode(answer.body))

    def test_downloaders_are_some_of_the_incomplete(self):
        for port, more in ((7001, {}), (7002, {"event": "paused"}), (7003, {"left": 0})):
            announce(self.tracker, self.hashes[0], port=port, **more)
        entry = scrape(self.tracker, self.hashes[0])[b"files"][self.hashes[0]]
        self.assertEqual((entry[b"downloaders"], entry[b"incomplete"]), (1, 2))

    def test_short_answers_are_never_compressed(self):
        target = f"/scrape?info_hash={escape(self.hashes[0])}"
        answer = http_get(self.tracker, target, headers="Host: x\r\nAccept-Encoding: gzip\r\n")
        self.assertNotIn("content-encoding", answer.headers)
        self.assertIn(b"files", answer.decoded())


if __name__ == "__main__":
    unittest.main()
