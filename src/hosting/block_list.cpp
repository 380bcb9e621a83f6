#include "hosting/block_list.h"

#include <QList>

#include <set>
#include <string>

namespace essaim::hosting {

namespace {

constexpr qsizetype kAnnouncedDigits = 40;
constexpr qsizetype kV2Digits = 64;
constexpr std::size_t kLongestText = 1000;

/// A tab or a line end within would begin another column or row.
QByteArray column(const std::string& text) {
    QByteArray result = QByteArray::fromStdString(text);
    for (char& c : result) {
        if (static_cast<unsigned char>(c) < ' ')
            c = ' ';
    }
    return result;
}

} // namespace

QByteArray toText(const std::vector<tracker::BlockedStatus>& blocked) {
    QByteArray text = "# info-hash\treason\tname\n";
    for (const auto& one : blocked)
        text += QByteArray::fromStdString(one.infoHash.toHex()) + '\t' + column(one.reason) + '\t' + column(one.name) +
                '\n';
    return text;
}

Expected<std::vector<tracker::BlockedStatus>> blockListFrom(const QByteArray& text) {
    std::vector<tracker::BlockedStatus> result;
    std::set<Sha1Hash> known;
    int number = 0;
    for (const QByteArray& raw : text.split('\n')) {
        ++number;
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> columns = line.split('\t');
        const QByteArray digits = columns[0].trimmed();
        const bool isLong = digits.size() == kV2Digits;
        const auto hash = isLong || digits.size() == kAnnouncedDigits
                              ? Sha1Hash::fromHex(digits.left(kAnnouncedDigits).toStdString())
                              : std::nullopt;
        if (!hash)
            return failure(
                ErrorKind::InvalidData, Operation::None, std::to_string(number), "the line begins with no info-hash");
        const auto part = [&](qsizetype at) {
            return columns.value(at).trimmed().toStdString().substr(0, kLongestText);
        };
        if (known.insert(*hash).second)
            result.push_back({*hash, part(2), part(1), 0});
    }
    return result;
}

} // namespace essaim::hosting
