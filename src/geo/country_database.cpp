#include "geo/country_database.h"

#include <maxminddb.h>

namespace essaim::geo {

namespace {

void close(MMDB_s* file) {
    MMDB_close(file);
    delete file;
}

/// Empty if there is no such text. `path` ends with a null.
std::string textAt(MMDB_entry_s& entry, const char* const* path) {
    MMDB_entry_data_s data{};
    if (MMDB_aget_value(&entry, &data, path) != MMDB_SUCCESS || !data.has_data ||
        data.type != MMDB_DATA_TYPE_UTF8_STRING)
        return {};
    return {data.utf8_string, data.data_size};
}

} // namespace

std::shared_ptr<const CountryDatabase> CountryDatabase::open(const std::string& path) {
    auto file = std::make_unique<MMDB_s>();
    if (MMDB_open(path.c_str(), MMDB_MODE_MMAP, file.get()) != MMDB_SUCCESS)
        return nullptr;
    return std::shared_ptr<const CountryDatabase>(
        new CountryDatabase(std::unique_ptr<MMDB_s, void (*)(MMDB_s*)>(file.release(), close)));
}

std::optional<Country> CountryDatabase::find(const std::string& address, const std::string& language) const {
    int unreadable = 0;
    int failed = MMDB_SUCCESS;
    MMDB_lookup_result_s result = MMDB_lookup_string(m_file.get(), address.c_str(), &unreadable, &failed);
    if (unreadable != 0 || failed != MMDB_SUCCESS || !result.found_entry)
        return std::nullopt;
    const char* const codePath[] = {"country", "iso_code", nullptr};
    const char* const plainPath[] = {"country", nullptr}; // some say no more than the code
    const char* const namePath[] = {"country", "names", language.c_str(), nullptr};
    const char* const englishPath[] = {"country", "names", "en", nullptr};
    Country country{textAt(result.entry, codePath), textAt(result.entry, namePath)};
    if (country.code.empty())
        country.code = textAt(result.entry, plainPath);
    if (country.name.empty())
        country.name = textAt(result.entry, englishPath);
    return country.code.size() == 2 ? std::optional(country) : std::nullopt;
}

} // namespace essaim::geo
