#include "gui/create_torrent/plan_probe.h"

#include "engine/background.h"

#include <QDateTime>
#include <QFileInfo>

#include <chrono>
#include <utility>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
using engine::CreateTorrentPlan;
using engine::CreateTorrentRequest;

constexpr auto kDelay = 80ms;

void count(CreationTotals& totals, const CreateTorrentPlan& plan) {
    totals.pieceLength = totals.torrents == 0 || totals.pieceLength == plan.pieceLength ? plan.pieceLength : 0;
    ++totals.torrents;
    totals.files += plan.fileCount;
    totals.size += plan.totalSize;
    totals.pieces += plan.pieceCount;
    totals.padding += plan.paddingSize;
    totals.torrentSize += plan.torrentSize;
    totals.skipped += plan.skipped;
    totals.leftOut += int(plan.leftOut.size());
    if (totals.name.isEmpty())
        totals.name = plan.name;
}

/// Looks at one or several torrents; the first failure is that of all.
struct Look {
    explicit Look(const PlanQuestion& question) {
        const auto requests = question.oneEach ? engine::oneTorrentEach(question.request) : QList{question.request};
        for (const CreateTorrentRequest& request : requests) {
            if (requests.size() > 1 && request.filter.leftOut.contains(request.paths.first()))
                continue; // this one is not to be made
            auto plan = engine::planTorrent(request);
            if (!plan) {
                if (!error)
                    error = plan.error();
                continue;
            }
            count(totals, *plan);
            issues += engine::checkPortability(*plan, request, QDateTime::currentMSecsSinceEpoch());
            if (requests.size() == 1)
                all = std::move(*plan);
            else
                join(*plan);
        }
    }

    void join(CreateTorrentPlan& plan) {
        all.files += plan.files;
        all.leftOut += plan.leftOut;
    }

    CreationTotals totals;
    QList<engine::PortabilityIssue> issues;
    CreateTorrentPlan all; ///< files and what is left out, for the tree
    std::optional<Error> error;
};

/// On a thread of its own.
PlanAnswer look(const PlanQuestion& question) {
    const Look look(question);
    PlanAnswer answer{look.totals, look.issues, nullptr, false};
    if (look.error)
        answer.totals = std::unexpected(*look.error);
    if (question.wantsTree) {
        // What is unticked must be in the tree, to be ticked again.
        PlanQuestion everything = question;
        everything.request.filter.leftOut.clear();
        const bool isSame = question.request.filter.leftOut.isEmpty();
        const std::optional<Look> second = isSame ? std::nullopt : std::optional<Look>(everything);
        answer.tree = std::make_shared<std::unique_ptr<SourceNode>>(
            makeSourceTree(question.request.paths, isSame ? &look.all : &second->all));
    }
    if (!question.request.paths.isEmpty())
        answer.sourceFolderWritable = QFileInfo(QFileInfo(question.request.paths.first()).absolutePath()).isWritable();
    return answer;
}

} // namespace

PlanProbe::PlanProbe(QObject* parent)
    : QObject(parent) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &PlanProbe::start);
}

void PlanProbe::ask(const PlanQuestion& question) {
    const bool wantsTree = question.wantsTree || (m_next && m_next->wantsTree);
    m_next = question;
    m_next->wantsTree = wantsTree;
    m_delay.start();
}

void PlanProbe::start() {
    if (m_running || m_counting || !m_next)
        return; // the end of the running walk starts the next
    m_running = true;
    const PlanQuestion question = *std::exchange(m_next, std::nullopt);
    engine::runInBackground(
        this, [question] { return look(question); },
        [this, question](const PlanAnswer& answer) {
            m_running = false;
            if (m_next) {
                m_next->wantsTree = m_next->wantsTree || question.wantsTree; // it never arrived
                start();
                return;
            }
            if (answer.totals && !question.request.cachePath.isEmpty())
                countKnown(question);
            Q_EMIT answered(answer);
        });
}

void PlanProbe::countKnown(const PlanQuestion& question) {
    m_counting = true;
    engine::runInBackground(
        this,
        [question] {
            qint64 known = 0;
            const auto requests = question.oneEach ? engine::oneTorrentEach(question.request) : QList{question.request};
            for (const CreateTorrentRequest& request : requests)
                known += engine::knownSize(request).value_or(0);
            return known;
        },
        [this](qint64 known) {
            m_counting = false;
            if (m_next)
                start();
            else if (!m_running)
                Q_EMIT counted(known);
        });
}

} // namespace essaim::gui
