#include "gui/create_torrent/create_progress_page.h"

#include "create_torrent/ui_create_progress_page.h"

#include "gui/create_torrent/job_texts.h"

namespace essaim::gui {

namespace {
constexpr int kBarSteps = 1000;
} // namespace

CreateProgressPage::CreateProgressPage(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CreateProgressPage>()) {
    m_ui->setupUi(this);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &CreateProgressPage::cancelRequested);
    connect(m_ui->backgroundButton, &QPushButton::clicked, this, &CreateProgressPage::backgroundRequested);
    connect(m_ui->pauseButton, &QPushButton::clicked, this, [this] { Q_EMIT pauseRequested(!m_isPaused); });
}

CreateProgressPage::~CreateProgressPage() = default;

void CreateProgressPage::showJob(const hosting::CreationJob& job) {
    m_isPaused = job.state == hosting::CreationJob::State::Paused;
    m_ui->stepLabel->setText(JobTexts::step(job));
    m_ui->progressBar->setValue(int(JobTexts::fraction(job) * kBarSteps));
    m_ui->bytesLabel->setText(JobTexts::bytes(job));
    m_ui->rateLabel->setText(JobTexts::pace(job));
    m_ui->fileLabel->setText(job.progress.file);
    m_ui->pauseButton->setText(m_isPaused ? tr("&Resume") : tr("&Pause"));
}

} // namespace essaim::gui
