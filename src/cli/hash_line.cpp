#include "cli/hash_line.h"

#include "cli/commands.h"
#include "text/text.h"

namespace essaim::cli {

HashLine::HashLine(Output& output)
    : m_output(output) {
    m_sinceObject.start();
}

void HashLine::show(const engine::HashProgress& state) {
    if (m_output.isJson())
        return showObject(state);
    constexpr int kWidth = 30;
    const double share = state.total > 0 ? double(state.done) / double(state.total) : 1;
    const int filled = int(share * kWidth);
    QString line =
        QStringLiteral("[%1%2] %3").arg(QString(filled, u'#'), QString(kWidth - filled, u'-'), text::percent(share));
    if (state.rate > 0 && state.done < state.total)
        line = Text::tr("%1  %2  %3 left").arg(line, text::rate(state.rate), text::duration(state.secondsLeft));
    m_output.progress(line, false);
}

void HashLine::showObject(const engine::HashProgress& state) {
    constexpr qint64 kEveryMs = 1000;
    if (m_sinceObject.elapsed() < kEveryMs)
        return;
    m_sinceObject.start();
    m_output.object(
        {{QStringLiteral("event"), QStringLiteral("progress")},
         {QStringLiteral("done"), state.done},
         {QStringLiteral("size"), state.total},
         {QStringLiteral("reused"), state.reused},
         {QStringLiteral("rate"), state.rate}});
}

} // namespace essaim::cli
