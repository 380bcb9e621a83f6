// Whether friends can be reached from here: tried, not guessed.
#pragma once

#include "core/endpoint.h"

#include <QObject>

#include <memory>
#include <vector>

namespace essaim::hosting {

/// Opens a TCP connection to where a friend's program says that it listens, and closes it again. An endpoint is tried
/// at most every few minutes, few at a time. GUI thread; nothing waits.
class PeerProbe : public QObject {
    Q_OBJECT
public:
    enum class Answer : std::uint8_t { Unknown, Yes, No };

    explicit PeerProbe(QObject* parent = nullptr);
    ~PeerProbe() override;

    /// These are here now, each maybe many times; the others are forgotten.
    void watch(std::vector<Endpoint> peers);
    [[nodiscard]] Answer answer(const Endpoint& peer) const;
    /// Yes if one can be reached, No if all were tried in vain.
    [[nodiscard]] Answer answer(const std::vector<Endpoint>& peers) const;

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
