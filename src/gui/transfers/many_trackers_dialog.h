// Asks which trackers several torrents are to get, and which they are to lose.
#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QPlainTextEdit;

namespace essaim::gui {

/// Object names: manyTrackersDialog, addTrackersEdit, removeTrackersEdit, trackersMessage, buttonBox.
class ManyTrackersDialog : public QDialog {
    Q_OBJECT
public:
    /// `anyPrivate`: other trackers would tell strangers of a torrent that is meant for few.
    ManyTrackersDialog(int torrents, bool anyPrivate, QWidget* parent = nullptr);

    [[nodiscard]] QStringList added() const;
    [[nodiscard]] QStringList removed() const;
    void accept() override;

private:
    QPlainTextEdit* addBox(const char* name, const QString& title);

    QPlainTextEdit* m_added;
    QPlainTextEdit* m_removed;
    QLabel* m_message;
};

} // namespace essaim::gui
