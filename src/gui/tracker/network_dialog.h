// One named network: its addresses, and what they may.
#pragma once

#include "hosting/networks.h"

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class NetworkDialog;
}

namespace essaim::gui {

/// Cannot be accepted before it makes sense. Object name: networkDialog.
class NetworkDialog : public QDialog {
    Q_OBJECT
public:
    /// `taken`: names of the others.
    NetworkDialog(const hosting::Network& network, const QStringList& taken, QWidget* parent);
    ~NetworkDialog() override;

    [[nodiscard]] hosting::Network network() const;

private:
    void check();

    std::unique_ptr<Ui::NetworkDialog> m_ui;
    QStringList m_taken;
};

} // namespace essaim::gui
