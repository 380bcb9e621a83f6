#include "gui/create_torrent/create_result_page.h"

#include "create_torrent/ui_create_result_page.h"

#include "engine/torrent_file.h"
#include "gui/create_torrent/job_texts.h"
#include "gui/tracker/link_reach.h"
#include "gui/widgets/theme.h"
#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include <utility>

namespace essaim::gui {

namespace {

constexpr int kIconSize = 24;

tracker::HostedTorrent sharedAs(const hosting::PublishedTorrent& published, const hosting::PublishRequest& request) {
    tracker::HostedTorrent torrent;
    torrent.infoHash = published.torrent.infoHash;
    torrent.name = published.torrent.name.toStdString();
    torrent.visibility = request.visibility;
    torrent.chosen = request.chosen;
    return torrent;
}

} // namespace

CreateResultPage::CreateResultPage(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CreateResultPage>()) {
    m_ui->setupUi(this);
    m_ui->doneIcon->setPixmap(themedIcon(QStringLiteral("check"), Tint::Whole).pixmap(kIconSize, kIconSize));
    m_ui->copyInviteButton->setAccessibleName(tr("Copy the invite link"));
    m_ui->copyPathButton->setAccessibleName(tr("Copy the path of the .torrent"));
    connect(m_ui->closeButton, &QPushButton::clicked, this, &CreateResultPage::closeRequested);
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_ui->torrentPathEdit->text()).absolutePath()));
    });
}

CreateResultPage::~CreateResultPage() = default;

void CreateResultPage::setServices(const Services& services) {
    m_services.emplace(services);
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, [this] {
        refreshLink();
        showReach();
    });
}

void CreateResultPage::showReach() {
    const QString warning = m_isHosted ? LinkReach::warning(m_services->trackerHost) : QString();
    m_ui->reachLabel->setText(warning);
    m_ui->reachLabel->setHidden(warning.isEmpty());
}

/// A router that answers late gives a better address. The transfer's own trackers follow by themselves.
void CreateResultPage::refreshLink() {
    const QStringList urls = m_services->trackerHost.publicAnnounceUrls();
    if (!m_linked || urls.isEmpty())
        return;
    const QString link = engine::makeMagnet(m_linked->torrent.infoHash, m_linked->torrent.name, urls);
    const QString before = std::exchange(m_linked->inviteLink, link);
    QClipboard& clipboard = *QGuiApplication::clipboard();
    if (link == before)
        return;
    if (clipboard.text() == before) // nobody wants the old one
        clipboard.setText(link);
    showLink();
}

void CreateResultPage::showLink() {
    m_ui->inviteEdit->setText(m_linked->inviteLink);
    m_ui->inviteEdit->setCursorPosition(0);
    m_ui->copyInviteButton->setTextToCopy(m_linked->inviteLink);
}

void CreateResultPage::showResult(const hosting::PublishedTorrent& published, const hosting::PublishRequest& request) {
    m_ui->titleLabel->setText(
        !request.host ? tr("“%1” is ready").arg(published.torrent.name)
                      : tr("“%1” is shared").arg(published.torrent.name));
    QString facts =
        tr("%1, %2", "files, size")
            .arg(tr("%Ln file(s)", nullptr, published.torrent.fileCount), text::size(published.torrent.totalSize));
    if (const QString known = JobTexts::reused(published.torrent); !known.isEmpty())
        facts = tr("%1; %2", "facts; what was reused").arg(facts, known);
    m_ui->factsLabel->setText(facts);
    m_ui->inviteArea->setVisible(!published.inviteLink.isEmpty());
    m_linked.reset();
    if (!published.inviteLink.isEmpty()) {
        m_linked = published;
        showLink();
    }
    const bool isForFriends = request.host && request.visibility != tracker::Visibility::Everyone;
    m_ui->friendLinks->setVisible(isForFriends);
    if (isForFriends)
        m_ui->friendLinks->showFor(*m_services, sharedAs(published, request));
    m_ui->sendFileHint->setVisible(request.host && published.inviteLink.isEmpty());
    m_ui->sendFileHint->setText(
        isForFriends ? tr("This file is for you alone: it leads nobody to your tracker.")
                     : tr("A private torrent has no link: send this file to your friends."));
    const QString path = QDir::toNativeSeparators(published.torrentPath);
    m_ui->fileArea->setVisible(!path.isEmpty());
    m_ui->torrentPathEdit->setText(path);
    m_ui->copyPathButton->setTextToCopy(path);
    m_ui->keepRunningLabel->setVisible(request.seed);
    m_isHosted = request.host;
    showReach();
    if (!published.inviteLink.isEmpty())
        QGuiApplication::clipboard()->setText(published.inviteLink);
    m_ui->closeButton->setDefault(true);
    m_ui->closeButton->setFocus();
}

} // namespace essaim::gui
