// The order of names as people expect it.
#pragma once

#include <QCollator>

namespace essaim::gui {

/// By the rules of the user's language, capitals beside small letters, digits by value: 2 before 10.
[[nodiscard]] QCollator naturalOrder();

} // namespace essaim::gui
