// What came out of creating a torrent, and what to do with it.
#pragma once

#include "hosting/publisher.h"

#include <QWidget>

#include <memory>

namespace Ui {
class CreateResultPage;
}

namespace essaim::gui {

class CreateResultPage : public QWidget {
    Q_OBJECT
public:
    explicit CreateResultPage(QWidget* parent = nullptr);
    ~CreateResultPage() override;

    /// Puts the invite link on the clipboard, if there is one. `request`: what was asked for.
    void showResult(const hosting::PublishedTorrent& published, const hosting::PublishRequest& request);

Q_SIGNALS:
    void closeRequested();

private:
    std::unique_ptr<Ui::CreateResultPage> m_ui;
};

} // namespace essaim::gui
