#include "gui/automation/completion_mail.h"

#include "engine/torrent_snapshot.h"
#include "gui/automation/mail_account.h"
#include "gui/automation/torrent_news.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QSysInfo>

#include <algorithm>
#include <utility>

namespace essaim::gui {

namespace {
constexpr qsizetype kMostLines = 200; ///< of a message, and what is remembered for one that does not go
} // namespace

void CompletionMail::News::add(const News& more) {
    names += more.names;
    lines += more.lines;
    lines.resize(std::min(lines.size(), kMostLines));
}

CompletionMail::CompletionMail(const Services& services, const TorrentNews& news, Timing timing, QObject* parent)
    : QObject(parent)
    , m_settings(services.settings)
    , m_timing(std::move(timing)) {
    m_timer.setSingleShot(true);
    m_courier.setFarewell(m_timing.farewell);
    connect(&m_timer, &QTimer::timeout, this, &CompletionMail::send);
    connect(&news, &TorrentNews::finished, this, &CompletionMail::take);
    connect(&services.settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (key.startsWith(QLatin1String("mail/")))
            onSettings();
    });
    connect(&m_courier, &mail::Courier::delivered, this, [this] {
        m_underWay = {};
        m_failures = 0;
        m_told.reset();
        if (!m_waiting.isEmpty())
            m_timer.start(m_timing.gather);
    });
    connect(&m_courier, &mail::Courier::failed, this, &CompletionMail::onFailed);
}

CompletionMail::~CompletionMail() {
    if (!m_told && !m_courier.isBusy())
        send();
}

void CompletionMail::take(const engine::TorrentSnapshot& torrent) {
    if (!m_settings.value(settings::kMailWhenComplete))
        return;
    m_waiting.add(
        {{torrent.name}, {tr("%1\n    %2, in %3").arg(torrent.name, text::size(torrent.totalSize), torrent.savePath)}});
    if (m_courier.isBusy())
        return;
    if (!m_timer.isActive())
        m_failures = 0; // an older message was given up; this one has as many tries
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > m_timing.gather)
        m_timer.start(m_timing.gather);
}

void CompletionMail::send() {
    if (m_waiting.isEmpty() || !m_settings.value(settings::kMailWhenComplete))
        return;
    const auto recipients = mail::addressesOf(m_settings.value(settings::kMailTo));
    m_message = messageOf(m_waiting.names, m_waiting.lines);
    m_message.from = m_settings.value(settings::kMailFrom);
    if (!recipients || !mail::isAddress(m_message.from)) {
        m_waiting = {}; // the preferences take none such; the file of the settings was written by hand
        Q_EMIT failed(tr("No message about complete downloads could be sent: check the addresses under Preferences, "
                         "Automatic."));
        return;
    }
    m_message.recipients = *recipients;
    m_underWay = std::exchange(m_waiting, {});
    m_courier.send(mailAccount(m_settings), m_message);
}

void CompletionMail::onFailed(const mail::Failure& failure) {
    const bool isMore = !m_waiting.isEmpty(); // and nobody has tried that yet
    m_underWay.add(std::exchange(m_waiting, {}));
    m_waiting = std::exchange(m_underWay, {});
    const bool isTriedAgain = failure.mayPass() && m_failures < m_timing.retries.size();
    if (isTriedAgain)
        m_timer.start(m_timing.retries[m_failures]);
    else if (isMore)
        m_timer.start(m_timing.gather);
    ++m_failures;
    if (std::exchange(m_told, failure.fault) == failure.fault)
        return;
    const QString reason = mailSentence(failure, mailAccount(m_settings), m_message);
    Q_EMIT failed(
        isTriedAgain ? tr("A message about complete downloads did not go yet. %1").arg(reason)
                     : tr("A message about complete downloads did not go. %1").arg(reason));
}

/// What the server did not take, it may take now.
void CompletionMail::onSettings() {
    m_failures = 0;
    m_told.reset();
    if (!m_settings.value(settings::kMailWhenComplete))
        m_waiting = {};
    else if (!m_waiting.isEmpty() && !m_courier.isBusy())
        m_timer.start(m_timing.gather);
}

mail::Message CompletionMail::messageOf(const QStringList& names, const QStringList& lines) const {
    mail::Message message;
    const int count = int(names.size());
    message.subject =
        count == 1 ? tr("Download complete: %1").arg(names.first()) : tr("%n downloads are complete", nullptr, count);
    message.text =
        tr("Complete on %1:").arg(QSysInfo::machineHostName()) + QStringLiteral("\n\n") + lines.join(u'\n') + u'\n';
    if (const int more = count - int(lines.size()); more > 0)
        message.text += tr("and %n more", nullptr, more) + u'\n';
    message.text += QStringLiteral("\n-- \nEssaim\n");
    return message;
}

} // namespace essaim::gui
