// The line that tells how far hashing is.
#pragma once

#include "cli/output.h"
#include "engine/creation_progress.h"

#include <QElapsedTimer>

namespace essaim::cli {

/// "[#######-------] 48 %  3.1 GB/s  2 s left" on a terminal; with --json, an object "progress" a second.
class HashLine {
public:
    explicit HashLine(Output& output);
    void show(const engine::HashProgress& state);

private:
    void showObject(const engine::HashProgress& state);

    Output& m_output;
    QElapsedTimer m_sinceObject;
};

} // namespace essaim::cli
