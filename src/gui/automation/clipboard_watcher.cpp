#include "gui/automation/clipboard_watcher.h"

#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

namespace essaim::gui {

namespace {

constexpr qsizetype kMostText = 100'000; ///< characters: nobody copies more links than that

bool isForUs(const QString& line) {
    if (line.startsWith(QLatin1String("magnet:?"), Qt::CaseInsensitive))
        return true;
    const bool isWeb = line.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                       line.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    return isWeb && QUrl(line).path().endsWith(QLatin1String(".torrent"), Qt::CaseInsensitive);
}

} // namespace

ClipboardWatcher::ClipboardWatcher(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services) {
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardWatcher::look);
}

void ClipboardWatcher::look() {
    const QClipboard& clipboard = *QGuiApplication::clipboard();
    if (!m_services.settings.value(settings::kWatchClipboard))
        return;
    const QMimeData* data = clipboard.mimeData();
    if (data == nullptr || !data->hasText())
        return;
    const QString text = data->text().left(kMostText);
    if (text == m_last)
        return;
    m_last = text;
    if (clipboard.ownsClipboard())
        return;
    if (const DroppedItems items = linksIn(text); !items.isEmpty())
        Q_EMIT found(items);
}

DroppedItems ClipboardWatcher::linksIn(const QString& text) {
    QStringList links;
    for (const QString& line : text.split(u'\n')) {
        if (const QString link = line.trimmed(); isForUs(link))
            links.append(link);
    }
    return sortItems(links);
}

} // namespace essaim::gui
