// What is wrong with what stands in a field, said below it.
#pragma once

#include "gui/widgets/wrapped_label.h"

#include <QTimer>

#include <functional>

class QFormLayout;
class QLineEdit;

namespace essaim::gui {

/// Looks away from the GUI thread whenever the field has rested for a moment, and is hidden as long as all is well. GUI
/// thread; beside the field in its form. The sentence is the field's accessible description, too.
class FieldNote : public WrappedLabel {
    Q_OBJECT
public:
    /// A sentence about what is wrong, or nothing. Runs on a thread of its own and may wait for a disk.
    using Check = std::function<QString(const QString& text)>;

    /// In a new row below the one that `field` is in.
    FieldNote(QFormLayout& form, QLineEdit& field, Check check);

    [[nodiscard]] QLineEdit& field() const { return m_field; }
    /// What was typed has not been looked at yet.
    [[nodiscard]] bool isPending() const;
    /// A mistake that has been made since the field was filled, or since acknowledge().
    [[nodiscard]] bool isNews() const;
    void acknowledge();
    /// Without waiting for the field to rest.
    void checkNow();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// What stands in the field has been looked at.
    void checked();

private:
    [[nodiscard]] bool isChecked() const;
    void look();
    void tell(const QString& sentence);
    void follow();

    QLineEdit& m_field;
    Check m_check;
    QTimer m_rest;
    QString m_known;   ///< what the user is not told about once more
    QString m_checked; ///< what the sentence is about
    bool m_isLooking = false;
    bool m_hasLooked = false;
};

} // namespace essaim::gui
