// The Tracker page: the switch, the addresses, the hosted torrents.
#pragma once

#include "gui/services.h"
#include "tracker/tracker.h"

#include <QWidget>

#include <memory>

namespace essaim::gui {
struct AlreadyShared;

/// Object names used by tests and the demo: trackerSwitch (a checkable QAbstractButton), verdictLabel, addressList,
/// trackerSectionList, hostedView, friendsView.
class TrackerPage : public QWidget {
    Q_OBJECT
public:
    explicit TrackerPage(const Services& services, QWidget* parent = nullptr);
    ~TrackerPage() override;

    /// What the search field of the window finds in the part that is shown; empty where there is nothing to search.
    [[nodiscard]] QString searchWords() const;
    /// Each part keeps its own.
    [[nodiscard]] QString search() const;
    void setSearch(const QString& text);
    /// Selects its row and says that it is there, or what has changed in its files.
    void showShared(const AlreadyShared& shared);

Q_SIGNALS:
    /// The user wants to choose files to share from this page.
    void shareRequested();
    /// searchWords() and search() are others now.
    void searchChanged();
    /// See NewVersion::begin().
    void newVersionWanted(const essaim::TorrentId& id, const QString& savePath);
    /// See SharingMenu; `savePath`: where the files lie.
    void privateCopyWanted(
        const essaim::TorrentId& id, const QString& savePath, essaim::tracker::Visibility visibility,
        const std::vector<std::int64_t>& chosen);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
