#include "gui/tracker/activity_panel.h"

#include "tracker/ui_activity_panel.h"

#include "gui/tracker/activity_model.h"
#include "gui/tracker/history_graph.h"
#include "gui/tracker/text_file_dialogs.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/empty_hint.h"
#include "hosting/tracker_host.h"

#include <QDateTime>
#include <QHeaderView>
#include <QPointer>
#include <QSortFilterProxyModel>

#include <memory>

namespace essaim::gui {

namespace {

constexpr int kWhenWidth = 170;

} // namespace

struct ActivityPanel::Private {
    Private(ActivityPanel& owner, const Services& services)
        : q(owner)
        , host(services.trackerHost) {}

    void refresh();
    [[nodiscard]] QByteArray shownText() const;

    ActivityPanel& q;
    hosting::TrackerHost& host;
    ActivityModel model;
    QSortFilterProxyModel proxy;
    HistoryGraph* graph = nullptr;
    EmptyHint* hint = nullptr;
    std::uint64_t version = 0; ///< of what is shown or asked for
    Ui::ActivityPanel ui;
};

/// The entries come only when there are new ones.
void ActivityPanel::Private::refresh() {
    graph->add(host.snapshot(), QDateTime::currentSecsSinceEpoch());
    if (host.state() != hosting::TrackerHost::State::On || host.snapshot().activityVersion == version)
        return;
    version = host.snapshot().activityVersion;
    const auto entries = std::make_shared<std::vector<tracker::ActivityEntry>>();
    host.change(
        [entries](tracker::Tracker& tracker) {
            *entries = tracker.activity();
            return Expected<void>();
        },
        [receiver = QPointer<ActivityPanel>(&q), this, entries](const Expected<void>& result) {
            if (receiver && result)
                model.setEntries(*entries);
        });
}

/// What the search leaves.
QByteArray ActivityPanel::Private::shownText() const {
    QList<int> rows;
    for (int row = 0; row < proxy.rowCount(); ++row)
        rows << proxy.mapToSource(proxy.index(row, 0)).row();
    return model.toText(rows);
}

ActivityPanel::ActivityPanel(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.graph = new HistoryGraph(this);
    d.ui.panelLayout->insertWidget(1, d.graph);
    d.proxy.setSourceModel(&d.model);
    d.proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    d.proxy.setFilterKeyColumn(-1);
    d.ui.activityView->setModel(&d.proxy);
    d.ui.activityView->setItemDelegate(new CellDelegate(this));
    d.hint = new EmptyHint({}, *d.ui.activityView);
    setSearch({});
    d.ui.activityView->header()->resizeSection(ActivityModel::When, kWhenWidth);
    connect(d.ui.exportActivityButton, &QPushButton::clicked, this, [&d, this] {
        saveTextFile(tr("Export the activity"), QStringLiteral("activity.txt"), d.shownText(), this);
    });
    connect(&d.host, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.refresh(); });
    d.refresh();
}

ActivityPanel::~ActivityPanel() = default;

void ActivityPanel::setSearch(const QString& text) {
    Private& d = *m_private;
    d.proxy.setFilterFixedString(text);
    d.hint->setWords(
        text.isEmpty() ? tr("Nothing here yet. Who came, what was shared and what was changed is kept here.")
                       : tr("Nothing here matches the search."));
}

} // namespace essaim::gui
