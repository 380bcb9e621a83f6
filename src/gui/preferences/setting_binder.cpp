#include "gui/preferences/setting_binder.h"

#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <tuple>

namespace essaim::gui {

namespace {

/// The settings that a form may show.
const auto kBindable = std::tie(
    settings::kSavePath, settings::kIncompletePath, settings::kStartAdded, settings::kStopCondition,
    settings::kMaxActiveDownloads, settings::kKeepFree, settings::kGentleHashing, settings::kListenPort,
    settings::kPortMapping, settings::kDht, settings::kLsd, settings::kPex, settings::kUtp, settings::kCountryDatabase,
    settings::kDownloadLimit, settings::kUploadLimit, settings::kTrackerPort, settings::kTrackerOpen,
    settings::kTrackerHostName, settings::kTrayIcon, settings::kCloseToTray, settings::kLockWhenHidden,
    settings::kDropWindow, settings::kExcludedFiles, settings::kTorrentCopies, settings::kRunWhenAdded,
    settings::kRunWhenComplete, settings::kMailWhenComplete, settings::kMailServer, settings::kMailPort,
    settings::kMailEncryption, settings::kMailUser, settings::kMailFrom, settings::kMailTo, settings::kWatchClipboard,
    settings::kActivateIncomplete, settings::kActivateComplete, settings::kRatesInTitle, settings::kNotifyFinished,
    settings::kNotifyProblems, settings::kAwakeDownloading, settings::kAwakeSeeding, settings::kBannedPeers,
    settings::kAskBeforeAdding, settings::kContentLayout, settings::kUsualCategory, settings::kBinTorrentFile,
    settings::kAskBeforeQuitting, settings::kMarkIncomplete);

QString keyOf(const QObject& widget) {
    return widget.property("setting").toString();
}

/// Calls `use(setting, widget)` for the setting that the widget names, if it shows settings of that type.
template <typename Use>
bool visit(QWidget& widget, const Use& use) {
    const QString key = keyOf(widget);
    bool found = false;
    const auto tryOne = [&](const auto& setting) {
        using T = std::remove_cvref_t<decltype(setting.defaultValue)>;
        const auto tryAs = [&]<typename Widget>(Widget* shown) {
            if (key != QLatin1String(setting.key) || !shown)
                return;
            use(setting, *shown);
            found = true;
        };
        if constexpr (std::is_same_v<T, bool>) {
            tryAs(qobject_cast<QCheckBox*>(&widget));
        } else if constexpr (std::is_same_v<T, int>) {
            tryAs(qobject_cast<QSpinBox*>(&widget));
            tryAs(qobject_cast<QComboBox*>(&widget)); // the number is that of the row
        } else if constexpr (std::is_same_v<T, QStringList>) {
            tryAs(qobject_cast<QPlainTextEdit*>(&widget)); // one a line
        } else {
            tryAs(qobject_cast<QLineEdit*>(&widget));
        }
    };
    std::apply([&](const auto&... settings) { (tryOne(settings), ...); }, kBindable);
    return found;
}

bool valueOf(const QCheckBox& box) {
    return box.isChecked();
}
int valueOf(const QSpinBox& box) {
    return box.value();
}
int valueOf(const QComboBox& box) {
    return box.currentIndex();
}
QString valueOf(const QLineEdit& edit) {
    return edit.text().trimmed();
}
QStringList valueOf(const QPlainTextEdit& edit) {
    QStringList lines;
    for (const QString& line : edit.toPlainText().split(u'\n')) {
        if (const QString plain = line.trimmed(); !plain.isEmpty())
            lines.append(plain);
    }
    return lines;
}

void show(QCheckBox& box, bool value) {
    box.setChecked(value);
}
void show(QSpinBox& box, int value) {
    box.setValue(value);
}
void show(QComboBox& box, int value) {
    box.setCurrentIndex(value);
}
void show(QLineEdit& edit, const QString& value) {
    edit.setText(value);
}
void show(QPlainTextEdit& edit, const QStringList& value) {
    edit.setPlainText(value.join(u'\n'));
}

QString wordsFor(const QCheckBox&, bool value) {
    return value ? SettingBinder::tr("on") : SettingBinder::tr("off");
}
QString wordsFor(const QSpinBox& box, int value) {
    return value == box.minimum() && !box.specialValueText().isEmpty()
               ? box.specialValueText()
               : box.prefix() + box.locale().toString(value) + box.suffix();
}
QString wordsFor(const QComboBox& box, int value) {
    return box.itemText(value);
}
QString wordsFor(const QLineEdit& edit, const QString& value) {
    return value.isEmpty() ? edit.placeholderText() : value;
}
QString wordsFor(const QPlainTextEdit& edit, const QStringList& value) {
    return value.isEmpty() ? edit.placeholderText() : value.join(QStringLiteral(", "));
}

template <typename Use>
void visitAll(const QWidget& form, const Use& use) {
    for (QWidget* widget : form.findChildren<QWidget*>()) {
        if (!keyOf(*widget).isEmpty())
            visit(*widget, use);
    }
}

} // namespace

SettingBinder::SettingBinder(QWidget& form, settings::SettingsStore& settings)
    : QObject(&form)
    , m_form(form)
    , m_settings(settings) {
    for (QWidget* widget : form.findChildren<QWidget*>())
        bind(*widget);
    load();
}

void SettingBinder::load() {
    visitAll(m_form, [this](const auto& setting, auto& widget) { show(widget, m_settings.value(setting)); });
}

void SettingBinder::save() {
    visitAll(m_form, [this](const auto& setting, auto& widget) {
        if (m_settings.value(setting) != valueOf(widget))
            m_settings.set(setting, valueOf(widget));
    });
}

bool SettingBinder::isChanged() const {
    bool changed = false;
    visitAll(m_form, [&](const auto& setting, auto& widget) {
        changed = changed || m_settings.value(setting) != valueOf(widget);
    });
    return changed;
}

bool SettingBinder::isDefault(QWidget& widget) const {
    bool isDefault = true;
    if (!widget.property("isChosenAtStart").toBool())
        visit(widget, [&](const auto& setting, auto& shown) { isDefault = valueOf(shown) == setting.defaultValue; });
    return isDefault;
}

QString SettingBinder::defaultWords(QWidget& widget) const {
    QString words;
    visit(widget, [&](const auto& setting, auto& shown) { words = wordsFor(shown, setting.defaultValue); });
    return words;
}

void SettingBinder::showDefault(QWidget& widget) {
    visit(widget, [](const auto& setting, auto& shown) { show(shown, setting.defaultValue); });
}

QStringList SettingBinder::unknownKeys() const {
    QStringList unknown;
    for (QWidget* widget : m_form.findChildren<QWidget*>()) {
        const QString key = keyOf(*widget);
        if (!key.isEmpty() && !visit(*widget, [](const auto&, auto&) {}))
            unknown.append(key);
    }
    return unknown;
}

void SettingBinder::bind(QWidget& widget) {
    visit(widget, [this](const auto& setting, auto& shown) {
        using Widget = std::remove_cvref_t<decltype(shown)>;
        if constexpr (std::is_same_v<Widget, QSpinBox>) {
            shown.setRange(setting.minimum, setting.maximum);
            connect(&shown, &QSpinBox::valueChanged, this, &SettingBinder::edited);
        } else if constexpr (std::is_same_v<Widget, QComboBox>) {
            connect(&shown, &QComboBox::currentIndexChanged, this, &SettingBinder::edited);
        } else if constexpr (std::is_same_v<Widget, QCheckBox>) {
            connect(&shown, &QCheckBox::toggled, this, &SettingBinder::edited);
        } else if constexpr (std::is_same_v<Widget, QPlainTextEdit>) {
            connect(&shown, &QPlainTextEdit::textChanged, this, &SettingBinder::edited);
        } else {
            connect(&shown, &QLineEdit::textChanged, this, &SettingBinder::edited);
        }
    });
}

} // namespace essaim::gui
