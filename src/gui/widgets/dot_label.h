// Words with a coloured dot before them.
#pragma once

#include "gui/widgets/elided_label.h"
#include "gui/widgets/theme.h"

namespace essaim::gui {

/// The words say it, the dot shows it from afar.
class DotLabel : public ElidedLabel {
    Q_OBJECT
public:
    explicit DotLabel(QWidget* parent = nullptr);
    void setState(Tint tint, const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tint m_tint = Tint::Muted;
};

} // namespace essaim::gui
