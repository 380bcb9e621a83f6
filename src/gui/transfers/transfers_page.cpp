#include "gui/transfers/transfers_page.h"

#include "engine/session.h"
#include "gui/details/details_panel.h"
#include "gui/labels/categories.h"
#include "gui/move/drive_notice.h"
#include "gui/move/move_strip.h"
#include "gui/transfers/activation.h"
#include "gui/transfers/empty_state.h"
#include "gui/transfers/group_menu.h"
#include "gui/transfers/label_menu.h"
#include "gui/transfers/option_actions.h"
#include "gui/transfers/status_sidebar.h"
#include "gui/transfers/transfer_actions.h"
#include "gui/transfers/transfer_view.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDataStream>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

constexpr int kSidebarWidth = 208;
constexpr int kDetailsHeight = 232;

/// A splitter whose handle is a line of one pixel.
QSplitter* makeSplitter(Qt::Orientation orientation, QWidget* parent) {
    auto* splitter = new QSplitter(orientation, parent);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

TransfersPage::TransfersPage(const Services& services, QWidget& window, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_filter(m_model)
    , m_columns(makeSplitter(Qt::Horizontal, this))
    , m_rows(makeSplitter(Qt::Vertical, m_columns))
    , m_center(new QStackedWidget(m_rows))
    , m_sidebar(new StatusSidebar(m_model, services.settings, m_columns))
    , m_view(new TransferView(m_model, m_filter, services.settings, m_center))
    , m_actions(new TransferActions(
          services, [this] { return selection(); }, [this] { return selected(); }, window))
    , m_details(new DetailsPanel(services, *m_actions->history, m_rows)) {
    arrange();
    restoreLayout();
    connectSession();
    connect(m_sidebar, &StatusSidebar::filterChanged, this, [this](StatusFilter filter) {
        m_filter.setStatus(filter);
        updateCenter();
    });
    connect(m_sidebar, &StatusSidebar::labelsChanged, this, [this](const LabelFilter& labels) {
        m_filter.setLabels(labels);
        updateCenter();
    });
    connect(
        m_sidebar, &StatusSidebar::labelMenuRequested, this,
        [this, &window](LabelKind kind, const QString& label, const QPoint& position) {
            showLabelMenu(kind, label, position, m_model, m_services, *m_actions, window);
        });
    connect(
        m_sidebar, &StatusSidebar::statusMenuRequested, this,
        [this, &window](StatusFilter filter, const QPoint& position) {
            showStatusMenu(filter, position, m_model, m_services, *m_actions, window);
        });
    connect(m_view, &TransferView::selectionChangedByUser, this, &TransfersPage::updateDetails);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TransfersPage::showContextMenu);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex& row) {
        activate(m_model.torrent(m_filter.mapToSource(row).row()));
    });
    connect(m_details, &DetailsPanel::copyMagnetRequested, m_actions->copyMagnet, &QAction::trigger);
    connect(m_details, &DetailsPanel::remedyWanted, m_actions, &TransferActions::help);
    connect(m_details, &DetailsPanel::foldedChanged, this, [this](bool folded) {
        m_details->setMaximumHeight(folded ? m_details->foldedHeight() : QWIDGETSIZE_MAX);
        m_services.settings.set(settings::kDetailsVisible, !folded);
        Q_EMIT detailsVisibleChanged(!folded);
    });
    m_actions->options->setLabels([this] {
        const auto [categories, tags] = labelsInUse();
        return OptionActions::Labels{categories, tags};
    });
    m_view->addAction(m_actions->options->rename);
    setFocusProxy(m_sidebar);
    updateCenter();
    updateDetails();
}

TransfersPage::~TransfersPage() {
    // The view outlives the models, which are members, and would report the end of its selection to what is left of us.
    m_view->disconnect(this);
}

void TransfersPage::setSearch(const QString& text) {
    m_search = text;
    m_filter.setSearch(text);
    updateCenter();
}

void TransfersPage::setSidebarVisible(bool visible) {
    m_sidebar->setVisible(visible);
    m_services.settings.set(settings::kSidebarVisible, visible);
}

void TransfersPage::setDetailsVisible(bool visible) {
    m_details->setFolded(!visible);
}

void TransfersPage::reveal(const TorrentId& id) {
    if (m_model.rowOf(id) >= 0)
        m_view->selectTorrent(id);
    else
        m_toReveal = id;
}

void TransfersPage::saveLayout() const {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_rows->saveState();
    m_services.settings.set(settings::kWindowSplitter, bytes);
}

void TransfersPage::arrange() {
    auto* empty = new EmptyState(m_center);
    connect(empty, &EmptyState::addRequested, this, &TransfersPage::addRequested);
    connect(empty, &EmptyState::createRequested, this, &TransfersPage::createRequested);
    auto* nothing = new QLabel(
        tr("No torrent matches the filter.\n“All” at the left and an empty search field show every one."), m_center);
    nothing->setObjectName(QStringLiteral("noMatchLabel"));
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setProperty("muted", true);
    nothing->setAutoFillBackground(true);
    nothing->setBackgroundRole(QPalette::Base);
    m_center->addWidget(m_view);
    m_center->addWidget(empty);
    m_center->addWidget(nothing);
    m_center->setMinimumHeight(72);

    m_sidebar->setMinimumWidth(160);
    m_rows->addWidget(m_center);
    m_rows->addWidget(m_details);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_columns->addWidget(m_sidebar);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new DriveNotice(m_services.session, this));
    layout->addWidget(m_columns, 1);
    layout->addWidget(new MoveStrip(m_services.session, this));
}

void TransfersPage::connectSession() {
    connect(&m_services.session, &engine::Session::torrentsChanged, this, [this](const auto& torrents) {
        m_model.merge(torrents);
        if (m_toReveal && m_model.rowOf(*m_toReveal) >= 0)
            m_view->selectTorrent(*std::exchange(m_toReveal, std::nullopt));
        updateCenter();
        updateDetails();
    });
    connect(&m_services.session, &engine::Session::drivesChanged, this, [this](const auto& drives) {
        QStringList points;
        for (const engine::DriveSnapshot& drive : drives)
            points.append(drive.point);
        m_model.setDrives(points);
    });
    connect(&m_services.session, &engine::Session::torrentsRemoved, this, [this](const auto& ids) {
        m_model.remove(ids);
        updateCenter();
        updateDetails();
    });
}

void TransfersPage::restoreLayout() {
    m_columns->setSizes({kSidebarWidth, 1000});
    m_rows->setSizes({600, kDetailsHeight});
    QByteArray columns;
    QByteArray rows;
    QDataStream stream(m_services.settings.value(settings::kWindowSplitter));
    stream >> columns >> rows;
    if (stream.status() == QDataStream::Ok) {
        m_columns->restoreState(columns);
        m_rows->restoreState(rows);
        // Older Qt versions store these two; the window's look does not depend on them.
        for (QSplitter* splitter : {m_columns, m_rows}) {
            splitter->setHandleWidth(1);
            splitter->setChildrenCollapsible(false);
        }
    }
    m_sidebar->setVisible(m_services.settings.value(settings::kSidebarVisible));
    if (!m_services.settings.value(settings::kDetailsVisible)) {
        m_details->setFolded(true);
        m_details->setMaximumHeight(m_details->foldedHeight());
    }
}

void TransfersPage::updateCenter() {
    const bool none = m_model.rowCount() == 0;
    m_center->setCurrentIndex(none ? 1 : m_filter.rowCount() == 0 ? 2 : 0);
    m_details->setVisible(!none);
    if (!none && m_wasEmpty && m_sidebar->hasFocus())
        m_view->setFocus();
    m_wasEmpty = none;
}

void TransfersPage::updateDetails() {
    const TorrentsAtHand torrents = selected();
    const bool one = torrents.size() == 1;
    m_details->showTorrent(one ? std::optional(*torrents.front()) : std::nullopt, int(torrents.size()));
    const bool hosted = one && m_services.trackerHost.isHosted(torrents.front()->id);
    m_details->setNote(hosted ? tr("Shared on your tracker") : QString());
    m_actions->update(torrents);
}

void TransfersPage::activate(const engine::TorrentSnapshot& torrent) {
    switch (activationOf(torrent, m_services.settings)) {
    case Activation::OpenFolder:
        return m_actions->openFolder->trigger();
    case Activation::PauseOrResume:
        return m_actions->pauseOrResume();
    case Activation::ShowDetails:
        return setDetailsVisible(true);
    case Activation::Nothing:
        return;
    }
}

void TransfersPage::showContextMenu(const QPoint& position) {
    if (!m_view->indexAt(position).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

std::pair<QStringList, QStringList> TransfersPage::labelsInUse() const {
    const auto named = [this](LabelKind kind) {
        QStringList names = m_model.labels().of(kind).keys();
        names.removeAll(QString());
        return names;
    };
    QStringList categories = named(LabelKind::Category) + keptCategories(m_services.settings).keys();
    categories.removeDuplicates();
    categories.sort();
    return {categories, named(LabelKind::Tag)};
}

QList<engine::TorrentSnapshot> TransfersPage::selection() const {
    QList<engine::TorrentSnapshot> torrents;
    for (const engine::TorrentSnapshot* torrent : selected())
        torrents.append(*torrent);
    return torrents;
}

TorrentsAtHand TransfersPage::selected() const {
    TorrentsAtHand torrents;
    for (const int row : m_view->selectedRows())
        torrents.push_back(&m_model.torrent(row));
    return torrents;
}

} // namespace essaim::gui
