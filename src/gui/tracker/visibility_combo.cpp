#include "gui/tracker/visibility_combo.h"

#include "gui/tracker/choose_friends_dialog.h"
#include "hosting/tracker_host.h"

#include <QStringList>

#include <algorithm>

namespace essaim::gui {

using tracker::Visibility;

namespace {

constexpr int kMostNames = 3;

} // namespace

VisibilityCombo::VisibilityCombo(QWidget* parent)
    : QComboBox(parent) {
    addItem(tr("Everyone who has the link"), int(Visibility::Everyone));
    addItem(tr("All my friends"), int(Visibility::Friends));
    addItem(tr("Chosen friends…"), int(Visibility::Chosen));
    setAccessibleName(tr("Who may download it"));
    connect(this, &QComboBox::activated, this, [this] { choose(visibility()); });
}

void VisibilityCombo::setHost(hosting::TrackerHost& host) {
    m_host = &host;
    connect(&host, &hosting::TrackerHost::snapshotChanged, this, &VisibilityCombo::showChosen);
    showChosen();
}

void VisibilityCombo::setVisibility(Visibility visibility, const std::vector<std::int64_t>& chosen) {
    m_chosen = visibility == Visibility::Chosen ? chosen : std::vector<std::int64_t>();
    m_before = findData(int(visibility));
    setCurrentIndex(m_before);
    showChosen();
    Q_EMIT visibilityChanged();
}

Visibility VisibilityCombo::visibility() const {
    return Visibility(currentData().toInt());
}

void VisibilityCombo::choose(Visibility wanted) {
    setCurrentIndex(findData(int(wanted)));
    if (wanted == Visibility::Chosen)
        return ask();
    m_before = currentIndex();
    Q_EMIT visibilityChanged();
}

void VisibilityCombo::ask() {
    auto* dialog = new ChooseFriendsDialog(m_host->snapshot().friends, m_chosen, window());
    dialog->setObjectName(QStringLiteral("chooseFriendsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { setVisibility(Visibility::Chosen, dialog->chosen()); });
    connect(dialog, &QDialog::rejected, this, [this] {
        setCurrentIndex(m_before);
        Q_EMIT choiceLeft();
    });
    dialog->open();
}

void VisibilityCombo::showChosen() {
    const int row = findData(int(Visibility::Chosen));
    tracker::HostedTorrent torrent;
    torrent.visibility = Visibility::Chosen;
    torrent.chosen = m_chosen;
    const bool isAsked = m_chosen.empty() || !m_host;
    const QString words = isAsked ? tr("Chosen friends…") : describe(torrent, m_host->snapshot().friends);
    if (itemText(row) != words)
        setItemText(row, words);
}

QString
VisibilityCombo::describe(const tracker::HostedTorrent& torrent, const std::vector<tracker::FriendStatus>& friends) {
    if (torrent.visibility == Visibility::Everyone)
        return tr("Everyone");
    if (torrent.visibility == Visibility::Friends)
        return tr("All friends");
    QStringList names;
    for (const tracker::FriendStatus& status : friends) {
        if (std::ranges::find(torrent.chosen, status.id) != torrent.chosen.end() && !status.revokedAt)
            names.append(QString::fromStdString(status.name));
    }
    if (names.isEmpty())
        return tr("Nobody now");
    const auto more = names.size() - kMostNames;
    const QString first = names.mid(0, kMostNames).join(QStringLiteral(", "));
    return more > 0 ? tr("%1 and %n more", nullptr, int(more)).arg(first) : first;
}

} // namespace essaim::gui
