#include "gui/details/speed_tab.h"

#include "gui/details/speed_graph.h"
#include "gui/details/speed_recorder.h"
#include "gui/widgets/theme.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

struct Span {
    int seconds;
    const char* words;
};
constexpr Span kSpans[] = {
    {60, QT_TRANSLATE_NOOP("essaim::gui::SpeedTab", "1 minute")},
    {300, QT_TRANSLATE_NOOP("essaim::gui::SpeedTab", "5 minutes")},
    {1800, QT_TRANSLATE_NOOP("essaim::gui::SpeedTab", "30 minutes")},
    {3600, QT_TRANSLATE_NOOP("essaim::gui::SpeedTab", "1 hour")},
    {6 * 3600, QT_TRANSLATE_NOOP("essaim::gui::SpeedTab", "6 hours")},
    {24 * 3600, QT_TRANSLATE_NOOP("essaim::gui::SpeedTab", "24 hours")},
};

QString rateWords(qint64 rate) {
    return rate > 0 ? text::rate(rate) : QStringLiteral("–");
}

} // namespace

SpeedTab::SpeedTab(const DetailsContext& context, QWidget* parent)
    : DetailsTab(parent)
    , m_context(context)
    , m_graph(new SpeedGraph(this))
    , m_span(new QComboBox(this))
    , m_down(new QLabel(this))
    , m_up(new QLabel(this)) {
    m_graph->setObjectName(QStringLiteral("speedGraph"));
    m_graph->setAccessibleName(tr("Rates over time"));
    m_span->setObjectName(QStringLiteral("speedSpanCombo"));
    m_span->setAccessibleName(tr("Time shown"));
    fillSpans();
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 12, 0);
    top->addWidget(m_down);
    top->addSpacing(16);
    top->addWidget(m_up);
    top->addStretch(1);
    top->addWidget(m_span);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_graph, 1);
    connect(&m_context.speeds, &SpeedRecorder::ticked, this, [this] {
        if (isVisible())
            draw();
    });
}

void SpeedTab::fillSpans() {
    for (const Span& span : kSpans)
        m_span->addItem(tr(span.words), span.seconds);
    m_span->setCurrentIndex(qMax(0, m_span->findData(m_context.services.settings.value(settings::kSpeedSpan))));
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] {
        m_context.services.settings.set(settings::kSpeedSpan, m_span->currentData().toInt());
        draw();
    });
}

void SpeedTab::showTorrent(const engine::TorrentSnapshot& torrent) {
    const bool isOther = m_id != torrent.id;
    m_id = torrent.id;
    showRates({}, torrent.downloadRate, torrent.uploadRate);
    if (isOther)
        draw();
}

void SpeedTab::showNoTorrent() {
    m_id.reset();
    draw();
}

void SpeedTab::showRates(const QString& whose, qint64 down, qint64 up) {
    const auto coloured = [this](Tint tint, const QString& words) {
        return QStringLiteral("<span style=\"color:%1\">●</span> %2")
            .arg(tintColor(tint, palette()).name(), words.toHtmlEscaped());
    };
    const QString before = whose.isEmpty() ? QString() : whose.toHtmlEscaped() + QStringLiteral("&nbsp;&nbsp;&nbsp;");
    m_down->setText(before + coloured(Tint::Moving, tr("Down: %1").arg(rateWords(down))));
    m_up->setText(coloured(Tint::Whole, tr("Up: %1").arg(rateWords(up))));
}

void SpeedTab::draw() {
    const int span = m_span->currentData().toInt();
    const SpeedRecorder& speeds = m_context.speeds;
    m_graph->setSamples(m_id ? speeds.samples(*m_id, span) : speeds.samplesOfAll(span), span);
    if (m_id)
        return;
    const SpeedSample now = speeds.rateOfAll();
    showRates(tr("All torrents"), qint64(now.down), qint64(now.up));
}

} // namespace essaim::gui
