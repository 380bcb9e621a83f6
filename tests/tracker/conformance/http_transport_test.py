"""HTTP transport and parsing, seen from outside (BEP 3)."""
import re
import time
import unittest

from harness import (Http, Tracker, announce, bdecode, escape, failure_of, http_get, info_hash, peer_id, peers_of, query,
                     scrape)


def without_hash(port):
    return query(port=port).split("&", 1)[1]


class HttpTransport(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tracker = Tracker()
        cls.number = 1000

    @classmethod
    def tearDownClass(cls):
        assert cls.tracker.end() == 0
        cls.tracker.close()

    def setUp(self):
        type(self).number += 1
        self.hash = info_hash(self.number)

    def refused(self, text):
        """The reason with which an announce with this query is refused."""
        answer = http_get(self.tracker, f"/announce?{text}").decoded()
        self.assertEqual(set(answer) - {b"retry in"}, {b"failure reason"}, text)
        self.assertLessEqual(len(answer[b"failure reason"]), 128)
        return failure_of(answer)

    def test_a_valid_announce_is_one_dictionary_of_exactly_the_stated_length(self):
        answer = http_get(self.tracker, f"/announce?{query(self.hash)}")
        self.assertEqual(answer.status, 200)
        self.assertEqual(int(answer.headers["content-length"]), len(answer.body))
        self.assertTrue(answer.body.startswith(b"d") and answer.body.endswith(b"e"))
        bdecode(answer.body)  # strict: sorted unique keys, canonical integers, nothing behind

    def test_counts_are_never_negative(self):
        for event in ("started", "stopped", "stopped", "paused", "stopped", "completed"):
            answer = announce(self.tracker, self.hash, event=event)
            self.assertTrue(all(value >= 0 for value in answer.values() if isinstance(value, int)), answer)

    def test_every_byte_of_an_info_hash_round_trips_in_every_spelling(self):
        unreserved = b"ABCXYZabcxyz0189-._~!*()',;:@$/"
        hashes = [bytes(range(start, start + 20)) for start in range(0, 236, 20)] + [bytes(range(236, 256))]
        for one in hashes:
            mixed = "".join(chr(b) if b in unreserved else f"%{b:02X}" if b % 2 else f"%{b:02x}" for b in one)
            for port, spelling in ((7001, mixed), (7002, escape(one)), (7003, escape(one).upper())):
                answer = http_get(self.tracker, f"/announce?info_hash={spelling}&{without_hash(port)}").decoded()
                self.assertNotIn(b"failure reason", answer, spelling)
            self.assertEqual(scrape(self.tracker, one)[b"files"][one][b"incomplete"], 3)

    def test_plus_is_a_byte_and_not_a_space(self):
        raw = b"+" * 10 + self.hash[:10]
        target = f"/announce?info_hash={'+' * 10}{escape(self.hash[:10])}&{without_hash(7001)}"
        http_get(self.tracker, target).decoded()
        self.assertEqual(scrape(self.tracker, raw)[b"files"][raw][b"incomplete"], 1)
        spaces = raw.replace(b"+", b" ")
        self.assertEqual(scrape(self.tracker, spaces)[b"files"][spaces][b"incomplete"], 0)

    def test_hashes_of_another_length_are_refused(self):
        for wrong in (b"", b"a" * 19, b"a" * 21, b"0123456789" * 4, b"a" * 32):
            self.assertIn("info_hash", self.refused(query(wrong)))
        self.assertIn("peer_id", self.refused(query(self.hash, id_=b"a" * 19)))

    def test_broken_escapes_are_refused_at_once(self):
        for broken in ("%", "%4", "%zz", "%g0", "%0"):
            self.refused(query(self.hash) + "&key=" + broken)
            self.refused("info_hash=" + broken + "&" + query(self.hash))
        self.refused(query(self.hash) + "&ke%00y=1")

    def test_two_info_hashes_in_one_announce_are_refused(self):
        self.assertIn("info_hash", self.refused(query(self.hash) + "&info_hash=" + escape(self.hash)))

    def test_odd_parameters_do_not_disturb_their_neighbours(self):
        for odd in ("lonely", "", "&&", "trackerid=ab==", "a=b=c", "=", "=x", "supportcrypto"):
            for text in (f"{odd}&{query(self.hash)}", f"{query(self.hash)}&{odd}",
                         query(self.hash).replace("&port", f"&{odd}&port")):
                answer = http_get(self.tracker, f"/announce?{text}").decoded()
                self.assertEqual(answer[b"incomplete"], 1, text)

    def test_order_is_free_unknown_names_are_ignored_and_case_matters(self):
        reverse = "&".join(reversed(query(self.hash).split("&")))
        self.assertEqual(http_get(self.tracker, f"/announce?{reverse}&unknown=1").decoded()[b"incomplete"], 1)
        self.assertIn("port", self.refused(query(self.hash).replace("port=", "PORT=")))

    def test_peer_id_and_port_are_needed(self):
        self.assertIn("port", self.refused(query(self.hash, port=None, id_=peer_id(1))))
        self.assertIn("peer_id", self.refused(query(self.hash).replace("peer_id", "peer_xx")))
        self.assertIn("info_hash", self.refused("port=1&peer_id=" + escape(peer_id(1))))

    def test_ports_that_are_none_are_refused(self):
        for wrong in (0, -1, 65536, "abc", "", "80x", "1e3", "%20", "+80", "99999999999999999999"):
            self.assertIn("port", self.refused(query(self.hash, port=1).replace("port=1", f"port={wrong}")))
        self.assertNotIn(b"failure reason", announce(self.tracker, self.hash, port=0, event="stopped"))
        self.assertEqual(announce(self.tracker, self.hash, port=65535)[b"incomplete"], 1)

    def test_who_does_not_say_what_is_left_is_a_leecher(self):
        answer = announce(self.tracker, self.hash, left=None, uploaded=None, downloaded=None)
        self.assertEqual((answer[b"complete"], answer[b"incomplete"]), (0, 1))

    def test_extreme_counters_are_taken_or_refused_but_never_harm(self):
        top = 2**63 - 1
        answer = announce(self.tracker, self.hash, uploaded=top, downloaded=top, left=top)
        self.assertEqual(answer[b"incomplete"], 1)
        for name in ("uploaded", "downloaded", "left"):
            for wrong in (2**63, 2**64, 10**40, "junk", "", "0x10", "1.5", "-1", "-9223372036854775809"):
                answer = announce(self.tracker, self.hash, **{name: wrong})
                self.assertTrue(b"failure reason" in answer or answer[b"incomplete"] == 1, (name, wrong))

    def test_other_methods_and_paths_have_their_status_and_a_short_text(self):
        for method, status in (("POST", 405), ("PUT", 405), ("DELETE", 405), ("OPTIONS", 405), ("BREW", 405)):
            with Http(self.tracker.http[0]) as client:
                client.write(f"{method} /announce?{query(self.hash)} HTTP/1.1\r\nHost: x\r\n\r\n")
                answer = client.read()
                self.assertEqual(answer.status, status, method)
                self.assertTrue(0 < len(answer.body) < 200)
        for path in ("/nothing", "/announcement", "/announce/a/b/c", "/scraper", "//", "/stats.php"):
            answer = http_get(self.tracker, path)
            self.assertEqual(answer.status, 404, path)
            self.assertTrue(0 < len(answer.body) < 200)

    def test_head_has_the_length_and_no_body(self):
        with Http(self.tracker.http[0]) as client:
            client.write(f"HEAD /announce?{query(self.hash)} HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = client.read(body=False)
            self.assertEqual(answer.status, 200)
            self.assertGreater(int(answer.headers["content-length"]), 0)
            self.assertEqual(client.get(f"/announce?{query(self.hash)}").status, 200)

    def test_host_is_needed_since_http_1_1_and_absolute_targets_work(self):
        target = f"/announce?{query(self.hash)}"
        for request, status in ((f"GET {target} HTTP/1.0\r\n\r\n", 200), (f"GET {target} HTTP/1.1\r\n\r\n", 400),
                                (f"GET http://tracker:80{target} HTTP/1.1\r\nHost: tracker\r\n\r\n", 200),
                                (f"GET HTTP://tracker{target} HTTP/1.1\r\nHost: other\r\n\r\n", 200),
                                (f"GET {target} HTTP/2.0\r\nHost: x\r\n\r\n", 505),
                                (f"GET {target}\r\n\r\n", 400), ("\x00\x01\x02\r\n\r\n", 400)):
            with Http(self.tracker.http[0]) as client:
                client.write(request)
                self.assertEqual(client.read().status, status, request)

    def test_pipelined_requests_are_answered_in_order(self):
        with Http(self.tracker.http[0]) as client:
            one = f"GET /announce?{query(self.hash)} HTTP/1.1\r\nHost: x\r\n\r\n"
            two = f"GET /scrape?info_hash={escape(self.hash)} HTTP/1.1\r\nHost: x\r\n\r\n"
            client.write(one + two + one)
            self.assertIn(b"interval", client.read().decoded())
            self.assertIn(b"files", client.read().decoded())
            self.assertIn(b"interval", client.read().decoded())

    def test_connections_end_where_the_client_asks_for_it_and_the_answer_says_so(self):
        target = f"/announce?{query(self.hash)}"
        for request in (f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                        f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: TE, Close\r\n\r\n",
                        f"GET {target} HTTP/1.0\r\n\r\n"):
            with Http(self.tracker.http[0]) as client:
                client.write(request)
                self.assertEqual(client.read().headers["connection"], "close")
                self.assertTrue(client.is_closed())

    def test_a_request_in_single_bytes_is_answered(self):
        with Http(self.tracker.http[0]) as client:
            for byte in f"GET /announce?{query(self.hash)} HTTP/1.1\r\nHost: x\r\n\r\n":
                client.write(byte)
            self.assertEqual(client.read().decoded()[b"incomplete"], 1)

    def test_bare_line_feeds_are_understood(self):
        with Http(self.tracker.http[0]) as client:
            client.write(f"GET /announce?{query(self.hash)} HTTP/1.1\nHost: x\n\n")
            self.assertEqual(client.read().status, 200)

    def test_heads_that_are_too_long_are_refused_and_closed(self):
        long_target = f"GET /announce?{'a' * 9000} HTTP/1.1\r\nHost: x\r\n\r\n"
        long_field = f"GET / HTTP/1.1\r\nHost: x\r\nX-Long: {'a' * 9000}\r\n\r\n"
        many_fields = "GET / HTTP/1.1\r\nHost: x\r\n" + "".join(f"X-{i}: 1\r\n" for i in range(80)) + "\r\n"
        for request in (long_target, long_field, many_fields):
            with Http(self.tracker.http[0]) as client:
                client.write(request)
                self.assertIn(client.read().status, (414, 431))
                self.assertTrue(client.is_closed())

    def test_thousands_of_parameters_take_no_time(self):
        text = query(self.hash) + "&" + "&".join(["a"] * 3400)
        began = time.monotonic()
        for _ in range(100):
            self.assertEqual(http_get(self.tracker, f"/announce?{text}").decoded()[b"incomplete"], 1)
        self.assertLess(time.monotonic() - began, 8)

    def test_answers_are_never_compressed_unless_asked_for(self):
        for headers in ("Host: x\r\n", "Host: x\r\nAccept-Encoding: identity\r\n"):
            answer = http_get(self.tracker, f"/announce?{query(self.hash)}", headers=headers)
            self.assertNotIn("content-encoding", answer.headers)

    def test_failures_name_no_source_files_and_no_internals(self):
        for text in ("", "info_hash=%", query(b"x"), query(self.hash, port="x", id_=peer_id(1)), query(self.hash, event="x")):
            reason = self.refused(text)
            self.assertRegex(reason, r"^[ -~]+$")
            self.assertIsNone(re.search(r"\.cpp|\.h\b|/src|0x|std::|exception", reason), reason)

    def test_the_front_page_is_readable(self):
        answer = http_get(self.tracker, "/")
        self.assertEqual(answer.status, 200)
        self.assertIn(b"tracker", answer.body)

    def test_a_request_with_a_body_does_not_poison_the_connection(self):
        with Http(self.tracker.http[0]) as client:
            client.write(f"GET /announce?{query(self.hash)} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nGET /")
            self.assertEqual(client.read().status, 200)
            self.assertTrue(client.is_closed())

    def test_peers_of_an_answer_are_endpoints_of_this_swarm(self):
        announce(self.tracker, self.hash, port=7100)
        announce(self.tracker, info_hash(999999), port=7200)
        self.assertEqual(peers_of(announce(self.tracker, self.hash, port=7101)), [("127.0.0.1", 7100)])


if __name__ == "__main__":
    unittest.main()
