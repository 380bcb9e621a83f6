// A message to the user when downloads are complete.
#pragma once

#include "gui/services.h"
#include "mail/courier.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace essaim::engine {
struct TorrentSnapshot;
}

namespace essaim::gui {
class TorrentNews;

/// Follows settings::kMailWhenComplete and what belongs to it. One message is under way at a time, in the background;
/// one that does not go is tried again, with all that was complete meanwhile. GUI thread.
class CompletionMail : public QObject {
    Q_OBJECT
public:
    struct Timing {
        std::chrono::milliseconds gather{10'000}; ///< what is complete in that time shares a message
        QList<std::chrono::milliseconds> retries{
            std::chrono::minutes(1), std::chrono::minutes(5), std::chrono::minutes(20)};
        std::chrono::milliseconds farewell{4'000}; ///< that the end of the program waits at the most
    };
    /// Both outlive it.
    CompletionMail(const Services& services, const TorrentNews& news, QObject* parent = nullptr)
        : CompletionMail(services, news, Timing(), parent) {}
    CompletionMail(const Services& services, const TorrentNews& news, Timing timing, QObject* parent = nullptr);
    /// Sends what still waits, unless the server did not take it before.
    ~CompletionMail() override;

Q_SIGNALS:
    /// A sentence for the user; once for each way to fail, until a message went or the settings are others.
    void failed(const QString& sentence);

private:
    void take(const engine::TorrentSnapshot& torrent);
    void send();
    void onFailed(const mail::Failure& failure);
    void onSettings();
    [[nodiscard]] mail::Message messageOf(const QStringList& names, const QStringList& lines) const;

    /// Complete, and no message has told of it.
    struct News {
        QStringList names;
        QStringList lines; ///< with size and folder
        [[nodiscard]] bool isEmpty() const { return names.isEmpty(); }
        void add(const News& more);
    };

    const settings::SettingsStore& m_settings;
    const Timing m_timing;
    News m_waiting;
    News m_underWay;
    mail::Message m_message; ///< the one under way, or the last
    QTimer m_timer;
    qsizetype m_failures = 0;          ///< one after the other
    std::optional<mail::Fault> m_told; ///< what the user knows of
    mail::Courier m_courier;
};

} // namespace essaim::gui
