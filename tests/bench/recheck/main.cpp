// essaim-recheck: how long the program's own "check again" takes, from the command to the torrent's being complete.
//   essaim-recheck TORRENT FOLDER PROFILE
#include "engine/session.h"
#include "engine/torrent_file.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <sys/resource.h>

using namespace essaim;
using namespace essaim::engine;

namespace {

double processorSeconds() {
    return double(std::clock()) / CLOCKS_PER_SEC;
}

/// Bytes, the most that were resident so far.
long mostMemory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * 1024;
}

/// Adds the torrent as complete, checks it once, prints seconds, processor seconds and memory, ends.
class Recheck {
public:
    Recheck(const QStringList& arguments)
        : m_session({arguments[3] + QStringLiteral("/essaim.db"), offline()}) {
        QFile file(arguments[1]);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read the torrent");
        m_request.torrent = file.readAll();
        m_request.savePath = arguments[2];
        m_request.seedMode = true;
        QObject::connect(&m_session, &Session::started, [this] { m_session.add(m_request); });
        QObject::connect(
            &m_session, &Session::startFailed, [](const Error& error) { qFatal("%s", error.detail.c_str()); });
        QObject::connect(&m_session, &Session::torrentsChanged, [this](const QList<TorrentSnapshot>& torrents) {
            for (const TorrentSnapshot& torrent : torrents)
                onChanged(torrent);
        });
        QObject::connect(&m_session, &Session::stopped, [] { QCoreApplication::quit(); });
        m_session.start();
    }

private:
    static SessionSettings offline() {
        SessionSettings settings;
        settings.offline = true;
        return settings;
    }

    void onChanged(const TorrentSnapshot& torrent) {
        const bool isSeeding = torrent.state == TorrentState::Seeding;
        if (isSeeding && !m_since.isValid()) {
            m_processor = processorSeconds();
            m_since.start();
            m_session.recheck({torrent.id});
        } else if (torrent.state == TorrentState::Checking) {
            m_wasChecked = m_since.isValid();
        } else if (isSeeding && m_wasChecked) {
            std::printf(
                "%.3f %.3f %ld\n", double(m_since.nsecsElapsed()) / 1e9, processorSeconds() - m_processor,
                mostMemory());
            m_wasChecked = false;
            m_session.shutdown();
        }
    }

    Session m_session;
    AddTorrentRequest m_request;
    QElapsedTimer m_since;
    double m_processor = 0;
    bool m_wasChecked = false;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 4)
        qFatal("essaim-recheck TORRENT FOLDER PROFILE");
    const Recheck recheck(application.arguments());
    constexpr int kLongestMs = 300'000;
    QTimer::singleShot(kLongestMs, [] { qFatal("it does not end"); });
    return QCoreApplication::exec();
}
