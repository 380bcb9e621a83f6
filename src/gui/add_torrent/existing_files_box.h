// What lies already where a torrent would be downloaded to, and what to do about it.
#pragma once

#include "engine/files/target_report.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;

namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Part of the dialog that adds a torrent; hidden while nothing is there. Object names: existingLabel, existingChoice.
class ExistingFilesBox : public QFrame {
    Q_OBJECT
public:
    /// The session outlives the box.
    explicit ExistingFilesBox(engine::Session& session, QWidget* parent = nullptr);
    ~ExistingFilesBox() override;

    /// Looks a moment later, once the path has been typed.
    /// `diskPaths`: see engine::AddTorrentRequest.
    void look(const QByteArray& torrent, const QString& savePath, const QStringList& diskPaths);
    /// What the user chose. Refuse as long as he has not seen what is there.
    [[nodiscard]] engine::ExistingFiles policy() const;
    /// As far as it has been looked at.
    [[nodiscard]] bool isAnythingThere() const { return m_isKnown && !isHidden(); }
    /// Bytes of the files that are there and right.
    [[nodiscard]] qint64 rightSize() const { return m_isKnown ? m_rightSize : 0; }

Q_SIGNALS:
    void looked();

private:
    void ask();
    void showReport(const engine::TargetReport& report);
    [[nodiscard]] QString words(const engine::TargetReport& report) const;

    engine::Session& m_session;
    QByteArray m_torrent;
    QString m_savePath;
    QStringList m_diskPaths;
    quint64 m_request = 0; ///< 0 = none under way
    bool m_isKnown = false;
    qint64 m_rightSize = 0;
    QTimer m_delay;
    QLabel* m_label;
    QComboBox* m_choice;
};

} // namespace essaim::gui
