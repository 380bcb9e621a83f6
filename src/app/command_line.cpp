#include "app/command_line.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <CLI/CLI.hpp>

namespace essaim::app {

namespace {

/// Links stay as they are; file URLs and relative paths become absolute paths.
QString resolveItem(const QString& item) {
    if (item.startsWith(QLatin1String("magnet:"), Qt::CaseInsensitive))
        return item;
    const QUrl url(item);
    if (url.isLocalFile())
        return url.toLocalFile();
    if (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))
        return item;
    return QDir::cleanPath(QFileInfo(item).absoluteFilePath());
}

/// What is done with the list instead of opening the window.
struct StoreOptions {
    bool lists = false;
    bool verifies = false;
    bool exactly = false;
    std::string restores;
    std::string exportsTo;

    void describe(CLI::App& parser) {
        CLI::Option_group& group = *parser.add_option_group("The list of torrents, without a window");
        group.add_flag("--list-backups", lists, "Show the backups of the list");
        auto* restoring = group.add_option(
            "--restore", restores,
            "Put the list back as of BACKUP: \"latest\", a date (2026-11-20), a name that --list-backups shows, or a "
            "file");
        restoring->type_name("BACKUP");
        group.add_option("--export", exportsTo, "Write all torrents and list.json into this folder")->type_name("DIR");
        group.add_flag(
            "--verify-store", verifies, "Read the list, the files beside it and its backups to the last byte");
        group.require_option(0, 1);
        parser.add_flag("--exactly", exactly, "With --restore: newer torrents leave the list, their files stay")
            ->needs(restoring);
    }

    [[nodiscard]] std::optional<StoreCommand> chosen() const {
        using Kind = StoreCommand::Kind;
        if (lists)
            return StoreCommand{Kind::ListBackups, {}};
        if (verifies)
            return StoreCommand{Kind::Verify, {}};
        if (!restores.empty())
            return StoreCommand{Kind::Restore, QString::fromStdString(restores), exactly};
        if (!exportsTo.empty())
            return StoreCommand{
                Kind::Export, QDir::cleanPath(QFileInfo(QString::fromStdString(exportsTo)).absoluteFilePath())};
        return std::nullopt;
    }
};

} // namespace

std::expected<CommandLine, EarlyExit> parseCommandLine(const QStringList& arguments) {
    CommandLine result;
    std::vector<std::string> items;
    std::string profile;
    std::string language;
    std::string theme;
    std::string geometry;
    std::string demoOutput;

    CLI::App parser("Downloads, shares and hosts torrents.", "essaim");
    parser.set_version_flag("--version", std::string("essaim ") + ESSAIM_VERSION);
    parser.add_option("items", items, "Torrent files, magnet links, URLs to open; other files and folders to share");
    parser.add_flag("--create", result.create, "Make a torrent of the items, whatever they are");
    parser.add_option("--profile", profile, "Keep settings and state in this folder")->type_name("DIR");
    parser.add_option("--language", language, "Language of this run")->check(CLI::IsMember({"en", "fr"}));
    parser.add_option("--theme", theme, "Theme of this run")->check(CLI::IsMember({"system", "light", "dark"}));
    parser.add_option("--geometry", geometry, "Size and place of the window")->type_name("WxH+X+Y");
    parser.add_flag("--offline", result.offline, "Talk to this computer only: no DHT, local discovery, port mapping");
    parser.add_flag("--demo", result.demo, "Show two windows that share a folder, on this computer alone");
    parser.add_flag(
        "--demo-crash", result.demoCrash,
        "Kill both programs of the demonstration in mid-download and start them again");
    parser.add_option("--demo-output", demoOutput, "Save the pictures of the demonstration here")->type_name("DIR");
    parser.add_flag("--pilot", result.pilot)->group("");
    StoreOptions store;
    store.describe(parser);

    std::vector<std::string> reversed; // CLI11 takes its arguments last to first
    for (qsizetype i = arguments.size() - 1; i >= 1; --i)
        reversed.push_back(arguments[i].toStdString());
    try {
        parser.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        std::ostringstream out;
        std::ostringstream err;
        const int status = parser.exit(error, out, err);
        return std::unexpected(
            EarlyExit{status == 0 ? 0 : 2, QString::fromStdString(status == 0 ? out.str() : err.str())});
    }

    for (const std::string& item : items)
        result.items << resolveItem(QString::fromStdString(item));
    if (!profile.empty())
        result.profile = QDir::cleanPath(QFileInfo(QString::fromStdString(profile)).absoluteFilePath());
    if (!demoOutput.empty())
        result.demoOutput = QDir::cleanPath(QFileInfo(QString::fromStdString(demoOutput)).absoluteFilePath());
    result.language = QString::fromStdString(language);
    result.theme = QString::fromStdString(theme);
    result.geometry = QString::fromStdString(geometry);
    result.store = store.chosen();
    return result;
}

} // namespace essaim::app
