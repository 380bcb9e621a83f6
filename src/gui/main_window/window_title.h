// The title of the window, with the rates where the user wants them there.
#pragma once

#include "gui/services.h"

#include <QObject>

class QWidget;

namespace essaim::gui {

/// Follows the session and the setting. Child of the window; GUI thread.
class WindowTitle : public QObject {
    Q_OBJECT
public:
    WindowTitle(const Services& services, QWidget& window);

private:
    void update();

    Services m_services;
    QWidget& m_window;
    qint64 m_down = 0;
    qint64 m_up = 0;
};

} // namespace essaim::gui
