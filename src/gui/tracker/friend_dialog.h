// Adding a friend, or changing what was decided about one.
#pragma once

#include "tracker/tracker.h"

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class FriendDialog;
}

namespace essaim::gui {

/// Accepts only a name that nobody else has. Object names: nameEdit, noteEdit, seedOnlyBox, clientsSpin, torrentsSpin,
/// saveButton.
class FriendDialog : public QDialog {
    Q_OBJECT
public:
    /// `terms`: of the friend, or empty for a new one. `taken`: names of the others.
    FriendDialog(const tracker::FriendTerms& terms, const QStringList& taken, QWidget* parent = nullptr);
    ~FriendDialog() override;

    [[nodiscard]] tracker::FriendTerms terms() const;

private:
    void check();

    std::unique_ptr<Ui::FriendDialog> m_ui;
    tracker::FriendTerms m_before;
    QStringList m_taken;
};

} // namespace essaim::gui
