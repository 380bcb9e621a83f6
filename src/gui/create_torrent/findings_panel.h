// What other computers will make of the names and files of a torrent, with a remedy for each.
#pragma once

#include "engine/portability.h"

#include <QWidget>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class FindingsPanel;
}

namespace essaim::gui {

/// Hidden while there is nothing to say. Opens by itself when something is lost otherwise. GUI thread; acts on nothing.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget* parent = nullptr);
    ~FindingsPanel() override;

    void setIssues(const QList<engine::PortabilityIssue>& issues);

Q_SIGNALS:
    /// A button: these are all of one kind, with the same remedy.
    void remedyChosen(const QList<essaim::engine::PortabilityIssue>& issues);
    /// The user looks at a file.
    void revealed(const QString& diskPath);

private:
    void fill();
    void addButton(QTreeWidgetItem& item, const QList<engine::PortabilityIssue>& issues);
    void fillGroup(QTreeWidgetItem& group);
    void setOpen(bool open);
    [[nodiscard]] QList<engine::PortabilityIssue> ofKind(int kind) const;

    std::unique_ptr<Ui::FindingsPanel> m_ui;
    QList<engine::PortabilityIssue> m_issues;
    bool m_isTouched = false; ///< the user opened or closed it: it does not open by itself any more
};

} // namespace essaim::gui
