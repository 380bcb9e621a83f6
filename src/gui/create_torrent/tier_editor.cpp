#include "gui/create_torrent/tier_editor.h"

#include "create_torrent/ui_tier_editor.h"

#include "gui/create_torrent/form_texts.h"
#include "gui/create_torrent/tier_model.h"
#include "gui/widgets/row_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace essaim::gui {

struct TierEditor::Private {
    explicit Private(TierEditor& owner)
        : q(owner)
        , model(new TierModel(&owner)) {}

    void arrange();
    void connectParts();
    void modelEdited();
    void select(const QModelIndex& index);
    void addTracker();
    void removeCurrent();
    void paste();
    bool handleKey(const QKeyEvent& event);

    TierEditor& q;
    Ui::TierEditor ui;
    TierModel* model;
};

void TierEditor::Private::arrange() {
    ui.setupUi(&q);
    ui.tierTree->setModel(model);
    ui.tierTree->setDragDropMode(QAbstractItemView::InternalMove);
    ui.tierTree->setDefaultDropAction(Qt::MoveAction);
    ui.tierTree->installEventFilter(&q);
    auto* delegate = new RowDelegate(&q);
    ui.tierTree->setItemDelegate(delegate);
    // An address that was begun and given up leaves no row. Queued: the view is still closing its editor. By then the
    // next row may be open, and empty.
    QObject::connect(
        delegate, &QAbstractItemDelegate::closeEditor, &q,
        [this] {
            if (!ui.tierTree->indexWidget(ui.tierTree->currentIndex()))
                model->removeEmptyTrackers();
        },
        Qt::QueuedConnection);
    q.setFocusProxy(ui.tierTree);
}

void TierEditor::Private::connectParts() {
    QObject::connect(model, &TierModel::modelReset, ui.tierTree, &QTreeView::expandAll);
    QObject::connect(model, &TierModel::rowsInserted, ui.tierTree, &QTreeView::expandAll);
    QObject::connect(model, &TierModel::edited, &q, [this] { modelEdited(); });
    QObject::connect(model, &TierModel::moved, &q, [this](const QModelIndex& index) { select(index); });
    QObject::connect(ui.addTrackerButton, &QPushButton::clicked, &q, [this] { addTracker(); });
    QObject::connect(ui.addTierButton, &QPushButton::clicked, &q, [this] {
        select(model->addTier());
        addTracker();
    });
    QObject::connect(ui.removeTrackerButton, &QPushButton::clicked, &q, [this] { removeCurrent(); });
    const auto update = [this] { ui.removeTrackerButton->setEnabled(ui.tierTree->currentIndex().isValid()); };
    QObject::connect(ui.tierTree->selectionModel(), &QItemSelectionModel::currentChanged, &q, update);
    QObject::connect(model, &TierModel::modelReset, &q, update);
}

void TierEditor::Private::modelEdited() {
    const bool isFine = model->isValid();
    ui.urlProblem->setVisible(!isFine);
    ui.urlProblem->setState(
        Tint::Loss, tr("The marked address is not that of a tracker: it begins with http://, https:// or udp:// and "
                       "names a computer."));
    Q_EMIT q.changed();
}

void TierEditor::Private::select(const QModelIndex& index) {
    if (!index.isValid())
        return;
    ui.tierTree->setCurrentIndex(index);
    ui.tierTree->scrollTo(index);
}

void TierEditor::Private::addTracker() {
    const QModelIndex added = model->addTracker(ui.tierTree->currentIndex(), {});
    select(added);
    ui.tierTree->setFocus();
    ui.tierTree->edit(added);
}

void TierEditor::Private::removeCurrent() {
    const QModelIndex current = ui.tierTree->currentIndex();
    const QModelIndex above = ui.tierTree->indexAbove(current);
    const int tier = TierModel::isTier(above) || !above.isValid() ? above.row() : above.parent().row();
    const int row = TierModel::isTier(above) || !above.isValid() ? -1 : above.row();
    model->removeAt(current);
    const QModelIndex top = model->index(qMax(tier, 0), 0);
    select(row < 0 ? top : model->index(row, 0, top));
}

/// As in the text fields of other programs: an empty line begins the next tier.
void TierEditor::Private::paste() {
    const QList<QStringList> pasted = parseTiers(QGuiApplication::clipboard()->text());
    if (!pasted.isEmpty())
        model->setTiers(model->tiers() + pasted);
}

bool TierEditor::Private::handleKey(const QKeyEvent& event) {
    if (event.matches(QKeySequence::Delete)) {
        removeCurrent();
        return true;
    }
    if (event.matches(QKeySequence::Paste)) {
        paste();
        return true;
    }
    const bool isUp = event.key() == Qt::Key_Up;
    if ((isUp || event.key() == Qt::Key_Down) && event.modifiers().testFlag(Qt::AltModifier)) {
        select(model->move(ui.tierTree->currentIndex(), isUp));
        return true;
    }
    return false;
}

TierEditor::TierEditor(QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(*this)) {
    m_private->arrange();
    m_private->connectParts();
    m_private->modelEdited();
    m_private->ui.removeTrackerButton->setEnabled(false);
}

TierEditor::~TierEditor() {
    m_private->model->disconnect(this); // the view commits what is being typed when it is closed
}

QList<QStringList> TierEditor::tiers() const {
    return m_private->model->tiers();
}

void TierEditor::setTiers(const QList<QStringList>& tiers) {
    if (tiers != this->tiers())
        m_private->model->setTiers(tiers);
}

bool TierEditor::isValid() const {
    return m_private->model->isValid();
}

bool TierEditor::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress && watched == m_private->ui.tierTree;
    if (isKey && m_private->handleKey(*static_cast<QKeyEvent*>(event)))
        return true;
    // Alt+Up and Ctrl+V are ours, whatever the window does with them elsewhere.
    if (event->type() == QEvent::ShortcutOverride && watched == m_private->ui.tierTree &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace essaim::gui
