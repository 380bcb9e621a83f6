#include "trackerd/log.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

namespace essaim::trackerd {

void logLine(std::string_view text) {
    static const bool inJournal = std::getenv("JOURNAL_STREAM") != nullptr;
    std::string line;
    if (!inJournal)
        line = fmt::format("{:%Y-%m-%dT%H:%M:%SZ} ", fmt::gmtime(std::time(nullptr)));
    line += text;
    line += '\n';
    // One call: lines of several threads do not mix.
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fflush(stderr);
}

} // namespace essaim::trackerd
