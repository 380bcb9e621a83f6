// Numbers with units in the user's language and formats.
#include "text/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace essaim::text {

namespace {

constexpr QChar kInfinity(0x221e);

class Units {
    Q_DECLARE_TR_FUNCTIONS(essaim::text::Units)
};

struct Rounded {
    qint64 bytes = 0;
    int decimals = 0; ///< in the unit that Qt will choose
};

/// Three significant figures. Rounded before Qt chooses the unit, so that it never shows 1,000 MB.
Rounded roundToThreeFigures(qint64 bytes) {
    qint64 step = 1; // of the third figure
    int figures = 3;
    for (; bytes / step >= 1000; step *= 10)
        ++figures;
    qint64 first = bytes / step + (bytes % step * 2 >= step ? 1 : 0); // the three figures
    if (first == 1000) {
        first = 100;
        step *= 10;
        ++figures;
    }
    return {first * step, 2 - (figures - 1) % 3};
}

} // namespace

QString size(qint64 bytes) {
    if (bytes < 1000)
        return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
    const auto rounded = roundToThreeFigures(bytes);
    return QLocale().formattedDataSize(rounded.bytes, rounded.decimals, QLocale::DataSizeSIFormat);
}

QString rate(qint64 bytesPerSecond) {
    if (bytesPerSecond <= 0)
        return {};
    if (bytesPerSecond < 1000) // "bytes" is longer than a column of rates is wide
        return Units::tr("%1 B/s", "a rate in bytes").arg(QLocale().toString(bytesPerSecond));
    return Units::tr("%1/s", "a rate, such as 1.40 MB/s").arg(size(bytesPerSecond));
}

QString duration(qint64 seconds) {
    const QLocale locale;
    if (seconds < 0)
        return kInfinity;
    if (seconds < 60)
        return Units::tr("%1 s", "seconds").arg(locale.toString(seconds));
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return Units::tr("%1 min", "minutes").arg(locale.toString(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return Units::tr("%1 h %2 min", "hours and minutes").arg(hours).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return Units::tr("%1 d %2 h", "days and hours").arg(locale.toString(hours / 24)).arg(hours % 24);
}

QString percent(double fraction) {
    if (!(fraction > 0))
        fraction = 0; // also what is not a number
    // 0.29 × 100 is a little less than 29; and only what is complete is 100 %.
    const int whole = fraction >= 1 ? 100 : std::min(static_cast<int>(fraction * 100 + 1e-9), 99);
    return Units::tr("%1 %", "per cent").arg(whole);
}

QString ratio(double ratio) {
    return std::isfinite(ratio) && ratio >= 0 ? QLocale().toString(ratio, 'f', 2) : QString(kInfinity);
}

} // namespace essaim::text
