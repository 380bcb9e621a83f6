#include "gui/transfers/option_actions.h"

#include "engine/session.h"
#include "gui/transfers/limits_dialog.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undoable_changes.h"
#include "gui/widgets/theme.h"

#include <QInputDialog>
#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace essaim::gui {

using engine::SetOptions;
using engine::TorrentSnapshot;

namespace {

QList<TorrentId> idsOf(const QList<TorrentSnapshot>& torrents) {
    QList<TorrentId> ids;
    for (const TorrentSnapshot& torrent : torrents)
        ids.append(torrent.id);
    return ids;
}

QAction*
makeAction(QWidget& window, const char* name, const char* icon, const QString& text, const QKeySequence& shortcut) {
    auto* action = new QAction(text, &window);
    action->setObjectName(QString::fromLatin1(name));
    if (*icon)
        action->setIcon(themedIcon(QString::fromLatin1(icon)));
    action->setShortcut(shortcut);
    window.addAction(action);
    return action;
}

/// An ampersand in a menu stands for itself when it is doubled.
QString menuText(QString words) {
    return words.replace(u'&', QStringLiteral("&&"));
}

} // namespace

OptionActions::OptionActions(const Services& services, Selection selection, UndoHistory& history, QWidget& window)
    : QObject(&window)
    , queueTop(makeAction(window, "queueTopAction", "", tr("To the &top"), Qt::CTRL | Qt::SHIFT | Qt::Key_Plus))
    , queueUp(makeAction(window, "queueUpAction", "arrow-up", tr("&Up"), Qt::CTRL | Qt::Key_Plus))
    , queueDown(makeAction(window, "queueDownAction", "arrow-down", tr("&Down"), Qt::CTRL | Qt::Key_Minus))
    , queueBottom(makeAction(window, "queueBottomAction", "", tr("To the &end"), Qt::CTRL | Qt::SHIFT | Qt::Key_Minus))
    , rename(makeAction(window, "renameAction", "edit", tr("Re&name…"), Qt::Key_F2))
    , m_services(services)
    , m_selection(std::move(selection))
    , m_history(history)
    , m_window(window) {
    rename->setShortcutContext(Qt::WidgetShortcut); // the list's; files of the details are renamed with it too
    connect(queueTop, &QAction::triggered, this, [this] { step(engine::QueueStep::Top); });
    connect(queueUp, &QAction::triggered, this, [this] { step(engine::QueueStep::Up); });
    connect(queueDown, &QAction::triggered, this, [this] { step(engine::QueueStep::Down); });
    connect(queueBottom, &QAction::triggered, this, [this] { step(engine::QueueStep::Bottom); });
    connect(rename, &QAction::triggered, this, &OptionActions::askForName);
}

void OptionActions::update(const TorrentsAtHand& selected) {
    const bool isAnyQueued = isAny(selected, [](const TorrentSnapshot& torrent) { return torrent.queuePosition >= 0; });
    for (QAction* action : {queueTop, queueUp, queueDown, queueBottom})
        action->setEnabled(isAnyQueued);
    rename->setEnabled(selected.size() == 1);
}

void OptionActions::fillMenu(QMenu& menu) {
    const auto add = [this, &menu](const char* name, const QString& title, void (OptionActions::*fill)(QMenu&)) {
        QMenu* submenu = menu.addMenu(title);
        submenu->setObjectName(QString::fromLatin1(name));
        connect(submenu, &QMenu::aboutToShow, this, [this, submenu, fill] {
            submenu->clear();
            (this->*fill)(*submenu);
        });
    };
    menu.addAction(rename);
    add("categoryMenu", tr("Cate&gory"), &OptionActions::fillCategories);
    add("tagsMenu", tr("Ta&gs"), &OptionActions::fillTags);
    add("optionsMenu", tr("O&ptions"), &OptionActions::fillOptions);
    QMenu* queue = menu.addMenu(tr("&Queue"));
    queue->addActions({queueTop, queueUp, queueDown, queueBottom});
}

void OptionActions::addToggle(
    QMenu& menu, const QString& text, bool isAll, bool isAny, const std::function<void(bool)>& set) {
    QAction* action = menu.addAction(text);
    if (isAll || !isAny) {
        action->setCheckable(true);
        action->setChecked(isAll);
    } else {
        action->setIcon(themedIcon(QStringLiteral("minus")));
        action->setToolTip(tr("Some of the selected torrents"));
    }
    connect(action, &QAction::triggered, this, [set, isAll] { set(!isAll); });
}

void OptionActions::fillOptions(QMenu& menu) {
    const QList<TorrentSnapshot> torrents = m_selection();
    if (torrents.isEmpty())
        return;
    const auto toggle = [&](const QString& text, bool TorrentSnapshot::* member,
                            std::optional<bool> SetOptions::* option, const QString& what) {
        const bool isAll = std::ranges::all_of(torrents, member);
        addToggle(menu, text, isAll, std::ranges::any_of(torrents, member), [this, option, what](bool isOn) {
            SetOptions edit;
            edit.*option = isOn;
            set(edit, what);
        });
    };
    toggle(
        tr("&Start at once, whatever the queue says"), &TorrentSnapshot::ignoresQueue, &SetOptions::ignoreQueue,
        tr("queue"));
    toggle(
        tr("Download in the &order of the files"), &TorrentSnapshot::isSequential, &SetOptions::sequential,
        tr("order of downloading"));
    toggle(
        tr("&First and last pieces first"), &TorrentSnapshot::isFirstLastFirst, &SetOptions::firstLastFirst,
        tr("order of downloading"));
    toggle(
        tr("Super-see&ding: give each piece to one peer first"), &TorrentSnapshot::isSuperSeeding,
        &SetOptions::superSeeding, tr("super-seeding"));
    menu.addSeparator();
    connect(menu.addAction(tr("Speed &limits…")), &QAction::triggered, this, &OptionActions::askForLimits);
}

void OptionActions::set(const SetOptions& edit, const QString& what) {
    const QList<TorrentSnapshot> before = m_selection();
    if (before.isEmpty())
        return;
    engine::Session& session = m_services.session;
    session.edit(idsOf(before), edit);
    const QString name = before.size() == 1 ? tr("“%1”").arg(shortened(before.first().name))
                                            : tr("%n torrents", nullptr, int(before.size()));
    m_history.add(tr("%1 of %2", "what was set, of which torrents").arg(what, name), [&session, before, edit] {
        for (const TorrentSnapshot& torrent : before) {
            SetOptions back;
            if (edit.ignoreQueue)
                back.ignoreQueue = torrent.ignoresQueue;
            if (edit.sequential)
                back.sequential = torrent.isSequential;
            if (edit.firstLastFirst)
                back.firstLastFirst = torrent.isFirstLastFirst;
            if (edit.superSeeding)
                back.superSeeding = torrent.isSuperSeeding;
            if (edit.downloadLimit)
                back.downloadLimit = torrent.downloadLimit;
            if (edit.uploadLimit)
                back.uploadLimit = torrent.uploadLimit;
            session.edit({torrent.id}, back);
        }
    });
}

void OptionActions::step(engine::QueueStep step) {
    m_services.session.edit(idsOf(m_selection()), step);
}

void OptionActions::askForLimits() {
    const QList<TorrentSnapshot> torrents = m_selection();
    if (torrents.isEmpty())
        return;
    auto* dialog = new LimitsDialog(torrents, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        SetOptions edit;
        edit.downloadLimit = dialog->downloadLimit();
        edit.uploadLimit = dialog->uploadLimit();
        set(edit, tr("speed limits"));
    });
    dialog->open();
}

void OptionActions::askForName() {
    const QList<TorrentSnapshot> torrents = m_selection();
    if (torrents.size() != 1)
        return;
    auto* dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("renameDialog"));
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("Name in the list; the files keep theirs. Nothing: the torrent’s own name."));
    dialog->setTextValue(torrents.first().name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, torrent = torrents.first()](const QString& name) {
        if (name == torrent.name)
            return;
        engine::Session& session = m_services.session;
        session.setName(torrent.id, name);
        m_history.addWithNote(tr("“%1” renamed").arg(shortened(torrent.name)), [&session, torrent] {
            session.setName(torrent.id, torrent.name);
        });
    });
    dialog->open();
}

void OptionActions::fillCategories(QMenu& menu) {
    const QList<TorrentSnapshot> torrents = m_selection();
    connect(menu.addAction(tr("&New…")), &QAction::triggered, this, [this] { askForLabel(false); });
    const auto add = [&](const QString& text, const QString& category) {
        const auto has = [&category](const TorrentSnapshot& torrent) { return torrent.category == category; };
        addToggle(
            menu, text, !torrents.isEmpty() && std::ranges::all_of(torrents, has), std::ranges::any_of(torrents, has),
            [this, category](bool) {
                UndoableChanges(m_services.session, m_history).setCategory(m_selection(), category);
            });
    };
    add(tr("N&one"), {});
    menu.addSeparator();
    for (const QString& category : m_labels().categories)
        add(menuText(category), category);
}

void OptionActions::fillTags(QMenu& menu) {
    const QList<TorrentSnapshot> torrents = m_selection();
    connect(menu.addAction(tr("&New…")), &QAction::triggered, this, [this] { askForLabel(true); });
    connect(menu.addAction(tr("Take &all away")), &QAction::triggered, this, [this] {
        UndoableChanges(m_services.session, m_history).setTags(m_selection(), {});
    });
    menu.addSeparator();
    for (const QString& tag : m_labels().tags) {
        const auto has = [&tag](const TorrentSnapshot& torrent) { return torrent.tags.contains(tag); };
        addToggle(
            menu, menuText(tag), !torrents.isEmpty() && std::ranges::all_of(torrents, has),
            std::ranges::any_of(torrents, has), [this, tag](bool isOn) { setTag(tag, isOn); });
    }
}

/// Each torrent keeps its other tags.
void OptionActions::setTag(const QString& tag, bool isOn) {
    QList<TorrentSnapshot> changed;
    for (const TorrentSnapshot& torrent : m_selection()) {
        if (torrent.tags.contains(tag) == isOn)
            continue;
        QStringList tags = torrent.tags;
        if (isOn)
            tags.append(tag);
        else
            tags.removeAll(tag);
        m_services.session.setTags({torrent.id}, tags);
        changed.append(torrent);
    }
    if (changed.isEmpty())
        return;
    m_history.addWithNote(
        tr("Tags of %n torrents changed", nullptr, int(changed.size())), [&session = m_services.session, changed] {
            for (const TorrentSnapshot& torrent : changed)
                session.setTags({torrent.id}, torrent.tags);
        });
}

void OptionActions::askForLabel(bool isTag) {
    const QList<TorrentSnapshot> torrents = m_selection();
    if (torrents.isEmpty())
        return;
    auto* dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("newLabelDialog"));
    dialog->setWindowTitle(isTag ? tr("New tag") : tr("New category"));
    dialog->setLabelText(isTag ? tr("Tag:") : tr("Category; a slash puts one below another:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, isTag](const QString& text) {
        const QString label = text.simplified();
        if (label.isEmpty())
            return;
        if (isTag)
            setTag(label, true);
        else
            UndoableChanges(m_services.session, m_history).setCategory(m_selection(), label);
    });
    dialog->open();
}

} // namespace essaim::gui
