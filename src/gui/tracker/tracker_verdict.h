// One plain verdict about the tracker: who can reach it, or why it does not run.
#pragma once

#include "gui/widgets/theme.h"
#include "hosting/tracker_host.h"

#include <QCoreApplication>
#include <QString>

namespace essaim::gui {

/// The words for one moment. Says no more than is known.
struct TrackerVerdict {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::TrackerVerdict)
public:
    QString title;
    QString detail;          ///< reason and remedy; may be empty
    Tint tint = Tint::Muted; ///< of the title's dot
    bool offersFreePort = false;
    bool offersHostName = false;

    [[nodiscard]] static TrackerVerdict of(const hosting::TrackerHost& host);

private:
    using Verdict = hosting::Reachability::Verdict;
    [[nodiscard]] static bool isReachable(Verdict verdict);
    [[nodiscard]] static TrackerVerdict running(const hosting::TrackerHost& host);
    [[nodiscard]] static TrackerVerdict open(const hosting::TrackerHost& host);
    [[nodiscard]] static TrackerVerdict closed(const hosting::TrackerHost& host);
    [[nodiscard]] static TrackerVerdict failed(const Error& error, quint16 port);
};

} // namespace essaim::gui
