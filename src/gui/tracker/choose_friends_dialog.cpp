#include "gui/tracker/choose_friends_dialog.h"

#include "gui/tracker/initials_picture.h"
#include "gui/widgets/empty_hint.h"
#include "gui/widgets/tool_tip.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kLeastWidth = 380;

} // namespace

ChooseFriendsDialog::ChooseFriendsDialog(
    const std::vector<tracker::FriendStatus>& friends, const std::vector<std::int64_t>& chosen, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this)) {
    setWindowTitle(tr("Choose friends"));
    auto* question = new QLabel(tr("&Who may download this?"), this);
    question->setBuddy(m_list);
    m_list->setObjectName(QStringLiteral("friendsList"));
    m_list->setAccessibleName(tr("Friends"));
    m_list->setMinimumWidth(kLeastWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long names are cut, and whole in the tool tip
    for (const tracker::FriendStatus& status : friends) {
        if (status.revokedAt)
            continue;
        const QString name = QString::fromStdString(status.name);
        auto* item = new QListWidgetItem(initialsPicture(name), name, m_list);
        item->setToolTip(plainToolTip(name));
        item->setData(kIdRole, qlonglong(status.id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::ranges::find(chosen, status.id) == chosen.end() ? Qt::Unchecked : Qt::Checked);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel | QDialogButtonBox::Ok, this);
    m_choose = buttons->button(QDialogButtonBox::Ok);
    m_choose->setObjectName(QStringLiteral("chooseButton"));
    m_choose->setText(tr("Choose"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(question);
    column->addWidget(m_list);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto update = [this] { m_choose->setEnabled(!this->chosen().empty()); };
    connect(m_list, &QListWidget::itemChanged, this, update);
    update();
    new EmptyHint(tr("No friends yet: add them under Friends on the Tracker page."), *m_list);
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

std::vector<std::int64_t> ChooseFriendsDialog::chosen() const {
    std::vector<std::int64_t> result;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem& item = *m_list->item(row);
        if (item.checkState() == Qt::Checked)
            result.push_back(item.data(kIdRole).toLongLong());
    }
    return result;
}

} // namespace essaim::gui
