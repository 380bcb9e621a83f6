#include "engine/mover/mount_table.h"

#include <fstream>
#include <sstream>
#include <sys/sysmacros.h>

namespace essaim::engine {

namespace {

/// Blanks and the like are written as \040.
std::string unescape(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            plain.push_back(char(std::stoi(text.substr(i + 1, 3), nullptr, 8)));
            i += 3;
        } else {
            plain.push_back(text[i]);
        }
    }
    return plain;
}

bool hasOption(const std::string& options, const std::string& option) {
    return (',' + options + ',').find(',' + option + ',') != std::string::npos;
}

/// "36 35 98:0 / /mnt rw,noatime shared:1 - ext4 /dev/sda1 rw,errors=continue"
bool parseLine(const std::string& line, Mount& mount) {
    std::istringstream words(line);
    std::string number;
    std::string root;
    std::string options;
    std::string superOptions;
    unsigned major = 0;
    unsigned minor = 0;
    char colon = 0;
    words >> mount.id >> number >> major >> colon >> minor >> root >> mount.point >> options;
    for (std::string word; words >> word && word != "-";)
        ;
    words >> mount.type >> mount.source >> superOptions;
    mount.point = unescape(mount.point);
    mount.source = unescape(mount.source);
    mount.device = makedev(major, minor);
    mount.isReadOnly = hasOption(options, "ro") || hasOption(superOptions, "ro");
    return !mount.type.empty();
}

} // namespace

MountTable MountTable::parse(const std::string& mountinfo) {
    MountTable table;
    std::istringstream lines(mountinfo);
    for (std::string line; std::getline(lines, line);) {
        Mount mount;
        if (parseLine(line, mount))
            table.m_mounts.push_back(std::move(mount));
    }
    return table;
}

MountTable MountTable::read() {
    std::ifstream file("/proc/self/mountinfo");
    std::stringstream text;
    text << file.rdbuf();
    return parse(text.str());
}

const Mount* MountTable::at(const std::string& point) const {
    const Mount* found = nullptr;
    for (const Mount& mount : m_mounts) {
        if (mount.point == point)
            found = &mount;
    }
    return found;
}

const Mount* MountTable::of(const std::string& path) const {
    for (std::string place = path; !place.empty(); place.resize(place.rfind('/'))) {
        if (const Mount* mount = at(place))
            return mount;
    }
    return at("/");
}

} // namespace essaim::engine
