#include "gui/details/peer_countries.h"

#include "engine/background.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QFile>
#include <QLocale>

#include <utility>

namespace essaim::gui {

namespace {

constexpr qsizetype kMostKnown = 20'000;

/// Those of countries first, then those that know cities, too; the newest name of each kind.
QStringList candidates(const QString& chosen, const QStringList& folders) {
    if (!chosen.isEmpty())
        return {chosen};
    QStringList countries;
    QStringList others;
    for (const QString& folder : folders) {
        const QDir directory(folder);
        for (const QString& name :
             directory.entryList({QStringLiteral("*.mmdb")}, QDir::Files | QDir::Readable, QDir::Name | QDir::Reversed))
            (name.contains(QLatin1String("country"), Qt::CaseInsensitive) ? countries : others)
                .append(directory.filePath(name));
    }
    return countries + others;
}

} // namespace

PeerCountries::PeerCountries(const settings::SettingsStore& settings, QStringList folders, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_folders(std::move(folders)) {
    connect(&settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (key == QLatin1String(settings::kCountryDatabase.key))
            open();
    });
    open();
}

QStringList PeerCountries::usualFolders() {
    return {
        QStringLiteral("/usr/share/GeoIP"), QStringLiteral("/var/lib/GeoIP"), QStringLiteral("/usr/local/share/GeoIP"),
        QStringLiteral("/usr/share/dbip")};
}

void PeerCountries::open() {
    const auto work = [chosen = m_settings.value(settings::kCountryDatabase), folders = m_folders] {
        for (const QString& path : candidates(chosen, folders)) {
            if (auto database = geo::CountryDatabase::open(QFile::encodeName(path).toStdString()))
                return database;
        }
        return std::shared_ptr<const geo::CountryDatabase>();
    };
    engine::runInBackground(this, work, [this, round = ++m_round](const auto& database) {
        if (round != m_round)
            return;
        m_database = database;
        m_known.clear();
        Q_EMIT availableChanged();
        askNext();
    });
}

void PeerCountries::ask(const QStringList& addresses) {
    for (const QString& address : addresses) {
        if (!m_known.contains(address))
            m_wanted.insert(address);
    }
    askNext();
}

void PeerCountries::askNext() {
    if (m_isAsking || !m_database || m_wanted.isEmpty())
        return;
    m_isAsking = true;
    const auto work = [database = m_database, wanted = std::exchange(m_wanted, {}),
                       language = QLocale().name().left(2).toStdString()] {
        QHash<QString, Country> answers;
        for (const QString& address : wanted) {
            const auto country = database->find(address.toStdString(), language).value_or(geo::Country());
            answers.insert(address, {QString::fromStdString(country.code), QString::fromStdString(country.name)});
        }
        return answers;
    };
    engine::runInBackground(this, work, [this, round = m_round](const QHash<QString, Country>& answers) {
        m_isAsking = false;
        if (round == m_round) {
            if (m_known.size() > kMostKnown)
                m_known.clear();
            m_known.insert(answers);
            Q_EMIT found();
        }
        askNext();
    });
}

} // namespace essaim::gui
