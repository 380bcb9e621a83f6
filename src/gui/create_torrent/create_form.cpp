#include "gui/create_torrent/create_form.h"

#include "create_torrent/ui_create_form.h"

#include "gui/create_torrent/creation_fields.h"
#include "gui/create_torrent/form_texts.h"
#include "gui/create_torrent/plan_probe.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "hosting/creation_queue.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace essaim::gui {

namespace {

QString fileNameOf(QString torrentName) {
    return torrentName.replace(u'/', u'_') + QStringLiteral(".torrent");
}

} // namespace

struct CreateForm::Private {
    explicit Private(CreateForm& owner)
        : q(owner) {}

    void connectSources();
    void connectFields();
    void optionsChanged(bool wantsTree);
    void probe(bool wantsTree);
    void ask(bool wantsTree);
    void showAnswer(const PlanAnswer& answer);
    void showTotals(const CreationTotals& found);
    void showMode();
    void showVisibility();
    void proposeOutput();
    void apply(const QList<engine::PortabilityIssue>& issues);
    void updateHostHint();
    void updateCreateButton();
    void browse();
    void showMore(bool open);
    void fold(bool folded);
    void updateFold();
    [[nodiscard]] bool isOneEach() const { return ui.eachRadio->isChecked() && ui.sourceList->paths().size() > 1; }
    [[nodiscard]] hosting::PublishRequest request() const;
    [[nodiscard]] QString downloadFolder() const;

    CreateForm& q;
    Ui::CreateForm ui;
    PlanProbe planProbe;
    QTimer changingTimer;  ///< until files that are being written are looked at again
    CreationTotals totals; ///< the last that were shown
    settings::SettingsStore* settings = nullptr;
    hosting::TrackerHost* trackerHost = nullptr;
    std::optional<TorrentId> replaces;
    QHash<QString, QString> renames; ///< disk path -> last part of the path in the torrent
    QString hashesFile;
    bool planned = false;       ///< the sources can become a torrent
    bool besideSources = false; ///< the folder of the sources can be written
    bool isForSharing = false;  ///< see offerToShare()
    bool isFolded = false;
    bool nameTyped = false; ///< the user chose it: it is not proposed any more
    bool outputTyped = false;
};

void CreateForm::Private::connectSources() {
    QObject::connect(ui.sourceList, &SourceList::changed, &q, [this] {
        showMode();
        optionsChanged(true);
    });
    QObject::connect(ui.sourceList, &SourceList::ticked, &q, [this] { optionsChanged(false); });
    QObject::connect(ui.filterPanel, &FilterPanel::changed, &q, [this] { optionsChanged(true); });
    QObject::connect(ui.eachRadio, &QRadioButton::toggled, &q, [this] {
        outputTyped = false; // a file became a folder, or a folder a file
        showMode();
        optionsChanged(false);
    });
    QObject::connect(ui.findingsPanel, &FindingsPanel::remedyChosen, &q, [this](const auto& issues) { apply(issues); });
    QObject::connect(ui.findingsPanel, &FindingsPanel::revealed, ui.sourceList, &SourceList::reveal);
    QObject::connect(&planProbe, &PlanProbe::counted, &q, [this](qint64 known) {
        totals.known = known;
        ui.totalsLabel->setText(FormTexts::totals(totals));
    });
    constexpr std::chrono::seconds kUntilTheyRest{5};
    changingTimer.setSingleShot(true);
    changingTimer.setInterval(kUntilTheyRest);
    QObject::connect(&changingTimer, &QTimer::timeout, &q, [this] {
        if (!ui.sourceList->paths().isEmpty() && q.isVisible())
            ask(false);
    });
    QObject::connect(&planProbe, &PlanProbe::answered, &q, [this](const auto& answer) { showAnswer(answer); });
}

void CreateForm::Private::connectFields() {
    QObject::connect(ui.nameEdit, &QLineEdit::textEdited, &q, [this](const QString& name) {
        nameTyped = !name.isEmpty();
        optionsChanged(false);
    });
    QObject::connect(ui.outputEdit, &QLineEdit::textEdited, &q, [this] { outputTyped = true; });
    for (QComboBox* combo : {ui.formatCombo, ui.pieceSizeCombo})
        QObject::connect(combo, &QComboBox::currentIndexChanged, &q, [this] { optionsChanged(false); });
    for (QCheckBox* box : {ui.hostCheck, ui.privateCheck, ui.seedCheck})
        QObject::connect(box, &QCheckBox::toggled, &q, [this] { q.showError({}); });
    QObject::connect(ui.hostCheck, &QCheckBox::toggled, &q, [this] {
        showVisibility();
        showMode();
    });
    QObject::connect(ui.visibilityCombo, &VisibilityCombo::visibilityChanged, &q, [this] { showVisibility(); });
    QObject::connect(ui.padCheck, &QCheckBox::toggled, &q, [this] { optionsChanged(false); });
    QObject::connect(ui.linksCheck, &QCheckBox::toggled, &q, [this] { optionsChanged(true); });
    QObject::connect(ui.trackersEdit, &TierEditor::changed, &q, [this] {
        q.showError({});
        updateCreateButton();
    });
    QObject::connect(ui.presetBar, &PresetBar::chosen, &q, [this](const auto& preset) { q.setOptions(preset); });
    QObject::connect(ui.browseButton, &QPushButton::clicked, &q, [this] { browse(); });
    QObject::connect(ui.moreButton, &QToolButton::clicked, &q, [this] { showMore(ui.moreArea->isHidden()); });
    QObject::connect(ui.moreOptionsButton, &QToolButton::clicked, &q, [this] {
        fold(!isFolded);
        settings->set(settings::kShareOptions, !isFolded);
    });
    QObject::connect(ui.createButton, &QPushButton::clicked, &q, &CreateForm::createRequested);
    QObject::connect(ui.dismissButton, &QPushButton::clicked, &q, &CreateForm::dismissed);
}

/// What is not for everyone is private, and names no tracker but the one that each friend gets.
void CreateForm::Private::showVisibility() {
    const bool host = ui.hostCheck->isChecked();
    const bool isRestricted = host && ui.visibilityCombo->visibility() != tracker::Visibility::Everyone;
    ui.visibilityCombo->setEnabled(host);
    ui.privateCheck->setEnabled(!isRestricted);
    ui.trackersEdit->setEnabled(!isRestricted);
    if (isRestricted)
        ui.privateCheck->setChecked(true);
}

/// With or without a choice between one torrent and several.
void CreateForm::Private::showMode() {
    ui.eachArea->setVisible(ui.sourceList->paths().size() > 1);
    const bool each = isOneEach();
    ui.nameEdit->setEnabled(!each);
    ui.nameEdit->setPlaceholderText(each ? tr("Each under its own name") : QString());
    ui.outputLabel->setText(each ? tr("Sa&ve in") : tr("Sa&ve as"));
    const int count = int(ui.sourceList->paths().size());
    if (ui.hostCheck->isChecked())
        ui.createButton->setText(each ? tr("Share %n torrent(s)", nullptr, count) : tr("Share"));
    else
        ui.createButton->setText(each ? tr("&Create %n torrent(s)", nullptr, count) : tr("&Create"));
}

void CreateForm::Private::optionsChanged(bool wantsTree) {
    const auto format = engine::TorrentFormat(ui.formatCombo->currentData().toInt());
    ui.formatHint->setText(FormTexts::formatHint(format));
    ui.padCheck->setEnabled(format == engine::TorrentFormat::V1); // a matter of course in the others
    q.showError({});
    probe(wantsTree);
}

void CreateForm::Private::probe(bool wantsTree) {
    planned = false;
    if (ui.sourceList->paths().isEmpty()) {
        ui.totalsLabel->clear();
        ui.pieceHint->clear();
        ui.findingsPanel->setIssues({});
        if (!nameTyped)
            ui.nameEdit->clear();
        if (!outputTyped)
            ui.outputEdit->clear();
    } else {
        ui.totalsLabel->setText(tr("Looking at the files…"));
        ask(wantsTree);
    }
    updateCreateButton();
}

void CreateForm::Private::ask(bool wantsTree) {
    changingTimer.stop();
    PlanQuestion question{request().create, isOneEach(), wantsTree};
    question.request.cachePath = hashesFile;
    planProbe.ask(question);
}

void CreateForm::Private::showAnswer(const PlanAnswer& answer) {
    if (ui.sourceList->paths().isEmpty())
        return;
    if (answer.tree && *answer.tree)
        ui.sourceList->setTree(std::move(*answer.tree));
    planned = answer.totals.has_value();
    besideSources = answer.sourceFolderWritable;
    ui.findingsPanel->setIssues(answer.issues);
    using Issue = engine::PortabilityIssue;
    if (std::ranges::find(answer.issues, Issue::Kind::StillChanging, &Issue::kind) != answer.issues.end())
        changingTimer.start();
    updateCreateButton();
    if (planned) {
        showTotals(*answer.totals);
        return;
    }
    ui.totalsLabel->clear();
    ui.pieceHint->clear();
    q.showError(text::errorSentence(answer.totals.error()));
}

void CreateForm::Private::showTotals(const CreationTotals& found) {
    totals = found;
    ui.totalsLabel->setText(FormTexts::totals(totals));
    ui.totalsLabel->setToolTip(plainToolTip(FormTexts::skipped(totals)));
    ui.pieceHint->setText(FormTexts::pieceHint(totals));
    const bool tellsSize = ui.pieceSizeCombo->currentData().toInt() == 0 && totals.pieceLength > 0;
    ui.pieceSizeCombo->setItemText(
        0, tellsSize ? tr("Automatic (%1)").arg(FormTexts::pieceSize(totals.pieceLength)) : tr("Automatic"));
    if (isOneEach())
        ui.nameEdit->clear();
    else if (!nameTyped)
        ui.nameEdit->setText(totals.name);
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
    const QString path = isOneEach() ? folder : QDir(folder).filePath(fileNameOf(ui.nameEdit->text()));
    ui.outputEdit->setText(QDir::toNativeSeparators(path));
}

void CreateForm::Private::apply(const QList<engine::PortabilityIssue>& issues) {
    using Fix = engine::PortabilityIssue::Fix;
    QStringList out;
    for (const engine::PortabilityIssue& issue : issues) {
        if (issue.fix == Fix::LeaveOut)
            out.append(issue.diskPath);
        else if (issue.fix == Fix::Rename)
            renames.insert(issue.diskPath, issue.suggestion);
        else if (issue.fix == Fix::ChooseHybrid)
            ui.formatCombo->setCurrentIndex(ui.formatCombo->findData(int(engine::TorrentFormat::Hybrid)));
    }
    if (!out.isEmpty())
        ui.sourceList->untick(out); // asks again by itself
    else
        optionsChanged(true);
}

void CreateForm::Private::updateHostHint() {
    ui.hostHint->setText(FormTexts::hostHint(*trackerHost));
    ui.shareStateLabel->setText(FormTexts::hostHint(*trackerHost));
}

void CreateForm::Private::updateCreateButton() {
    ui.createButton->setEnabled(planned && !planProbe.isBusy() && ui.trackersEdit->isValid());
}

void CreateForm::Private::browse() {
    auto* dialog = new QFileDialog(&q, isOneEach() ? tr("Save the .torrent files in") : tr("Save the .torrent as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QFileInfo current(ui.outputEdit->text());
    if (isOneEach()) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setDirectory(ui.outputEdit->text().isEmpty() ? downloadFolder() : ui.outputEdit->text());
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked once, when it is about to happen
        dialog->setDefaultSuffix(QStringLiteral("torrent"));
        dialog->setNameFilter(tr("Torrents (*.torrent)"));
        dialog->setDirectory(ui.outputEdit->text().isEmpty() ? downloadFolder() : current.absolutePath());
        dialog->selectFile(current.fileName());
    }
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
    QMetaObject::invokeMethod(
        &q, [this] { ui.scrollArea->ensureWidgetVisible(ui.moreArea); }, Qt::QueuedConnection); // it has no place yet
}

void CreateForm::Private::fold(bool folded) {
    isFolded = folded;
    if (folded)
        ui.hostCheck->setChecked(true); // that is what it is about
    updateFold();
    Q_EMIT q.foldChanged();
}

void CreateForm::Private::updateFold() {
    ui.scrollArea->setHidden(isFolded);
    ui.filterPanel->setHidden(isFolded);
    ui.shareChoice->setVisible(isFolded);
    ui.shareStateLabel->setVisible(isFolded);
    ui.moreOptionsButton->setVisible(isForSharing);
    ui.moreOptionsButton->setText(isFolded ? tr("More &options") : tr("Fewer &options"));
    ui.moreOptionsButton->setIcon(themedIcon(isFolded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up")));
}

hosting::PublishRequest CreateForm::Private::request() const {
    hosting::PublishRequest result = readCreationFields(ui);
    result.create.paths = ui.sourceList->paths();
    result.create.filter.leftOut = ui.sourceList->unticked();
    result.create.renames = renames;
    if (nameTyped && !isOneEach())
        result.create.name = ui.nameEdit->text().trimmed();
    else if (!isOneEach())
        result.create.name = proposedName(result.create.paths);
    if (ui.replaceCheck->isChecked())
        result.replaces = replaces;
    const bool needsFile = result.visibility == tracker::Visibility::Everyone && result.create.isPrivate;
    if (!isFolded || needsFile) // else it has a link, or friends have a page
        result.torrentPath = QDir::fromNativeSeparators(ui.outputEdit->text().trimmed());
    return result;
}

CreateForm::CreateForm(QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(*this)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.ui.splitter->setStretchFactor(0, 1);
    d.ui.splitter->setStretchFactor(1, 1);
    fillCreationCombos(d.ui);
    d.ui.formatHint->setText(FormTexts::formatHint(engine::TorrentFormat::V1));
    showError({});
    d.connectSources();
    d.connectFields();
    d.showMode();
    d.showVisibility();
    d.showMore(false);
    d.ui.replaceCheck->hide();
    d.updateFold();
    d.updateCreateButton();
}

CreateForm::~CreateForm() = default;

void CreateForm::setServices(const Services& services) {
    Private& d = *m_private;
    d.settings = &services.settings;
    d.trackerHost = &services.trackerHost;
    d.ui.visibilityCombo->setHost(services.trackerHost);
    d.ui.shareChoice->setUp(*d.ui.visibilityCombo, services.trackerHost);
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, [&d] { d.updateHostHint(); });
    d.updateHostHint();
    d.hashesFile = services.creations.hashesFile();
    d.ui.presetBar->setStore(services.settings, [&d] { return d.request(); });
    d.ui.presetBar->choose(d.ui.presetBar->currentName());
}

void CreateForm::addSources(const QStringList& paths) {
    m_private->ui.sourceList->add(paths);
}

QStringList CreateForm::sources() const {
    return m_private->ui.sourceList->paths();
}

void CreateForm::setHosting(bool host) {
    m_private->ui.hostCheck->setChecked(host);
}

void CreateForm::offerToShare() {
    m_private->isForSharing = true;
    m_private->fold(!m_private->settings->value(settings::kShareOptions));
}

bool CreateForm::isFolded() const {
    return m_private->isFolded;
}

void CreateForm::setOneEach(bool oneEach) {
    (oneEach ? m_private->ui.eachRadio : m_private->ui.togetherRadio)->setChecked(true);
}

void CreateForm::setOptions(const hosting::PublishRequest& options) {
    showCreationFields(m_private->ui, options);
    if (options.replaces) { // presets have none
        m_private->replaces = options.replaces;
        m_private->ui.replaceCheck->setChecked(true);
        m_private->ui.replaceCheck->show();
    }
    m_private->optionsChanged(true);
}

QList<hosting::PublishRequest> CreateForm::requests() const {
    const Private& d = *m_private;
    const hosting::PublishRequest all = d.request();
    if (!d.isOneEach())
        return {all};
    QList<hosting::PublishRequest> result;
    QSet<QString> used;
    for (const engine::CreateTorrentRequest& create : engine::oneTorrentEach(all.create)) {
        if (create.filter.leftOut.contains(create.paths.first()))
            continue;
        hosting::PublishRequest one = all;
        one.create = create;
        const QString name = QFileInfo(create.paths.first()).fileName();
        QString file = fileNameOf(name);
        for (int number = 2; used.contains(file); ++number)
            file = fileNameOf(QStringLiteral("%1 (%2)").arg(name).arg(number));
        used.insert(file);
        if (!all.torrentPath.isEmpty())
            one.torrentPath = QDir(all.torrentPath).filePath(file);
        result.append(one);
    }
    return result;
}

QString CreateForm::title() const {
    return m_private->ui.nameEdit->text();
}

void CreateForm::showError(const QString& sentence) {
    m_private->ui.errorLabel->setState(Tint::Loss, sentence);
    m_private->ui.errorLabel->setVisible(!sentence.isEmpty());
}

} // namespace essaim::gui
