#include "gui/info/statistics_dialog.h"

#include "engine/session.h"
#include "gui/info/running_totals.h"
#include "gui/transfers/transfer_model.h"
#include "gui/widgets/copy_button.h"
#include "text/text.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

enum RowNumber { Downloaded, Uploaded, Ratio, Time, Runs, Torrents, Content, Nodes, Port };

QString sizeText(qint64 bytes) {
    return bytes > 0 ? text::size(bytes) : QStringLiteral("–");
}

QString ratioText(qint64 uploaded, qint64 downloaded) {
    return downloaded > 0 ? text::ratio(double(uploaded) / double(downloaded)) : QStringLiteral("–");
}

} // namespace

StatisticsDialog::StatisticsDialog(
    const Services& services, const RunningTotals& totals, const TransferModel& model, QWidget* parent)
    : QDialog(parent)
    , m_totals(totals)
    , m_model(model) {
    setObjectName(QStringLiteral("statisticsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Statistics"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(8);
    const QString heads[] = {tr("This run"), tr("Since the first start")};
    for (int column = 0; column < 2; ++column) {
        auto* head = new QLabel(heads[column], this);
        head->setProperty("section", true);
        grid->addWidget(head, 0, column + 1, Qt::AlignRight);
    }
    addRow(*grid, tr("Downloaded"), QStringLiteral("downloaded"), 2);
    addRow(*grid, tr("Uploaded"), QStringLiteral("uploaded"), 2);
    addRow(*grid, tr("Ratio"), QStringLiteral("ratio"), 2);
    addRow(*grid, tr("Time"), QStringLiteral("time"), 2);
    addRow(*grid, tr("Starts"), QStringLiteral("runs"), 2);
    addRow(*grid, tr("Torrents in the list"), QStringLiteral("torrents"), 1);
    addRow(*grid, tr("Their content"), QStringLiteral("content"), 1);
    addRow(*grid, tr("Nodes of the DHT"), QStringLiteral("nodes"), 1);
    addRow(*grid, tr("Port"), QStringLiteral("port"), 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = new CopyButton(this);
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::pressed, this, [this, copy] { copy->setTextToCopy(asText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(20);
    column->addLayout(grid);
    column->addStretch(1);
    column->addWidget(buttons);

    showTotals();
    showList();
    showSession({});
    connect(&totals, &RunningTotals::changed, this, &StatisticsDialog::showTotals);
    connect(&services.session, &engine::Session::sessionChanged, this, &StatisticsDialog::showSession);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &StatisticsDialog::showList);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &StatisticsDialog::showList);
}

void StatisticsDialog::addRow(QGridLayout& grid, const QString& title, const QString& name, int columns) {
    const int row = int(m_rows.size()) + 1;
    auto* label = new QLabel(title, this);
    label->setProperty("muted", true);
    grid.addWidget(label, row, 0);
    m_rows.append({title, {}});
    const QString suffix[] = {QString(), QStringLiteral("All")};
    const QString spoken[] = {tr("%1, this run"), tr("%1, since the first start")};
    for (int column = 0; column < columns; ++column)
        addValue(grid, row, column + 1, name + suffix[column], columns > 1 ? spoken[column].arg(title) : title);
}

QLabel* StatisticsDialog::addValue(QGridLayout& grid, int row, int column, const QString& name, const QString& spoken) {
    auto* value = new QLabel(this);
    value->setObjectName(name + QStringLiteral("Value"));
    value->setAccessibleName(spoken);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setMinimumWidth(110);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid.addWidget(value, row, column);
    m_rows.last().values.append(value);
    return value;
}

void StatisticsDialog::showTotals() {
    const RunningTotals::Figures figures[] = {m_totals.run(), m_totals.all()};
    for (int i = 0; i < 2; ++i) {
        m_rows[Downloaded].values[i]->setText(sizeText(figures[i].downloaded));
        m_rows[Uploaded].values[i]->setText(sizeText(figures[i].uploaded));
        m_rows[Ratio].values[i]->setText(ratioText(figures[i].uploaded, figures[i].downloaded));
        m_rows[Time].values[i]->setText(text::duration(figures[i].seconds));
        m_rows[Runs].values[i]->setText(QLocale().toString(figures[i].runs));
    }
}

void StatisticsDialog::showList() {
    qint64 bytes = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        bytes += m_model.torrent(row).totalSize;
    m_rows[Torrents].values.first()->setText(QLocale().toString(m_model.rowCount()));
    m_rows[Content].values.first()->setText(sizeText(bytes));
}

void StatisticsDialog::showSession(const engine::SessionSnapshot& session) {
    m_rows[Nodes].values.first()->setText(QLocale().toString(session.dhtNodes));
    m_rows[Port].values.first()->setText(
        session.listenPort > 0 ? QString::number(session.listenPort) : QStringLiteral("–"));
}

QString StatisticsDialog::asText() const {
    QStringList lines;
    for (const Row& row : m_rows) {
        QStringList cells{row.title};
        for (const QLabel* value : row.values)
            cells.append(value->text());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace essaim::gui
