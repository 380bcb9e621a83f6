#include "gui/tracker/invite_dialog.h"

#include "tracker/ui_invite_dialog.h"

#include "engine/torrent_file.h"
#include "gui/tracker/initials_picture.h"
#include "gui/tracker/link_reach.h"
#include "gui/tracker/save_torrent_file.h"
#include "gui/widgets/grow_to_fit.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>

namespace essaim::gui {

namespace {

constexpr int kPictureSize = 40;
constexpr int kWidestTitle = 420;

} // namespace

struct InviteDialog::Private {
    Private(InviteDialog& owner, const Services& wanted, const hosting::FriendInvite& given)
        : q(owner)
        , services(wanted)
        , invite(given) {}

    void setUp();
    void showInvite();
    void showReach();
    void refresh();
    void take(const hosting::FriendInvite& made);
    [[nodiscard]] QString reachSentence() const;
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

void InviteDialog::Private::setUp() {
    ui.copyMagnetButton->setLabel(InviteDialog::tr("Copy &magnet link"));
    ui.copyLinkButton->setLabel(InviteDialog::tr("Copy &link"));
    ui.copyLinkButton->setDefault(true);
    ui.pictureLabel->setPixmap(initialsPicture(invite.name).pixmap(kPictureSize, kPictureSize));
    const QString title = InviteDialog::tr("Invite %1").arg(invite.name);
    ui.titleLabel->ensurePolished(); // its font counts
    ui.titleLabel->setText(ui.titleLabel->fontMetrics().elidedText(title, Qt::ElideRight, kWidestTitle));
    ui.titleLabel->setToolTip(plainToolTip(title));
    ui.hostTitleEdit->setText(services.settings.value(settings::kTrackerTitle));
    QObject::connect(ui.hostTitleEdit, &QLineEdit::editingFinished, &q, [this] {
        services.settings.set(settings::kTrackerTitle, ui.hostTitleEdit->text().simplified());
    });
    QObject::connect(ui.showKeyButton, &QAbstractButton::toggled, &q, [this](bool shown) {
        ui.showKeyButton->setText(shown ? InviteDialog::tr("&Hide key") : InviteDialog::tr("&Show key"));
        showInvite();
    });
    QObject::connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, &q, [this] { refresh(); });
}

void InviteDialog::Private::showInvite() {
    ui.linkEdit->setText(invite.link);
    ui.linkEdit->setCursorPosition(0);
    ui.copyLinkButton->setTextToCopy(invite.link);
    ui.qrCode->setText(invite.link);
    const QString announce = invite.announceUrls.value(0);
    ui.announceEdit->setText(ui.showKeyButton->isChecked() ? announce : hosting::maskedUrl(announce));
    ui.copyAnnounceButton->setTextToCopy(announce);
    showReach();
}

void InviteDialog::Private::showReach() {
    const QString sentence = reachSentence();
    ui.reachLabel->setText(sentence);
    ui.reachLabel->setHidden(sentence.isEmpty());
    growToFit(q);
}

/// Empty if friends elsewhere can open the link, as far as is known.
QString InviteDialog::Private::reachSentence() const {
    const auto* who = hosting::Friends(services.trackerHost).find(invite.id);
    if (who && who->isPaused)
        return InviteDialog::tr(
                   "%1 is paused: until you let this friend in again, the page says so and offers nothing.")
            .arg(invite.name);
    return LinkReach::warning(services.trackerHost);
}

/// Its addresses may have changed: a router that answers late gives a better one.
void InviteDialog::Private::refresh() {
    showReach();
    hosting::Friends(services.trackerHost).invite(invite.id, &q, [this](const Expected<hosting::FriendInvite>& made) {
        if (made && (made->link != invite.link || made->announceUrls != invite.announceUrls))
            take(*made);
    });
}

void InviteDialog::Private::take(const hosting::FriendInvite& made) {
    QClipboard& clipboard = *QGuiApplication::clipboard();
    if (clipboard.text() == invite.link) // nobody wants the old one
        clipboard.setText(made.link);
    invite = made;
    showInvite();
    updateButtons();
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
    d.setUp();
    d.showInvite();
    d.showTorrents();
    d.ui.buttonBox->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeButton"));
    connect(d.ui.saveTorrentButton, &QPushButton::clicked, this, [&d] { d.save(); });
    adjustSize();
    growToFit(*this);
}

InviteDialog::~InviteDialog() = default;

void InviteDialog::copyLink() {
    m_private->ui.copyLinkButton->copy();
    m_private->ui.copiedLabel->show();
}

} // namespace essaim::gui
