#include "gui/transfers/empty_state.h"

#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

/// An icon that follows a change of theme, which a pixmap in a label would not.
class IconWidget : public QWidget {
public:
    IconWidget(const QString& name, int side, QWidget* parent)
        : QWidget(parent)
        , m_icon(themedIcon(name, Tint::Accent)) {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_panel(new QWidget(this)) {
    auto* title = new QLabel(tr("Drop torrents, links or files here"), m_panel);
    title->setProperty("heading", true);
    title->setAlignment(Qt::AlignCenter);
    auto* words = new QLabel(
        tr("A .torrent file or a magnet link is downloaded. Any other file or folder becomes a torrent that you can "
           "share."),
        m_panel);
    words->setProperty("muted", true);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setMinimumWidth(400);

    auto* add = new QPushButton(themedIcon(QStringLiteral("plus"), Tint::OnAccent), tr("Add torrent"), m_panel);
    add->setObjectName(QStringLiteral("emptyAddButton"));
    add->setProperty("accent", true);
    add->setIconSize({22, 16});
    auto* create = new QPushButton(themedIcon(QStringLiteral("box")), tr("Create torrent"), m_panel);
    create->setObjectName(QStringLiteral("emptyCreateButton"));
    create->setIconSize({22, 16});
    connect(add, &QPushButton::clicked, this, &EmptyState::addRequested);
    connect(create, &QPushButton::clicked, this, &EmptyState::createRequested);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(add);
    buttons->addWidget(create);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(m_panel);
    column->setContentsMargins(48, 32, 48, 32);
    column->setSpacing(12);
    column->addWidget(new IconWidget(QStringLiteral("swarm"), 48, m_panel), 0, Qt::AlignHCenter);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(4);
    column->addLayout(buttons);
    auto* center = new QVBoxLayout(this);
    center->addWidget(m_panel, 0, Qt::AlignCenter);
}

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(m_panel->geometry()).adjusted(1, 1, -1, -1), 12, 12);
}

} // namespace essaim::gui
