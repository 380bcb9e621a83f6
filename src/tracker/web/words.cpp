#include "tracker/web/words.h"

#include <algorithm>
#include <charconv>

namespace essaim::tracker {

namespace {

constexpr Words kEnglish{
    .language = "en",
    .invitation = "Invitation",
    .hello = "Hello {}",
    .sharedBy = "{} shares these with you.",
    .shared = "These are shared with you.",
    .nothingYet = "Nothing is shared with you yet. Come back later: this page always shows what is there.",
    .file = "1 file",
    .files = "{} files",
    .moreFiles = "and {} more",
    .listOfFiles = "Files",
    .download = "Download .torrent",
    .magnet = "Open magnet link",
    .howTo = "How to download",
    .stepClient = "Install a BitTorrent client if you have none: Essaim, qBittorrent, Transmission or any other.",
    .stepOpen = "Download the .torrent and open it with that client. Choose a folder: the rest goes by itself.",
    .stepStay = "Leave the client open for a while afterwards, so that others get it from you, too.",
    .inEssaim = "With Essaim it is enough to copy the address of this page and choose Add link: Essaim keeps it, and "
                "shows what is new here.",
    .notHere = "Ask the person who shares it for its .torrent: it is not on this page.",
    .forYouAlone = "This page and what you download from it are for you alone: whoever has them is taken for you.",
    .othersSee = "As always with BitTorrent, those who share the same torrent see your Internet address.",
    .subscribe = "New torrents as a feed:",
    .paused = "Your access is paused. Nothing can be downloaded for now.",
    .notValid = "This invitation is not valid (any more)",
    .askAgain = "Was the whole link copied? If so, ask the person who sent it to you for a new one.",
    .decimalSeparator = ".",
    .units = {"B", "kB", "MB", "GB", "TB"},
};

constexpr Words kFrench{
    .language = "fr",
    .invitation = "Invitation",
    .hello = "Bonjour {}",
    .sharedBy = "{} partage ceci avec vous.",
    .shared = "Voici ce qui est partagé avec vous.",
    .nothingYet =
        "Rien n’est encore partagé avec vous. Revenez plus tard\u00a0: cette page montre toujours ce qu’il y a.",
    .file = "1 fichier",
    .files = "{} fichiers",
    .moreFiles = "et {} de plus",
    .listOfFiles = "Fichiers",
    .download = "Télécharger le .torrent",
    .magnet = "Ouvrir le lien magnet",
    .howTo = "Comment télécharger",
    .stepClient =
        "Installez un client BitTorrent si vous n’en avez pas\u00a0: Essaim, qBittorrent, Transmission ou un autre.",
    .stepOpen =
        "Téléchargez le .torrent et ouvrez-le avec ce client. Choisissez un dossier\u00a0: le reste se fait seul.",
    .stepStay = "Laissez ensuite le client ouvert un moment, pour que d’autres puissent aussi télécharger chez vous.",
    .inEssaim =
        "Avec Essaim, il suffit de copier l’adresse de cette page et de choisir Ajouter un lien\u00a0: Essaim la garde "
        "et montre ce qu’il y a de nouveau.",
    .notHere = "Demandez son .torrent à la personne qui le partage\u00a0: il n’est pas sur cette page.",
    .forYouAlone = "Cette page et ce que vous en téléchargez sont pour vous seul\u00a0: qui les a passe pour vous.",
    .othersSee =
        "Comme toujours avec BitTorrent, ceux qui partagent le même torrent voient votre adresse sur Internet.",
    .subscribe = "Les nouveaux torrents en flux\u00a0:",
    .paused = "Votre accès est suspendu. Rien ne peut être téléchargé pour le moment.",
    .notValid = "Cette invitation n’est pas (ou plus) valable",
    .askAgain =
        "Le lien a-t-il été copié en entier\u202f? Si oui, demandez-en un nouveau à la personne qui vous l’a envoyé.",
    .decimalSeparator = ",",
    .units = {"o", "ko", "Mo", "Go", "To"},
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// The q of "fr;q=0.8", in thousandths.
int weightOf(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos)
        return 1000;
    const auto text = parameters.substr(at + 2);
    if (!text.starts_with('0'))
        return text.starts_with('1') ? 1000 : 0;
    int weight = 0;
    int scale = 100;
    for (std::size_t i = 2; i < std::min<std::size_t>(text.size(), 5) && text[i] >= '0' && text[i] <= '9'; ++i) {
        weight += (text[i] - '0') * scale;
        scale /= 10;
    }
    return weight;
}

bool isLanguage(std::string_view tag, std::string_view language) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return tag.size() >= language.size() && std::ranges::equal(tag.substr(0, language.size()), language, {}, lower) &&
           (tag.size() == language.size() || tag[language.size()] == '-');
}

} // namespace

const Words& wordsFor(std::string_view acceptLanguage) {
    const Words* best = &kEnglish;
    int bestWeight = 0;
    while (!acceptLanguage.empty()) {
        const auto comma = acceptLanguage.find(',');
        const auto range = trimmed(acceptLanguage.substr(0, comma));
        acceptLanguage = comma == std::string_view::npos ? std::string_view() : acceptLanguage.substr(comma + 1);
        const auto semicolon = range.find(';');
        const int weight = semicolon == std::string_view::npos ? 1000 : weightOf(range.substr(semicolon));
        const auto tag = trimmed(range.substr(0, semicolon));
        for (const Words* words : {&kEnglish, &kFrench}) {
            if (weight > bestWeight && isLanguage(tag, words->language)) {
                best = words;
                bestWeight = weight;
            }
        }
    }
    return *best;
}

} // namespace essaim::tracker
