// The tree of sources: what is ticked, what stays out, and what is left of it when the walk is repeated.
#include "gui/create_torrent/source_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace essaim;
using gui::SourceTreeModel;

namespace {

const auto kAlbum = QStringLiteral("/home/lea/Album");

engine::CreateTorrentPlan plan() {
    engine::CreateTorrentPlan plan;
    const auto add = [&plan](const QString& path, qint64 size) {
        engine::PlannedFile file;
        file.diskPath = kAlbum + u'/' + path;
        file.size = size;
        plan.files.append(file);
    };
    add(QStringLiteral("10.flac"), 10);
    add(QStringLiteral("2.flac"), 2);
    add(QStringLiteral("art/back.png"), 300);
    add(QStringLiteral("art/front.png"), 400);
    plan.leftOut.append({kAlbum + QStringLiteral("/Thumbs.db"), engine::LeftOutFile::Reason::Junk, false});
    plan.leftOut.append({kAlbum + QStringLiteral("/.git"), engine::LeftOutFile::Reason::Hidden, true});
    return plan;
}

} // namespace

class SourceTreeModelTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<SourceTreeModel> m_model;

    QModelIndex row(const QString& path) { return m_model->indexOf(kAlbum + path); }
    int state(const QString& path) { return row(path).data(Qt::CheckStateRole).toInt(); }
    QStringList names(const QModelIndex& parent) {
        QStringList result;
        for (int i = 0; i < m_model->rowCount(parent); ++i)
            result.append(m_model->index(i, 0, parent).data().toString());
        return result;
    }
    void refresh() {
        const auto found = plan();
        m_model->setTree(gui::makeSourceTree({kAlbum}, &found));
    }

private Q_SLOTS:
    void init() {
        m_model = std::make_unique<SourceTreeModel>();
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
        m_model->setSources({kAlbum});
        refresh();
    }

    void folders_come_first_and_numbers_count_by_value() {
        QCOMPARE(m_model->index(0, 0).data().toString(), QStringLiteral("Album"));
        QCOMPARE(
            names(row({})), QStringList(
                                {QStringLiteral(".git"), QStringLiteral("art"), QStringLiteral("2.flac"),
                                 QStringLiteral("10.flac"), QStringLiteral("Thumbs.db")}));
    }

    void what_stays_out_has_no_box_and_says_why() {
        const QModelIndex junk = row(QStringLiteral("/Thumbs.db"));
        QVERIFY(!junk.flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!junk.data(Qt::CheckStateRole).isValid());
        QCOMPARE(junk.siblingAtColumn(1).data().toString(), QStringLiteral("junk"));
    }

    void folders_follow_their_files_and_files_their_folders() {
        QSignalSpy ticked(m_model.get(), &SourceTreeModel::ticked);
        QVERIFY(m_model->setData(row(QStringLiteral("/art/back.png")), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(ticked.size(), 1);
        QCOMPARE(state(QStringLiteral("/art")), int(Qt::PartiallyChecked));
        QCOMPARE(state({}), int(Qt::PartiallyChecked));
        QCOMPARE(m_model->tickedSize(), 412);
        QCOMPARE(m_model->unticked(), QStringList{kAlbum + QStringLiteral("/art/back.png")});
        QVERIFY(m_model->setData(row(QStringLiteral("/art")), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_model->unticked(), QStringList{kAlbum + QStringLiteral("/art")}); // the highest is enough
        QVERIFY(m_model->setData(row({}), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(state(QStringLiteral("/art/back.png")), int(Qt::Checked));
        QCOMPARE(m_model->tickedFiles(), 4);
    }

    void ticks_outlast_a_new_walk_even_if_the_file_was_hidden_meanwhile() {
        m_model->untick({kAlbum + QStringLiteral("/art"), kAlbum + QStringLiteral("/later.flac")});
        refresh();
        QCOMPARE(state(QStringLiteral("/art")), int(Qt::Unchecked));
        QVERIFY(m_model->unticked().contains(kAlbum + QStringLiteral("/later.flac")));
        auto found = plan();
        found.files.removeLast();
        found.files.removeLast(); // a pattern leaves art out
        m_model->setTree(gui::makeSourceTree({kAlbum}, &found));
        refresh();
        QCOMPARE(state(QStringLiteral("/art")), int(Qt::Unchecked));
    }

    void many_files_are_unticked_at_once() {
        engine::CreateTorrentPlan large;
        QStringList out;
        constexpr int kFiles = 20'000;
        for (int i = 0; i < kFiles; ++i) {
            engine::PlannedFile file;
            file.diskPath = QStringLiteral("%1/%2/%3").arg(kAlbum).arg(i % 100).arg(i);
            file.size = 1;
            large.files.append(file);
            if (i % 2 == 0)
                out.append(file.diskPath);
        }
        m_model->setTree(gui::makeSourceTree({kAlbum}, &large));
        QCOMPARE(m_model->tickedFiles(), kFiles);
        m_model->untick(out);
        QCOMPARE(m_model->tickedFiles(), kFiles / 2);
        QCOMPARE(m_model->tickedSize(), kFiles / 2);
    }
};

QTEST_MAIN(SourceTreeModelTest)
#include "source_tree_model_test.moc"
