// Byte sizes from and to text.
#include "core/units.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace essaim {

namespace {

constexpr std::string_view kPrefixes = "kmgtpe"; ///< each 1024 (or 1000) times the one before

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Bytes that "", "B", "k", "KiB", "kB" and their like stand for.
std::optional<std::uint64_t> parseUnit(std::string_view text) {
    if (text.empty() || (text.size() == 1 && lower(text[0]) == 'b'))
        return 1;
    const auto prefix = kPrefixes.find(lower(text[0]));
    if (prefix == std::string_view::npos)
        return std::nullopt;
    std::uint64_t base = 1024;
    if (text.size() == 2 && lower(text[1]) == 'b')
        base = 1000;
    else if (text.size() == 3 ? lower(text[1]) != 'i' || lower(text[2]) != 'b' : text.size() != 1)
        return std::nullopt;
    std::uint64_t unit = base;
    for (std::size_t i = 0; i < prefix; ++i)
        unit *= base;
    return unit;
}

/// digits × unit / divisor, if that is a whole number in range.
std::optional<std::int64_t> exactProduct(std::uint64_t digits, std::uint64_t unit, std::uint64_t divisor) {
    std::uint64_t product = 0;
    if (__builtin_mul_overflow(digits, unit, &product) || product % divisor != 0)
        return std::nullopt;
    product /= divisor;
    if (product > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
        return std::nullopt;
    return static_cast<std::int64_t>(product);
}

} // namespace

std::optional<std::int64_t> parseByteSize(std::string_view text) {
    std::uint64_t digits = 0;
    std::uint64_t divisor = 1;
    bool inFraction = false;
    std::size_t used = 0;
    for (; used < text.size() && (isDigit(text[used]) || (text[used] == '.' && !inFraction)); ++used) {
        if (text[used] == '.') {
            inFraction = true;
            continue;
        }
        if (__builtin_mul_overflow(digits, std::uint64_t{10}, &digits) ||
            __builtin_add_overflow(digits, static_cast<std::uint64_t>(text[used] - '0'), &digits))
            return std::nullopt;
        if (inFraction && __builtin_mul_overflow(divisor, std::uint64_t{10}, &divisor))
            return std::nullopt;
    }
    // A number begins and ends with a digit: not ".5", not "1.".
    if (used == 0 || !isDigit(text[0]) || !isDigit(text[used - 1]))
        return std::nullopt;
    text.remove_prefix(used);
    while (text.size() > 1 && text.front() == ' ')
        text.remove_prefix(1);
    const auto unit = parseUnit(text);
    return unit ? exactProduct(digits, *unit, divisor) : std::nullopt;
}

std::string formatByteSize(std::int64_t bytes) {
    constexpr std::array kUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double value = std::abs(static_cast<double>(bytes));
    std::size_t unit = 0;
    // What would round up to 1024 belongs to the next unit already.
    for (; value >= (unit == 0 ? 1024.0 : 1023.5) && unit + 1 < kUnits.size(); ++unit)
        value /= 1024;
    const int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value);
    std::string number = digits.data();
    if (decimals > 0) {
        number.erase(number.find_last_not_of('0') + 1);
        if (!isDigit(number.back()))
            number.pop_back();
    }
    return (bytes < 0 ? "-" : "") + number + ' ' + kUnits[unit];
}

} // namespace essaim
