#include "gui/add_torrent/file_choice_box.h"

#include "add_torrent/ui_file_choice_box.h"

#include "gui/widgets/row_delegate.h"
#include "text/text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>

#include <algorithm>
#include <chrono>

namespace essaim::gui {

namespace {

/// Opening every folder of more files than this takes longer than a key may.
constexpr int kOpenAtMost = 2000;

} // namespace

FileChoiceBox::FileChoiceBox(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FileChoiceBox>()) {
    constexpr std::chrono::milliseconds kDelay{120};
    m_ui->setupUi(this);
    m_ui->nothingLabel->hide();
    setUpTree();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &FileChoiceBox::filter);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_ui->selectAllButton, &QPushButton::clicked, this, [this] { m_model.setAllChecked(true); });
    connect(m_ui->selectNoneButton, &QPushButton::clicked, this, [this] { m_model.setAllChecked(false); });
    connect(&m_model, &FileTreeModel::checkedChanged, this, [this] {
        showCount();
        Q_EMIT changed();
    });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_ui->filterEdit, [this] {
        m_ui->filterEdit->setFocus();
        m_ui->filterEdit->selectAll();
    });
    m_ui->filterEdit->installEventFilter(this);
    m_ui->fileTree->installEventFilter(this);
}

FileChoiceBox::~FileChoiceBox() = default;

void FileChoiceBox::setUpTree() {
    QTreeView& tree = *m_ui->fileTree;
    tree.setItemDelegate(new RowDelegate(&tree));
    tree.setModel(&m_model);
    tree.header()->setStretchLastSection(false);
    tree.header()->setSectionResizeMode(FileTreeModel::NameColumn, QHeaderView::Stretch);
    tree.header()->resizeSection(FileTreeModel::SizeColumn, 96);
    tree.header()->resizeSection(FileTreeModel::PriorityColumn, 110);
    connect(&tree, &QWidget::customContextMenuRequested, this, &FileChoiceBox::showMenu);
    connect(&tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == FileTreeModel::PriorityColumn)
            showMenu(m_ui->fileTree->visualRect(index).bottomLeft());
    });
}

void FileChoiceBox::setFiles(const QList<engine::TorrentFileEntry>& files) {
    m_model.setFiles(files);
    if (m_model.rowCount() == 1)
        m_ui->fileTree->expand(m_model.index(0, 0));
}

void FileChoiceBox::filter() {
    QTreeView& tree = *m_ui->fileTree;
    if (!m_model.isFiltered())
        m_expanded.remember(tree);
    m_model.setFilter(m_ui->filterEdit->text());
    const bool isFiltered = m_model.isFiltered();
    if (!isFiltered)
        m_expanded.restore(tree);
    else if (m_model.shownCount() <= kOpenAtMost)
        tree.expandAll();
    else if (m_model.rowCount() == 1)
        tree.expand(m_model.index(0, 0));
    m_ui->selectAllButton->setText(isFiltered ? tr("Tick &all shown") : tr("Tick &all"));
    m_ui->selectNoneButton->setText(isFiltered ? tr("U&ntick all shown") : tr("U&ntick all"));
    const bool isAny = m_model.shownCount() > 0;
    tree.setVisible(isAny);
    m_ui->nothingLabel->setVisible(!isAny);
    m_ui->selectAllButton->setEnabled(isAny);
    m_ui->selectNoneButton->setEnabled(isAny);
}

bool FileChoiceBox::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_ui->filterEdit ? onFilterKey(key) : onTreeKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// Whoever looks for a file does not mean the buttons of the dialog.
bool FileChoiceBox::onFilterKey(int key) {
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter || key == Qt::Key_Down) {
        m_delay.stop();
        filter();
        m_ui->fileTree->setFocus();
        if (!m_ui->fileTree->currentIndex().isValid())
            m_ui->fileTree->setCurrentIndex(m_model.index(0, 0));
        return true;
    }
    if (key != Qt::Key_Escape || m_ui->filterEdit->text().isEmpty())
        return false;
    m_ui->filterEdit->clear();
    return true;
}

bool FileChoiceBox::onTreeKey(int key) {
    if (key == Qt::Key_Space)
        toggleSelected();
    else if (key == Qt::Key_Plus || key == Qt::Key_Minus)
        raise(key == Qt::Key_Plus ? 1 : -1);
    else
        return false;
    return true;
}

QModelIndexList FileChoiceBox::selected() const {
    return m_ui->fileTree->selectionModel()->selectedRows();
}

void FileChoiceBox::toggleSelected() {
    const QModelIndexList rows = selected();
    const bool areAll = std::ranges::all_of(rows, [](const QModelIndex& row) {
        return row.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    });
    if (!rows.isEmpty())
        m_model.setChecked(rows, !areAll);
}

void FileChoiceBox::raise(int steps) {
    const QModelIndexList rows = selected();
    const QList<int> now = m_model.prioritiesOf(rows);
    if (now.isEmpty())
        return;
    const QList<int> choices = choosablePriorities(); // the highest first
    const int first = now.first();
    const auto place = std::ranges::find_if(choices, [first](int choice) { return choice <= first; });
    const auto next = (place - choices.begin()) - steps;
    m_model.setPriority(rows, choices[std::clamp<qsizetype>(next, 0, choices.size() - 1)]);
}

void FileChoiceBox::showMenu(const QPoint& position) {
    const QModelIndexList rows = selected();
    if (rows.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("priorityMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addPriorityActions(
        *menu, m_model.prioritiesOf(rows), [this](int priority) { m_model.setPriority(selected(), priority); });
    menu->popup(m_ui->fileTree->viewport()->mapToGlobal(position));
}

void FileChoiceBox::showCount() {
    m_ui->selectionLabel->setText(
        tr("%Ln file(s), %1", nullptr, m_model.checkedCount()).arg(text::size(m_model.checkedSize())));
}

} // namespace essaim::gui
