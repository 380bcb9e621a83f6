#include "gui/transfers/many_trackers_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QMap>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

namespace {

QStringList linesOf(const QPlainTextEdit& edit) {
    QStringList lines;
    for (const QString& line : edit.toPlainText().split(u'\n')) {
        if (const QString url = line.trimmed(); !url.isEmpty() && !lines.contains(url))
            lines.append(url);
    }
    return lines;
}

bool isTrackerUrl(const QString& text) {
    const QUrl url(text);
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() &&
           (scheme == QLatin1String("http") || scheme == QLatin1String("https") || scheme == QLatin1String("udp"));
}

} // namespace

ManyTrackersDialog::ManyTrackersDialog(const QList<engine::TorrentSnapshot>& torrents, QWidget* parent)
    : QDialog(parent)
    , m_hosts(new QListWidget(this)) {
    setObjectName(QStringLiteral("manyTrackersDialog"));
    setWindowTitle(tr("Trackers of %n torrents", nullptr, int(torrents.size())));
    resize(560, 540);
    auto* column = new QVBoxLayout(this);
    setLayout(column);
    m_added = addBox("addTrackersEdit", tr("&Add these, one address a line:"));
    addHosts(torrents);
    m_removed = addBox("removeTrackersEdit", tr("&Remove these, where they are:"));
    // Other trackers would tell strangers of a torrent that is meant for few.
    if (std::ranges::any_of(torrents, &engine::TorrentSnapshot::isPrivate)) {
        auto* warning =
            new QLabel(tr("Some of them are private: announce those only to the tracker that they come from."), this);
        warning->setWordWrap(true);
        warning->setProperty("warning", true);
        column->addWidget(warning);
    }
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("trackersMessage"));
    m_message->setProperty("problem", true);
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("buttonBox"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

QPlainTextEdit* ManyTrackersDialog::addBox(const char* name, const QString& title) {
    auto* edit = new QPlainTextEdit(this);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* label = new QLabel(title, this);
    label->setBuddy(edit);
    layout()->addWidget(label);
    layout()->addWidget(edit);
    return edit;
}

/// The hosts that they have now; their addresses may hold keys, and are not needed to take them away.
void ManyTrackersDialog::addHosts(const QList<engine::TorrentSnapshot>& torrents) {
    QMap<QString, int> counts;
    for (const engine::TorrentSnapshot& torrent : torrents) {
        for (const QString& host : torrent.trackerHosts)
            ++counts[host];
    }
    m_hosts->setObjectName(QStringLiteral("trackerHostList"));
    m_hosts->setUniformItemSizes(true);
    for (auto host = counts.cbegin(); host != counts.cend(); ++host) {
        auto* item =
            new QListWidgetItem(tr("%1 (%n torrents)", "host of a tracker", host.value()).arg(host.key()), m_hosts);
        item->setData(Qt::UserRole, host.key());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    auto* label = new QLabel(tr("Remove all &trackers of these hosts:"), this);
    label->setBuddy(m_hosts);
    layout()->addWidget(label);
    layout()->addWidget(m_hosts);
    label->setHidden(counts.isEmpty());
    m_hosts->setHidden(counts.isEmpty());
}

QStringList ManyTrackersDialog::added() const {
    return linesOf(*m_added);
}

QStringList ManyTrackersDialog::removed() const {
    QStringList removed = linesOf(*m_removed);
    for (int row = 0; row < m_hosts->count(); ++row) {
        if (m_hosts->item(row)->checkState() == Qt::Checked)
            removed.append(m_hosts->item(row)->data(Qt::UserRole).toString());
    }
    return removed;
}

void ManyTrackersDialog::accept() {
    for (QPlainTextEdit* box : {m_added, m_removed}) {
        for (const QString& url : linesOf(*box)) {
            if (isTrackerUrl(url))
                continue;
            m_message->setText(
                tr("“%1” is not the address of a tracker: it begins with http://, https:// or udp://.").arg(url));
            m_message->show();
            return box->setFocus();
        }
    }
    QDialog::accept();
}

} // namespace essaim::gui
