// While a torrent is made: how far, how fast, how long still, and the ways out.
#pragma once

#include "hosting/creation_job.h"

#include <QWidget>

#include <memory>

namespace Ui {
class CreateProgressPage;
}

namespace essaim::gui {

/// GUI thread; asks for what it offers, does nothing by itself.
class CreateProgressPage : public QWidget {
    Q_OBJECT
public:
    explicit CreateProgressPage(QWidget* parent = nullptr);
    ~CreateProgressPage() override;

    void showJob(const hosting::CreationJob& job);

Q_SIGNALS:
    void cancelRequested();
    void pauseRequested(bool pause);
    void backgroundRequested();

private:
    std::unique_ptr<Ui::CreateProgressPage> m_ui;
    bool m_isPaused = false;
};

} // namespace essaim::gui
