#include "gui/tracker/invite_dialog.h"

#include "tracker/ui_invite_dialog.h"

#include "engine/torrent_file.h"
#include "gui/tracker/initials_picture.h"
#include "gui/tracker/save_torrent_file.h"
#include "gui/widgets/theme.h"
#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QListWidget>
#include <QPushButton>

namespace essaim::gui {

namespace {

constexpr int kPictureSize = 40;

} // namespace

struct InviteDialog::Private {
    Private(InviteDialog& owner, const Services& wanted, const hosting::FriendInvite& given)
        : q(owner)
        , services(wanted)
        , invite(given) {}

    void showInvite();
    void showTorrents();
    void updateButtons();
    [[nodiscard]] const tracker::HostedTorrent* selected() const;
    void save();

    InviteDialog& q;
    Services services;
    hosting::FriendInvite invite;
    Ui::InviteDialog ui;
    QList<tracker::HostedTorrent> torrents;
};

void InviteDialog::Private::showInvite() {
    ui.pictureLabel->setPixmap(initialsPicture(invite.name).pixmap(kPictureSize, kPictureSize));
    ui.titleLabel->setText(InviteDialog::tr("Invite %1").arg(invite.name));
    ui.linkEdit->setText(invite.link);
    ui.linkEdit->setCursorPosition(0);
    ui.copyLinkButton->setTextToCopy(invite.link);
    ui.copyLinkButton->setLabel(InviteDialog::tr("Copy &link"));
    ui.copyLinkButton->setDefault(true);
    ui.qrCode->setText(invite.link);
    const QString announce = invite.announceUrls.value(0);
    ui.announceEdit->setText(hosting::maskedUrl(announce));
    ui.copyAnnounceButton->setTextToCopy(announce);
    QObject::connect(ui.showKeyButton, &QAbstractButton::toggled, &q, [this, announce](bool shown) {
        ui.announceEdit->setText(shown ? announce : hosting::maskedUrl(announce));
        ui.showKeyButton->setText(shown ? InviteDialog::tr("&Hide key") : InviteDialog::tr("&Show key"));
    });
}

void InviteDialog::Private::showTorrents() {
    for (const tracker::HostedStatus& status : services.trackerHost.snapshot().hosted) {
        if (hosting::mayGet(invite.id, status.torrent))
            torrents.append(status.torrent);
    }
    for (const tracker::HostedTorrent& torrent : torrents)
        ui.torrentsView->addItem(
            InviteDialog::tr("%1, %2").arg(QString::fromStdString(torrent.name), text::size(torrent.size)));
    ui.torrentsBox->setHidden(torrents.isEmpty());
    ui.torrentsView->setCurrentRow(0);
    QObject::connect(ui.torrentsView, &QListWidget::currentRowChanged, &q, [this] { updateButtons(); });
    updateButtons();
}

const tracker::HostedTorrent* InviteDialog::Private::selected() const {
    const int row = ui.torrentsView->currentRow();
    return row >= 0 && row < torrents.size() ? &torrents[row] : nullptr;
}

void InviteDialog::Private::updateButtons() {
    const auto* torrent = selected();
    ui.saveTorrentButton->setEnabled(torrent != nullptr);
    const bool hasMagnet = torrent && !torrent->isPrivate; // clients do not hand out the metadata of private ones
    ui.copyMagnetButton->setTextToCopy(
        hasMagnet ? engine::makeMagnet(torrent->infoHash, QString::fromStdString(torrent->name), invite.announceUrls)
                  : QString());
    ui.copyMagnetButton->setToolTip(
        torrent && !hasMagnet ? InviteDialog::tr("A private torrent needs its .torrent: clients do not hand out what a "
                                                 "magnet link lacks.")
                              : QString());
}

void InviteDialog::Private::save() {
    const auto* torrent = selected();
    if (!torrent)
        return;
    saveTorrentFile(
        services.session, torrent->infoHash.id(),
        QStringLiteral("%1 (%2)").arg(QString::fromStdString(torrent->name), invite.name), &q,
        [invite = invite](const QByteArray& bytes) { return hosting::torrentFor(invite, bytes); });
}

InviteDialog::InviteDialog(const Services& services, const hosting::FriendInvite& invite, QWidget* parent)
    : QDialog(parent)
    , m_private(std::make_unique<Private>(*this, services, invite)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    d.ui.copyMagnetButton->setLabel(tr("Copy &magnet link"));
    d.showInvite();
    d.showTorrents();
    d.ui.buttonBox->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeButton"));
    connect(d.ui.saveTorrentButton, &QPushButton::clicked, this, [&d] { d.save(); });
    adjustSize();
}

InviteDialog::~InviteDialog() = default;

} // namespace essaim::gui
