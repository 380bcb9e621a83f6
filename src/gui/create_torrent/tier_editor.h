// Trackers drawn as tiers in rows: add, remove, drag, type, paste.
#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>

namespace essaim::gui {

/// GUI thread.
class TierEditor : public QWidget {
    Q_OBJECT
public:
    explicit TierEditor(QWidget* parent = nullptr);
    ~TierEditor() override;

    [[nodiscard]] QList<QStringList> tiers() const;
    void setTiers(const QList<QStringList>& tiers);
    /// Whether every address is one that a torrent may hold; if not, the editor says which.
    [[nodiscard]] bool isValid() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
