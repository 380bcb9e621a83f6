#include "gui/tracker/address_list.h"

#include "gui/widgets/copy_button.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>

namespace essaim::gui {

namespace {

constexpr qsizetype kMaxRows = 5; ///< a computer with many interfaces must not push the table out of the page

} // namespace

AddressList::AddressList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(16);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(3, 1);
}

void AddressList::setAddresses(const QList<hosting::TrackerAddress>& addresses) {
    if (addresses == m_addresses)
        return;
    m_addresses = addresses;
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (qsizetype row = 0; row < qMin(kMaxRows, addresses.size()); ++row)
        addRow(int(row), addresses[row]);
}

void AddressList::addRow(int row, const hosting::TrackerAddress& address) {
    auto* reach = new QLabel(reachText(address.reach), this);
    reach->setProperty("muted", true);
    auto* url = new QLabel(address.httpUrl, this);
    url->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    url->setProperty("mono", true);
    url->setTextFormat(Qt::PlainText);
    url->setTextInteractionFlags(Qt::TextSelectableByMouse);
    url->setToolTip(address.httpUrl + QLatin1Char('\n') + address.udpUrl);
    auto* copy = new CopyButton(this);
    copy->setTextToCopy(address.httpUrl);
    copy->setFlat(true);
    copy->setToolTip(
        tr("Copies the announce URL, for programs that ask for one. Friends need an invite link instead."));
    copy->setAccessibleName(tr("Copy %1").arg(address.httpUrl));
    m_layout->addWidget(reach, row, 0);
    m_layout->addWidget(url, row, 1);
    m_layout->addWidget(copy, row, 2);
}

QString AddressList::reachText(hosting::TrackerAddress::Reach reach) {
    switch (reach) {
    case hosting::TrackerAddress::Reach::Internet:
        return tr("Internet");
    case hosting::TrackerAddress::Reach::LocalNetwork:
        return tr("Local network");
    case hosting::TrackerAddress::Reach::ThisComputer:
        return tr("This computer");
    }
    return {};
}

} // namespace essaim::gui
