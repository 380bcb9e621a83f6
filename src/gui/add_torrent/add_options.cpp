#include "gui/add_torrent/add_options.h"

#include "gui/labels/label_rules.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace essaim::gui {

namespace {

/// One part of a path, as every system takes it.
QString asName(QString text) {
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c == u'/' || c == u'\\'; });
    text = text.trimmed();
    return text == QLatin1String(".") || text == QLatin1String("..") ? QString() : text;
}

} // namespace

void applyOptions(
    const AddOptions& options, const engine::TorrentDescription* torrent, engine::AddTorrentRequest& request) {
    request.sequential = options.isSequential;
    request.firstLastFirst = options.areEndsFirst;
    request.stop = options.stop;
    request.toTop = options.isFirst;
    request.name = options.name;
    request.category = options.category;
    request.tags = options.tags;
    request.layout = options.layout;
    if (torrent == nullptr)
        return;
    request.seedMode = options.isWhole;
    request.diskPaths = engine::diskPathsOf(*torrent, options.layout, options.name);
}

AddOptions usualOptions(const settings::SettingsStore& settings, const engine::TorrentSnapshot& expected) {
    AddOptions options;
    const GivenLabels given = givenLabels(settings, expected);
    options.category =
        given.category.isEmpty() ? settings.value(settings::kUsualCategory).simplified() : given.category;
    options.tags = given.tags;
    options.layout = engine::ContentLayout(settings.value(settings::kContentLayout));
    options.stop = engine::StopCondition(settings.value(settings::kStopCondition));
    options.binsFile = settings.value(settings::kBinTorrentFile);
    return options;
}

QStringList stopWords() {
    return {
        AddOptionsBox::tr("Never"), AddOptionsBox::tr("The list of files is there"),
        AddOptionsBox::tr("The files are checked")};
}

QStringList layoutWords() {
    return {
        AddOptionsBox::tr("Files as in the torrent"), AddOptionsBox::tr("In a folder of their own"),
        AddOptionsBox::tr("Without the top folder")};
}

AddOptionsBox::AddOptionsBox(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_category(new QComboBox(this))
    , m_tags(new QLineEdit(this))
    , m_layout(new QComboBox(this))
    , m_sequential(new QCheckBox(tr("In the &order of the files"), this))
    , m_ends(new QCheckBox(tr("&First and last pieces first"), this))
    , m_top(new QCheckBox(tr("At the top of the &queue"), this))
    , m_whole(new QCheckBox(tr("The files are there: do not chec&k them"), this))
    , m_bin(new QCheckBox(tr("Then take the .torrent file to the b&in"), this))
    , m_stop(new QComboBox(this))
    , m_warning(new QLabel(
          tr("Essaim believes you: what is missing or wrong is found only when somebody asks for it."), this)) {
    m_name->setObjectName(QStringLiteral("nameEdit"));
    m_category->setObjectName(QStringLiteral("categoryCombo"));
    m_tags->setObjectName(QStringLiteral("tagsEdit"));
    m_layout->setObjectName(QStringLiteral("layoutCombo"));
    m_sequential->setObjectName(QStringLiteral("sequentialCheck"));
    m_ends->setObjectName(QStringLiteral("endsCheck"));
    m_ends->setToolTip(tr("Most players need both ends of a film to show it while it is downloaded."));
    m_stop->setObjectName(QStringLiteral("stopCombo"));
    m_stop->addItems(stopWords());
    m_stop->setToolTip(tr("The torrent waits there until you resume it."));
    m_top->setObjectName(QStringLiteral("topCheck"));
    m_whole->setObjectName(QStringLiteral("wholeCheck"));
    m_bin->setObjectName(QStringLiteral("binCheck"));
    m_bin->setToolTip(tr("Once the torrent was added. Essaim keeps what it needs of it."));
    m_bin->hide();
    m_category->setEditable(true);
    m_category->lineEdit()->setPlaceholderText(tr("None"));
    m_tags->setPlaceholderText(tr("None; separate several by commas"));
    m_layout->addItems(layoutWords());
    m_layout->setAccessibleName(tr("How the files lie"));
    m_warning->setWordWrap(true);
    m_warning->setProperty("warning", true);
    m_warning->hide();
    connect(m_category, &QComboBox::currentTextChanged, this, [this](const QString& category) {
        Q_EMIT categoryChanged(category.simplified());
    });
    connect(m_layout, &QComboBox::currentIndexChanged, this, &AddOptionsBox::pathsChanged);
    connect(m_name, &QLineEdit::textChanged, this, &AddOptionsBox::pathsChanged);
    connect(m_whole, &QCheckBox::toggled, m_warning, &QWidget::setVisible);
    addFields();
}

void AddOptionsBox::addFields() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    const auto add = [&](const QString& title, QWidget* field, int row, int column) {
        auto* label = new QLabel(title, this);
        label->setBuddy(field);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    };
    add(tr("Na&me"), m_name, 0, 0);
    grid->addWidget(m_layout, 0, 2, 1, 2);
    add(tr("Cate&gory"), m_category, 1, 0);
    add(tr("&Tags"), m_tags, 1, 2);
    auto* checks = new QHBoxLayout;
    checks->setSpacing(16);
    for (QCheckBox* box : {m_sequential, m_ends, m_top})
        checks->addWidget(box);
    checks->addStretch(1);
    add(tr("Sto&p when"), m_stop, 2, 0);
    grid->addWidget(m_whole, 2, 2, 1, 2);
    grid->addLayout(checks, 3, 0, 1, 4);
    grid->addWidget(m_bin, 4, 0, 1, 4);
    grid->addWidget(m_warning, 5, 0, 1, 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
}

void AddOptionsBox::setLabels(const QStringList& categories, const QStringList& tags) {
    const QString chosen = m_category->currentText();
    m_category->clear();
    m_category->addItem(QString());
    m_category->addItems(categories);
    m_category->setCurrentText(chosen);
    if (!tags.isEmpty())
        m_tags->setCompleter(new QCompleter(tags, m_tags));
}

void AddOptionsBox::setTorrent(const engine::TorrentDescription* torrent) {
    m_ownName = torrent ? torrent->name : QString();
    m_name->setText(m_ownName);
    m_name->setEnabled(torrent != nullptr);
    m_whole->setEnabled(torrent != nullptr);
    if (torrent == nullptr)
        m_name->setPlaceholderText(tr("Comes with the list of files"));
}

void AddOptionsBox::setUsual(const AddOptions& options) {
    m_category->setCurrentText(options.category);
    m_tags->setText(options.tags.join(QStringLiteral(", ")));
    m_layout->setCurrentIndex(int(options.layout));
    m_stop->setCurrentIndex(int(options.stop));
    m_bin->setChecked(options.binsFile);
}

void AddOptionsBox::setHasFile(bool hasFile) {
    m_bin->setVisible(hasFile);
}

void AddOptionsBox::setStarts(bool starts) {
    m_stop->setEnabled(starts);
}

AddOptions AddOptionsBox::options() const {
    AddOptions options;
    const QString name = asName(m_name->text());
    options.name = name == m_ownName ? QString() : name;
    options.category = m_category->currentText().simplified();
    options.tags = readTags(m_tags->text());
    options.layout = engine::ContentLayout(m_layout->currentIndex());
    options.isSequential = m_sequential->isChecked();
    options.isFirst = m_top->isChecked();
    options.areEndsFirst = m_ends->isChecked();
    options.stop = m_stop->isEnabled() ? engine::StopCondition(m_stop->currentIndex()) : engine::StopCondition::None;
    options.binsFile = m_bin->isChecked() && !m_bin->isHidden();
    options.isWhole = m_whole->isChecked() && m_whole->isEnabled();
    return options;
}

} // namespace essaim::gui
