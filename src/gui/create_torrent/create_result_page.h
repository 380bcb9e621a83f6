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
    /// Puts a link to send on the clipboard, if there is just one; when the addresses in it change while it is shown,
    /// it follows, there as well. `request`: what was asked for.
    void showResult(const hosting::PublishedTorrent& published, const hosting::PublishRequest& request);

Q_SIGNALS:
    void closeRequested();

private:
    void showReach();
    void refreshLink();
    void showLink();

    std::unique_ptr<Ui::CreateResultPage> m_ui;
    std::optional<Services> m_services;
    std::optional<hosting::PublishedTorrent> m_linked; ///< shown with a link to everyone
    bool m_isHosted = false;
};

} // namespace essaim::gui
