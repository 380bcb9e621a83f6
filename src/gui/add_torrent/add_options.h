// What can be chosen about a torrent while it is added, besides folder and files.
#pragma once

#include "engine/add_torrent.h"
#include "engine/torrent_file.h"
#include "engine/torrent_snapshot.h"

#include <QString>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

struct AddOptions {
    QString name; ///< empty = its own
    QString category;
    QStringList tags;
    engine::ContentLayout layout = engine::ContentLayout::AsStated;
    bool isSequential = false;
    bool isFirst = false;      ///< at the top of the queue
    bool areEndsFirst = false; ///< the first and the last pieces of each file before the others
    engine::StopCondition stop = engine::StopCondition::None;
    bool isWhole = false;  ///< the files are there and right: no check
    bool binsFile = false; ///< the .torrent file goes to the bin once the torrent was added
    bool operator==(const AddOptions&) const = default;
};

/// Puts all of them into the request, so that the torrent is never in the list without. `torrent`: nothing is known of
/// a magnet.
void applyOptions(
    const AddOptions& options, const engine::TorrentDescription* torrent, engine::AddTorrentRequest& request);
/// What the preferences say, and the rules for category and tags about a torrent of which this much is known.
[[nodiscard]] AddOptions usualOptions(const settings::SettingsStore& settings, const engine::TorrentSnapshot& expected);
/// What the user calls each engine::StopCondition, in their order.
[[nodiscard]] QStringList stopWords();
/// The same for engine::ContentLayout.
[[nodiscard]] QStringList layoutWords();

/// The fields for them. GUI thread. Object names: nameEdit, categoryCombo, tagsEdit, layoutCombo, sequentialCheck,
/// endsCheck, topCheck, wholeCheck, stopCombo, binCheck.
class AddOptionsBox : public QWidget {
    Q_OBJECT
public:
    explicit AddOptionsBox(QWidget* parent = nullptr);

    /// In use already, to choose from.
    void setLabels(const QStringList& categories, const QStringList& tags);
    /// Which choices make sense: null = a magnet.
    void setTorrent(const engine::TorrentDescription* torrent);
    /// What usualOptions() can say: category, tags, layout, where it stops, what becomes of the file.
    void setUsual(const AddOptions& options);
    /// There is a .torrent file that can go.
    void setHasFile(bool hasFile);
    /// A torrent that is not started stops nowhere.
    void setStarts(bool starts);
    [[nodiscard]] AddOptions options() const;

Q_SIGNALS:
    void categoryChanged(const QString& category);
    /// Files lie elsewhere below the chosen folder, or are called otherwise.
    void pathsChanged();

private:
    void addFields();

    QLineEdit* m_name;
    QComboBox* m_category;
    QLineEdit* m_tags;
    QComboBox* m_layout;
    QCheckBox* m_sequential;
    QCheckBox* m_ends;
    QCheckBox* m_top;
    QCheckBox* m_whole;
    QCheckBox* m_bin;
    QComboBox* m_stop;
    QLabel* m_warning;
    QString m_ownName;
};

} // namespace essaim::gui
