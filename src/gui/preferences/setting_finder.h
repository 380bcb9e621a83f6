// Finds settings by words, shows those that were changed, explains the one that the user is at.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QFormLayout;
class QLayout;
class QTabWidget;
class QWidget;

namespace essaim::gui {
class SettingBinder;

/// Hides rows of the forms, and pages without any. GUI thread; child of the dialog.
class SettingFinder : public QObject {
    Q_OBJECT
public:
    /// `pages` with a form layout each, and `binder`, outlive it.
    SettingFinder(QTabWidget& pages, SettingBinder& binder, QObject* parent);

    /// Rows that contain all these words in their title, explanation, or page; empty = all.
    void setSearch(const QString& words);
    void setChangedOnly(bool changedOnly);
    /// The setting that was explained last is as at first.
    void reset();
    /// How many settings are shown.
    [[nodiscard]] int shown() const { return m_shown; }

Q_SIGNALS:
    /// What the setting under the mouse or the keyboard does; empty = none is. `canReset`: the user changed it.
    void explained(const QString& sentence, bool canReset);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        int page;
        QString words;
        QList<QWidget*> widgets;
        QList<QWidget*> settings; ///< of them, those that name one
    };
    void collect(int page, const QFormLayout& form);
    void show();
    void explain(QWidget* widget);
    [[nodiscard]] bool matches(const Row& row) const;

    QTabWidget& m_pages;
    SettingBinder& m_binder;
    QList<Row> m_rows;
    QStringList m_search;
    bool m_changedOnly = false;
    int m_shown = 0;
    QPointer<QWidget> m_explained;
};

} // namespace essaim::gui
