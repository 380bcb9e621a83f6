// essaim-cli create: files and folders become .torrents.
#include "cli/commands.h"
#include "cli/create_options.h"
#include "cli/hash_line.h"
#include "cli/output.h"
#include "cli/portability_text.h"
#include "engine/save_file.h"
#include "engine/torrent_file.h"
#include "text/text.h"

#include <QDateTime>
#include <QFileInfo>

namespace essaim::cli {
namespace {

using Severity = engine::PortabilityIssue::Severity;

/// Where a torrent of this name goes.
QString outputPath(const CreateOptions& options, const QString& name) {
    const QString fileName = name + QStringLiteral(".torrent");
    if (options.output.empty())
        return absolutePath(fileName.toStdString());
    QString pattern = fromArgument(options.output);
    if (pattern.contains(QStringLiteral("{name}")))
        return absolutePath(pattern.replace(QStringLiteral("{name}"), name).toStdString());
    const QString path = absolutePath(options.output);
    const bool isFolder = QFileInfo(path).isDir() || pattern.endsWith(u'/');
    return isFolder ? path + u'/' + fileName : path;
}

QJsonObject toJson(const engine::CreateTorrentPlan& plan, const QString& path) {
    return {
        {QStringLiteral("event"), QStringLiteral("planned")},
        {QStringLiteral("path"), path},
        {QStringLiteral("name"), plan.name},
        {QStringLiteral("size"), plan.totalSize},
        {QStringLiteral("files"), plan.fileCount},
        {QStringLiteral("pieceLength"), plan.pieceLength},
        {QStringLiteral("pieces"), plan.pieceCount},
        {QStringLiteral("padding"), plan.paddingSize},
        {QStringLiteral("overpadded"), plan.isOverpadded},
        {QStringLiteral("torrentSize"), plan.torrentSize},
        {QStringLiteral("leftOut"), int(plan.leftOut.size())}};
}

QJsonObject toJson(const engine::CreatedTorrent& created, const QString& path, const QString& magnet) {
    QJsonObject object{
        {QStringLiteral("event"), QStringLiteral("created")},
        {QStringLiteral("path"), path},
        {QStringLiteral("name"), created.name},
        {QStringLiteral("size"), created.totalSize},
        {QStringLiteral("files"), created.fileCount},
        {QStringLiteral("pieceLength"), created.pieceLength},
        {QStringLiteral("pieces"), created.pieceCount},
        {QStringLiteral("reused"), created.reusedSize},
        {QStringLiteral("magnet"), magnet}};
    if (created.infoHash.v1)
        object.insert(QStringLiteral("infoHashV1"), QString::fromStdString(created.infoHash.v1->toHex()));
    if (created.infoHash.v2)
        object.insert(QStringLiteral("infoHashV2"), QString::fromStdString(created.infoHash.v2->toHex()));
    return object;
}

/// One run of the command.
class Creation {
public:
    explicit Creation(const CreateOptions& options)
        : m_options(options)
        , m_output(options.json) {}

    int run() {
        const auto request = m_options.request();
        if (!request)
            return m_output.wrongUsage(request.error());
        const QList<engine::CreateTorrentRequest> requests =
            m_options.each ? engine::oneTorrentEach(*request) : QList<engine::CreateTorrentRequest>{*request};
        if (requests.size() > 1 && !m_options.output.empty() &&
            outputPath(m_options, QStringLiteral("a")) == outputPath(m_options, QStringLiteral("b")))
            return m_output.wrongUsage(Text::tr("--each makes several: --output must be a folder or hold {name}."));
        int result = Success;
        for (const engine::CreateTorrentRequest& single : requests)
            result = std::max(result, make(single));
        return result;
    }

private:
    int make(const engine::CreateTorrentRequest& request) {
        auto plan = engine::planTorrent(request);
        if (!plan)
            return m_output.fail(plan.error());
        const bool isPortable = reportIssues(*plan, request);
        const QString path = outputPath(m_options, plan->name);
        if (m_options.strict && !isPortable)
            return m_output.fail(
                {ErrorKind::InvalidData, Operation::CreateTorrent, plan->name.toStdString(),
                 "names or files would trouble others"});
        if (m_options.dryRun) {
            reportPlan(*plan, path);
            return Success;
        }
        plan = engine::CreateTorrentPlan(); // a list of files takes its place in memory
        HashLine line(m_output);
        const auto created = engine::createTorrent(request, [&line](const engine::HashProgress& state) {
            line.show(state);
            return true;
        });
        if (!created)
            return m_output.fail(created.error());
        if (const auto saved = engine::saveFile(path, created->torrent); !saved)
            return m_output.fail(saved.error());
        report(*created, path);
        return Success;
    }

    /// False if somebody will not get every file. With --json, notes are told only in a dry run: the result is one
    /// line.
    bool reportIssues(const engine::CreateTorrentPlan& plan, const engine::CreateTorrentRequest& request) {
        bool isPortable = !plan.isOverpadded;
        if (plan.isOverpadded)
            m_output.line(
                Text::tr("Warning: with these pieces, %1 of padding follow the files. Clients with libtorrent before "
                         "2.0.11, this program too, do not open such a torrent; smaller pieces or version 2 avoid it.")
                    .arg(text::size(plan.paddingSize)));
        for (const auto& issue : engine::checkPortability(plan, request, QDateTime::currentMSecsSinceEpoch())) {
            isPortable = isPortable && issue.severity != Severity::Problem;
            if (issue.severity == Severity::Problem || m_options.dryRun) {
                m_output.object(issueObject(issue));
                m_output.line(issueLine(issue));
            }
        }
        if (m_options.dryRun)
            return isPortable;
        for (const QString& skipped : plan.skipped)
            m_output.line(Text::tr("Left out: %1").arg(skipped));
        return isPortable;
    }

    void reportPlan(const engine::CreateTorrentPlan& plan, const QString& path) {
        for (const engine::PlannedFile& file : plan.files) {
            m_output.object(
                {{QStringLiteral("event"), QStringLiteral("file")},
                 {QStringLiteral("path"), file.path},
                 {QStringLiteral("size"), file.size}});
            m_output.line(QStringLiteral("%1  %2").arg(text::size(file.size), 10).arg(file.path));
        }
        for (const engine::LeftOutFile& file : plan.leftOut)
            m_output.line(Text::tr("Left out: %1").arg(file.diskPath));
        m_output.object(toJson(plan, path));
        reportTotals(plan.name, plan.fileCount, plan.totalSize, plan.pieceCount, plan.pieceLength);
        if (plan.paddingSize > 0)
            m_output.line(Text::tr("Padding: %1").arg(text::size(plan.paddingSize)));
        m_output.line(Text::tr("Would be written to %1, about %2").arg(path, text::size(plan.torrentSize)));
    }

    void reportTotals(const QString& name, int files, qint64 size, int pieces, int pieceLength) {
        m_output.line(Text::tr("%1: %n file(s), %2, %3 pieces of %4", nullptr, files)
                          .arg(name, text::size(size), QString::number(pieces), pieceLengthText(pieceLength)));
    }

    void report(const engine::CreatedTorrent& created, const QString& path) {
        const QString magnet = engine::makeMagnet(created.infoHash, created.name, {});
        m_output.object(toJson(created, path, magnet));
        reportTotals(created.name, created.fileCount, created.totalSize, created.pieceCount, created.pieceLength);
        if (created.reusedSize > 0)
            m_output.line(Text::tr("Reused without reading: %1")
                              .arg(text::percent(double(created.reusedSize) / double(created.totalSize))));
        m_output.line(Text::tr("Written to %1").arg(path));
        m_output.line(magnet);
    }

    const CreateOptions& m_options;
    Output m_output;
};

} // namespace

void addCreateCommand(CLI::App& app, Action& chosen) {
    const auto options = std::make_shared<CreateOptions>();
    CLI::App* command = app.add_subcommand("create", Text::tr("Make a .torrent of files and folders").toStdString());
    options->describe(*command);
    command->callback([options, &chosen] { chosen = [options] { return Creation(*options).run(); }; });
}

} // namespace essaim::cli
