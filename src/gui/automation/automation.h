// What Essaim does by itself when torrents come and are complete.
#pragma once

#include "gui/automation/clipboard_watcher.h"
#include "gui/automation/completion_mail.h"
#include "gui/automation/excluded_files.h"
#include "gui/automation/late_labels.h"
#include "gui/automation/program_runner.h"
#include "gui/automation/torrent_copies.h"
#include "gui/automation/torrent_news.h"

namespace essaim::gui {

/// Child of the window; GUI thread.
class Automation : public QObject {
    Q_OBJECT
public:
    Automation(const Services& services, const TransferModel& model, QObject* parent)
        : QObject(parent)
        , m_news(services, model)
        , m_programs(services, m_news)
        , m_mail(services, m_news)
        , m_copies(services, m_news)
        , m_excluded(services, m_news)
        , m_labels(services, m_news)
        , m_clipboard(services) {
        connect(&m_programs, &ProgramRunner::failed, this, &Automation::failed);
        connect(&m_mail, &CompletionMail::failed, this, &Automation::failed);
        connect(&m_copies, &TorrentCopies::failed, this, &Automation::failed);
        connect(&m_clipboard, &ClipboardWatcher::found, this, &Automation::found);
    }

Q_SIGNALS:
    /// A sentence for the user.
    void failed(const QString& sentence);
    /// Links on the clipboard.
    void found(const essaim::gui::DroppedItems& items);

private:
    TorrentNews m_news;
    ProgramRunner m_programs;
    CompletionMail m_mail;
    TorrentCopies m_copies;
    ExcludedFiles m_excluded;
    LateLabels m_labels;
    ClipboardWatcher m_clipboard;
};

} // namespace essaim::gui
