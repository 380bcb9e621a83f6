// The desktop's bin, as freedesktop.org's trash specification 1.0 has it. Private to the engine.
#pragma once

#include "core/error.h"

#include <ctime>
#include <map>
#include <string>

namespace essaim::engine {

/// The bin of one volume. Any thread; waits for the disk.
class Trash {
public:
    /// The bin that lies on the same volume as `path`, made if missing: the user's own in his home, `.Trash` at the top
    /// of the volume if its administrator made one, else `.Trash-UID` there. Errors: Unsupported if the volume has none
    /// and takes none (read-only, somebody else's, a system folder).
    [[nodiscard]] static Expected<Trash> onVolumeOf(const std::string& path);

    /// Moves a file or a whole folder there, without copying a byte. Returns where it is now. The information that
    /// file managers need to put it back is on the disk before the file moves.
    [[nodiscard]] Expected<std::string> take(const std::string& path, std::time_t now) const;

    /// Puts back what take() returned, to where it was; folders on the way are made again. Errors: AlreadyExists if
    /// something stands there, NotFound if the bin was emptied.
    [[nodiscard]] static Expected<void> putBack(const std::string& inBin, const std::string& path);

    /// Where each thing was that was taken since then and is still there, and where it lies in the bin; of several that
    /// were in the same place, the last one.
    [[nodiscard]] std::map<std::string, std::string> takenSince(std::time_t since) const;

    [[nodiscard]] const std::string& folder() const { return m_folder; }

private:
    [[nodiscard]] std::string stated(const std::string& path) const;
    [[nodiscard]] std::string absolute(const std::string& stated) const;

    std::string m_folder;
    std::string m_top; ///< paths in the information are relative to this; empty = absolute
};

} // namespace essaim::engine
