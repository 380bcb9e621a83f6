// New torrents get categories and tags by rules.
#include "gui/labels/label_rules.h"

#include "window_fixture.h"

#include "gui/add_torrent/add_options.h"
#include "gui/automation/automation.h"
#include "gui/labels/rules_dialog.h"
#include "gui/transfers/transfer_model.h"
#include "settings/schema.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace essaim;
using namespace essaim::gui;

class LabelRulesTest : public QObject {
    Q_OBJECT
private:
    static void setRules(settings::SettingsStore& settings, const QList<LabelRule>& rules) {
        settings.set(settings::kLabelRules, encodeLabelRules(rules));
    }
    static engine::TorrentDescription describe(const QString& name, qint64 size, const QString& tracker) {
        engine::TorrentDescription torrent;
        torrent.name = name;
        torrent.totalSize = size;
        torrent.trackers = {{QStringLiteral("http://other.example/announce")}, {tracker}};
        torrent.files = {{name, size, false}};
        return torrent;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, QStringLiteral("light")); }

    void theFirstThatFitsGivesTheCategoryAndAllGiveTags() {
        test::WindowFixture fixture;
        setRules(
            fixture.settings, {{QStringLiteral("tracker:music.example"), {}, {QStringLiteral("private")}},
                               {QStringLiteral("name:live"),
                                QStringLiteral("Concerts"),
                                {QStringLiteral("live"), QStringLiteral("private")}},
                               {QStringLiteral("size>1GB"), QStringLiteral("Large"), {}}});
        const auto given = [&fixture](const engine::TorrentDescription& torrent) {
            return givenLabels(fixture.settings, expectedTorrent(torrent));
        };
        const QString url = QStringLiteral("https://music.example/secret/announce");
        QCOMPARE(
            given(describe(QStringLiteral("Choir live"), 2'000'000'000, url)),
            (GivenLabels{QStringLiteral("Concerts"), {QStringLiteral("private"), QStringLiteral("live")}}));
        QCOMPARE(
            given(describe(QStringLiteral("debian"), 2'000'000'000, {})), (GivenLabels{QStringLiteral("Large"), {}}));
        QCOMPARE(given(describe(QStringLiteral("debian"), 20, {})), GivenLabels());
        const auto magnet = engine::parseMagnet(
            QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789&dn=live&tr=") + url);
        QVERIFY(magnet);
        QCOMPARE(givenLabels(fixture.settings, expectedTorrent(*magnet)).category, QStringLiteral("Concerts"));
    }

    void aRuleIsStrongerThanTheUsualCategory() {
        test::WindowFixture fixture;
        fixture.settings.set(settings::kUsualCategory, QStringLiteral("New"));
        setRules(fixture.settings, {{QStringLiteral("live"), QStringLiteral("Concerts"), {QStringLiteral("x")}}});
        const auto usual = [&fixture](const char* name) {
            return usualOptions(fixture.settings, expectedTorrent(describe(QString::fromLatin1(name), 1, {})));
        };
        QCOMPARE(usual("live").category, QStringLiteral("Concerts"));
        QCOMPARE(usual("live").tags, QStringList{QStringLiteral("x")});
        QCOMPARE(usual("other").category, QStringLiteral("New"));
    }

    void whatALinkTurnsOutToBeCounts() {
        test::WindowFixture fixture;
        QHash<QString, engine::TorrentSnapshot> torrents;
        connect(&fixture.session, &engine::Session::torrentsChanged, this, [&torrents](const auto& changed) {
            for (const engine::TorrentSnapshot& torrent : changed)
                torrents.insert(torrent.category, torrent);
        });
        TransferModel model;
        connect(&fixture.session, &engine::Session::torrentsChanged, &model, &TransferModel::merge);
        Automation automation(fixture.services(), model, nullptr);
        QSignalSpy started(&fixture.session, &engine::Session::started);
        fixture.session.start();
        QVERIFY(started.wait(30'000));
        engine::AddTorrentRequest request;
        request.requestId = 1;
        request.magnet = QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789&dn=something");
        request.savePath = fixture.folder.path();
        request.category = QStringLiteral("New"); // as every link that nobody is asked about
        fixture.settings.set(settings::kUsualCategory, request.category);
        fixture.session.add(request);
        QTRY_VERIFY_WITH_TIMEOUT(torrents.contains(request.category), 30'000);
        setRules(fixture.settings, {{QStringLiteral("size>1GB"), QStringLiteral("Large"), {QStringLiteral("big")}}});
        engine::TorrentSnapshot known = torrents.value(request.category); // as the session would say it
        known.hasMetadata = true;
        known.totalSize = known.wantedSize = 2'000'000'000;
        Q_EMIT fixture.session.torrentsChanged({known});
        QTRY_VERIFY_WITH_TIMEOUT(
            torrents.value(QStringLiteral("Large")).tags == QStringList{QStringLiteral("big")}, 30'000);
    }

    void theDialogWritesThem() {
        test::WindowFixture fixture;
        setRules(fixture.settings, {{QStringLiteral("old"), QStringLiteral("Old"), {}}});
        auto* dialog = new RulesDialog(fixture.settings);
        dialog->show();
        const auto press = [dialog](const char* name) {
            dialog->findChild<QPushButton*>(QString::fromLatin1(name))->click();
        };
        auto* table = dialog->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 1);
        press("addRuleButton");
        table->item(1, 0)->setText(QStringLiteral(" tracker:example.org  size>1GB"));
        table->item(1, 1)->setText(QStringLiteral("Films"));
        table->item(1, 2)->setText(QStringLiteral("a, b,, a"));
        press("addRuleButton"); // stays empty
        table->setCurrentCell(1, 0);
        press("ruleUpButton");
        test::photograph(*dialog, QStringLiteral("rules"));
        dialog->accept();
        const QList<LabelRule> rules = decodeLabelRules(fixture.settings.value(settings::kLabelRules));
        QCOMPARE(rules.size(), 2);
        QCOMPARE(
            rules[0], (LabelRule{
                          QStringLiteral("tracker:example.org size>1GB"),
                          QStringLiteral("Films"),
                          {QStringLiteral("a"), QStringLiteral("b")}}));
        QCOMPARE(rules[1].category, QStringLiteral("Old"));
    }

    void whatCannotBeReadIsLeftOut() {
        QVERIFY(decodeLabelRules("nonsense").isEmpty());
        QVERIFY(decodeLabelRules("[{\"category\":\"a\"},7]").isEmpty());
    }
};

QTEST_MAIN(LabelRulesTest)
#include "label_rules_test.moc"
