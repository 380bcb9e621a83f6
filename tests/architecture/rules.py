"""The table of the layers: what each folder of src/ may include. ARCHITECTURE.md says why."""

# What an angle-bracket include belongs to, by the beginning of its path. The standard library, POSIX and Qt are
# recognised in includes.py.
LIBRARY_PREFIXES = {
    "boost/": "boost",
    "libtorrent/": "libtorrent",
    "openssl/": "openssl",
    "fmt/": "fmt",
    "SQLiteCpp/": "sqlite",
    "sqlite3.h": "sqlite",
    "CLI/": "cli11",
    "toml++/": "toml",
    "nlohmann/": "json",
    "qrencode.h": "qrencode",
    "maxminddb.h": "maxminddb",
    "curl/": "curl",
    "linux/": "posix",
}

QT_CORE = {"QtCore"}
QT_WIDGETS = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork"}

# layer: the layers and libraries that it may include. Its own files and the standard library go without saying.
LAYERS = {
    "core": set(),
    "storage": {"core", "sqlite", "fmt", "posix"},
    "geo": {"maxminddb"},
    "hashing": {"core", "openssl", "posix"},
    "tracker": {"core", "storage", "boost", "openssl", "fmt", "posix"},
    "settings": {"core", "posix"} | QT_CORE,
    "text": {"core"} | QT_CORE,
    "engine": {"core", "hashing", "storage", "libtorrent", "boost", "posix"} | QT_CORE,
    "hosting": {"core", "storage", "tracker", "engine", "settings", "text", "QtNetwork"} | QT_CORE,
    "desktop": {"QtDBus"} | QT_CORE,
    "mail": {"curl"} | QT_CORE,
    "gui": {"core", "geo", "hashing", "tracker", "engine", "hosting", "settings", "text", "desktop", "mail", "forms",
            "qrencode"} | QT_WIDGETS,
    "app": {"core", "storage", "tracker", "engine", "settings", "text", "hosting", "gui", "desktop",
            "cli11", "json", "posix"} | QT_WIDGETS,
    "cli": {"core", "engine", "settings", "text", "cli11", "json", "posix"} | QT_CORE,
    "trackerd": {"core", "storage", "tracker", "cli11", "toml", "fmt", "posix"},
}

# library: the layers inside which it must stay. No file of another layer may reach it, not even through the headers
# that it includes.
CONFINED = {
    "libtorrent": {"engine"},
    "boost": {"tracker", "engine"},
    "curl": {"mail"},
}

# layer: the headers that other layers may include; a layer that is not named here is public as a whole.
PUBLIC = {
    "tracker": {"tracker/tracker.h", "tracker/tracker_config.h"},
}

# Folders inside a layer that may include less than the layer does.
NARROWER = {
    "tracker/wire": {"core", "tracker/wire", "fmt", "openssl"},
    "engine/gate": {"core", "engine/gate", "libtorrent", "QtCore"},
}

MAX_LINES = 600      # a longer file fails
WORTH_A_LOOK = 450   # a longer file is listed
