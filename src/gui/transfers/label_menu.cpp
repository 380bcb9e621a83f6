#include "gui/transfers/label_menu.h"

#include "engine/session.h"
#include "gui/transfers/transfer_model.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undoable_changes.h"
#include "gui/widgets/theme.h"

#include <QCoreApplication>
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

QList<TorrentId> idsOf(const QList<TorrentSnapshot>& torrents) {
    QList<TorrentId> ids;
    for (const TorrentSnapshot& torrent : torrents)
        ids.append(torrent.id);
    return ids;
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
    for (const TorrentSnapshot& torrent : torrents) {
        if (kind == LabelKind::Tag)
            session.setTags({torrent.id}, withTag(torrent.tags, old, now));
        else // what is below the category goes along, or becomes what it is below it
            session.setCategory({torrent.id}, now.isEmpty() ? QString() : now + torrent.category.mid(old.size()));
    }
    const QString what = now.isEmpty() ? LabelMenu::tr("“%1” taken from %n torrent(s)", nullptr, int(torrents.size()))
                                       : LabelMenu::tr("“%1” renamed in %n torrent(s)", nullptr, int(torrents.size()));
    history.addWithNote(what.arg(shortened(old)), [&session, kind, torrents] {
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

} // namespace

void showLabelMenu(
    LabelKind kind, const QString& label, const QPoint& globalPosition, const TransferModel& model,
    const Services& services, UndoHistory& history, QWidget& window) {
    const QList<TorrentSnapshot> torrents = torrentsWith(kind, label, model);
    auto* menu = new QMenu(&window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const char* icon, const QString& text, auto function) {
        QObject::connect(
            menu->addAction(*icon ? themedIcon(QString::fromLatin1(icon)) : QIcon(), text), &QAction::triggered, menu,
            function);
    };
    add("play", LabelMenu::tr("&Resume these"), [services, torrents] { services.session.resume(idsOf(torrents)); });
    add("pause", LabelMenu::tr("&Pause these"), [services, torrents] { services.session.pause(idsOf(torrents)); });
    const bool isNamed = !label.isEmpty() && (kind == LabelKind::Category || kind == LabelKind::Tag);
    if (isNamed) {
        menu->addSeparator();
        add("", LabelMenu::tr("Re&name…"),
            [=, &history, &window] { askForName(kind, label, torrents, services, history, window); });
        add("", LabelMenu::tr("&Take it away from all"),
            [=, &history] { relabel(kind, label, {}, torrents, services, history); });
    }
    menu->popup(globalPosition);
}

} // namespace essaim::gui
