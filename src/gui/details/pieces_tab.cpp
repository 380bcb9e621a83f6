#include "gui/details/pieces_tab.h"

#include "gui/details/pieces_view.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

using engine::PiecesDetails;

PiecesTab::PiecesTab(const DetailsContext&, QWidget* parent)
    : DetailsTab(parent)
    , m_bar(new PiecesBar(this))
    , m_grid(new PiecesGrid(this))
    , m_words(new QLabel(this)) {
    m_bar->setObjectName(QStringLiteral("piecesBar"));
    m_grid->setObjectName(QStringLiteral("piecesGrid"));
    m_words->setObjectName(QStringLiteral("piecesLabel"));
    m_words->setProperty("muted", true);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else the width would depend on the height it gives
    m_grid->setAutoFillBackground(true);
    m_grid->setBackgroundRole(QPalette::Base);
    area->setWidget(m_grid);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(10, 10, 10, 8);
    top->addWidget(m_words);
    top->addWidget(m_bar);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(area, 1);
}

void PiecesTab::showTorrent(const engine::TorrentSnapshot& torrent) {
    if (m_id != torrent.id)
        showPieces({});
    m_id = torrent.id;
}

void PiecesTab::showDetails(const engine::DetailsSnapshot& details) {
    const auto* pieces = std::get_if<PiecesDetails>(&details.part);
    showPieces(pieces != nullptr ? *pieces : PiecesDetails());
}

void PiecesTab::showPieces(const PiecesDetails& pieces) {
    m_bar->setPieces(pieces);
    m_grid->setPieces(pieces);
    if (pieces.states.isEmpty())
        return m_words->setText(tr("The pieces are not known yet."));
    const QLocale locale;
    const auto has = [&](PiecesDetails::State state) { return locale.toString(pieces.states.count(char(state))); };
    QStringList parts{
        tr("%1 of %2 pieces present").arg(has(PiecesDetails::Whole), locale.toString(pieces.states.size())),
        tr("%1 being received").arg(has(PiecesDetails::Started))};
    if (pieces.states.contains(char(PiecesDetails::Unwanted)))
        parts.append(tr("%1 not wanted").arg(has(PiecesDetails::Unwanted)));
    qsizetype absent = 0;
    for (qsizetype i = 0; i < qMin(pieces.availability.size(), pieces.states.size()); ++i)
        absent += pieces.availability[i] == 0 && pieces.states[i] == PiecesDetails::Missing ? 1 : 0;
    if (absent > 0)
        parts.append(tr("%1 that no connected peer has").arg(locale.toString(absent)));
    m_words->setText(parts.join(QStringLiteral(" · ")));
    m_bar->setAccessibleName(m_words->text());
}

} // namespace essaim::gui
