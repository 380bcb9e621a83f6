#include "gui/details/ban_network_dialog.h"

#include "gui/details/peer_bans.h"
#include "gui/widgets/style_sheet.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

BanNetworkDialog::BanNetworkDialog(const QStringList& addresses, QWidget* parent)
    : QDialog(parent)
    , m_field(new QLineEdit(this))
    , m_label(new QLabel(this)) {
    setObjectName(QStringLiteral("banNetworkDialog"));
    setWindowTitle(tr("Ban a network"));
    auto* words = new QLabel(
        tr("&Nobody from these networks is connected to, now or later. Preferences → Connection has the whole list."),
        this);
    words->setWordWrap(true);
    words->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("networkEdit"));
    m_field->setAccessibleName(tr("Networks to ban"));
    m_label->setObjectName(QStringLiteral("hitLabel"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_button = buttons->addButton(tr("Ban"), QDialogButtonBox::AcceptRole);
    m_button->setObjectName(QStringLiteral("banButton"));
    m_button->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &BanNetworkDialog::update);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(words);
    column->addWidget(m_field);
    column->addWidget(m_label, 1);
    column->addWidget(buttons);
    resize(480, sizeHint().height());
    QStringList networks;
    for (const QString& address : addresses)
        networks.append(networkOf(address));
    networks.removeAll(QString());
    networks.removeDuplicates();
    m_field->setText(networks.join(QStringLiteral(", ")));
    update();
}

void BanNetworkDialog::setConnected(const QStringList& addresses) {
    m_connected = addresses;
    update();
}

void BanNetworkDialog::update() {
    const auto bans = readBans(m_field->text());
    m_bans = bans.value_or(QStringList());
    m_button->setEnabled(!m_bans.isEmpty());
    setSheetProperty(*m_label, "problem", !bans);
    setSheetProperty(*m_label, "muted", bans.has_value());
    if (!bans)
        return m_label->setText(bans.error().sentence);
    const auto ranges = bannedRanges(m_bans);
    const auto hit = std::ranges::count_if(m_connected, [&](const QString& peer) { return isBanned(peer, ranges); });
    m_label->setText(
        m_bans.isEmpty() ? tr("Write a network such as 192.0.2.0/24.")
                         : tr("%n peer(s) of this torrent are connected from there.", nullptr, int(hit)));
}

} // namespace essaim::gui
