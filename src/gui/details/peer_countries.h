// In which countries peers are.
#pragma once

#include "geo/country_database.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Finds a database (settings::kCountryDatabase, or one that the system has) and asks it, away from the GUI thread,
/// which remembers the answers. GUI thread.
class PeerCountries : public QObject {
    Q_OBJECT
public:
    struct Country {
        QString code; ///< "FR"; empty = not known
        QString name;
    };

    /// `folders`: where to look if the settings name no file. The settings outlive it.
    PeerCountries(const settings::SettingsStore& settings, QStringList folders, QObject* parent = nullptr);

    /// Where systems keep such files.
    [[nodiscard]] static QStringList usualFolders();
    /// False until a database has been found and opened.
    [[nodiscard]] bool isAvailable() const { return m_database != nullptr; }
    /// What is known already.
    [[nodiscard]] Country of(const QString& address) const { return m_known.value(address); }
    /// Finds out about those that are not known; found() tells when.
    void ask(const QStringList& addresses);

Q_SIGNALS:
    void availableChanged();
    void found();

private:
    void open();
    void askNext();

    const settings::SettingsStore& m_settings;
    QStringList m_folders;
    std::shared_ptr<const geo::CountryDatabase> m_database;
    QHash<QString, Country> m_known;
    QSet<QString> m_wanted;
    bool m_isAsking = false;
    int m_round = 0; ///< of databases: answers of the one before are nothing worth
};

} // namespace essaim::gui
