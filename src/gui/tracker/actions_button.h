// What the menu of a list offers, as a button that can be seen.
#pragma once

class QAbstractItemView;
class QBoxLayout;
class QPushButton;

namespace essaim::gui {

/// A button "<name>MoreButton" with the actions of `view` as its menu, for those who do not think of the right mouse
/// button. Usable while a row is selected. It stands before `next` in `layout`, of the same parent; the view outlives
/// it and has its model.
QPushButton* addActionsButton(const char* name, QBoxLayout& layout, QPushButton& next, QAbstractItemView& view);

} // namespace essaim::gui
