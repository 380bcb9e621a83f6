#include "app/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace essaim::app {

QString Profile::clientDatabase() const {
    return stateFolder + QStringLiteral("/essaim.db");
}

QString Profile::creationsFile() const {
    return stateFolder + QStringLiteral("/creations.json");
}

QString Profile::trackerDatabase() const {
    return stateFolder + QStringLiteral("/tracker.db");
}

Profile resolveProfile(const QString& folder) {
    Profile profile;
    if (!folder.isEmpty()) {
        profile.stateFolder = QDir::cleanPath(folder);
        profile.settingsFile = profile.stateFolder + QStringLiteral("/essaim.ini");
        profile.hashesFile = profile.stateFolder + QStringLiteral("/hashes");
    } else {
        // Qt 6.4 knows no state location; the XDG base directory specification does.
        QString state = qEnvironmentVariable("XDG_STATE_HOME");
        if (!QDir::isAbsolutePath(state))
            state = QDir::homePath() + QStringLiteral("/.local/state");
        profile.stateFolder = state + QStringLiteral("/essaim");
        profile.settingsFile = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                               QStringLiteral("/essaim/essaim.ini");
        profile.hashesFile =
            QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/essaim/hashes");
    }
    const QByteArray digest = QCryptographicHash::hash(profile.stateFolder.toUtf8(), QCryptographicHash::Sha256);
    profile.id = QString::fromLatin1(digest.toHex().left(16));
    return profile;
}

} // namespace essaim::app
