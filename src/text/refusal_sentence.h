// Verdicts about torrents, links and saved state, for people.
#pragma once

#include "core/refusal.h"
#include "core/torrent_note.h"

#include <QString>

#include <string_view>

namespace essaim::text {

/// Why it is refused, and what to do about it: two sentences or three.
[[nodiscard]] QString refusalSentence(const Refusal& refusal);

/// Why a name that the user typed is refused, and what to do about it.
[[nodiscard]] QString typedNameSentence(const Refusal& refusal);

/// What is odd about a torrent that was accepted.
[[nodiscard]] QString noteSentence(const TorrentNote& note);

/// A name from a stranger as it can be shown: one line, not too long, no characters that turn the text around.
[[nodiscard]] QString shownName(std::string_view name);

/// A longer text from a stranger, such as a comment: its first lines, without characters that turn the text around.
[[nodiscard]] QString excerpt(const QString& text);

} // namespace essaim::text
