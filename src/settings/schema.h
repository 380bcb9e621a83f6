// Every setting of the program, one row each.
#pragma once

#include "settings/setting.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace essaim::settings {

// Downloads
inline const Setting<QString> kSavePath{"downloads/save_path", {}}; ///< empty = the system's download folder
inline const Setting<QStringList> kRecentSavePaths{"downloads/recent_save_paths", {}}; ///< last used first
inline const Setting<bool> kStartAdded{"downloads/start_added", true};
inline const Setting<bool> kAskBeforeAdding{"downloads/ask_before_adding", true}; ///< else only if there is a question
inline const Setting<int> kStopCondition{"downloads/stop_condition", 0, 0, 2};    ///< see engine::StopCondition
inline const Setting<int> kContentLayout{"downloads/content_layout", 0, 0, 2};    ///< see engine::ContentLayout
inline const Setting<QString> kUsualCategory{"downloads/category", {}};           ///< of added torrents; empty = none
inline const Setting<bool> kBinTorrentFile{"downloads/bin_torrent_file", false};  ///< once its torrent was added
inline const Setting<int> kMaxActiveDownloads{"downloads/max_active", 5, -1, 1000}; ///< -1 = no limit
inline const Setting<int> kKeepFree{"downloads/keep_free", 1024, 0, 10'000'000};    ///< MiB on each disk

/// Where torrents lie until they are complete; empty = where they stay.
inline const Setting<QString> kIncompletePath{"downloads/incomplete_path", {}};
/// Files carry engine::kIncompleteSuffix on the disk until they are complete.
inline const Setting<bool> kMarkIncomplete{"downloads/mark_incomplete", false};
inline const Setting<QByteArray> kCategories{"labels/categories", {}}; ///< see gui::keptCategories()
/// Names and patterns of files that are not downloaded, separated by semicolons; see gui::excludedPatterns().
inline const Setting<QString> kExcludedFiles{"downloads/excluded_files", {}};
inline const Setting<QString> kTorrentCopies{"downloads/torrent_copies", {}}; ///< folder; empty = none are made
inline const Setting<QString> kRunWhenAdded{"downloads/run_when_added", {}};  ///< see gui::ProgramRunner
inline const Setting<QString> kRunWhenComplete{"downloads/run_when_complete", {}};
inline const Setting<bool> kWatchClipboard{"downloads/watch_clipboard", false};

// A message when torrents are complete; see gui::CompletionMail. The password is not a setting: gui::MailPassword
inline const Setting<bool> kMailWhenComplete{"mail/when_complete", false};
inline const Setting<QString> kMailServer{"mail/server", {}};
inline const Setting<int> kMailPort{"mail/port", 587, 1, 65535};
inline const Setting<int> kMailEncryption{"mail/encryption", 0, 0, 2}; ///< see mail::Encryption
inline const Setting<QString> kMailUser{"mail/user", {}};              ///< empty = no login
inline const Setting<QString> kMailFrom{"mail/from", {}};
inline const Setting<QString> kMailTo{"mail/to", {}}; ///< several are separated by commas

inline const Setting<QByteArray> kLabelRules{"labels/rules", {}};              ///< see gui::LabelRule
inline const Setting<QByteArray> kWatchFolders{"downloads/watch_folders", {}}; ///< see gui::WatchFolder

// Making torrents
inline const Setting<QByteArray> kCreationPresets{"creation/presets", {}};           ///< see gui::PresetStore
inline const Setting<QString> kDefaultCreationPreset{"creation/default_preset", {}}; ///< empty = none
inline const Setting<bool> kGentleHashing{"creation/gentle", false};                 ///< also when files are checked
inline const Setting<QByteArray> kCreatorSplitter{"creation/splitter", {}};

// Connection
inline const Setting<int> kListenPort{"connection/port", 0, 0, 65535}; ///< 0 = chosen once at first start and kept
inline const Setting<bool> kPortMapping{"connection/port_mapping", true};
inline const Setting<bool> kDht{"connection/dht", true};
inline const Setting<bool> kLsd{"connection/lsd", true};
inline const Setting<bool> kPex{"connection/pex", true};
inline const Setting<bool> kUtp{"connection/utp", true};
inline const Setting<QStringList> kBannedPeers{"connection/banned_peers", {}}; ///< see gui::readBans()

// Speed, KiB/s, 0 = no limit
inline const Setting<int> kDownloadLimit{"speed/download_limit", 0, 0, 10'000'000};
inline const Setting<int> kUploadLimit{"speed/upload_limit", 0, 0, 10'000'000};

// Embedded tracker
inline const Setting<bool> kTrackerEnabled{"tracker/enabled", false};
inline const Setting<int> kTrackerPort{"tracker/port", 6969, 1, 65535};
inline const Setting<bool> kTrackerOpen{"tracker/open", false};          ///< serve any torrent, not only hosted ones
inline const Setting<QString> kTrackerHostName{"tracker/host_name", {}}; ///< used in links instead of an address
/// Announce URLs of this tracker, without keys: what transfers for everyone have now, and all that led here before.
inline const Setting<QStringList> kTrackerToldUrls{"tracker/told_urls", {}};
inline const Setting<QStringList> kTrackerFormerUrls{"tracker/former_urls", {}};
inline const Setting<QString> kTrackerNetworks{"tracker/networks", {}}; ///< see hosting/networks.h
inline const Setting<QString> kTrackerBanned{"tracker/banned", {}};     ///< ranges of addresses that never get in
inline const Setting<int> kTrackerRequests{"tracker/requests_per_second", 500, 0, 100'000}; ///< of one address; 0 = any
inline const Setting<int> kTrackerPeers{"tracker/peers_per_address", 10'000, 0, 1'000'000}; ///< 0 = any
inline const Setting<int> kTrackerConnections{"tracker/connections_per_address", 64, 1, 8'000};
inline const Setting<int> kTrackerFriendPrograms{"tracker/programs_per_friend", 8, 0, 1'000};   ///< 0 = any
inline const Setting<int> kTrackerFriendTorrents{"tracker/torrents_per_friend", 0, 0, 100'000}; ///< 0 = any
inline const Setting<QString> kTrackerTitle{"tracker/title", {}}; ///< whose tracker it is, for invited friends

/// A file in the MaxMind format that knows the countries of addresses; empty = one that the system has.
inline const Setting<QString> kCountryDatabase{"connection/country_database", {}};

// Desktop
inline const Setting<bool> kTrayIcon{"desktop/tray", true};
inline const Setting<bool> kCloseToTray{"desktop/close_to_tray", false}; ///< closing the window leaves the program
inline const Setting<bool> kAskBeforeQuitting{"desktop/ask_before_quitting", true}; ///< while something moves
inline const Setting<QString> kLockPassword{"lock/password", {}};      ///< see gui::WindowLock; empty = none
inline const Setting<bool> kLockWhenHidden{"lock/when_hidden", false}; ///< hiding the window in the tray locks it
inline const Setting<bool> kIsLocked{"lock/is_locked", false};         ///< also after the next start
inline const Setting<bool> kDropWindow{"desktop/drop_window", false};  ///< small, above others, takes what is dropped
inline const Setting<QByteArray> kDropWindowPlace{"desktop/drop_window_place", {}};
inline const Setting<bool> kNotifyFinished{"desktop/notify_finished", true};
inline const Setting<bool> kNotifyProblems{"desktop/notify_problems", true};     ///< while the window is not in front
inline const Setting<bool> kAwakeDownloading{"desktop/awake_downloading", true}; ///< keeps the computer from sleeping
inline const Setting<bool> kAwakeSeeding{"desktop/awake_seeding", false};

// Since the first start; what a run adds is added when it ends and now and then
inline const Setting<qint64> kTotalDownloaded{"statistics/downloaded", 0};
inline const Setting<qint64> kTotalUploaded{"statistics/uploaded", 0};
inline const Setting<qint64> kTotalSeconds{"statistics/seconds", 0};
inline const Setting<int> kTotalRuns{"statistics/runs", 0};

// Window
inline const Setting<QString> kTheme{"window/theme", QStringLiteral("system")}; ///< system, light, dark
inline const Setting<QString> kLanguage{"window/language", {}};                 ///< "en", "fr"; empty = the system's
inline const Setting<QByteArray> kWindowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> kWindowSplitter{"window/splitter", {}};
inline const Setting<QByteArray> kTransferColumns{"window/transfer_columns", {}};
inline const Setting<QByteArray> kDetailsColumns{"window/details_columns", {}};
inline const Setting<QString> kDetailsTab{"window/details_tab", {}};       ///< id of the page shown last
inline const Setting<int> kSpeedSpan{"window/speed_span", 300, 60, 86400}; ///< seconds that the graph shows
inline const Setting<bool> kShareOptions{"window/share_options", false};   ///< sharing shows every option
inline const Setting<bool> kDetailsVisible{"window/details_visible", true};
inline const Setting<bool> kAllStatuses{"window/all_statuses", false}; ///< the sidebar shows every status
inline const Setting<int> kActivateIncomplete{"window/activate_incomplete", 0, 0, 3}; ///< see gui::Activation
inline const Setting<int> kActivateComplete{"window/activate_complete", 0, 0, 3};
inline const Setting<bool> kRatesInTitle{"window/rates_in_title", false};
inline const Setting<bool> kSidebarVisible{"window/sidebar_visible", true};
inline const Setting<bool> kToolbarVisible{"window/toolbar_visible", true};
inline const Setting<bool> kStatusBarVisible{"window/status_bar_visible", true};

} // namespace essaim::settings
