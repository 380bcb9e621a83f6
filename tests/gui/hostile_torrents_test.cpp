// The dialog that adds torrents, with every torrent of an enemy: a sentence and no way on, or a list of files.
#include "gui/add_torrent/add_torrent_dialog.h"

#include "window_fixture.h"

#include "data/hostile_torrents.h"
#include "engine/torrent_file.h"
#include "settings/schema.h"

#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace essaim;

class HostileTorrentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areRefusedWithASentenceOrShownAsTheyAre() {
        gui::applyTheme(*qApp, QStringLiteral("light"));
        test::WindowFixture fixture;
        fixture.settings.set(settings::kSavePath, fixture.folder.filePath(QStringLiteral("downloads")));
        for (const test::HostileSample& sample : test::hostileTorrents()) {
            gui::AddTorrentDialog dialog(fixture.services(), {QByteArray::fromStdString(sample.torrent), {}});
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            const auto* message = dialog.findChild<QLabel*>(QStringLiteral("messageLabel"));
            const auto* add = dialog.findChild<QPushButton*>(QStringLiteral("addButton"));
            const QString text = message->text();
            QVERIFY2(add->isEnabled() == !sample.fault, sample.name.c_str());
            QVERIFY2(dialog.height() < 700 && dialog.minimumSizeHint().height() < 700, sample.name.c_str());
            const auto* notes = dialog.findChild<QLabel*>(QStringLiteral("notesLabel"));
            QVERIFY2(notes->isVisible() || !sample.note, sample.name.c_str());
            if (sample.name == "up, file" || sample.name == "turned around, file" || sample.name == "sound version 2")
                test::photograph(dialog, QStringLiteral("add ") + QString::fromStdString(sample.name));
            if (!sample.fault)
                continue;
            QVERIFY2(message->isVisible(), sample.name.c_str());
            const auto words = test::wordsOfSentence(*sample.fault);
            QVERIFY2(!words.empty(), sample.name.c_str());
            QVERIFY2(
                text.contains(QString::fromUtf8(words.data(), qsizetype(words.size()))),
                qPrintable(QString::fromStdString(sample.name) + QStringLiteral(": ") + text));
            QVERIFY2(
                text.endsWith(u'.') && text.count(QStringLiteral(". ")) >= 1 && text.size() < 500, qPrintable(text));
            const bool hasOddCharacter = std::ranges::any_of(text, [](QChar c) {
                return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
            });
            QVERIFY2(!hasOddCharacter, qPrintable(text));
            QVERIFY2(message->textFormat() == Qt::PlainText, "a name from a stranger could be markup");
        }
        QVERIFY(!QDir(fixture.folder.filePath(QStringLiteral("downloads"))).exists());
    }
};

QTEST_MAIN(HostileTorrentsTest)
#include "hostile_torrents_test.moc"
