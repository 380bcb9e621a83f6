// SIGINT and SIGTERM as an event of the event loop.
#pragma once

#include <QObject>

namespace essaim::cli {

/// One per process. The first signal is reported, the second ends the process as it would have without us.
class StopSignals : public QObject {
    Q_OBJECT
public:
    explicit StopSignals(QObject* parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void requested();
};

} // namespace essaim::cli
