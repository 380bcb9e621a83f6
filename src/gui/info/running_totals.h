// What was transferred since the first start, and how long the program has run.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace essaim::engine {
class Session;
struct SessionSnapshot;
} // namespace essaim::engine
namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Adds this run to what the settings remember: every minute in which something moved, and at the end. GUI thread.
class RunningTotals : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    RunningTotals(const engine::Session& session, settings::SettingsStore& settings, QObject* parent = nullptr);
    ~RunningTotals() override;

    struct Figures {
        qint64 downloaded = 0; ///< bytes
        qint64 uploaded = 0;
        qint64 seconds = 0;
        int runs = 0;
    };
    /// Of this run.
    [[nodiscard]] Figures run() const { return {m_downloaded, m_uploaded, m_age.elapsed() / 1000, 1}; }
    /// Of all runs, this one included.
    [[nodiscard]] Figures all() const;

Q_SIGNALS:
    void changed();

private:
    void take(const engine::SessionSnapshot& session);
    [[nodiscard]] bool isWorthSaving() const;
    void save();

    settings::SettingsStore& m_settings;
    QElapsedTimer m_age;
    QTimer m_timer;
    Figures m_saved; ///< of this run, in the settings already
    qint64 m_downloaded = 0;
    qint64 m_uploaded = 0;
};

} // namespace essaim::gui
