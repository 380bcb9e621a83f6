// One setting: key, type, default and range, written once.
#pragma once

#include <QString>
#include <QVariant>

#include <algorithm>
#include <type_traits>

namespace essaim::settings {

/// Declaration of a setting. Instances are constants in schema.h; the value lives in SettingsStore.
template <typename T>
struct Setting {
    const char* key; ///< "group/name" in the file
    T defaultValue;
    T minimum{}; ///< numbers only; ignored when equal to maximum
    T maximum{};

    /// Values outside the range become the nearest allowed one.
    [[nodiscard]] T clamp(T value) const {
        if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
            return minimum == maximum ? value : std::clamp(value, minimum, maximum);
        else
            return value;
    }
};

} // namespace essaim::settings
