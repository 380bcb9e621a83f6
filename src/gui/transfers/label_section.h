// A section of the sidebar: the labels of one kind.
#pragma once

#include "gui/transfers/transfer_model.h"

#include <QWidget>

#include <optional>

class QListWidget;

namespace essaim::settings {
class SettingsStore;
}
class QToolButton;

namespace essaim::gui {

/// Hidden while there is nothing to choose from. A label that is chosen is given up by choosing it again or with Esc.
/// Object names: categoryList, tagList, trackerList, driveList.
class LabelSection : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the section. Of categories, those that are kept without torrents are shown, too.
    LabelSection(
        LabelKind kind, TransferModel& model, const settings::SettingsStore& settings, QWidget* parent = nullptr);

    [[nodiscard]] LabelKind kind() const { return m_kind; }
    [[nodiscard]] const std::optional<QString>& chosen() const { return m_chosen; }
    void choose(const std::optional<QString>& label);

Q_SIGNALS:
    void chosenChanged();
    void menuRequested(essaim::gui::LabelKind kind, const QString& label, const QPoint& globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addRow(const QString& label, int count);
    void fitHeight();
    [[nodiscard]] QString titleOf(const QString& label) const;

    const LabelKind m_kind;
    TransferModel& m_model;
    const settings::SettingsStore& m_settings;
    QToolButton* m_heading;
    QListWidget* m_list;
    std::optional<QString> m_chosen;
};

} // namespace essaim::gui
