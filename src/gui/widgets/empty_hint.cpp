#include "gui/widgets/empty_hint.h"

#include <QAbstractItemView>
#include <QEvent>

namespace essaim::gui {

namespace {

constexpr int kMargin = 12;
constexpr int kWidest = 520;

} // namespace

EmptyHint::EmptyHint(const QString& text, QAbstractItemView& view)
    : QLabel(text, view.viewport())
    , m_view(view) {
    setObjectName(view.objectName() + QStringLiteral("Hint"));
    setProperty("muted", true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setAttribute(Qt::WA_TransparentForMouseEvents); // what is dropped or clicked belongs to the view
    view.viewport()->installEventFilter(this);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view.model(), signal, this, &EmptyHint::place);
    connect(view.model(), &QAbstractItemModel::modelReset, this, &EmptyHint::place);
    place();
}

void EmptyHint::setWords(const QString& text) {
    setText(text);
    place();
}

bool EmptyHint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        place();
    return QLabel::eventFilter(watched, event);
}

void EmptyHint::place() {
    const QSize room = m_view.viewport()->size();
    const int width = qMin(kWidest, room.width() - 2 * kMargin);
    const int height = qMin(room.height(), heightForWidth(width));
    setGeometry((room.width() - width) / 2, (room.height() - height) / 2, width, height);
    setVisible(m_view.model()->rowCount(m_view.rootIndex()) == 0);
}

} // namespace essaim::gui
