// From the fields of the create form to a request, and back.
#pragma once

#include "hosting/publisher.h"

namespace Ui {
class CreateForm;
}

namespace essaim::gui {

/// Formats and piece sizes, once.
void fillCreationCombos(Ui::CreateForm& ui);
/// What the fields say; without sources, name and file, which depend on each other.
[[nodiscard]] hosting::PublishRequest readCreationFields(const Ui::CreateForm& ui);
/// Fields that the user sees change, as from a preset. Sources, name and file stay.
void showCreationFields(Ui::CreateForm& ui, const hosting::PublishRequest& request);

} // namespace essaim::gui
