#include "gui/widgets/file_pattern.h"

#include <QRegularExpression>
#include <QStringMatcher>

#include <functional>

namespace essaim::gui {

namespace {

std::function<bool(const QString&)> matcherOf(const QString& wanted) {
    if (wanted.contains(u'*') || wanted.contains(u'?')) {
        const QRegularExpression expression(
            QRegularExpression::wildcardToRegularExpression(wanted), QRegularExpression::CaseInsensitiveOption);
        return [expression](const QString& name) { return expression.match(name).hasMatch(); };
    }
    return [matcher = QStringMatcher(wanted, Qt::CaseInsensitive)](const QString& name) {
        return matcher.indexIn(name) >= 0;
    };
}

} // namespace

std::vector<char> filesFitting(const FileTree& tree, const QString& pattern) {
    std::vector<char> files(std::size_t(tree.fileCount()), 0);
    const QString wanted = pattern.trimmed();
    if (wanted.isEmpty())
        return files;
    const auto fits = matcherOf(wanted);
    const bool hasTop = tree.childCount(0) == 1 && tree.isFolder(tree.children(0).front());
    std::vector<char> nodes(std::size_t(tree.nodeCount()), 0);
    for (int node = 1; node < tree.nodeCount(); ++node) { // a folder comes before what is in it
        const bool isTop = hasTop && tree.parent(node) == 0;
        const bool isFit = nodes[std::size_t(tree.parent(node))] != 0 || (!isTop && fits(tree.name(node)));
        nodes[std::size_t(node)] = isFit ? 1 : 0;
        if (const int file = tree.file(node); isFit && file >= 0)
            files[std::size_t(file)] = 1;
    }
    return files;
}

} // namespace essaim::gui
