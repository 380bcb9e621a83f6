// What to say about names and files that will make trouble elsewhere, and about what can be done.
#pragma once

#include "engine/portability.h"

#include <QCoreApplication>

namespace essaim::gui {

struct FindingTexts {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::FindingTexts)
public:
    /// "3 names that Windows keeps for itself"
    [[nodiscard]] static QString title(engine::PortabilityIssue::Kind kind, int count);
    /// What follows from it, in a sentence.
    [[nodiscard]] static QString consequence(engine::PortabilityIssue::Kind kind);
    /// The path, with the name that is proposed or the one that it clashes with.
    [[nodiscard]] static QString line(const engine::PortabilityIssue& issue);
    /// Label of the button; empty where nothing can be done.
    [[nodiscard]] static QString remedy(engine::PortabilityIssue::Fix fix, bool forAll);
};

} // namespace essaim::gui
