#include "gui/move/move_dialog.h"

#include "move/ui_move_dialog.h"

#include "gui/widgets/style_sheet.h"
#include "gui/widgets/theme.h"
#include "text/text.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace essaim::gui {

MoveDialog::MoveDialog(const QList<engine::TorrentSnapshot>& torrents, const QStringList& recent, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::MoveDialog>()) {
    m_ui->setupUi(this);
    for (const engine::TorrentSnapshot& torrent : torrents)
        m_size += torrent.totalSize;
    const int count = int(torrents.size());
    m_ui->questionLabel->setText(
        count == 1 ? tr("Where should “%1” be?").arg(torrents.first().name)
                   : tr("Where should the %n torrents be?", nullptr, count));
    if (!torrents.isEmpty())
        m_ui->folderEdit->setText(torrents.first().savePath);
    m_ui->folderEdit->selectAll();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("moveButton"));
    m_ui->recentButton->setIcon(themedIcon(QStringLiteral("chevron-down"), Tint::Muted));
    offer(recent);
    // Whose drive is away has nothing that could be moved now.
    const bool isAway = std::ranges::any_of(torrents, [](const engine::TorrentSnapshot& torrent) {
        return torrent.state == engine::TorrentState::DriveAway;
    });
    m_ui->thereRadio->setChecked(isAway);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &MoveDialog::browse);
    connect(m_ui->folderEdit, &QLineEdit::textChanged, this, &MoveDialog::update);
    connect(m_ui->moveRadio, &QRadioButton::toggled, this, &MoveDialog::update);
    connect(&m_probe, &FreeSpaceProbe::answered, this, [this](const QString&, qint64 bytes) { showSpace(bytes); });
    update();
}

MoveDialog::~MoveDialog() = default;

QString MoveDialog::folder() const {
    return QDir::cleanPath(m_ui->folderEdit->text().trimmed());
}

bool MoveDialog::areFilesThere() const {
    return m_ui->thereRadio->isChecked();
}

void MoveDialog::offer(const QStringList& folders) {
    auto* menu = new QMenu(m_ui->recentButton);
    for (const QString& folder : folders) {
        connect(
            menu->addAction(QString(folder).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
            [this, folder] { m_ui->folderEdit->setText(folder); });
    }
    m_ui->recentButton->setMenu(menu);
    m_ui->recentButton->setVisible(!folders.isEmpty());
}

void MoveDialog::browse() {
    auto* chooser = new QFileDialog(this, tr("Choose a folder"), folder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, m_ui->folderEdit, &QLineEdit::setText);
    chooser->open();
}

void MoveDialog::update() {
    QPushButton* button = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    button->setText(areFilesThere() ? tr("Check there") : tr("Move"));
    button->setEnabled(QDir::isAbsolutePath(m_ui->folderEdit->text().trimmed()));
    if (button->isEnabled())
        m_probe.ask(folder());
    else
        m_ui->spaceLabel->setText(tr("Name a whole path, such as /home/me/Videos."));
}

void MoveDialog::showSpace(qint64 bytes) {
    const bool isTight = bytes >= 0 && bytes < m_size && !areFilesThere();
    m_ui->spaceLabel->setText(
        bytes < 0 ? tr("How much space there is cannot be told.")
        : isTight ? tr("%1 free; the files take up to %2.").arg(text::size(bytes), text::size(m_size))
                  : tr("%1 free.").arg(text::size(bytes)));
    setSheetProperty(*m_ui->spaceLabel, "warning", isTight);
    setSheetProperty(*m_ui->spaceLabel, "muted", !isTight);
}

} // namespace essaim::gui
