// While a torrent is made: how far, how fast, how long still, and a way out.
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class CreateProgressPage;
}

namespace essaim::gui {

class CreateProgressPage : public QWidget {
    Q_OBJECT
public:
    explicit CreateProgressPage(QWidget* parent = nullptr);
    ~CreateProgressPage() override;

    /// Starts over, for the torrent `name`.
    void begin(const QString& name);
    /// Bytes hashed so far.
    void setProgress(qint64 done, qint64 total);
    void showCancelling();

Q_SIGNALS:
    void cancelRequested();

private:
    std::unique_ptr<Ui::CreateProgressPage> m_ui;
    QElapsedTimer m_clock; ///< since the first byte
};

} // namespace essaim::gui
