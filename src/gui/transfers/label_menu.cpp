#include "gui/transfers/label_menu.h"

#include "engine/session.h"
#include "gui/add_torrent/save_path.h"
#include "gui/labels/categories.h"
#include "gui/transfers/group_menu.h"
#include "gui/transfers/transfer_actions.h"
#include "gui/transfers/transfer_model.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undoable_changes.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace essaim::gui {

namespace {

using engine::TorrentSnapshot;

/// Scope of the translations of this file.
struct LabelMenu {
    Q_DECLARE_TR_FUNCTIONS(LabelMenu)
};

QList<TorrentSnapshot> torrentsWith(LabelKind kind, const QString& label, const TransferModel& model) {
    LabelFilter filter;
    filter.chosen[std::size_t(kind)] = label;
    QList<TorrentSnapshot> torrents;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (filter.matches(model.torrent(row)))
            torrents.append(model.torrent(row));
    }
    return torrents;
}

QStringList withTag(QStringList tags, const QString& old, const QString& now) {
    tags.removeAll(old);
    if (!now.isEmpty() && !tags.contains(now))
        tags.append(now);
    tags.sort();
    return tags;
}

/// Gives all of them another label in the place of this one; empty takes it away.
void relabel(
    LabelKind kind, const QString& old, const QString& now, const QList<TorrentSnapshot>& torrents,
    const Services& services, UndoHistory& history) {
    engine::Session& session = services.session;
    settings::SettingsStore& settings = services.settings;
    const QByteArray keptBefore = settings.value(settings::kCategories);
    if (kind == LabelKind::Category && now.isEmpty())
        forgetCategory(settings, old);
    else if (kind == LabelKind::Category)
        renameCategory(settings, old, now);
    for (const TorrentSnapshot& torrent : torrents) {
        if (kind == LabelKind::Tag)
            session.setTags({torrent.id}, withTag(torrent.tags, old, now));
        else // what is below the category goes along, or becomes what it is below it
            session.setCategory({torrent.id}, now.isEmpty() ? QString() : now + torrent.category.mid(old.size()));
    }
    const QString what = now.isEmpty() ? LabelMenu::tr("“%1” taken from %n torrent(s)", nullptr, int(torrents.size()))
                                       : LabelMenu::tr("“%1” renamed in %n torrent(s)", nullptr, int(torrents.size()));
    history.addWithNote(what.arg(shortened(old)), [&session, &settings, kind, torrents, keptBefore] {
        if (kind == LabelKind::Category)
            settings.set(settings::kCategories, keptBefore);
        for (const TorrentSnapshot& torrent : torrents) {
            if (kind == LabelKind::Tag)
                session.setTags({torrent.id}, torrent.tags);
            else
                session.setCategory({torrent.id}, torrent.category);
        }
    });
}

void askForName(
    LabelKind kind, const QString& old, const QList<TorrentSnapshot>& torrents, const Services& services,
    UndoHistory& history, QWidget& window) {
    auto* dialog = new QInputDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("renameLabelDialog"));
    dialog->setWindowTitle(kind == LabelKind::Tag ? LabelMenu::tr("Rename tag") : LabelMenu::tr("Rename category"));
    dialog->setLabelText(LabelMenu::tr("New name:"));
    dialog->setTextValue(old);
    const auto onNamed = [kind, old, torrents, services, &history](const QString& name) {
        if (const QString now = name.simplified(); !now.isEmpty() && now != old)
            relabel(kind, old, now, torrents, services, history);
    };
    QObject::connect(dialog, &QInputDialog::textValueSelected, &window, onNamed);
    dialog->open();
}

void askForFolder(const QString& category, settings::SettingsStore& settings, QWidget& window) {
    const QString now = folderOfCategory(settings, category);
    auto* chooser = new QFileDialog(
        &window, LabelMenu::tr("Folder for new torrents of this category"),
        now.isEmpty() ? defaultSavePath(settings) : now);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(QStringLiteral("categoryFolderDialog"));
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(chooser, &QFileDialog::fileSelected, &window, [&settings, category](const QString& folder) {
        keepCategory(settings, category, folder);
    });
    chooser->open();
}

void askForNew(const QString& above, settings::SettingsStore& settings, QWidget& window) {
    auto* dialog = new QInputDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("newCategoryDialog"));
    dialog->setWindowTitle(LabelMenu::tr("New category"));
    dialog->setLabelText(LabelMenu::tr("Category; a slash puts one below another:"));
    dialog->setTextValue(above.isEmpty() ? QString() : above + u'/');
    QObject::connect(dialog, &QInputDialog::textValueSelected, &window, [&settings](const QString& text) {
        QStringList parts = text.simplified().split(u'/', Qt::SkipEmptyParts);
        if (!parts.isEmpty() && !keptCategories(settings).contains(parts.join(u'/')))
            keepCategory(settings, parts.join(u'/'), {});
    });
    dialog->open();
}

void addCategoryEntries(QMenu& menu, const QString& category, settings::SettingsStore& settings, QWidget& window) {
    menu.addSeparator();
    QObject::connect(
        menu.addAction(LabelMenu::tr("&New category…")), &QAction::triggered, &menu,
        [=, &settings, &window] { askForNew(category, settings, window); });
    if (category.isEmpty())
        return;
    QAction* folder = menu.addAction(LabelMenu::tr("&Folder for new torrents…"));
    folder->setObjectName(QStringLiteral("categoryFolderAction"));
    QObject::connect(
        folder, &QAction::triggered, &menu, [=, &settings, &window] { askForFolder(category, settings, window); });
    if (keptCategories(settings).value(category).isEmpty())
        return;
    QObject::connect(
        menu.addAction(LabelMenu::tr("&Usual folder for new torrents")), &QAction::triggered, &menu,
        [=, &settings] { keepCategory(settings, category, {}); });
}

} // namespace

void showLabelMenu(
    LabelKind kind, const QString& label, const QPoint& globalPosition, const TransferModel& model,
    const Services& services, TransferActions& actions, QWidget& window) {
    const QList<TorrentSnapshot> torrents = torrentsWith(kind, label, model);
    UndoHistory& history = *actions.history;
    QMenu* menu = makeGroupMenu(torrents, services, actions, window);
    const auto add = [menu](const QString& text, auto function) {
        QObject::connect(menu->addAction(text), &QAction::triggered, menu, function);
    };
    const bool isNamed = !label.isEmpty() && (kind == LabelKind::Category || kind == LabelKind::Tag);
    if (kind == LabelKind::Category)
        addCategoryEntries(*menu, label, services.settings, window);
    if (isNamed) {
        menu->addSeparator();
        add(LabelMenu::tr("Re&name…"),
            [=, &history, &window] { askForName(kind, label, torrents, services, history, window); });
        add(LabelMenu::tr("&Take it away from all"),
            [=, &history] { relabel(kind, label, {}, torrents, services, history); });
    }
    menu->popup(globalPosition);
}

} // namespace essaim::gui
