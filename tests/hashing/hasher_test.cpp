// Pieces of files: their hashes, whichever way they are computed and wherever their bytes lie.
#include "hashing/digests.h"
#include "hashing/hasher.h"
#include "hashing/merkle_tree.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace essaim;
using namespace essaim::hashing;

class HasherTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    static QByteArray bytesOf(qsizetype size, quint32 seed) {
        QByteArray bytes(size, Qt::Uninitialized);
        QRandomGenerator random(seed);
        for (char& byte : bytes)
            byte = char(random.generate());
        return bytes;
    }

    HashFile write(const char* name, const QByteArray& bytes) const {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return {file.fileName().toStdString(), bytes.size()};
    }

    /// The highest nice value among the threads of this process.
    static int leastUrgentThread() {
        constexpr int kNice = 16; // field of proc(5), counted from what follows the name
        int nice = -20;
        for (const QString& thread :
             QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(QStringLiteral("/proc/self/task/%1/stat").arg(thread));
            if (!file.open(QIODevice::ReadOnly))
                continue; // it has just ended
            const QByteArray fields = file.readAll();
            nice = std::max(nice, fields.mid(fields.lastIndexOf(')') + 2).split(' ').value(kNice).toInt());
        }
        return nice;
    }

    static QByteArray sha1(const QByteArray& bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    }
    static QByteArray sha256(const QByteArray& bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    template <std::size_t N>
    static QByteArray toBytes(const Digest<N>& digest) {
        return {reinterpret_cast<const char*>(digest.bytes.data()), qsizetype(N)};
    }

    static Expected<HashResult> hash(const HashJob& job) {
        const PieceMap pieces(job);
        HashResult result(job, pieces.pieceCount());
        HashControl control;
        if (auto done = Hasher(job, pieces).run(result, control); !done)
            return std::unexpected(done.error());
        return result;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyInstructionSetAgrees_data() {
        QTest::addColumn<int>("choice");
        for (int choice = 0; choice < laneChoiceCount(); ++choice)
            QTest::addRow("%d", choice) << choice;
    }
    void everyInstructionSetAgrees() {
        QFETCH(int, choice);
        for (const int count : {1, 2, 7, 8, 9, 16, 17, 33}) {
            std::vector<QByteArray> messages;
            for (int i = 0; i < count; ++i)
                messages.push_back(bytesOf(64 * (1 + i % 5), quint32(100 * count + i)));
            std::vector<Sha1State> sha1States(messages.size());
            std::vector<Sha256State> sha256States(messages.size());
            std::vector<MessageEnd> ends;
            std::vector<Sha1Run> sha1Runs;
            std::vector<Sha256Run> sha256Runs;
            for (std::size_t i = 0; i < messages.size(); ++i) {
                const auto* data = reinterpret_cast<const std::uint8_t*>(messages[i].constData());
                const auto blocks = std::size_t(messages[i].size()) / kBlock;
                sha1Runs.push_back({&sha1States[i], data, blocks});
                sha256Runs.push_back({&sha256States[i], data, blocks});
                ends.emplace_back(std::span<const std::uint8_t>(), std::uint64_t(messages[i].size()));
            }
            hashing::advance(sha1Runs, laneChoice(choice));
            hashing::advance(sha256Runs, laneChoice(choice));
            sha1Runs.clear();
            sha256Runs.clear();
            for (std::size_t i = 0; i < messages.size(); ++i) {
                sha1Runs.push_back({&sha1States[i], ends[i].bytes.data(), ends[i].blocks});
                sha256Runs.push_back({&sha256States[i], ends[i].bytes.data(), ends[i].blocks});
            }
            hashing::advance(sha1Runs, laneChoice(choice));
            hashing::advance(sha256Runs, laneChoice(choice));
            for (std::size_t i = 0; i < messages.size(); ++i) {
                QCOMPARE(toBytes(sha1States[i].digest()), sha1(messages[i]));
                QCOMPARE(toBytes(sha256States[i].digest()), sha256(messages[i]));
            }
        }
    }

    void piecesRunAcrossFilesAndZeros() {
        const QByteArray first = bytesOf(40'000, 1);
        const QByteArray second = bytesOf(70'001, 2);
        HashJob job;
        job.files = {write("1", first), {{}, 9'000}, write("2", {}), write("3", second)};
        job.pieceLength = 16'384;
        const auto result = hash(job);
        QVERIFY(result);
        const QByteArray all = first + QByteArray(9'000, '\0') + second;
        QCOMPARE(qsizetype(result->sha1.size()), (all.size() + 16'383) / 16'384);
        for (std::size_t i = 0; i < result->sha1.size(); ++i)
            QCOMPARE(toBytes(result->sha1[i]), sha1(all.mid(qsizetype(i) * 16'384, 16'384)));
    }

    void paddedPiecesAndTheirTrees() {
        const QByteArray file = bytesOf(100'000, 3);
        HashJob job;
        job.files = {write("1", file), write("2", bytesOf(1, 4))};
        job.pieceLength = 65'536;
        job.isAligned = job.isPadded = job.wantsSha256 = true;
        const auto result = hash(job);
        QVERIFY(result);
        QCOMPARE(int(result->sha1.size()), 3);
        QCOMPARE(toBytes(result->sha1[1]), sha1(file.mid(65'536) + QByteArray(131'072 - 100'000, '\0')));
        QByteArray leaves; // of the first piece
        for (int i = 0; i < 4; ++i)
            leaves += sha256(file.mid(i * 16'384, 16'384));
        QCOMPARE(toBytes(result->sha256[0]), sha256(sha256(leaves.left(64)) + sha256(leaves.mid(64))));
    }

    /// As in a part file: pieces of it, in any order, at any place.
    void readsAFileThatLiesInPartsElsewhere() {
        const QByteArray file = bytesOf(50'000, 5);
        HashFile parts = write("parts", QByteArray(1'000, 'x') + file.mid(32'768, 16'384) + file.left(16'384));
        parts.size = file.size();
        parts.extents = {{0, 16'384, 17'384}, {32'768, 16'384, 1'000}};
        HashJob job;
        job.files = {parts};
        job.pieceLength = 16'384;
        job.goesOnAfterErrors = true;
        const auto result = hash(job);
        QVERIFY(result);
        using State = HashResult::State;
        const std::vector<State> expected{State::Hashed, State::Failed, State::Hashed, State::Failed};
        QVERIFY(result->states == expected);
        QCOMPARE(toBytes(result->sha1[0]), sha1(file.left(16'384)));
        QCOMPARE(toBytes(result->sha1[2]), sha1(file.mid(32'768, 16'384)));
        job.goesOnAfterErrors = false;
        QCOMPARE(int(hash(job).error().kind), int(ErrorKind::NotFound));
    }

    void aFileInAnotherStateThanExpectedIsNotRead() {
        HashFile file = write("1", bytesOf(50'000, 6));
        struct stat status{};
        QCOMPARE(::stat(file.path.c_str(), &status), 0);
        FileIdentity identity = FileIdentity::of(status);
        file.identity = &identity;
        HashJob job;
        job.files = {file};
        QVERIFY(hash(job));
        ++identity.changedNs;
        const auto result = hash(job);
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), int(ErrorKind::Busy));
        QCOMPARE(result.error().subject, file.path);
    }

    void aFileThatIsShorterThanItShouldBeIsAFailure() {
        HashFile file = write("1", bytesOf(50'000, 7));
        file.size = 60'000;
        HashJob job;
        job.files = {file};
        QCOMPARE(int(hash(job).error().kind), int(ErrorKind::Busy));
        job.files[0].path += "0";
        QCOMPARE(int(hash(job).error().kind), int(ErrorKind::NotFound));
    }

    /// Two threads want sixteen pieces each, the reader stays a few ahead.
    void largePiecesAreReadInOrderWithoutWaitingForEachOther() {
        HashFile file = write("1", {});
        file.size = qint64(768) << 20;
        QVERIFY(QFile::resize(QString::fromStdString(file.path), file.size));
        HashJob job;
        job.files = {file};
        job.pieceLength = 16 * 1024 * 1024;
        job.threads = 2;
        job.readOrder = ReadOrder::Sequential;
        const auto result = hash(job);
        QVERIFY(result);
        QVERIFY(std::ranges::all_of(result->sha1, [&](const Sha1Hash& hash) { return hash == result->sha1.front(); }));
        QCOMPARE(int(result->sha1.size()), 48);
    }

    void aCancelEndsARunThatIsPaused() {
        HashFile file = write("1", {});
        file.size = qint64(1) << 40;
        QVERIFY(QFile::resize(QString::fromStdString(file.path), file.size));
        HashJob job;
        job.files = {file};
        job.pieceLength = 16 * 1024 * 1024;
        const PieceMap pieces(job);
        HashResult result(job, pieces.pieceCount());
        HashControl control;
        const auto watch = [&control](const HashStatus& status) {
            const bool wasPaused = status.isPaused;
            control.isPaused = status.done > 0;
            return !wasPaused;
        };
        const auto run = Hasher(job, pieces).run(result, control, watch);
        QVERIFY(!run);
        QCOMPARE(int(run.error().kind), int(ErrorKind::Cancelled));
    }

    void aGentleRunGivesWayToOthersAndFindsTheSame() {
        HashFile file = write("1", {});
        file.size = qint64(1) << 40;
        QVERIFY(QFile::resize(QString::fromStdString(file.path), file.size));
        HashJob job;
        job.files = {file};
        job.pieceLength = 16 * 1024 * 1024;
        job.isGentle = true;
        const PieceMap pieces(job);
        HashResult result(job, pieces.pieceCount());
        HashControl control;
        bool isPatient = false;
        const auto watch = [&](const HashStatus& status) {
            isPatient = isPatient || leastUrgentThread() == 19;
            return !(isPatient && status.done > 0);
        };
        QVERIFY(!Hasher(job, pieces).run(result, control, watch));
        QVERIFY(isPatient);
        QVERIFY(leastUrgentThread() < 19); // this one is as it was

        const QByteArray content = bytesOf(100'000, 9);
        HashJob small;
        small.files = {write("2", content)};
        small.isGentle = true;
        const auto found = hash(small);
        QVERIFY(found);
        QCOMPARE(toBytes(found->sha1.front()), sha1(content.first(16'384)));
    }

    void readsInOrderWhereThatIsBetter() {
        const QByteArray first = bytesOf(300'000, 8);
        HashJob job;
        job.files = {write("1", first)};
        job.readOrder = ReadOrder::Sequential;
        const auto result = hash(job);
        QVERIFY(result);
        for (std::size_t i = 0; i < result->sha1.size(); ++i)
            QCOMPARE(toBytes(result->sha1[i]), sha1(first.mid(qsizetype(i) * 16'384, 16'384)));
    }
};

QTEST_GUILESS_MAIN(HasherTest)
#include "hasher_test.moc"
