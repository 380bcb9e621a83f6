#include "gui/create_torrent/filter_panel.h"

#include "create_torrent/ui_filter_panel.h"

#include "gui/widgets/tool_tip.h"

namespace essaim::gui {

namespace {

QStringList globsOf(const QString& text) {
    QStringList globs;
    for (const QString& part : text.split(u';')) {
        if (const QString glob = part.trimmed(); !glob.isEmpty())
            globs.append(glob);
    }
    return globs;
}

QStringList usable(QStringList globs) {
    globs.removeIf([](const QString& glob) { return engine::globProblem(glob).has_value(); });
    return globs;
}

} // namespace

FilterPanel::FilterPanel(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FilterPanel>()) {
    m_ui->setupUi(this);
    const QString help = tr("Patterns, separated by semicolons: *.flac; cover.*; Disc ?/*. A star stands for any "
                            "letters, two stars also for folders. Capitals do not matter.");
    m_ui->includeEdit->setToolTip(tr("Only files that match one of these go in.") + u' ' + help);
    m_ui->excludeEdit->setToolTip(tr("Files and folders that match one of these stay out.") + u' ' + help);
    m_ui->junkCheck->setToolTip(
        plainToolTip(tr("What systems and programs leave behind: %1").arg(engine::junkPatterns().join(u' '))));
    setFocusProxy(m_ui->includeEdit);
    for (QLineEdit* edit : {m_ui->includeEdit, m_ui->excludeEdit})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            checkGlobs();
            Q_EMIT changed();
        });
    for (QCheckBox* box : {m_ui->junkCheck, m_ui->hiddenCheck})
        connect(box, &QCheckBox::toggled, this, &FilterPanel::changed);
    checkGlobs();
}

FilterPanel::~FilterPanel() = default;

engine::CreationFilter FilterPanel::filter() const {
    engine::CreationFilter filter;
    filter.include = usable(globsOf(m_ui->includeEdit->text()));
    filter.exclude = usable(globsOf(m_ui->excludeEdit->text()));
    filter.skipJunk = m_ui->junkCheck->isChecked();
    filter.skipHidden = m_ui->hiddenCheck->isChecked();
    return filter;
}

void FilterPanel::setFilter(const engine::CreationFilter& filter) {
    m_ui->includeEdit->setText(filter.include.join(QStringLiteral("; ")));
    m_ui->excludeEdit->setText(filter.exclude.join(QStringLiteral("; ")));
    m_ui->junkCheck->setChecked(filter.skipJunk);
    m_ui->hiddenCheck->setChecked(filter.skipHidden);
}

void FilterPanel::checkGlobs() {
    QString wrong;
    for (const QLineEdit* edit : {m_ui->includeEdit, m_ui->excludeEdit}) {
        for (const QString& glob : globsOf(edit->text())) {
            if (engine::globProblem(glob))
                wrong = glob;
        }
    }
    m_ui->globProblem->setVisible(!wrong.isEmpty());
    m_ui->globProblem->setState(
        Tint::Attention, tr("“%1” is not a pattern yet: a bracket is not closed, or nothing is in it.").arg(wrong));
}

} // namespace essaim::gui
