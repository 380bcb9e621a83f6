#include "gui/automation/late_labels.h"

#include "engine/session.h"
#include "gui/automation/torrent_news.h"
#include "gui/labels/label_rules.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

namespace essaim::gui {

LateLabels::LateLabels(const Services& services, const TorrentNews& news, QObject* parent)
    : QObject(parent) {
    connect(&news, &TorrentNews::described, this, [services](const auto& torrent, bool isLate) {
        if (!isLate)
            return;
        const GivenLabels given = givenLabels(services.settings, torrent);
        // A rule is stronger than the usual category, which a link got when it was added.
        const QString usual = services.settings.value(settings::kUsualCategory).simplified();
        const bool isOpen = torrent.category.isEmpty() || torrent.category == usual;
        if (isOpen && !given.category.isEmpty() && given.category != torrent.category)
            services.session.setCategory({torrent.id}, given.category);
        QStringList tags = torrent.tags + given.tags;
        if (tags.removeDuplicates(); tags.size() > torrent.tags.size())
            services.session.setTags({torrent.id}, tags);
    });
}

} // namespace essaim::gui
