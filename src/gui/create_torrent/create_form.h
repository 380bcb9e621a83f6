// The form of the create dialog: what goes in, how, and what happens with the result.
#pragma once

#include "gui/services.h"
#include "hosting/publisher.h"

#include <QWidget>

#include <memory>

namespace essaim::gui {

/// Collects a request; does not act on it. GUI thread. setServices() comes first.
class CreateForm : public QWidget {
    Q_OBJECT
public:
    explicit CreateForm(QWidget* parent = nullptr);
    ~CreateForm() override;

    void setServices(const Services& services);
    void addSources(const QStringList& paths);
    void setHosting(bool host);
    [[nodiscard]] hosting::PublishRequest request() const;
    /// Shown until something in the form changes; empty hides it.
    void showError(const QString& sentence);

Q_SIGNALS:
    void createRequested();
    void dismissed();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
