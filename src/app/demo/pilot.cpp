#include "app/demo/pilot.h"

#include "engine/session.h"
#include "gui/main_window/main_window.h"
#include "hosting/tracker_host.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionButton>
#include <QUrl>

#include <cstdio>
#include <unistd.h>

namespace essaim::app {

namespace {

QJsonObject refused(const QString& reason) {
    return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), reason}};
}

/// Visible ones win: a closed dialog may still wait for its deletion.
QWidget* firstVisible(const QList<QWidget*>& widgets) {
    for (QWidget* widget : widgets)
        if (widget->isVisible())
            return widget;
    return widgets.isEmpty() ? nullptr : widgets.first();
}

/// `path`: an object name, or "window/name" where a name alone would be ambiguous.
QWidget* findWidget(const QString& path) {
    const QString top = path.section(QLatin1Char('/'), 0, 0);
    QList<QWidget*> windows;
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window->objectName() == top)
            windows << window;
        else
            windows << window->findChildren<QWidget*>(top);
    QWidget* window = firstVisible(windows);
    const QString name = path.section(QLatin1Char('/'), 1);
    return window && !name.isEmpty() ? firstVisible(window->findChildren<QWidget*>(name)) : window;
}

/// A box to tick may be much wider than what takes clicks: the box itself and its words.
QPointF placeToClick(const QWidget& widget) {
    QStyleOptionButton option;
    option.initFrom(&widget);
    QRect place = widget.rect();
    if (qobject_cast<const QCheckBox*>(&widget))
        place = widget.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &widget);
    else if (qobject_cast<const QRadioButton*>(&widget))
        place = widget.style()->subElementRect(QStyle::SE_RadioButtonIndicator, &option, &widget);
    return QRectF(place).center();
}

void click(QWidget& widget) {
    const QPointF local = placeToClick(widget);
    const QPointF global = widget.mapToGlobal(local);
    QMouseEvent press(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &release);
}

void drop(QWidget& widget, const QJsonArray& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QJsonValue& path : paths)
        urls << QUrl::fromLocalFile(path.toString());
    data.setUrls(urls);
    const QPoint at = widget.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

QString textOf(const QWidget& widget) {
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
        return edit->text();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget))
        return edit->toPlainText();
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    return {};
}

QString stateName(engine::TorrentState state) {
    switch (state) {
    case engine::TorrentState::Error:
        return QStringLiteral("error");
    case engine::TorrentState::MissingFiles:
        return QStringLiteral("missing files");
    case engine::TorrentState::Seeding:
    case engine::TorrentState::Complete:
        return QStringLiteral("complete");
    default:
        return QStringLiteral("incomplete");
    }
}

} // namespace

Pilot::Pilot(gui::MainWindow& window, engine::Session& session, hosting::TrackerHost& trackerHost)
    : m_window(window)
    , m_session(session)
    , m_trackerHost(trackerHost)
    , m_input(STDIN_FILENO, QSocketNotifier::Read) {
    connect(&m_input, &QSocketNotifier::activated, this, &Pilot::readCommands);
    connect(&session, &engine::Session::torrentsChanged, this, [this](const QList<engine::TorrentSnapshot>& changed) {
        for (const engine::TorrentSnapshot& torrent : changed)
            m_torrents.insert(QString::fromStdString(torrent.id.toHex()), torrent);
    });
    m_churn.setInterval(1000);
    connect(&m_churn, &QTimer::timeout, this, &Pilot::churn);
}

void Pilot::churn() {
    QList<engine::TorrentSnapshot> batch;
    for (engine::TorrentSnapshot torrent : std::as_const(m_torrents)) {
        torrent.uploadRate = (torrent.uploadRate * 7 + 77'777) % 9'999'999;
        torrent.uploaded += torrent.uploadRate;
        torrent.peersConnected = int(torrent.uploadRate % 50);
        batch.append(torrent);
        if (batch.size() >= m_churned)
            break;
    }
    Q_EMIT m_session.torrentsChanged(batch);
}

void Pilot::readCommands() {
    char buffer[4096];
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count <= 0) { // whoever steered is gone: so is the reason to run
        m_input.setEnabled(false);
        m_window.quit();
        return;
    }
    m_pending.append(buffer, count);
    for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        const QJsonObject command = QJsonDocument::fromJson(m_pending.left(end)).object();
        m_pending.remove(0, end + 1);
        QJsonObject answer = perform(command);
        answer.insert(QStringLiteral("id"), command.value(QStringLiteral("id")));
        const QByteArray line = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
        std::fflush(stdout);
    }
}

QJsonObject Pilot::perform(const QJsonObject& command) {
    const QString what = command.value(QStringLiteral("do")).toString();
    if (what == QLatin1String("status"))
        return status();
    if (what == QLatin1String("quit")) {
        QMetaObject::invokeMethod(&m_window, [this] { m_window.quit(); }, Qt::QueuedConnection);
        return {{QStringLiteral("ok"), true}};
    }
    if (what == QLatin1String("picture")) {
        const bool saved = m_window.grab().save(command.value(QStringLiteral("file")).toString());
        return {{QStringLiteral("ok"), saved}};
    }

    if (what == QLatin1String("churn")) {
        m_churned = command.value(QStringLiteral("torrents")).toInt();
        m_churned > 0 ? m_churn.start() : m_churn.stop();
        return {{QStringLiteral("ok"), true}};
    }
    if (what == QLatin1String("trigger")) {
        const QString action = command.value(QStringLiteral("action")).toString();
        auto* found = m_window.findChild<QAction*>(action);
        if (!found || !found->isEnabled())
            return refused(QStringLiteral("%1 cannot be used now").arg(action));
        QMetaObject::invokeMethod(found, &QAction::trigger, Qt::QueuedConnection);
        return {{QStringLiteral("ok"), true}};
    }

    const QString name = command.value(QStringLiteral("widget")).toString();
    QWidget* widget = name.isEmpty() ? &m_window : findWidget(name);
    if (!widget)
        return refused(QStringLiteral("no widget is called %1").arg(name));
    const auto* rows = qobject_cast<const QAbstractItemView*>(widget);
    if (what == QLatin1String("read"))
        return {
            {QStringLiteral("ok"), true},
            {QStringLiteral("rows"), rows && rows->model() ? rows->model()->rowCount() : 0},
            {QStringLiteral("text"), textOf(*widget)},
            {QStringLiteral("visible"), widget->isVisible()},
            {QStringLiteral("enabled"), widget->isEnabled()}};
    if (!widget->isVisible() || !widget->isEnabled())
        return refused(QStringLiteral("%1 cannot be used now").arg(name));
    if (what == QLatin1String("place")) {
        const QPoint origin = widget->mapToGlobal(QPoint(0, 0));
        return {
            {QStringLiteral("ok"), true},
            {QStringLiteral("x"), origin.x()},
            {QStringLiteral("y"), origin.y()},
            {QStringLiteral("width"), widget->width()},
            {QStringLiteral("height"), widget->height()}};
    }
    if (what == QLatin1String("click")) {
        // Later: a click may open a dialog with an event loop of its own, and the answer must not wait for its end.
        QMetaObject::invokeMethod(widget, [widget] { click(*widget); }, Qt::QueuedConnection);
        return {{QStringLiteral("ok"), true}};
    }
    if (what == QLatin1String("type")) {
        if (auto* lines = qobject_cast<QPlainTextEdit*>(widget)) {
            lines->setPlainText(command.value(QStringLiteral("text")).toString());
            return {{QStringLiteral("ok"), true}};
        }
        auto* edit = qobject_cast<QLineEdit*>(widget);
        if (!edit)
            return refused(QStringLiteral("%1 takes no text").arg(name));
        edit->setText(command.value(QStringLiteral("text")).toString());
        Q_EMIT edit->textEdited(edit->text());
        Q_EMIT edit->editingFinished();
        return {{QStringLiteral("ok"), true}};
    }
    if (auto* combo = qobject_cast<QComboBox*>(widget); combo && what == QLatin1String("choose")) {
        combo->setCurrentIndex(command.value(QStringLiteral("row")).toInt());
        Q_EMIT combo->activated(combo->currentIndex());
        return {{QStringLiteral("ok"), true}};
    }
    if (what == QLatin1String("choose")) {
        auto* view = qobject_cast<QAbstractItemView*>(widget);
        if (!view)
            return refused(QStringLiteral("%1 has no rows").arg(name));
        view->setCurrentIndex(view->model()->index(command.value(QStringLiteral("row")).toInt(), 0));
        return {{QStringLiteral("ok"), view->currentIndex().isValid()}};
    }
    if (what == QLatin1String("drop")) {
        const QJsonArray paths = command.value(QStringLiteral("paths")).toArray();
        QMetaObject::invokeMethod(widget, [widget, paths] { drop(*widget, paths); }, Qt::QueuedConnection);
        return {{QStringLiteral("ok"), true}};
    }
    return refused(QStringLiteral("unknown command"));
}

QJsonObject Pilot::status() const {
    QJsonArray torrents;
    for (const engine::TorrentSnapshot& torrent : m_torrents)
        torrents << QJsonObject{{QStringLiteral("name"), torrent.name},
                                {QStringLiteral("state"), stateName(torrent.state)},
                                {QStringLiteral("progress"), torrent.progress},
                                {QStringLiteral("done"), torrent.wantedDone},
                                {QStringLiteral("size"), torrent.totalSize},
                                {QStringLiteral("rate"), torrent.downloadRate},
                                {QStringLiteral("stopped"), torrent.isStopped()},
                                {QStringLiteral("trackerMessage"), torrent.trackerMessage}};
    QJsonArray addresses;
    for (const hosting::TrackerAddress& address : m_trackerHost.addresses())
        addresses << address.httpUrl;
    QJsonObject friends;
    for (const auto& one : m_trackerHost.snapshot().friends)
        friends.insert(QString::fromStdString(one.name), qint64(one.downloaded));
    const tracker::TrackerTotals& totals = m_trackerHost.snapshot().totals;
    return {
        {QStringLiteral("ok"), true},
        {QStringLiteral("torrents"), torrents},
        {QStringLiteral("addresses"), addresses},
        {QStringLiteral("reach"), hosting::nameOf(m_trackerHost.reachability().verdict)},
        {QStringLiteral("trackerOn"), m_trackerHost.state() == hosting::TrackerHost::State::On},
        {QStringLiteral("friends"), friends},
        {QStringLiteral("announces"), static_cast<qint64>(totals.httpAnnounces + totals.udpAnnounces)},
        {QStringLiteral("refused"), static_cast<qint64>(totals.refused)},
        {QStringLiteral("peers"), static_cast<qint64>(totals.peers)},
        {QStringLiteral("hosted"), static_cast<qint64>(m_trackerHost.snapshot().hosted.size())}};
}

} // namespace essaim::app
