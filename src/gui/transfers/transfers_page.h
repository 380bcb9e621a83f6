// The Transfers page: groups at the left, the list over the details.
#pragma once

#include "gui/services.h"
#include "gui/transfers/torrents_at_hand.h"
#include "gui/transfers/transfer_filter.h"
#include "gui/transfers/transfer_model.h"

#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace essaim::gui {
class DetailsPanel;
class StatusSidebar;
class TransferActions;
class TransferView;

/// Owns the model and feeds it with what the session tells. Remembers its arrangement in the settings.
class TransfersPage : public QWidget {
    Q_OBJECT
public:
    /// `window` gets the shortcuts of the torrent actions.
    TransfersPage(const Services& services, QWidget& window, QWidget* parent);
    ~TransfersPage() override;

    [[nodiscard]] TransferActions& actions() const { return *m_actions; }
    [[nodiscard]] TransferView& view() const { return *m_view; }
    [[nodiscard]] const TransferModel& model() const { return m_model; }

    [[nodiscard]] QList<engine::TorrentSnapshot> selection() const;
    /// Categories and tags of torrents in the list.
    [[nodiscard]] std::pair<QStringList, QStringList> labelsInUse() const;
    void setSearch(const QString& text);
    [[nodiscard]] QString search() const { return m_search; }
    void setSidebarVisible(bool visible);
    void setDetailsVisible(bool visible);
    /// Selects a torrent as soon as the list has it.
    void reveal(const TorrentId& id);
    /// Writes the arrangement to the settings.
    void saveLayout() const;

Q_SIGNALS:
    void addRequested();
    void createRequested();
    void detailsVisibleChanged(bool visible);

private:
    void arrange();
    void connectSession();
    void restoreLayout();
    void updateCenter();
    void updateDetails();
    [[nodiscard]] TorrentsAtHand selected() const;
    void activate(const engine::TorrentSnapshot& torrent);
    void showContextMenu(const QPoint& position);

    Services m_services;
    TransferModel m_model;
    TransferFilter m_filter;
    // From the outside in: a widget that gets another parent is styled once more, with all that is in it.
    QSplitter* m_columns;
    QSplitter* m_rows;
    QStackedWidget* m_center;
    StatusSidebar* m_sidebar;
    TransferView* m_view;
    TransferActions* m_actions;
    DetailsPanel* m_details;
    std::optional<TorrentId> m_toReveal;
    QString m_search;
    bool m_wasEmpty = true;
};

} // namespace essaim::gui
