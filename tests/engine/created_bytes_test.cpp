// The torrents that we make are those that the library makes of the same files.
#include "engine/session_fixture.h"

#include <QTemporaryDir>

#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/torrent_info.hpp>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

namespace {

lt::create_flags_t flagsOf(TorrentFormat format) {
    return format == TorrentFormat::V1   ? lt::create_torrent::v1_only
           : format == TorrentFormat::V2 ? lt::create_torrent::v2_only
                                         : lt::create_flags_t{};
}

/// The info dictionary that the library makes, and what stands beside it in version 2.
QByteArray expected(const CreateTorrentPlan& plan, TorrentFormat format, bool isPadded) {
    lt::file_storage storage;
    for (const PlannedFile& file : plan.files) {
        const bool isProgram = (QFile::permissions(file.diskPath) & QFile::ExeOwner) != 0;
        storage.add_file(
            file.path.toStdString(), file.size, isProgram ? lt::file_storage::flag_executable : lt::file_flags_t{});
    }
    lt::create_flags_t flags = flagsOf(format);
    if (isPadded && format == TorrentFormat::V1)
        flags |= lt::create_torrent::canonical_files;
    lt::create_torrent creator(storage, plan.pieceLength, flags);
    lt::set_piece_hashes(creator, plan.savePath.toStdString());
    const lt::entry torrent = creator.generate();
    QByteArray bytes;
    lt::bencode(std::back_inserter(bytes), torrent["info"]);
    if (const lt::entry* layers = torrent.find_key("piece layers"))
        lt::bencode(std::back_inserter(bytes), *layers);
    return bytes;
}

} // namespace

class CreatedBytesTest : public QObject {
    Q_OBJECT

    void compare(const QString& path, TorrentFormat format, int pieceLength, bool isPadded = false, int threads = 0) {
        CreateTorrentRequest request;
        request.paths = {path};
        request.format = format;
        request.pieceLength = pieceLength;
        request.padFiles = isPadded;
        request.threads = threads;
        request.filter.skipJunk = false;
        const auto created = createTorrent(request);
        QVERIFY2(created.has_value(), created ? "" : created.error().detail.c_str());
        const QByteArray wanted = expected(*planTorrent(request), format, isPadded);
        const lt::torrent_info ours({created->torrent.constData(), created->torrent.size()}, lt::from_span);
        QByteArray info(ours.info_section().data(), ours.info_section().size());
        if (format != TorrentFormat::V1) {
            const qsizetype at = created->torrent.indexOf("12:piece layers");
            QVERIFY(at >= 0);
            info += created->torrent.mid(at + 15, wanted.size() - info.size());
        }
        QCOMPARE(info.size(), wanted.size());
        QVERIFY(info == wanted);
    }

    void compareAll(const QString& path, int pieceLength) {
        for (const TorrentFormat format : {TorrentFormat::V1, TorrentFormat::V2, TorrentFormat::Hybrid})
            compare(path, format, pieceLength);
        compare(path, TorrentFormat::V1, pieceLength, true);
    }

private Q_SLOTS:
    void agreesOnOneFileOfAnySize_data() {
        QTest::addColumn<qint64>("size");
        for (const qint64 around : {1, 55, 64, 119, 16'384, 32'768, 65'536, 131'072, 16'384 * 16, 16'384 * 33}) {
            for (const qint64 size : {around - 1, around, around + 1}) {
                if (size > 0)
                    QTest::addRow("%lld", size) << size;
            }
        }
        QTest::newRow("3,000,001") << qint64(3'000'001);
    }
    void agreesOnOneFileOfAnySize() {
        QFETCH(qint64, size);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("file.bin"));
        writeFile(path, bytesOf(size, quint32(size)));
        for (const int pieceLength : {16'384, 32'768, 131'072})
            compareAll(path, pieceLength);
    }

    void agreesOnTreesOfAllShapes_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 24; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void agreesOnTreesOfAllShapes() {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        const QString root = folder.filePath(QStringLiteral("Été %1").arg(seed));
        const QStringList names{QStringLiteral("a"),   QStringLiteral("b.txt"), QStringLiteral("写真"),
                                QStringLiteral("a b"), QStringLiteral("a-b"),   QStringLiteral("Zoë"),
                                QStringLiteral("..."), QStringLiteral("10"),    QStringLiteral("9")};
        const int count = 1 + int(random.bounded(40));
        for (int i = 0; i < count; ++i) {
            QString path = root;
            for (int depth = int(random.bounded(5)); depth > 0; --depth)
                path += u'/' + names[random.bounded(names.size())] + QStringLiteral(" d");
            path += QStringLiteral("/%1 %2").arg(names[random.bounded(names.size())]).arg(i);
            static constexpr qint64 kEdges[] = {0, 1, 63, 64, 65, 16'383, 16'384, 16'385, 32'768, 65'536, 65'537};
            const qint64 size = random.bounded(3) == 0 ? qint64(random.bounded(300'000))
                                                       : kEdges[random.bounded(quint32(std::size(kEdges)))];
            writeFile(path, bytesOf(size, seed * 1000 + quint32(i)));
            if (random.bounded(8) == 0)
                QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner);
        }
        writeFile(root + QStringLiteral("/last one"), bytesOf(1 + qint64(random.bounded(70'000)), seed));
        compareAll(root, 16'384 << random.bounded(4));
    }

    void agreesOnAFolderWithOneFile() {
        QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("top/file")), bytesOf(20'000, 1));
        compareAll(folder.filePath(QStringLiteral("top")), 16'384);
        writeFile(folder.filePath(QStringLiteral("top/empty")), {});
        compareAll(folder.filePath(QStringLiteral("top")), 16'384);
    }

    void agreesWhateverTheNumberOfThreads() {
        QTemporaryDir folder;
        const QString root = makeContent(folder.path(), 5'000'001);
        for (const int threads : {1, 2, 7, 64}) {
            for (const TorrentFormat format : {TorrentFormat::V1, TorrentFormat::Hybrid})
                compare(root, format, 65'536, false, threads);
        }
    }
};

QTEST_GUILESS_MAIN(CreatedBytesTest)
#include "created_bytes_test.moc"
