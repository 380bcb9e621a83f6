// Asks how fast some torrents may be.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QDialog>
#include <QList>

#include <optional>

class QSpinBox;

namespace essaim::gui {

/// Object names: downloadLimitSpin, uploadLimitSpin.
class LimitsDialog : public QDialog {
    Q_OBJECT
public:
    explicit LimitsDialog(const QList<engine::TorrentSnapshot>& torrents, QWidget* parent = nullptr);

    /// Bytes a second, 0 = none; nothing where the torrents differ and the user left it so.
    [[nodiscard]] std::optional<qint64> downloadLimit() const;
    [[nodiscard]] std::optional<qint64> uploadLimit() const;

private:
    struct Field {
        QSpinBox* spin = nullptr;
        bool isMixed = false;
    };
    Field makeField(
        const char* name, const QList<engine::TorrentSnapshot>& torrents, qint64 engine::TorrentSnapshot::* limit);
    [[nodiscard]] static std::optional<qint64> limitOf(const Field& field);

    Field m_download;
    Field m_upload;
};

} // namespace essaim::gui
