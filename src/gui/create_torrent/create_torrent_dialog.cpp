#include "gui/create_torrent/create_torrent_dialog.h"

#include "create_torrent/ui_create_torrent_dialog.h"

#include "engine/background.h"
#include "gui/create_torrent/source_list.h"
#include "hosting/creation_queue.h"
#include "text/text.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>

namespace essaim::gui {

namespace {

using hosting::CreationJob;
using hosting::PublishRequest;

/// What stands where the .torrent files are to be written. Any thread; looks at the disk.
struct Targets {
    QStringList folders;
    QStringList files;
};

Targets lookAtTargets(const QStringList& paths) {
    Targets found;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.exists())
            (info.isDir() ? found.folders : found.files).append(path);
    }
    return found;
}

} // namespace

struct CreateTorrentDialog::Private {
    Private(CreateTorrentDialog& owner, const Services& wanted)
        : q(owner)
        , services(wanted) {}

    void connectParts();
    void create();
    [[nodiscard]] QString refusal(const QList<PublishRequest>& requests) const;
    void checkTargets(const QList<PublishRequest>& requests);
    void askToReplace(const QList<PublishRequest>& requests, const QStringList& files);
    void run(const QList<PublishRequest>& requests);
    void cancel();
    void finished(quint64 id);
    void fit();

    CreateTorrentDialog& q;
    Services services;
    Ui::CreateTorrentDialog ui;
    QSize wholeSize;         ///< with everything that can be chosen
    quint64 job = 0;         ///< that this dialog shows; 0 = none
    bool isChecking = false; ///< a second click changes nothing
};

void CreateTorrentDialog::Private::connectParts() {
    QObject::connect(ui.form, &CreateForm::createRequested, &q, [this] { create(); });
    QObject::connect(ui.form, &CreateForm::dismissed, &q, &CreateTorrentDialog::reject);
    QObject::connect(ui.progressPage, &CreateProgressPage::cancelRequested, &q, [this] { cancel(); });
    QObject::connect(ui.progressPage, &CreateProgressPage::backgroundRequested, &q, &CreateTorrentDialog::accept);
    QObject::connect(ui.progressPage, &CreateProgressPage::pauseRequested, &q, [this](bool pause) {
        pause ? services.creations.pause(job) : services.creations.resume(job);
    });
    QObject::connect(ui.resultPage, &CreateResultPage::closeRequested, &q, &CreateTorrentDialog::accept);
    QObject::connect(&services.creations, &hosting::CreationQueue::changed, &q, [this](quint64 id) {
        if (id == job && job != 0)
            ui.progressPage->showJob(*services.creations.find(id));
    });
    QObject::connect(&services.creations, &hosting::CreationQueue::finished, &q, [this](quint64 id) {
        if (id == job && job != 0)
            finished(id);
    });
    QObject::connect(&services.creations, &hosting::CreationQueue::removed, &q, [this](quint64 id) {
        if (id == job && job != 0) { // cancelled in the strip of the window
            job = 0;
            ui.pages->setCurrentWidget(ui.form);
        }
    });
}

QString CreateTorrentDialog::Private::refusal(const QList<PublishRequest>& requests) const {
    if (requests.isEmpty())
        return tr("Nothing is ticked: there is no torrent to make.");
    const PublishRequest& first = requests.first();
    if (first.torrentPath.isEmpty() && !first.host && !first.seed)
        return tr("Choose where to save the .torrent, or share or seed it: nothing would remain of it.");
    const bool isOnPages = first.host && first.visibility != tracker::Visibility::Everyone;
    if (first.torrentPath.isEmpty() && first.create.isPrivate && !isOnPages)
        return tr("Choose where to save the .torrent: your friends need it, since a private torrent has no link.");
    if (!first.torrentPath.isEmpty() && !QDir::isAbsolutePath(first.torrentPath))
        return tr("Say in which folder the .torrent is to be saved.");
    return {};
}

void CreateTorrentDialog::Private::create() {
    if (isChecking)
        return;
    const QList<PublishRequest> requests = ui.form->requests();
    const QString reason = refusal(requests);
    ui.form->showError(reason);
    if (reason.isEmpty())
        checkTargets(requests);
}

void CreateTorrentDialog::Private::checkTargets(const QList<PublishRequest>& requests) {
    QStringList paths;
    for (const PublishRequest& request : requests) {
        if (!request.torrentPath.isEmpty())
            paths.append(request.torrentPath);
    }
    if (paths.isEmpty())
        return run(requests);
    isChecking = true;
    engine::runInBackground(
        &q, [paths] { return lookAtTargets(paths); },
        [this, requests](const Targets& found) {
            isChecking = false;
            if (!found.folders.isEmpty())
                ui.form->showError(tr("“%1” is a folder. Add the name of the .torrent.").arg(found.folders.first()));
            else if (!found.files.isEmpty())
                askToReplace(requests, found.files);
            else
                run(requests);
        });
}

void CreateTorrentDialog::Private::askToReplace(const QList<PublishRequest>& requests, const QStringList& files) {
    const QFileInfo first(files.first());
    const QString question = files.size() == 1 ? tr("Replace “%1”?").arg(first.fileName())
                                               : tr("Replace %n .torrent files?", nullptr, int(files.size()));
    auto* box = new QMessageBox(QMessageBox::Question, {}, question, QMessageBox::Cancel, &q);
    box->setObjectName(QStringLiteral("overwriteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        files.size() == 1 ? tr("A file of this name is in “%1”.").arg(first.absolutePath())
                          : tr("Files of these names are in “%1”.").arg(first.absolutePath()));
    QPushButton* replace = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(replace, &QPushButton::clicked, &q, [this, requests] { run(requests); });
    box->open();
}

void CreateTorrentDialog::Private::run(const QList<PublishRequest>& requests) {
    const QList<quint64> ids = services.creations.enqueue(requests);
    if (ids.size() != 1) { // the window shows them all
        q.accept();
        return;
    }
    job = ids.first();
    ui.progressPage->showJob(*services.creations.find(job));
    ui.pages->setCurrentWidget(ui.progressPage);
    ui.progressPage->setFocus();
}

void CreateTorrentDialog::Private::cancel() {
    const quint64 cancelled = std::exchange(job, 0);
    ui.pages->setCurrentWidget(ui.form);
    services.creations.cancel(cancelled);
}

void CreateTorrentDialog::Private::finished(quint64 id) {
    const CreationJob done = *services.creations.find(id);
    job = 0;
    services.creations.remove(id); // this window tells of it
    if (done.state == CreationJob::State::Finished) {
        ui.pages->setCurrentWidget(ui.resultPage);
        ui.resultPage->showResult(done.result, done.request);
        return;
    }
    ui.pages->setCurrentWidget(ui.form);
    if (done.error->kind != ErrorKind::Cancelled)
        ui.form->showError(text::errorSentence(*done.error));
}

/// As large as what is shown, and no larger than the screen.
void CreateTorrentDialog::Private::fit() {
    constexpr QSize kFolded{560, 600};
    constexpr int kWindowFrame = 48; // title bar and a little air
    const QRect screen = q.screen()->availableGeometry();
    const QSize room = screen.size() - QSize(16, kWindowFrame);
    const int before = q.width();
    q.resize((ui.form->isFolded() ? kFolded : wholeSize).boundedTo(room));
    if (!q.isVisible())
        return;
    const QSize whole = q.size() + QSize(0, kWindowFrame); // grows to both sides, and stays on the screen
    const int x = qMin(q.x() - (q.width() - before) / 2, screen.right() - whole.width());
    const int y = qMin(q.y(), screen.bottom() - whole.height());
    q.move(qMax(x, screen.left()), qMax(y, screen.top()));
}

CreateTorrentDialog::CreateTorrentDialog(const Services& services, const CreationDraft& draft, QWidget* parent)
    : QDialog(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    d.ui.setupUi(this);
    d.wholeSize = size();
    d.ui.form->setServices(services);
    d.ui.resultPage->setServices(services);
    if (draft.options)
        d.ui.form->setOptions(*draft.options);
    if (draft.host) {
        d.ui.form->setHosting(true);
        d.ui.form->offerToShare();
        setWindowTitle(tr("Share"));
    }
    d.fit();
    connect(d.ui.form, &CreateForm::foldChanged, this, [&d] { d.fit(); });
    d.ui.form->addSources(draft.paths);
    d.ui.form->setOneEach(draft.oneEach);
    if (!draft.newVersionOf.isEmpty())
        setWindowTitle(tr("New version of “%1”").arg(draft.newVersionOf));
    d.connectParts();
}

CreateTorrentDialog::~CreateTorrentDialog() = default;

bool CreateTorrentDialog::isDraft() const {
    return m_private->ui.pages->currentWidget() == m_private->ui.form;
}

QString CreateTorrentDialog::draftTitle() const {
    return m_private->ui.form->title();
}

void CreateTorrentDialog::addSources(const QStringList& paths) {
    m_private->ui.form->addSources(paths);
}

QStringList CreateTorrentDialog::sources() const {
    return m_private->ui.form->sources();
}

void CreateTorrentDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!isDraft() || SourceList::localPaths(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void CreateTorrentDialog::dropEvent(QDropEvent* event) {
    event->setDropAction(Qt::CopyAction);
    event->accept();
    addSources(SourceList::localPaths(event->mimeData()));
}

void CreateTorrentDialog::keyPressEvent(QKeyEvent* event) {
    const QMimeData* clipboard = QGuiApplication::clipboard()->mimeData();
    const QStringList files = clipboard ? SourceList::localPaths(clipboard) : QStringList();
    if (event->matches(QKeySequence::Paste) && isDraft() && !files.isEmpty())
        addSources(files);
    else
        QDialog::keyPressEvent(event);
}

} // namespace essaim::gui
