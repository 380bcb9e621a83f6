#include "gui/automation/program_runner.h"

#include "gui/automation/torrent_news.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QProcess>
#include <QTimer>

#include <chrono>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
constexpr auto kPause = 50ms; // a thousand torrents at once do not stop the window, nor the computer

QString hexOf(const auto& hash) {
    return hash ? QString::fromStdString(hash->toHex()) : QString();
}

/// The one file, or the folder that holds them all; the save path if there is none such.
QString contentPath(const engine::TorrentSnapshot& torrent, const engine::TorrentDescription& content) {
    QString top;
    for (const engine::TorrentFileEntry& file : content.files) {
        if (file.isPadding)
            continue;
        const QString first = file.path.section(u'/', 0, 0);
        if (!top.isNull() && first != top)
            return torrent.savePath;
        top = first;
    }
    return QDir(torrent.savePath).filePath(top.isEmpty() ? torrent.name : top);
}

} // namespace

ProgramRunner::ProgramRunner(const Services& services, const TorrentNews& news, QObject* parent)
    : QObject(parent)
    , m_services(services) {
    connect(&news, &TorrentNews::added, this, [this](const engine::TorrentSnapshot& torrent) {
        want(m_services.settings.value(settings::kRunWhenAdded), torrent);
    });
    connect(&news, &TorrentNews::finished, this, [this](const engine::TorrentSnapshot& torrent) {
        want(m_services.settings.value(settings::kRunWhenComplete), torrent);
    });
    connect(&services.session, &engine::Session::details, this, &ProgramRunner::onDetails);
    connect(&services.session, &engine::Session::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
        m_asked.removeIf([&ids](const Wanted& wanted) { return ids.contains(wanted.torrent.id); });
    });
}

void ProgramRunner::want(const QString& command, const engine::TorrentSnapshot& torrent) {
    if (command.trimmed().isEmpty())
        return;
    m_asked.append({command, torrent});
    m_services.session.requestDetails(torrent.id);
}

void ProgramRunner::onDetails(const engine::TorrentDetails& details) {
    for (auto wanted = m_asked.begin(); wanted != m_asked.end();) {
        if (wanted->torrent.id != details.id) {
            ++wanted;
            continue;
        }
        m_next.push_back(wordsOf(wanted->command, wanted->torrent, details.description));
        wanted = m_asked.erase(wanted);
        if (m_next.size() == 1)
            QTimer::singleShot(0, this, &ProgramRunner::startNext);
    }
}

void ProgramRunner::startNext() {
    const QStringList words = m_next.front();
    m_next.pop_front();
    if (!words.isEmpty() && !QProcess::startDetached(words.first(), words.mid(1)))
        Q_EMIT failed(tr("The program “%1” could not be started: look under Preferences, Automatic, whether it is "
                         "written as it should be.")
                          .arg(words.first()));
    if (!m_next.empty())
        QTimer::singleShot(kPause, this, &ProgramRunner::startNext);
}

QStringList ProgramRunner::wordsOf(
    const QString& command, const engine::TorrentSnapshot& torrent, const engine::TorrentDescription& content) {
    const auto valueOf = [&](QChar letter) -> std::optional<QString> {
        switch (letter.unicode()) {
        case u'N':
            return torrent.name;
        case u'F':
            return contentPath(torrent, content);
        case u'D':
            return torrent.savePath;
        case u'L':
            return torrent.category;
        case u'G':
            return torrent.tags.join(u',');
        case u'T':
            return torrent.currentTracker;
        case u'I':
            return hexOf(torrent.infoHash.v1);
        case u'J':
            return hexOf(torrent.infoHash.v2);
        case u'Z':
            return QString::number(torrent.totalSize);
        case u'C':
            return QString::number(torrent.fileCount);
        case u'%':
            return QStringLiteral("%");
        default:
            return std::nullopt;
        }
    };
    QStringList words;
    for (const QString& word : QProcess::splitCommand(command)) {
        QString& filled = words.emplace_back();
        for (qsizetype i = 0; i < word.size(); ++i) {
            const auto value = word[i] == u'%' && i + 1 < word.size() ? valueOf(word[i + 1]) : std::nullopt;
            if (filled.isEmpty() && value && value->startsWith(u'-'))
                filled += u' ';
            filled += value.value_or(QString(word[i]));
            i += value ? 1 : 0;
        }
    }
    return words;
}

} // namespace essaim::gui
