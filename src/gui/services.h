// What the window works with: handed down by the composition root, owned by it.
#pragma once

namespace essaim::engine {
class Session;
}
namespace essaim::hosting {
class CreationQueue;
class TrackerHost;
} // namespace essaim::hosting
namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// References that outlive every window.
struct Services {
    engine::Session& session;
    hosting::TrackerHost& trackerHost;
    settings::SettingsStore& settings;
    hosting::CreationQueue& creations;
};

} // namespace essaim::gui
