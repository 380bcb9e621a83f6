// Name, versions and licence.
#pragma once

#include <QDialog>

namespace essaim::gui {

/// Modeless; deletes itself when closed.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace essaim::gui
