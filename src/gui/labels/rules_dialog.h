// The rules by which new torrents get a category and tags.
#pragma once

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {
struct LabelRule;

/// Writes settings::kLabelRules. Deletes itself when closed. GUI thread. Object names: rulesDialog, ruleTable,
/// addRuleButton, removeRuleButton, ruleUpButton, ruleDownButton, buttonBox.
class RulesDialog : public QDialog {
    Q_OBJECT
public:
    /// `settings` outlive it.
    explicit RulesDialog(settings::SettingsStore& settings, QWidget* parent = nullptr);
    void accept() override;

private:
    QPushButton* addButton(const QString& text, const char* name, void (RulesDialog::*deed)());
    void addRow(const LabelRule& rule);
    void addRule();
    void removeRule();
    void moveUp() { moveRule(-1); }
    void moveDown() { moveRule(1); }
    void moveRule(int step);
    void updateButtons();

    settings::SettingsStore& m_settings;
    QTableWidget* m_table;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
};

} // namespace essaim::gui
