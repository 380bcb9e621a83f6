#include "gui/follow/follow_dialog.h"

#include "follow/ui_follow_dialog.h"

#include "gui/add_torrent/save_path.h"
#include "gui/follow/offers_model.h"
#include "text/text.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace essaim::gui {

using hosting::FollowedHost;

namespace {

constexpr int kSizeWidth = 100;
constexpr int kSinceWidth = 120;

} // namespace

struct FollowDialog::Private {
    Private(FollowDialog& owner, const Services& wanted, hosting::FollowedHosts& followed)
        : q(owner)
        , services(wanted)
        , hosts(followed) {}

    void setUpView();
    void refresh();
    void fillCombo();
    void showCurrent();
    [[nodiscard]] QString status(const FollowedHost& host) const;
    [[nodiscard]] const FollowedHost* current() const;
    [[nodiscard]] QStringList selectedIds() const;
    void download(const QStringList& ids);
    void updateButtons();

    FollowDialog& q;
    Services services;
    hosting::FollowedHosts& hosts;
    OffersModel model;
    QSortFilterProxyModel proxy;
    Ui::FollowDialog ui;
};

void FollowDialog::Private::setUpView() {
    proxy.setSourceModel(&model);
    proxy.setSortRole(OffersModel::kSortRole);
    proxy.setSortLocaleAware(true);
    ui.offersView->setModel(&proxy);
    QHeaderView& header = *ui.offersView->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(OffersModel::Name, QHeaderView::Stretch);
    header.resizeSection(OffersModel::Size, kSizeWidth);
    header.resizeSection(OffersModel::Since, kSinceWidth);
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
        const QString where = QUrl(host.link).host();
        ui.hostCombo->addItem(
            host.feed.title.isEmpty() ? where : FollowDialog::tr("%1 (%2)").arg(host.feed.title, where), host.link);
    }
    ui.hostCombo->setCurrentIndex(qMax(0, ui.hostCombo->findData(shown)));
}

QString FollowDialog::Private::status(const FollowedHost& host) const {
    if (host.error && host.error->kind == ErrorKind::NotFound)
        return FollowDialog::tr("The host does not know this invitation any more. Ask for a new link.");
    if (host.error)
        return FollowDialog::tr("The host does not answer now; it is tried again. %1")
            .arg(text::errorSentence(*host.error));
    if (host.checkedAt == 0)
        return FollowDialog::tr("Asking the host…");
    if (host.feed.torrents.isEmpty())
        return FollowDialog::tr("Nothing is shared with you yet.");
    return FollowDialog::tr("As of %1")
        .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(host.checkedAt).time(), QLocale::ShortFormat));
}

void FollowDialog::Private::showCurrent() {
    const FollowedHost* host = current();
    model.setHost(host);
    ui.statusLabel->setText(
        host ? status(*host)
             : FollowDialog::tr("Open an invite link of a friend (Add link) and it stays here as a source."));
    const QSignalBlocker blocker(ui.automaticBox);
    ui.automaticBox->setChecked(host && host->isAutomatic);
    for (QWidget* widget :
         {static_cast<QWidget*>(ui.automaticBox), static_cast<QWidget*>(ui.lookButton),
          static_cast<QWidget*>(ui.forgetButton)})
        widget->setEnabled(host != nullptr);
    updateButtons();
}

void FollowDialog::Private::refresh() {
    fillCombo();
    showCurrent();
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
    const FollowedHost* host = current();
    ui.downloadButton->setEnabled(ui.offersView->selectionModel()->hasSelection());
    ui.downloadNewButton->setEnabled(
        host && std::ranges::any_of(host->feed.torrents, [host](const auto& torrent) { return host->isNew(torrent); }));
}

FollowDialog::FollowDialog(const Services& services, hosting::FollowedHosts& hosts, QWidget* parent)
    : QDialog(parent)
    , m_private(std::make_unique<Private>(*this, services, hosts)) {
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
    connect(d.ui.forgetButton, &QPushButton::clicked, this, [&d] {
        if (const FollowedHost* host = d.current())
            d.hosts.forget(QString(host->link));
    });
    connect(d.ui.automaticBox, &QCheckBox::toggled, this, [&d](bool on) {
        if (const FollowedHost* host = d.current())
            d.hosts.setAutomatic(QString(host->link), on);
    });
    connect(d.ui.downloadButton, &QPushButton::clicked, this, [&d] { d.download(d.selectedIds()); });
    connect(d.ui.downloadNewButton, &QPushButton::clicked, this, [&d] {
        QStringList ids;
        if (const FollowedHost* host = d.current()) {
            for (const auto& torrent : host->feed.torrents) {
                if (host->isNew(torrent))
                    ids << torrent.id;
            }
        }
        d.download(ids);
    });
    d.refresh();
}

FollowDialog::~FollowDialog() = default;

void FollowDialog::showHost(const QString& link) {
    m_private->ui.hostCombo->setCurrentIndex(m_private->ui.hostCombo->findData(link));
}

} // namespace essaim::gui
