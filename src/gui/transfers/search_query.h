// What is typed into the search field, understood.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace essaim::gui {

/// Plain words and terms, all of which must fit: `ratio>2 tag:linux -debian "two words"`. A term that makes no sense is
/// a plain word. GUI thread; no state but what was typed.
///
/// Words: name:, tag:, category:, tracker:, path:, state:. Numbers with <, <=, =, >=, >: ratio, size (10MB), progress
/// (percent), down, up (rates, 1MB), seeds, peers, downloaded, uploaded, files, added (days ago).
class SearchQuery {
public:
    SearchQuery() = default;
    explicit SearchQuery(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_tests.empty(); }
    [[nodiscard]] bool matches(const engine::TorrentSnapshot& torrent) const;

    using Test = std::function<bool(const engine::TorrentSnapshot&)>;

private:
    std::vector<Test> m_tests;
};

/// The keys that a term may begin with, for a hint.
[[nodiscard]] QStringList searchKeys();

} // namespace essaim::gui
