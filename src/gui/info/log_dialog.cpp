#include "gui/info/log_dialog.h"

#include "engine/background.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/cell_painting.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QShortcut>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

namespace {

/// Of the column that says how serious an event is.
int widthOfLevels(const QTreeView& view) {
    int width = view.header()->sectionSizeHint(EventLog::LevelColumn);
    for (const auto level : {EventLog::Level::Note, EventLog::Level::Warning, EventLog::Level::Failure})
        width = std::max(width, view.fontMetrics().horizontalAdvance(EventLog::levelName(level)) + 2 * kCellMargin);
    return width;
}

} // namespace

LogDialog::LogDialog(EventLog& log, QWidget* parent)
    : QDialog(parent)
    , m_log(log)
    , m_view(new QTreeView(this))
    , m_search(new QLineEdit(this))
    , m_level(new QComboBox(this)) {
    setObjectName(QStringLiteral("logDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log"));
    resize(760, 460);
    m_filter.setSourceModel(&log);
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setAccessibleName(tr("Events"));
    m_view->setModel(&m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->setHighlightSections(false);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->header()->resizeSection(EventLog::TimeColumn, 120);
    m_view->header()->resizeSection(EventLog::LevelColumn, widthOfLevels(*m_view));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* saveButton = buttons->addButton(tr("&Save as…"), QDialogButtonBox::ActionRole);
    saveButton->setObjectName(QStringLiteral("saveLogButton"));
    auto* copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(QStringLiteral("copyLogButton"));
    for (QPushButton* button : {saveButton, copyButton})
        button->setAutoDefault(false);
    connect(saveButton, &QPushButton::clicked, this, &LogDialog::save);
    connect(copyButton, &QPushButton::clicked, this, &LogDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(makeBar());
    column->addWidget(m_view, 1);
    column->addWidget(buttons);

    connect(new QShortcut(QKeySequence::Copy, m_view), &QShortcut::activated, this, &LogDialog::copy);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] { m_search->setFocus(); });
    connect(&m_filter, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar* bar = m_view->verticalScrollBar();
        m_isAtEnd = bar->value() == bar->maximum();
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_isAtEnd)
            m_view->scrollToBottom();
    });
    m_view->scrollToBottom();
    m_search->setFocus();
}

LogDialog::~LogDialog() {
    m_view->setModel(nullptr); // it outlives the filter, which is a member
}

QWidget* LogDialog::makeBar() {
    auto* bar = new QWidget(this);
    m_search->setObjectName(QStringLiteral("logSearchEdit"));
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_level->setObjectName(QStringLiteral("logLevelCombo"));
    m_level->setAccessibleName(tr("Which events are shown"));
    m_level->addItems({tr("Everything"), tr("Warnings and errors"), tr("Errors only")});
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    row->addWidget(m_level);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter.words = words;
        m_filter.refresh();
    });
    connect(m_level, &QComboBox::currentIndexChanged, this, [this](int level) {
        m_filter.level = level;
        m_filter.refresh();
    });
    return bar;
}

bool LogDialog::Filter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, EventLog::TextColumn, parent);
    if (index.data(EventLog::kLevelRole).toInt() < level)
        return false;
    const QString sentence = index.data().toString();
    const QStringList each = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        each, [&sentence](const QString& word) { return sentence.contains(word, Qt::CaseInsensitive); });
}

QString LogDialog::shownText() const {
    QStringList lines;
    for (int row = 0; row < m_filter.rowCount(); ++row)
        lines.append(m_log.line(m_filter.mapToSource(m_filter.index(row, 0)).row()));
    return lines.join(u'\n') + u'\n';
}

/// The selected events, or all that are shown.
void LogDialog::copy() {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return QGuiApplication::clipboard()->setText(shownText());
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows))
        lines.append(m_log.line(m_filter.mapToSource(row).row()));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogDialog::save() {
    auto* chooser = new QFileDialog(this, tr("Save the log"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("Text (*.txt)"), tr("All files (*)")});
    chooser->setDefaultSuffix(QStringLiteral("txt"));
    chooser->selectFile(QStringLiteral("essaim-log.txt"));
    connect(chooser, &QFileDialog::fileSelected, this, &LogDialog::write);
    chooser->open();
}

void LogDialog::write(const QString& path) {
    const auto work = [path, bytes = shownText().toUtf8()]() -> QString {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            return {};
        return file.errorString();
    };
    engine::runInBackground(this, work, [this, path](const QString& failure) {
        if (!failure.isEmpty())
            Q_EMIT failed(tr("The log could not be saved to %1 (%2). Choose another place.").arg(path, failure));
    });
}

} // namespace essaim::gui
