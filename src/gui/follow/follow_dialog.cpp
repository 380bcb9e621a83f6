#include "gui/follow/follow_dialog.h"

#include "follow/ui_follow_dialog.h"

#include "gui/add_torrent/save_path.h"
#include "gui/follow/offers_model.h"
#include "gui/tracker/tracker_verdict.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/empty_hint.h"
#include "hosting/tracker_host.h"

#include <QDateTime>
#include <QDir>
#include <QHeaderView>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace essaim::gui {

using hosting::FollowedHost;

namespace {

constexpr int kSizeWidth = 100;
constexpr int kSinceWidth = 120;
constexpr int kHereWidth = 140;

} // namespace

struct FollowDialog::Private {
    Private(
        FollowDialog& owner, const Services& wanted, hosting::FollowedHosts& followed, hosting::StandingIn& standing,
        const LocalProgress& local)
        : q(owner)
        , services(wanted)
        , hosts(followed)
        , standingIn(standing)
        , model(local) {}

    void setUpView();
    void refresh();
    void fillCombo();
    [[nodiscard]] static QString nameOf(const FollowedHost& host);
    void askToForget();
    void showCurrent();
    [[nodiscard]] QString status(const FollowedHost& host) const;
    [[nodiscard]] QString standInStatus(const FollowedHost& host) const;
    [[nodiscard]] const FollowedHost* current() const;
    [[nodiscard]] QStringList selectedIds() const;
    void download(const QStringList& ids);
    void updateButtons();

    FollowDialog& q;
    Services services;
    hosting::FollowedHosts& hosts;
    hosting::StandingIn& standingIn;
    OffersModel model;
    QSortFilterProxyModel proxy;
    Ui::FollowDialog ui;
};

void FollowDialog::Private::setUpView() {
    proxy.setSourceModel(&model);
    proxy.setSortRole(OffersModel::kSortRole);
    proxy.setSortLocaleAware(true);
    ui.offersView->setModel(&proxy);
    ui.offersView->setItemDelegate(new CellDelegate(ui.offersView));
    QHeaderView& header = *ui.offersView->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(OffersModel::Name, QHeaderView::Stretch);
    header.resizeSection(OffersModel::Size, kSizeWidth);
    header.resizeSection(OffersModel::Since, kSinceWidth);
    header.resizeSection(OffersModel::Here, kHereWidth);
    new EmptyHint(FollowDialog::tr("What this host shares with you stands here."), *ui.offersView);
    ui.offersView->sortByColumn(OffersModel::Since, Qt::DescendingOrder);
    QObject::connect(
        ui.offersView->selectionModel(), &QItemSelectionModel::selectionChanged, &q, [this] { updateButtons(); });
    QObject::connect(ui.offersView, &QTreeView::activated, &q, [this] { download(selectedIds()); });
}

const FollowedHost* FollowDialog::Private::current() const {
    const QString link = ui.hostCombo->currentData().toString();
    const auto found = std::ranges::find(hosts.hosts(), link, &FollowedHost::link);
    return found == hosts.hosts().end() ? nullptr : &*found;
}

void FollowDialog::Private::fillCombo() {
    const QString shown = ui.hostCombo->currentData().toString();
    const QSignalBlocker blocker(ui.hostCombo);
    ui.hostCombo->clear();
    for (const FollowedHost& host : hosts.hosts()) {
        ui.hostCombo->addItem(nameOf(host), host.link);
    }
    ui.hostCombo->setCurrentIndex(qMax(0, ui.hostCombo->findData(shown)));
}

/// A host that gave itself no name has its address as the title.
QString FollowDialog::Private::nameOf(const FollowedHost& host) {
    const QString where = QUrl(host.link).host();
    const QString& title = host.feed.title;
    return title.isEmpty() || title.startsWith(where) ? where : FollowDialog::tr("%1 (%2)").arg(title, where);
}

QString FollowDialog::Private::status(const FollowedHost& host) const {
    if (host.error && hosting::wasTurnedAway(*host.error))
        return host.announceUrls.isEmpty()
                   ? FollowDialog::tr("The host does not know this invitation (any more). Was the whole link copied? "
                                      "If so, ask for a new one.")
                   : FollowDialog::tr("The host has taken this invitation back, or given you a new key. Ask for your "
                                      "new link and open it: this source and its transfers go on with it.");
    if (host.error && host.error->kind == ErrorKind::InvalidData)
        return FollowDialog::tr("What the host answers cannot be read. Is this the link of an Essaim?");
    if (host.error)
        return FollowDialog::tr("The host does not answer now: its computer or its tracker may be off. Essaim asks "
                                "again by itself.");
    if (host.checkedAt == 0)
        return FollowDialog::tr("Asking the host…");
    if (host.feed.torrents.isEmpty())
        return FollowDialog::tr("Nothing is shared with you yet.");
    return FollowDialog::tr("As of %1")
        .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(host.checkedAt).time(), QLocale::ShortFormat));
}

QString FollowDialog::Private::standInStatus(const FollowedHost& host) const {
    using StandIn = FollowedHost::StandIn;
    if (host.standIn == StandIn::No)
        return FollowDialog::tr(
            "Friends of this host who have met can go on over your tracker while the host is away.");
    if (host.standIn == StandIn::Withdrawing)
        return FollowDialog::tr(
            "The host has not heard yet that you stand in no more. Your tracker serves nobody there.");
    if (services.trackerHost.state() == hosting::TrackerHost::State::Failed) {
        const auto verdict = TrackerVerdict::of(services.trackerHost);
        return FollowDialog::tr("%1. %2", "the title of what is wrong, and sentences about it")
            .arg(verdict.title, verdict.detail);
    }
    if (services.trackerHost.state() != hosting::TrackerHost::State::On)
        return FollowDialog::tr("Your tracker is off. Switch it on, so that friends of this host can find it.");
    const auto answer = tracker::Tracker::readStandInAnswer(host.standInList.toStdString());
    if (!answer)
        return FollowDialog::tr("Your offer waits until the host can be reached.");
    if (!answer->isAccepted)
        return FollowDialog::tr("You offered it. The host has not accepted yet.");
    const QString torrents = FollowDialog::tr("%n torrent(s)", nullptr, int(answer->torrents));
    const QString members = FollowDialog::tr("%n friend(s)", nullptr, int(answer->members));
    const auto heard = QDateTime::fromSecsSinceEpoch(host.standInListAt);
    return FollowDialog::tr("You stand in: %1, %2. Last heard of the host: %3.")
        .arg(torrents, members, QLocale().toString(heard, QLocale::ShortFormat));
}

void FollowDialog::Private::showCurrent() {
    const FollowedHost* host = current();
    model.setHost(host);
    ui.statusLabel->setText(
        host ? status(*host)
             : FollowDialog::tr("Open an invite link of a friend (Add link) and it stays here as a source."));
    ui.standInLabel->setText(host ? standInStatus(*host) : QString());
    const QSignalBlocker standInBlocker(ui.standInBox);
    ui.standInBox->setChecked(host && host->standIn == FollowedHost::StandIn::Offered);
    const QSignalBlocker blocker(ui.automaticBox);
    ui.automaticBox->setChecked(host && host->isAutomatic);
    ui.folderLabel->setText(
        FollowDialog::tr("Downloads go to %1").arg(QDir::toNativeSeparators(defaultSavePath(services.settings))));
    for (QWidget* widget :
         {static_cast<QWidget*>(ui.automaticBox), static_cast<QWidget*>(ui.standInBox),
          static_cast<QWidget*>(ui.lookButton), static_cast<QWidget*>(ui.forgetButton)})
        widget->setEnabled(host != nullptr);
    updateButtons();
}

void FollowDialog::Private::refresh() {
    fillCombo();
    showCurrent();
}

void FollowDialog::Private::askToForget() {
    const FollowedHost* host = current();
    if (!host)
        return;
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, FollowDialog::tr("Stop following %1?").arg(nameOf(*host)), QMessageBox::Cancel, &q);
    box->setObjectName(QStringLiteral("forgetBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(FollowDialog::tr("Essaim forgets the invite link: to follow again you need it once more. "
                                             "What you downloaded stays."));
    QPushButton* yes = box->addButton(FollowDialog::tr("Stop following"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("yesButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, &q, [this, link = host->link] { hosts.forget(link); });
    box->open();
}

QStringList FollowDialog::Private::selectedIds() const {
    QStringList ids;
    for (const QModelIndex& row : ui.offersView->selectionModel()->selectedRows())
        ids << row.data(OffersModel::kIdRole).toString();
    return ids;
}

void FollowDialog::Private::download(const QStringList& ids) {
    if (const FollowedHost* host = current(); host && !ids.isEmpty())
        hosts.download(host->link, ids, defaultSavePath(services.settings));
}

void FollowDialog::Private::updateButtons() {
    ui.downloadButton->setEnabled(ui.offersView->selectionModel()->hasSelection());
    ui.downloadNewButton->setEnabled(!model.newIds().isEmpty());
}

FollowDialog::FollowDialog(
    const Services& services, hosting::FollowedHosts& hosts, hosting::StandingIn& standingIn,
    const LocalProgress& local, QWidget* parent)
    : QDialog(parent)
    , m_private(std::make_unique<Private>(*this, services, hosts, standingIn, local)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    setObjectName(QStringLiteral("followDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    d.ui.buttonBox->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeButton"));
    d.setUpView();
    connect(&hosts, &hosting::FollowedHosts::changed, this, [&d] { d.refresh(); });
    connect(d.ui.hostCombo, &QComboBox::currentIndexChanged, this, [&d] { d.showCurrent(); });
    connect(d.ui.lookButton, &QPushButton::clicked, this, [&d] {
        if (const FollowedHost* host = d.current())
            d.hosts.look(host->link);
    });
    connect(d.ui.forgetButton, &QPushButton::clicked, this, [&d] { d.askToForget(); });
    connect(d.ui.automaticBox, &QCheckBox::toggled, this, [&d](bool on) {
        if (const FollowedHost* host = d.current())
            d.hosts.setAutomatic(QString(host->link), on);
    });
    connect(d.ui.standInBox, &QCheckBox::toggled, this, [&d](bool on) {
        if (const FollowedHost* host = d.current())
            d.standingIn.setOffered(QString(host->link), on);
    });
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, [&d] { d.refresh(); });
    connect(d.ui.downloadButton, &QPushButton::clicked, this, [&d] { d.download(d.selectedIds()); });
    connect(d.ui.downloadNewButton, &QPushButton::clicked, this, [&d] { d.download(d.model.newIds()); });
    connect(&local, &LocalProgress::changed, this, [&d] { d.updateButtons(); });
    d.refresh();
}

FollowDialog::~FollowDialog() = default;

void FollowDialog::showHost(const QString& link) {
    m_private->ui.hostCombo->setCurrentIndex(m_private->ui.hostCombo->findData(link));
}

} // namespace essaim::gui
