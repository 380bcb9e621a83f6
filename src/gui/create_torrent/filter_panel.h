// Which files of the chosen folders go in: patterns, junk, hidden files.
#pragma once

#include "engine/creation_filter.h"

#include <QWidget>

#include <memory>

namespace Ui {
class FilterPanel;
}

namespace essaim::gui {

/// Patterns are separated by ';' or spaces around it. GUI thread.
class FilterPanel : public QWidget {
    Q_OBJECT
public:
    explicit FilterPanel(QWidget* parent = nullptr);
    ~FilterPanel() override;

    /// Without what is unticked. Patterns that cannot be used are left out; the panel says so.
    [[nodiscard]] engine::CreationFilter filter() const;
    void setFilter(const engine::CreationFilter& filter);

Q_SIGNALS:
    void changed();

private:
    void checkGlobs();

    std::unique_ptr<Ui::FilterPanel> m_ui;
};

} // namespace essaim::gui
