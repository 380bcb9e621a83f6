// Asks for links to add.
#pragma once

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class AddLinkDialog;
}

namespace essaim::gui {

/// Starts with the link on the clipboard, if there is one. Modeless; deletes itself when closed.
class AddLinkDialog : public QDialog {
    Q_OBJECT
public:
    explicit AddLinkDialog(QWidget* parent = nullptr);
    ~AddLinkDialog() override;
    void accept() override;

Q_SIGNALS:
    void linksEntered(const QStringList& links);

private:
    [[nodiscard]] QStringList links() const;

    std::unique_ptr<Ui::AddLinkDialog> m_ui;
};

} // namespace essaim::gui
