// What to say about a torrent in the making.
#pragma once

#include "hosting/creation_job.h"

#include <QCoreApplication>

namespace essaim::gui {

struct JobTexts {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::JobTexts)
public:
    /// "Reading “Album”…", "Waiting for the disk", "Paused"
    [[nodiscard]] static QString step(const hosting::CreationJob& job);
    /// 0 to 1; 1 only at the end.
    [[nodiscard]] static double fraction(const hosting::CreationJob& job);
    /// "120 MB of 412 MB", with what was known from earlier; empty before the first byte.
    [[nodiscard]] static QString bytes(const hosting::CreationJob& job);
    /// "1.2 GB/s, 12 s left"; empty while nothing is known.
    [[nodiscard]] static QString pace(const hosting::CreationJob& job);
    /// One line for a row of a list: what is going on, or how it ended.
    [[nodiscard]] static QString status(const hosting::CreationJob& job);
    /// "392 MB of 412 MB were known from earlier"; empty if nothing was.
    [[nodiscard]] static QString reused(const engine::CreatedTorrent& torrent);
};

/// All jobs of the queue together.
struct JobSummary {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::JobSummary)
public:
    int running = 0;
    int waiting = 0;
    int paused = 0;
    int finished = 0;
    int failed = 0;
    qint64 done = 0;  ///< bytes, of the jobs whose size is known
    qint64 total = 0; ///< bytes, of the same
    qint64 rate = 0;  ///< bytes a second
    QString onlyName; ///< if there is one job

    [[nodiscard]] static JobSummary of(const QList<hosting::CreationJob>& jobs);
    [[nodiscard]] int open() const { return running + waiting + paused; }
    /// 0 to 1, by jobs and by bytes of those that run.
    [[nodiscard]] double fraction() const;
    /// "2 torrents in the making, 6 wait, 1 is ready"
    [[nodiscard]] QString words() const;
    /// "1.2 GB/s, 12 s left"; empty while nothing is read.
    [[nodiscard]] QString pace() const;

private:
    double m_parts = 0; ///< fractions of all jobs, summed up
};

} // namespace essaim::gui
