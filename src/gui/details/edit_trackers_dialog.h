// Asks which trackers a torrent is to announce itself to.
#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>

namespace essaim::gui {
class TierEditor;

/// Object names: editTrackersDialog, buttonBox.
class EditTrackersDialog : public QDialog {
    Q_OBJECT
public:
    explicit EditTrackersDialog(const QList<QStringList>& tiers, QWidget* parent = nullptr);

    [[nodiscard]] QList<QStringList> tiers() const;
    void accept() override;

private:
    TierEditor* m_editor;
};

} // namespace essaim::gui
