#include "gui/create_torrent/job_texts.h"

#include "text/text.h"

namespace essaim::gui {

using State = hosting::CreationJob::State;

QString JobTexts::step(const hosting::CreationJob& job) {
    switch (job.state) {
    case State::Waiting:
        return tr("“%1” waits until its disk is free").arg(job.name());
    case State::Running:
        return job.progress.total > 0 && job.progress.done >= job.progress.total ? tr("Finishing “%1”…").arg(job.name())
                                                                                 : tr("Reading “%1”…").arg(job.name());
    case State::Paused:
        return tr("“%1” is paused").arg(job.name());
    case State::Finished:
        return tr("“%1” is ready").arg(job.name());
    case State::Failed:
        return tr("“%1” could not be made").arg(job.name());
    }
    return {};
}

double JobTexts::fraction(const hosting::CreationJob& job) {
    if (job.state == State::Finished)
        return 1;
    return job.progress.total > 0 ? double(job.progress.done) / double(job.progress.total) : 0;
}

QString JobTexts::bytes(const hosting::CreationJob& job) {
    if (job.progress.total == 0)
        return {};
    const QString read = tr("%1 of %2").arg(text::size(job.progress.done), text::size(job.progress.total));
    return job.progress.reused == 0 ? read : tr("%1, %2 known from earlier").arg(read, text::size(job.progress.reused));
}

QString JobTexts::pace(const hosting::CreationJob& job) {
    if (job.state != State::Running || job.progress.rate <= 0 || job.progress.secondsLeft < 0)
        return {};
    return tr("%1, %2 left").arg(text::rate(job.progress.rate), text::duration(job.progress.secondsLeft));
}

QString JobTexts::status(const hosting::CreationJob& job) {
    switch (job.state) {
    case State::Waiting:
        return tr("Waits until its disk is free");
    case State::Paused:
        return tr("Paused");
    case State::Running:
        if (const QString known = pace(job); !known.isEmpty())
            return known;
        return job.progress.total > 0 && job.progress.done >= job.progress.total ? tr("Finishing…") : tr("Reading…");
    case State::Finished:
        if (const QString known = reused(job.result.torrent); !known.isEmpty())
            return tr("Ready; %1").arg(known);
        return tr("Ready");
    case State::Failed:
        return job.error ? text::errorSentence(*job.error) : QString();
    }
    return {};
}

QString JobTexts::reused(const engine::CreatedTorrent& torrent) {
    if (torrent.reusedSize == 0 || torrent.totalSize == 0)
        return {};
    if (torrent.reusedSize == torrent.totalSize)
        return tr("everything was known from earlier");
    return tr("%1 of %2 were known from earlier").arg(text::size(torrent.reusedSize), text::size(torrent.totalSize));
}

JobSummary JobSummary::of(const QList<hosting::CreationJob>& jobs) {
    JobSummary all;
    for (const hosting::CreationJob& job : jobs) {
        ++(job.state == State::Running    ? all.running
           : job.state == State::Waiting  ? all.waiting
           : job.state == State::Paused   ? all.paused
           : job.state == State::Finished ? all.finished
                                          : all.failed);
        all.m_parts += job.state == State::Failed ? 1 : JobTexts::fraction(job);
        if (job.state == State::Running) {
            all.done += job.progress.done;
            all.total += job.progress.total;
            all.rate += job.progress.rate;
        }
    }
    if (jobs.size() == 1)
        all.onlyName = jobs.first().name();
    return all;
}

double JobSummary::fraction() const {
    const int jobs = open() + finished + failed;
    return jobs > 0 ? m_parts / jobs : 0;
}

QString JobSummary::words() const {
    if (!onlyName.isEmpty()) {
        return running > 0    ? tr("Making “%1”").arg(onlyName)
               : waiting > 0  ? tr("“%1” waits until its disk is free").arg(onlyName)
               : paused > 0   ? tr("“%1” is paused").arg(onlyName)
               : finished > 0 ? tr("“%1” is ready").arg(onlyName)
                              : tr("“%1” could not be made").arg(onlyName);
    }
    QStringList parts;
    if (running > 0)
        parts.append(tr("%Ln in the making", nullptr, running));
    if (waiting > 0)
        parts.append(tr("%Ln waiting", nullptr, waiting));
    if (paused > 0)
        parts.append(tr("%Ln paused", nullptr, paused));
    if (finished > 0)
        parts.append(tr("%Ln ready", nullptr, finished));
    if (failed > 0)
        parts.append(tr("%Ln failed", nullptr, failed));
    return tr("New torrents: %1").arg(parts.join(QStringLiteral(", ")));
}

QString JobSummary::pace() const {
    if (rate <= 0)
        return {};
    // Of those that wait, nobody knows yet how large they are.
    return waiting > 0 ? text::rate(rate)
                       : JobTexts::tr("%1, %2 left").arg(text::rate(rate), text::duration((total - done) / rate + 1));
}

} // namespace essaim::gui
