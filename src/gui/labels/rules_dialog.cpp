#include "gui/labels/rules_dialog.h"

#include "gui/labels/label_rules.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {
enum Column { Search, Category, Tags, ColumnCount };
} // namespace

RulesDialog::RulesDialog(settings::SettingsStore& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_add(addButton(tr("&Add a rule"), "addRuleButton", &RulesDialog::addRule))
    , m_remove(addButton(tr("&Remove"), "removeRuleButton", &RulesDialog::removeRule))
    , m_up(addButton(tr("&Up"), "ruleUpButton", &RulesDialog::moveUp))
    , m_down(addButton(tr("&Down"), "ruleDownButton", &RulesDialog::moveDown)) {
    setObjectName(QStringLiteral("rulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Category and tags by rule"));
    resize(680, 420);
    auto* words = new QLabel(
        tr("A new torrent that fits a search gets its category and tags, unless you choose others while it is added. "
           "Of several that fit, the first gives the category. Commas separate tags. Searches are those of the field "
           "above the list, such "
           "as: name:live tracker:example.org size>10GB"),
        this);
    words->setWordWrap(true);
    words->setProperty("muted", true);
    m_table->setObjectName(QStringLiteral("ruleTable"));
    m_table->setAccessibleName(tr("Rules"));
    m_table->setHorizontalHeaderLabels({tr("If it fits"), tr("Category"), tr("Tags")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    connect(m_table, &QTableWidget::currentCellChanged, this, &RulesDialog::updateButtons);
    for (const LabelRule& rule : decodeLabelRules(settings.value(settings::kLabelRules)))
        addRow(rule);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {m_add, m_remove, m_up, m_down})
        row->addWidget(button);
    row->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("buttonBox"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(words);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    column->addWidget(buttons);
    updateButtons();
}

QPushButton* RulesDialog::addButton(const QString& text, const char* name, void (RulesDialog::*deed)()) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, deed);
    return button;
}

void RulesDialog::addRow(const LabelRule& rule) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, Search, new QTableWidgetItem(rule.search));
    m_table->setItem(row, Category, new QTableWidgetItem(rule.category));
    m_table->setItem(row, Tags, new QTableWidgetItem(rule.tags.join(QStringLiteral(", "))));
}

void RulesDialog::addRule() {
    addRow({});
    m_table->setCurrentCell(m_table->rowCount() - 1, Search);
    m_table->setFocus();
    m_table->editItem(m_table->currentItem());
}

void RulesDialog::removeRule() {
    m_table->removeRow(m_table->currentRow());
    updateButtons();
}

void RulesDialog::moveRule(int step) {
    const int from = m_table->currentRow();
    const int to = from + step;
    if (from < 0 || to < 0 || to >= m_table->rowCount())
        return;
    for (int column = 0; column < ColumnCount; ++column) {
        QTableWidgetItem* item = m_table->takeItem(from, column);
        m_table->setItem(from, column, m_table->takeItem(to, column));
        m_table->setItem(to, column, item);
    }
    m_table->setCurrentCell(to, Search);
}

void RulesDialog::updateButtons() {
    const int row = m_table->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_table->rowCount());
}

void RulesDialog::accept() {
    m_add->setFocus(); // a cell that is being written in says what it has
    QList<LabelRule> rules;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const LabelRule rule{
            m_table->item(row, Search)->text().simplified(), m_table->item(row, Category)->text().simplified(),
            readTags(m_table->item(row, Tags)->text())};
        if (!rule.search.isEmpty())
            rules.append(rule);
    }
    m_settings.set(settings::kLabelRules, encodeLabelRules(rules));
    QDialog::accept();
}

} // namespace essaim::gui
