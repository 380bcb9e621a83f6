// Category and tags of some torrents.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QDialog>
#include <QList>

#include <memory>
#include <optional>

namespace Ui {
class LabelsDialog;
}

namespace essaim::gui {

/// Says only what the user changed: where the torrents differ and he left it so, nothing. Object names: categoryCombo,
/// tagsEdit.
class LabelsDialog : public QDialog {
    Q_OBJECT
public:
    /// `categories`, `tags`: those in use, to choose from.
    LabelsDialog(
        const QList<engine::TorrentSnapshot>& torrents, const QStringList& categories, const QStringList& tags,
        QWidget* parent = nullptr);
    ~LabelsDialog() override;

    /// Nothing = leave them as they are.
    [[nodiscard]] std::optional<QString> category() const;
    [[nodiscard]] std::optional<QStringList> tags() const;

private:
    std::unique_ptr<Ui::LabelsDialog> m_ui;
    bool m_isCategoryTouched = false;
    bool m_areTagsTouched = false;
};

} // namespace essaim::gui
