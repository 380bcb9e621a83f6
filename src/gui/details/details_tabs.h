// The pages of the details, one row each.
#pragma once

#include "gui/details/details_tab.h"

#include <span>

namespace essaim::gui {

struct DetailsTabRow {
    const char* id;    ///< object name; kept in the settings: never change one
    const char* title; ///< source text
    DetailsTab* (*make)(const DetailsContext& context, QWidget* parent);
    bool isForAll = false; ///< says something when no torrent is selected, or several; see DetailsTab::showNoTorrent()

    [[nodiscard]] QString translatedTitle() const;
};

/// From left to right.
[[nodiscard]] std::span<const DetailsTabRow> detailsTabs();

} // namespace essaim::gui
