#include "gui/labels/labels_dialog.h"

#include "labels/ui_labels_dialog.h"

#include "gui/labels/label_rules.h"

#include <QCompleter>
#include <QPushButton>

#include <algorithm>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {

QString joined(const QStringList& tags) {
    return tags.join(QStringLiteral(", "));
}

} // namespace

LabelsDialog::LabelsDialog(
    const QList<TorrentSnapshot>& torrents, const QStringList& categories, const QStringList& tags, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LabelsDialog>()) {
    m_ui->setupUi(this);
    const TorrentSnapshot& first = torrents.first();
    m_ui->questionLabel->setText(
        torrents.size() == 1 ? first.name : tr("Category and tags of %n torrents", nullptr, int(torrents.size())));
    m_ui->categoryCombo->addItem(QString());
    m_ui->categoryCombo->addItems(categories);
    const auto sameCategory = [&first](const TorrentSnapshot& other) { return other.category == first.category; };
    const auto sameTags = [&first](const TorrentSnapshot& other) { return other.tags == first.tags; };
    const bool isOneCategory = std::ranges::all_of(torrents, sameCategory);
    const bool isOneSetOfTags = std::ranges::all_of(torrents, sameTags);
    m_ui->categoryCombo->setCurrentText(isOneCategory ? first.category : QString());
    m_ui->categoryCombo->lineEdit()->setPlaceholderText(isOneCategory ? tr("none") : tr("several: stay as they are"));
    m_ui->tagsEdit->setText(isOneSetOfTags ? joined(first.tags) : QString());
    if (!isOneSetOfTags)
        m_ui->tagsEdit->setPlaceholderText(tr("several: stay as they are"));
    if (!tags.isEmpty())
        m_ui->knownLabel->setText(tr("In use: %1").arg(joined(tags)));
    m_ui->knownLabel->setHidden(tags.isEmpty());
    QPushButton* apply = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    apply->setObjectName(QStringLiteral("applyButton"));
    apply->setText(tr("Apply"));
    connect(m_ui->categoryCombo, &QComboBox::editTextChanged, this, [this] { m_isCategoryTouched = true; });
    connect(m_ui->tagsEdit, &QLineEdit::textEdited, this, [this] { m_areTagsTouched = true; });
    m_ui->categoryCombo->setFocus();
}

LabelsDialog::~LabelsDialog() = default;

std::optional<QString> LabelsDialog::category() const {
    if (!m_isCategoryTouched)
        return std::nullopt;
    return m_ui->categoryCombo->currentText().simplified();
}

std::optional<QStringList> LabelsDialog::tags() const {
    if (!m_areTagsTouched)
        return std::nullopt;
    return readTags(m_ui->tagsEdit->text());
}

} // namespace essaim::gui
