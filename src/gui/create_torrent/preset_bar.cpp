#include "gui/create_torrent/preset_bar.h"

#include "create_torrent/ui_preset_bar.h"

#include "gui/widgets/theme.h"

#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace essaim::gui {

PresetBar::PresetBar(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PresetBar>()) {
    m_ui->setupUi(this);
    m_ui->presetMenuButton->setIcon(themedIcon(QStringLiteral("menu")));
    m_ui->presetMenuButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    setFocusProxy(m_ui->presetCombo);
    makeMenu();
    connect(m_ui->presetCombo, &QComboBox::activated, this, [this] { choose(currentName()); });
}

PresetBar::~PresetBar() = default;

void PresetBar::makeMenu() {
    auto* menu = new QMenu(m_ui->presetMenuButton);
    m_save = menu->addAction(QString(), this, [this] { m_store->save(currentName(), m_current()); });
    m_save->setObjectName(QStringLiteral("savePresetAction"));
    menu->addAction(tr("Save &as a new preset…"), this, &PresetBar::saveAs)
        ->setObjectName(QStringLiteral("saveAsPresetAction"));
    menu->addSeparator();
    m_rename = menu->addAction(tr("&Rename…"), this, &PresetBar::rename);
    m_rename->setObjectName(QStringLiteral("renamePresetAction"));
    m_remove = menu->addAction(tr("&Delete…"), this, &PresetBar::remove);
    m_remove->setObjectName(QStringLiteral("deletePresetAction"));
    menu->addSeparator();
    m_default = menu->addAction(tr("Begin new torrents with &this preset"), this, [this](bool checked) {
        m_store->setDefault(checked ? currentName() : QString());
    });
    m_default->setObjectName(QStringLiteral("defaultPresetAction"));
    m_default->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        const QString name = currentName();
        m_save->setVisible(!name.isEmpty());
        m_save->setText(tr("&Save these choices in “%1”").arg(QString(name).replace(u'&', QStringLiteral("&&"))));
        for (QAction* action : {m_rename, m_remove, m_default})
            action->setEnabled(!name.isEmpty());
        m_default->setChecked(!name.isEmpty() && m_store->defaultName() == name);
    });
    m_ui->presetMenuButton->setMenu(menu);
}

void PresetBar::setStore(settings::SettingsStore& settings, std::function<hosting::PublishRequest()> current) {
    m_store.emplace(settings);
    m_current = std::move(current);
    refill(m_store->defaultName());
}

QString PresetBar::currentName() const {
    return m_ui->presetCombo->currentData().toString();
}

void PresetBar::refill(const QString& name) {
    QComboBox& combo = *m_ui->presetCombo;
    combo.clear();
    combo.addItem(tr("None"), QString());
    for (const QString& known : m_store->names())
        combo.addItem(known, known);
    combo.setCurrentIndex(qMax(0, combo.findData(name)));
}

void PresetBar::choose(const QString& name) {
    m_ui->presetCombo->setCurrentIndex(qMax(0, m_ui->presetCombo->findData(name)));
    if (const auto preset = m_store->find(name))
        Q_EMIT chosen(*preset);
}

void PresetBar::askName(
    const QString& title, const QString& proposal, const std::function<void(const QString&)>& named) {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("presetNameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the preset"));
    dialog->setTextValue(proposal);
    connect(dialog, &QInputDialog::textValueSelected, this, [named](const QString& text) {
        if (const QString name = text.trimmed(); !name.isEmpty())
            named(name);
    });
    dialog->open();
}

void PresetBar::saveAs() {
    askName(tr("Save as a new preset"), {}, [this](const QString& name) {
        unlessTaken(name, [this, name] {
            m_store->save(name, m_current());
            refill(name);
        });
    });
}

void PresetBar::rename() {
    const QString before = currentName();
    askName(tr("Rename the preset"), before, [this, before](const QString& name) {
        const auto rename = [this, before, name] {
            m_store->rename(before, name);
            refill(name);
        };
        name == before ? rename() : unlessTaken(name, rename);
    });
}

void PresetBar::unlessTaken(const QString& name, const std::function<void()>& save) {
    if (!m_store->names().contains(name))
        return save();
    auto* box = new QMessageBox(QMessageBox::Question, {}, tr("Replace the preset “%1”?").arg(name), {}, this);
    box->setObjectName(QStringLiteral("replacePresetBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("There is one of this name already. What it holds would be lost."));
    QPushButton* yes = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, save);
    box->open();
}

void PresetBar::remove() {
    const QString name = currentName();
    auto* box = new QMessageBox(QMessageBox::Question, {}, tr("Delete the preset “%1”?").arg(name), {}, this);
    box->setObjectName(QStringLiteral("deletePresetBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("What the form says now stays as it is."));
    QPushButton* yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, [this, name] {
        m_store->remove(name);
        refill({});
    });
    box->open();
}

} // namespace essaim::gui
