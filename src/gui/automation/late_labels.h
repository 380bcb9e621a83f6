// Rules for categories and tags, for torrents that were added by a link.
#pragma once

#include "gui/services.h"

#include <QObject>

namespace essaim::gui {
class TorrentNews;

/// Little is known of a link: what its list of files tells counts when it is there. GUI thread.
class LateLabels : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    LateLabels(const Services& services, const TorrentNews& news, QObject* parent = nullptr);
};

} // namespace essaim::gui
