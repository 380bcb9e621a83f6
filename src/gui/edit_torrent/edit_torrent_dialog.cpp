#include "gui/edit_torrent/edit_torrent_dialog.h"

#include "edit_torrent/ui_edit_torrent_dialog.h"

#include "engine/background.h"
#include "engine/edit_torrent.h"
#include "engine/torrent_file.h"
#include "gui/create_torrent/form_texts.h"
#include "hosting/torrent_writer.h"
#include "text/text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>

namespace essaim::gui {

namespace {

struct Loaded {
    QByteArray bytes;
    engine::TorrentDescription torrent;
};

Expected<Loaded> load(const QString& path) {
    const auto bytes = engine::readBytes(path, engine::kMaxTorrentFile, Operation::OpenTorrent);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto torrent = engine::parseTorrent(*bytes);
    if (!torrent) {
        Error error = torrent.error();
        error.subject = path.toStdString();
        return std::unexpected(error);
    }
    return Loaded{*bytes, *torrent};
}

struct Saved {
    QByteArray bytes;
    bool hasNewIdentity = false;
};

QString hashText(const InfoHash& hash) {
    QStringList lines;
    if (hash.v1)
        lines.append(QString::fromStdString(hash.v1->toHex()));
    if (hash.v2)
        lines.append(QString::fromStdString(hash.v2->toHex()));
    return lines.join(u'\n');
}

} // namespace

struct EditTorrentDialog::Private {
    explicit Private(EditTorrentDialog& owner)
        : q(owner) {}

    void connectParts();
    void show(const Expected<Loaded>& result);
    void fill();
    void edited();
    void proposeOutput();
    void browse();
    void save();
    void checkTarget(const QString& path);
    void askToReplace(const QString& path);
    void write(const QString& path);
    void written(const QString& path, const Expected<Saved>& result);
    void say(Tint tint, const QString& words);
    [[nodiscard]] engine::TorrentFileEdit edit() const;

    EditTorrentDialog& q;
    Ui::EditTorrentDialog ui;
    QString path;
    Loaded loaded;
    bool isLoaded = false;
    bool isBusy = false; ///< a second click on Save changes nothing
    bool outputTyped = false;
};

void EditTorrentDialog::Private::connectParts() {
    QObject::connect(ui.trackersEdit, &TierEditor::changed, &q, [this] { edited(); });
    QObject::connect(ui.webSeedsEdit, &QPlainTextEdit::textChanged, &q, [this] { edited(); });
    for (QLineEdit* line : {ui.commentEdit, ui.nameEdit, ui.sourceEdit})
        QObject::connect(line, &QLineEdit::textChanged, &q, [this] { edited(); });
    QObject::connect(ui.privateCheck, &QCheckBox::toggled, &q, [this] { edited(); });
    QObject::connect(ui.outputEdit, &QLineEdit::textEdited, &q, [this] { outputTyped = true; });
    QObject::connect(ui.browseButton, &QPushButton::clicked, &q, [this] { browse(); });
    QObject::connect(ui.dismissButton, &QPushButton::clicked, &q, &EditTorrentDialog::reject);
    QObject::connect(ui.saveButton, &QPushButton::clicked, &q, [this] { save(); });
}

void EditTorrentDialog::Private::say(Tint tint, const QString& words) {
    ui.verdictLabel->setState(tint, words);
    ui.verdictLabel->setVisible(!words.isEmpty());
}

void EditTorrentDialog::Private::show(const Expected<Loaded>& result) {
    if (!result) {
        say(Tint::Loss, text::errorSentence(result.error()));
        return;
    }
    loaded = *result;
    isLoaded = true;
    fill();
    ui.contents->setEnabled(true);
    ui.saveButton->setEnabled(true);
    ui.trackersEdit->setFocus();
}

void EditTorrentDialog::Private::fill() {
    const engine::TorrentDescription& torrent = loaded.torrent;
    ui.titleLabel->setText(torrent.name);
    int files = 0;
    for (const engine::TorrentFileEntry& file : torrent.files)
        files += file.isPadding ? 0 : 1;
    ui.factsLabel->setText(
        tr("%1, %2, %3", "files, size, pieces")
            .arg(
                tr("%Ln file(s)", nullptr, files), text::size(torrent.totalSize),
                tr("%n piece(s) of %1", nullptr, torrent.pieceCount).arg(FormTexts::pieceSize(torrent.pieceLength))));
    ui.hashLabel->setText(hashText(torrent.infoHash));
    ui.trackersEdit->setTiers(torrent.trackers);
    ui.webSeedsEdit->setPlainText(torrent.webSeeds.join(u'\n'));
    ui.commentEdit->setText(torrent.comment);
    ui.nameEdit->setText(torrent.name);
    ui.sourceEdit->setText(torrent.source);
    ui.privateCheck->setChecked(torrent.isPrivate);
    edited();
}

/// Only what differs: the rest stays as it was, byte for byte.
engine::TorrentFileEdit EditTorrentDialog::Private::edit() const {
    const engine::TorrentDescription& torrent = loaded.torrent;
    engine::TorrentFileEdit edit;
    if (ui.trackersEdit->tiers() != torrent.trackers)
        edit.trackers = ui.trackersEdit->tiers();
    if (const QStringList seeds = parseLines(ui.webSeedsEdit->toPlainText()); seeds != torrent.webSeeds)
        edit.webSeeds = seeds;
    if (ui.commentEdit->text() != torrent.comment)
        edit.comment = ui.commentEdit->text();
    if (ui.sourceEdit->text() != torrent.source)
        edit.source = ui.sourceEdit->text();
    if (ui.privateCheck->isChecked() != torrent.isPrivate)
        edit.isPrivate = ui.privateCheck->isChecked();
    if (ui.nameEdit->text() != torrent.name)
        edit.name = ui.nameEdit->text();
    return edit;
}

void EditTorrentDialog::Private::edited() {
    if (!isLoaded)
        return;
    say(Tint::Muted, {});
    const bool isOther = edit().changesIdentity();
    ui.identityWarning->setVisible(isOther);
    ui.saveButton->setText(isOther ? tr("&Save as another torrent") : tr("&Save"));
    ui.saveButton->setEnabled(!isBusy && ui.trackersEdit->isValid() && !ui.nameEdit->text().isEmpty());
    ui.dismissButton->setText(tr("Cancel"));
    proposeOutput();
}

/// Another torrent does not take the place of the old one by itself.
void EditTorrentDialog::Private::proposeOutput() {
    if (outputTyped)
        return;
    const QFileInfo info(path);
    const QString other = info.dir().filePath(tr("%1 (changed).torrent").arg(info.completeBaseName()));
    ui.outputEdit->setText(QDir::toNativeSeparators(edit().changesIdentity() ? other : path));
}

void EditTorrentDialog::Private::browse() {
    auto* dialog = new QFileDialog(&q, tr("Save the .torrent as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked once, when it is about to happen
    dialog->setDefaultSuffix(QStringLiteral("torrent"));
    dialog->setNameFilter(tr("Torrents (*.torrent)"));
    const QFileInfo current(ui.outputEdit->text());
    dialog->setDirectory(current.absolutePath());
    dialog->selectFile(current.fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, &q, [this](const QString& chosen) {
        outputTyped = true;
        ui.outputEdit->setText(QDir::toNativeSeparators(chosen));
    });
    dialog->open();
}

void EditTorrentDialog::Private::save() {
    const QString target = QDir::fromNativeSeparators(ui.outputEdit->text().trimmed());
    if (isBusy)
        return;
    if (!QDir::isAbsolutePath(target))
        return say(Tint::Loss, tr("Say in which folder the .torrent is to be saved."));
    // The file that is being edited is meant to change, unless it would become another torrent.
    if (QDir::cleanPath(target) == QDir::cleanPath(path) && !edit().changesIdentity())
        write(target);
    else
        checkTarget(target);
}

void EditTorrentDialog::Private::checkTarget(const QString& target) {
    isBusy = true;
    engine::runInBackground(
        &q, [target] { return QFileInfo(target); },
        [this, target](const QFileInfo& info) {
            isBusy = false;
            if (info.isDir())
                say(Tint::Loss, tr("“%1” is a folder. Add the name of the .torrent.").arg(target));
            else if (info.exists())
                askToReplace(target);
            else
                write(target);
        });
}

void EditTorrentDialog::Private::askToReplace(const QString& target) {
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, tr("Replace “%1”?").arg(QFileInfo(target).fileName()), QMessageBox::Cancel, &q);
    box->setObjectName(QStringLiteral("overwriteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        QDir::cleanPath(target) == QDir::cleanPath(path)
            ? tr("What is written there is another torrent, with another info-hash. The old file is gone then.")
            : tr("A file of this name is in “%1”.").arg(QFileInfo(target).absolutePath()));
    QPushButton* replace = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(replace, &QPushButton::clicked, &q, [this, target] { write(target); });
    box->open();
}

void EditTorrentDialog::Private::write(const QString& target) {
    isBusy = true;
    ui.saveButton->setEnabled(false);
    engine::runInBackground(
        &q,
        [target, bytes = loaded.bytes, wanted = edit()]() -> Expected<Saved> {
            auto result = engine::editTorrent(bytes, wanted, true);
            if (!result)
                return std::unexpected(result.error());
            if (auto done = hosting::writeTorrentFile(target, result->torrent); !done)
                return std::unexpected(done.error());
            return Saved{result->torrent, result->hasNewIdentity()};
        },
        [this, target](const Expected<Saved>& result) { written(target, result); });
}

void EditTorrentDialog::Private::written(const QString& target, const Expected<Saved>& result) {
    isBusy = false;
    ui.saveButton->setEnabled(true);
    if (!result)
        return say(Tint::Loss, text::errorSentence(result.error()));
    // From here on, what was saved is what is edited.
    const auto torrent = engine::parseTorrent(result->bytes);
    if (torrent) {
        loaded = {result->bytes, *torrent};
        path = target;
        outputTyped = false;
        fill();
    }
    ui.dismissButton->setText(tr("Close"));
    ui.dismissButton->setFocus();
    say(Tint::Whole, result->hasNewIdentity ? tr("Saved as another torrent, with a new info-hash.")
                                            : tr("Saved. The info-hash is the same as before."));
}

EditTorrentDialog::EditTorrentDialog(const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_private(std::make_unique<Private>(*this)) {
    Private& d = *m_private;
    setAttribute(Qt::WA_DeleteOnClose);
    d.ui.setupUi(this);
    constexpr int kWindowFrame = 48; // title bar and a little air
    resize(size().boundedTo(screen()->availableGeometry().size() - QSize(16, kWindowFrame)));
    d.path = path;
    d.ui.outputEdit->setText(QDir::toNativeSeparators(path));
    d.ui.titleLabel->setText(QFileInfo(path).fileName());
    d.ui.identityWarning->setState(
        Tint::Attention, tr("The info-hash changes: send the new file to everybody who is to share it."));
    d.ui.identityWarning->hide();
    d.ui.contents->setEnabled(false);
    d.ui.saveButton->setEnabled(false);
    d.say(Tint::Muted, {});
    d.connectParts();
    engine::runInBackground(this, [path] { return load(path); }, [&d](const auto& result) { d.show(result); });
}

EditTorrentDialog::~EditTorrentDialog() = default;

} // namespace essaim::gui
