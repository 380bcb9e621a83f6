// The list at the left of the Tracker page: its parts, with their numbers.
#pragma once

#include <QWidget>

class QListWidget;

namespace essaim::gui {

/// Object name of the list: trackerSectionList.
class TrackerSections : public QWidget {
    Q_OBJECT
public:
    enum class Section : int { Torrents, Friends, Presence, Networks, Shield, Activity };
    static constexpr int kCount = int(Section::Activity) + 1;

    explicit TrackerSections(QWidget* parent = nullptr);

    [[nodiscard]] Section current() const;
    void choose(Section section);
    void setCount(Section section, qsizetype count);

Q_SIGNALS:
    void chosen(essaim::gui::TrackerSections::Section section);

private:
    QListWidget* m_list;
};

} // namespace essaim::gui
