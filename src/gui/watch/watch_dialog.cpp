#include "gui/watch/watch_dialog.h"

#include "gui/add_torrent/add_options.h"
#include "gui/labels/label_rules.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace essaim::gui {

WatchDialog::WatchDialog(settings::SettingsStore& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_folders(decodeWatchFolders(settings.value(settings::kWatchFolders)))
    , m_list(new QListWidget(this))
    , m_savePath(new QLineEdit(this))
    , m_category(new QLineEdit(this))
    , m_tags(new QLineEdit(this))
    , m_recursive(new QCheckBox(tr("Look into its &folders too"), this))
    , m_paused(new QCheckBox(tr("Add without s&tarting"), this))
    , m_layout(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_message(new QLabel(this)) {
    setObjectName(QStringLiteral("watchDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Watched folders"));
    resize(640, 460);
    arrange();
    for (const WatchFolder& folder : std::as_const(m_folders))
        m_list->addItem(QDir::toNativeSeparators(folder.path));
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        keep();
        showFolder(row);
    });
    m_list->setCurrentRow(m_folders.isEmpty() ? -1 : 0);
    showFolder(m_list->currentRow());
}

void WatchDialog::arrange() {
    auto* words = new QLabel(
        tr("Torrents and links (.torrent, .magnet) that appear in these folders are added by themselves."), this);
    words->setWordWrap(true);
    words->setProperty("muted", true);
    m_list->setObjectName(QStringLiteral("watchList"));
    m_list->setAccessibleName(tr("Watched folders"));
    auto* add = new QPushButton(tr("&Add a folder…"), this);
    add->setObjectName(QStringLiteral("addWatchButton"));
    auto* remove = new QPushButton(tr("&Remove"), this);
    remove->setObjectName(QStringLiteral("removeWatchButton"));
    for (QPushButton* button : {add, remove})
        button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &WatchDialog::chooseFolder);
    connect(remove, &QPushButton::clicked, this, &WatchDialog::removeFolder);
    connect(m_list, &QListWidget::currentRowChanged, remove, [remove](int row) { remove->setEnabled(row >= 0); });
    remove->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch(1);
    m_message->setObjectName(QStringLiteral("watchMessage"));
    m_message->setProperty("problem", true);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("buttonBox"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form = makeForm();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(words);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(m_form);
    column->addWidget(m_message);
    column->addWidget(buttons);
}

QWidget* WatchDialog::makeForm() {
    auto* form = new QWidget(this);
    auto* rows = new QFormLayout(form);
    rows->setContentsMargins(0, 8, 0, 0);
    m_savePath->setObjectName(QStringLiteral("watchSavePathEdit"));
    m_savePath->setPlaceholderText(tr("The usual folder"));
    m_category->setObjectName(QStringLiteral("watchCategoryEdit"));
    const QString usual = m_settings.value(settings::kUsualCategory);
    m_category->setPlaceholderText(usual.isEmpty() ? tr("None") : usual);
    m_tags->setObjectName(QStringLiteral("watchTagsEdit"));
    m_tags->setPlaceholderText(tr("None; separate several by commas"));
    m_recursive->setObjectName(QStringLiteral("watchRecursiveCheck"));
    m_paused->setObjectName(QStringLiteral("watchPausedCheck"));
    m_after->setObjectName(QStringLiteral("watchAfterCombo"));
    m_after->addItems({tr("Put “.added” behind its name"), tr("Take it to the bin"), tr("Delete it")});
    m_layout->setObjectName(QStringLiteral("watchLayoutCombo"));
    m_layout->addItems(QStringList{tr("As the preferences say")} + layoutWords());
    auto* browse = new QPushButton(tr("&Browse…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &WatchDialog::chooseSavePath);
    auto* place = new QHBoxLayout;
    place->addWidget(m_savePath, 1);
    place->addWidget(browse);
    auto* placeLabel = new QLabel(tr("&Save in"), this);
    placeLabel->setBuddy(m_savePath);
    rows->addRow(placeLabel, place);
    rows->addRow(tr("Cate&gory"), m_category);
    rows->addRow(tr("Ta&gs"), m_tags);
    rows->addRow(tr("How the files &lie"), m_layout);
    rows->addRow(tr("The .torrent &then"), m_after);
    rows->addRow(QString(), m_recursive);
    rows->addRow(QString(), m_paused);
    return form;
}

void WatchDialog::chooseFolder() {
    auto* chooser = new QFileDialog(this, tr("Folder to watch"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, &WatchDialog::addFolder);
    chooser->open();
}

void WatchDialog::chooseSavePath() {
    auto* chooser = new QFileDialog(this, tr("Folder for downloads"), m_savePath->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, m_savePath, &QLineEdit::setText);
    chooser->open();
}

void WatchDialog::addFolder(const QString& path) {
    const QString clean = QDir::cleanPath(path);
    for (int row = 0; row < m_folders.size(); ++row) {
        if (m_folders[row].path == clean)
            return m_list->setCurrentRow(row);
    }
    WatchFolder folder;
    folder.path = clean;
    m_folders.append(folder);
    m_list->addItem(QDir::toNativeSeparators(clean));
    m_list->setCurrentRow(int(m_folders.size()) - 1);
}

void WatchDialog::removeFolder() {
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_shown = -1; // nothing of it is kept
    m_folders.removeAt(row);
    delete m_list->takeItem(row);
    showFolder(m_list->currentRow());
}

void WatchDialog::showFolder(int row) {
    m_shown = row;
    m_form->setEnabled(row >= 0);
    const WatchFolder folder = row >= 0 ? m_folders[row] : WatchFolder();
    m_savePath->setText(QDir::toNativeSeparators(folder.savePath));
    m_category->setText(folder.category);
    m_tags->setText(folder.tags.join(QStringLiteral(", ")));
    m_recursive->setChecked(folder.isRecursive);
    m_paused->setChecked(folder.isPaused);
    m_layout->setCurrentIndex(folder.layout ? 1 + int(*folder.layout) : 0);
    m_after->setCurrentIndex(int(folder.afterwards));
}

void WatchDialog::keep() {
    if (m_shown < 0 || m_shown >= m_folders.size())
        return;
    WatchFolder& folder = m_folders[m_shown];
    const QString place = m_savePath->text().trimmed();
    folder.savePath = place.isEmpty() ? QString() : QDir::cleanPath(place);
    folder.category = m_category->text().simplified();
    folder.tags = readTags(m_tags->text());
    folder.isRecursive = m_recursive->isChecked();
    folder.isPaused = m_paused->isChecked();
    folder.layout.reset();
    if (const int layout = m_layout->currentIndex(); layout > 0)
        folder.layout = engine::ContentLayout(layout - 1);
    folder.afterwards = WatchFolder::Afterwards(m_after->currentIndex());
}

void WatchDialog::accept() {
    keep();
    for (int row = 0; row < m_folders.size(); ++row) {
        const QString& place = m_folders[row].savePath;
        if (place.isEmpty() || QDir::isAbsolutePath(place))
            continue;
        m_list->setCurrentRow(row);
        m_message->setText(tr("“%1” is not a full path to a folder.").arg(place));
        return m_message->show();
    }
    m_settings.set(settings::kWatchFolders, encodeWatchFolders(m_folders));
    QDialog::accept();
}

} // namespace essaim::gui
