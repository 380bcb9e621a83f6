#include "gui/add_torrent/add_torrent_dialog.h"

#include "add_torrent/ui_add_torrent_dialog.h"

#include "engine/session.h"
#include "gui/add_torrent/existing_files_box.h"
#include "gui/add_torrent/file_choice_box.h"
#include "gui/add_torrent/save_path.h"
#include "gui/automation/excluded_files.h"
#include "gui/labels/categories.h"
#include "gui/labels/label_rules.h"
#include "gui/widgets/elided_label.h"
#include "gui/widgets/free_space_probe.h"
#include "gui/widgets/grow_to_fit.h"
#include "gui/widgets/style_sheet.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/refusal_sentence.h"
#include "text/text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace essaim::gui {

struct AddTorrentDialog::Private {
    Private(AddTorrentDialog& dialog, const Services& used, const AddTorrentSource& shown)
        : q(dialog)
        , services(used)
        , source(shown) {}

    void setUp();
    void showTorrent();
    void showDescription(const engine::TorrentDescription& torrent);
    void refuse(const Error& error);
    void showMagnet();
    void showPaths();
    void browse();
    void followCategory(const QString& category);
    [[nodiscard]] QString chosenIncompletePath() const;
    void lookAtPlace();
    void updateSelection();
    void showSpace();
    void showProblem(const QString& sentence);
    void setSending(bool sending);
    void finish(const engine::AddTorrentOutcome& outcome);
    void offerToMerge(const engine::AddTorrentOutcome& outcome);
    [[nodiscard]] QStringList trackers() const;
    [[nodiscard]] QString savePath() const { return ui.savePathEdit->text().trimmed(); }
    [[nodiscard]] QPushButton* addButton() const { return ui.buttonBox->button(QDialogButtonBox::Ok); }

    AddTorrentDialog& q;
    Services services;
    AddTorrentSource source;
    Ui::AddTorrentDialog ui;
    FreeSpaceProbe probe;
    FileChoiceBox* files = nullptr;
    ExistingFilesBox* existing = nullptr;
    AddOptionsBox* options = nullptr;
    QCheckBox* incomplete = nullptr; ///< lies elsewhere until it is complete
    QString ownPath;                 ///< that was put into the field, not by the user
    QCheckBox* all = nullptr;        ///< those that wait, too
    QLabel* next = nullptr;          ///< says which
    WaitingTorrents waiting;
    AddDecision decision; ///< that was sent
    qint64 freeBytes = -1;
    quint64 pendingRequest = 0; ///< 0 = none
};

namespace {

QString hashWords(const InfoHash& hash) {
    QStringList words;
    if (hash.v1)
        words.append(AddTorrentDialog::tr("v1 %1").arg(QString::fromStdString(hash.v1->toHex())));
    if (hash.v2)
        words.append(AddTorrentDialog::tr("v2 %1").arg(QString::fromStdString(hash.v2->toHex())));
    return words.join(QLatin1Char('\n'));
}

/// When and with what the torrent was made, as it says itself; empty if it says neither.
QString originWords(const engine::TorrentDescription& torrent) {
    const QString date = QLocale().toString(torrent.createdAt.toLocalTime(), QLocale::ShortFormat);
    const QString program = text::excerpt(torrent.createdBy).simplified();
    if (torrent.createdAt.isValid())
        return program.isEmpty() ? AddTorrentDialog::tr("Made %1", "date").arg(date)
                                 : AddTorrentDialog::tr("Made %1 with %2", "date, program").arg(date, program);
    return program.isEmpty() ? QString() : AddTorrentDialog::tr("Made with %1", "program").arg(program);
}

/// Host names only: announce URLs may carry a passkey.
QString trackerWords(const QStringList& urls) {
    QStringList hosts;
    for (const QString& url : urls)
        hosts.append(QUrl(url).host());
    hosts.removeDuplicates();
    return hosts.join(QStringLiteral(", "));
}

} // namespace

AddTorrentDialog::AddTorrentDialog(const Services& services, const AddTorrentSource& source, QWidget* parent)
    : QDialog(parent)
    , m_private(std::make_unique<Private>(*this, services, source)) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_private->setUp();
}

AddTorrentDialog::~AddTorrentDialog() = default;

void AddTorrentDialog::accept() {
    Private& d = *m_private;
    if (d.pendingRequest != 0 || !d.addButton()->isEnabled())
        return;
    if (!QDir::isAbsolutePath(d.savePath()))
        return d.showProblem(tr("Choose a folder for the files."));
    d.decision = {QDir::cleanPath(d.savePath()), !d.ui.startCheck->isChecked(),
                  d.existing->policy(),          d.chosenIncompletePath(),
                  d.options->options(),          excludedPatterns(d.services.settings.value(settings::kExcludedFiles))};
    engine::AddTorrentRequest request = d.decision.requestFor(d.source);
    request.requestId = QRandomGenerator::global()->generate64() | 1; // never 0
    request.filePriorities = d.files->files().priorities();
    d.pendingRequest = request.requestId;
    d.setSending(true);
    d.services.session.add(request);
}

/// What was asked for before is taken back as soon as the session has done it.
void AddTorrentDialog::reject() {
    Private& d = *m_private;
    // An answer that is on its way already is no longer this dialog's.
    if (const quint64 pending = std::exchange(d.pendingRequest, 0); pending != 0) {
        engine::Session& session = d.services.session;
        auto* waiting = new QObject(&session);
        const auto takeBack = [&session, waiting, request = pending](const engine::AddTorrentOutcome& outcome) {
            if (outcome.requestId != request)
                return;
            waiting->deleteLater();
            if (!outcome.error)
                session.remove({outcome.id}, engine::FilesFate::Keep);
        };
        connect(&session, &engine::Session::addFinished, waiting, takeBack);
    }
    QDialog::reject();
}

void AddTorrentDialog::setLabels(const QStringList& categories, const QStringList& tags) {
    m_private->options->setLabels(categories, tags);
}

void AddTorrentDialog::setWaiting(const WaitingTorrents& torrents) {
    Private& d = *m_private;
    d.waiting = torrents;
    d.all->setText(tr("The other %n in the same &way", nullptr, torrents.count));
    d.all->setVisible(torrents.count > 0);
    d.next->setText(tr("Next: %1", "names of torrents").arg(torrents.next.join(QStringLiteral(", "))));
    d.next->setVisible(torrents.count > 0);
    const int unnamed = torrents.count - int(torrents.next.size());
    const QString rest = unnamed > 0 ? u'\n' + tr("and %n more", "torrents", unnamed) : QString();
    d.next->setToolTip(plainToolTip(torrents.next.join(u'\n') + rest));
    d.showSpace();
    growToFit(*this);
}

void AddTorrentDialog::Private::setUp() {
    ui.setupUi(&q);
    ui.recentButton->setIcon(themedIcon(QStringLiteral("chevron-down"), Tint::Muted));
    ui.messageLabel->hide();
    existing = new ExistingFilesBox(services.session, &q);
    ui.column->insertWidget(ui.column->indexOf(ui.freeSpaceLabel) + 1, existing);
    QObject::connect(existing, &ExistingFilesBox::looked, &q, [this] { showSpace(); });
    incomplete = new QCheckBox(&q);
    incomplete->setObjectName(QStringLiteral("incompleteCheck"));
    incomplete->setText(
        AddTorrentDialog::tr("&Until it is complete, in %1")
            .arg(QDir::toNativeSeparators(incompletePath(services.settings)).replace(u'&', QStringLiteral("&&"))));
    incomplete->setChecked(true);
    incomplete->setToolTip(AddTorrentDialog::tr("Files that are there already are used where they are."));
    incomplete->setVisible(!incompletePath(services.settings).isEmpty());
    ui.column->insertWidget(ui.column->indexOf(existing) + 1, incomplete);
    files = new FileChoiceBox(&q);
    ui.column->insertWidget(ui.column->indexOf(ui.notesLabel), files, 1);
    options = new AddOptionsBox(&q);
    options->setHasFile(!source.file.isEmpty());
    QObject::connect(options, &AddOptionsBox::pathsChanged, &q, [this] { lookAtPlace(); });
    QObject::connect(
        options, &AddOptionsBox::categoryChanged, &q, [this](const QString& category) { followCategory(category); });
    ui.column->insertWidget(ui.column->indexOf(ui.notesLabel), options);
    all = new QCheckBox(&q);
    all->setObjectName(QStringLiteral("allCheck"));
    all->hide();
    ui.bottomRow->insertWidget(1, all);
    QObject::connect(all, &QCheckBox::toggled, &q, [this] { showSpace(); });
    next = new ElidedLabel(&q);
    next->setObjectName(QStringLiteral("waitingLabel"));
    next->setProperty("muted", true);
    next->setTextFormat(Qt::PlainText);
    next->hide();
    ui.column->insertWidget(ui.column->indexOf(ui.messageLabel) + 1, next);
    addButton()->setObjectName(QStringLiteral("addButton"));
    addButton()->setText(AddTorrentDialog::tr("Add"));
    setSheetProperty(*addButton(), "accent", true);
    QObject::connect(ui.startCheck, &QCheckBox::toggled, options, &AddOptionsBox::setStarts);
    ui.startCheck->setChecked(services.settings.value(settings::kStartAdded));
    options->setStarts(ui.startCheck->isChecked());
    QObject::connect(ui.savePathEdit, &QLineEdit::textChanged, &q, [this] {
        probe.ask(savePath());
        lookAtPlace();
    });
    QObject::connect(ui.browseButton, &QPushButton::clicked, &q, [this] { browse(); });
    QObject::connect(files, &FileChoiceBox::changed, &q, [this] { updateSelection(); });
    QObject::connect(&probe, &FreeSpaceProbe::answered, &q, [this](const QString&, qint64 bytes) {
        freeBytes = bytes;
        showSpace();
    });
    QObject::connect(&services.session, &engine::Session::addFinished, &q, [this](const auto& outcome) {
        if (pendingRequest != 0 && outcome.requestId == pendingRequest)
            finish(outcome);
    });
    showPaths();
    if (source.magnet.isEmpty())
        showTorrent();
    else
        showMagnet();
    options->setUsual(usualOptions(services.settings, source.expected()));
    updateSelection();
    if (!source.magnet.isEmpty()) // no files to show
        q.resize(q.width(), q.minimumSizeHint().height());
    growToFit(q);
}

void AddTorrentDialog::Private::showTorrent() {
    ui.magnetLabel->hide();
    ui.notesLabel->hide();
    if (!source.description) {
        if (const auto torrent = engine::parseTorrent(source.torrent))
            source.description = std::make_shared<const engine::TorrentDescription>(*torrent);
        else
            return refuse(torrent.error());
    }
    showDescription(*source.description);
    options->setTorrent(source.description.get());
}

void AddTorrentDialog::Private::refuse(const Error& error) {
    files->hide();
    ui.commentLabel->hide();
    addButton()->setEnabled(false);
    options->hide();
    showProblem(text::errorSentence(error));
}

void AddTorrentDialog::Private::showDescription(const engine::TorrentDescription& torrent) {
    q.setWindowTitle(AddTorrentDialog::tr("Add “%1”").arg(torrent.name));
    ui.nameLabel->setText(torrent.name);
    QStringList summary{hashWords(torrent.infoHash), originWords(torrent)};
    summary.removeAll(QString());
    ui.summaryLabel->setText(summary.join(QLatin1Char('\n')));
    ui.commentLabel->setText(text::excerpt(torrent.comment));
    ui.commentLabel->setVisible(!torrent.comment.isEmpty());
    QStringList notes;
    for (const TorrentNote& note : torrent.notes)
        notes.append(text::noteSentence(note));
    ui.notesLabel->setText(notes.join(QLatin1Char('\n')));
    ui.notesLabel->setVisible(!notes.isEmpty());
    files->setFiles(torrent.files);
    files->uncheck(excludedFiles(excludedPatterns(services.settings.value(settings::kExcludedFiles)), torrent.files));
}

void AddTorrentDialog::Private::showMagnet() {
    files->hide();
    ui.commentLabel->hide();
    ui.notesLabel->hide();
    options->setTorrent(nullptr);
    const auto magnet = engine::parseMagnet(source.magnet);
    if (!magnet) {
        addButton()->setEnabled(false);
        ui.magnetLabel->hide();
        return showProblem(text::errorSentence(magnet.error()));
    }
    ui.nameLabel->setText(magnet->name.isEmpty() ? AddTorrentDialog::tr("Torrent without a name yet") : magnet->name);
    ui.summaryLabel->setText(hashWords(magnet->infoHash));
    const QString hosts = trackerWords(magnet->trackers);
    const QString origin = hosts.isEmpty()
                               ? AddTorrentDialog::tr("The link names no tracker: peers are looked for in the DHT.")
                               : AddTorrentDialog::tr("Trackers: %1").arg(hosts);
    ui.magnetLabel->setText(
        (QUrlQuery(QUrl(source.magnet)).hasQueryItem(QStringLiteral("so"))
             ? AddTorrentDialog::tr("Names and sizes of the files are not in the link: they come from the first "
                                    "peers. Only the files that the link chooses are downloaded.")
             : AddTorrentDialog::tr("Names and sizes of the files are not in the link: they come from the first "
                                    "peers. Every file is downloaded.")) +
        QStringLiteral("\n\n") + origin);
}

void AddTorrentDialog::Private::showPaths() {
    const QStringList recent = recentSavePaths(services.settings);
    ownPath = QDir::toNativeSeparators(defaultSavePath(services.settings));
    ui.savePathEdit->setText(ownPath);
    auto* menu = new QMenu(ui.recentButton);
    QStringList paths{defaultSavePath(services.settings)};
    paths += recent;
    paths.removeDuplicates();
    for (const QString& path : std::as_const(paths)) {
        QObject::connect(menu->addAction(QDir::toNativeSeparators(path)), &QAction::triggered, &q, [this, path] {
            ui.savePathEdit->setText(QDir::toNativeSeparators(path));
        });
    }
    ui.recentButton->setMenu(menu);
}

void AddTorrentDialog::Private::followCategory(const QString& category) {
    if (savePath() != ownPath)
        return; // the user chose
    const QString folder = folderOfCategory(services.settings, category);
    const QString usual = defaultSavePath(services.settings);
    ownPath = QDir::toNativeSeparators(folder.isEmpty() ? usual : folder);
    ui.savePathEdit->setText(ownPath);
}

QString AddTorrentDialog::Private::chosenIncompletePath() const {
    return incomplete->isChecked() && !existing->isAnythingThere() ? incompletePath(services.settings) : QString();
}

void AddTorrentDialog::Private::browse() {
    auto* chooser = new QFileDialog(&q, AddTorrentDialog::tr("Folder for the files"), savePath());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(chooser, &QFileDialog::fileSelected, &q, [this](const QString& path) {
        ui.savePathEdit->setText(QDir::toNativeSeparators(path));
    });
    chooser->open();
}

void AddTorrentDialog::Private::lookAtPlace() {
    const AddOptions chosen = options->options();
    existing->look(
        source.torrent, savePath(),
        source.description ? engine::diskPathsOf(*source.description, chosen.layout, chosen.name) : QStringList());
}

void AddTorrentDialog::Private::updateSelection() {
    if (files->isHidden())
        return;
    addButton()->setEnabled(files->files().checkedCount() > 0 && pendingRequest == 0);
    showSpace();
}

void AddTorrentDialog::Private::showSpace() {
    const bool isForAll = waiting.count > 0 && all->isChecked();
    // What is there already needs no room; which of it is wanted matters only if not all is.
    const qint64 checked = files->files().checkedSize();
    const bool isWhole = source.description && checked == source.description->totalSize;
    const qint64 missing = isWhole ? std::max<qint64>(checked - existing->rightSize(), 0) : checked;
    const qint64 wanted = missing + (isForAll ? waiting.size : 0);
    const bool tooSmall = freeBytes >= 0 && wanted > freeBytes && pendingRequest == 0;
    QString words;
    if (pendingRequest != 0) {
        words = AddTorrentDialog::tr("It is being added: what lies there is looked at, and its files are noted…");
    } else if (tooSmall) {
        words = AddTorrentDialog::tr("Only %1 free there; the selected files need %2.")
                    .arg(text::size(freeBytes), text::size(wanted));
    } else if (freeBytes >= 0 && wanted > 0) {
        words = AddTorrentDialog::tr("%1 free there, %2 needed, %3 left after the download")
                    .arg(text::size(freeBytes), text::size(wanted), text::size(freeBytes - wanted));
    } else if (freeBytes >= 0) {
        words = AddTorrentDialog::tr("%1 free there").arg(text::size(freeBytes));
    }
    ui.freeSpaceLabel->setText(words);
    setSheetProperty(*ui.freeSpaceLabel, "warning", tooSmall);
    setSheetProperty(*ui.freeSpaceLabel, "muted", !tooSmall);
}

void AddTorrentDialog::Private::showProblem(const QString& sentence) {
    ui.messageLabel->setText(sentence);
    ui.messageLabel->show();
    growToFit(q);
}

void AddTorrentDialog::Private::setSending(bool sending) {
    for (QWidget* part : std::initializer_list<QWidget*>{
             addButton(), ui.savePathEdit, ui.browseButton, ui.recentButton, ui.startCheck, files, existing, incomplete,
             options, all})
        part->setEnabled(!sending);
    if (sending)
        ui.messageLabel->hide();
    showSpace();
}

void AddTorrentDialog::Private::finish(const engine::AddTorrentOutcome& outcome) {
    pendingRequest = 0;
    if (!outcome.error) {
        rememberSavePath(services.settings, QDir::cleanPath(savePath()));
        Q_EMIT q.added(outcome.id);
        if (decision.options.binsFile)
            Q_EMIT q.fileUsed(source);
        decision.options.name.clear();
        const AddOptions usual = usualOptions(services.settings, source.expected());
        decision.hasUsualLabels = decision.options.category == usual.category && decision.options.tags == usual.tags;
        if (!all->isHidden() && all->isChecked())
            Q_EMIT q.decidedForAll(decision); // before the next dialog opens
        q.QDialog::accept();
        return;
    }
    setSending(false);
    if (outcome.isListedAlready()) {
        addButton()->setEnabled(false);
        ui.buttonBox->button(QDialogButtonBox::Cancel)->setText(AddTorrentDialog::tr("Close"));
        showProblem(AddTorrentDialog::tr("“%1” is already in the list.").arg(outcome.name));
        return offerToMerge(outcome);
    }
    showProblem(text::errorSentence(*outcome.error));
}

QStringList AddTorrentDialog::Private::trackers() const {
    if (source.description) {
        QStringList urls;
        for (const QStringList& tier : source.description->trackers)
            urls.append(tier);
        return urls;
    }
    const auto magnet = engine::parseMagnet(source.magnet);
    return magnet ? magnet->trackers : QStringList();
}

/// A private torrent is announced only where it comes from.
void AddTorrentDialog::Private::offerToMerge(const engine::AddTorrentOutcome& outcome) {
    const bool isPrivate = source.description && source.description->isPrivate;
    if (isPrivate || trackers().isEmpty())
        return;
    auto* merge =
        ui.buttonBox->addButton(AddTorrentDialog::tr("Add its &trackers to that one"), QDialogButtonBox::ActionRole);
    merge->setObjectName(QStringLiteral("mergeButton"));
    QObject::connect(merge, &QPushButton::clicked, &q, [this, id = outcome.id] {
        services.session.edit({id}, engine::AddTrackers{trackers()});
        q.QDialog::accept();
    });
}

} // namespace essaim::gui
