#include "gui/create_torrent/findings_panel.h"

#include "create_torrent/ui_findings_panel.h"

#include "gui/create_torrent/finding_texts.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"

#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

namespace essaim::gui {

namespace {

using Issue = engine::PortabilityIssue;
using Severity = Issue::Severity;

constexpr int kKindRole = Qt::UserRole;
constexpr int kPathRole = Qt::UserRole + 1;
constexpr qsizetype kMostRows = 100; ///< of one kind; the remedy for all reaches the others

Tint tintOf(Severity severity) {
    return severity == Severity::Problem ? Tint::Loss : severity == Severity::Warning ? Tint::Attention : Tint::Muted;
}

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindingsPanel>()) {
    m_ui->setupUi(this);
    QHeaderView& header = *m_ui->findingsTree->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(0, QHeaderView::Stretch);
    header.setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_ui->showButton, &QToolButton::clicked, this, [this](bool open) {
        m_isTouched = true;
        setOpen(open);
    });
    connect(m_ui->findingsTree, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem* item) { fillGroup(*item); });
    connect(m_ui->findingsTree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && !item->data(0, kPathRole).toString().isEmpty())
            Q_EMIT revealed(item->data(0, kPathRole).toString());
    });
    setOpen(false);
    hide();
}

FindingsPanel::~FindingsPanel() = default;

void FindingsPanel::setIssues(const QList<Issue>& issues) {
    if (issues == m_issues)
        return;
    m_issues = issues;
    setVisible(!issues.isEmpty());
    if (issues.isEmpty())
        return;
    const auto worst = std::ranges::max(issues, {}, &Issue::severity).severity;
    m_ui->verdictLabel->setState(
        tintOf(worst), worst == Severity::Note ? tr("%n thing(s) to know", nullptr, int(issues.size()))
                                               : tr("%n thing(s) to look at", nullptr, int(issues.size())));
    fill();
    if (worst == Severity::Problem && !m_isTouched)
        setOpen(true);
}

void FindingsPanel::setOpen(bool open) {
    m_ui->findingsTree->setVisible(open);
    m_ui->showButton->setChecked(open);
    m_ui->showButton->setText(open ? tr("Hide") : tr("Show"));
    m_ui->showButton->setIcon(themedIcon(open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
}

QList<Issue> FindingsPanel::ofKind(int kind) const {
    QList<Issue> result;
    std::ranges::copy_if(
        m_issues, std::back_inserter(result), [kind](const Issue& issue) { return int(issue.kind) == kind; });
    return result;
}

void FindingsPanel::fill() {
    QTreeWidget& tree = *m_ui->findingsTree;
    QList<int> open;
    for (int row = 0; row < tree.topLevelItemCount(); ++row) {
        if (tree.topLevelItem(row)->isExpanded())
            open.append(tree.topLevelItem(row)->data(0, kKindRole).toInt());
    }
    tree.clear();
    QList<int> kinds;
    for (const Issue& issue : std::as_const(m_issues)) {
        if (!kinds.contains(int(issue.kind)))
            kinds.append(int(issue.kind));
    }
    for (const int kind : std::as_const(kinds)) {
        const QList<Issue> issues = ofKind(kind);
        auto* group = new QTreeWidgetItem(&tree);
        group->setText(0, FindingTexts::title(issues.first().kind, int(issues.size())));
        group->setToolTip(0, FindingTexts::consequence(issues.first().kind));
        group->setIcon(
            0, themedIcon(
                   issues.first().severity == Severity::Note ? QStringLiteral("info") : QStringLiteral("alert"),
                   tintOf(issues.first().severity)));
        group->setData(0, kKindRole, kind);
        group->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        addButton(*group, issues);
        group->setExpanded(open.contains(kind));
    }
}

/// Rows of a kind are made when somebody wants to see them.
void FindingsPanel::fillGroup(QTreeWidgetItem& group) {
    if (group.parent() || group.childCount() > 0)
        return;
    const QList<Issue> issues = ofKind(group.data(0, kKindRole).toInt());
    auto* why = new QTreeWidgetItem(&group, {FindingTexts::consequence(issues.first().kind)});
    why->setFlags(Qt::ItemIsEnabled);
    why->setToolTip(0, why->text(0));
    why->setForeground(0, tintColor(Tint::Muted, palette()));
    why->setFirstColumnSpanned(true);
    for (const Issue& issue : issues.first(qMin(issues.size(), kMostRows))) {
        if (issue.path.isEmpty() && issue.diskPath.isEmpty())
            continue;
        auto* item = new QTreeWidgetItem(&group, {FindingTexts::line(issue)});
        item->setToolTip(0, plainToolTip(FindingTexts::line(issue)));
        item->setData(0, kPathRole, issue.diskPath);
        if (issues.size() > 1)
            addButton(*item, {issue});
    }
    if (issues.size() > kMostRows) {
        auto* more = new QTreeWidgetItem(&group, {tr("and %n more", nullptr, int(issues.size() - kMostRows))});
        more->setFlags(Qt::ItemIsEnabled);
    }
}

void FindingsPanel::addButton(QTreeWidgetItem& item, const QList<Issue>& issues) {
    const bool isRename = issues.first().fix == Issue::Fix::Rename;
    const QString words = FindingTexts::remedy(issues.first().fix, issues.size() > 1);
    if (words.isEmpty() || (isRename && issues.first().path.isEmpty())) // what is not in it has no name there
        return;
    auto* button = new QPushButton(words);
    button->setObjectName(QStringLiteral("remedyButton"));
    button->setAutoDefault(false);
    button->setFlat(true);
    button->setIcon(themedIcon(isRename ? QStringLiteral("edit") : QStringLiteral("check")));
    if (isRename)
        button->setToolTip(tr("In the torrent; on the disk everything keeps its name"));
    button->setAccessibleName(words + QStringLiteral(": ") + item.text(0));
    connect(button, &QPushButton::clicked, this, [this, issues] { Q_EMIT remedyChosen(issues); }, Qt::QueuedConnection);
    m_ui->findingsTree->setItemWidget(&item, 1, button);
}

} // namespace essaim::gui
