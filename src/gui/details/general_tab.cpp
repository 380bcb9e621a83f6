#include "gui/details/general_tab.h"

#include "gui/details/facts.h"
#include "gui/widgets/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace essaim::gui {

namespace {

/// A long value must not push the panel wider: it wraps, or is cut where it has no spaces, and stays selectable.
QLabel* makeValue(const char* id, const QString& title, QWidget* parent) {
    auto* value = new QLabel(parent);
    value->setObjectName(QString::fromLatin1(id));
    value->setAccessibleName(title);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    value->setMinimumWidth(60);
    value->setWordWrap(true);
    return value;
}

QToolButton* makeCopyButton(QLabel* value, const QString& title, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(QStringLiteral("copy"), Tint::Muted));
    button->setProperty("small", true);
    button->setToolTip(GeneralTab::tr("Copy"));
    button->setAccessibleName(GeneralTab::tr("Copy: %1").arg(title));
    QObject::connect(
        button, &QToolButton::clicked, value, [value] { QGuiApplication::clipboard()->setText(value->text()); });
    return button;
}

QGridLayout* makeGrid() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

GeneralTab::GeneralTab(QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    QGridLayout* grids[] = {makeGrid(), makeGrid()};
    for (const Fact& fact : facts()) {
        const QString title = fact.translatedTitle();
        QGridLayout* grid = grids[fact.group == Fact::Group::Transfer ? 0 : 1];
        const int line = grid->rowCount();
        Row row{new QLabel(title, content), makeValue(fact.id, title, content), nullptr};
        row.title->setProperty("muted", true);
        grid->addWidget(row.title, line, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(row.value, line, 1, Qt::AlignTop);
        if (fact.copyable) {
            row.copy = makeCopyButton(row.value, title, content);
            grid->addWidget(row.copy, line, 2, Qt::AlignTop);
        }
        m_rows.push_back(row);
    }

    auto* magnet = new QPushButton(themedIcon(QStringLiteral("magnet")), tr("Copy magnet link"), content);
    magnet->setIconSize({22, 16});
    magnet->setObjectName(QStringLiteral("copyMagnetButton"));
    connect(magnet, &QPushButton::clicked, this, &GeneralTab::copyMagnetRequested);
    grids[1]->addWidget(magnet, grids[1]->rowCount(), 0, 1, 3, Qt::AlignLeft);
    for (QGridLayout* grid : grids)
        grid->setRowStretch(grid->rowCount(), 1);
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(16, 12, 16, 12);
    columns->setSpacing(32);
    columns->addLayout(grids[0], 2);
    columns->addLayout(grids[1], 3);
    setWidget(content);
}

void GeneralTab::showTorrent(const engine::TorrentSnapshot& torrent) {
    std::size_t i = 0;
    for (const Fact& fact : facts()) {
        const Row& row = m_rows[i++];
        const QString text = fact.text(torrent);
        row.title->setVisible(!text.isEmpty());
        row.value->setVisible(!text.isEmpty());
        if (row.copy)
            row.copy->setVisible(!text.isEmpty());
        if (row.value->text() != text)
            row.value->setText(text);
    }
}

} // namespace essaim::gui
