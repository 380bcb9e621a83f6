// In which country an address is, as a database on this computer says.
#pragma once

#include <memory>
#include <optional>
#include <string>

struct MMDB_s;

namespace essaim::geo {

struct Country {
    std::string code; ///< two letters, ISO 3166-1, such as "FR"
    std::string name; ///< in the language that was asked for, else English; may be empty
    bool operator==(const Country&) const = default;
};

/// A file in the MaxMind format, with the fields of GeoLite2, DB-IP and others. Any thread; reading waits for the disk.
class CountryDatabase {
public:
    /// Nothing if the file is not there or is something else.
    [[nodiscard]] static std::shared_ptr<const CountryDatabase> open(const std::string& path);

    /// `address` without a port; `language`: two letters. Nothing if the address is no address, or is not known.
    [[nodiscard]] std::optional<Country> find(const std::string& address, const std::string& language) const;

private:
    explicit CountryDatabase(std::unique_ptr<MMDB_s, void (*)(MMDB_s*)> file)
        : m_file(std::move(file)) {}

    std::unique_ptr<MMDB_s, void (*)(MMDB_s*)> m_file;
};

} // namespace essaim::geo
