#include "gui/transfers/many_trackers_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

QStringList linesOf(const QPlainTextEdit& edit) {
    QStringList lines;
    for (const QString& line : edit.toPlainText().split(u'\n')) {
        if (const QString url = line.trimmed(); !url.isEmpty() && !lines.contains(url))
            lines.append(url);
    }
    return lines;
}

bool isTrackerUrl(const QString& text) {
    const QUrl url(text);
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() &&
           (scheme == QLatin1String("http") || scheme == QLatin1String("https") || scheme == QLatin1String("udp"));
}

} // namespace

ManyTrackersDialog::ManyTrackersDialog(int torrents, bool anyPrivate, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("manyTrackersDialog"));
    setWindowTitle(tr("Trackers of %n torrents", nullptr, torrents));
    resize(560, 420);
    auto* column = new QVBoxLayout(this);
    setLayout(column);
    m_added = addBox("addTrackersEdit", tr("&Add these, one address a line:"));
    m_removed = addBox("removeTrackersEdit", tr("&Remove these, where they are:"));
    if (anyPrivate) {
        auto* warning =
            new QLabel(tr("Some of them are private: announce those only to the tracker that they come from."), this);
        warning->setWordWrap(true);
        warning->setProperty("warning", true);
        column->addWidget(warning);
    }
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("trackersMessage"));
    m_message->setProperty("problem", true);
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("buttonBox"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

QPlainTextEdit* ManyTrackersDialog::addBox(const char* name, const QString& title) {
    auto* edit = new QPlainTextEdit(this);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* label = new QLabel(title, this);
    label->setBuddy(edit);
    layout()->addWidget(label);
    layout()->addWidget(edit);
    return edit;
}

QStringList ManyTrackersDialog::added() const {
    return linesOf(*m_added);
}

QStringList ManyTrackersDialog::removed() const {
    return linesOf(*m_removed);
}

void ManyTrackersDialog::accept() {
    for (const QString& url : added()) {
        if (isTrackerUrl(url))
            continue;
        m_message->setText(
            tr("“%1” is not the address of a tracker: it begins with http://, https:// or udp://.").arg(url));
        m_message->show();
        return m_added->setFocus();
    }
    QDialog::accept();
}

} // namespace essaim::gui
