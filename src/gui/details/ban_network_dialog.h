// Asks which network is to be banned, and says whom that hits.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace essaim::gui {

/// Object names: banNetworkDialog, networkEdit, hitLabel, banButton.
class BanNetworkDialog : public QDialog {
    Q_OBJECT
public:
    /// Proposes networkOf() each of these addresses.
    explicit BanNetworkDialog(const QStringList& addresses, QWidget* parent = nullptr);

    /// Addresses of the peers that are connected now.
    void setConnected(const QStringList& addresses);
    /// As settings::kBannedPeers has them; empty while what is typed makes no sense.
    [[nodiscard]] QStringList bans() const { return m_bans; }

private:
    void update();

    QLineEdit* m_field;
    QLabel* m_label;
    QPushButton* m_button;
    QStringList m_connected;
    QStringList m_bans;
};

} // namespace essaim::gui
