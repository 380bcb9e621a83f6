#include "gui/create_torrent/create_form.h"

#include "create_torrent/ui_create_form.h"

#include "gui/create_torrent/form_texts.h"
#include "gui/create_torrent/plan_probe.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QScreen>
#include <QStandardPaths>

namespace essaim::gui {

namespace {

constexpr int kSmallestPiece = 16 * 1024;
constexpr int kLargestPiece = 128 * 1024 * 1024;
constexpr int kWindowFrame = 48; ///< title bar and a little air

} // namespace

struct CreateForm::Private {
    explicit Private(CreateForm& owner)
        : q(owner) {}

    void fillCombos();
    void connectFields();
    void sourcesChanged();
    void optionsChanged();
    void probe();
    void showAnswer(const PlanAnswer& answer);
    void proposeOutput();
    void updateHostHint();
    void updateCreateButton();
    void browse();
    void showMore(bool open);
    [[nodiscard]] engine::CreateTorrentRequest creation() const;
    [[nodiscard]] QString downloadFolder() const;

    CreateForm& q;
    Ui::CreateForm ui;
    PlanProbe planProbe;
    settings::SettingsStore* settings = nullptr;
    hosting::TrackerHost* trackerHost = nullptr;
    bool planned = false;       ///< the sources can become a torrent
    bool besideSources = false; ///< the folder of the sources can be written
    bool nameTyped = false;     ///< the user chose it: it is not proposed any more
    bool outputTyped = false;
};

void CreateForm::Private::fillCombos() {
    using engine::TorrentFormat;
    for (const TorrentFormat format : {TorrentFormat::V1, TorrentFormat::Hybrid, TorrentFormat::V2})
        ui.formatCombo->addItem(FormTexts::formatName(format), QVariant::fromValue(int(format)));
    ui.formatHint->setText(FormTexts::formatHint(TorrentFormat::V1));
    ui.pieceSizeCombo->addItem(tr("Automatic"), 0);
    for (int size = kSmallestPiece; size <= kLargestPiece; size *= 2)
        ui.pieceSizeCombo->addItem(FormTexts::pieceSize(size), size);
    ui.pieceSizeCombo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    ui.pieceSizeCombo->setMinimumContentsLength(int(tr("Automatic (%1)").size()) + 4);
}

void CreateForm::Private::connectFields() {
    QObject::connect(ui.sourceList, &SourceList::changed, &q, [this] { sourcesChanged(); });
    QObject::connect(&planProbe, &PlanProbe::answered, &q, [this](const auto& answer) { showAnswer(answer); });
    QObject::connect(ui.nameEdit, &QLineEdit::textEdited, &q, [this](const QString& name) {
        nameTyped = !name.isEmpty();
        optionsChanged();
    });
    QObject::connect(ui.outputEdit, &QLineEdit::textEdited, &q, [this] { outputTyped = true; });
    for (QComboBox* combo : {ui.formatCombo, ui.pieceSizeCombo})
        QObject::connect(combo, &QComboBox::currentIndexChanged, &q, [this] { optionsChanged(); });
    for (QCheckBox* box : {ui.hostCheck, ui.privateCheck, ui.seedCheck})
        QObject::connect(box, &QCheckBox::toggled, &q, [this] { q.showError({}); });
    QObject::connect(ui.browseButton, &QPushButton::clicked, &q, [this] { browse(); });
    QObject::connect(ui.moreButton, &QToolButton::clicked, &q, [this] { showMore(ui.moreArea->isHidden()); });
    QObject::connect(ui.createButton, &QPushButton::clicked, &q, &CreateForm::createRequested);
    QObject::connect(ui.dismissButton, &QPushButton::clicked, &q, &CreateForm::dismissed);
}

void CreateForm::Private::sourcesChanged() {
    ui.sourceList->setSizes({});
    optionsChanged();
}

void CreateForm::Private::optionsChanged() {
    const auto format = engine::TorrentFormat(ui.formatCombo->currentData().toInt());
    ui.formatHint->setText(FormTexts::formatHint(format));
    q.showError({});
    probe();
}

void CreateForm::Private::probe() {
    planned = false;
    if (ui.sourceList->paths().isEmpty()) {
        ui.totalsLabel->clear();
        if (!nameTyped)
            ui.nameEdit->clear();
        if (!outputTyped)
            ui.outputEdit->clear();
    } else {
        ui.totalsLabel->setText(tr("Looking at the files…"));
        planProbe.ask(creation());
    }
    updateCreateButton();
}

void CreateForm::Private::showAnswer(const PlanAnswer& answer) {
    if (ui.sourceList->paths().isEmpty())
        return;
    ui.sourceList->setSizes(answer.sizes);
    planned = answer.plan.has_value();
    besideSources = answer.sourceFolderWritable;
    updateCreateButton();
    if (!planned) {
        ui.totalsLabel->clear();
        q.showError(text::errorSentence(answer.plan.error()));
        return;
    }
    ui.totalsLabel->setText(FormTexts::totals(*answer.plan));
    ui.totalsLabel->setToolTip(plainToolTip(answer.plan->skipped.join(QLatin1Char('\n'))));
    if (ui.pieceSizeCombo->currentData().toInt() == 0)
        ui.pieceSizeCombo->setItemText(0, tr("Automatic (%1)").arg(FormTexts::pieceSize(answer.plan->pieceLength)));
    if (!nameTyped)
        ui.nameEdit->setText(answer.plan->name);
    proposeOutput();
}

QString CreateForm::Private::downloadFolder() const {
    const QString chosen = settings ? settings->value(settings::kSavePath) : QString();
    return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : chosen;
}

void CreateForm::Private::proposeOutput() {
    if (outputTyped)
        return;
    const QString folder = besideSources ? QFileInfo(ui.sourceList->paths().first()).absolutePath() : downloadFolder();
    QString name = ui.nameEdit->text();
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    ui.outputEdit->setText(QDir::toNativeSeparators(QDir(folder).filePath(name + QStringLiteral(".torrent"))));
}

void CreateForm::Private::updateHostHint() {
    ui.hostHint->setText(FormTexts::hostHint(*trackerHost));
}

void CreateForm::Private::updateCreateButton() {
    ui.createButton->setEnabled(planned && !planProbe.isBusy());
}

void CreateForm::Private::browse() {
    auto* dialog = new QFileDialog(&q, tr("Save the .torrent as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked once, when it is about to happen
    dialog->setDefaultSuffix(QStringLiteral("torrent"));
    dialog->setNameFilter(tr("Torrents (*.torrent)"));
    const QFileInfo current(ui.outputEdit->text());
    dialog->setDirectory(ui.outputEdit->text().isEmpty() ? downloadFolder() : current.absolutePath());
    dialog->selectFile(current.fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, &q, [this](const QString& path) {
        outputTyped = true;
        ui.outputEdit->setText(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void CreateForm::Private::showMore(bool open) {
    ui.moreArea->setVisible(open);
    ui.moreButton->setIcon(themedIcon(open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    if (!open)
        return;
    // The dialog grows where the screen has room; what does not fit then can be scrolled to.
    QWidget& window = *q.window();
    const int room = window.screen()->availableGeometry().height() - kWindowFrame;
    const int wanted = window.height() + ui.moreArea->sizeHint().height();
    window.resize(window.width(), qMax(window.height(), qMin(wanted, room)));
    ui.contents->layout()->activate();
    ui.scrollArea->ensureWidgetVisible(ui.sourceEdit);
}

engine::CreateTorrentRequest CreateForm::Private::creation() const {
    engine::CreateTorrentRequest result;
    result.paths = ui.sourceList->paths();
    result.name = nameTyped ? ui.nameEdit->text().trimmed() : QString();
    result.format = engine::TorrentFormat(ui.formatCombo->currentData().toInt());
    result.pieceLength = ui.pieceSizeCombo->currentData().toInt();
    result.isPrivate = ui.privateCheck->isChecked();
    result.trackers = parseTiers(ui.trackersEdit->toPlainText());
    result.webSeeds = parseLines(ui.webSeedsEdit->toPlainText());
    result.comment = ui.commentEdit->text();
    result.source = ui.sourceEdit->text();
    return result;
}

CreateForm::CreateForm(QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(*this)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    showError({});
    d.fillCombos();
    d.connectFields();
    d.showMore(false);
    d.updateCreateButton();
}

CreateForm::~CreateForm() = default;

void CreateForm::setServices(const Services& services) {
    m_private->settings = &services.settings;
    m_private->trackerHost = &services.trackerHost;
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, [this] { m_private->updateHostHint(); });
    m_private->updateHostHint();
}

void CreateForm::addSources(const QStringList& paths) {
    m_private->ui.sourceList->add(paths);
}

void CreateForm::setHosting(bool host) {
    m_private->ui.hostCheck->setChecked(host);
}

hosting::PublishRequest CreateForm::request() const {
    hosting::PublishRequest result;
    result.create = m_private->creation();
    result.torrentPath = QDir::fromNativeSeparators(m_private->ui.outputEdit->text().trimmed());
    result.host = m_private->ui.hostCheck->isChecked();
    result.seed = m_private->ui.seedCheck->isChecked();
    return result;
}

void CreateForm::showError(const QString& sentence) {
    m_private->ui.errorLabel->setState(Tint::Loss, sentence);
    m_private->ui.errorLabel->setVisible(!sentence.isEmpty());
}

} // namespace essaim::gui
