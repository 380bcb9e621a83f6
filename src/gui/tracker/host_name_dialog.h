// The name or address that links carry instead of one of this computer.
#pragma once

#include <QDialog>
#include <QString>

#include <memory>

namespace Ui {
class HostNameDialog;
}

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Writes the setting when it is accepted, which it refuses for what leads nobody here; what was typed stays to be
/// corrected. An address of a private network has to be insisted on. Object name: hostNameDialog.
class HostNameDialog : public QDialog {
    Q_OBJECT
public:
    HostNameDialog(settings::SettingsStore& settings, QWidget* parent);
    ~HostNameDialog() override;

    void accept() override;

    struct Typed {
        QString name;    ///< as links take it; empty = there is none
        QString problem; ///< a sentence; empty = `name` can stand in links
    };
    /// Of what people type or paste, with a scheme, a port or a path. `ownPort`: that of the tracker.
    [[nodiscard]] static Typed read(const QString& text, int ownPort);

private:
    void typed();
    void tell(const QString& problem);

    settings::SettingsStore& m_settings;
    std::unique_ptr<Ui::HostNameDialog> m_ui;
    bool m_wasWarned = false; ///< of the private address that stands there
};

} // namespace essaim::gui
