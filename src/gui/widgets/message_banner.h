// A strip at the top of the window that says what went wrong, until the user closes it.
#pragma once

#include <QFrame>

class QLabel;

namespace essaim::gui {

/// Hidden while there is nothing to say. Messages that come while one is shown are added below it.
class MessageBanner : public QFrame {
    Q_OBJECT
public:
    explicit MessageBanner(QWidget* parent = nullptr);
    void showMessage(const QString& sentence);
    [[nodiscard]] QString text() const;

private:
    QStringList m_messages;
    QLabel* m_label;
};

} // namespace essaim::gui
