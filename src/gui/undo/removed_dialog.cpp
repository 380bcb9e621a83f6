#include "gui/undo/removed_dialog.h"

#include "undo/ui_removed_dialog.h"

#include "engine/session.h"
#include "gui/widgets/row_delegate.h"
#include "text/text.h"

#include <QHeaderView>
#include <QLocale>

namespace essaim::gui {

using engine::FilesFate;

namespace {

QString filesWords(FilesFate fate) {
    switch (fate) {
    case FilesFate::Keep:
        return RemovedDialog::tr("stayed");
    case FilesFate::Bin:
        return RemovedDialog::tr("in the bin");
    case FilesFate::Delete:
        return RemovedDialog::tr("deleted");
    }
    return {};
}

} // namespace

RemovedDialog::RemovedDialog(engine::Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_ui(std::make_unique<Ui::RemovedDialog>()) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->messageLabel->hide();
    m_ui->removedList->setItemDelegate(new RowDelegate(m_ui->removedList));
    QHeaderView* header = m_ui->removedList->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    connect(m_ui->removedList, &QTreeWidget::itemSelectionChanged, this, &RemovedDialog::updateButtons);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] {
        m_ui->messageLabel->hide();
        m_session.restoreRemoved(selected());
    });
    connect(m_ui->forgetButton, &QPushButton::clicked, this, [this] { m_session.forgetRemoved(selected()); });
    connect(&session, &engine::Session::removedListed, this, &RemovedDialog::showList);
    connect(&session, &engine::Session::filesRemoved, this, [this] { m_session.requestRemoved(); });
    connect(&session, &engine::Session::torrentsRemoved, this, [this] { m_session.requestRemoved(); });
    connect(&session, &engine::Session::torrentRestored, this, [this](const engine::RestoreOutcome& outcome) {
        if (outcome.error) {
            m_ui->messageLabel->setText(text::errorSentence(*outcome.error));
            m_ui->messageLabel->show();
        }
        m_session.requestRemoved();
    });
    updateButtons();
    m_session.requestRemoved();
}

RemovedDialog::~RemovedDialog() = default;

void RemovedDialog::showList(const QList<engine::RemovedTorrent>& torrents) {
    if (torrents == m_torrents && m_ui->removedList->topLevelItemCount() == torrents.size())
        return updateButtons();
    const QList<TorrentId> chosen = selected();
    m_torrents = torrents;
    m_ui->removedList->clear();
    for (const engine::RemovedTorrent& torrent : torrents) {
        auto* row = new QTreeWidgetItem(
            {torrent.name, QLocale().toString(torrent.removedAt, QLocale::ShortFormat), filesWords(torrent.files)});
        m_ui->removedList->addTopLevelItem(row);
        row->setSelected(chosen.contains(torrent.id));
    }
    updateButtons();
}

void RemovedDialog::updateButtons() {
    const bool any = !m_ui->removedList->selectedItems().isEmpty();
    m_ui->restoreButton->setEnabled(any);
    m_ui->forgetButton->setEnabled(any);
    m_ui->removedList->setVisible(!m_torrents.isEmpty());
    m_ui->emptyLabel->setVisible(m_torrents.isEmpty());
}

QList<TorrentId> RemovedDialog::selected() const {
    QList<TorrentId> ids;
    for (QTreeWidgetItem* row : m_ui->removedList->selectedItems())
        ids.append(m_torrents.at(m_ui->removedList->indexOfTopLevelItem(row)).id);
    return ids;
}

} // namespace essaim::gui
