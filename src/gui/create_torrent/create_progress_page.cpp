#include "gui/create_torrent/create_progress_page.h"

#include "create_torrent/ui_create_progress_page.h"

#include "text/text.h"

namespace essaim::gui {

namespace {

constexpr qint64 kBarSteps = 1000;
constexpr qint64 kMsPerSecond = 1000;
constexpr qint64 kSettlingMs = 1000; ///< a rate measured over less jumps about

} // namespace

CreateProgressPage::CreateProgressPage(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CreateProgressPage>()) {
    m_ui->setupUi(this);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &CreateProgressPage::cancelRequested);
}

CreateProgressPage::~CreateProgressPage() = default;

void CreateProgressPage::begin(const QString& name) {
    m_clock.invalidate();
    m_ui->stepLabel->setText(name.isEmpty() ? tr("Reading the files…") : tr("Reading “%1”…").arg(name));
    m_ui->progressBar->setValue(0);
    m_ui->bytesLabel->clear();
    m_ui->rateLabel->clear();
    m_ui->cancelButton->setEnabled(true);
    m_ui->cancelButton->setFocus();
}

void CreateProgressPage::setProgress(qint64 done, qint64 total) {
    if (!m_clock.isValid())
        m_clock.start();
    m_ui->progressBar->setValue(total > 0 ? int(double(done) / double(total) * kBarSteps) : 0);
    m_ui->bytesLabel->setText(tr("%1 of %2").arg(text::size(done), text::size(total)));
    if (done >= total) {
        m_ui->rateLabel->setText(tr("Finishing…"));
        return;
    }
    const qint64 elapsed = m_clock.elapsed();
    const qint64 rate = elapsed >= kSettlingMs ? done * kMsPerSecond / elapsed : 0;
    if (rate > 0)
        m_ui->rateLabel->setText(tr("%1, %2 left").arg(text::rate(rate), text::duration((total - done) / rate + 1)));
}

void CreateProgressPage::showCancelling() {
    m_ui->stepLabel->setText(tr("Cancelling…"));
    m_ui->rateLabel->clear();
    m_ui->cancelButton->setEnabled(false);
}

} // namespace essaim::gui
