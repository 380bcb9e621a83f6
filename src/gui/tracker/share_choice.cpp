#include "gui/tracker/share_choice.h"

#include "gui/tracker/visibility_combo.h"
#include "hosting/tracker_host.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

using tracker::Visibility;

ShareChoice::ShareChoice(QWidget* parent)
    : QWidget(parent)
    , m_hint(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* title = new QLabel(tr("With whom?"), this);
    title->setProperty("heading", true);
    column->addWidget(title);
    const QString words[] = {tr("&Everyone who has the link"), tr("&All my friends"), tr("C&hosen friends…")};
    const char* const names[] = {"shareEveryoneRadio", "shareFriendsRadio", "shareChosenRadio"};
    for (int i = 0; i < 3; ++i) {
        m_radios[i] = new QRadioButton(words[i], this);
        m_radios[i]->setObjectName(QString::fromLatin1(names[i]));
        column->addWidget(m_radios[i]);
        connect(m_radios[i], &QRadioButton::clicked, this, [this, i] { m_combo->choose(Visibility(i)); });
    }
    m_hint->setObjectName(QStringLiteral("shareHint"));
    m_hint->setProperty("muted", true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
}

void ShareChoice::setUp(VisibilityCombo& combo, hosting::TrackerHost& host) {
    m_combo = &combo;
    m_host = &host;
    connect(&combo, &VisibilityCombo::visibilityChanged, this, &ShareChoice::showChoice);
    connect(&combo, &VisibilityCombo::choiceLeft, this, &ShareChoice::showChoice);
    connect(&host, &hosting::TrackerHost::snapshotChanged, this, &ShareChoice::showChoice);
    showChoice();
}

void ShareChoice::showChoice() {
    const Visibility visibility = m_combo->visibility();
    m_radios[int(visibility)]->setChecked(true);
    const auto& friends = m_host->snapshot().friends;
    const auto count = std::ranges::count_if(friends, [](const auto& status) { return !status.revokedAt; });
    if (visibility == Visibility::Everyone) {
        m_hint->setText(tr("You get a link to send. Whoever has it can download, with any BitTorrent client."));
    } else if (visibility == Visibility::Chosen && !m_combo->chosen().empty()) {
        tracker::HostedTorrent torrent;
        torrent.visibility = visibility;
        torrent.chosen = m_combo->chosen();
        m_hint->setText(
            tr("For %1 alone, on the page behind the invite link.").arg(VisibilityCombo::describe(torrent, friends)));
    } else if (count == 0) {
        m_hint->setText(tr("You have no friends here yet. Add them under Tracker → Friends, now or later: each gets a "
                           "link to a page where they find it."));
    } else {
        m_hint->setText(tr("%n friend(s) find it on the page behind their own invite links.", nullptr, int(count)));
    }
}

} // namespace essaim::gui
