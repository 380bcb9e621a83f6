// Space that is kept back, so that the list can still be changed on a full disk.
#pragma once

#include <filesystem>

namespace essaim::storage {

/// A file of real blocks in the profile. Belongs to one thread.
class Reserve {
public:
    static constexpr std::uintmax_t kSize = std::uintmax_t{16} * 1024 * 1024;
    static constexpr std::uintmax_t kEnoughFree = std::uintmax_t{256} * 1024 * 1024;

    /// `size` is made once more than `enoughFree` bytes are free; else less, but never more than a small part of the
    /// disk.
    explicit Reserve(std::filesystem::path file, std::uintmax_t size = kSize, std::uintmax_t enoughFree = kEnoughFree)
        : m_file(std::move(file))
        , m_size(size)
        , m_enoughFree(enoughFree) {}

    /// Makes the file, or more of it, if there is room.
    void fill() const;
    /// Gives the space back. False: there was none.
    bool release() const;

private:
    [[nodiscard]] std::uintmax_t possibleSize() const;

    std::filesystem::path m_file;
    std::uintmax_t m_size;
    std::uintmax_t m_enoughFree;
};

} // namespace essaim::storage
