// The addresses of the tracker, one row each, ready to copy.
#pragma once

#include "hosting/announced_address.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace essaim::gui {

/// Rows are made anew only when the addresses change, so that a focused button keeps the focus.
class AddressList : public QWidget {
    Q_OBJECT
public:
    explicit AddressList(QWidget* parent = nullptr);

    void setAddresses(const QList<hosting::TrackerAddress>& addresses);

private:
    void addRow(int row, const hosting::TrackerAddress& address);
    [[nodiscard]] static QString reachText(hosting::TrackerAddress::Reach reach);

    QGridLayout* m_layout = nullptr;
    QList<hosting::TrackerAddress> m_addresses;
};

} // namespace essaim::gui
