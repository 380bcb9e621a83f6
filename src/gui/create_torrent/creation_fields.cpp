#include "gui/create_torrent/creation_fields.h"

#include "create_torrent/ui_create_form.h"

#include "gui/create_torrent/form_texts.h"

#include <QLocale>

namespace essaim::gui {

namespace {

using engine::TorrentFormat;

constexpr int kSmallestPiece = 16 * 1024;
constexpr int kLargestPiece = 128 * 1024 * 1024;

/// The data of the combo: a piece length, or minus the number of pieces that are wished for; 0 = automatic.
int pieceRule(const engine::CreateTorrentRequest& create) {
    return create.pieceLength > 0 ? create.pieceLength : -create.wantedPieces;
}

QString rule(int wantedPieces) {
    return FormTexts::tr("About %1 pieces").arg(QLocale().toString(wantedPieces));
}

} // namespace

void fillCreationCombos(Ui::CreateForm& ui) {
    for (const TorrentFormat format : {TorrentFormat::V1, TorrentFormat::Hybrid, TorrentFormat::V2})
        ui.formatCombo->addItem(FormTexts::formatName(format), QVariant::fromValue(int(format)));
    ui.pieceSizeCombo->addItem(FormTexts::tr("Automatic"), 0);
    for (const int wanted : {500, 1500, 3000, 6000})
        ui.pieceSizeCombo->addItem(rule(wanted), -wanted);
    ui.pieceSizeCombo->insertSeparator(ui.pieceSizeCombo->count());
    for (int size = kSmallestPiece; size <= kLargestPiece; size *= 2)
        ui.pieceSizeCombo->addItem(FormTexts::pieceSize(size), size);
}

hosting::PublishRequest readCreationFields(const Ui::CreateForm& ui) {
    hosting::PublishRequest request;
    engine::CreateTorrentRequest& create = request.create;
    create.format = TorrentFormat(ui.formatCombo->currentData().toInt());
    const int piece = ui.pieceSizeCombo->currentData().toInt();
    create.pieceLength = qMax(0, piece);
    create.wantedPieces = qMax(0, -piece);
    create.isPrivate = ui.privateCheck->isChecked();
    create.trackers = ui.trackersEdit->tiers();
    create.webSeeds = parseLines(ui.webSeedsEdit->toPlainText());
    create.comment = ui.commentEdit->text();
    create.source = ui.sourceEdit->text();
    create.filter = ui.filterPanel->filter();
    create.padFiles = ui.padCheck->isChecked();
    create.withDate = ui.dateCheck->isChecked();
    create.symlinks = ui.linksCheck->isChecked() ? engine::SymlinkPolicy::Follow : engine::SymlinkPolicy::Skip;
    request.host = ui.hostCheck->isChecked();
    if (request.host) {
        request.visibility = ui.visibilityCombo->visibility();
        request.chosen = ui.visibilityCombo->chosen();
    }
    request.seed = ui.seedCheck->isChecked();
    return request;
}

void showCreationFields(Ui::CreateForm& ui, const hosting::PublishRequest& request) {
    const engine::CreateTorrentRequest& create = request.create;
    ui.formatCombo->setCurrentIndex(ui.formatCombo->findData(int(create.format)));
    const int piece = pieceRule(create);
    if (ui.pieceSizeCombo->findData(piece) < 0 && piece < 0)
        ui.pieceSizeCombo->insertItem(1, rule(-piece), piece); // from a file that somebody edited
    ui.pieceSizeCombo->setCurrentIndex(qMax(0, ui.pieceSizeCombo->findData(piece)));
    ui.privateCheck->setChecked(create.isPrivate);
    ui.trackersEdit->setTiers(create.trackers);
    ui.webSeedsEdit->setPlainText(create.webSeeds.join(u'\n'));
    ui.commentEdit->setText(create.comment);
    ui.sourceEdit->setText(create.source);
    ui.filterPanel->setFilter(create.filter);
    ui.padCheck->setChecked(create.padFiles);
    ui.dateCheck->setChecked(create.withDate);
    ui.linksCheck->setChecked(create.symlinks == engine::SymlinkPolicy::Follow);
    ui.hostCheck->setChecked(request.host);
    ui.visibilityCombo->setVisibility(request.visibility, request.chosen);
    ui.seedCheck->setChecked(request.seed);
}

} // namespace essaim::gui
