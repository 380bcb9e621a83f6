// The torrents in the making, below the pages of the window: what runs, how far it is, how it ended.
#pragma once

#include "gui/services.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Hidden while the queue is empty. Says once, in one line, how everything ended. GUI thread.
class CreationStrip : public QFrame {
    Q_OBJECT
public:
    explicit CreationStrip(const Services& services, QWidget* parent = nullptr);
    ~CreationStrip() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
