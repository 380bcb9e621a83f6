// The form of the create dialog: what goes in, how, and what happens with the result.
#pragma once

#include "gui/services.h"
#include "hosting/publisher.h"

#include <QWidget>

#include <memory>

namespace essaim::gui {

/// Collects requests; does not act on them. GUI thread. setServices() comes first.
class CreateForm : public QWidget {
    Q_OBJECT
public:
    explicit CreateForm(QWidget* parent = nullptr);
    ~CreateForm() override;

    void setServices(const Services& services);
    void addSources(const QStringList& paths);
    [[nodiscard]] QStringList sources() const;
    void setHosting(bool host);
    /// For files to be shared: only what and with whom, until the user unfolds the rest, which is remembered.
    void offerToShare();
    /// See offerToShare(): the rest is folded.
    [[nodiscard]] bool isFolded() const;
    /// A torrent for each of the sources, instead of one with all.
    void setOneEach(bool oneEach);
    /// Fills in what another torrent was made with; sources, name and file stay.
    void setOptions(const hosting::PublishRequest& options);
    /// Of one torrent, or one for each source.
    [[nodiscard]] QList<hosting::PublishRequest> requests() const;
    /// What this draft is about, for the card that adds to it: its name, or empty.
    [[nodiscard]] QString title() const;
    /// Shown until something in the form changes; empty hides it.
    void showError(const QString& sentence);

Q_SIGNALS:
    void createRequested();
    void foldChanged();
    void dismissed();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
