#include "gui/details/details_tabs.h"

#include "gui/details/content_tab.h"
#include "gui/details/general_tab.h"
#include "gui/details/peers_tab.h"
#include "gui/details/pieces_tab.h"
#include "gui/details/speed_tab.h"
#include "gui/details/trackers_tab.h"
#include "gui/details/web_seeds_tab.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

/// The facts, as a page among the others.
class FactsTab : public DetailsTab {
public:
    explicit FactsTab(QWidget* parent)
        : DetailsTab(parent)
        , m_facts(new GeneralTab(this)) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_facts);
        connect(m_facts, &GeneralTab::copyMagnetRequested, this, &DetailsTab::copyMagnetRequested);
    }
    void showTorrent(const engine::TorrentSnapshot& torrent) override { m_facts->showTorrent(torrent); }

private:
    GeneralTab* m_facts;
};

template <typename Tab>
DetailsTab* make(const DetailsContext& context, QWidget* parent) {
    return new Tab(context, parent);
}

const DetailsTabRow kTabs[] = {
    {"general", QT_TRANSLATE_NOOP("DetailsTabs", "General"),
     [](const DetailsContext&, QWidget* parent) -> DetailsTab* { return new FactsTab(parent); }},
    {"trackers", QT_TRANSLATE_NOOP("DetailsTabs", "Trackers"), make<TrackersTab>},
    {"peers", QT_TRANSLATE_NOOP("DetailsTabs", "Peers"), make<PeersTab>},
    {"content", QT_TRANSLATE_NOOP("DetailsTabs", "Content"), make<ContentTab>},
    {"pieces", QT_TRANSLATE_NOOP("DetailsTabs", "Pieces"), make<PiecesTab>},
    {"speed", QT_TRANSLATE_NOOP("DetailsTabs", "Speed"), make<SpeedTab>, true},
    {"webSeeds", QT_TRANSLATE_NOOP("DetailsTabs", "HTTP sources"), make<WebSeedsTab>},
};

} // namespace

QString DetailsTabRow::translatedTitle() const {
    return QCoreApplication::translate("DetailsTabs", title);
}

std::span<const DetailsTabRow> detailsTabs() {
    return kTabs;
}

} // namespace essaim::gui
