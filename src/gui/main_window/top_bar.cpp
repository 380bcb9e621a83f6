#include "gui/main_window/top_bar.h"

#include "gui/main_window/window_actions.h"
#include "gui/transfers/transfer_actions.h"
#include "gui/widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace essaim::gui {

namespace {

constexpr QSize kIcon{16, 16};
constexpr QSize kIconBesideWords{22, 16}; ///< the icon stays 16 px wide, with air between it and the words
constexpr int kMoreThanEmptyRoom = 100;   ///< stretch

QString withShortcut(const QString& words, const QAction& action) {
    return TopBar::tr("%1 (%2)").arg(words, action.shortcut().toString(QKeySequence::NativeText));
}

/// A button with words of its own, shorter than those of the menu entry.
QToolButton* makeButton(QAction* action, const char* name, const QString& words, const QString& help, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(action->icon());
    button->setText(words);
    button->setToolButtonStyle(words.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    if (!words.isEmpty())
        button->setIconSize(kIconBesideWords);
    button->setToolTip(withShortcut(help, *action));
    button->setAccessibleName(help);
    button->setEnabled(action->isEnabled());
    button->setFocusPolicy(Qt::TabFocus);
    QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    return button;
}

QFrame* makeSeparator(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("separator", true);
    line->setFixedSize(1, 24);
    return line;
}

} // namespace

TopBar::TopBar(
    const WindowActions& actions, const TransferActions& torrents, const QList<QMenu*>& menus, QWidget* parent)
    : QWidget(parent)
    , m_add(new QPushButton(themedIcon(QStringLiteral("plus"), Tint::OnAccent), {}, this))
    , m_search(new QLineEdit(this)) {
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(49); // 48 and the line below
    m_add->setObjectName(QStringLiteral("addTorrentButton"));
    m_add->setProperty("accent", true);
    m_add->setToolTip(withShortcut(tr("Add a .torrent file"), *actions.addTorrent));
    m_add->setAccessibleName(tr("Add torrent"));
    m_add->setFocusPolicy(Qt::TabFocus);
    connect(m_add, &QPushButton::clicked, actions.addTorrent, &QAction::trigger);

    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->setClearButtonEnabled(true);
    for (auto* button : m_search->findChildren<QToolButton*>())
        button->setAccessibleName(tr("Empty the search field"));
    m_search->setAcceptDrops(false); // a link dropped here is meant for the window
    m_search->setMinimumWidth(110);
    m_search->setMaximumWidth(220);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_isFollowing)
            Q_EMIT searchChanged(text);
        showOrHide();
    });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(4);
    m_worded[0] = makeButton(actions.addLink, "addLinkButton", tr("Add link"), tr("Add a link"), this);
    m_worded[1] = makeButton(actions.create, "createButton", tr("Create"), tr("Create a torrent"), this);
    row->addWidget(m_add);
    for (QToolButton* button : m_worded)
        row->addWidget(button);
    row->addSpacing(6);
    row->addWidget(makeSeparator(this));
    row->addSpacing(6);
    row->addWidget(makeButton(torrents.resume, "resumeButton", {}, tr("Resume the selected torrents"), this));
    row->addWidget(makeButton(torrents.pause, "pauseButton", {}, tr("Pause the selected torrents"), this));
    row->addWidget(makeButton(torrents.remove, "removeButton", {}, tr("Remove the selected torrents"), this));
    row->addSpacing(6);
    row->addWidget(makeSeparator(this));
    row->addSpacing(14);
    row->addWidget(makePageButtons(actions));
    row->addStretch(1);
    row->addWidget(m_search, kMoreThanEmptyRoom);
    row->addSpacing(4);
    row->addWidget(makeMenuButton(menus));
    fold();
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

/// In a narrow window the buttons lose their words, those that matter least first; icons and tool tips stay.
void TopBar::fold() {
    for (const Words words : {Words::All, Words::OfTheFirst, Words::None}) {
        for (QToolButton* button : m_worded) {
            button->setToolButtonStyle(words == Words::All ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
            button->setIconSize(words == Words::All ? kIconBesideWords : kIcon);
        }
        m_add->setText(words == Words::None ? QString() : tr("Add torrent"));
        m_add->setIconSize(words == Words::None ? kIcon : kIconBesideWords);
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            return;
    }
}

void TopBar::setPage(int page) {
    m_pages[page]->setChecked(true);
}

void TopBar::setSearch(const QString& words, const QString& text) {
    m_isFollowing = true; // a blocked signal would not reach the field's own clear button either
    m_search->setText(text);
    m_isFollowing = false;
    m_search->setPlaceholderText(words);
    m_search->setAccessibleName(words);
    m_search->setHidden(words.isEmpty());
}

void TopBar::setKept(bool isKept) {
    m_isKept = isKept;
    showOrHide();
}

void TopBar::showOrHide() {
    setVisible(m_isKept || m_search->hasFocus() || !m_search->text().isEmpty());
}

bool TopBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {
        // Later: what was clicked must not move away under the mouse.
        QMetaObject::invokeMethod(this, &TopBar::showOrHide, Qt::QueuedConnection);
    } else if (event->type() == QEvent::KeyPress && !m_isKept) {
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            m_search->clear();
            hide();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::focusSearch() {
    show();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QWidget* TopBar::makePageButtons(const WindowActions& actions) {
    auto* frame = new QFrame(this);
    frame->setProperty("segments", true);
    frame->setFixedHeight(36);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(0);
    auto* group = new QButtonGroup(frame);
    const QString titles[] = {tr("Transfers"), tr("Tracker")};
    const char* const names[] = {"transfersPageButton", "trackerPageButton"};
    const QAction* const shortcuts[] = {actions.showTransfers, actions.showTracker};
    for (int i = 0; i < 2; ++i) {
        m_pages[i] = new QToolButton(frame);
        m_pages[i]->setObjectName(QString::fromLatin1(names[i]));
        m_pages[i]->setText(titles[i]);
        m_pages[i]->setToolTip(withShortcut(titles[i], *shortcuts[i]));
        m_pages[i]->setCheckable(true);
        m_pages[i]->setFocusPolicy(Qt::TabFocus);
        group->addButton(m_pages[i], i);
        row->addWidget(m_pages[i]);
    }
    connect(group, &QButtonGroup::idClicked, this, &TopBar::pageChosen);
    return frame;
}

QToolButton* TopBar::makeMenuButton(const QList<QMenu*>& menus) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("menuButton"));
    button->setIcon(themedIcon(QStringLiteral("settings")));
    button->setToolTip(tr("Menu"));
    button->setAccessibleName(tr("Menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(button);
    for (QMenu* each : menus)
        menu->addMenu(each);
    button->setMenu(menu);
    return button;
}

} // namespace essaim::gui
