// Ties the widgets of a form to the settings that their property "setting" names.
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// A check box shows a bool, a spin box a number (with the setting's range), a line edit a text, a
/// plain text edit a list, one a line. GUI thread; `form` and `settings` outlive the binder.
class SettingBinder : public QObject {
    Q_OBJECT
public:
    SettingBinder(QWidget& form, settings::SettingsStore& settings);

    /// Settings to widgets.
    void load();
    /// Widgets to settings; only what differs is written.
    void save();
    /// Whether a widget differs from its setting.
    [[nodiscard]] bool isChanged() const;
    /// Whether the widget shows what its setting is without the user; also true of widgets that name no setting.
    [[nodiscard]] bool isDefault(QWidget& widget) const;
    /// That value, in words.
    [[nodiscard]] QString defaultWords(QWidget& widget) const;
    /// Has the widget show it; save() writes it.
    void showDefault(QWidget& widget);
    /// Keys that widgets name though no setting has them, or of another type than the widget shows: faults of the form.
    [[nodiscard]] QStringList unknownKeys() const;

Q_SIGNALS:
    void edited();

private:
    void bind(QWidget& widget);

    QWidget& m_form;
    settings::SettingsStore& m_settings;
};

} // namespace essaim::gui
