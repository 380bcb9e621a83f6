// The words of the pages, in each of their languages.
#pragma once

#include <string_view>

namespace essaim::tracker {

/// `{}` stands for a name or a number.
struct Words {
    std::string_view language; ///< of the page, as HTML names it
    std::string_view invitation;
    std::string_view hello;
    std::string_view sharedBy;
    std::string_view shared;
    std::string_view nothingYet;
    std::string_view file;
    std::string_view files;
    std::string_view moreFiles;
    std::string_view listOfFiles;
    std::string_view download;
    std::string_view magnet;
    std::string_view howTo;
    std::string_view stepClient;
    std::string_view stepOpen;
    std::string_view stepStay;
    std::string_view inEssaim; ///< the shorter way for those who have it
    std::string_view notHere;  ///< where there is neither .torrent nor magnet link
    std::string_view forYouAlone;
    std::string_view othersSee;
    std::string_view subscribe;
    std::string_view paused;
    std::string_view notValid;
    std::string_view askAgain;
    std::string_view decimalSeparator;
    std::string_view units[5];
};

/// For the value of an Accept-Language header (RFC 9110): the best of those that are there, else English.
[[nodiscard]] const Words& wordsFor(std::string_view acceptLanguage);

} // namespace essaim::tracker
