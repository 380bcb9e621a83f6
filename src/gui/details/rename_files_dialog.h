// New names for many files of a torrent at once.
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <map>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace essaim::gui {

/// What is replaced by what, in the last part of a path.
struct RenameRule {
    enum class Part { Name, NameWithoutEnding, Ending };
    QString find;    ///< empty = nothing happens
    QString replace; ///< with \1 for what the first parentheses found, where isPattern
    bool isPattern = false;
    bool isCaseSensitive = false;
    Part part = Part::NameWithoutEnding;
};

/// Paths by file index; the new one where it is another. Nothing if the pattern cannot be read.
[[nodiscard]] std::optional<std::map<int, QString>>
renamedFiles(const std::map<int, QString>& paths, const RenameRule& rule);

/// Shows what each file will be called before it is done. `all`: every file of the torrent; two may not have one name.
class RenameFilesDialog : public QDialog {
    Q_OBJECT
public:
    RenameFilesDialog(std::map<int, QString> chosen, std::map<int, QString> all, QWidget* parent);

    /// New paths of those that get another name.
    [[nodiscard]] const std::map<int, QString>& paths() const { return m_paths; }

private:
    void arrange();
    void update();
    [[nodiscard]] RenameRule rule() const;
    /// Why it cannot be done; empty = it can.
    [[nodiscard]] QString problem() const;

    const std::map<int, QString> m_chosen;
    const std::map<int, QString> m_all;
    std::map<int, QString> m_paths;
    QLineEdit* m_find;
    QLineEdit* m_replace;
    QComboBox* m_part;
    QCheckBox* m_pattern;
    QCheckBox* m_case;
    QTreeWidget* m_list;
    QLabel* m_message;
    QPushButton* m_rename;
};

} // namespace essaim::gui
