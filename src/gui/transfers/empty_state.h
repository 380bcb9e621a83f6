// What the list shows while there is nothing in it: where to drop, and the two ways to begin.
#pragma once

#include <QWidget>

namespace essaim::gui {

/// Object names: emptyAddButton, emptyCreateButton.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void createRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_panel;
};

} // namespace essaim::gui
