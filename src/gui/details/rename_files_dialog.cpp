#include "gui/details/rename_files_dialog.h"

#include "gui/widgets/style_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace essaim::gui {

namespace {

constexpr int kMostShown = 2000; ///< rows; more say nothing new, and take their time

/// Where the part of the name begins and ends.
std::pair<qsizetype, qsizetype> spanOf(const QString& name, RenameRule::Part part) {
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype end = dot > 0 ? dot : name.size(); // ".hidden" has no ending
    switch (part) {
    case RenameRule::Part::NameWithoutEnding:
        return {0, end};
    case RenameRule::Part::Ending:
        return {qMin(end + 1, name.size()), name.size()};
    case RenameRule::Part::Name:
        break;
    }
    return {0, name.size()};
}

QString withoutFolders(const QString& path) {
    return path.mid(path.lastIndexOf(u'/') + 1);
}

} // namespace

std::optional<std::map<int, QString>> renamedFiles(const std::map<int, QString>& paths, const RenameRule& rule) {
    std::map<int, QString> renamed;
    if (rule.find.isEmpty())
        return renamed;
    const QRegularExpression expression(
        rule.isPattern ? rule.find : QRegularExpression::escape(rule.find),
        rule.isCaseSensitive ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption);
    if (!expression.isValid())
        return std::nullopt;
    // A backslash in plain words is a backslash.
    const QString replacement =
        rule.isPattern ? rule.replace : QString(rule.replace).replace(u'\\', QLatin1String("\\\\"));
    for (const auto& [file, path] : paths) {
        const QString name = withoutFolders(path);
        const auto [begin, end] = spanOf(name, rule.part);
        QString part = name.mid(begin, end - begin);
        if (rule.isPattern)
            part.replace(expression, replacement);
        else
            part.replace(rule.find, rule.replace, rule.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
        const QString now = name.left(begin) + part + name.mid(end);
        if (now != name)
            renamed.emplace(file, path.chopped(name.size()) + now);
    }
    return renamed;
}

RenameFilesDialog::RenameFilesDialog(std::map<int, QString> chosen, std::map<int, QString> all, QWidget* parent)
    : QDialog(parent)
    , m_chosen(std::move(chosen))
    , m_all(std::move(all))
    , m_find(new QLineEdit(this))
    , m_replace(new QLineEdit(this))
    , m_part(new QComboBox(this))
    , m_pattern(new QCheckBox(tr("It is a &pattern (regular expression); \\1 stands for its first parentheses"), this))
    , m_case(new QCheckBox(tr("&Capitals matter"), this))
    , m_list(new QTreeWidget(this))
    , m_message(new QLabel(this))
    , m_rename(nullptr) {
    setObjectName(QStringLiteral("renameFilesDialog"));
    setWindowTitle(tr("Rename %n file(s)", nullptr, int(m_chosen.size())));
    resize(720, 480);
    arrange();
    for (QLineEdit* edit : {m_find, m_replace})
        connect(edit, &QLineEdit::textChanged, this, &RenameFilesDialog::update);
    for (QCheckBox* box : {m_pattern, m_case})
        connect(box, &QCheckBox::toggled, this, &RenameFilesDialog::update);
    connect(m_part, &QComboBox::currentIndexChanged, this, &RenameFilesDialog::update);
    update();
}

void RenameFilesDialog::arrange() {
    m_find->setObjectName(QStringLiteral("findEdit"));
    m_replace->setObjectName(QStringLiteral("replaceEdit"));
    m_pattern->setObjectName(QStringLiteral("patternCheck"));
    m_list->setObjectName(QStringLiteral("renamedList"));
    m_message->setObjectName(QStringLiteral("renameMessage"));
    m_part->addItems({tr("The whole name"), tr("The name without its ending"), tr("The ending")});
    m_part->setCurrentIndex(int(RenameRule::Part::NameWithoutEnding));
    auto* form = new QFormLayout;
    form->addRow(tr("&Find"), m_find);
    form->addRow(tr("Replace &by"), m_replace);
    form->addRow(tr("&In"), m_part);
    form->addRow(QString(), m_pattern);
    form->addRow(QString(), m_case);
    m_list->setHeaderLabels({tr("Now"), tr("Then")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("New names"));
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_message->setWordWrap(true);
    m_message->setProperty("problem", true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_rename = buttons->button(QDialogButtonBox::Ok);
    m_rename->setObjectName(QStringLiteral("renameButton"));
    m_rename->setText(tr("&Rename"));
    setSheetProperty(*m_rename, "accent", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addLayout(form);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
}

RenameRule RenameFilesDialog::rule() const {
    return {
        m_find->text(), m_replace->text(), m_pattern->isChecked(), m_case->isChecked(),
        RenameRule::Part(m_part->currentIndex())};
}

void RenameFilesDialog::update() {
    const auto renamed = renamedFiles(m_chosen, rule());
    m_paths = renamed.value_or(std::map<int, QString>());
    m_list->clear();
    QList<QTreeWidgetItem*> rows;
    for (const auto& [file, path] : m_paths) {
        if (rows.size() == kMostShown)
            break;
        rows.append(new QTreeWidgetItem({withoutFolders(m_chosen.at(file)), withoutFolders(path)}));
    }
    m_list->addTopLevelItems(rows);
    const QString reason = renamed ? problem() : tr("The pattern cannot be read.");
    m_message->setText(reason);
    m_message->setVisible(!reason.isEmpty());
    m_rename->setEnabled(reason.isEmpty() && !m_paths.empty());
}

QString RenameFilesDialog::problem() const {
    QSet<QString> taken; // as systems that do not tell capitals apart see them
    for (const auto& [file, path] : m_all) {
        if (!m_paths.contains(file))
            taken.insert(path.toCaseFolded());
    }
    for (const auto& [file, path] : m_paths) {
        const QString name = withoutFolders(path);
        const bool hasFolder = path.count(u'/') != m_chosen.at(file).count(u'/');
        if (name.trimmed().isEmpty() || hasFolder || name == QLatin1String(".") || name == QLatin1String(".."))
            return tr("“%1” would get no name that a file can have.").arg(withoutFolders(m_chosen.at(file)));
        if (taken.contains(path.toCaseFolded()))
            return tr("Two files would be called “%1”.").arg(name);
        taken.insert(path.toCaseFolded());
    }
    return {};
}

} // namespace essaim::gui
