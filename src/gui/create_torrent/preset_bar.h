// Chooses a preset, and saves, renames and deletes them.
#pragma once

#include "gui/create_torrent/preset_store.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class PresetBar;
}
class QAction;

namespace essaim::gui {

/// GUI thread. setStore() comes first.
class PresetBar : public QWidget {
    Q_OBJECT
public:
    explicit PresetBar(QWidget* parent = nullptr);
    ~PresetBar() override;

    /// `current`: what the form says now, for saving. Shows the default preset without choosing it.
    void setStore(settings::SettingsStore& settings, std::function<hosting::PublishRequest()> current);
    [[nodiscard]] QString currentName() const;
    void choose(const QString& name);

Q_SIGNALS:
    /// The form is to say this.
    void chosen(const essaim::hosting::PublishRequest& preset);

private:
    void makeMenu();
    void refill(const QString& name);
    void saveAs();
    void rename();
    /// Asks first if there is a preset of that name.
    void unlessTaken(const QString& name, const std::function<void()>& save);
    void remove();
    void askName(const QString& title, const QString& proposal, const std::function<void(const QString&)>& named);

    std::unique_ptr<Ui::PresetBar> m_ui;
    std::optional<PresetStore> m_store;
    std::function<hosting::PublishRequest()> m_current;
    QAction* m_save = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_default = nullptr;
};

} // namespace essaim::gui
