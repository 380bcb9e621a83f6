#include "gui/transfers/limits_dialog.h"

#include "core/units.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {
constexpr int kAsTheyAre = -1;
constexpr int kMost = 10'000'000; ///< KiB a second
} // namespace

LimitsDialog::LimitsDialog(const QList<TorrentSnapshot>& torrents, QWidget* parent)
    : QDialog(parent)
    , m_download(makeField("downloadLimitSpin", torrents, &TorrentSnapshot::downloadLimit))
    , m_upload(makeField("uploadLimitSpin", torrents, &TorrentSnapshot::uploadLimit)) {
    setObjectName(QStringLiteral("limitsDialog"));
    setWindowTitle(tr("Speed limits"));
    auto* what = new QLabel(
        torrents.size() == 1 ? torrents.first().name : tr("%n torrents, each", nullptr, int(torrents.size())), this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout(this);
    form->addRow(what);
    form->addRow(tr("&Download:"), m_download.spin);
    form->addRow(tr("&Upload:"), m_upload.spin);
    form->addRow(buttons);
}

LimitsDialog::Field
LimitsDialog::makeField(const char* name, const QList<TorrentSnapshot>& torrents, qint64 TorrentSnapshot::* limit) {
    const qint64 first = torrents.first().*limit;
    const bool isMixed = std::ranges::any_of(torrents, [&](const auto& torrent) { return torrent.*limit != first; });
    Field field{new QSpinBox(this), isMixed};
    field.spin->setObjectName(QString::fromLatin1(name));
    field.spin->setRange(isMixed ? kAsTheyAre : 0, kMost);
    field.spin->setSpecialValueText(isMixed ? tr("as they are") : tr("no limit"));
    field.spin->setSuffix(tr(" KiB/s"));
    field.spin->setValue(isMixed ? kAsTheyAre : int(std::min<qint64>(first / qint64(kKiB), kMost)));
    return field;
}

std::optional<qint64> LimitsDialog::limitOf(const Field& field) {
    const int value = field.spin->value();
    return field.isMixed && value == kAsTheyAre ? std::nullopt : std::optional(value * qint64(kKiB));
}

std::optional<qint64> LimitsDialog::downloadLimit() const {
    return limitOf(m_download);
}

std::optional<qint64> LimitsDialog::uploadLimit() const {
    return limitOf(m_upload);
}

} // namespace essaim::gui
