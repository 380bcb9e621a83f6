// Finding files that no torrent of the list has, and what to do with them.
#pragma once

#include "engine/files/unlisted.h"
#include "gui/services.h"
#include "gui/unlisted/unlisted_model.h"

#include <QDialog>
#include <QSortFilterProxyModel>

#include <memory>

namespace Ui {
class UnlistedDialog;
}

namespace essaim::gui {
class UndoHistory;

/// Modeless; deletes itself when closed. Nothing is chosen by itself, and what is chosen goes to the bin only.
class UnlistedDialog : public QDialog {
    Q_OBJECT
public:
    /// `folders`: where torrents are; all proposed. What it refers to outlives it.
    UnlistedDialog(const Services& services, const QStringList& folders, UndoHistory& history, QWidget* parent);
    ~UnlistedDialog() override;

private:
    void addFolder(const QString& folder);
    void chooseFolder();
    void search();
    void showReport(const engine::UnlistedReport& report);
    void discard();
    void onMoved(const engine::UnlistedMoved& result);
    void showMenu(const QPoint& position);
    void openFolder();
    void copyPaths();
    void update();
    void tell(const QString& sentence);
    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] QList<engine::UnlistedEntry> chosen() const;

    Services m_services;
    UndoHistory& m_history;
    std::unique_ptr<Ui::UnlistedDialog> m_ui;
    UnlistedModel m_model;
    QSortFilterProxyModel m_proxy;
    quint64 m_search = 0;  ///< the last one's number
    quint64 m_discard = 0; ///< of what is on its way to the bin; 0 = nothing
    bool m_isSearching = false;
    bool m_hasSearched = false;
};

} // namespace essaim::gui
