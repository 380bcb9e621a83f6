// The HTTP sources tab: servers that hold the files besides peers (BEP 19).
#pragma once

#include "gui/details/details_tab.h"

#include <optional>

class QStandardItemModel;

namespace essaim::gui {
class DetailsTable;

/// Object names: webSeedsTable, addWebSeedsButton.
class WebSeedsTab : public DetailsTab {
    Q_OBJECT
public:
    WebSeedsTab(const DetailsContext& context, QWidget* parent);

    [[nodiscard]] engine::DetailsPart part() const override { return engine::DetailsPart::WebSeeds; }
    void showTorrent(const engine::TorrentSnapshot& torrent) override;
    void showDetails(const engine::DetailsSnapshot& details) override;

private:
    void showSeeds(const QList<engine::WebSeedDetails>& seeds);
    void showMenu(const QPoint& position);
    void add();
    void removeSelected();
    void copySelected();
    void change(const QStringList& urls, const QString& what);
    [[nodiscard]] QStringList selectedUrls() const;

    const DetailsContext& m_context;
    QStandardItemModel* m_model;
    DetailsTable* m_table;
    QStringList m_urls;
    std::optional<engine::TorrentSnapshot> m_torrent;
};

} // namespace essaim::gui
