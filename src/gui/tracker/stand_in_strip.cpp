#include "gui/tracker/stand_in_strip.h"

#include "gui/tracker/last_seen_text.h"
#include "hosting/friends.h"
#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QUrl>

#include <utility>

namespace essaim::gui {

namespace {

constexpr qint64 kRecently = 12 * 60; ///< seconds: it is asked every five minutes

struct Line {
    QString text = {};
    QString button = {}; ///< empty = none
    qint64 friendId = 0;
    bool accepts = false;

    bool operator==(const Line&) const = default;
};

} // namespace

struct StandInStrip::Private {
    Private(StandInStrip& owner, const Services& wanted)
        : q(owner)
        , services(wanted) {}

    void refresh();
    [[nodiscard]] QList<Line> lines() const;
    [[nodiscard]] Line lineOf(const tracker::StandInStatus& standIn, qint64 now) const;
    [[nodiscard]] QString nameOf(qint64 friendId) const;
    void show(const QList<Line>& wanted);
    void act(const Line& line);
    void ask(const Line& line);
    void change(const Line& line);

    StandInStrip& q;
    Services services;
    QList<Line> shown;
    QSet<qint64> putOff; ///< whose offers are not to be seen until the next start
    QGridLayout* grid = nullptr;
};

QString StandInStrip::Private::nameOf(qint64 friendId) const {
    const hosting::Friends friends(services.trackerHost);
    const auto* who = friends.find(friendId);
    return who ? QString::fromStdString(who->name) : QString();
}

Line StandInStrip::Private::lineOf(const tracker::StandInStatus& standIn, qint64 now) const {
    const QString name = nameOf(standIn.friendId);
    if (!standIn.isAccepted)
        return {
            StandInStrip::tr("%1 offers: my tracker can stand in when yours is away.").arg(name),
            StandInStrip::tr("Accept…"), standIn.friendId, true};
    const auto since = now - qint64(standIn.answeredAt);
    const QString seen = lastSeenText(standIn.answeredAt, false, now);
    QString text =
        StandInStrip::tr("The tracker of %1 stands in when yours is away. It was reached %2.").arg(name, seen);
    if (standIn.answeredAt == 0)
        text = StandInStrip::tr("The tracker of %1 stands in when yours is away. It has not answered yet.").arg(name);
    else if (since > kRecently)
        text =
            StandInStrip::tr("The tracker of %1 stands in when yours is away, but it does not answer. It was reached "
                             "%2.")
                .arg(name, seen);
    return {text, StandInStrip::tr("End"), standIn.friendId, false};
}

QList<Line> StandInStrip::Private::lines() const {
    QList<Line> result;
    const auto& snapshot = services.trackerHost.snapshot();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const auto& standIn : snapshot.standIns) {
        const bool isPutOff = !standIn.isAccepted && putOff.contains(standIn.friendId);
        if (!isPutOff && !nameOf(standIn.friendId).isEmpty())
            result.append(lineOf(standIn, now));
    }
    for (const auto& host : snapshot.standingIn) {
        const QString torrents = StandInStrip::tr("%n torrent(s)", nullptr, int(host.torrents));
        const QString members = StandInStrip::tr("%n friend(s)", nullptr, int(host.members));
        const QString title = QString::fromStdString(host.title).simplified();
        if (host.isAccepted)
            result.append(Line{
                title.isEmpty() ? StandInStrip::tr("You stand in for a host: %1, %2.").arg(torrents, members)
                                : StandInStrip::tr("You stand in for %1: %2, %3.").arg(title, torrents, members)});
    }
    return result;
}

void StandInStrip::Private::refresh() {
    const auto wanted = lines();
    if (wanted != shown)
        show(wanted);
}

void StandInStrip::Private::show(const QList<Line>& wanted) {
    shown = wanted;
    while (QLayoutItem* item = grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) { // perhaps the very button that was clicked
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (int row = 0; row < int(wanted.size()); ++row) {
        const Line& line = wanted[row];
        auto* label = new QLabel(line.text, &q);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        grid->addWidget(label, row, 0);
        if (line.button.isEmpty())
            continue;
        auto* button = new QPushButton(line.button, &q);
        button->setObjectName(QStringLiteral("standInButton%1").arg(row));
        button->setAccessibleDescription(line.text);
        grid->addWidget(button, row, 1);
        QObject::connect(button, &QPushButton::clicked, &q, [this, line] { act(line); });
        if (!line.accepts)
            continue;
        auto* later = new QPushButton(StandInStrip::tr("Not now"), &q);
        later->setObjectName(QStringLiteral("standInLaterButton%1").arg(row));
        later->setToolTip(StandInStrip::tr("The offer comes back when Essaim starts again"));
        grid->addWidget(later, row, 2);
        QObject::connect(later, &QPushButton::clicked, &q, [this, id = line.friendId] {
            putOff.insert(id);
            refresh();
        });
    }
    q.setVisible(!wanted.isEmpty());
}

void StandInStrip::Private::act(const Line& line) {
    if (line.accepts)
        ask(line);
    else
        change(line);
}

void StandInStrip::Private::ask(const Line& line) {
    QString where;
    for (const auto& standIn : services.trackerHost.snapshot().standIns) {
        if (standIn.friendId == line.friendId && !standIn.urls.empty())
            where = QUrl(QString::fromStdString(standIn.urls.front())).host();
    }
    const QString name = nameOf(line.friendId);
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, StandInStrip::tr("Let the tracker of %1 stand in?").arg(name), QMessageBox::Cancel,
        &q);
    box->setObjectName(QStringLiteral("standInAskBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        StandInStrip::tr("What you hand out from now on also names the tracker at %1, with a key of its own for "
                         "each friend. It learns the info-hashes of what you share and the addresses of those "
                         "who come, but no name and no key of yours. Friends who follow you with Essaim learn of it by "
                         "themselves, others need a new file or link for what they have already. You can end this at "
                         "any time.")
            .arg(where));
    QPushButton* accept = box->addButton(StandInStrip::tr("Accept"), QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("yesButton"));
    box->setDefaultButton(accept);
    QObject::connect(accept, &QPushButton::clicked, &q, [this, line] { change(line); });
    box->open();
}

void StandInStrip::Private::change(const Line& line) {
    services.trackerHost.change(
        [line](tracker::Tracker& tracker) {
            return line.accepts ? tracker.acceptStandIn(line.friendId) : tracker.endStandIn(line.friendId);
        },
        [this, strip = QPointer<StandInStrip>(&q)](const Expected<void>& result) {
            if (!strip)
                return;
            refresh();
            if (result)
                return;
            auto* box =
                new QMessageBox(QMessageBox::Warning, {}, text::errorSentence(result.error()), QMessageBox::Ok, &q);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
}

StandInStrip::StandInStrip(const Services& services, QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.grid = new QGridLayout(this);
    d.grid->setContentsMargins(0, 0, 0, 0);
    d.grid->setColumnStretch(0, 1);
    setVisible(false);
    connect(&services.trackerHost, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.refresh(); });
}

StandInStrip::~StandInStrip() = default;

} // namespace essaim::gui
