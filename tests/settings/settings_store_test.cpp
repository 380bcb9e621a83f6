// Settings: values, their ranges, and a file that is never lost.
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "storage/small_disk.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim::settings;

namespace {
const Setting<int> kNumber{"test/number", 5, 1, 10};
const Setting<bool> kFlag{"test/flag", true};
const Setting<QString> kText{"test/text", QStringLiteral("default")};
const Setting<QByteArray> kBytes{"test/bytes", {}};
} // namespace

class SettingsStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    void write(const QByteArray& content) {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("settings.ini"));
    }

    void startsWithDefaultsAndWritesNothing() {
        {
            SettingsStore store(m_file);
            QCOMPARE(store.value(kNumber), 5);
            QCOMPARE(store.value(kFlag), true);
            QCOMPARE(store.value(kText), QStringLiteral("default"));
            QVERIFY(store.keptAside().isEmpty());
        }
        QVERIFY(!QFile::exists(m_file));
    }

    void bringsEveryTypeBack() {
        const QString text = QStringLiteral("Été, \"quoted\"; 100 % = ok\nsecond line \\ end ");
        QByteArray bytes;
        for (int i = 0; i < 256; ++i)
            bytes += static_cast<char>(i);
        {
            SettingsStore store(m_file);
            store.set(kNumber, 7);
            store.set(kFlag, false);
            store.set(kText, text);
            store.set(kBytes, bytes);
        }
        SettingsStore store(m_file);
        QCOMPARE(store.value(kNumber), 7);
        QCOMPARE(store.value(kFlag), false);
        QCOMPARE(store.value(kText), text);
        QCOMPARE(store.value(kBytes), bytes);
        QVERIFY(store.keptAside().isEmpty());
    }

    void bringsValuesIntoTheirRange() {
        SettingsStore store(m_file);
        store.set(kNumber, 99);
        QCOMPARE(store.value(kNumber), 10);
        store.set(kNumber, -99);
        QCOMPARE(store.value(kNumber), 1);
    }

    void readsWhatAPersonWrote() {
        write("[test]\nnumber=99\nflag=false\ntext=plain\n");
        SettingsStore store(m_file);
        QCOMPARE(store.value(kNumber), 10);
        QCOMPARE(store.value(kFlag), false);
        QCOMPARE(store.value(kText), QStringLiteral("plain"));
    }

    void takesTheDefaultWhereAWordStandsForANumber() {
        write("[test]\nnumber=many\n");
        QCOMPARE(SettingsStore(m_file).value(kNumber), 5);
    }

    void saysWhatChangedOnce() {
        SettingsStore store(m_file);
        QSignalSpy changed(&store, &SettingsStore::changed);
        store.set(kNumber, 7);
        store.set(kNumber, 7);
        store.set(kText, QStringLiteral("default")); // as it is
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), QStringLiteral("test/number"));
    }

    void savesAtTheNextTurnOfTheEventLoop() {
        SettingsStore store(m_file);
        store.set(kNumber, 7);
        QVERIFY(!QFile::exists(m_file));
        QTRY_VERIFY(QFile::exists(m_file));
        QCOMPARE(SettingsStore(m_file).value(kNumber), 7);
    }

    void clearsAwayWhatAKilledProgramLeft() {
        write("[test]\nnumber=3\n");
        for (const auto* leftover : {".new", ".new.lock", ".previous.new"}) {
            QFile file(m_file + QString::fromLatin1(leftover));
            QVERIFY(file.open(QFile::WriteOnly));
        }
        QCOMPARE(SettingsStore(m_file).value(kNumber), 3);
        QVERIFY(!QFile::exists(m_file + QStringLiteral(".new")));
        QVERIFY(!QFile::exists(m_file + QStringLiteral(".new.lock")));
        QVERIFY(!QFile::exists(m_file + QStringLiteral(".previous.new")));
    }

    void keepsTheFileToItsOwner() {
        SettingsStore store(m_file);
        store.set(kNumber, 7);
        store.sync();
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFileInfo(m_file).permissions() & others, QFile::Permissions());
    }

    void keepsKeysThatItDoesNotKnow() {
        write("[test]\nnumber=3\n[newer]\nthing=kept\n");
        {
            SettingsStore store(m_file);
            store.set(kNumber, 4);
        }
        QVERIFY(contentOf(m_file).contains("thing=kept"));
    }

    void keepsADamagedFileAside_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros") << QByteArray(300, '\0');
        QTest::newRow("noise") << QByteArray("\x01\xfe garbage \xff\n").repeated(20);
        QTest::newRow("cut in a word") << QByteArray("[test]\nnumber=4\nfla");
    }
    void keepsADamagedFileAside() {
        QFETCH(QByteArray, content);
        write(content);
        {
            SettingsStore store(m_file);
            QCOMPARE(store.keptAside(), m_file + QStringLiteral(".bad"));
            store.set(kNumber, 8);
        }
        QCOMPARE(contentOf(m_file + QStringLiteral(".bad")), content);
        SettingsStore store(m_file);
        QCOMPARE(store.value(kNumber), 8);
        QVERIFY(store.keptAside().isEmpty());
    }

    void usesWhatCanBeReadOfADamagedFile() {
        write("[test]\nnumber=4\nfla");
        {
            SettingsStore store(m_file);
        }
        QCOMPARE(SettingsStore(m_file).value(kNumber), 4);
    }

    void neverOverwritesAnOlderFileAside() {
        write("first");
        {
            SettingsStore store(m_file);
        }
        write("second");
        SettingsStore store(m_file);
        QCOMPARE(store.keptAside(), m_file + QStringLiteral(".bad2"));
        QCOMPARE(contentOf(m_file + QStringLiteral(".bad")), QByteArray("first"));
    }

    void usesTheGenerationBeforeWhereTheFileIsDamaged_data() {
        QTest::addColumn<int>("kept");
        for (const int kept : {0, 1, 8, 15, 20, 30})
            QTest::addRow("cut off after %d bytes", kept) << kept;
    }
    void usesTheGenerationBeforeWhereTheFileIsDamaged() {
        QFETCH(int, kept);
        for (const int number : {7, 10}) {
            SettingsStore store(m_file);
            store.set(kNumber, number);
            store.set(kText, QStringLiteral("a rather long word %1").arg(number));
        }
        write(contentOf(m_file).left(kept));
        {
            SettingsStore store(m_file);
            QVERIFY(store.usesPrevious());
            QCOMPARE(store.keptAside(), m_file + QStringLiteral(".bad"));
            QCOMPARE(store.value(kNumber), 7);
        }
        SettingsStore store(m_file);
        QVERIFY(!store.usesPrevious());
        QCOMPARE(store.value(kNumber), 7);
        QCOMPARE(store.value(kText), QStringLiteral("a rather long word 7"));
    }

    void usesTheGenerationBeforeWhereTheFileIsGone() {
        for (const int number : {7, 10}) {
            SettingsStore store(m_file);
            store.set(kNumber, number);
        }
        QVERIFY(QFile::remove(m_file));
        SettingsStore store(m_file);
        QVERIFY(store.usesPrevious());
        QVERIFY(store.keptAside().isEmpty());
        QCOMPARE(store.value(kNumber), 7);
    }

    void aDamagedGenerationBeforeIsNotTrusted() {
        for (const int number : {7, 10}) {
            SettingsStore store(m_file);
            store.set(kNumber, number);
        }
        {
            QFile previous(m_file + QStringLiteral(".previous"));
            QVERIFY(previous.open(QIODevice::WriteOnly | QIODevice::Truncate));
            previous.write("[test]\nnumber=3\n");
        }
        QCOMPARE(SettingsStore(m_file).value(kNumber), 10);
        write("[test]\nnumber=4\nfla");
        SettingsStore store(m_file);
        QVERIFY(!store.usesPrevious());
        QCOMPARE(store.value(kNumber), 4);
    }

    void aPersonMayChangeTheFile() {
        for (const int number : {7, 10}) {
            SettingsStore store(m_file);
            store.set(kNumber, number);
        }
        write(contentOf(m_file).replace("number=10", "number=2"));
        SettingsStore store(m_file);
        QVERIFY(!store.usesPrevious());
        QVERIFY(store.wasChanged());
        QCOMPARE(store.value(kNumber), 2);
    }

    void saysOnceThatTheFileWasChanged() {
        {
            SettingsStore store(m_file);
            store.set(kNumber, 10);
        }
        write(contentOf(m_file).replace("number=10", "number=2"));
        QVERIFY(SettingsStore(m_file).wasChanged());
        SettingsStore store(m_file);
        QVERIFY(!store.wasChanged());
        QCOMPARE(store.value(kNumber), 2);
    }

    void putsEveryFlippedBitRight() {
        {
            SettingsStore store(m_file);
            store.set(kNumber, 7);
            store.set(kText, QStringLiteral("a word"));
        }
        const QByteArray whole = contentOf(m_file);
        for (int bit = 0; bit < whole.size() * 8; ++bit) {
            QByteArray damaged = whole;
            damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << (bit % 8)));
            write(damaged);
            const SettingsStore store(m_file);
            QVERIFY2(store.wasMended(), qPrintable(QString::number(bit)));
            QCOMPARE(store.value(kNumber), 7);
            QCOMPARE(contentOf(m_file), whole);
        }
    }

    void aLargeFileIsLookedAtQuickly() {
        {
            SettingsStore store(m_file);
            store.set(kText, QString(50'000, u'x'));
            store.set(kNumber, 10);
        }
        const QByteArray whole = contentOf(m_file);
        QByteArray damaged = whole;
        damaged[20'000] = char(damaged[20'000] ^ 4);
        write(damaged);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(SettingsStore(m_file).wasMended());
        QCOMPARE(contentOf(m_file), whole);
        write(QByteArray(whole).replace("number=10", "number=2"));
        SettingsStore changed(m_file);
        QVERIFY(changed.wasChanged());
        QCOMPARE(changed.value(kNumber), 2);
        QVERIFY(!clock.hasExpired(5000)); // milliseconds in truth: the window waits for it
    }

    void takesTheDigestOfTheFirstVersions() {
        const QByteArray content = "[test]\nnumber=3\n";
        const auto digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(16);
        write(content + "; end of settings " + digest + "\n");
        const SettingsStore store(m_file);
        QVERIFY(!store.wasChanged() && !store.wasMended());
        QCOMPARE(store.value(kNumber), 3);
    }

    void readsAFileOfAVersionWithoutDigest() {
        write("[test]\nnumber=3\n; end of settings\n");
        const SettingsStore store(m_file);
        QVERIFY(!store.wasChanged() && !store.wasMended() && store.keptAside().isEmpty());
        QCOMPARE(store.value(kNumber), 3);
    }

    void replacesWhatALinkPointsTo() {
        const auto link = m_folder->filePath(QStringLiteral("link.ini"));
        write("[test]\nnumber=3\n");
        QVERIFY(QFile::link(m_file, link));
        {
            SettingsStore store(link);
            // Another length: QSettings keeps what it read while size and time of the file stay the same.
            store.set(kNumber, 10);
        }
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(SettingsStore(m_file).value(kNumber), 10);
    }

    void keepsTheOldFileWhenTheFolderIsGone() {
        const auto file = m_folder->filePath(QStringLiteral("missing/folder")) + QStringLiteral("/settings.ini");
        QFile obstacle(m_folder->filePath(QStringLiteral("missing")));
        QVERIFY(obstacle.open(QIODevice::WriteOnly)); // a file where the folder should be, so that root fails too
        SettingsStore store(file);
        QSignalSpy failed(&store, &SettingsStore::saveFailed);
        store.set(kNumber, 4);
        store.sync();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(store.value(kNumber), 4);
    }

    void keepsTheOldFileOnAFullDisk() {
        essaim::test::SmallDisk disk(256);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(QStringLiteral("cannot mount a small disk: ") + disk.reason()));
        const auto file = disk.filePath(QStringLiteral("settings.ini"));
        SettingsStore store(file);
        store.set(kNumber, 4);
        store.sync();
        const auto before = contentOf(file);
        disk.fill();
        QSignalSpy failed(&store, &SettingsStore::saveFailed);
        store.set(kBytes, QByteArray(20000, 'x'));
        store.sync();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(contentOf(file), before);
        disk.empty();
        store.sync(); // still pending
        QCOMPARE(SettingsStore(file).value(kBytes).size(), 20000);
        QCOMPARE(SettingsStore(file).value(kNumber), 4);
    }

    void theSchemaHasEachKeyOnce() {
        QFile schema(QStringLiteral(ESSAIM_SOURCE_DIR "/src/settings/schema.h"));
        QVERIFY(schema.open(QIODevice::ReadOnly | QIODevice::Text));
        static const QRegularExpression declaration(QStringLiteral("Setting<.*\\{\"([a-z_]+/[a-z_]+)\""));
        QStringList keys;
        auto matches = declaration.globalMatch(QString::fromUtf8(schema.readAll()));
        while (matches.hasNext())
            keys += matches.next().captured(1);
        QVERIFY(keys.size() > 10);
        QCOMPARE(keys.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(SettingsStoreTest)
#include "settings_store_test.moc"
