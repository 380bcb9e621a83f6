// What came out of creating a torrent, and what to do with it.
#pragma once

#include "gui/services.h"
#include "hosting/publisher.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class CreateResultPage;
}

namespace essaim::gui {

class CreateResultPage : public QWidget {
    Q_OBJECT
public:
    explicit CreateResultPage(QWidget* parent = nullptr);
    ~CreateResultPage() override;

    void setServices(const Services& services); ///< comes first
    /// Puts a link to send on the clipboard, if there is just one. `request`: what was asked for.
    void showResult(const hosting::PublishedTorrent& published, const hosting::PublishRequest& request);

Q_SIGNALS:
    void closeRequested();

private:
    std::unique_ptr<Ui::CreateResultPage> m_ui;
    std::optional<Services> m_services;
};

} // namespace essaim::gui
