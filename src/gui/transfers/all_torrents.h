// What is done with all torrents at once.
#pragma once

namespace essaim::engine {
class Session;
}

namespace essaim::gui {
class TransferModel;
class UndoHistory;

/// Those that run are paused; taking it back resumes them, and no others.
void pauseAll(const TransferModel& model, engine::Session& session, UndoHistory& history);
/// Those that are stopped are resumed; taking it back pauses them again.
void resumeAll(const TransferModel& model, engine::Session& session, UndoHistory& history);

} // namespace essaim::gui
