#include "gui/create_torrent/create_torrent_dialog.h"

#include "create_torrent/ui_create_torrent_dialog.h"

#include "gui/create_torrent/source_list.h"
#include "hosting/publisher.h"
#include "text/text.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

namespace essaim::gui {

struct CreateTorrentDialog::Private {
    Private(CreateTorrentDialog& owner, const Services& wanted)
        : q(owner)
        , services(wanted) {}

    void create();
    void askToReplace(const hosting::PublishRequest& request);
    void run(const hosting::PublishRequest& request);
    void cancel();
    void finished(const Expected<hosting::PublishedTorrent>& result);
    void askToStop();
    [[nodiscard]] bool isRunning() const { return publisher != nullptr; }

    CreateTorrentDialog& q;
    Services services;
    Ui::CreateTorrentDialog ui;
    std::unique_ptr<hosting::Publisher> publisher; ///< while it runs
    hosting::PublishRequest running;               ///< what it was asked for
    bool closeWhenStopped = false;
};

void CreateTorrentDialog::Private::create() {
    const hosting::PublishRequest request = ui.form->request();
    ui.form->showError({});
    if (request.torrentPath.isEmpty() && !request.host && !request.seed)
        return ui.form->showError(
            tr("Choose where to save the .torrent, or host or seed it: nothing would remain of it."));
    if (request.torrentPath.isEmpty() && request.create.isPrivate)
        return ui.form->showError(
            tr("Choose where to save the .torrent: your friends need it, since a private torrent has no link."));
    if (!request.torrentPath.isEmpty() && !QDir::isAbsolutePath(request.torrentPath))
        return ui.form->showError(tr("Say in which folder the .torrent is to be saved."));
    if (QFileInfo(request.torrentPath).isDir())
        return ui.form->showError(tr("“%1” is a folder. Add the name of the .torrent.").arg(request.torrentPath));
    if (QFileInfo::exists(request.torrentPath))
        askToReplace(request);
    else
        run(request);
}

void CreateTorrentDialog::Private::askToReplace(const hosting::PublishRequest& request) {
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, tr("Replace “%1”?").arg(QFileInfo(request.torrentPath).fileName()),
        QMessageBox::Cancel, &q);
    box->setObjectName(QStringLiteral("overwriteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("A file of this name is in “%1”.").arg(QFileInfo(request.torrentPath).absolutePath()));
    QPushButton* replace = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(replace, &QPushButton::clicked, &q, [this, request] { run(request); });
    box->open();
}

void CreateTorrentDialog::Private::run(const hosting::PublishRequest& request) {
    running = request;
    publisher = std::make_unique<hosting::Publisher>(services.session, services.trackerHost);
    QObject::connect(publisher.get(), &hosting::Publisher::progress, ui.progressPage, &CreateProgressPage::setProgress);
    QObject::connect(
        publisher.get(), &hosting::Publisher::finished, &q, [this](const auto& result) { finished(result); });
    ui.pages->setCurrentWidget(ui.progressPage);
    ui.progressPage->begin(request.create.name);
    publisher->start(request);
}

void CreateTorrentDialog::Private::cancel() {
    if (!isRunning())
        return;
    ui.progressPage->showCancelling();
    publisher->cancel();
}

void CreateTorrentDialog::Private::finished(const Expected<hosting::PublishedTorrent>& result) {
    publisher.release()->deleteLater(); // this is its signal
    if (auto* box = q.findChild<QMessageBox*>(QStringLiteral("stopBox")))
        box->close();
    if (result) {
        ui.pages->setCurrentWidget(ui.resultPage);
        ui.resultPage->showResult(*result, running);
        return;
    }
    if (closeWhenStopped) {
        q.reject();
        return;
    }
    ui.pages->setCurrentWidget(ui.form);
    if (result.error().kind != ErrorKind::Cancelled)
        ui.form->showError(text::errorSentence(result.error()));
}

void CreateTorrentDialog::Private::askToStop() {
    if (q.findChild<QMessageBox*>(QStringLiteral("stopBox")))
        return;
    auto* box = new QMessageBox(QMessageBox::Question, {}, tr("Stop creating this torrent?"), {}, &q);
    box->setObjectName(QStringLiteral("stopBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("What was read so far is thrown away. The files themselves stay as they are."));
    QPushButton* stop = box->addButton(tr("Stop"), QMessageBox::DestructiveRole);
    QPushButton* keep = box->addButton(tr("Keep going"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(stop, &QPushButton::clicked, &q, [this] {
        closeWhenStopped = true;
        cancel();
    });
    box->open();
}

CreateTorrentDialog::CreateTorrentDialog(const Services& services, const QStringList& paths, bool host, QWidget* parent)
    : QDialog(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    d.ui.setupUi(this);
    d.ui.form->setServices(services);
    d.ui.form->setHosting(host);
    d.ui.form->addSources(paths);
    connect(d.ui.form, &CreateForm::createRequested, this, [&d] { d.create(); });
    connect(d.ui.form, &CreateForm::dismissed, this, &CreateTorrentDialog::reject);
    connect(d.ui.progressPage, &CreateProgressPage::cancelRequested, this, [&d] { d.cancel(); });
    connect(d.ui.resultPage, &CreateResultPage::closeRequested, this, &CreateTorrentDialog::accept);
}

CreateTorrentDialog::~CreateTorrentDialog() = default;

void CreateTorrentDialog::reject() {
    if (m_private->isRunning())
        m_private->askToStop();
    else
        QDialog::reject();
}

void CreateTorrentDialog::dragEnterEvent(QDragEnterEvent* event) {
    const bool onForm = m_private->ui.pages->currentWidget() == m_private->ui.form;
    if (!onForm || SourceList::localPaths(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void CreateTorrentDialog::dropEvent(QDropEvent* event) {
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_private->ui.form->addSources(SourceList::localPaths(event->mimeData()));
}

} // namespace essaim::gui
