// What the tests of the dialog that makes torrents share: real files, real widgets, a real session and tracker.
#pragma once

#include "engine/create_torrent.h"
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "gui/create_torrent/tier_editor.h"
#include "hosting/creation_queue.h"
#include "hosting/free_port.h"
#include "hosting/friends.h"
#include "hosting/invite_feed.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace essaim::test {

inline constexpr int kDeadlineMs = 30'000;

/// A folder "Album" of three files, and the dialog about it.
struct CreateDialogFixture {
    void setUp();
    void tearDown();
    void open(const QStringList& paths, bool host);
    template <typename Widget>
    Widget& find(const char* name) {
        auto* widget = m_dialog->findChild<Widget*>(QString::fromLatin1(name));
        if (widget == nullptr)
            qFatal("no widget %s", name);
        return *widget;
    }
    void click(const char* button) { QTest::mouseClick(&find<QAbstractButton>(button), Qt::LeftButton); }
    void type(const char* edit, const QString& text) {
        find<QLineEdit>(edit).clear();
        QTest::keyClicks(&find<QLineEdit>(edit), text);
    }
    QAbstractItemModel& sources() { return *find<QTreeView>("sourceTree").model(); }
    /// Presses Space on a row of the tree: "Album", "1.bin".
    void toggle(const QStringList& names);
    void write(const QString& name, const QByteArray& bytes) {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void waitForForm() { QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled(), kDeadlineMs); }
    void waitForResult() { QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("closeButton").isVisible(), kDeadlineMs); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<hosting::TrackerHost> m_trackerHost;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<hosting::CreationQueue> m_creations;
    QPointer<gui::CreateTorrentDialog> m_dialog;
};

inline void CreateDialogFixture::setUp() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("Album")));
    for (const int number : {1, 2, 3}) {
        QFile file(path(QStringLiteral("Album/%1.bin").arg(number)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(number * 100'000, char('a' + number)));
    }
    m_settings = std::make_unique<settings::SettingsStore>(path(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_settings->set(settings::kShareOptions, true);
    m_trackerHost = std::make_unique<hosting::TrackerHost>(*m_settings, path(QStringLiteral("tracker.db")), true);
    engine::SessionSettings offline;
    offline.offline = true;
    offline.bindAddress = QStringLiteral("127.0.0.1");
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{path(QStringLiteral("essaim.db")), offline});
    QSignalSpy started(m_session.get(), &engine::Session::started);
    m_session->start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, kDeadlineMs);
    m_creations = std::make_unique<hosting::CreationQueue>(
        *m_session, *m_trackerHost,
        hosting::CreationQueue::Files{path(QStringLiteral("creations.json")), path(QStringLiteral("hashes"))});
}

inline void CreateDialogFixture::tearDown() {
    delete m_dialog;
    m_creations.reset();
    m_session.reset();
    m_trackerHost.reset();
    m_settings.reset();
    m_folder.reset();
}

inline void CreateDialogFixture::open(const QStringList& paths, bool host) {
    const gui::Services services{*m_session, *m_trackerHost, *m_settings, *m_creations};
    gui::CreationDraft draft;
    draft.paths = paths;
    draft.host = host;
    m_dialog = new gui::CreateTorrentDialog(services, draft);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    if (!paths.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled(), kDeadlineMs);
}

inline void CreateDialogFixture::toggle(const QStringList& names) {
    QModelIndex index;
    for (const QString& name : names) {
        const QModelIndexList found =
            sources().match(sources().index(0, 0, index), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        QVERIFY2(!found.isEmpty(), qPrintable(name));
        index = found.first();
    }
    auto& tree = find<QTreeView>("sourceTree");
    tree.setCurrentIndex(index);
    QTest::keyClick(&tree, Qt::Key_Space);
}

} // namespace essaim::test
