#!/usr/bin/env python3
"""Shows that each rule of the architecture fires on a tree that breaks it, and stays silent on one that does not."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_architecture

HERE = Path(__file__).parent

SOUND_TREE = {
    "src/core/units.h": "// Units.\n#pragma once\n#include <cstdint>\n",
    "src/storage/database.h": '// The database.\n#pragma once\n#include "core/units.h"\n#include <SQLiteCpp/Database.h>\n',
    "src/engine/session.h": '// The session.\n#pragma once\n#include "core/units.h"\n#include <QObject>\n',
    "src/engine/session.cpp": '// The session.\n#include "engine/session.h"\n#include <libtorrent/session.hpp>\n',
    "src/engine/worker.h": "// The worker.\n#pragma once\n#include <libtorrent/session.hpp>\n",
    "src/tracker/tracker.h": "// The tracker.\n#pragma once\n#include <memory>\n",
    "src/tracker/wire/request.h": '// A request.\n#pragma once\n#include "core/units.h"\n',
    "src/tracker/net/server.h": '// A server.\n#pragma once\n#include "tracker/wire/request.h"\n#include <boost/asio.hpp>\n',
    "src/gui/window.h": '// The window.\n#pragma once\n#include "engine/session.h"\n#include <QWidget>\n',
    "src/gui/window.cpp": '// The window.\n#include "gui/window.h"\n#include "ui_window.h"\n',
}


class Architecture(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for name, text in SOUND_TREE.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def assertBroken(self, *parts):
        """Something is found, and each thing found names all parts: no other rule fires."""
        found = list(check_architecture.violations(self.root))
        self.assertTrue(found, "nothing was found")
        for violation in found:
            for part in parts:
                self.assertIn(part, violation)

    def test_a_sound_tree_passes(self):
        self.assertEqual([], list(check_architecture.violations(self.root)))

    def test_an_empty_tree_fails(self):
        shutil.rmtree(self.root / "src")
        self.assertBroken("holds no sources")

    def test_core_must_not_include_qt(self):
        self.write("src/core/path.h", "// A path.\n#pragma once\n#include <QString>\n")
        self.assertBroken("core/path.h:3", "QString", "QtCore")

    def test_core_must_not_include_a_system_header(self):
        self.write("src/core/path.h", "// A path.\n#pragma once\n#include <unistd.h>\n")
        self.assertBroken("core/path.h:3", "unistd.h")

    def test_a_lower_layer_must_not_include_a_higher_one(self):
        self.write("src/storage/store.h", '// A store.\n#pragma once\n#include "engine/session.h"\n')
        self.assertBroken("storage/store.h:3", "engine/session.h")

    def test_storage_and_tracker_must_not_include_qt(self):
        for layer in ("storage", "tracker"):
            with self.subTest(layer):
                self.write(f"src/{layer}/x.h", "// X.\n#pragma once\n#include <QtCore/QString>\n")
                self.assertBroken(f"{layer}/x.h:3", "QtCore")
                (self.root / f"src/{layer}/x.h").unlink()

    def test_hosting_must_not_include_widgets(self):
        self.write("src/hosting/host.h", "// A host.\n#pragma once\n#include <QWidget>\n")
        self.assertBroken("hosting/host.h:3", "QtWidgets")

    def test_the_window_must_not_include_sqlite(self):
        self.write("src/gui/list.cpp", "// A list.\n#include <SQLiteCpp/Database.h>\n")
        self.assertBroken("gui/list.cpp:2", "sqlite")

    def test_the_window_must_not_include_libtorrent(self):
        self.write("src/gui/list.cpp", "// A list.\n#include <libtorrent/session.hpp>\n")
        self.assertBroken("gui/list.cpp", "libtorrent")

    def test_the_window_must_not_reach_libtorrent_through_a_header(self):
        self.write("src/gui/list.cpp", '// A list.\n#include "engine/worker.h"\n')
        self.assertBroken("gui/list.cpp -> engine/worker.h", "libtorrent", "inside engine")

    def test_hosting_must_not_reach_asio_through_a_header(self):
        self.write("src/tracker/tracker.h", '// The tracker.\n#pragma once\n#include "tracker/net/server.h"\n')
        self.write("src/hosting/host.h", '// A host.\n#pragma once\n#include "tracker/tracker.h"\n')
        self.assertBroken("hosting/host.h -> tracker/tracker.h -> tracker/net/server.h", "boost/asio", "inside engine, tracker")

    def test_a_private_header_of_the_tracker_must_not_be_included_elsewhere(self):
        self.write("src/hosting/host.h", '// A host.\n#pragma once\n#include "tracker/wire/request.h"\n')
        self.assertBroken("hosting/host.h:3", "private to tracker")

    def test_the_wire_formats_must_not_include_sockets(self):
        self.write("src/tracker/wire/request.h", '// A request.\n#pragma once\n#include <sys/socket.h>\n')
        self.assertBroken("tracker/wire/request.h:3", "tracker/wire")

    def test_the_headless_tracker_must_not_include_qt(self):
        self.write("src/trackerd/main.cpp", "// Main.\n#include <QCoreApplication>\n")
        self.assertBroken("trackerd/main.cpp:2", "QtCore")

    def test_an_include_cycle_fails(self):
        self.write("src/core/a.h", '// A.\n#pragma once\n#include "core/b.h"\n')
        self.write("src/core/b.h", '// B.\n#pragma once\n#include "core/c.h"\n')
        self.write("src/core/c.h", '// C.\n#pragma once\n#include "core/a.h"\n')
        self.assertBroken("include cycle: core/a.h -> core/b.h -> core/c.h -> core/a.h")

    def test_a_header_that_includes_itself_fails(self):
        self.write("src/core/a.h", '// A.\n#pragma once\n#include "core/a.h"\n')
        self.assertBroken("include cycle: core/a.h -> core/a.h")

    def test_an_include_relative_to_the_file_fails(self):
        self.write("src/core/a.h", '// A.\n#pragma once\n#include "units.h"\n')
        self.assertBroken("core/a.h:3", "units.h")

    def test_a_folder_outside_the_table_fails(self):
        self.write("src/misc/a.h", "// A.\n#pragma once\n")
        self.assertBroken("misc")

    def test_a_header_without_guard_fails(self):
        self.write("src/core/a.h", "// A.\n")
        self.assertBroken("core/a.h", "#pragma once")

    def test_a_file_without_opening_comment_fails(self):
        self.write("src/core/a.cpp", "#include <memory>\n")
        self.assertBroken("core/a.cpp:1", "comment")

    def test_a_source_may_leave_the_opening_comment_to_its_header(self):
        self.write("src/core/units.cpp", '#include "core/units.h"\n')
        self.assertEqual([], list(check_architecture.violations(self.root)))

    def test_an_overlong_file_fails(self):
        self.write("src/core/a.cpp", "// A.\n" + "int a;\n" * 600)
        self.assertBroken("core/a.cpp", "601 lines")

    def test_a_path_of_the_build_machine_fails(self):
        self.write("notes.md", f"Built in {self.root}/build\n")
        self.assertBroken("notes.md:1", str(self.root))

    def test_the_program_itself_fails_and_says_why(self):
        self.write("src/core/path.h", "// A path.\n#pragma once\n#include <QString>\n")
        run = subprocess.run([sys.executable, HERE / "check_architecture.py", self.root], capture_output=True, text=True)
        self.assertEqual(1, run.returncode)
        self.assertIn("core must not include QString (QtCore)", run.stdout)


if __name__ == "__main__":
    unittest.main()
