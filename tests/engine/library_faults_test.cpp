// What is said to close a fault of libtorrent closes it.
#include "data/hostile_torrents.h"
#include "engine/library_faults.h"
#include "engine/settings_translation.h"
#include "engine/torrent_file.h"

#include <QFile>
#include <QTest>

#include <libtorrent/session.hpp>

#include <algorithm>

using namespace essaim;
using namespace essaim::engine;

class LibraryFaultsTest : public QObject {
    Q_OBJECT

    const std::vector<test::HostileSample> m_samples = test::hostileTorrents();

private Q_SLOTS:
    void areClosedByWhatTheTableSays_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; const LibraryFault& fault : libraryFaults())
            QTest::newRow(std::string(fault.what).c_str()) << i++;
    }
    void areClosedByWhatTheTableSays() {
        QFETCH(int, index);
        const LibraryFault& fault = libraryFaults()[std::size_t(index)];
        using Closure = LibraryFault::Closure;
        const bool hasSetting = fault.closure == Closure::Setting || fault.closure == Closure::Choice;
        QCOMPARE(hasSetting, !fault.setting.empty());
        QCOMPARE(fault.closure == Closure::Gate, fault.refusal.has_value());
        QVERIFY(hasSetting || fault.closure == Closure::Gate || !fault.how.empty());
        if (fault.closure == Closure::Setting)
            checkSetting(fault, {SessionSettings(), nothingWanted()});
        if (fault.closure == Closure::Choice)
            checkSetting(fault, {nothingWanted()});
        const QString code = QString::fromUtf8(fault.how.data(), qsizetype(fault.how.size())).section(u' ', 0, 0);
        if (fault.closure == Closure::Code && code.contains(u'.'))
            checkPlace(QString(code).remove(u':').remove(u';'));
        if (fault.closure == Closure::Gate)
            checkRefusal(*fault.refusal);
    }

    void settingsAreReadBackFromTheSession() {
        lt::session_params params = sessionParams({});
        const lt::settings_pack wanted = params.settings;
        const lt::session session(std::move(params));
        QVERIFY(checkSettings(wanted, session.get_settings()));
    }

private:
    /// Whatever the user can switch off is off.
    static SessionSettings nothingWanted() {
        SessionSettings settings;
        settings.dht = settings.lsd = settings.pex = settings.utp = settings.portMapping = false;
        return settings;
    }

    /// The sources that the table names are there.
    static void checkPlace(const QString& file) {
        bool isThere = false;
        for (const char* folder : {"", "alerts/", "mover/"})
            isThere =
                isThere ||
                QFile::exists(QStringLiteral(ESSAIM_SOURCE_DIR "/src/engine/%1%2").arg(QLatin1String(folder), file));
        QVERIFY2(isThere, qPrintable(file));
    }

    static void checkSetting(const LibraryFault& fault, const std::vector<SessionSettings>& choices) {
        const int id = lt::setting_by_name(std::string(fault.setting));
        QVERIFY(id >= 0);
        for (const SessionSettings& settings : choices) {
            const lt::settings_pack pack = sessionParams(settings).settings;
            QVERIFY(pack.has_val(id));
            const bool isInteger = (id & lt::settings_pack::type_mask) == lt::settings_pack::int_type_base;
            QCOMPARE(isInteger ? std::int64_t(pack.get_int(id)) : std::int64_t(pack.get_bool(id)), fault.value);
        }
    }

    void checkRefusal(Fault refusal) const {
        const auto sample = std::ranges::find(m_samples, std::optional(refusal), &test::HostileSample::fault);
        QVERIFY(sample != m_samples.end());
        const auto torrent = parseTorrent(QByteArray::fromStdString(sample->torrent));
        QVERIFY(!torrent && torrent.error().refusal);
        QCOMPARE(int(torrent.error().refusal->fault), int(refusal));
    }
};

QTEST_GUILESS_MAIN(LibraryFaultsTest)
#include "library_faults_test.moc"
