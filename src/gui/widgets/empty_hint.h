// Words in the middle of a table that has no rows.
#pragma once

#include <QLabel>

class QAbstractItemView;

namespace essaim::gui {

/// Stays in the middle of its view and hides as soon as there is a row. Owned by the view, which has its model already.
class EmptyHint : public QLabel {
    Q_OBJECT
public:
    EmptyHint(const QString& text, QAbstractItemView& view);

    void setWords(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QAbstractItemView& m_view;
};

} // namespace essaim::gui
