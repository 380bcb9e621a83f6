<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Essaim</source>
        <translation>À propos d’Essaim</translation>
    </message>
    <message>
        <source>A BitTorrent client that also hosts swarms.</source>
        <translation>Un client BitTorrent qui héberge aussi des essaims.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. You may use, study, share and change it; it comes without any warranty.</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Vous pouvez l’utiliser, l’étudier, le partager et le modifier&#xa0;; il est fourni sans aucune garantie.</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
</context>
<context>
    <name>AddLinkDialog</name>
    <message>
        <source>Add link</source>
        <translation>Ajouter un lien</translation>
    </message>
    <message>
        <source>Magnet &amp;links, addresses of .torrent files or info-hashes, one a line</source>
        <translation>&amp;Liens magnet, adresses de fichiers .torrent ou empreintes (info-hash), un par ligne</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
</context>
<context>
    <name>AddTorrentDialog</name>
    <message>
        <source>Add torrent</source>
        <translation>Ajouter un torrent</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>&amp;Enregistrer dans</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Dossier des fichiers</translation>
    </message>
    <message>
        <source>Folders used before</source>
        <translation>Dossiers déjà utilisés</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>S&amp;tart the download now</source>
        <translation>Commencer le téléchargement &amp;maintenant</translation>
    </message>
</context>
<context>
    <name>AllTorrents</name>
    <message numerus="yes">
        <source>%n torrents paused</source>
        <translation>
            <numerusform>%n torrent mis en pause</numerusform>
            <numerusform>%n torrents mis en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents resumed</source>
        <translation>
            <numerusform>%n torrent repris</numerusform>
            <numerusform>%n torrents repris</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%1: %n file(s), %2, %3 pieces of %4</source>
        <translation>
            <numerusform>%1&#xa0;: %n fichier, %2, %3 morceaux de %4</numerusform>
            <numerusform>%1&#xa0;: %n fichiers, %2, %3 morceaux de %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
    <message>
        <source>--piece-size wants &quot;auto&quot; or a size such as 256K.</source>
        <translation>--piece-size attend «&#xa0;auto&#xa0;» ou une taille comme 256K.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ignoré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Make a .torrent of files and folders</source>
        <translation>Créer un fichier .torrent à partir de fichiers et de dossiers</translation>
    </message>
    <message>
        <source>HTTP source; may be repeated</source>
        <translation>Source HTTP&#xa0;; peut être répétée</translation>
    </message>
    <message>
        <source>Power of two from 16K to 128M, or auto</source>
        <translation>Puissance de deux de 16K à 128M, ou auto</translation>
    </message>
    <message>
        <source>v1, v2 or hybrid</source>
        <translation>v1, v2 ou hybrid</translation>
    </message>
    <message>
        <source>Peers from its trackers only</source>
        <translation>Pairs venant de ses trackers seulement</translation>
    </message>
    <message>
        <source>Name of the torrent, if not that of the files</source>
        <translation>Nom du torrent, s’il diffère de celui des fichiers</translation>
    </message>
    <message>
        <source>Text for whoever opens it</source>
        <translation>Texte pour qui l’ouvrira</translation>
    </message>
    <message>
        <source>Text that makes the info-hash another one</source>
        <translation>Texte qui change l’empreinte (info-hash)</translation>
    </message>
    <message>
        <source>Threads that hash; 0 = automatic</source>
        <translation>Fils de calcul des empreintes&#xa0;; 0 = automatique</translation>
    </message>
    <message>
        <source>One JSON object a line</source>
        <translation>Un objet JSON par ligne</translation>
    </message>
    <message>
        <source>Download a torrent, then seed it</source>
        <translation>Télécharger un torrent, puis le partager</translation>
    </message>
    <message>
        <source>A .torrent or a magnet link</source>
        <translation>Un fichier .torrent ou un lien magnet</translation>
    </message>
    <message>
        <source>Folder for the torrent&apos;s files</source>
        <translation>Dossier des fichiers du torrent</translation>
    </message>
    <message>
        <source>End when every file is there</source>
        <translation>Terminer quand tous les fichiers sont là</translation>
    </message>
    <message>
        <source>See %1 --help.</source>
        <translation>Voir %1 --help.</translation>
    </message>
    <message>
        <source>BitTorrent from the command line</source>
        <translation>BitTorrent en ligne de commande</translation>
    </message>
    <message>
        <source>Port to listen on; 0 = any free one</source>
        <translation>Port d’écoute&#xa0;; 0 = n’importe quel port libre</translation>
    </message>
    <message>
        <source>No DHT, no local discovery, no port mapping; this computer only unless --bind says otherwise</source>
        <translation>Ni DHT, ni découverte locale, ni redirection de port&#xa0;; cet ordinateur seul, sauf indication de --bind</translation>
    </message>
    <message>
        <source>Address to listen on and to connect from</source>
        <translation>Adresse d’écoute et d’origine des connexions</translation>
    </message>
    <message>
        <source>HOST:PORT to connect to; may be repeated</source>
        <translation>HÔTE:PORT auquel se connecter&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>--bind wants an IPv4 or IPv6 address.</source>
        <translation>--bind attend une adresse IPv4 ou IPv6.</translation>
    </message>
    <message>
        <source>--peer wants HOST:PORT.</source>
        <translation>--peer attend HÔTE:PORT.</translation>
    </message>
    <message>
        <source>Only %1 of %2 are there: the rest is downloaded if somebody has it.</source>
        <translation>Seulement %1 sur %2 sont présents&#xa0;: le reste sera téléchargé si quelqu’un l’a.</translation>
    </message>
    <message>
        <source>Offer files that are there to others</source>
        <translation>Proposer aux autres des fichiers déjà présents</translation>
    </message>
    <message>
        <source>A .torrent</source>
        <translation>Un fichier .torrent</translation>
    </message>
    <message>
        <source>Folder that holds the torrent&apos;s files</source>
        <translation>Dossier qui contient les fichiers du torrent</translation>
    </message>
    <message>
        <source>Info-hash v1: %1</source>
        <translation>Empreinte v1&#xa0;: %1</translation>
    </message>
    <message>
        <source>Info-hash v2: %1</source>
        <translation>Empreinte v2&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tracker, tier %1: %2</source>
        <translation>Tracker, niveau %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Web seed: %1</source>
        <translation>Source web&#xa0;: %1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Nom&#xa0;: %1</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Taille&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pieces: %1 of %2</source>
        <translation>Morceaux&#xa0;: %1 de %2</translation>
    </message>
    <message>
        <source>Private: peers from its trackers only</source>
        <translation>Privé&#xa0;: pairs venant de ses trackers seulement</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>Commentaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Origine&#xa0;: %1</translation>
    </message>
    <message>
        <source>Made with: %1</source>
        <translation>Créé avec&#xa0;: %1</translation>
    </message>
    <message>
        <source>Made on: %1</source>
        <translation>Créé le&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tracker: %1</source>
        <translation>Tracker&#xa0;: %1</translation>
    </message>
    <message>
        <source>Say what a .torrent or magnet link holds</source>
        <translation>Décrire le contenu d’un fichier .torrent ou d’un lien magnet</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>Arrêté par une erreur</translation>
    </message>
    <message>
        <source>Files are missing</source>
        <translation>Il manque des fichiers</translation>
    </message>
    <message>
        <source>Fetching metadata</source>
        <translation>Récupération des métadonnées</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En file d’attente</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>En téléchargement</translation>
    </message>
    <message>
        <source>Waiting for peers</source>
        <translation>En attente de pairs</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>En partage</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Listening on port %1</source>
        <translation>À l’écoute sur le port %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, down %3, up %4, %n peer(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %2, réception %3, envoi %4, %n pair</numerusform>
            <numerusform>%1&#xa0;: %2, réception %3, envoi %4, %n pairs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is complete.</source>
        <translation>%1 est terminé.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Manquant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not complete: %1 (%2 of %3)</source>
        <translation>Incomplet&#xa0;: %1 (%2 sur %3)</translation>
    </message>
    <message numerus="yes">
        <source>All %n file(s) are there and right.</source>
        <translation>
            <numerusform>%n fichier, présent et correct.</numerusform>
            <numerusform>%n fichiers, tous présents et corrects.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are there and right.</source>
        <translation>%1 sur %2 sont présents et corrects.</translation>
    </message>
    <message>
        <source>Check the files of a torrent, reading only</source>
        <translation>Vérifier les fichiers d’un torrent, en lecture seule</translation>
    </message>
    <message>
        <source>Bytes a second, such as 500K or 2M</source>
        <translation>Octets par seconde, par exemple 500K ou 2M</translation>
    </message>
    <message>
        <source>A limit is a number of bytes a second, such as 500K or 2M.</source>
        <translation>Une limite est un nombre d’octets par seconde, par exemple 500K ou 2M.</translation>
    </message>
    <message>
        <source>Waits for its drive</source>
        <translation>Attend son disque</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Déplacement</translation>
    </message>
    <message>
        <source>--each makes several: --output must be a folder or hold {name}.</source>
        <translation>--each en fait plusieurs&#xa0;: --output doit être un dossier ou contenir {name}.</translation>
    </message>
    <message>
        <source>Padding: %1</source>
        <translation>Remplissage&#xa0;: %1</translation>
    </message>
    <message>
        <source>Would be written to %1, about %2</source>
        <translation>Serait écrit dans %1, environ %2</translation>
    </message>
    <message>
        <source>Reused without reading: %1</source>
        <translation>Réutilisé sans lecture&#xa0;: %1</translation>
    </message>
    <message>
        <source>Files and folders; those of different folders need --name</source>
        <translation>Fichiers et dossiers&#x202f;; ceux de dossiers différents demandent --name</translation>
    </message>
    <message>
        <source>The .torrent to write, a folder, or a pattern such as out/{name}.torrent</source>
        <translation>Le .torrent à écrire, un dossier, ou un modèle comme out/{name}.torrent</translation>
    </message>
    <message>
        <source>A torrent of its own for each PATH</source>
        <translation>Un torrent séparé pour chaque PATH</translation>
    </message>
    <message>
        <source>Announce URL; each repetition is a further tier, commas share one tier</source>
        <translation>URL d’annonce&#x202f;; chaque répétition est un niveau de plus, les virgules partagent un niveau</translation>
    </message>
    <message>
        <source>Automatic piece size: at most so many pieces</source>
        <translation>Taille de morceau automatique&#xa0;: au plus ce nombre de morceaux</translation>
    </message>
    <message>
        <source>Let each file of a v1 torrent begin a piece</source>
        <translation>Faire commencer un morceau à chaque fichier d’un torrent v1</translation>
    </message>
    <message>
        <source>Do not mark programs as executable</source>
        <translation>Ne pas marquer les programmes comme exécutables</translation>
    </message>
    <message>
        <source>Do not state when it was made</source>
        <translation>Ne pas indiquer la date de création</translation>
    </message>
    <message>
        <source>Leave out what matches, such as *.nfo or extras/**; may be repeated</source>
        <translation>Laisser de côté ce qui correspond, comme *.nfo ou extras/**&#x202f;; peut être répété</translation>
    </message>
    <message>
        <source>Take only what matches; may be repeated</source>
        <translation>Ne prendre que ce qui correspond&#x202f;; peut être répété</translation>
    </message>
    <message>
        <source>Take .DS_Store, Thumbs.db, *.part and the like, too</source>
        <translation>Prendre aussi .DS_Store, Thumbs.db, *.part et semblables</translation>
    </message>
    <message>
        <source>Leave out names that begin with a dot</source>
        <translation>Laisser de côté les noms qui commencent par un point</translation>
    </message>
    <message>
        <source>Leave out symbolic links</source>
        <translation>Laisser de côté les liens symboliques</translation>
    </message>
    <message>
        <source>Read in order, as suits disks that turn</source>
        <translation>Lire dans l’ordre, comme il convient aux disques à plateaux</translation>
    </message>
    <message>
        <source>Read every file, also those whose hashes are known</source>
        <translation>Lire chaque fichier, même ceux dont les empreintes sont connues</translation>
    </message>
    <message>
        <source>End with an error if names or files would trouble others</source>
        <translation>Finir en erreur si des noms ou des fichiers gêneraient d’autres personnes</translation>
    </message>
    <message>
        <source>Say what would be made, write nothing</source>
        <translation>Dire ce qui serait fait, ne rien écrire</translation>
    </message>
    <message>
        <source>--name is for one torrent, --each makes several.</source>
        <translation>--name vaut pour un seul torrent, --each en fait plusieurs.</translation>
    </message>
    <message>
        <source>Source, private and name are part of the torrent&apos;s identity: with them it is another torrent for everybody who has it. If that is meant, add --new-identity.</source>
        <translation>Source, privé et nom font partie de l’identité du torrent&#xa0;: avec eux, c’est un autre torrent pour tous ceux qui l’ont. Si c’est voulu, ajoutez --new-identity.</translation>
    </message>
    <message>
        <source>It is another torrent now: %1</source>
        <translation>C’est un autre torrent désormais&#xa0;: %1</translation>
    </message>
    <message>
        <source>Its info-hash is the same as before.</source>
        <translation>Son info-hash est le même qu’avant.</translation>
    </message>
    <message>
        <source>Change trackers, web seeds and comment of a .torrent</source>
        <translation>Changer trackers, sources web et commentaire d’un .torrent</translation>
    </message>
    <message>
        <source>Write here instead of over FILE</source>
        <translation>Écrire ici au lieu d’écraser FILE</translation>
    </message>
    <message>
        <source>Announce URL instead of those there; each repetition is a further tier, commas share one tier</source>
        <translation>URL d’annonce à la place de celles qui y sont&#x202f;; chaque répétition est un niveau de plus, les virgules partagent un niveau</translation>
    </message>
    <message>
        <source>Remove all trackers</source>
        <translation>Enlever tous les trackers</translation>
    </message>
    <message>
        <source>HTTP source instead of those there; may be repeated</source>
        <translation>Source HTTP à la place de celles qui y sont&#x202f;; peut être répété</translation>
    </message>
    <message>
        <source>Remove all web seeds</source>
        <translation>Enlever toutes les sources web</translation>
    </message>
    <message>
        <source>Text for whoever opens it; empty removes it</source>
        <translation>Texte pour qui l’ouvre&#x202f;; vide, il est enlevé</translation>
    </message>
    <message>
        <source>Part of the identity: needs --new-identity</source>
        <translation>Fait partie de l’identité&#xa0;: demande --new-identity</translation>
    </message>
    <message>
        <source>Let it become another torrent, with another info-hash</source>
        <translation>En faire un autre torrent, avec un autre info-hash</translation>
    </message>
    <message>
        <source>%1  %2  %3 left</source>
        <translation>%1  %2  encore %3</translation>
    </message>
    <message>
        <source>the same name as %1 on Windows and macOS</source>
        <translation>le même nom que %1 sous Windows et macOS</translation>
    </message>
    <message>
        <source>the same name as %1 but for the encoding of accents</source>
        <translation>le même nom que %1, à l’encodage des accents près</translation>
    </message>
    <message>
        <source>Windows keeps this name for itself</source>
        <translation>Windows se réserve ce nom</translation>
    </message>
    <message>
        <source>holds a character that Windows forbids</source>
        <translation>contient un caractère que Windows interdit</translation>
    </message>
    <message>
        <source>ends with a dot or space, which Windows drops</source>
        <translation>finit par un point ou une espace, que Windows enlève</translation>
    </message>
    <message>
        <source>a path too long for Windows</source>
        <translation>un chemin trop long pour Windows</translation>
    </message>
    <message>
        <source>a name too long for most systems</source>
        <translation>un nom trop long pour la plupart des systèmes</translation>
    </message>
    <message>
        <source>cannot be read and stays out</source>
        <translation>illisible, reste de côté</translation>
    </message>
    <message>
        <source>an empty file, which some old clients do not make</source>
        <translation>un fichier vide, que certains anciens clients ne créent pas</translation>
    </message>
    <message>
        <source>an empty folder, which a torrent cannot hold</source>
        <translation>un dossier vide, qu’un torrent ne peut pas contenir</translation>
    </message>
    <message>
        <source>a link that stays out</source>
        <translation>un lien qui reste de côté</translation>
    </message>
    <message>
        <source>no ordinary file: it stays out</source>
        <translation>pas un fichier ordinaire&#xa0;: il reste de côté</translation>
    </message>
    <message>
        <source>a name that no torrent may hold: it stays out</source>
        <translation>un nom qu’aucun torrent ne peut contenir&#xa0;: il reste de côté</translation>
    </message>
    <message>
        <source>v2 opens in newer clients only; hybrid opens in all</source>
        <translation>v2 ne s’ouvre que dans les clients récents&#x202f;; hybride s’ouvre dans tous</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 (better: %2)</source>
        <translation>%1 (mieux&#xa0;: %2)</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Remarque&#xa0;: %1</translation>
    </message>
    <message>
        <source>Complete or overwrite files that are there and differ</source>
        <translation>Compléter ou remplacer les fichiers présents qui diffèrent</translation>
    </message>
    <message>
        <source>Waiting for room on the disk</source>
        <translation>En attente de place sur le disque</translation>
    </message>
    <message>
        <source>changed a moment ago: is it finished?</source>
        <translation>modifié à l’instant&#xa0;: est-il terminé&#x202f;?</translation>
    </message>
    <message>
        <source>Use one processor, and leave it and the disk to other programs</source>
        <translation>Utiliser un seul processeur, et le laisser ainsi que le disque aux autres programmes</translation>
    </message>
    <message>
        <source>Warning: with these pieces, %1 of padding follow the files. Clients with libtorrent before 2.0.11, this program too, do not open such a torrent; smaller pieces or version 2 avoid it.</source>
        <translation>Attention&#xa0;: avec ces morceaux, %1 de remplissage suivent les fichiers. Les clients dont libtorrent est antérieur à 2.0.11, ce programme aussi, n’ouvrent pas un tel torrent&#x202f;; des morceaux plus petits ou la version 2 l’évitent.</translation>
    </message>
    <message>
        <source>a .torrent beyond 10 MB, which many clients refuse: choose larger pieces or v1</source>
        <translation>un .torrent de plus de 10 Mo, que beaucoup de clients refusent&#xa0;: choisissez de plus gros morceaux ou la v1</translation>
    </message>
</context>
<context>
    <name>CopyWithKey</name>
    <message>
        <source>This holds your own key. Copy it?</source>
        <translation>Ceci contient votre propre clé. Copier&#x202f;?</translation>
    </message>
    <message>
        <source>The tracker knows you by a key in its address. Whoever gets this is taken for you, with all that follows: do not pass it on. Others need an address with a key of their own.</source>
        <translation>Le tracker vous reconnaît à une clé dans son adresse. Qui la reçoit passe pour vous, avec tout ce qui s’ensuit&#xa0;: ne la transmettez pas. Les autres ont besoin d’une adresse avec leur propre clé.</translation>
    </message>
    <message>
        <source>Copy with my key</source>
        <translation>Copier avec ma clé</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Piece si&amp;ze</source>
        <translation>&amp;Taille des morceaux</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>&amp;Enregistrer sous</translation>
    </message>
    <message>
        <source>Empty: no .torrent is written</source>
        <translation>Vide&#xa0;: aucun fichier .torrent n’est écrit</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Private</source>
        <translation>Pri&amp;vé</translation>
    </message>
    <message>
        <source>Start &amp;seeding</source>
        <translation>Commencer le parta&amp;ge</translation>
    </message>
    <message>
        <source>The files stay where they are and are offered from there.</source>
        <translation>Les fichiers restent où ils sont et sont proposés depuis cet endroit.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus d’options</translation>
    </message>
    <message>
        <source>&amp;Trackers</source>
        <translation>Trac&amp;kers</translation>
    </message>
    <message>
        <source>&amp;Web seeds</source>
        <translation>Sources &amp;web</translation>
    </message>
    <message>
        <source>One URL in a line</source>
        <translation>Une URL par ligne</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>Origine (so&amp;urce)</translation>
    </message>
    <message>
        <source>Some trackers ask for a word here that tells their torrents from others</source>
        <translation>Certains trackers demandent ici un mot qui distingue leurs torrents des autres</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Créer</translation>
    </message>
    <message>
        <source>Comm&amp;ent</source>
        <translation>Commenta&amp;ire</translation>
    </message>
    <message>
        <source>Peers find each other only through its trackers. Friends need the .torrent: a link does not work.</source>
        <translation>Les pairs ne se trouvent que par ses trackers. Vos amis ont besoin du fichier .torrent&#xa0;: un lien ne fonctionne pas.</translation>
    </message>
    <message>
        <source>One torrent &amp;with all</source>
        <translation>Un &amp;seul torrent pour tout</translation>
    </message>
    <message>
        <source>One torrent eac&amp;h</source>
        <translation>Un torrent c&amp;hacun</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>The new version takes the place of the &amp;old one</source>
        <translation>La nouvelle version remplace l’&amp;ancienne</translation>
    </message>
    <message>
        <source>Once the new one is there, the old one leaves the list of transfers, and your tracker if the new one is shared there. Its files stay; friends who have it keep it.</source>
        <translation>Dès que la nouvelle est là, l’ancienne quitte la liste des transferts, et votre tracker si la nouvelle y est partagée. Ses fichiers restent&#x202f;; les amis qui l’ont la gardent.</translation>
    </message>
    <message>
        <source>Web seeds, comment, source and fine points of the format</source>
        <translation>Sources web, commentaire, source et détails du format</translation>
    </message>
    <message>
        <source>Be&amp;gin each file with a new piece</source>
        <translation>Commencer un morceau à cha&amp;que fichier</translation>
    </message>
    <message>
        <source>Empty space is put between the files (BEP 47), so that each can be checked and shared by itself</source>
        <translation>Un espace vide est mis entre les fichiers (BEP 47), afin que chacun puisse être vérifié et partagé seul</translation>
    </message>
    <message>
        <source>State the &amp;date of creation</source>
        <translation>Indiquer la &amp;date de création</translation>
    </message>
    <message>
        <source>Without it, the same files always give the same .torrent</source>
        <translation>Sans elle, les mêmes fichiers donnent toujours le même .torrent</translation>
    </message>
    <message>
        <source>Share what lin&amp;ks inside the folder point to</source>
        <translation>Partager ce que désignent les &amp;liens du dossier</translation>
    </message>
    <message>
        <source>Links that lead elsewhere are always left out</source>
        <translation>Les liens qui mènent ailleurs sont toujours laissés de côté</translation>
    </message>
    <message>
        <source>What is not for everyone becomes a private torrent, and each friend gets it with a key of their own</source>
        <translation>Ce qui n’est pas pour tous devient un torrent privé, et chaque ami le reçoit avec sa propre clé</translation>
    </message>
    <message>
        <source>S&amp;hare on my tracker</source>
        <translation>Partager sur &amp;mon tracker</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Plus d’&amp;options</translation>
    </message>
</context>
<context>
    <name>CreateProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>You may close this window: the work goes on, below the list of transfers, and even after a restart of Essaim.</source>
        <translation>Vous pouvez fermer cette fenêtre&#xa0;: le travail continue, sous la liste des transferts, et même après un redémarrage d’Essaim.</translation>
    </message>
    <message>
        <source>&amp;Go on in the background</source>
        <translation>&amp;Continuer en arrière-plan</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Mettre en &amp;pause</translation>
    </message>
</context>
<context>
    <name>CreateResultPage</name>
    <message>
        <source>It is on your clipboard already. Your friends open it in any BitTorrent client.</source>
        <translation>Il est déjà dans le presse-papiers. Vos amis l’ouvrent dans n’importe quel client BitTorrent.</translation>
    </message>
    <message>
        <source>The .&amp;torrent</source>
        <translation>Fichier .&amp;torrent</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>Until a friend has everything, the download depends on this computer: keep Essaim running.</source>
        <translation>Tant qu’aucun ami n’a tout reçu, le téléchargement dépend de cet ordinateur&#xa0;: laissez Essaim ouvert.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Its &amp;link</source>
        <translation>Son &amp;lien</translation>
    </message>
</context>
<context>
    <name>CreateTorrentDialog</name>
    <message>
        <source>Create a torrent</source>
        <translation>Créer un torrent</translation>
    </message>
</context>
<context>
    <name>CreationStrip</name>
    <message>
        <source>Progress of all torrents in the making</source>
        <translation>Avancement de tous les torrents en préparation</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause or resume everything that is being made</source>
        <translation>Mettre en pause ou reprendre tout ce qui est en préparation</translation>
    </message>
    <message>
        <source>Show each</source>
        <translation>Afficher la liste</translation>
    </message>
    <message>
        <source>Show the torrents in the making one by one</source>
        <translation>Afficher un par un les torrents en préparation</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Take what is done off this list; the torrents stay</source>
        <translation>Retirer de cette liste ce qui est terminé&#x202f;; les torrents restent</translation>
    </message>
    <message>
        <source>Torrents in the making</source>
        <translation>Torrents en préparation</translation>
    </message>
</context>
<context>
    <name>DetailsTabs</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>Trackers</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>HTTP sources</source>
        <translation>Sources HTTP</translation>
    </message>
</context>
<context>
    <name>EditTorrentDialog</name>
    <message>
        <source>Edit a torrent file</source>
        <translation>Modifier un fichier torrent</translation>
    </message>
    <message>
        <source>Info-hash</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>&amp;Trackers</source>
        <translation>&amp;Trackers</translation>
    </message>
    <message>
        <source>&amp;Web seeds</source>
        <translation>Sources &amp;web</translation>
    </message>
    <message>
        <source>One URL in a line</source>
        <translation>Une URL par ligne</translation>
    </message>
    <message>
        <source>Comm&amp;ent</source>
        <translation>Comm&amp;entaire</translation>
    </message>
    <message>
        <source>These stand beside the content: the info-hash stays, and everybody who has the torrent keeps it. Torrents in your list keep the trackers that they have there.</source>
        <translation>Ceci est à côté du contenu&#xa0;: l’empreinte reste, et tous ceux qui ont le torrent le gardent. Les torrents de votre liste gardent les trackers qu’ils y ont.</translation>
    </message>
    <message>
        <source>These belong to the info-hash. Changed, this is another torrent: who has the old one does not meet who gets the new one.</source>
        <translation>Ceci fait partie de l’empreinte. Modifié, c’est un autre torrent&#xa0;: ceux qui ont l’ancien ne rencontrent pas ceux qui reçoivent le nouveau.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>So&amp;urce</translation>
    </message>
    <message>
        <source>&amp;Private</source>
        <translation>&amp;Privé</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>Enregistrer &amp;sous</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 sur %3)</translation>
    </message>
    <message>
        <source>%1 (%2 this session)</source>
        <translation>%1 (dont %2 pendant cette session)</translation>
    </message>
    <message>
        <source>down %1, up %2</source>
        <translation>réception %1, envoi %2</translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n connexion</numerusform>
            <numerusform>%n connexions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected, %1 known</source>
        <translation>
            <numerusform>%n connexion, %1 dans l’essaim</numerusform>
            <numerusform>%n connexions, %1 dans l’essaim</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (seeding for %2)</source>
        <translation>%1 (dont %2 en partage)</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 Mio</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 Kio</translation>
    </message>
    <message>
        <source>%1, all present</source>
        <translation>%1, tous présents</translation>
    </message>
    <message>
        <source>%1, %2 present</source>
        <translation>%1, dont %2 présents</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, asked again in %2</source>
        <translation>%1, prochaine annonce dans %2</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 avec %2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Débits</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Active for</source>
        <translation>Temps actif</translation>
    </message>
    <message>
        <source>Save path</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Morceaux</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté le</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Terminé le</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>yes, peers come from the tracker only</source>
        <translation>oui, les pairs ne viennent que du tracker</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Info-hash v1</source>
        <translation>Empreinte v1</translation>
    </message>
    <message>
        <source>Info-hash v2</source>
        <translation>Empreinte v2</translation>
    </message>
    <message>
        <source>Then moves to</source>
        <translation>Ira ensuite dans</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>En moyenne</translation>
    </message>
    <message>
        <source>Its limits</source>
        <translation>Ses limites</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>Last seen complete</source>
        <translation>Vu complet</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln fichier, %1</numerusform>
            <numerusform>%Ln fichiers, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChoiceBox</name>
    <message>
        <source>Show by name, such as *.flac</source>
        <translation>Afficher par nom, par exemple *.flac</translation>
    </message>
    <message>
        <source>Show files by name or pattern</source>
        <translation>Afficher les fichiers par nom ou motif</translation>
    </message>
    <message>
        <source>Files to download</source>
        <translation>Fichiers à télécharger</translation>
    </message>
    <message>
        <source>No file has such a name.</source>
        <translation>Aucun fichier ne porte un tel nom.</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>Tout &amp;cocher</translation>
    </message>
    <message>
        <source>U&amp;ntick all</source>
        <translation>Tout &amp;décocher</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Onl&amp;y</source>
        <translation>&amp;Seulement</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Sauf</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>rien d’autre</translation>
    </message>
    <message>
        <source>Leave out &amp;junk</source>
        <translation>Sans les fichiers &amp;inutiles</translation>
    </message>
    <message>
        <source>Leave out h&amp;idden files</source>
        <translation>Sans les fichiers &amp;cachés</translation>
    </message>
    <message>
        <source>Files and folders whose names begin with a dot</source>
        <translation>Fichiers et dossiers dont le nom commence par un point</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>What other computers will make of these files</source>
        <translation>Ce que d’autres ordinateurs feront de ces fichiers</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Remède</translation>
    </message>
</context>
<context>
    <name>FollowDialog</name>
    <message>
        <source>Shared with me</source>
        <translation>Partagé avec moi</translation>
    </message>
    <message>
        <source>Shared &amp;by:</source>
        <translation>Partagé &amp;par&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Regarder à nouveau</translation>
    </message>
    <message>
        <source>Stop &amp;following</source>
        <translation>Ne plus &amp;suivre</translation>
    </message>
    <message>
        <source>What is shared with you</source>
        <translation>Ce qui est partagé avec vous</translation>
    </message>
    <message>
        <source>Download new ones by &amp;themselves</source>
        <translation>&amp;Télécharger les nouveaux automatiquement</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Télécharger</translation>
    </message>
    <message>
        <source>Download all &amp;new ones</source>
        <translation>Télécharger tous les &amp;nouveaux</translation>
    </message>
    <message>
        <source>My tracker &amp;stands in while this host is away</source>
        <translation>Mon tracker &amp;prend le relais quand cet hôte est absent</translation>
    </message>
</context>
<context>
    <name>FriendDialog</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>as you call this friend</source>
        <translation>comme vous appelez cet ami</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>N&amp;ote&#xa0;:</translation>
    </message>
    <message>
        <source>for you alone</source>
        <translation>pour vous seul</translation>
    </message>
    <message>
        <source>May &amp;share, but not download</source>
        <translation>Peut &amp;partager, mais pas télécharger</translation>
    </message>
    <message>
        <source>&amp;Programs on one torrent:</source>
        <translation>&amp;Programmes par torrent&#xa0;:</translation>
    </message>
    <message>
        <source>as for everybody</source>
        <translation>comme pour tous</translation>
    </message>
    <message>
        <source>&amp;Torrents at a time:</source>
        <translation>&amp;Torrents à la fois&#xa0;:</translation>
    </message>
</context>
<context>
    <name>FriendsPanel</name>
    <message>
        <source>Friends</source>
        <translation>Amis</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>&amp;Inviter…</translation>
    </message>
    <message>
        <source>&amp;Add friend…</source>
        <translation>&amp;Ajouter un ami…</translation>
    </message>
    <message>
        <source>The file with your tracker’s secret was lost. The keys of your friends still work, but their links cannot be made again.</source>
        <translation>Le fichier du secret de votre tracker a été perdu. Les clés de vos amis fonctionnent encore, mais leurs liens ne peuvent pas être refaits.</translation>
    </message>
    <message>
        <source>New &amp;keys…</source>
        <translation>Nouvelles &amp;clés…</translation>
    </message>
</context>
<context>
    <name>GroupMenu</name>
    <message>
        <source>&amp;Resume these</source>
        <translation>&amp;Reprendre ceux-ci</translation>
    </message>
    <message>
        <source>Start these at &amp;once</source>
        <translation>&amp;Démarrer ceux-ci tout de suite</translation>
    </message>
    <message>
        <source>&amp;Pause these</source>
        <translation>&amp;Mettre ceux-ci en pause</translation>
    </message>
    <message>
        <source>&amp;Check their files again</source>
        <translation>&amp;Vérifier de nouveau leurs fichiers</translation>
    </message>
    <message>
        <source>&amp;Ask their trackers for more peers</source>
        <translation>&amp;Demander d’autres pairs à leurs trackers</translation>
    </message>
    <message>
        <source>Re&amp;move these…</source>
        <translation>Reti&amp;rer ceux-ci…</translation>
    </message>
</context>
<context>
    <name>HostNameDialog</name>
    <message>
        <source>Host name in links</source>
        <translation>Nom d’hôte dans les liens</translation>
    </message>
    <message>
        <source>&amp;Host name or public address for links, for example home.example.net. Empty: an address of this computer.</source>
        <translation>Nom d’&amp;hôte ou adresse publique pour les liens, par exemple maison.example.net. Vide&#xa0;: une adresse de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>HostedPanel</name>
    <message>
        <source>&amp;Share files…</source>
        <translation>&amp;Partager des fichiers…</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>A link to the selected torrent, for everybody to whom you send it</source>
        <translation>Un lien vers le torrent choisi, pour tous ceux à qui vous l’envoyez</translation>
    </message>
    <message>
        <source>Shared torrents</source>
        <translation>Torrents partagés</translation>
    </message>
    <message>
        <source>Drop files or a folder here, or choose them. Essaim makes a torrent of them, lists it on your tracker and gives you a link. Friends open the link in any BitTorrent client and download from you and from each other.</source>
        <translation>Déposez ici des fichiers ou un dossier, ou choisissez-les. Essaim en fait un torrent, l’inscrit sur votre tracker et vous donne un lien. Vos amis ouvrent ce lien dans n’importe quel client BitTorrent et téléchargent chez vous et les uns chez les autres.</translation>
    </message>
    <message>
        <source>Sharing switches your tracker on. What you shared before comes back with it.</source>
        <translation>Partager active votre tracker. Ce que vous partagiez auparavant revient avec lui.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Send this link to your friend. It opens a page with everything that you share with this friend, for any BitTorrent client. It is for this friend alone: whoever has it is taken for this friend.</source>
        <translation>Envoyez ce lien à votre ami. Il ouvre une page avec tout ce que vous partagez avec lui, pour n’importe quel client BitTorrent. Il est pour lui seul&#xa0;: qui l’a passe pour lui.</translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation>Lien d’invitation</translation>
    </message>
    <message>
        <source>The link as a QR code</source>
        <translation>Le lien en code QR</translation>
    </message>
    <message>
        <source>Point a telephone’s camera at it to open the link</source>
        <translation>Visez-le avec l’appareil photo d’un téléphone pour ouvrir le lien</translation>
    </message>
    <message>
        <source>&amp;Show key</source>
        <translation>Mon&amp;trer la clé</translation>
    </message>
    <message>
        <source>Copy the announce address</source>
        <translation>Copier l’adresse d’annonce</translation>
    </message>
    <message>
        <source>&amp;Or send one torrent, made for this friend</source>
        <translation>&amp;Ou envoyez un torrent, fait pour cet ami</translation>
    </message>
    <message>
        <source>Save .&amp;torrent…</source>
        <translation>Enregistrer le .&amp;torrent…</translation>
    </message>
    <message>
        <source>It is on your clipboard already.</source>
        <translation>Il est déjà dans votre presse-papiers.</translation>
    </message>
    <message>
        <source>&amp;Your name on that page:</source>
        <translation>&amp;Votre nom sur cette page&#xa0;:</translation>
    </message>
    <message>
        <source>For a program that asks for a tracker or an &amp;announce URL: the one of this friend</source>
        <translation>Pour un programme qui demande un tracker ou une URL d’&amp;annonce&#xa0;: celle de cet ami</translation>
    </message>
    <message>
        <source>your friend sees it</source>
        <translation>votre ami le voit</translation>
    </message>
</context>
<context>
    <name>LabelMenu</name>
    <message numerus="yes">
        <source>“%1” taken from %n torrent(s)</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» retiré d’un torrent</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» retiré de %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” renamed in %n torrent(s)</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» renommé dans un torrent</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» renommé dans %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>Renommer l’étiquette</translation>
    </message>
    <message>
        <source>Rename category</source>
        <translation>Renommer la catégorie</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Nouveau nom&#xa0;:</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Re&amp;nommer…</translation>
    </message>
    <message>
        <source>&amp;Take it away from all</source>
        <translation>L’en&amp;lever à tous</translation>
    </message>
    <message>
        <source>Folder for new torrents of this category</source>
        <translation>Dossier des nouveaux torrents de cette catégorie</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Nouvelle catégorie</translation>
    </message>
    <message>
        <source>Category; a slash puts one below another:</source>
        <translation>Catégorie&#x202f;; une barre en met une sous une autre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;New category…</source>
        <translation>&amp;Nouvelle catégorie…</translation>
    </message>
    <message>
        <source>&amp;Folder for new torrents…</source>
        <translation>&amp;Dossier des nouveaux torrents…</translation>
    </message>
    <message>
        <source>&amp;Usual folder for new torrents</source>
        <translation>Dossier habit&amp;uel pour les nouveaux torrents</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Category and tags</source>
        <translation>Catégorie et étiquettes</translation>
    </message>
    <message>
        <source>&amp;Category:</source>
        <translation>&amp;Catégorie&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>É&amp;tiquettes&#xa0;:</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparées par des virgules</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move to</source>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Move the files there</source>
        <translation>&amp;Y déplacer les fichiers</translation>
    </message>
    <message>
        <source>The files &amp;are there already: look for them and check them</source>
        <translation>Les fichiers y sont déjà&#xa0;: les y chercher et les &amp;vérifier</translation>
    </message>
    <message>
        <source>Folders used before</source>
        <translation>Dossiers déjà utilisés</translation>
    </message>
</context>
<context>
    <name>NetworkDialog</name>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Home, campus, a provider…</source>
        <translation>Maison, campus, un fournisseur…</translation>
    </message>
    <message>
        <source>&amp;Addresses:</source>
        <translation>&amp;Adresses&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;May use this tracker</source>
        <translation>Peut &amp;utiliser ce tracker</translation>
    </message>
    <message>
        <source>Its members meet each &amp;other first</source>
        <translation>Ses membres se rencontrent d’ab&amp;ord entre eux</translation>
    </message>
</context>
<context>
    <name>NetworksPanel</name>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>&amp;Add network…</source>
        <translation>&amp;Ajouter un réseau…</translation>
    </message>
    <message>
        <source>The first network that contains an address decides whether it gets in. Members of a network may meet each other first, so that their traffic stays inside.</source>
        <translation>Le premier réseau qui contient une adresse décide si elle entre. Les membres d’un réseau peuvent se rencontrer d’abord entre eux, pour que leurs échanges y restent.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Meets own first</source>
        <translation>D’abord entre soi</translation>
    </message>
    <message>
        <source>Addresses &amp;elsewhere get in, too</source>
        <translation>Les adresses d’aill&amp;eurs entrent aussi</translation>
    </message>
    <message>
        <source>&amp;Would this address get in?</source>
        <translation>Cette adresse e&amp;ntrerait-elle&#xa0;?</translation>
    </message>
    <message>
        <source>an IP address</source>
        <translation>une adresse IP</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Stayed inside</source>
        <translation>Resté à l’intérieur</translation>
    </message>
    <message>
        <source>Nobody but this computer gets in now: no network may, and addresses elsewhere may not.</source>
        <translation>Personne n’entre à présent, sauf cet ordinateur&#xa0;: aucun réseau ne le peut, ni les adresses d’ailleurs.</translation>
    </message>
</context>
<context>
    <name>PathAction</name>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Choose a program</source>
        <translation>Choisir un programme</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>PathProblems</name>
    <message>
        <source>The file “%1” is not there now: check its path. If its drive is away, countries are shown again after a start at which it is there.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» n’est pas là en ce moment&#xa0;: vérifiez son chemin. Si son disque est débranché, les pays reviendront après un démarrage où il sera là.</translation>
    </message>
    <message>
        <source>“%1” is not a file: choose a database, whose name ends in .mmdb.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un fichier&#xa0;: choisissez une base, dont le nom finit par .mmdb.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: allow your user to read it, or choose another file.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu&#xa0;: donnez-vous le droit de le lire, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>“%1” is not a database of countries: choose a file .mmdb, such as those of DB-IP or GeoLite2.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une base de pays&#xa0;: choisissez un fichier .mmdb, comme ceux de DB-IP ou de GeoLite2.</translation>
    </message>
    <message>
        <source>No program called “%1” is installed: check its name, or write its full path.</source>
        <translation>Aucun programme nommé «&#xa0;%1&#xa0;» n’est installé&#xa0;: vérifiez son nom, ou écrivez son chemin complet.</translation>
    </message>
    <message>
        <source>The program “%1” is not there now: check its path. It cannot run until it is there.</source>
        <translation>Le programme «&#xa0;%1&#xa0;» n’est pas là en ce moment&#xa0;: vérifiez son chemin. Il ne pourra être lancé que quand il sera là.</translation>
    </message>
    <message>
        <source>“%1” cannot be run: choose a program, or allow that this file is executed.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lancé&#xa0;: choisissez un programme, ou autorisez l’exécution de ce fichier.</translation>
    </message>
    <message>
        <source>“%1” is not a full path: write it from / on.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un chemin complet&#xa0;: écrivez-le depuis la racine, /.</translation>
    </message>
    <message>
        <source>The path of the program has blanks: write it between quotation marks, %1</source>
        <translation>Le chemin du programme contient des espaces&#xa0;: écrivez-le entre guillemets droits, %1</translation>
    </message>
</context>
<context>
    <name>PeerWords</name>
    <message>
        <source>it sends to us</source>
        <translation>il nous envoie des données</translation>
    </message>
    <message>
        <source>it has what we want and does not send it now</source>
        <translation>il a ce que nous voulons et ne l’envoie pas pour l’instant</translation>
    </message>
    <message>
        <source>we send to it</source>
        <translation>nous lui envoyons des données</translation>
    </message>
    <message>
        <source>it wants what we have and has to wait for it</source>
        <translation>il veut ce que nous avons et doit attendre</translation>
    </message>
    <message>
        <source>it gets something for a try</source>
        <translation>il reçoit quelque chose à titre d’essai</translation>
    </message>
    <message>
        <source>it promised data and has not sent any for a while</source>
        <translation>il a promis des données et n’en a pas envoyé depuis un moment</translation>
    </message>
    <message>
        <source>it connected to us</source>
        <translation>il s’est connecté à nous</translation>
    </message>
    <message>
        <source>known from the DHT</source>
        <translation>connu par la DHT</translation>
    </message>
    <message>
        <source>known from other peers</source>
        <translation>connu par d’autres pairs</translation>
    </message>
    <message>
        <source>found in the local network</source>
        <translation>trouvé sur le réseau local</translation>
    </message>
    <message>
        <source>the connection is encrypted</source>
        <translation>la connexion est chiffrée</translation>
    </message>
    <message>
        <source>the greeting was encrypted</source>
        <translation>la prise de contact était chiffrée</translation>
    </message>
    <message>
        <source>connected over uTP, which gives way to other traffic</source>
        <translation>connecté par uTP, qui cède le passage aux autres échanges</translation>
    </message>
    <message>
        <source>known from a tracker</source>
        <translation>connu par un tracker</translation>
    </message>
    <message>
        <source>known from an earlier session</source>
        <translation>connu d’une session précédente</translation>
    </message>
    <message>
        <source>the connection is being made</source>
        <translation>la connexion est en cours</translation>
    </message>
    <message>
        <source>it has not said yet what it has</source>
        <translation>il n’a pas encore dit ce qu’il a</translation>
    </message>
    <message>
        <source>it has everything</source>
        <translation>il a tout</translation>
    </message>
    <message>
        <source>it wants nothing</source>
        <translation>il ne veut rien</translation>
    </message>
    <message>
        <source>connected with the help of another peer</source>
        <translation>connecté avec l’aide d’un autre pair</translation>
    </message>
    <message>
        <source>it had a part in a piece that came out wrong</source>
        <translation>il a contribué à une pièce erronée</translation>
    </message>
    <message>
        <source>a server that sends over HTTP</source>
        <translation>un serveur qui envoie par HTTP</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>&amp;Enregistrer dans</translation>
    </message>
    <message>
        <source>The download folder of the system</source>
        <translation>Le dossier de téléchargement du système</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>S&amp;tart added torrents at once</source>
        <translation>Démarrer aussitôt les torrents a&amp;joutés</translation>
    </message>
    <message>
        <source>Downloads at the same &amp;time</source>
        <translation>&amp;Téléchargements simultanés</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>&amp;Port for peers</source>
        <translation>P&amp;ort pour les pairs</translation>
    </message>
    <message>
        <source>Chosen at the first start</source>
        <translation>Choisi au premier démarrage</translation>
    </message>
    <message>
        <source>Ask the &amp;router to open the port</source>
        <translation>Demander au &amp;routeur d’ouvrir le port</translation>
    </message>
    <message>
        <source>UPnP and NAT-PMP</source>
        <translation>UPnP et NAT-PMP</translation>
    </message>
    <message>
        <source>Find peers in the &amp;DHT</source>
        <translation>Chercher des pairs dans la &amp;DHT</translation>
    </message>
    <message>
        <source>Distributed hash table; never used for private torrents</source>
        <translation>Table de hachage distribuée&#xa0;; jamais utilisée pour les torrents privés</translation>
    </message>
    <message>
        <source>Find peers on the &amp;local network</source>
        <translation>Chercher des pairs sur le réseau &amp;local</translation>
    </message>
    <message>
        <source>Local service discovery; never used for private torrents</source>
        <translation>Découverte de services locaux (LSD)&#xa0;; jamais utilisée pour les torrents privés</translation>
    </message>
    <message>
        <source>E&amp;xchange peers with peers</source>
        <translation>É&amp;changer des adresses avec les pairs</translation>
    </message>
    <message>
        <source>Peer exchange; never used for private torrents</source>
        <translation>Échange de pairs (PEX)&#xa0;; jamais utilisé pour les torrents privés</translation>
    </message>
    <message>
        <source>Connect over &amp;uTP as well as TCP</source>
        <translation>Se connecter en &amp;uTP aussi bien qu’en TCP</translation>
    </message>
    <message>
        <source>uTP gives way to other traffic on the line</source>
        <translation>uTP laisse la priorité au reste du trafic de la ligne</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Débits</translation>
    </message>
    <message>
        <source>&amp;Download limit</source>
        <translation>Limite de &amp;réception</translation>
    </message>
    <message>
        <source> KiB/s</source>
        <translation> Kio/s</translation>
    </message>
    <message>
        <source>&amp;Upload limit</source>
        <translation>Limite d’&amp;envoi</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>&amp;Port of the tracker</source>
        <translation>P&amp;ort du tracker</translation>
    </message>
    <message>
        <source>&amp;Host name in links</source>
        <translation>Nom d’&amp;hôte dans les liens</translation>
    </message>
    <message>
        <source>The address that is found</source>
        <translation>L’adresse détectée</translation>
    </message>
    <message>
        <source>Anybody who knows the address can then use this tracker for anything.</source>
        <translation>Quiconque connaît l’adresse peut alors utiliser ce tracker pour n’importe quoi.</translation>
    </message>
    <message>
        <source>&amp;Keep free on each disk</source>
        <translation>&amp;Garder libre sur chaque disque</translation>
    </message>
    <message>
        <source>Downloads wait while less than this is free. On a small disk, a tenth of it is enough.</source>
        <translation>Les téléchargements attendent tant qu’il reste moins que cela. Sur un petit disque, un dixième suffit.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> Mio</translation>
    </message>
    <message>
        <source>&amp;Read gently when files are checked or shared</source>
        <translation>&amp;Lire en douceur pour vérifier ou partager des fichiers</translation>
    </message>
    <message>
        <source>One processor instead of all of them, and of the disk what other programs leave: slower, but not felt.</source>
        <translation>Un seul processeur au lieu de tous, et du disque ce que les autres programmes laissent&#xa0;: plus lent, mais imperceptible.</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Chercher un réglage</translation>
    </message>
    <message>
        <source>Only what I cha&amp;nged</source>
        <translation>Seulement ce que j’ai cha&amp;ngé</translation>
    </message>
    <message>
        <source>Where the files of new torrents go, unless another folder is chosen for one of them.</source>
        <translation>Où vont les fichiers des nouveaux torrents, sauf si l’on choisit un autre dossier pour l’un d’eux.</translation>
    </message>
    <message>
        <source>Otherwise an added torrent waits until you resume it.</source>
        <translation>Sinon, un torrent ajouté attend que vous le repreniez.</translation>
    </message>
    <message>
        <source>More wait in the queue. What is complete is shared all the same.</source>
        <translation>Les autres attendent dans la file. Ce qui est complet est partagé de toute façon.</translation>
    </message>
    <message>
        <source>Others reach you at this port, over TCP and uTP. Your router must let it through.</source>
        <translation>Les autres vous joignent par ce port, en TCP et en uTP. Votre box doit le laisser passer.</translation>
    </message>
    <message>
        <source>For all torrents together. Each torrent can have a limit of its own.</source>
        <translation>Pour tous les torrents ensemble. Chaque torrent peut avoir sa propre limite.</translation>
    </message>
    <message>
        <source>Friends reach the tracker on your computer at this port, over HTTP and UDP.</source>
        <translation>Les amis joignent par ce port le tracker de votre ordinateur, en HTTP et en UDP.</translation>
    </message>
    <message>
        <source>A name that always leads to your computer, for links that outlive a change of address.</source>
        <translation>Un nom qui mène toujours à votre ordinateur, pour des liens qui survivent à un changement d’adresse.</translation>
    </message>
    <message>
        <source>Otherwise the tracker knows only the torrents that you share through it.</source>
        <translation>Sinon, le tracker ne connaît que les torrents que vous partagez par lui.</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>How it goes at a glance, and a menu with the most important commands.</source>
        <translation>L’état d’un coup d’œil, et un menu avec les commandes les plus importantes.</translation>
    </message>
    <message>
        <source>Show an icon in the &amp;tray</source>
        <translation>Montrer une &amp;icône dans la zone de notification</translation>
    </message>
    <message>
        <source>Torrents go on. Quit in the menu of the icon, or with Ctrl+Q.</source>
        <translation>Les torrents continuent. Quittez par le menu de l’icône ou avec Ctrl+Q.</translation>
    </message>
    <message>
        <source>&amp;Closing the window leaves Essaim in the tray</source>
        <translation>&amp;Fermer la fenêtre laisse Essaim dans la zone de notification</translation>
    </message>
    <message>
        <source>It stays above other windows: torrents and links are added, files and folders shared.</source>
        <translation>Elle reste au-dessus des autres fenêtres&#xa0;: torrents et liens sont ajoutés, fichiers et dossiers partagés.</translation>
    </message>
    <message>
        <source>Show a small &amp;window to drop things on</source>
        <translation>Montrer une petite fe&amp;nêtre où déposer</translation>
    </message>
    <message>
        <source>By a notification of the desktop, while another window is in front.</source>
        <translation>Par une notification du bureau, quand une autre fenêtre est devant.</translation>
    </message>
    <message>
        <source>Tell when a &amp;download is complete</source>
        <translation>Prévenir quand un &amp;téléchargement est terminé</translation>
    </message>
    <message>
        <source>A full disk, a drive that went away, a failure: while another window is in front.</source>
        <translation>Un disque plein, un disque parti, une erreur&#xa0;: quand une autre fenêtre est devant.</translation>
    </message>
    <message>
        <source>Tell when a torrent &amp;needs you</source>
        <translation>Prévenir quand un torrent a &amp;besoin de vous</translation>
    </message>
    <message>
        <source>It may go to sleep a minute after the last one has paused or come to its end.</source>
        <translation>Il peut se mettre en veille une minute après que le dernier s’est arrêté ou terminé.</translation>
    </message>
    <message>
        <source>Keep the computer a&amp;wake while torrents download</source>
        <translation>Garder l’ordinateur é&amp;veillé pendant les téléchargements</translation>
    </message>
    <message>
        <source>Only while somebody does.</source>
        <translation>Seulement tant que quelqu’un le fait.</translation>
    </message>
    <message>
        <source>Keep the computer awake while others &amp;load from you</source>
        <translation>Garder l’ordinateur éveillé quand on té&amp;lécharge chez vous</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>Comme au &amp;début</translation>
    </message>
    <message>
        <source>Stop added torrents &amp;when</source>
        <translation>Arrêter les torrents ajoutés &amp;quand</translation>
    </message>
    <message>
        <source>So that you can look first at the files of a link, or at what is there already. Can be chosen for each torrent, too.</source>
        <translation>Pour regarder d’abord les fichiers d’un lien, ou ce qui est déjà là. Se choisit aussi pour chaque torrent.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>The list of files is there</source>
        <translation>La liste des fichiers est là</translation>
    </message>
    <message>
        <source>The files are checked</source>
        <translation>Les fichiers sont vérifiés</translation>
    </message>
    <message>
        <source>Database of co&amp;untries</source>
        <translation>Base des pa&amp;ys</translation>
    </message>
    <message>
        <source>A file .mmdb, such as those of DB-IP or GeoLite2: the list of peers then says in which countries they are. Nothing is asked over the network.</source>
        <translation>Un fichier .mmdb, comme ceux de DB-IP ou de GeoLite2&#xa0;: la liste des pairs dit alors dans quels pays ils sont. Rien n’est demandé au réseau.</translation>
    </message>
    <message>
        <source>Looked for in /usr/share/GeoIP</source>
        <translation>Cherchée dans /usr/share/GeoIP</translation>
    </message>
    <message>
        <source>Then the window comes back only with the password of the lock, which is set in the menu File.</source>
        <translation>La fenêtre ne revient alors qu’avec le mot de passe du verrou, qui se choisit dans le menu Fichier.</translation>
    </message>
    <message>
        <source>&amp;Lock the window when it is hidden in the tray</source>
        <translation>&amp;Verrouiller la fenêtre quand elle est cachée dans la zone de notification</translation>
    </message>
    <message>
        <source>So that they can be read in the bar of windows, too.</source>
        <translation>Pour les lire aussi dans la barre des fenêtres.</translation>
    </message>
    <message>
        <source>Show the &amp;rates in the title of the window</source>
        <translation>Afficher les dé&amp;bits dans le titre de la fenêtre</translation>
    </message>
    <message>
        <source>A &amp;double click on a download</source>
        <translation>Un &amp;double-clic sur un téléchargement</translation>
    </message>
    <message>
        <source>Enter does the same.</source>
        <translation>La touche Entrée fait de même.</translation>
    </message>
    <message>
        <source>Opens the folder</source>
        <translation>Ouvre le dossier</translation>
    </message>
    <message>
        <source>Pauses or resumes</source>
        <translation>Met en pause ou reprend</translation>
    </message>
    <message>
        <source>Shows the details</source>
        <translation>Affiche les détails</translation>
    </message>
    <message>
        <source>Does nothing</source>
        <translation>Ne fait rien</translation>
    </message>
    <message>
        <source>A double click on &amp;what is complete</source>
        <translation>Un double-clic sur un torrent &amp;complet</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>When a torrent is &amp;added, run</source>
        <translation>Quand un torrent est &amp;ajouté, lancer</translation>
    </message>
    <message>
        <source>A program with what it needs to know. %N is the name, %F the file or the folder, %D the folder it lies in, %L the category, %G the tags, %T the tracker, %I and %J the info-hashes, %Z the bytes, %C the number of files.</source>
        <translation>Un programme avec ce qu’il doit savoir. %N est le nom, %F le fichier ou le dossier, %D le dossier qui le contient, %L la catégorie, %G les étiquettes, %T le tracker, %I et %J les empreintes, %Z les octets, %C le nombre de fichiers.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>When it is &amp;complete, run</source>
        <translation>Quand il est &amp;complet, lancer</translation>
    </message>
    <message>
        <source>&amp;Keep a copy of each .torrent in</source>
        <translation>&amp;Garder une copie de chaque .torrent dans</translation>
    </message>
    <message>
        <source>A folder. What stands there under the same name stays.</source>
        <translation>Un dossier. Ce qui s’y trouve sous le même nom y reste.</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nulle part</translation>
    </message>
    <message>
        <source>&amp;Leave out files named</source>
        <translation>&amp;Laisser de côté les fichiers nommés</translation>
    </message>
    <message>
        <source>Names or patterns, separated by semicolons, such as *.nfo; Thumbs.db; Sample. They are not downloaded unless you tick them.</source>
        <translation>Des noms ou des motifs, séparés par des points-virgules, comme *.nfo&#x202f;; Thumbs.db&#x202f;; Sample. Ils ne sont pas téléchargés, sauf si vous les cochez.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Magnet links, and addresses that end in .torrent.</source>
        <translation>Les liens magnet et les adresses qui finissent par .torrent.</translation>
    </message>
    <message>
        <source>Offer to add &amp;links that are copied anywhere</source>
        <translation>Proposer d’ajouter les l&amp;iens copiés n’importe où</translation>
    </message>
    <message>
        <source>&amp;Mark files with “.!es” until they are complete</source>
        <translation>&amp;Marquer les fichiers de «&#xa0;.!es&#xa0;» jusqu’à ce qu’ils soient complets</translation>
    </message>
    <message>
        <source>On the disk, the name of a file ends in “.!es” until all of the file is there, so that other programs leave it alone. Goes for the torrents in the list as well.</source>
        <translation>Sur le disque, le nom d’un fichier se termine par «&#xa0;.!es&#xa0;» tant qu’il n’est pas là en entier, pour que les autres programmes n’y touchent pas. Vaut aussi pour les torrents de la liste.</translation>
    </message>
    <message>
        <source>&amp;Until complete, in</source>
        <translation>&amp;Jusqu’à la fin, dans</translation>
    </message>
    <message>
        <source>A folder. Files move from there by themselves once they are complete. Can be left out for each torrent.</source>
        <translation>Un dossier. Les fichiers en partent d’eux-mêmes une fois complets. Peut être écarté pour chaque torrent.</translation>
    </message>
    <message>
        <source>The same folder</source>
        <translation>Le même dossier</translation>
    </message>
    <message>
        <source>&amp;Serve any torrent, not only those that are shared here</source>
        <translation>&amp;Servir tous les torrents, pas seulement ceux partagés ici</translation>
    </message>
    <message>
        <source>&amp;Banned peers</source>
        <translation>Pairs &amp;bannis</translation>
    </message>
    <message>
        <source>Nobody there is connected to, and no tracker there is asked; who is connected is dropped. One a line: an address, a network (192.0.2.0/24) or a range (192.0.2.7-192.0.2.20). This computer is never banned.</source>
        <translation>Aucune connexion avec qui s’y trouve, aucun tracker n’y est interrogé&#x202f;; qui est connecté est renvoyé. Un élément par ligne&#xa0;: une adresse, un réseau (192.0.2.0/24) ou une plage (192.0.2.7-192.0.2.20). Cet ordinateur n’est jamais banni.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Otherwise a torrent is added as this page says, without its dialog; you are asked only where there is a question, such as other files of the same name.</source>
        <translation>Sinon, un torrent est ajouté comme le dit cette page, sans sa fenêtre&#x202f;; on ne vous demande que s’il y a une question, par exemple d’autres fichiers du même nom.</translation>
    </message>
    <message>
        <source>Ask &amp;before a torrent is added</source>
        <translation>&amp;Demander avant d’ajouter un torrent</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>How the &amp;files lie</source>
        <translation>Disposition des &amp;fichiers</translation>
    </message>
    <message>
        <source>Of a link, once its list of files is there. Can be chosen for each torrent and for each watched folder, too.</source>
        <translation>Pour un lien, dès que sa liste de fichiers est là. Peut aussi être choisi pour chaque torrent et pour chaque dossier surveillé.</translation>
    </message>
    <message>
        <source>Files as in the torrent</source>
        <translation>Fichiers comme dans le torrent</translation>
    </message>
    <message>
        <source>In a folder of their own</source>
        <translation>Dans un dossier à eux</translation>
    </message>
    <message>
        <source>Without the top folder</source>
        <translation>Sans le dossier du haut</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Catégorie</translation>
    </message>
    <message>
        <source>Of added torrents and watched folders for which no other is chosen. If the category has a folder, they go there.</source>
        <translation>Pour les torrents ajoutés et les dossiers surveillés qui n’en ont pas d’autre. Si la catégorie a un dossier, ils y vont.</translation>
    </message>
    <message>
        <source>Once its torrent was added; one that was refused stays. The bin of the desktop gives it back. Watched folders say for themselves what becomes of theirs.</source>
        <translation>Une fois son torrent ajouté&#x202f;; celui d’un torrent refusé reste. La corbeille du bureau le rend. Les dossiers surveillés disent eux-mêmes ce que deviennent les leurs.</translation>
    </message>
    <message>
        <source>Then take the .torrent file to the b&amp;in</source>
        <translation>Mettre ensuite le fichier .torrent à la cor&amp;beille</translation>
    </message>
    <message>
        <source>Not when the desktop itself ends, and not when all downloads are done and Essaim is to quit then.</source>
        <translation>Pas quand la session du bureau se termine, ni quand Essaim doit quitter une fois tous les téléchargements terminés.</translation>
    </message>
    <message>
        <source>Ask before &amp;quitting while torrents download or others load from you</source>
        <translation>Demander avant de &amp;quitter tant que des torrents se téléchargent ou que d’autres chargent chez vous</translation>
    </message>
    <message>
        <source>None</source>
        <comment>category</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Downloads that are complete within a moment share one message.</source>
        <translation>Les téléchargements qui se terminent presque en même temps partagent un seul message.</translation>
    </message>
    <message>
        <source>Send an e-&amp;mail when a download is complete</source>
        <translation>Envoyer un &amp;message électronique quand un téléchargement est terminé</translation>
    </message>
    <message>
        <source>Mail &amp;server</source>
        <translation>&amp;Serveur de messagerie</translation>
    </message>
    <message>
        <source>The server that takes messages from you; your provider calls it SMTP or outgoing mail, such as smtp.example.org.</source>
        <translation>Le serveur qui prend vos messages&#xa0;; votre fournisseur l’appelle SMTP ou serveur d’envoi, comme smtp.example.org.</translation>
    </message>
    <message>
        <source>The port of the server: 587 with STARTTLS, 465 with TLS, 25 without encryption, unless your provider says otherwise.</source>
        <translation>Le port du serveur&#xa0;: 587 avec STARTTLS, 465 avec TLS, 25 sans chiffrement, sauf si votre fournisseur en indique un autre.</translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation>Port du serveur de messagerie</translation>
    </message>
    <message>
        <source>How the conversation with the server is hidden from others. What is not encrypted, the password too, can be read on the way.</source>
        <translation>Comment la conversation avec le serveur est cachée aux autres. Ce qui n’est pas chiffré, mot de passe compris, peut être lu en chemin.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation>Sans chiffrement</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>For the login at the mail server.</source>
        <translation>Pour s’identifier auprès du serveur de messagerie.</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>Sans identification</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>It lies in a file of its own that only you can read.</source>
        <translation>Il est gardé dans un fichier à part que vous seul pouvez lire.</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>The address that messages come from; most servers take none but yours.</source>
        <translation>L’adresse d’où viennent les messages&#xa0;; la plupart des serveurs n’acceptent que la vôtre.</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>The address that messages go to. Several are separated by commas.</source>
        <translation>L’adresse où vont les messages. S’il y en a plusieurs, elles sont séparées par des virgules.</translation>
    </message>
    <message>
        <source>S&amp;end a test message</source>
        <translation>&amp;Envoyer un message d’essai</translation>
    </message>
</context>
<context>
    <name>PresencePanel</name>
    <message>
        <source>Who has what</source>
        <translation>Qui a quoi</translation>
    </message>
    <message>
        <source>No friend was here yet</source>
        <translation>Aucun ami n’est encore venu</translation>
    </message>
    <message>
        <source>When friends download with their own links, you see here how far each of them is, with which program, and whether others can reach it.</source>
        <translation>Quand vos amis téléchargent avec leurs propres liens, vous voyez ici où en est chacun, avec quel programme, et si d’autres peuvent le joindre.</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Fills the form with the choices that you saved under a name</source>
        <translation>Remplit le formulaire avec les choix que vous avez enregistrés sous un nom</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Save, rename and delete presets</source>
        <translation>Enregistrer, renommer et supprimer des préréglages</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Also remove the downloaded &amp;files</source>
        <translation>Retirer aussi les &amp;fichiers téléchargés</translation>
    </message>
    <message>
        <source>What happens to each file</source>
        <translation>Ce qui arrive à chaque fichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui arrive</translation>
    </message>
    <message>
        <source>Delete them for &amp;good instead: this cannot be undone</source>
        <translation>Les supprimer &amp;définitivement&#xa0;: ceci ne peut pas être annulé</translation>
    </message>
</context>
<context>
    <name>RemovedDialog</name>
    <message>
        <source>Recently removed</source>
        <translation>Retirés récemment</translation>
    </message>
    <message>
        <source>Removed torrents can be brought back for 30 days, with their progress and, as long as they are in the bin, their files.</source>
        <translation>Les torrents retirés peuvent être rétablis pendant 30 jours, avec leur progression et, tant qu’ils sont dans la corbeille, leurs fichiers.</translation>
    </message>
    <message>
        <source>Removed torrents</source>
        <translation>Torrents retirés</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Nothing was removed in the last 30 days.</source>
        <translation>Rien n’a été retiré ces 30 derniers jours.</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Forget for good</source>
        <translation>&amp;Oublier définitivement</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore the list</source>
        <translation>Rétablir la liste</translation>
    </message>
    <message>
        <source>Restore the list as of…</source>
        <translation>Rétablir la liste du…</translation>
    </message>
    <message>
        <source>Torrents that are missing come back, with the labels, priorities and limits of that day. Files on the disk are not touched. The list as it is now is kept as a backup first, so that you can return to it.</source>
        <translation>Les torrents qui manquent reviennent, avec les étiquettes, les priorités et les limites de ce jour-là. Les fichiers sur le disque ne sont pas touchés. La liste telle qu’elle est maintenant est d’abord sauvegardée, pour que vous puissiez y revenir.</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>Torrents</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>ShieldPanel</name>
    <message>
        <source>Blocked torrents</source>
        <translation>Torrents bloqués</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Torrent</source>
        <translation>Torrent</translation>
    </message>
    <message>
        <source>Reason that clients show</source>
        <translation>Motif que les clients affichent</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Refused since the start</source>
        <translation>Refusés depuis le démarrage</translation>
    </message>
    <message>
        <source>Requests a second of one &amp;address:</source>
        <translation>Requêtes par seconde d’une &amp;adresse&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Connections of one address:</source>
        <translation>&amp;Connexions d’une adresse&#xa0;:</translation>
    </message>
    <message>
        <source>New &amp;peers of one address:</source>
        <translation>Nouveaux &amp;pairs d’une adresse&#xa0;:</translation>
    </message>
    <message>
        <source>Programs of one friend on one &amp;torrent:</source>
        <translation>Programmes d’un ami sur un &amp;torrent&#xa0;:</translation>
    </message>
    <message>
        <source>Torrents of one &amp;friend at a time:</source>
        <translation>Torrents d’un a&amp;mi à la fois&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Banned addresses:</source>
        <translation>Adresses &amp;bannies&#xa0;:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Bloc&amp;k no longer</source>
        <translation>Ne plus &amp;bloquer</translation>
    </message>
    <message>
        <source>Addresses and ranges such as 203.0.113.7, 198.51.100.0/24, 2001:db8::/32</source>
        <translation>Adresses et plages, comme 203.0.113.7, 198.51.100.0/24, 2001:db8::/32</translation>
    </message>
    <message>
        <source>&amp;Share again</source>
        <translation>&amp;Partager de nouveau</translation>
    </message>
    <message>
        <source>With those with whom it was shared before it was taken down</source>
        <translation>Avec ceux avec qui il était partagé avant son retrait</translation>
    </message>
    <message>
        <source>It can be shared anew; with whom it was shared is forgotten</source>
        <translation>Il pourra être partagé à nouveau&#x202f;; avec qui il l’était est oublié</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Drop files or a folder here</source>
        <translation>Déposez ici des fichiers ou un dossier</translation>
    </message>
    <message>
        <source>What goes into the torrent</source>
        <translation>Ce que contiendra le torrent</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ajouter des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Ajouter un &amp;dossier…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Take the selected items out; what lies inside one is unticked (Del)</source>
        <translation>Retirer les éléments choisis&#x202f;; ce qui se trouve dans l’un d’eux est décoché (Suppr)</translation>
    </message>
    <message>
        <source>or choose them with the buttons above</source>
        <translation>ou choisissez-les avec les boutons ci-dessus</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore interrogé</translation>
    </message>
    <message>
        <source>Being asked</source>
        <translation>Interrogé en ce moment</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Répond</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>DHT, the network’s own directory</source>
        <translation>DHT, l’annuaire du réseau</translation>
    </message>
    <message>
        <source>Other peers (PEX)</source>
        <translation>Les autres pairs (PEX)</translation>
    </message>
    <message>
        <source>The local network (LSD)</source>
        <translation>Le réseau local (LSD)</translation>
    </message>
</context>
<context>
    <name>TierEditor</name>
    <message>
        <source>Trackers by tier</source>
        <translation>Trackers par niveau</translation>
    </message>
    <message>
        <source>Drag a tracker into another tier, or move it with Alt+Up and Alt+Down</source>
        <translation>Glissez un tracker dans un autre niveau, ou déplacez-le avec Alt+Haut et Alt+Bas</translation>
    </message>
    <message>
        <source>A&amp;dd tracker</source>
        <translation>&amp;Ajouter un tracker</translation>
    </message>
    <message>
        <source>Add tier</source>
        <translation>Ajouter un niveau</translation>
    </message>
    <message>
        <source>Trackers of a later tier are asked when those of the earlier ones do not answer</source>
        <translation>Les trackers d’un niveau suivant sont interrogés quand ceux des précédents ne répondent pas</translation>
    </message>
    <message>
        <source>Remove tracker</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>TrackerPage</name>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Switch your tracker on or off</source>
        <translation>Activer ou arrêter votre tracker</translation>
    </message>
    <message>
        <source>Tracker options</source>
        <translation>Options du tracker</translation>
    </message>
    <message>
        <source>Port, host name and what your tracker serves</source>
        <translation>Port, nom d’hôte et ce que sert votre tracker</translation>
    </message>
    <message>
        <source>torrents</source>
        <translation>torrents</translation>
    </message>
    <message>
        <source>Use a free &amp;port</source>
        <translation>Utiliser un port &amp;libre</translation>
    </message>
    <message>
        <source>Set &amp;host name…</source>
        <translation>Indiquer un nom d’&amp;hôte…</translation>
    </message>
    <message>
        <source>The name or public address that friends elsewhere reach, once your router passes the port on</source>
        <translation>Le nom ou l’adresse publique que vos amis joignent d’ailleurs, une fois que votre routeur transmet le port</translation>
    </message>
    <message>
        <source>On your tracker now</source>
        <translation>Sur votre tracker en ce moment</translation>
    </message>
    <message>
        <source>friends here</source>
        <translation>amis présents</translation>
    </message>
    <message>
        <source>peers</source>
        <translation>pairs</translation>
    </message>
    <message>
        <source>Programs that share or download here now, yours included; each counts once for every torrent</source>
        <translation>Programmes qui partagent ou téléchargent ici en ce moment, le vôtre compris&#xa0;; chacun compte une fois par torrent</translation>
    </message>
</context>
<context>
    <name>TransferColumns</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size of the files that are wanted</source>
        <translation>Taille des fichiers à télécharger</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Part of the wanted files that is present and checked</source>
        <translation>Part des fichiers à télécharger présente et vérifiée</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Connected peers that have everything (known in the swarm)</source>
        <translation>Pairs connectés qui ont tout (connus dans l’essaim)</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>Connected peers that still download (known in the swarm)</source>
        <translation>Pairs connectés qui téléchargent encore (connus dans l’essaim)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Download rate</source>
        <translation>Débit de réception</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Upload rate</source>
        <translation>Débit d’envoi</translation>
    </message>
    <message>
        <source>ETA</source>
        <translation>Restant</translation>
    </message>
    <message>
        <source>Time until the download is complete, at the present rate</source>
        <translation>Temps jusqu’à la fin du téléchargement, au débit actuel</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Uploaded divided by downloaded</source>
        <translation>Données envoyées divisées par les données téléchargées</translation>
    </message>
    <message>
        <source>#</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>Place dans la file d’attente</translation>
    </message>
    <message>
        <source>Total size</source>
        <translation>Taille totale</translation>
    </message>
    <message>
        <source>Size of all files, wanted or not</source>
        <translation>Taille de tous les fichiers, à télécharger ou non</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>What is still to be downloaded</source>
        <translation>Ce qu’il reste à télécharger</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Full copies among the connected peers</source>
        <translation>Copies complètes chez les pairs connectés</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Since the torrent was added</source>
        <translation>Depuis l’ajout du torrent</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Session downloaded</source>
        <translation>Téléchargé (session)</translation>
    </message>
    <message>
        <source>Since the program was started</source>
        <translation>Depuis le démarrage du programme</translation>
    </message>
    <message>
        <source>Session uploaded</source>
        <translation>Envoyé (session)</translation>
    </message>
    <message>
        <source>Time active</source>
        <translation>Temps actif</translation>
    </message>
    <message>
        <source>How long the torrent has been running</source>
        <translation>Durée pendant laquelle le torrent a été actif</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté le</translation>
    </message>
    <message>
        <source>When the torrent was added</source>
        <translation>Date d’ajout du torrent</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Terminé le</translation>
    </message>
    <message>
        <source>When the download was complete</source>
        <translation>Date de fin du téléchargement</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>When data last moved, either way</source>
        <translation>Date du dernier échange de données, dans un sens ou dans l’autre</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Save path</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>The folder that holds the files</source>
        <translation>Le dossier qui contient les fichiers</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Peers come from the tracker only</source>
        <translation>Les pairs ne viennent que du tracker</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Info-hash v1</source>
        <translation>Empreinte v1</translation>
    </message>
    <message>
        <source>Info-hash v2</source>
        <translation>Empreinte v2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Popularité</translation>
    </message>
    <message>
        <source>Ratio gained in a month of running</source>
        <translation>Ratio gagné en un mois d’activité</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Of the wanted files, what is there and checked</source>
        <translation>Des fichiers voulus, ce qui est là et vérifié</translation>
    </message>
    <message>
        <source>Down limit</source>
        <translation>Limite de réception</translation>
    </message>
    <message>
        <source>The torrent’s own limit</source>
        <translation>La limite propre au torrent</translation>
    </message>
    <message>
        <source>Up limit</source>
        <translation>Limite d’envoi</translation>
    </message>
    <message>
        <source>Time seeding</source>
        <translation>Temps de partage</translation>
    </message>
    <message>
        <source>How long the torrent has been offered to others, complete</source>
        <translation>Depuis combien de temps le torrent complet est offert aux autres</translation>
    </message>
    <message>
        <source>Next announce</source>
        <translation>Prochaine annonce</translation>
    </message>
    <message>
        <source>When the tracker is asked again</source>
        <translation>Quand le tracker sera interrogé à nouveau</translation>
    </message>
    <message>
        <source>Last seen complete</source>
        <translation>Vu complet</translation>
    </message>
    <message>
        <source>When the connected peers last had everything together</source>
        <translation>Quand les pairs connectés avaient tout à eux tous pour la dernière fois</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>When the torrent was made, as it says itself</source>
        <translation>Quand le torrent a été fait, selon lui-même</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>How many files it has</source>
        <translation>Combien de fichiers il a</translation>
    </message>
    <message>
        <source>Then moves to</source>
        <translation>Ira ensuite dans</translation>
    </message>
    <message>
        <source>The folder into which the files go once they are complete</source>
        <translation>Le dossier où vont les fichiers une fois complets</translation>
    </message>
    <message>
        <source>The tracker that answered last, else the first one</source>
        <translation>Le dernier tracker à avoir répondu, sinon le premier</translation>
    </message>
</context>
<context>
    <name>TransferSentence</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 en réception</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>%1 en envoi</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>encore %1</translation>
    </message>
</context>
<context>
    <name>TransferStatus</name>
    <message>
        <source>Looking for peers</source>
        <translation>Recherche de pairs</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En file d’attente</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>Arrêté par une erreur</translation>
    </message>
    <message>
        <source>Files are missing from %1</source>
        <translation>Il manque des fichiers dans %1</translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation>Vérification des fichiers</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>En téléchargement</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>En partage</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>No permission for the files</source>
        <translation>Accès aux fichiers refusé</translation>
    </message>
    <message>
        <source>The disk is read-only</source>
        <translation>Le disque est en lecture seule</translation>
    </message>
    <message>
        <source>Files are missing</source>
        <translation>Il manque des fichiers</translation>
    </message>
    <message>
        <source>Waits for its drive</source>
        <translation>Attend son disque</translation>
    </message>
    <message>
        <source>Moving %1</source>
        <translation>Déplacement %1</translation>
    </message>
    <message>
        <source>Waiting for its disk</source>
        <translation>En attente de son disque</translation>
    </message>
    <message>
        <source>Waiting for %1 on %2</source>
        <translation>En attente de %1 sur %2</translation>
    </message>
    <message>
        <source>Disk full on %1</source>
        <translation>Disque plein&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>Écriture impossible sur %1</translation>
    </message>
    <message>
        <source>%1 reports errors</source>
        <translation>%1 signale des erreurs</translation>
    </message>
    <message>
        <source>the system disk</source>
        <translation>le disque du système</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a drive</comment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Waits to be moved</source>
        <translation>À déplacer</translation>
    </message>
    <message>
        <source>Checking, %1, %2 left</source>
        <translation>Vérification, %1, encore %2</translation>
    </message>
    <message>
        <source>Waits to be checked</source>
        <translation>Attend d’être vérifié</translation>
    </message>
    <message numerus="yes">
        <source>%1 can only be read: %n download(s) wait. They go on by themselves when it can be written.</source>
        <translation>
            <numerusform>%1 est en lecture seule&#xa0;: %n téléchargement attend. Il reprendra de lui-même dès que l’écriture sera possible.</numerusform>
            <numerusform>%1 est en lecture seule&#xa0;: %n téléchargements attendent. Ils reprendront d’eux-mêmes dès que l’écriture sera possible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reports errors: %n download(s) wait. Check the disk; they go on when it can be written.</source>
        <translation>
            <numerusform>%1 signale des erreurs&#xa0;: %n téléchargement attend. Vérifiez le disque&#x202f;; il reprendra dès que l’écriture sera possible.</numerusform>
            <numerusform>%1 signale des erreurs&#xa0;: %n téléchargements attendent. Vérifiez le disque&#x202f;; ils reprendront dès que l’écriture sera possible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is full: %n download(s) wait. They go on by themselves when there is room; what is complete is still seeded.</source>
        <translation>
            <numerusform>%1 est plein&#xa0;: %n téléchargement attend. Il reprendra de lui-même dès qu’il y aura de la place&#x202f;; ce qui est complet est toujours partagé.</numerusform>
            <numerusform>%1 est plein&#xa0;: %n téléchargements attendent. Ils reprendront d’eux-mêmes dès qu’il y aura de la place&#x202f;; ce qui est complet est toujours partagé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the file list</source>
        <translation>Cherche la liste des fichiers</translation>
    </message>
    <message numerus="yes">
        <source>File list: asking %n peer(s)</source>
        <translation>
            <numerusform>Liste des fichiers&#xa0;: %n pair interrogé</numerusform>
            <numerusform>Liste des fichiers&#xa0;: %n pairs interrogés</numerusform>
        </translation>
    </message>
    <message>
        <source>Peers here have only %1</source>
        <translation>Les pairs n’ont que %1</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) send nothing</source>
        <translation>
            <numerusform>%n pair n’envoie rien</numerusform>
            <numerusform>%n pairs n’envoient rien</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting, number %1</source>
        <translation>En attente, numéro %1</translation>
    </message>
    <message>
        <source>Tracker: %1</source>
        <translation>Tracker&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, at once</source>
        <comment>what a torrent does; the queue has no say</comment>
        <translation>%1, tout de suite</translation>
    </message>
</context>
<context>
    <name>UndoableChanges</name>
    <message>
        <source>Category of “%1” changed</source>
        <translation>Catégorie de «&#xa0;%1&#xa0;» modifiée</translation>
    </message>
    <message numerus="yes">
        <source>Category of %n torrents changed</source>
        <translation>
            <numerusform>Catégorie de %n torrent modifiée</numerusform>
            <numerusform>Catégorie de %n torrents modifiée</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags of “%1” changed</source>
        <translation>Étiquettes de «&#xa0;%1&#xa0;» modifiées</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n torrents changed</source>
        <translation>
            <numerusform>Étiquettes de %n torrent modifiées</numerusform>
            <numerusform>Étiquettes de %n torrents modifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>File priorities of “%1” changed</source>
        <translation>Priorités des fichiers de «&#xa0;%1&#xa0;» modifiées</translation>
    </message>
    <message>
        <source>Category and tags of “%1” changed</source>
        <translation>Catégorie et étiquettes de «&#xa0;%1&#xa0;» modifiées</translation>
    </message>
    <message numerus="yes">
        <source>Category and tags of %n torrents changed</source>
        <translation>
            <numerusform>Catégorie et étiquettes de %n torrent modifiées</numerusform>
            <numerusform>Catégorie et étiquettes de %n torrents modifiées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlistedDialog</name>
    <message>
        <source>Files of no torrent</source>
        <translation>Fichiers d’aucun torrent</translation>
    </message>
    <message>
        <source>What lies in these folders and is no torrent’s of your list: left over from removed torrents, or other things of yours. Look before you let something go; it goes to the bin and can be brought back.</source>
        <translation>Ce qui se trouve dans ces dossiers et n’appartient à aucun torrent de votre liste&#xa0;: restes de torrents retirés, ou autres choses à vous. Regardez avant de vous en séparer&#x202f;; tout va à la corbeille et peut en revenir.</translation>
    </message>
    <message>
        <source>Folders to look in</source>
        <translation>Dossiers à parcourir</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>&amp;Another folder…</source>
        <translation>&amp;Autre dossier…</translation>
    </message>
    <message>
        <source>Filter by name, folder or torrent</source>
        <translation>Filtrer par nom, dossier ou torrent</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>Mettre à la &amp;corbeille</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The torrent is private and has no tracker, so nobody can tell where its peers are.</source>
        <translation>Le torrent est privé et n’a pas de tracker&#xa0;: personne ne peut dire où sont ses pairs.</translation>
    </message>
    <message>
        <source>It has no tracker and the DHT is off, so nobody can tell where its peers are.</source>
        <translation>Il n’a pas de tracker et la DHT est désactivée&#xa0;: personne ne peut dire où sont ses pairs.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>Its only tracker, %1, does not help: %2.</source>
        <translation>Son seul tracker, %1, n’est d’aucune aide&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>None of its %n trackers helps; %1 says: %2.</source>
        <translation>
            <numerusform>Son tracker n’est d’aucune aide&#x202f;; %1 dit&#xa0;: %2.</numerusform>
            <numerusform>Aucun de ses %n trackers n’est d’aide&#x202f;; %1 dit&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A tracker is being asked for peers; this takes up to a minute.</source>
        <translation>Un tracker est interrogé sur les pairs&#x202f;; cela prend jusqu’à une minute.</translation>
    </message>
    <message>
        <source>Its tracker answers and knows no other peer: nobody else shares it now.</source>
        <translation>Son tracker répond et ne connaît aucun autre pair&#xa0;: personne d’autre ne le partage en ce moment.</translation>
    </message>
    <message>
        <source>The DHT has not found its way into the network yet, and no tracker was asked.</source>
        <translation>La DHT n’a pas encore trouvé le réseau, et aucun tracker n’a été interrogé.</translation>
    </message>
    <message>
        <source>No peer has been found yet.</source>
        <translation>Aucun pair n’a encore été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>Connections to %n peer(s) are being made.</source>
        <translation>
            <numerusform>Une connexion à un pair est en cours.</numerusform>
            <numerusform>Des connexions à %n pairs sont en cours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are known and will be tried in a moment.</source>
        <translation>
            <numerusform>Un pair est connu et sera essayé dans un instant.</numerusform>
            <numerusform>%n pairs sont connus et seront essayés dans un instant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are known and none can be reached; nobody has reached this computer either. They and you may all be behind routers that let nobody in.</source>
        <translation>
            <numerusform>Un pair est connu et ne peut être joint&#x202f;; personne n’a joint cet ordinateur non plus. Lui et vous êtes peut-être derrière des routeurs qui ne laissent entrer personne.</numerusform>
            <numerusform>%n pairs sont connus et aucun ne peut être joint&#x202f;; personne n’a joint cet ordinateur non plus. Eux et vous êtes peut-être derrière des routeurs qui ne laissent entrer personne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are known and none can be reached at the moment.</source>
        <translation>
            <numerusform>Un pair est connu et ne peut être joint pour l’instant.</numerusform>
            <numerusform>%n pairs sont connus et aucun ne peut être joint pour l’instant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n connected peer(s) have nothing that is missing here, and together not the whole torrent: somebody who has the rest must come back.</source>
        <translation>
            <numerusform>Le pair connecté n’a rien de ce qui manque ici ni le torrent entier&#xa0;: il faut que quelqu’un qui a le reste revienne.</numerusform>
            <numerusform>Les %n pairs connectés n’ont rien de ce qui manque ici, ni à eux tous le torrent entier&#xa0;: il faut que quelqu’un qui a le reste revienne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n connected peer(s) have nothing that is missing here.</source>
        <translation>
            <numerusform>Le pair connecté n’a rien de ce qui manque ici.</numerusform>
            <numerusform>Les %n pairs connectés n’ont rien de ce qui manque ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) have what is missing and send to others first. Your turn comes.</source>
        <translation>
            <numerusform>Un pair a ce qui manque et sert d’abord les autres. Votre tour viendra.</numerusform>
            <numerusform>%n pairs ont ce qui manque et servent d’abord les autres. Votre tour viendra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Downloads are limited to %1.</source>
        <translation>Les téléchargements sont limités à %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) could send and have not begun yet.</source>
        <translation>
            <numerusform>Un pair pourrait envoyer et n’a pas encore commencé.</numerusform>
            <numerusform>%n pairs pourraient envoyer et n’ont pas encore commencé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are connected and asked for the list of files; those that have none yet themselves cannot give it.</source>
        <translation>
            <numerusform>La liste des fichiers est demandée à un pair connecté&#x202f;; s’il ne l’a pas encore lui-même, il ne peut la donner.</numerusform>
            <numerusform>La liste des fichiers est demandée à %n pairs connectés&#x202f;; ceux qui ne l’ont pas encore eux-mêmes ne peuvent la donner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its files are not in “%1” any more. If they are elsewhere, say where; else they are downloaded again when they are checked.</source>
        <translation>Ses fichiers ne sont plus dans «&#xa0;%1&#xa0;». S’ils sont ailleurs, dites où&#x202f;; sinon ils seront téléchargés à nouveau après une vérification.</translation>
    </message>
    <message>
        <source>The drive that holds its files is not connected. It goes on by itself when the drive is back; nothing is lost.</source>
        <translation>Le disque qui contient ses fichiers n’est pas connecté. Il reprendra de lui-même quand le disque sera de retour&#x202f;; rien n’est perdu.</translation>
    </message>
    <message numerus="yes">
        <source>It waits for its turn: %n download(s) stand before it.</source>
        <translation>
            <numerusform>Il attend son tour&#xa0;: un téléchargement passe avant lui.</numerusform>
            <numerusform>Il attend son tour&#xa0;: %n téléchargements passent avant lui.</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits for its turn.</source>
        <translation>Il attend son tour.</translation>
    </message>
    <message>
        <source>You paused it.</source>
        <translation>Vous l’avez mis en pause.</translation>
    </message>
    <message>
        <source>Ask the trackers again</source>
        <translation>Interroger les trackers à nouveau</translation>
    </message>
    <message>
        <source>Add a tracker…</source>
        <translation>Ajouter un tracker…</translation>
    </message>
    <message>
        <source>Show the peers</source>
        <translation>Montrer les pairs</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Start it now</source>
        <translation>Démarrer maintenant</translation>
    </message>
    <message>
        <source>Check the files again</source>
        <translation>Vérifier les fichiers à nouveau</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Say where they are…</source>
        <translation>Dire où ils sont…</translation>
    </message>
    <message>
        <source>The DHT has not found its way into the network yet, and the torrent has no tracker.</source>
        <translation>La DHT n’a pas encore trouvé le réseau, et ce torrent n’a pas de tracker.</translation>
    </message>
</context>
<context>
    <name>WhenDone</name>
    <message>
        <source>Do &amp;nothing</source>
        <translation>Ne &amp;rien faire</translation>
    </message>
    <message>
        <source>&amp;Quit Essaim</source>
        <translation>&amp;Quitter Essaim</translation>
    </message>
    <message>
        <source>All downloads are done. Essaim quits in %1 s.</source>
        <translation>Tous les téléchargements sont terminés. Essaim quitte dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>Put the computer to &amp;sleep</source>
        <translation>Mettre l’ordinateur en &amp;veille</translation>
    </message>
    <message>
        <source>All downloads are done. The computer goes to sleep in %1 s.</source>
        <translation>Tous les téléchargements sont terminés. L’ordinateur se met en veille dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>&amp;Hibernate the computer</source>
        <translation>Mettre l’ordinateur en veille &amp;prolongée</translation>
    </message>
    <message>
        <source>All downloads are done. The computer hibernates in %1 s.</source>
        <translation>Tous les téléchargements sont terminés. L’ordinateur passe en veille prolongée dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>&amp;Switch the computer off</source>
        <translation>&amp;Éteindre l’ordinateur</translation>
    </message>
    <message>
        <source>All downloads are done. The computer is switched off in %1 s.</source>
        <translation>Tous les téléchargements sont terminés. L’ordinateur s’éteint dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>&amp;Restart the computer</source>
        <translation>&amp;Redémarrer l’ordinateur</translation>
    </message>
    <message>
        <source>All downloads are done. The computer restarts in %1 s.</source>
        <translation>Tous les téléchargements sont finis. L’ordinateur redémarre dans %1&#xa0;s.</translation>
    </message>
</context>
<context>
    <name>essaim::app::Application</name>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Or go on with this version: it makes a list of its own from the files beside the database, with all torrents and what you chose for them. Totals and history stay in the newer database, which is put aside unchanged. Files are checked again.</source>
        <translation>Ou continuez avec cette version&#xa0;: elle fait sa propre liste à partir des fichiers à côté de la base, avec tous les torrents et ce que vous avez choisi pour eux. Les totaux et l’historique restent dans la base plus récente, qui est mise de côté sans changement. Les fichiers sont vérifiés de nouveau.</translation>
    </message>
    <message>
        <source>Go on with this version</source>
        <translation>Continuer avec cette version</translation>
    </message>
    <message>
        <source>Or go on without this database: the list is made again from the files beside it, or from the newest backup that can be read, with all torrents and what you chose for them. The database is put aside unchanged. Files are checked again.</source>
        <translation>Ou continuez sans cette base de données&#xa0;: la liste est refaite à partir des fichiers qui l’accompagnent, ou de la sauvegarde lisible la plus récente, avec tous les torrents et vos choix. La base de données est mise de côté sans changement. Les fichiers sont revérifiés.</translation>
    </message>
    <message>
        <source>Make the list again</source>
        <translation>Refaire la liste</translation>
    </message>
</context>
<context>
    <name>essaim::app::DragSource</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>essaim::app::StoreCommand</name>
    <message>
        <source>every day</source>
        <translation>chaque jour</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>chaque semaine</translation>
    </message>
    <message>
        <source>before a list was restored</source>
        <translation>avant de rétablir une liste</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>avant une mise à jour</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s)</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>There is no backup in %1.</source>
        <translation>Il n’y a aucune sauvegarde dans %1.</translation>
    </message>
    <message>
        <source>There is no backup “%1”: see essaim --list-backups.</source>
        <translation>Il n’y a pas de sauvegarde «&#xa0;%1&#xa0;»&#xa0;: voyez essaim --list-backups.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) exported to %1.</source>
        <translation>
            <numerusform>%n torrent exporté vers %1.</numerusform>
            <numerusform>%n torrents exportés vers %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Database: sound, %n torrent(s).</source>
        <translation>
            <numerusform>Base de données&#xa0;: intacte, %n torrent.</numerusform>
            <numerusform>Base de données&#xa0;: intacte, %n torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Base de données&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Files beside the database: %n torrent(s).</source>
        <translation>
            <numerusform>Fichiers à côté de la base&#xa0;: %n torrent.</numerusform>
            <numerusform>Fichiers à côté de la base&#xa0;: %n torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Damaged file beside the database: %1</source>
        <translation>Fichier endommagé à côté de la base&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Backup %1: sound, %n torrent(s).</source>
        <translation>
            <numerusform>Sauvegarde %1&#xa0;: intacte, %n torrent.</numerusform>
            <numerusform>Sauvegarde %1&#xa0;: intacte, %n torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup %1: %2</source>
        <translation>Sauvegarde %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are damaged. What can be mended is mended when Essaim starts.</source>
        <translation>
            <numerusform>%n élément est endommagé. Ce qui peut être réparé l’est au démarrage d’Essaim.</numerusform>
            <numerusform>%n éléments sont endommagés. Ce qui peut être réparé l’est au démarrage d’Essaim.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::AboutDialog</name>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, avec Qt %2</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ActionsButton</name>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Plus</translation>
    </message>
    <message>
        <source>What can be done with the selected row</source>
        <translation>Ce qui peut être fait de la ligne choisie</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ActivityModel</name>
    <message>
        <source>“%1” is shared with others than before</source>
        <translation>«&#xa0;%1&#xa0;» est partagé avec d’autres qu’avant</translation>
    </message>
    <message>
        <source>“%1” was taken down: %2</source>
        <translation>«&#xa0;%1&#xa0;» a été retiré&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1” was blocked</source>
        <translation>«&#xa0;%1&#xa0;» a été bloqué</translation>
    </message>
    <message>
        <source>“%1” was blocked: %2</source>
        <translation>«&#xa0;%1&#xa0;» a été bloqué&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1” is no longer blocked</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus bloqué</translation>
    </message>
    <message>
        <source>%1 was invited</source>
        <translation>%1&#xa0;: invitation faite</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1&#xa0;: modification faite</translation>
    </message>
    <message>
        <source>%1 was paused</source>
        <translation>%1&#xa0;: mise en pause</translation>
    </message>
    <message>
        <source>%1 may come again</source>
        <translation>%1 peut revenir</translation>
    </message>
    <message>
        <source>%1 has a new key</source>
        <translation>%1 a une nouvelle clé</translation>
    </message>
    <message>
        <source>%1 was revoked</source>
        <translation>%1&#xa0;: accès révoqué</translation>
    </message>
    <message>
        <source>%1 was forgotten</source>
        <translation>%1&#xa0;: oubli</translation>
    </message>
    <message>
        <source>%1 came for “%2”</source>
        <translation>%1 est venu pour «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 has all of “%2”</source>
        <translation>%1 a tout «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Somebody from outside got through (%1)</source>
        <translation>Quelqu’un de l’extérieur est passé (%1)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>The tracker’s memory was damaged and has been mended; the damaged one is kept in “%1”</source>
        <translation>La mémoire du tracker était endommagée et a été réparée&#x202f;; l’ancienne est conservée dans «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The tracker of %1 stands in when yours is away</source>
        <translation>Le tracker de %1 prend le relais quand le vôtre est absent</translation>
    </message>
    <message>
        <source>The tracker of %1 stands in no more</source>
        <translation>Le tracker de %1 ne prend plus le relais</translation>
    </message>
    <message>
        <source>“%1” is shared</source>
        <translation>«&#xa0;%1&#xa0;» est partagé</translation>
    </message>
    <message>
        <source>“%1” is shared no more</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus partagé</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents were blocked</source>
        <translation>
            <numerusform>%n torrent a été bloqué</numerusform>
            <numerusform>%n torrents ont été bloqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are no longer blocked</source>
        <translation>
            <numerusform>%n torrent n’est plus bloqué</numerusform>
            <numerusform>%n torrents ne sont plus bloqués</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own client has a new key</source>
        <translation>Votre propre client a une nouvelle clé</translation>
    </message>
    <message>
        <source>The network “%1” was added</source>
        <translation>Le réseau «&#xa0;%1&#xa0;» a été ajouté</translation>
    </message>
    <message>
        <source>The network “%1” was changed</source>
        <translation>Le réseau «&#xa0;%1&#xa0;» a été modifié</translation>
    </message>
    <message>
        <source>The network “%1” was removed</source>
        <translation>Le réseau «&#xa0;%1&#xa0;» a été retiré</translation>
    </message>
    <message>
        <source>Whoever is in the network “%1” gets in</source>
        <translation>Qui se trouve dans le réseau «&#xa0;%1&#xa0;» est admis</translation>
    </message>
    <message>
        <source>Nobody in the network “%1” gets in any more</source>
        <translation>Plus personne du réseau «&#xa0;%1&#xa0;» n’est admis</translation>
    </message>
    <message>
        <source>The networks have another order</source>
        <translation>Les réseaux sont dans un autre ordre</translation>
    </message>
    <message>
        <source>Whoever is in none of the networks gets in</source>
        <translation>Qui n’est dans aucun des réseaux est admis</translation>
    </message>
    <message>
        <source>Nobody gets in any more who is in none of the networks</source>
        <translation>Qui n’est dans aucun des réseaux n’est plus admis</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses or ranges were banned</source>
        <translation>
            <numerusform>%n adresse ou plage a été bannie</numerusform>
            <numerusform>%n adresses ou plages ont été bannies</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was banned</source>
        <translation>%1 a été banni</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses or ranges are no longer banned</source>
        <translation>
            <numerusform>%n adresse ou plage n’est plus bannie</numerusform>
            <numerusform>%n adresses ou plages ne sont plus bannies</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no longer banned</source>
        <translation>%1 n’est plus banni</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ActivityPanel</name>
    <message>
        <source>Export the activity</source>
        <translation>Exporter l’activité</translation>
    </message>
    <message>
        <source>Nothing here yet. Who came, what was shared and what was changed is kept here.</source>
        <translation>Rien pour l’instant. Ici reste noté qui est venu, ce qui a été partagé et ce qui a été changé.</translation>
    </message>
    <message>
        <source>Nothing here matches the search.</source>
        <translation>Rien ici ne correspond à la recherche.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::AddLinesDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>essaim::gui::AddLinkDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>essaim::gui::AddOptionsBox</name>
    <message>
        <source>In the &amp;order of the files</source>
        <translation>Dans l’&amp;ordre des fichiers</translation>
    </message>
    <message>
        <source>The files are there: do not chec&amp;k them</source>
        <translation>Les fichiers sont là&#xa0;: ne pas les &amp;vérifier</translation>
    </message>
    <message>
        <source>Essaim believes you: what is missing or wrong is found only when somebody asks for it.</source>
        <translation>Essaim vous croit&#xa0;: ce qui manque ou est faux n’est découvert que lorsque quelqu’un le demande.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None; separate several by commas</source>
        <translation>Aucune&#x202f;; séparez-les par des virgules</translation>
    </message>
    <message>
        <source>Files as in the torrent</source>
        <translation>Fichiers comme dans le torrent</translation>
    </message>
    <message>
        <source>In a folder of their own</source>
        <translation>Dans un dossier à eux</translation>
    </message>
    <message>
        <source>Without the top folder</source>
        <translation>Sans le dossier du haut</translation>
    </message>
    <message>
        <source>How the files lie</source>
        <translation>Disposition des fichiers</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>Caté&amp;gorie</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>Comes with the list of files</source>
        <translation>Vient avec la liste des fichiers</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>The list of files is there</source>
        <translation>La liste des fichiers est là</translation>
    </message>
    <message>
        <source>The files are checked</source>
        <translation>Les fichiers sont vérifiés</translation>
    </message>
    <message>
        <source>&amp;First and last pieces first</source>
        <translation>D’abord le &amp;début et la fin des fichiers</translation>
    </message>
    <message>
        <source>At the top of the &amp;queue</source>
        <translation>En &amp;tête de la file</translation>
    </message>
    <message>
        <source>Most players need both ends of a film to show it while it is downloaded.</source>
        <translation>La plupart des lecteurs ont besoin des deux bouts d’un film pour le montrer pendant son téléchargement.</translation>
    </message>
    <message>
        <source>The torrent waits there until you resume it.</source>
        <translation>Le torrent y attend que vous le repreniez.</translation>
    </message>
    <message>
        <source>Sto&amp;p when</source>
        <translation>Arrêter &amp;quand</translation>
    </message>
    <message>
        <source>Then take the .torrent file to the b&amp;in</source>
        <translation>Mettre ensuite le fichier .torrent à la cor&amp;beille</translation>
    </message>
    <message>
        <source>Once the torrent was added. Essaim keeps what it needs of it.</source>
        <translation>Une fois le torrent ajouté. Essaim garde ce qu’il lui en faut.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::AddTorrentDialog</name>
    <message>
        <source>v1 %1</source>
        <translation>v1 %1</translation>
    </message>
    <message>
        <source>v2 %1</source>
        <translation>v2 %1</translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>Choisissez un dossier pour les fichiers.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>Ajouter «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Torrent without a name yet</source>
        <translation>Torrent encore sans nom</translation>
    </message>
    <message>
        <source>The link names no tracker: peers are looked for in the DHT.</source>
        <translation>Le lien n’indique aucun tracker&#xa0;: les pairs sont cherchés dans la DHT.</translation>
    </message>
    <message>
        <source>Trackers: %1</source>
        <translation>Trackers&#xa0;: %1</translation>
    </message>
    <message>
        <source>Names and sizes of the files are not in the link: they come from the first peers. Every file is downloaded.</source>
        <translation>Le lien ne contient ni les noms ni les tailles des fichiers&#xa0;: ils viennent des premiers pairs. Tous les fichiers sont téléchargés.</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Dossier des fichiers</translation>
    </message>
    <message>
        <source>Only %1 free there; the selected files need %2.</source>
        <translation>%1 libres seulement&#xa0;; les fichiers sélectionnés en demandent %2.</translation>
    </message>
    <message>
        <source>%1 free there</source>
        <translation>%1 libres à cet endroit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>“%1” is already in the list.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà dans la liste.</translation>
    </message>
    <message numerus="yes">
        <source>The other %n in the same &amp;way</source>
        <translation>
            <numerusform>L’&amp;autre de la même façon</numerusform>
            <numerusform>Les %n &amp;autres de la même façon</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 free there, %2 needed, %3 left after the download</source>
        <translation>%1 libres là-bas, %2 nécessaires, %3 restants après le téléchargement</translation>
    </message>
    <message>
        <source>Add its &amp;trackers to that one</source>
        <translation>Ajouter ses &amp;trackers à celui-là</translation>
    </message>
    <message>
        <source>Names and sizes of the files are not in the link: they come from the first peers. Only the files that the link chooses are downloaded.</source>
        <translation>Les noms et les tailles des fichiers ne sont pas dans le lien&#xa0;: ils viennent des premiers pairs. Seuls les fichiers que le lien choisit sont téléchargés.</translation>
    </message>
    <message>
        <source>&amp;Until it is complete, in %1</source>
        <translation>&amp;Jusqu’à ce qu’il soit complet, dans %1</translation>
    </message>
    <message>
        <source>Files that are there already are used where they are.</source>
        <translation>Les fichiers déjà présents servent là où ils sont.</translation>
    </message>
    <message>
        <source>Made %1</source>
        <comment>date</comment>
        <translation>Créé le %1</translation>
    </message>
    <message>
        <source>Made %1 with %2</source>
        <comment>date, program</comment>
        <translation>Créé le %1 avec %2</translation>
    </message>
    <message>
        <source>Made with %1</source>
        <comment>program</comment>
        <translation>Créé avec %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <comment>names of torrents</comment>
        <translation>Suivants&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>torrents</comment>
        <translation>
            <numerusform>et un autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being added: what lies there is looked at, and its files are noted…</source>
        <translation>Ajout en cours&#xa0;: ce qui s’y trouve est examiné, et les fichiers sont enregistrés…</translation>
    </message>
</context>
<context>
    <name>essaim::gui::AddressList</name>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Local network</source>
        <translation>Réseau local</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Copies the announce URL, for programs that ask for one. Friends need an invite link instead.</source>
        <translation>Copie l’URL d’annonce, pour les programmes qui en demandent une. Aux amis, il faut un lien d’invitation.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::AdviceText</name>
    <message>
        <source>%1’s key is in use at %2 places at once: perhaps it was given on. A new key stops that.</source>
        <translation>La clé de %1 sert à %2 endroits à la fois&#xa0;: elle a peut-être été transmise. Une nouvelle clé y met fin.</translation>
    </message>
    <message>
        <source>“%1”: nobody else has a full copy yet. Stay on until somebody has.</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: personne d’autre n’a encore de copie complète. Restez en ligne jusque-là.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has been away for %n day(s), with %2 % of “%3”.</source>
        <translation>
            <numerusform>%1 est absent depuis %n jour, avec %2 % de «&#xa0;%3&#xa0;».</numerusform>
            <numerusform>%1 est absent depuis %n jours, avec %2 % de «&#xa0;%3&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n friend(s) here have everything, you can leave.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: %n ami présent a tout, vous pouvez partir.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: %n amis présents ont tout, vous pouvez partir.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: everybody for whom it is has everything.</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: tous ceux à qui il est destiné ont tout.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::BanNetworkDialog</name>
    <message>
        <source>Ban a network</source>
        <translation>Bannir un réseau</translation>
    </message>
    <message>
        <source>&amp;Nobody from these networks is connected to, now or later. Preferences → Connection has the whole list.</source>
        <translation>&amp;Plus aucune connexion avec ces réseaux, ni maintenant ni plus tard. La liste entière est dans Préférences → Connexion.</translation>
    </message>
    <message>
        <source>Networks to ban</source>
        <translation>Réseaux à bannir</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Bannir</translation>
    </message>
    <message>
        <source>Write a network such as 192.0.2.0/24.</source>
        <translation>Écrivez un réseau, par exemple 192.0.2.0/24.</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) of this torrent are connected from there.</source>
        <translation>
            <numerusform>%n pair de ce torrent est connecté depuis là.</numerusform>
            <numerusform>%n pairs de ce torrent sont connectés depuis là.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ChooseFriendsDialog</name>
    <message>
        <source>Choose friends</source>
        <translation>Choisir des amis</translation>
    </message>
    <message>
        <source>&amp;Who may download this?</source>
        <translation>&amp;Qui peut télécharger ceci&#xa0;?</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Amis</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>No friends yet: add them under Friends on the Tracker page.</source>
        <translation>Pas encore d’amis&#xa0;: ajoutez-les sous Amis, sur la page Tracker.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::CompletionMail</name>
    <message>
        <source>%1
    %2, in %3</source>
        <translation>%1
    %2, dans %3</translation>
    </message>
    <message>
        <source>No message about complete downloads could be sent: check the addresses under Preferences, Automatic.</source>
        <translation>Aucun message sur les téléchargements terminés n’a pu être envoyé&#xa0;: vérifiez les adresses sous Préférences, Automatique.</translation>
    </message>
    <message>
        <source>A message about complete downloads did not go yet. %1</source>
        <translation>Un message sur des téléchargements terminés n’est pas encore parti. %1</translation>
    </message>
    <message>
        <source>A message about complete downloads did not go. %1</source>
        <translation>Un message sur des téléchargements terminés n’est pas parti. %1</translation>
    </message>
    <message>
        <source>Download complete: %1</source>
        <translation>Téléchargement terminé&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads are complete</source>
        <translation>
            <numerusform>%n téléchargement est terminé</numerusform>
            <numerusform>%n téléchargements sont terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete on %1:</source>
        <translation>Terminé sur %1&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ContentModel</name>
    <message>
        <source>Full copies among the connected peers</source>
        <translation>Copies complètes parmi les pairs connectés</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Called “%1” on the disk until it is complete</source>
        <translation>S’appelle «&#xa0;%1&#xa0;» sur le disque tant qu’il n’est pas complet</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ContentTab</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>&amp;Want these</source>
        <translation>&amp;Vouloir ceux-ci</translation>
    </message>
    <message>
        <source>&amp;Leave these out</source>
        <translation>&amp;Laisser ceux-ci</translation>
    </message>
    <message>
        <source>The list of files is not known yet: it comes from the first peers.</source>
        <translation>La liste des fichiers n’est pas encore connue&#xa0;: elle vient des premiers pairs.</translation>
    </message>
    <message>
        <source>Files by name or pattern, such as *.flac</source>
        <translation>Fichiers par nom ou motif, comme *.flac</translation>
    </message>
    <message>
        <source>Files by name or pattern</source>
        <translation>Fichiers par nom ou motif</translation>
    </message>
    <message>
        <source>Reading the list of files…</source>
        <translation>Lecture de la liste des fichiers…</translation>
    </message>
    <message>
        <source>The files are shown when the torrent’s drive is back or its move is over.</source>
        <translation>Les fichiers seront montrés quand le disque du torrent sera de retour ou son déplacement terminé.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open the f&amp;older</source>
        <translation>Ouvrir le d&amp;ossier</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Re&amp;nommer…</translation>
    </message>
    <message>
        <source>&amp;Copy the path</source>
        <translation>&amp;Copier le chemin</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of “%1” renamed</source>
        <translation>
            <numerusform>%n fichier de «&#xa0;%1&#xa0;» renommé</numerusform>
            <numerusform>%n fichiers de «&#xa0;%1&#xa0;» renommés</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename &amp;many…</source>
        <translation>Renommer &amp;plusieurs…</translation>
    </message>
    <message>
        <source>By the order sho&amp;wn</source>
        <translation>Dans l’ordre affi&amp;ché</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln fichier, %1</numerusform>
            <numerusform>%Ln fichiers, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a file or folder.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être le nom d’un fichier ou d’un dossier.</translation>
    </message>
    <message>
        <source>A name holds no slash and is not “..”: a file keeps its folder when it is renamed.</source>
        <translation>Un nom ne contient pas de barre oblique et n’est pas «&#xa0;..&#xa0;»&#xa0;: un fichier renommé garde son dossier.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreateForm</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automatique (%1)</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Examen des fichiers…</translation>
    </message>
    <message>
        <source>Save the .torrent as</source>
        <translation>Enregistrer le fichier .torrent sous</translation>
    </message>
    <message>
        <source>Torrents (*.torrent)</source>
        <translation>Torrents (*.torrent)</translation>
    </message>
    <message>
        <source>Each under its own name</source>
        <translation>Chacun sous son propre nom</translation>
    </message>
    <message>
        <source>Sa&amp;ve in</source>
        <translation>Enregistrer &amp;dans</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>Enregistrer &amp;sous</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Create %n torrent(s)</source>
        <translation>
            <numerusform>&amp;Créer %n torrent</numerusform>
            <numerusform>&amp;Créer %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Créer</translation>
    </message>
    <message>
        <source>Save the .torrent files in</source>
        <translation>Enregistrer les fichiers .torrent dans</translation>
    </message>
    <message numerus="yes">
        <source>Share %n torrent(s)</source>
        <translation>
            <numerusform>Partager %n torrent</numerusform>
            <numerusform>Partager %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Plus d’&amp;options</translation>
    </message>
    <message>
        <source>Fewer &amp;options</source>
        <translation>Moins d’&amp;options</translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreateProgressPage</name>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Mettre en &amp;pause</translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreateResultPage</name>
    <message>
        <source>Copy the invite link</source>
        <translation>Copier le lien d’invitation</translation>
    </message>
    <message>
        <source>Copy the path of the .torrent</source>
        <translation>Copier le chemin du fichier .torrent</translation>
    </message>
    <message>
        <source>“%1” is ready</source>
        <translation>«&#xa0;%1&#xa0;» est prêt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>files, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>facts; what was reused</comment>
        <translation>%1&#x202f;; %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is shared</source>
        <translation>«&#xa0;%1&#xa0;» est partagé</translation>
    </message>
    <message>
        <source>This file is for you alone: it leads nobody to your tracker.</source>
        <translation>Ce fichier est pour vous seul&#xa0;: il ne mène personne à votre tracker.</translation>
    </message>
    <message>
        <source>A private torrent has no link: send this file to your friends.</source>
        <translation>Un torrent privé n’a pas de lien&#xa0;: envoyez ce fichier à vos amis.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreateTorrentDialog</name>
    <message>
        <source>Say in which folder the .torrent is to be saved.</source>
        <translation>Indiquez dans quel dossier enregistrer le fichier .torrent.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Add the name of the .torrent.</source>
        <translation>«&#xa0;%1&#xa0;» est un dossier. Ajoutez le nom du fichier .torrent.</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>Remplacer «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>A file of this name is in “%1”.</source>
        <translation>Un fichier de ce nom se trouve dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Choose where to save the .torrent: your friends need it, since a private torrent has no link.</source>
        <translation>Choisissez où enregistrer le fichier .torrent&#xa0;: vos amis en ont besoin, car un torrent privé n’a pas de lien.</translation>
    </message>
    <message>
        <source>Nothing is ticked: there is no torrent to make.</source>
        <translation>Rien n’est coché&#xa0;: il n’y a pas de torrent à créer.</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n .torrent files?</source>
        <translation>
            <numerusform>Remplacer %n fichier .torrent&#x202f;?</numerusform>
            <numerusform>Remplacer %n fichiers .torrent&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of these names are in “%1”.</source>
        <translation>Des fichiers de ces noms se trouvent dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>New version of “%1”</source>
        <translation>Nouvelle version de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Choose where to save the .torrent, or share or seed it: nothing would remain of it.</source>
        <translation>Choisissez où enregistrer le fichier .torrent, ou bien partagez le torrent sur votre tracker ou commencez le partage&#xa0;: sinon il n’en resterait rien.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreationStrip</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy the invite link</source>
        <translation>Copier le lien d’invitation</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>Retirer de cette liste</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>Masquer la liste</translation>
    </message>
    <message>
        <source>Show each</source>
        <translation>Afficher la liste</translation>
    </message>
</context>
<context>
    <name>essaim::gui::Desktop</name>
    <message>
        <source>Essaim goes on</source>
        <translation>Essaim continue</translation>
    </message>
    <message>
        <source>Its icon in the tray brings the window back, and quits.</source>
        <translation>Son icône dans la zone de notification ramène la fenêtre, et permet de quitter.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>&amp;Show or hide the window</source>
        <translation>&amp;Montrer ou cacher la fenêtre</translation>
    </message>
    <message>
        <source>When all &amp;downloads are done</source>
        <translation>&amp;Quand tout est téléchargé</translation>
    </message>
    <message>
        <source>Torrents are being downloaded</source>
        <translation>Des torrents se téléchargent</translation>
    </message>
    <message>
        <source>Torrents are being shared</source>
        <translation>Des torrents se partagent</translation>
    </message>
</context>
<context>
    <name>essaim::gui::DetailsPanel</name>
    <message numerus="yes">
        <source>%n torrents are selected.</source>
        <translation>
            <numerusform>%n torrent est sélectionné.</numerusform>
            <numerusform>%n torrents sont sélectionnés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a torrent to see what there is to know about it.</source>
        <translation>Sélectionnez un torrent pour voir ce qu’il y a à en savoir.</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>essaim::gui::DetailsTable</name>
    <message>
        <source>Reset columns</source>
        <translation>Rétablir les colonnes</translation>
    </message>
    <message>
        <source>Fit the columns to what they show</source>
        <translation>Ajuster les colonnes à leur contenu</translation>
    </message>
</context>
<context>
    <name>essaim::gui::DriveNotice</name>
    <message numerus="yes">
        <source>The drive “%1” is not connected: %n torrent(s) wait.</source>
        <translation>
            <numerusform>Le disque «&#xa0;%1&#xa0;» n’est pas connecté&#xa0;: %n torrent attend.</numerusform>
            <numerusform>Le disque «&#xa0;%1&#xa0;» n’est pas connecté&#xa0;: %n torrents attendent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The drive “%1” can only be read: %n download(s) wait until it can be written.</source>
        <translation>
            <numerusform>Le disque «&#xa0;%1&#xa0;» est en lecture seule&#xa0;: %n téléchargement attend de pouvoir écrire.</numerusform>
            <numerusform>Le disque «&#xa0;%1&#xa0;» est en lecture seule&#xa0;: %n téléchargements attendent de pouvoir écrire.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The drive “%1” does not answer: %n torrent(s) wait.</source>
        <translation>
            <numerusform>Le disque «&#xa0;%1&#xa0;» ne répond pas&#xa0;: %n torrent attend.</numerusform>
            <numerusform>Le disque «&#xa0;%1&#xa0;» ne répond pas&#xa0;: %n torrents attendent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::DropTargets</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n torrent(s)</source>
        <translation>
            <numerusform>Ajouter %n torrent</numerusform>
            <numerusform>Ajouter %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the folder and the files before the download starts</source>
        <translation>Choisissez le dossier et les fichiers avant que le téléchargement ne commence</translation>
    </message>
    <message>
        <source>Add to the open draft</source>
        <translation>Ajouter au brouillon ouvert</translation>
    </message>
    <message>
        <source>The torrent that you are putting together</source>
        <translation>Le torrent que vous composez</translation>
    </message>
    <message>
        <source>“%1”, which you are putting together</source>
        <translation>«&#xa0;%1&#xa0;», que vous composez</translation>
    </message>
    <message>
        <source>Share one each</source>
        <translation>Partager un torrent chacun</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents, each with a link of its own</source>
        <translation>
            <numerusform>%n torrent, avec son propre lien</numerusform>
            <numerusform>%n torrents, chacun avec son propre lien</numerusform>
        </translation>
    </message>
    <message>
        <source>Share all together</source>
        <translation>Partager le tout ensemble</translation>
    </message>
    <message>
        <source>Share with friends</source>
        <translation>Partager avec des amis</translation>
    </message>
    <message>
        <source>Create a torrent</source>
        <translation>Créer un torrent</translation>
    </message>
    <message>
        <source>One torrent with all</source>
        <translation>Un torrent avec tout</translation>
    </message>
    <message>
        <source>One torrent each</source>
        <translation>Un torrent chacun</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s)</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit the .torrent</source>
        <translation>Modifier le .torrent</translation>
    </message>
    <message>
        <source>Change its trackers, web seeds or comment</source>
        <translation>Changer ses trackers, ses sources web ou son commentaire</translation>
    </message>
    <message>
        <source>On your tracker, with a link to send to your friends</source>
        <translation>Sur votre tracker, avec un lien à envoyer à vos amis</translation>
    </message>
</context>
<context>
    <name>essaim::gui::DropWindow</name>
    <message>
        <source>Essaim: drop here</source>
        <translation>Essaim&#xa0;: déposez ici</translation>
    </message>
    <message>
        <source>Drop torrents, links, files and folders here</source>
        <translation>Déposez ici des torrents, des liens, des fichiers et des dossiers</translation>
    </message>
    <message>
        <source>Drop torrents and links to add them, files and folders to share them. Click to see the window.</source>
        <translation>Déposez des torrents et des liens pour les ajouter, des fichiers et des dossiers pour les partager. Cliquez pour voir la fenêtre.</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>&amp;Montrer la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Close this small window</source>
        <translation>&amp;Fermer cette petite fenêtre</translation>
    </message>
</context>
<context>
    <name>essaim::gui::EditTorrentDialog</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>files, size, pieces</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of %1</source>
        <translation>
            <numerusform>%n morceau de %1</numerusform>
            <numerusform>%n morceaux de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save as another torrent</source>
        <translation>&amp;Enregistrer comme un autre torrent</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 (changed).torrent</source>
        <translation>%1 (modifié).torrent</translation>
    </message>
    <message>
        <source>Save the .torrent as</source>
        <translation>Enregistrer le .torrent sous</translation>
    </message>
    <message>
        <source>Torrents (*.torrent)</source>
        <translation>Torrents (*.torrent)</translation>
    </message>
    <message>
        <source>Say in which folder the .torrent is to be saved.</source>
        <translation>Indiquez dans quel dossier enregistrer le .torrent.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Add the name of the .torrent.</source>
        <translation>«&#xa0;%1&#xa0;» est un dossier. Ajoutez le nom du .torrent.</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>Remplacer «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>What is written there is another torrent, with another info-hash. The old file is gone then.</source>
        <translation>Ce qui y est écrit est un autre torrent, avec une autre empreinte. L’ancien fichier disparaît alors.</translation>
    </message>
    <message>
        <source>A file of this name is in “%1”.</source>
        <translation>Un fichier de ce nom se trouve dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Saved as another torrent, with a new info-hash.</source>
        <translation>Enregistré comme un autre torrent, avec une nouvelle empreinte.</translation>
    </message>
    <message>
        <source>Saved. The info-hash is the same as before.</source>
        <translation>Enregistré. L’empreinte est la même qu’avant.</translation>
    </message>
    <message>
        <source>The info-hash changes: send the new file to everybody who is to share it.</source>
        <translation>L’empreinte change&#xa0;: envoyez le nouveau fichier à tous ceux qui doivent le partager.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::EditTrackersDialog</name>
    <message>
        <source>Trackers</source>
        <translation>Trackers</translation>
    </message>
    <message>
        <source>Essaim asks every tier; within a tier, the first that answers. Drag a tracker to another tier, or paste several addresses at once.</source>
        <translation>Essaim interroge chaque niveau&#x202f;; dans un niveau, le premier qui répond. Glissez un tracker dans un autre niveau, ou collez plusieurs adresses à la fois.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::EmptyState</name>
    <message>
        <source>Drop torrents, links or files here</source>
        <translation>Déposez ici des torrents, des liens ou des fichiers</translation>
    </message>
    <message>
        <source>A .torrent file or a magnet link is downloaded. Any other file or folder becomes a torrent that you can share.</source>
        <translation>Un fichier .torrent ou un lien magnet est téléchargé. Tout autre fichier ou dossier devient un torrent que vous pouvez partager.</translation>
    </message>
    <message>
        <source>Add torrent</source>
        <translation>Ajouter un torrent</translation>
    </message>
    <message>
        <source>Create torrent</source>
        <translation>Créer un torrent</translation>
    </message>
</context>
<context>
    <name>essaim::gui::EventLog</name>
    <message>
        <source>Added: %1</source>
        <translation>Ajouté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Download complete: %1</source>
        <translation>Téléchargement terminé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Files moved from %1 to %2</source>
        <translation>Fichiers déplacés de %1 vers %2</translation>
    </message>
    <message>
        <source>The session has started.</source>
        <translation>La session a démarré.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are in the list.</source>
        <translation>
            <numerusform>%n torrent est dans la liste.</numerusform>
            <numerusform>%n torrents sont dans la liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>The embedded tracker is on, port %1.</source>
        <translation>Le tracker intégré est en marche, port %1.</translation>
    </message>
    <message>
        <source>The embedded tracker is off.</source>
        <translation>Le tracker intégré est arrêté.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Événement</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ExistingFilesBox</name>
    <message>
        <source>What to do about files that differ</source>
        <translation>Que faire des fichiers qui diffèrent</translation>
    </message>
    <message>
        <source>Keep mine, download those under another name</source>
        <translation>Garder les miens, télécharger ceux-là sous un autre nom</translation>
    </message>
    <message>
        <source>Complete or overwrite mine with those of the torrent</source>
        <translation>Compléter ou remplacer les miens par ceux du torrent</translation>
    </message>
    <message>
        <source>Comparing the files that are there: %1</source>
        <translation>Comparaison des fichiers présents&#xa0;: %1</translation>
    </message>
    <message>
        <source>All files are there already and right: nothing needs to be downloaded.</source>
        <translation>Tous les fichiers sont déjà là et corrects&#xa0;: rien n’est à télécharger.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files are there already and right.</source>
        <translation>
            <numerusform>%1 fichier sur %n est déjà là et correct.</numerusform>
            <numerusform>%1 fichiers sur %n sont déjà là et corrects.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the same name differ, are incomplete or cannot be compared by themselves.</source>
        <translation>
            <numerusform>%n fichier du même nom diffère, est incomplet ou ne peut pas être comparé séparément.</numerusform>
            <numerusform>%n fichiers du même nom diffèrent, sont incomplets ou ne peuvent pas être comparés séparément.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” in your list downloads to the same files: choose another folder.</source>
        <translation>«&#xa0;%1&#xa0;», dans votre liste, télécharge vers les mêmes fichiers&#xa0;: choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FileChoiceBox</name>
    <message>
        <source>Tick &amp;all shown</source>
        <translation>Cocher les &amp;affichés</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>Tout &amp;cocher</translation>
    </message>
    <message>
        <source>U&amp;ntick all shown</source>
        <translation>Décoc&amp;her les affichés</translation>
    </message>
    <message>
        <source>U&amp;ntick all</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln fichier, %1</numerusform>
            <numerusform>%Ln fichiers, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FilePriority</name>
    <message>
        <source>Not wanted</source>
        <translation>Non voulu</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>priority of a file</comment>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority of a file</comment>
        <translation>Normale</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority of a file</comment>
        <translation>Haute</translation>
    </message>
    <message>
        <source>First</source>
        <comment>priority of a file</comment>
        <translation>En premier</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FileTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FilterPanel</name>
    <message>
        <source>Patterns, separated by semicolons: *.flac; cover.*; Disc ?/*. A star stands for any letters, two stars also for folders. Capitals do not matter.</source>
        <translation>Modèles séparés par des points-virgules&#xa0;: *.flac; cover.*; Disc&#x202f;?/*. Une étoile remplace n’importe quelles lettres, deux étoiles aussi des dossiers. Les majuscules ne comptent pas.</translation>
    </message>
    <message>
        <source>Only files that match one of these go in.</source>
        <translation>Seuls les fichiers qui correspondent à l’un d’eux sont pris.</translation>
    </message>
    <message>
        <source>Files and folders that match one of these stay out.</source>
        <translation>Les fichiers et dossiers qui correspondent à l’un d’eux sont laissés de côté.</translation>
    </message>
    <message>
        <source>What systems and programs leave behind: %1</source>
        <translation>Ce que les systèmes et les programmes laissent derrière eux&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1” is not a pattern yet: a bracket is not closed, or nothing is in it.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas encore un modèle&#xa0;: un crochet n’est pas fermé, ou il est vide.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FindingTexts</name>
    <message>
        <source>A format that not every client opens</source>
        <translation>Un format que tous les clients n’ouvrent pas</translation>
    </message>
    <message>
        <source>On Windows and macOS one of the two would overwrite the other.</source>
        <translation>Sous Windows et macOS, l’un des deux remplacerait l’autre.</translation>
    </message>
    <message>
        <source>On Windows these files get other names, or cannot be saved.</source>
        <translation>Sous Windows, ces fichiers reçoivent d’autres noms, ou ne peuvent pas être enregistrés.</translation>
    </message>
    <message>
        <source>Windows drops the end of the name, so the file is not found again.</source>
        <translation>Windows supprime la fin du nom, et le fichier n’est plus retrouvé.</translation>
    </message>
    <message>
        <source>These files cannot be saved in some folders of other computers.</source>
        <translation>Ces fichiers ne peuvent pas être enregistrés dans certains dossiers d’autres ordinateurs.</translation>
    </message>
    <message>
        <source>They are not in the torrent. Give yourself the right to read them, or leave them out.</source>
        <translation>Ils ne sont pas dans le torrent. Donnez-vous le droit de les lire, ou laissez-les de côté.</translation>
    </message>
    <message>
        <source>Some old clients do not make them.</source>
        <translation>Certains anciens clients ne les créent pas.</translation>
    </message>
    <message>
        <source>A torrent cannot hold them.</source>
        <translation>Un torrent ne peut pas les contenir.</translation>
    </message>
    <message>
        <source>They lead out of the chosen folders, to folders, or to nothing.</source>
        <translation>Ils mènent hors des dossiers choisis, à des dossiers, ou nulle part.</translation>
    </message>
    <message>
        <source>Sockets, pipes and devices cannot be shared.</source>
        <translation>Les sockets, tubes et périphériques ne peuvent pas être partagés.</translation>
    </message>
    <message>
        <source>They are not in the torrent. Rename them on the disk.</source>
        <translation>Ils ne sont pas dans le torrent. Renommez-les sur le disque.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two names</comment>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>old name, new name</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Rename all</source>
        <translation>Tout renommer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>Tout laisser de côté</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Choose hybrid</source>
        <translation>Choisir l’hybride</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder de nouveau</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that differ from another in capitals only</source>
        <translation>
            <numerusform>%Ln nom distinct d’un autre par ses seules majuscules</numerusform>
            <numerusform>%Ln noms distincts par leurs seules majuscules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that differ from another in the encoding of accents only</source>
        <translation>
            <numerusform>%Ln nom qui ne diffère d’un autre que par le codage des accents</numerusform>
            <numerusform>%Ln noms qui ne diffèrent d’un autre que par le codage des accents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that Windows keeps for itself</source>
        <translation>
            <numerusform>%Ln nom que Windows se réserve</numerusform>
            <numerusform>%Ln noms que Windows se réserve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) with characters that Windows forbids</source>
        <translation>
            <numerusform>%Ln nom avec des caractères que Windows interdit</numerusform>
            <numerusform>%Ln noms avec des caractères que Windows interdit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that end with a dot or a space</source>
        <translation>
            <numerusform>%Ln nom qui finit par un point ou une espace</numerusform>
            <numerusform>%Ln noms qui finissent par un point ou une espace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) that are too long for Windows</source>
        <translation>
            <numerusform>%Ln chemin trop long pour Windows</numerusform>
            <numerusform>%Ln chemins trop longs pour Windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that are too long for most systems</source>
        <translation>
            <numerusform>%Ln nom trop long pour la plupart des systèmes</numerusform>
            <numerusform>%Ln noms trop longs pour la plupart des systèmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) that you may not read</source>
        <translation>
            <numerusform>%Ln élément que vous n’avez pas le droit de lire</numerusform>
            <numerusform>%Ln éléments que vous n’avez pas le droit de lire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that somebody writes just now</source>
        <translation>
            <numerusform>%Ln fichier en cours d’écriture</numerusform>
            <numerusform>%Ln fichiers en cours d’écriture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty file(s)</source>
        <translation>
            <numerusform>%Ln fichier vide</numerusform>
            <numerusform>%Ln fichiers vides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty folder(s)</source>
        <translation>
            <numerusform>%Ln dossier vide</numerusform>
            <numerusform>%Ln dossiers vides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) that stay out</source>
        <translation>
            <numerusform>%Ln lien laissé de côté</numerusform>
            <numerusform>%Ln liens laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) that are no ordinary files</source>
        <translation>
            <numerusform>%Ln élément qui n’est pas un fichier ordinaire</numerusform>
            <numerusform>%Ln éléments qui ne sont pas des fichiers ordinaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that no torrent may hold</source>
        <translation>
            <numerusform>%Ln nom qu’aucun torrent ne peut contenir</numerusform>
            <numerusform>%Ln noms qu’aucun torrent ne peut contenir</numerusform>
        </translation>
    </message>
    <message>
        <source>A torrent of an unfinished file would never be complete. They are looked at again until they rest.</source>
        <translation>Un torrent d’un fichier inachevé ne serait jamais complet. Ils sont observés de nouveau jusqu’à ce qu’ils ne changent plus.</translation>
    </message>
    <message>
        <source>Transmission, KTorrent and older clients do not open version 2. Hybrid opens in today’s.</source>
        <translation>Transmission, KTorrent et les anciens clients n’ouvrent pas la version 2. Les clients actuels ouvrent un hybride.</translation>
    </message>
    <message>
        <source>A .torrent that many clients refuse</source>
        <translation>Un .torrent que beaucoup de clients refusent</translation>
    </message>
    <message>
        <source>It exceeds 10 MB. Larger pieces, version 1 or several torrents make it smaller.</source>
        <translation>Il dépasse 10 Mo. De plus gros morceaux, la version 1 ou plusieurs torrents le réduisent.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FindingsPanel</name>
    <message numerus="yes">
        <source>%n thing(s) to know</source>
        <translation>
            <numerusform>%n chose à savoir</numerusform>
            <numerusform>%n choses à savoir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n point à regarder</numerusform>
            <numerusform>%n points à regarder</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>In the torrent; on the disk everything keeps its name</source>
        <translation>Dans le torrent&#x202f;; sur le disque, tout garde son nom</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FolderPriorities</name>
    <message>
        <source>Mixed</source>
        <translation>Variable</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FolderWatcher</name>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 ne peut pas être lu (%2).</translation>
    </message>
    <message>
        <source>%1 was not added: %2</source>
        <translation>%1 n’a pas été ajouté&#xa0;: %2</translation>
    </message>
    <message>
        <source>The watched folder %1 is not there. It is looked into again when it is back.</source>
        <translation>Le dossier surveillé %1 n’est pas là. Il sera de nouveau examiné à son retour.</translation>
    </message>
    <message>
        <source>%1 was added, but stays where it is: the folder cannot be written to, or there is no bin.</source>
        <translation>%1 a été ajouté, mais reste où il est&#xa0;: on ne peut pas écrire dans le dossier, ou il n’y a pas de corbeille.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FollowDialog</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Asking the host…</source>
        <translation>Demande à l’hôte…</translation>
    </message>
    <message>
        <source>Nothing is shared with you yet.</source>
        <translation>Rien n’est encore partagé avec vous.</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>État à %1</translation>
    </message>
    <message>
        <source>Open an invite link of a friend (Add link) and it stays here as a source.</source>
        <translation>Ouvrez le lien d’invitation d’un ami (Ajouter un lien) et il reste ici comme source.</translation>
    </message>
    <message>
        <source>Friends of this host who have met can go on over your tracker while the host is away.</source>
        <translation>Quand l’hôte est absent, ses amis peuvent continuer grâce à votre tracker.</translation>
    </message>
    <message>
        <source>The host has not heard yet that you stand in no more. Your tracker serves nobody there.</source>
        <translation>L’hôte ne sait pas encore que vous ne prenez plus le relais. Votre tracker ne sert déjà plus ses amis.</translation>
    </message>
    <message>
        <source>Your tracker is off. Switch it on, so that friends of this host can find it.</source>
        <translation>Votre tracker est arrêté. Activez-le pour que les amis de cet hôte puissent le trouver.</translation>
    </message>
    <message>
        <source>Your offer waits until the host can be reached.</source>
        <translation>Votre offre attend que l’hôte soit joignable.</translation>
    </message>
    <message>
        <source>You offered it. The host has not accepted yet.</source>
        <translation>Vous l’avez proposé. L’hôte n’a pas encore accepté.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s)</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n friend(s)</source>
        <translation>
            <numerusform>%n ami</numerusform>
            <numerusform>%n amis</numerusform>
        </translation>
    </message>
    <message>
        <source>You stand in: %1, %2. Last heard of the host: %3.</source>
        <translation>Vous prenez le relais&#xa0;: %1, %2. Dernières nouvelles de l’hôte&#xa0;: %3.</translation>
    </message>
    <message>
        <source>What this host shares with you stands here.</source>
        <translation>Ce que cet hôte partage avec vous se trouve ici.</translation>
    </message>
    <message>
        <source>The host does not know this invitation (any more). Was the whole link copied? If so, ask for a new one.</source>
        <translation>L’hôte ne connaît pas (ou plus) cette invitation. Le lien a-t-il été copié en entier&#x202f;? Si oui, demandez-en un nouveau.</translation>
    </message>
    <message>
        <source>Downloads go to %1</source>
        <translation>Les téléchargements vont dans %1</translation>
    </message>
    <message>
        <source>Stop following %1?</source>
        <translation>Ne plus suivre %1&#x202f;?</translation>
    </message>
    <message>
        <source>Essaim forgets the invite link: to follow again you need it once more. What you downloaded stays.</source>
        <translation>Essaim oublie le lien d’invitation&#xa0;: il le faut de nouveau pour suivre encore. Ce que vous avez téléchargé reste.</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Ne plus suivre</translation>
    </message>
    <message>
        <source>The host has taken this invitation back, or given you a new key. Ask for your new link and open it: this source and its transfers go on with it.</source>
        <translation>L’hôte a retiré cette invitation, ou vous a donné une nouvelle clé. Demandez-lui votre nouveau lien et ouvrez-le&#xa0;: cette source et ses transferts continuent avec lui.</translation>
    </message>
    <message>
        <source>What the host answers cannot be read. Is this the link of an Essaim?</source>
        <translation>La réponse de l’hôte est illisible. Ce lien vient-il bien d’un Essaim&#xa0;?</translation>
    </message>
    <message>
        <source>The host does not answer now: its computer or its tracker may be off. Essaim asks again by itself.</source>
        <translation>L’hôte ne répond pas pour l’instant&#xa0;: son ordinateur ou son tracker est peut-être arrêté. Essaim redemandera de lui-même.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the title of what is wrong, and sentences about it</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FollowWindow</name>
    <message>
        <source>“%1” could not be added. %2</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être ajouté. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents that you follow could not be added. The first is “%1”. %2</source>
        <translation>
            <numerusform>%n torrent que vous suivez n’a pas pu être ajouté. Le premier est «&#xa0;%1&#xa0;». %2</numerusform>
            <numerusform>%n torrents que vous suivez n’ont pas pu être ajoutés. Le premier est «&#xa0;%1&#xa0;». %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of hosts that you follow was damaged: the one from before is used, if there is one, and the damaged file was put beside it. %1</source>
        <translation>La liste des hôtes que vous suivez était endommagée&#xa0;: la précédente est utilisée, s’il y en a une, et le fichier endommagé a été mis de côté. %1</translation>
    </message>
    <message>
        <source>The list of hosts that you follow cannot be read. Until it can, nothing that you change in it is kept. %1</source>
        <translation>La liste des hôtes que vous suivez ne peut pas être lue. Tant que c’est le cas, rien de ce que vous y changez n’est gardé. %1</translation>
    </message>
    <message>
        <source>The list of hosts that you follow could not be saved; Essaim tries again. %1</source>
        <translation>La liste des hôtes que vous suivez n’a pas pu être enregistrée&#x202f;; Essaim réessaie. %1</translation>
    </message>
    <message>
        <source>This invite link was replaced when you got a new key. Its source is there already, with the new link.</source>
        <translation>Ce lien d’invitation a été remplacé quand vous avez reçu une nouvelle clé. Sa source est déjà là, avec le nouveau lien.</translation>
    </message>
    <message>
        <source>This invite link does not work (any more). At the same address you have a source that does, so nothing was added.</source>
        <translation>Ce lien d’invitation ne fonctionne pas (ou plus). Vous avez déjà, à la même adresse, une source qui fonctionne&#xa0;: rien n’a été ajouté.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FormTexts</name>
    <message>
        <source>Version 1</source>
        <translation>Version 1</translation>
    </message>
    <message>
        <source>Version 2</source>
        <translation>Version 2</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybride</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 Kio</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 Mio</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>files, size, pieces</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>totals; what is left out</comment>
        <translation>%1&#xa0;; %2</translation>
    </message>
    <message>
        <source>Your tracker is off: it will be switched on.</source>
        <translation>Votre tracker est arrêté&#xa0;: il sera activé.</translation>
    </message>
    <message>
        <source>Your tracker is starting.</source>
        <translation>Votre tracker démarre.</translation>
    </message>
    <message>
        <source>Only this computer can reach your tracker: it is not connected to a network.</source>
        <translation>Seul cet ordinateur peut joindre votre tracker&#xa0;: il n’est connecté à aucun réseau.</translation>
    </message>
    <message>
        <source>The link leads friends to %1.</source>
        <translation>Le lien mène vos amis à %1.</translation>
    </message>
    <message>
        <source>The link leads friends on your network to %1.</source>
        <translation>Le lien mène vos amis sur votre réseau à %1.</translation>
    </message>
    <message>
        <source>About %1 pieces</source>
        <translation>Environ %1 morceaux</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>qBittorrent, Deluge and BiglyBT in their versions of recent years open it; Transmission, KTorrent and older clients do not.</source>
        <translation>Les versions récentes de qBittorrent, Deluge et BiglyBT l’ouvrent&#x202f;; Transmission, KTorrent et les anciens clients non.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>torrents: what is in them</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1; .torrent %2</source>
        <comment>totals; size of the file that describes them</comment>
        <translation>%1&#x202f;; .torrent de %2</translation>
    </message>
    <message>
        <source>%1; %2 need not be read again</source>
        <comment>totals; size</comment>
        <translation>%1&#x202f;; %2 n’ont pas à être relus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>pieces, size of one</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1, with %2 of empty space between the files</source>
        <comment>pieces</comment>
        <translation>%1, avec %2 d’espace vide entre les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s)</source>
        <translation>
            <numerusform>%Ln morceau</numerusform>
            <numerusform>%Ln morceaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln torrent(s)</source>
        <translation>
            <numerusform>%Ln torrent</numerusform>
            <numerusform>%Ln torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln élément ignoré</numerusform>
            <numerusform>%Ln éléments ignorés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Every BitTorrent client opens it: the safest choice.</source>
        <translation>Tous les clients BitTorrent l’ouvrent&#xa0;: le choix le plus sûr.</translation>
    </message>
    <message>
        <source>Clients of recent years open it, and newer ones check each file by itself. Transmission before 4.0 and aria2 before 1.37 do not. Each file begins a new piece.</source>
        <translation>Les clients de ces dernières années l’ouvrent, et les plus récents vérifient chaque fichier à part. Transmission avant 4.0 et aria2 avant 1.37 ne l’ouvrent pas. Chaque fichier commence un nouveau morceau.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FriendDialog</name>
    <message>
        <source>Add friend</source>
        <translation>Ajouter un ami</translation>
    </message>
    <message>
        <source>Edit friend</source>
        <translation>Modifier l’ami</translation>
    </message>
    <message>
        <source>Add and invite</source>
        <translation>Ajouter et inviter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>There is a friend of this name already. A revoked one can be given a new key.</source>
        <translation>Il y a déjà un ami de ce nom. Un ami révoqué peut recevoir une nouvelle clé.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>La note est trop longue.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FriendLinks</name>
    <message>
        <source>&amp;Copy a friend’s link</source>
        <translation>&amp;Copier le lien d’un ami</translation>
    </message>
    <message>
        <source>Nobody can get it yet. Add a friend under Tracker → Friends: the invite link opens a page with all that you share with this friend.</source>
        <translation>Personne ne peut encore l’obtenir. Ajoutez un ami sous Tracker → Amis&#xa0;: le lien d’invitation ouvre une page avec tout ce que vous partagez avec lui.</translation>
    </message>
    <message>
        <source>Your friends find it on the page behind their invite links; see Tracker → Friends.</source>
        <translation>Vos amis le trouvent sur la page de leur lien d’invitation&#x202f;; voyez Tracker → Amis.</translation>
    </message>
    <message>
        <source>The invite link of %1 is on your clipboard. It opens a page with all that you share with this friend; nobody else is to have it.</source>
        <translation>Le lien d’invitation de %1 est dans le presse-papiers. Il ouvre une page avec tout ce que vous partagez avec cet ami&#x202f;; personne d’autre ne doit l’avoir.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FriendsModel</name>
    <message>
        <source>Revoked</source>
        <translation>Révoqué</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message numerus="yes">
        <source>Key used at %n place(s)</source>
        <translation>
            <numerusform>Clé utilisée à %n endroit</numerusform>
            <numerusform>Clé utilisée à %n endroits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Here, on %n torrent(s)</source>
        <translation>
            <numerusform>Ici, sur %n torrent</numerusform>
            <numerusform>Ici, sur %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Pas encore vu</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>So many at once may mean that the key was given on. A new key stops that; the totals stay.</source>
        <translation>Autant à la fois peut signifier que la clé a été transmise. Une nouvelle clé y met fin&#xa0;; les totaux restent.</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) with this friend’s key</source>
        <translation>
            <numerusform>%n programme avec la clé de cet ami</numerusform>
            <numerusform>%n programmes avec la clé de cet ami</numerusform>
        </translation>
    </message>
    <message>
        <source>The key stands in a configuration file.</source>
        <translation>La clé se trouve dans un fichier de configuration.</translation>
    </message>
    <message>
        <source>The key works, but cannot be shown again. Give a new one to make links.</source>
        <translation>La clé fonctionne, mais ne peut plus être montrée. Donnez-en une nouvelle pour faire des liens.</translation>
    </message>
    <message>
        <source>Fingerprint of the key: %1</source>
        <translation>Empreinte de la clé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Key hidden</source>
        <translation>Clé masquée</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Ami</translation>
    </message>
    <message>
        <source>Whom you invited</source>
        <translation>Qui vous avez invité</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Whether this friend is here, paused or revoked</source>
        <translation>Si cet ami est là, suspendu ou révoqué</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>When a program of this friend asked your tracker last</source>
        <translation>Quand un programme de cet ami a interrogé votre tracker pour la dernière fois</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>What this friend gave to others, as its programs report it</source>
        <translation>Ce que cet ami a donné aux autres, d’après ses programmes</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>What this friend took from others, as its programs report it</source>
        <translation>Ce que cet ami a pris aux autres, d’après ses programmes</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>The secret that ends this friend’s announce address</source>
        <translation>Le secret qui termine l’adresse d’annonce de cet ami</translation>
    </message>
</context>
<context>
    <name>essaim::gui::FriendsPanel</name>
    <message>
        <source>&amp;Invite…</source>
        <translation>&amp;Inviter…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Suspendre</translation>
    </message>
    <message>
        <source>New &amp;key…</source>
        <translation>Nouvelle &amp;clé…</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Révoquer…</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Oublier…</translation>
    </message>
    <message>
        <source>No friends yet</source>
        <translation>Pas encore d’amis</translation>
    </message>
    <message>
        <source>Your tracker is off</source>
        <translation>Votre tracker est arrêté</translation>
    </message>
    <message>
        <source>Give each friend a link of their own. You see who has what, and can take a link back without disturbing the others.</source>
        <translation>Donnez à chaque ami son propre lien. Vous voyez qui a quoi, et pouvez reprendre un lien sans déranger les autres.</translation>
    </message>
    <message>
        <source>Switch it on to see and invite friends.</source>
        <translation>Mettez-le en marche pour voir et inviter des amis.</translation>
    </message>
    <message>
        <source>&amp;Let in again</source>
        <translation>&amp;Laisser revenir</translation>
    </message>
    <message>
        <source>Give %1 a new key?</source>
        <translation>Donner une nouvelle clé à %1&#xa0;?</translation>
    </message>
    <message>
        <source>The old link and every .torrent made with it stop working. Send the new ones to this friend. The totals stay.</source>
        <translation>L’ancien lien et chaque .torrent fait avec lui cessent de fonctionner. Envoyez les nouveaux à cet ami. Les totaux restent.</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle clé</translation>
    </message>
    <message numerus="yes">
        <source>Give %n friend(s) a new key?</source>
        <translation>
            <numerusform>Donner une nouvelle clé à %n ami&#x202f;?</numerusform>
            <numerusform>Donner une nouvelle clé à %n amis&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their links and .torrent files stop working until you send them new ones. The totals stay.</source>
        <translation>Leurs liens et fichiers .torrent cessent de fonctionner jusqu’à ce que vous en envoyiez de nouveaux. Les totaux restent.</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles clés</translation>
    </message>
    <message>
        <source>Revoke the invitation of %1?</source>
        <translation>Révoquer l’invitation de %1&#xa0;?</translation>
    </message>
    <message>
        <source>Your tracker refuses this friend from now on and names this friend to nobody. What was downloaded stays there, and clients that have met already may finish.</source>
        <translation>Votre tracker refuse désormais cet ami et ne l’indique plus à personne. Ce qui a été téléchargé reste là-bas, et les clients qui se sont déjà rencontrés peuvent terminer.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>Oublier %1&#xa0;?</translation>
    </message>
    <message>
        <source>The name, the note and the totals are removed for good.</source>
        <translation>Le nom, la note et les totaux sont supprimés définitivement.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>There is a friend named “%1” already.</source>
        <translation>Il y a déjà un ami nommé «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No friend here matches the search.</source>
        <translation>Aucun ami ne correspond à la recherche.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::GeneralTab</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copy magnet link</source>
        <translation>Copier le lien magnet</translation>
    </message>
</context>
<context>
    <name>essaim::gui::HistoryGraph</name>
    <message>
        <source>Peers and announces over time</source>
        <translation>Pairs et annonces au fil du temps</translation>
    </message>
    <message>
        <source>%1 peers, %2 announces in this minute</source>
        <translation>%1 pairs, %2 annonces dans cette minute</translation>
    </message>
    <message>
        <source>Peers, at most %1</source>
        <translation>Pairs, %1 au plus</translation>
    </message>
    <message>
        <source>Announces a minute, at most %1</source>
        <translation>Annonces par minute, %1 au plus</translation>
    </message>
    <message numerus="yes">
        <source>the last %n minute(s)</source>
        <translation>
            <numerusform>la dernière minute</numerusform>
            <numerusform>les %n dernières minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::HostNameDialog</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>L’utiliser quand même</translation>
    </message>
    <message>
        <source>“%1” leads to your computer only inside your own network, or one that you share with friends (VPN). For friends elsewhere, give your public address or a name that leads to it.</source>
        <translation>«&#xa0;%1&#xa0;» ne mène à votre ordinateur que dans votre propre réseau, ou dans un réseau partagé avec vos amis (VPN). Pour les amis ailleurs, indiquez votre adresse publique ou un nom qui y mène.</translation>
    </message>
    <message>
        <source>“%1” is no host name and no address.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni un nom d’hôte, ni une adresse.</translation>
    </message>
    <message>
        <source>“%1” means, on every computer, that computer itself: no friend would find yours.</source>
        <translation>«&#xa0;%1&#xa0;» désigne, sur chaque ordinateur, cet ordinateur lui-même&#xa0;: aucun ami ne trouverait le vôtre.</translation>
    </message>
    <message>
        <source>Links carry the port at which your tracker is reached, now %1, and cannot carry %2. Leave it out, or choose another port in the options.</source>
        <translation>Les liens portent le port où l’on joint votre tracker, pour l’instant %1, et ne peuvent pas porter %2. Enlevez-le, ou choisissez un autre port dans les options.</translation>
    </message>
    <message>
        <source>“%1” is an address to which no link can lead: one for a single cable or Wi-Fi, for many computers at once, or for examples.</source>
        <translation>«&#xa0;%1&#xa0;» est une adresse à laquelle aucun lien ne peut mener&#xa0;: elle ne vaut que sur un câble ou un Wi-Fi, pour plusieurs ordinateurs à la fois, ou à titre d’exemple.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::HostedModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size of its files</source>
        <translation>Taille de ses fichiers</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Who has everything and shares it now, you included</source>
        <translation>Ceux qui ont tout et partagent en ce moment, vous compris</translation>
    </message>
    <message>
        <source>Leechers</source>
        <translation>Téléchargeurs</translation>
    </message>
    <message>
        <source>Who is still downloading</source>
        <translation>Ceux qui téléchargent encore</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Terminés</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Partagé avec</translation>
    </message>
    <message>
        <source>Who may download it</source>
        <translation>Qui peut le télécharger</translation>
    </message>
    <message>
        <source>The torrent that your tracker shares</source>
        <translation>Le torrent que votre tracker partage</translation>
    </message>
    <message>
        <source>Downloads that were finished since you share it</source>
        <translation>Téléchargements terminés depuis que vous le partagez</translation>
    </message>
</context>
<context>
    <name>essaim::gui::HostedPanel</name>
    <message>
        <source>&amp;Save .torrent…</source>
        <translation>&amp;Enregistrer le fichier .torrent…</translation>
    </message>
    <message>
        <source>Share files from this computer</source>
        <translation>Partagez des fichiers depuis cet ordinateur</translation>
    </message>
    <message>
        <source>Take &amp;down…</source>
        <translation>&amp;Retirer et bloquer…</translation>
    </message>
    <message>
        <source>No torrent here matches the search.</source>
        <translation>Aucun torrent ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>&amp;Invite a friend…</source>
        <translation>&amp;Inviter un ami…</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>It is for friends only: each of them has an invite link of their own</source>
        <translation>Il est réservé aux amis&#xa0;: chacun d’eux a son propre lien d’invitation</translation>
    </message>
    <message>
        <source>A link to the selected torrent, for everybody to whom you send it</source>
        <translation>Un lien vers le torrent choisi, pour tous ceux à qui vous l’envoyez</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>&amp;Copier le lien</translation>
    </message>
    <message>
        <source>S&amp;top sharing…</source>
        <translation>Ne plus &amp;partager…</translation>
    </message>
    <message>
        <source>Nothing shared yet</source>
        <translation>Rien n’est encore partagé</translation>
    </message>
</context>
<context>
    <name>essaim::gui::InviteDialog</name>
    <message>
        <source>Invite %1</source>
        <translation>Inviter %1</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>&amp;Hide key</source>
        <translation>&amp;Masquer la clé</translation>
    </message>
    <message>
        <source>&amp;Show key</source>
        <translation>Mon&amp;trer la clé</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A private torrent needs its .torrent: clients do not hand out what a magnet link lacks.</source>
        <translation>Un torrent privé a besoin de son .torrent&#xa0;: les clients ne donnent pas ce qui manque à un lien magnet.</translation>
    </message>
    <message>
        <source>Copy &amp;magnet link</source>
        <translation>Copier le lien &amp;magnet</translation>
    </message>
    <message>
        <source>%1 is paused: until you let this friend in again, the page says so and offers nothing.</source>
        <translation>%1 est en pause&#xa0;: tant que vous ne laissez pas revenir cet ami, la page le dit et ne propose rien.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ItemOpener</name>
    <message>
        <source>Fetching the torrent from %1…</source>
        <translation>Téléchargement du torrent depuis %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add link</source>
        <translation>Ajouter un lien</translation>
    </message>
</context>
<context>
    <name>essaim::gui::JobModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>essaim::gui::JobSummary</name>
    <message>
        <source>Making “%1”</source>
        <translation>Création de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” waits until its disk is free</source>
        <translation>«&#xa0;%1&#xa0;» attend que son disque soit libre</translation>
    </message>
    <message>
        <source>“%1” is paused</source>
        <translation>«&#xa0;%1&#xa0;» est en pause</translation>
    </message>
    <message>
        <source>“%1” is ready</source>
        <translation>«&#xa0;%1&#xa0;» est prêt</translation>
    </message>
    <message>
        <source>“%1” could not be made</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être créé</translation>
    </message>
    <message>
        <source>New torrents: %1</source>
        <translation>Nouveaux torrents&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the making</source>
        <translation>
            <numerusform>%Ln en préparation</numerusform>
            <numerusform>%Ln en préparation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln en pause</numerusform>
            <numerusform>%Ln en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ready</source>
        <translation>
            <numerusform>%Ln prêt</numerusform>
            <numerusform>%Ln prêts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln en échec</numerusform>
            <numerusform>%Ln en échec</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::JobTexts</name>
    <message>
        <source>“%1” waits until its disk is free</source>
        <translation>«&#xa0;%1&#xa0;» attend que son disque soit libre</translation>
    </message>
    <message>
        <source>Finishing “%1”…</source>
        <translation>Fin de «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>Lecture de «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>“%1” is paused</source>
        <translation>«&#xa0;%1&#xa0;» est en pause</translation>
    </message>
    <message>
        <source>“%1” is ready</source>
        <translation>«&#xa0;%1&#xa0;» est prêt</translation>
    </message>
    <message>
        <source>“%1” could not be made</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être créé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1, %2 known from earlier</source>
        <translation>%1, dont %2 déjà connus</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, encore %2</translation>
    </message>
    <message>
        <source>Waits until its disk is free</source>
        <translation>Attend que son disque soit libre</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Fin…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Ready; %1</source>
        <translation>Prêt&#x202f;; %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>everything was known from earlier</source>
        <translation>tout était déjà connu</translation>
    </message>
    <message>
        <source>%1 of %2 were known from earlier</source>
        <translation>%1 sur %2 étaient déjà connus</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LabelSection</name>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>Sans catégorie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Without tag</source>
        <translation>Sans étiquette</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>Trackers</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>Without tracker</source>
        <translation>Sans tracker</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LabelsDialog</name>
    <message numerus="yes">
        <source>Category and tags of %n torrents</source>
        <translation>
            <numerusform>Catégorie et étiquettes de %n torrent</numerusform>
            <numerusform>Catégorie et étiquettes de %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>several: stay as they are</source>
        <translation>plusieurs&#xa0;: restent inchangées</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>Utilisées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LastSeenText</name>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LimitsDialog</name>
    <message>
        <source>Speed limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents, each</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents, chacun</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Download:</source>
        <translation>&amp;Réception&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Upload:</source>
        <translation>&amp;Envoi&#xa0;:</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source> KiB/s</source>
        <translation> Kio/s</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LinkReach</name>
    <message>
        <source>Your tracker is off. The link opens when it is on.</source>
        <translation>Votre tracker est arrêté. Le lien s’ouvre quand il est activé.</translation>
    </message>
    <message>
        <source>Only this computer can open the link: it is not connected to a network.</source>
        <translation>Seul cet ordinateur peut ouvrir le lien&#xa0;: il n’est relié à aucun réseau.</translation>
    </message>
    <message>
        <source>Your router is still asked for an address that friends elsewhere can use. Until it answers, the link opens on your own network only.</source>
        <translation>Votre routeur doit encore dire sous quelle adresse vos amis vous joignent d’ailleurs. Jusqu’à sa réponse, le lien ne s’ouvre que sur votre propre réseau.</translation>
    </message>
    <message>
        <source>The link opens on your own network only: friends elsewhere cannot reach your tracker yet. The Tracker page says why, and what to do.</source>
        <translation>Le lien ne s’ouvre que sur votre propre réseau&#xa0;: d’ailleurs, vos amis ne peuvent pas encore joindre votre tracker. La page Tracker dit pourquoi, et que faire.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LockPasswordDialog</name>
    <message>
        <source>Password of the lock</source>
        <translation>Mot de passe du verrou</translation>
    </message>
    <message>
        <source>It keeps others at this computer from the window. It hides nothing from who may read your files.</source>
        <translation>Il tient la fenêtre fermée aux autres personnes devant cet ordinateur. Il ne cache rien à qui peut lire vos fichiers.</translation>
    </message>
    <message>
        <source>&amp;Present password</source>
        <translation>Mot de passe &amp;actuel</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Encore une &amp;fois</translation>
    </message>
    <message>
        <source>Nothing: no lock any more</source>
        <translation>Rien&#xa0;: plus de verrou</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Les deux nouveaux mots de passe diffèrent.</translation>
    </message>
    <message>
        <source>Type a password.</source>
        <translation>Tapez un mot de passe.</translation>
    </message>
    <message>
        <source>That is not the present password.</source>
        <translation>Ce n’est pas le mot de passe actuel.</translation>
    </message>
    <message>
        <source>There is not enough memory to save a password: close other programs and try again.</source>
        <translation>La mémoire ne suffit pas pour enregistrer un mot de passe&#xa0;: fermez d’autres programmes et réessayez.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LockScreen</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
    <message>
        <source>Essaim is locked</source>
        <translation>Essaim est verrouillé</translation>
    </message>
    <message>
        <source>Torrents go on meanwhile.</source>
        <translation>Les torrents continuent entre-temps.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>That is not the password. Look at Caps Lock and the keyboard layout, then try again.</source>
        <translation>Ce n’est pas le mot de passe. Regardez le verrouillage des majuscules et la disposition du clavier, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Which events are shown</source>
        <translation>Événements montrés</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Erreurs seulement</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The log could not be saved to %1 (%2). Choose another place.</source>
        <translation>Le journal n’a pas pu être enregistré dans %1 (%2). Choisissez un autre endroit.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::MagnetCopier</name>
    <message numerus="yes">
        <source>%n magnet link(s) could not be had and are missing on the clipboard: copy them again later.</source>
        <translation>
            <numerusform>%n lien magnet n’a pas pu être obtenu et manque dans le presse-papiers&#xa0;: copiez-le de nouveau plus tard.</numerusform>
            <numerusform>%n liens magnet n’ont pas pu être obtenus et manquent dans le presse-papiers&#xa0;: copiez-les de nouveau plus tard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MailFields</name>
    <message>
        <source>%1 took the message for %2: look whether it arrives.</source>
        <translation>%1 a pris le message pour %2&#xa0;: voyez s’il arrive.</translation>
    </message>
    <message>
        <source>To send messages, a mail server is needed: your provider knows its name.</source>
        <translation>Pour envoyer des messages, il faut un serveur de messagerie&#xa0;: votre fournisseur en connaît le nom.</translation>
    </message>
    <message>
        <source>Messages cannot come from “%1”: write an address such as lea@example.org.</source>
        <translation>Les messages ne peuvent pas venir de «&#xa0;%1&#xa0;»&#xa0;: écrivez une adresse comme lea@example.org.</translation>
    </message>
    <message>
        <source>Messages cannot go to “%1”: write an address such as lea@example.org, or several with commas.</source>
        <translation>Les messages ne peuvent pas aller à «&#xa0;%1&#xa0;»&#xa0;: écrivez une adresse comme lea@example.org, ou plusieurs avec des virgules.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Without encryption, anybody on the way to the server can read the password.</source>
        <translation>Sans chiffrement, quiconque se trouve sur le chemin du serveur peut lire le mot de passe.</translation>
    </message>
    <message>
        <source>Test message of Essaim</source>
        <translation>Message d’essai d’Essaim</translation>
    </message>
    <message>
        <source>Messages about complete downloads on %1 will arrive like this one.</source>
        <translation>Les messages sur les téléchargements terminés sur %1 arriveront comme celui-ci.</translation>
    </message>
    <message>
        <source>The message is on its way…</source>
        <translation>Le message est en route…</translation>
    </message>
    <message>
        <source>To send messages, an address is needed that they come from, such as lea@example.org.</source>
        <translation>Pour envoyer des messages, il faut une adresse d’expéditeur, comme lea@example.org.</translation>
    </message>
    <message>
        <source>To send messages, an address is needed that they go to, such as lea@example.org.</source>
        <translation>Pour envoyer des messages, il faut une adresse de destinataire, comme lea@example.org.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::MailSentence</name>
    <message>
        <source>“%1” cannot be a mail server: write nothing but its name, such as smtp.example.org.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un serveur de messagerie&#xa0;: écrivez seulement son nom, comme smtp.example.org.</translation>
    </message>
    <message>
        <source>No server called “%1” was found: check its name and whether this computer is connected.</source>
        <translation>Aucun serveur nommé «&#xa0;%1&#xa0;» n’a été trouvé&#xa0;: vérifiez son nom et la connexion de cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 cannot be reached at port %2: check the port and whether this computer is connected.</source>
        <translation>%1 n’est pas joignable au port %2&#xa0;: vérifiez le port et la connexion de cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 did not answer in time at port %2: check the port and the encryption, or try again later.</source>
        <translation>%1 n’a pas répondu à temps au port %2&#xa0;: vérifiez le port et le chiffrement, ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1 does not offer this encryption at port %2: choose another one, with its port. Nothing was sent.</source>
        <translation>%1 ne propose pas ce chiffrement au port %2&#xa0;: choisissez-en un autre, avec son port. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid for this name: check the name. Nothing was sent, and no password.</source>
        <translation>Le certificat de %1 n’est pas valable pour ce nom&#xa0;: vérifiez le nom. Rien n’a été envoyé, ni aucun mot de passe.</translation>
    </message>
    <message>
        <source>There is a user name for the mail server but no password: type it under Preferences, Automatic.</source>
        <translation>Il y a un nom d’utilisateur pour le serveur de messagerie, mais pas de mot de passe&#xa0;: tapez-le sous Préférences, Automatique.</translation>
    </message>
    <message>
        <source>%1 refused the login: check the user name and type the password again. Some providers want one made for programs.</source>
        <translation>%1 a refusé l’identification&#xa0;: vérifiez le nom d’utilisateur et retapez le mot de passe. Certains fournisseurs en veulent un fait pour les logiciels.</translation>
    </message>
    <message>
        <source>%1 takes no messages from %2: check that address, or log in with a user name.</source>
        <translation>%1 ne prend pas de messages de %2&#xa0;: vérifiez cette adresse, ou identifiez-vous avec un nom d’utilisateur.</translation>
    </message>
    <message>
        <source>%1 takes no messages for %2: check that address, or log in with a user name.</source>
        <translation>%1 ne prend pas de messages pour %2&#xa0;: vérifiez cette adresse, ou identifiez-vous avec un nom d’utilisateur.</translation>
    </message>
    <message>
        <source>%1 refused the message with the number %2: ask your provider what that means.</source>
        <translation>%1 a refusé le message avec le numéro %2&#xa0;: demandez à votre fournisseur ce que cela veut dire.</translation>
    </message>
    <message>
        <source>%1 ended the conversation before it took the message: check the port and the encryption, or try again later.</source>
        <translation>%1 a mis fin à la conversation avant de prendre le message&#xa0;: vérifiez le port et le chiffrement, ou réessayez plus tard.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::MainWindow</name>
    <message>
        <source>There is nothing at “%1”.</source>
        <translation>Il n’y a rien à l’emplacement «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The settings cannot be saved to %1: make room on the disk, or give yourself the right to write there.</source>
        <translation>Les réglages ne peuvent pas être enregistrés dans %1&#xa0;: libérez de la place sur le disque ou donnez-vous le droit d’y écrire.</translation>
    </message>
    <message>
        <source>Add torrent</source>
        <translation>Ajouter un torrent</translation>
    </message>
    <message>
        <source>Torrents (*.torrent)</source>
        <translation>Torrents (*.torrent)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The clipboard holds no link, info-hash or file.</source>
        <translation>Le presse-papiers ne contient ni lien, ni empreinte (info-hash), ni fichier.</translation>
    </message>
    <message>
        <source>Edit a torrent file</source>
        <translation>Modifier un fichier torrent</translation>
    </message>
    <message>
        <source>When all &amp;downloads are done</source>
        <translation>&amp;Quand tout est téléchargé</translation>
    </message>
    <message>
        <source>Search transfers</source>
        <translation>Rechercher des transferts</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ManyTrackersDialog</name>
    <message numerus="yes">
        <source>Trackers of %n torrents</source>
        <translation>
            <numerusform>Trackers de %n torrent</numerusform>
            <numerusform>Trackers de %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add these, one address a line:</source>
        <translation>&amp;Ajouter ceux-ci, une adresse par ligne&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Remove these, where they are:</source>
        <translation>&amp;Retirer ceux-ci, là où ils sont&#xa0;:</translation>
    </message>
    <message>
        <source>Some of them are private: announce those only to the tracker that they come from.</source>
        <translation>Certains sont privés&#xa0;: n’annoncez ceux-là qu’au tracker dont ils viennent.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a tracker: it begins with http://, https:// or udp://.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas l’adresse d’un tracker&#xa0;: elle commence par http://, https:// ou udp://.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n torrents)</source>
        <comment>host of a tracker</comment>
        <translation>
            <numerusform>%1 (%n torrent)</numerusform>
            <numerusform>%1 (%n torrents)</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove all &amp;trackers of these hosts:</source>
        <translation>Retirer tous les &amp;trackers de ces hôtes&#xa0;:</translation>
    </message>
</context>
<context>
    <name>essaim::gui::MessageBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveActions</name>
    <message>
        <source>&amp;Another folder…</source>
        <translation>&amp;Autre dossier…</translation>
    </message>
    <message>
        <source>Move the files of the selected torrents, or say where they are (F4)</source>
        <translation>Déplacer les fichiers des torrents sélectionnés, ou indiquer où ils sont (F4)</translation>
    </message>
    <message>
        <source>Mo&amp;ve to</source>
        <translation>&amp;Déplacer vers</translation>
    </message>
    <message>
        <source>&amp;When complete…</source>
        <translation>Une fois &amp;complet…</translation>
    </message>
    <message>
        <source>&amp;Stay there when complete</source>
        <translation>Y &amp;rester une fois complet</translation>
    </message>
    <message>
        <source>Folder for the files once they are complete</source>
        <translation>Dossier des fichiers une fois complets</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents go elsewhere when complete</source>
        <translation>
            <numerusform>%n torrent ira ailleurs une fois complet</numerusform>
            <numerusform>%n torrents iront ailleurs une fois complets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveCommander</name>
    <message>
        <source>move of “%1”</source>
        <translation>déplacement de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>move of %n torrents</source>
        <translation>
            <numerusform>déplacement de %n torrent</numerusform>
            <numerusform>déplacement de %n torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveDialog</name>
    <message>
        <source>Where should “%1” be?</source>
        <translation>Où doit se trouver «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>Where should the %n torrents be?</source>
        <translation>
            <numerusform>Où doit se trouver %n torrent&#x202f;?</numerusform>
            <numerusform>Où doivent se trouver les %n torrents&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Check there</source>
        <translation>Vérifier à cet endroit</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Name a whole path, such as /home/me/Videos.</source>
        <translation>Indiquez un chemin complet, par exemple /home/moi/Vidéos.</translation>
    </message>
    <message>
        <source>How much space there is cannot be told.</source>
        <translation>L’espace disponible n’est pas connu.</translation>
    </message>
    <message>
        <source>%1 free; the files take up to %2.</source>
        <translation>%1 libres&#x202f;; les fichiers occupent jusqu’à %2.</translation>
    </message>
    <message>
        <source>%1 free.</source>
        <translation>%1 libres.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveRow</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 left</source>
        <translation>%1, %2, encore %3</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
    <message numerus="yes">
        <source>Moved; %n file(s) stayed because somebody had changed them</source>
        <translation>
            <numerusform>Déplacé&#x202f;; %n fichier est resté, car il avait été modifié</numerusform>
            <numerusform>Déplacé&#x202f;; %n fichiers sont restés, car ils avaient été modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for its turn or its drive</source>
        <translation>Attend son tour ou son disque</translation>
    </message>
    <message>
        <source>Closing the files</source>
        <translation>Fermeture des fichiers</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Taking everything back</source>
        <translation>Retour de tout à sa place</translation>
    </message>
    <message>
        <source>Moved; removing the old files</source>
        <translation>Déplacé&#x202f;; suppression des anciens fichiers</translation>
    </message>
    <message>
        <source>Cancelled; the files are where they were</source>
        <translation>Annulé&#x202f;; les fichiers sont restés à leur place</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Take everything back to where it was</source>
        <translation>Remettre tout à sa place</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>De %1 vers %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Move the files back to where they were</source>
        <translation>Ramener les fichiers là où ils étaient</translation>
    </message>
    <message numerus="yes">
        <source>%n move(s): %1</source>
        <translation>
            <numerusform>%n déplacement&#xa0;: %1</numerusform>
            <numerusform>%n déplacements&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveStrip</name>
    <message>
        <source>Moves of files</source>
        <translation>Déplacements de fichiers</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout suspendre</translation>
    </message>
    <message>
        <source>Go on with all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Take everything back to where it was</source>
        <translation>Remettre tout à sa place</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Move the files back to where they were</source>
        <translation>Ramener les fichiers là où ils étaient</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n move(s) cancelled; the files are where they were</source>
        <translation>
            <numerusform>%n déplacement annulé&#x202f;; les fichiers sont là où ils étaient</numerusform>
            <numerusform>%n déplacements annulés&#x202f;; les fichiers sont là où ils étaient</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) moved</source>
        <translation>
            <numerusform>%n torrent déplacé</numerusform>
            <numerusform>%n torrents déplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::NetworkDialog</name>
    <message>
        <source>Add network</source>
        <translation>Ajouter un réseau</translation>
    </message>
    <message>
        <source>Edit network</source>
        <translation>Modifier le réseau</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>There is a network of this name already.</source>
        <translation>Il y a déjà un réseau de ce nom.</translation>
    </message>
    <message>
        <source>“%1” is no address and no range such as 192.168.0.0/16.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une adresse, ni une plage comme 192.168.0.0/16.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::NetworksPanel</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Mon&amp;ter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Gets in</source>
        <translation>Entre</translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation>Reste dehors</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>This is no IP address.</source>
        <translation>Ce n’est pas une adresse IP.</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>ailleurs</translation>
    </message>
    <message>
        <source>Yes (%1)</source>
        <translation>Oui (%1)</translation>
    </message>
    <message>
        <source>No (%1)</source>
        <translation>Non (%1)</translation>
    </message>
    <message>
        <source>“Stayed inside” is an estimate: of what a client says it received since its last announce, the part that peers of its own network make of those that it was told of.</source>
        <translation>«&#xa0;Resté à l’intérieur&#xa0;» est une estimation&#xa0;: de ce qu’un client dit avoir reçu depuis sa dernière annonce, la part que les pairs de son propre réseau représentent parmi ceux qui lui ont été indiqués.</translation>
    </message>
    <message>
        <source>about %1 %</source>
        <translation>environ %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n announce(s) since the tracker runs</source>
        <translation>
            <numerusform>%n annonce depuis le démarrage du tracker</numerusform>
            <numerusform>%n annonces depuis le démarrage du tracker</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>No networks yet. Add one, such as your home or a campus, to let its addresses in or keep them out, or to keep its traffic inside.</source>
        <translation>Pas encore de réseau. Ajoutez-en un, comme votre maison ou un campus, pour laisser entrer ses adresses ou non, ou pour que ses échanges y restent.</translation>
    </message>
    <message>
        <source>Remove the network “%1”?</source>
        <translation>Supprimer le réseau «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Its addresses are then treated as the networks below it say: %1</source>
        <translation>Ses adresses suivent alors ce que disent les réseaux placés plus bas&#xa0;: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>banned</source>
        <translation>banni</translation>
    </message>
</context>
<context>
    <name>essaim::gui::NewVersion</name>
    <message>
        <source>There is nothing at “%1” to make a new version of.</source>
        <translation>Il n’y a rien à «&#xa0;%1&#xa0;» dont faire une nouvelle version.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::Notifier</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Download complete</source>
        <translation>Téléchargement terminé</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads complete</source>
        <translation>
            <numerusform>%n téléchargement terminé</numerusform>
            <numerusform>%n téléchargements terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>Essaim needs you</source>
        <translation>Essaim a besoin de vous</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>essaim::gui::OffersModel</name>
    <message>
        <source>Torrent</source>
        <translation>Torrent</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Shared since</source>
        <translation>Partagé depuis</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fait</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>essaim::gui::OptionActions</name>
    <message>
        <source>To the &amp;top</source>
        <translation>&amp;Tout en haut</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Tout à la &amp;fin</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Re&amp;nommer…</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>Caté&amp;gorie</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>&amp;Étiquettes</translation>
    </message>
    <message>
        <source>O&amp;ptions</source>
        <translation>O&amp;ptions</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;File d’attente</translation>
    </message>
    <message>
        <source>Some of the selected torrents</source>
        <translation>Une partie des torrents choisis</translation>
    </message>
    <message>
        <source>&amp;Start at once, whatever the queue says</source>
        <translation>&amp;Démarrer sans attendre son tour</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>place dans la file</translation>
    </message>
    <message>
        <source>Download in the &amp;order of the files</source>
        <translation>Télécharger dans l’&amp;ordre des fichiers</translation>
    </message>
    <message>
        <source>order of downloading</source>
        <translation>ordre de téléchargement</translation>
    </message>
    <message>
        <source>Super-see&amp;ding: give each piece to one peer first</source>
        <translation>&amp;Super-partage&#xa0;: donner d’abord chaque pièce à un seul pair</translation>
    </message>
    <message>
        <source>super-seeding</source>
        <translation>super-partage</translation>
    </message>
    <message>
        <source>Speed &amp;limits…</source>
        <translation>&amp;Limites de débit…</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>what was set, of which torrents</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>speed limits</source>
        <translation>limites de débit</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Name in the list; the files keep theirs. Nothing: the torrent’s own name.</source>
        <translation>Nom dans la liste&#x202f;; les fichiers gardent le leur. Rien&#xa0;: le nom du torrent lui-même.</translation>
    </message>
    <message>
        <source>“%1” renamed</source>
        <translation>«&#xa0;%1&#xa0;» renommé</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nouvelle…</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>&amp;Aucune</translation>
    </message>
    <message>
        <source>Take &amp;all away</source>
        <translation>&amp;Toutes les enlever</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n torrents changed</source>
        <translation>
            <numerusform>Étiquettes de %n torrent modifiées</numerusform>
            <numerusform>Étiquettes de %n torrents modifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nouvelle étiquette</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Nouvelle catégorie</translation>
    </message>
    <message>
        <source>Tag:</source>
        <translation>Étiquette&#xa0;:</translation>
    </message>
    <message>
        <source>Category; a slash puts one below another:</source>
        <translation>Catégorie&#x202f;; une barre oblique en place une sous une autre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;First and last pieces first</source>
        <translation>D’abord le &amp;début et la fin des fichiers</translation>
    </message>
</context>
<context>
    <name>essaim::gui::OutlineStyle</name>
    <message>
        <source>Clear the field</source>
        <translation>Vider le champ</translation>
    </message>
</context>
<context>
    <name>essaim::gui::OwnKey</name>
    <message>
        <source>Your tracker is off. Switch it on to give your own client a new key.</source>
        <translation>Votre tracker est arrêté. Activez-le pour donner une nouvelle clé à votre propre client.</translation>
    </message>
    <message>
        <source>Give your own client a new key?</source>
        <translation>Donner une nouvelle clé à votre propre client&#x202f;?</translation>
    </message>
    <message>
        <source>With its key, this client takes part in what is shared with friends only. Your tracker refuses the old key from then on, and your transfers get the new one at once. The keys and links of your friends stay as they are. Other programs on this computer into which you put the old key need a new .torrent.</source>
        <translation>Avec sa clé, ce client prend part à ce qui n’est partagé qu’avec des amis. Votre tracker refuse dès lors l’ancienne clé, et vos transferts reçoivent aussitôt la nouvelle. Les clés et les liens de vos amis restent tels quels. Les autres programmes de cet ordinateur dans lesquels vous avez mis l’ancienne clé ont besoin d’un nouveau .torrent.</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle clé</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PeerBans</name>
    <message>
        <source>“%1” ends before it begins: write the smaller address first.</source>
        <translation>«&#xa0;%1&#xa0;» finit avant de commencer&#xa0;: écrivez d’abord la plus petite adresse.</translation>
    </message>
    <message>
        <source>“%1” goes from an IPv4 to an IPv6 address: write two ranges.</source>
        <translation>«&#xa0;%1&#xa0;» va d’une adresse IPv4 à une adresse IPv6&#xa0;: écrivez deux plages.</translation>
    </message>
    <message>
        <source>“%1” is no address (192.0.2.7), network (192.0.2.0/24) or range (192.0.2.7-192.0.2.20).</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une adresse (192.0.2.7), ni un réseau (192.0.2.0/24), ni une plage (192.0.2.7-192.0.2.20).</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PeersModel</name>
    <message>
        <source>connecting…</source>
        <translation>connexion…</translation>
    </message>
    <message>
        <source>How much of what is missing here the peer has</source>
        <translation>La part de ce qui manque ici que le pair possède</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Signes</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Utilité</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Peer ID</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>How much of the torrent came from the peer, in this connection</source>
        <translation>Part du torrent venue de ce pair, dans cette connexion</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Contribution</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PeersTab</name>
    <message>
        <source>Peers</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>A&amp;dd peers…</source>
        <translation>A&amp;jouter des pairs…</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) known</source>
        <translation>
            <numerusform>%n pair connu</numerusform>
            <numerusform>%n pairs connus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not tried yet</source>
        <translation>
            <numerusform>dont %n pas encore essayé</numerusform>
            <numerusform>dont %n pas encore essayés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) being made</source>
        <translation>
            <numerusform>%n connexion en cours</numerusform>
            <numerusform>%n connexions en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Copier l’adresse</translation>
    </message>
    <message>
        <source>Add peers</source>
        <translation>Ajouter des pairs</translation>
    </message>
    <message>
        <source>The torrent is private: add only peers that its tracker would name.</source>
        <translation>Le torrent est privé&#xa0;: n’ajoutez que des pairs que son tracker nommerait.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Ban these %n peer(s)</source>
        <translation>
            <numerusform>&amp;Bannir ce %n pair</numerusform>
            <numerusform>&amp;Bannir ces %n pairs</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Ban this peer</source>
        <translation>&amp;Bannir ce pair</translation>
    </message>
    <message>
        <source>Ban their &amp;networks…</source>
        <translation>Bannir leurs &amp;réseaux…</translation>
    </message>
    <message>
        <source>Ban its &amp;network…</source>
        <translation>Bannir son &amp;réseau…</translation>
    </message>
    <message>
        <source>%1 banned</source>
        <translation>%1 banni</translation>
    </message>
    <message numerus="yes">
        <source>%n range(s) of addresses banned</source>
        <translation>
            <numerusform>%n plage d’adresses bannie</numerusform>
            <numerusform>%n plages d’adresses bannies</numerusform>
        </translation>
    </message>
    <message>
        <source>One &amp;peer a line, as address and port, such as 192.0.2.7:6881 or [2001:db8::7]:6881.</source>
        <translation>Un &amp;pair par ligne, adresse et port, comme 192.0.2.7:6881 ou [2001:db8::7]:6881.</translation>
    </message>
    <message>
        <source>“%1” is not an address and a port.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse suivie d’un port.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PiecesGrid</name>
    <message>
        <source>Piece %1 of %2</source>
        <translation>Pièce %1 sur %2</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présente</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>non voulue</translation>
    </message>
    <message>
        <source>%1 of %2 blocks present, %3 asked for</source>
        <translation>%1 blocs sur %2 présents, %3 demandés</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquante</translation>
    </message>
    <message numerus="yes">
        <source>%n connected peer(s) have it</source>
        <translation>
            <numerusform>%n pair connecté l’a</numerusform>
            <numerusform>%n pairs connectés l’ont</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::PiecesTab</name>
    <message>
        <source>The pieces are not known yet.</source>
        <translation>Les pièces ne sont pas encore connues.</translation>
    </message>
    <message>
        <source>%1 of %2 pieces present</source>
        <translation>%1 pièces présentes sur %2</translation>
    </message>
    <message>
        <source>%1 being received</source>
        <translation>%1 en réception</translation>
    </message>
    <message>
        <source>%1 not wanted</source>
        <translation>%1 non voulues</translation>
    </message>
    <message>
        <source>%1 that no connected peer has</source>
        <translation>%1 qu’aucun pair connecté ne possède</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PreferencesDialog</name>
    <message>
        <source>Folder for downloads</source>
        <translation>Dossier de téléchargement</translation>
    </message>
    <message>
        <source>“%1” is not a full path to a folder.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le chemin complet d’un dossier.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PresenceModel</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>%1 taken in all, as its programs report it</source>
        <translation>%1 reçus en tout, d’après ses programmes</translation>
    </message>
    <message>
        <source>%1 given in all, as its programs report it</source>
        <translation>%1 donnés en tout, d’après ses programmes</translation>
    </message>
    <message>
        <source>A connection from here did not get through. It can still download, and from others who can be reached.</source>
        <translation>Une connexion depuis ici n’est pas passée. Il peut tout de même télécharger auprès de ceux qui sont joignables.</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Ami</translation>
    </message>
    <message>
        <source>Torrent</source>
        <translation>Torrent</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Possède</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Reçoit</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Donne</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Joignable</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PresencePanel</name>
    <message>
        <source>Nothing here matches the search.</source>
        <translation>Rien ne correspond à la recherche.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::PresetBar</name>
    <message>
        <source>Save &amp;as a new preset…</source>
        <translation>Enregistrer comme &amp;nouveau préréglage…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Begin new torrents with &amp;this preset</source>
        <translation>&amp;Commencer les nouveaux torrents avec ce préréglage</translation>
    </message>
    <message>
        <source>&amp;Save these choices in “%1”</source>
        <translation>&amp;Enregistrer ces choix dans «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nom du préréglage</translation>
    </message>
    <message>
        <source>Save as a new preset</source>
        <translation>Enregistrer comme nouveau préréglage</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Renommer le préréglage</translation>
    </message>
    <message>
        <source>Delete the preset “%1”?</source>
        <translation>Supprimer le préréglage «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>What the form says now stays as it is.</source>
        <translation>Ce que dit le formulaire reste tel quel.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Replace the preset “%1”?</source>
        <translation>Remplacer le préréglage «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>There is one of this name already. What it holds would be lost.</source>
        <translation>Il en existe déjà un de ce nom. Son contenu serait perdu.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ProgramRunner</name>
    <message>
        <source>The program “%1” could not be started: look under Preferences, Automatic, whether it is written as it should be.</source>
        <translation>Le programme «&#xa0;%1&#xa0;» n’a pas pu être lancé&#xa0;: regardez sous Préférences, Automatique, s’il est écrit comme il faut.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::QuitQuestion</name>
    <message numerus="yes">
        <source>%n torrent(s) are being downloaded, checked or moved.</source>
        <translation>
            <numerusform>%n torrent est en cours de téléchargement, de vérification ou de déplacement.</numerusform>
            <numerusform>%n torrents sont en cours de téléchargement, de vérification ou de déplacement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Others are loading %n torrent(s) from you.</source>
        <translation>
            <numerusform>D’autres chargent %n torrent chez vous.</numerusform>
            <numerusform>D’autres chargent %n torrents chez vous.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit Essaim</source>
        <translation>Quitter Essaim</translation>
    </message>
    <message>
        <source>That stops until Essaim is started again; nothing is lost.</source>
        <translation>Cela s’arrête jusqu’au prochain lancement d’Essaim&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;Ne plus demander</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Rester</translation>
    </message>
</context>
<context>
    <name>essaim::gui::RateButton</name>
    <message>
        <source>limited to %1 KiB/s</source>
        <translation>limité à %1&#xa0;Kio/s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>%1: %2. In parentheses: since the start. Click for another limit.</source>
        <translation>%1&#xa0;: %2. Entre parenthèses&#xa0;: depuis le démarrage. Cliquez pour une autre limite.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Pas de limite</translation>
    </message>
    <message>
        <source>%1 KiB/s</source>
        <translation>%1&#xa0;Kio/s</translation>
    </message>
    <message>
        <source>&amp;Another limit…</source>
        <translation>&amp;Une autre limite…</translation>
    </message>
    <message>
        <source>Limit for all torrents together, in KiB/s; 0 for none:</source>
        <translation>Limite pour tous les torrents ensemble, en Kio/s&#x202f;; 0 pour aucune&#xa0;:</translation>
    </message>
</context>
<context>
    <name>essaim::gui::RefusalText</name>
    <message>
        <source>Tracker full</source>
        <translation>Tracker plein</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sans clé</translation>
    </message>
    <message>
        <source>Wrong or revoked key</source>
        <translation>Clé fausse ou révoquée</translation>
    </message>
    <message>
        <source>Blocked torrents</source>
        <translation>Torrents bloqués</translation>
    </message>
    <message>
        <source>Programs that are not served</source>
        <translation>Programmes non servis</translation>
    </message>
    <message>
        <source>May not download</source>
        <translation>Ne peut pas télécharger</translation>
    </message>
    <message>
        <source>Too many programs of a friend</source>
        <translation>Trop de programmes d’un ami</translation>
    </message>
    <message>
        <source>Too many torrents of a friend</source>
        <translation>Trop de torrents d’un ami</translation>
    </message>
    <message>
        <source>Too many peers of an address</source>
        <translation>Trop de pairs d’une adresse</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Trop de requêtes</translation>
    </message>
    <message>
        <source>Paused friends</source>
        <translation>Amis en pause</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Addresses that may not come in</source>
        <translation>Adresses non admises</translation>
    </message>
    <message>
        <source>Too fast</source>
        <translation>Trop rapides</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Incomprises</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Rien encore.</translation>
    </message>
    <message>
        <source>Torrents that are not shared</source>
        <translation>Torrents non partagés</translation>
    </message>
</context>
<context>
    <name>essaim::gui::RemoveDialog</name>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>Retirer «&#xa0;%1&#xa0;» de la liste&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n torrents from the list?</source>
        <translation>
            <numerusform>Retirer %n torrent de la liste&#xa0;?</numerusform>
            <numerusform>Retirer %n torrents de la liste&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>Les fichiers restent où ils sont.</translation>
    </message>
    <message>
        <source>Remove and delete files</source>
        <translation>Retirer et supprimer les fichiers</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>is deleted</source>
        <translation>est supprimé</translation>
    </message>
    <message>
        <source>goes to the bin</source>
        <translation>va à la corbeille</translation>
    </message>
    <message>
        <source>stays: it was there before</source>
        <translation>reste&#xa0;: il était là avant</translation>
    </message>
    <message>
        <source>stays: it was changed since</source>
        <translation>reste&#xa0;: il a été modifié depuis</translation>
    </message>
    <message>
        <source>stays: another torrent uses it</source>
        <translation>reste&#xa0;: un autre torrent l’utilise</translation>
    </message>
    <message>
        <source>stays: it is not a plain file</source>
        <translation>reste&#xa0;: ce n’est pas un simple fichier</translation>
    </message>
    <message>
        <source>There is no bin on this volume: delete them for &amp;good</source>
        <translation>Ce volume n’a pas de corbeille&#xa0;: les supprimer &amp;définitivement</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove, files to the bin</source>
        <translation>Retirer, fichiers à la corbeille</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Examen des fichiers…</translation>
    </message>
    <message>
        <source>None of the files goes: they were there before, were changed since, or are gone already.</source>
        <translation>Aucun fichier n’est retiré&#xa0;: ils étaient là avant, ont été modifiés depuis ou n’existent plus.</translation>
    </message>
    <message>
        <source>There is no bin on this volume, so the files stay unless you have them deleted for good.</source>
        <translation>Ce volume n’a pas de corbeille&#xa0;: les fichiers restent, à moins que vous ne les fassiez supprimer définitivement.</translation>
    </message>
    <message numerus="yes">
        <source>%n other item(s) in the folder are not touched.</source>
        <translation>
            <numerusform>%n autre élément du dossier n’est pas touché.</numerusform>
            <numerusform>%n autres éléments du dossier ne sont pas touchés.</numerusform>
        </translation>
    </message>
    <message>
        <source>stays: perhaps it was there before</source>
        <translation>reste&#xa0;: il était peut-être là avant</translation>
    </message>
    <message numerus="yes">
        <source>Also remove %n file(s) that Essaim may not have &amp;made</source>
        <translation>
            <numerusform>Supprimer aussi %n fichier qu’Essaim n’a peut-être pas &amp;créé</numerusform>
            <numerusform>Supprimer aussi %n fichiers qu’Essaim n’a peut-être pas &amp;créés</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the files goes unless you say so: perhaps they were there before the torrent.</source>
        <translation>Aucun fichier ne part sans votre accord&#xa0;: ils étaient peut-être là avant le torrent.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1, go to the bin.</source>
        <translation>
            <numerusform>%Ln fichier, %1, va à la corbeille.</numerusform>
            <numerusform>%Ln fichiers, %1, vont à la corbeille.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1, are deleted for good.</source>
        <translation>
            <numerusform>%Ln fichier, %1, est supprimé définitivement.</numerusform>
            <numerusform>%Ln fichiers, %1, sont supprimés définitivement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of the torrent stay.</source>
        <translation>
            <numerusform>%Ln fichier du torrent reste.</numerusform>
            <numerusform>%Ln fichiers du torrent restent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::RemovedDialog</name>
    <message>
        <source>stayed</source>
        <translation>restés en place</translation>
    </message>
    <message>
        <source>in the bin</source>
        <translation>dans la corbeille</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimés</translation>
    </message>
</context>
<context>
    <name>essaim::gui::RenameFilesDialog</name>
    <message>
        <source>It is a &amp;pattern (regular expression); \1 stands for its first parentheses</source>
        <translation>C’est un &amp;motif (expression régulière)&#x202f;; \1 tient lieu de sa première parenthèse</translation>
    </message>
    <message>
        <source>&amp;Capitals matter</source>
        <translation>Les &amp;majuscules comptent</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n file(s)</source>
        <translation>
            <numerusform>Renommer %n fichier</numerusform>
            <numerusform>Renommer %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole name</source>
        <translation>Le nom entier</translation>
    </message>
    <message>
        <source>The name without its ending</source>
        <translation>Le nom sans son extension</translation>
    </message>
    <message>
        <source>The ending</source>
        <translation>L’extension</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>Replace &amp;by</source>
        <translation>&amp;Remplacer par</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>&amp;Dans</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>New names</source>
        <translation>Nouveaux noms</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>The pattern cannot be read.</source>
        <translation>Le motif est illisible.</translation>
    </message>
    <message>
        <source>“%1” would get no name that a file can have.</source>
        <translation>«&#xa0;%1&#xa0;» n’aurait pas un nom possible pour un fichier.</translation>
    </message>
    <message>
        <source>Two files would be called “%1”.</source>
        <translation>Deux fichiers s’appelleraient «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>essaim::gui::RestoreDialog</name>
    <message>
        <source>Every day</source>
        <translation>Chaque jour</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>Before a list was restored</source>
        <translation>Avant de rétablir une liste</translation>
    </message>
    <message>
        <source>Before an update of Essaim</source>
        <translation>Avant une mise à jour d’Essaim</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Recherche des sauvegardes…</translation>
    </message>
    <message>
        <source>There is no backup yet. The first is made while Essaim has a quiet moment today.</source>
        <translation>Il n’y a pas encore de sauvegarde. La première est faite aujourd’hui, dès qu’Essaim a un moment de calme.</translation>
    </message>
    <message>
        <source>Choose a backup to see what it would change.</source>
        <translation>Choisissez une sauvegarde pour voir ce qu’elle changerait.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Everything that is in this backup is in your list, as it was then.</source>
        <translation>Tout ce qui est dans cette sauvegarde est dans votre liste, tel qu’alors.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) stay as they are.</source>
        <translation>
            <numerusform>%n torrent reste tel qu’il est.</numerusform>
            <numerusform>%n torrents restent tels qu’ils sont.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) in this backup are damaged and are left out.</source>
        <translation>
            <numerusform>%n torrent de cette sauvegarde est endommagé et laissé de côté.</numerusform>
            <numerusform>%n torrents de cette sauvegarde sont endommagés et laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Come back; their files are checked (%L1)</source>
        <translation>Reviennent&#x202f;; leurs fichiers sont vérifiés (%L1)</translation>
    </message>
    <message>
        <source>Get the settings of that day (%L1)</source>
        <translation>Reprennent leurs réglages de ce jour-là (%L1)</translation>
    </message>
    <message>
        <source>Newer than the backup (%L1)</source>
        <translation>Plus récents que la sauvegarde (%L1)</translation>
    </message>
    <message numerus="yes">
        <source>Take the %n newer torrent(s) off the list; their files stay</source>
        <translation>
            <numerusform>Retirer de la liste le torrent plus récent (%n)&#x202f;; ses fichiers restent</numerusform>
            <numerusform>Retirer de la liste les %n torrents plus récents&#x202f;; leurs fichiers restent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::RulesDialog</name>
    <message>
        <source>&amp;Add a rule</source>
        <translation>&amp;Ajouter une règle</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Enlever</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Category and tags by rule</source>
        <translation>Catégorie et étiquettes par règle</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>If it fits</source>
        <translation>S’il répond à</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>A new torrent that fits a search gets its category and tags, unless you choose others while it is added. Of several that fit, the first gives the category. Commas separate tags. Searches are those of the field above the list, such as: name:live tracker:example.org size&gt;10GB</source>
        <translation>Un nouveau torrent qui répond à une recherche reçoit sa catégorie et ses étiquettes, sauf si vous en choisissez d’autres à l’ajout. Si plusieurs conviennent, la première donne la catégorie. Des virgules séparent les étiquettes. Les recherches sont celles du champ au-dessus de la liste, par exemple&#xa0;: name:live tracker:example.org size&gt;10Go</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SaveTorrentFile</name>
    <message>
        <source>The .torrent is not there any more: the torrent was removed from the transfers.</source>
        <translation>Le fichier .torrent n’existe plus&#xa0;: le torrent a été retiré des transferts.</translation>
    </message>
    <message>
        <source>Save the .torrent</source>
        <translation>Enregistrer le fichier .torrent</translation>
    </message>
    <message>
        <source>Torrents (*.torrent)</source>
        <translation>Torrents (*.torrent)</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SettingBinder</name>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SettingFinder</name>
    <message>
        <source>Every setting is as at first.</source>
        <translation>Chaque réglage est comme au début.</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Aucun réglage ne correspond.</translation>
    </message>
    <message>
        <source>%1
At first: %2</source>
        <translation>%1
Au début&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ShareChoice</name>
    <message>
        <source>With whom?</source>
        <translation>Avec qui&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Everyone who has the link</source>
        <translation>&amp;Tous ceux qui ont le lien</translation>
    </message>
    <message>
        <source>&amp;All my friends</source>
        <translation>Tous mes &amp;amis</translation>
    </message>
    <message>
        <source>C&amp;hosen friends…</source>
        <translation>Des amis &amp;choisis…</translation>
    </message>
    <message>
        <source>You get a link to send. Whoever has it can download, with any BitTorrent client.</source>
        <translation>Vous obtenez un lien à envoyer. Qui le possède peut télécharger, avec n’importe quel client BitTorrent.</translation>
    </message>
    <message>
        <source>For %1 alone, on the page behind the invite link.</source>
        <translation>Pour %1 seulement, sur la page du lien d’invitation.</translation>
    </message>
    <message>
        <source>You have no friends here yet. Add them under Tracker → Friends, now or later: each gets a link to a page where they find it.</source>
        <translation>Vous n’avez pas encore d’amis ici. Ajoutez-les sous Tracker → Amis, maintenant ou plus tard&#xa0;: chacun reçoit un lien vers une page où il le trouve.</translation>
    </message>
    <message numerus="yes">
        <source>%n friend(s) find it on the page behind their own invite links.</source>
        <translation>
            <numerusform>%n ami le trouve sur la page de son lien d’invitation.</numerusform>
            <numerusform>%n amis le trouvent sur la page de leur propre lien d’invitation.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ShareOpener</name>
    <message>
        <source>“%1” is on its way to your tracker already.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà en route vers votre tracker.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these are shared already.</source>
        <translation>
            <numerusform>%n de ces éléments est déjà partagé.</numerusform>
            <numerusform>%n de ces éléments sont déjà partagés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::SharedBox</name>
    <message>
        <source>Nothing in it has changed. Everyone who has its link can download it.</source>
        <translation>Rien n’y a changé. Tous ceux qui ont son lien peuvent le télécharger.</translation>
    </message>
    <message>
        <source>Nothing in it has changed. All your friends find it on the page behind their links.</source>
        <translation>Rien n’y a changé. Tous vos amis le trouvent sur la page de leur lien.</translation>
    </message>
    <message>
        <source>Nothing in it has changed. It is shared with: %1.</source>
        <translation>Rien n’y a changé. Partagé avec&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is shared already</source>
        <translation>«&#xa0;%1&#xa0;» est déjà partagé</translation>
    </message>
    <message>
        <source>“%1” has changed since it was shared</source>
        <translation>«&#xa0;%1&#xa0;» a changé depuis son partage</translation>
    </message>
    <message>
        <source>&amp;Invite a friend…</source>
        <translation>&amp;Inviter un ami…</translation>
    </message>
    <message>
        <source>Copy the &amp;link</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>Share &amp;with others…</source>
        <translation>Partager &amp;avec d’autres…</translation>
    </message>
    <message>
        <source>Share &amp;with more friends…</source>
        <translation>Partager &amp;avec d’autres amis…</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s)</source>
        <translation>
            <numerusform>%n nouveau fichier</numerusform>
            <numerusform>%n nouveaux fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s)</source>
        <translation>
            <numerusform>%n fichier modifié</numerusform>
            <numerusform>%n fichiers modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing file(s)</source>
        <translation>
            <numerusform>%n fichier manquant</numerusform>
            <numerusform>%n fichiers manquants</numerusform>
        </translation>
    </message>
    <message>
        <source>On the disk: %1. Your friends have, and get, what it was. The new content becomes a new torrent, which takes its place; what did not change is not downloaded again.</source>
        <translation>Sur le disque&#xa0;: %1. Vos amis ont, et reçoivent, ce que c’était. Le nouveau contenu devient un nouveau torrent, qui prend sa place&#x202f;; ce qui n’a pas changé n’est pas téléchargé de nouveau.</translation>
    </message>
    <message>
        <source>Share the &amp;new version…</source>
        <translation>Partager la &amp;nouvelle version…</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SharingMenu</name>
    <message>
        <source>Share &amp;with</source>
        <translation>Partager &amp;avec</translation>
    </message>
    <message>
        <source>&amp;Everyone who has the link</source>
        <translation>&amp;Tous ceux qui ont le lien</translation>
    </message>
    <message>
        <source>&amp;All my friends</source>
        <translation>Tous mes &amp;amis</translation>
    </message>
    <message>
        <source>&amp;Chosen friends…</source>
        <translation>Amis &amp;choisis…</translation>
    </message>
    <message>
        <source>Friends who do not have everything yet can no longer find each other through your tracker. The transfer and its files stay.</source>
        <translation>Vos amis qui n’ont pas encore tout ne pourront plus se trouver par votre tracker. Le transfert et ses fichiers restent.</translation>
    </message>
    <message>
        <source>Share “%1” with friends only?</source>
        <translation>Partager «&#xa0;%1&#xa0;» seulement avec des amis&#xa0;?</translation>
    </message>
    <message>
        <source>It was made for everyone: its clients also look for others outside your tracker. For friends only, Essaim makes another, private torrent of the same files, which takes its place here. Those who have the old one keep it; send them a new invitation.</source>
        <translation>Il a été fait pour tous&#xa0;: ses clients cherchent aussi d’autres pairs hors de votre tracker. Pour des amis seulement, Essaim fait un autre torrent, privé, des mêmes fichiers, qui prend sa place ici. Ceux qui ont l’ancien le gardent&#xa0;; envoyez-leur une nouvelle invitation.</translation>
    </message>
    <message>
        <source>Make a private torrent…</source>
        <translation>Faire un torrent privé…</translation>
    </message>
    <message>
        <source>Asking your router which address friends can use…</source>
        <translation>Demande au routeur de l’adresse que vos amis peuvent utiliser…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>S&amp;top sharing…</source>
        <translation>Ne plus &amp;partager…</translation>
    </message>
    <message>
        <source>“%1” is not shared. %2</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas partagé. %2</translation>
    </message>
    <message>
        <source>“%1” is shared. Friends find it on the page that their invite links open.</source>
        <translation>«&#xa0;%1&#xa0;» est partagé. Les amis le trouvent sur la page qu’ouvre leur lien d’invitation.</translation>
    </message>
    <message>
        <source>“%1” is shared. Its link is on the clipboard.</source>
        <translation>«&#xa0;%1&#xa0;» est partagé. Son lien est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Stop sharing “%1”?</source>
        <translation>Ne plus partager «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Ne plus partager</translation>
    </message>
</context>
<context>
    <name>essaim::gui::ShieldPanel</name>
    <message>
        <source>&amp;Block no longer</source>
        <translation>Ne plus &amp;bloquer</translation>
    </message>
    <message>
        <source>Export the blocked torrents</source>
        <translation>Exporter les torrents bloqués</translation>
    </message>
    <message>
        <source>Import blocked torrents</source>
        <translation>Importer des torrents bloqués</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>This is no list of torrents: line %1 begins with no info-hash.</source>
        <translation>Ce n’est pas une liste de torrents&#xa0;: la ligne %1 ne commence pas par une empreinte.</translation>
    </message>
    <message>
        <source>No torrent is blocked. “Take down” in the menu of a shared torrent blocks it.</source>
        <translation>Aucun torrent n’est bloqué. «&#xa0;Retirer et bloquer&#xa0;» dans le menu d’un torrent partagé le bloque.</translation>
    </message>
    <message>
        <source>“%1” is no address and no range such as 192.168.0.0/16. The list is not in force yet.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une adresse, ni une plage comme 192.168.0.0/16. La liste n’est pas encore en vigueur.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>No blocked torrent matches the search.</source>
        <translation>Aucun torrent bloqué ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>&amp;Share again</source>
        <translation>&amp;Partager de nouveau</translation>
    </message>
    <message>
        <source>%1: shared again, but no longer in your list of transfers, so that nobody gets it from you. Bring it back with File → Recently removed, or share its files once more.</source>
        <translation>%1&#xa0;: partagé de nouveau, mais absent de votre liste de transferts&#xa0;: personne ne le reçoit de vous. Ramenez-le avec Fichier → Retirés récemment, ou partagez encore ses fichiers.</translation>
    </message>
    <message numerus="yes">
        <source>Block no longer, and forget with whom %n torrent(s) were shared?</source>
        <translation>
            <numerusform>Ne plus bloquer, et oublier avec qui %n torrent était partagé&#xa0;?</numerusform>
            <numerusform>Ne plus bloquer, et oublier avec qui %n torrents étaient partagés&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>What you took down is not shared again by this, and cannot be afterwards. “Share again” ends the block and brings the sharing back as it was.</source>
        <translation>Ce que vous avez retiré n’est pas partagé de nouveau pour autant, et ne pourra plus l’être ainsi. «&#xa0;Partager de nouveau&#xa0;» lève le blocage et rétablit le partage tel qu’il était.</translation>
    </message>
    <message>
        <source>Block no longer</source>
        <translation>Ne plus bloquer</translation>
    </message>
    <message>
        <source>Now: %1, %2, %3 requests a second</source>
        <comment>connections, peers, number</comment>
        <translation>En ce moment&#xa0;: %1, %2, %3 requêtes par seconde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connexion</numerusform>
            <numerusform>%Ln connexions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peer(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ShortcutsDialog</name>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>Dans les listes</translation>
    </message>
    <message>
        <source>Open the folder of a torrent</source>
        <translation>Ouvrir le dossier d’un torrent</translation>
    </message>
    <message>
        <source>Menu of what is selected</source>
        <translation>Menu de la sélection</translation>
    </message>
    <message>
        <source>Rename a file in the content</source>
        <translation>Renommer un fichier du contenu</translation>
    </message>
    <message>
        <source>Copy selected lines of the details</source>
        <translation>Copier les lignes choisies des détails</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SourceList</name>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SourceTreeModel</name>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>no ordinary file</source>
        <translation>pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>link</source>
        <translation>lien</translation>
    </message>
    <message>
        <source>unusable name</source>
        <translation>nom inutilisable</translation>
    </message>
    <message>
        <source>junk</source>
        <translation>inutile</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>by a pattern</source>
        <translation>par un modèle</translation>
    </message>
    <message>
        <source>It stays out of the torrent</source>
        <translation>Laissé hors du torrent</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SpeedGraph</name>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
<context>
    <name>essaim::gui::SpeedTab</name>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 heures</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>Rates over time</source>
        <translation>Débits dans le temps</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Durée montrée</translation>
    </message>
    <message>
        <source>Down: %1</source>
        <translation>Réception&#xa0;: %1</translation>
    </message>
    <message>
        <source>Up: %1</source>
        <translation>Envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>All torrents</source>
        <translation>Tous les torrents</translation>
    </message>
</context>
<context>
    <name>essaim::gui::StandInStrip</name>
    <message>
        <source>%1 offers: my tracker can stand in when yours is away.</source>
        <translation>%1 propose que son tracker prenne le relais quand le vôtre est absent.</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Accepter…</translation>
    </message>
    <message>
        <source>The tracker of %1 stands in when yours is away. It was reached %2.</source>
        <translation>Le tracker de %1 prend le relais quand le vôtre est absent. Dernier contact&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The tracker of %1 stands in when yours is away. It has not answered yet.</source>
        <translation>Le tracker de %1 prend le relais quand le vôtre est absent. Il n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>The tracker of %1 stands in when yours is away, but it does not answer. It was reached %2.</source>
        <translation>Le tracker de %1 prend le relais quand le vôtre est absent, mais il ne répond pas. Dernier contact&#xa0;: %2.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s)</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n friend(s)</source>
        <translation>
            <numerusform>%n ami</numerusform>
            <numerusform>%n amis</numerusform>
        </translation>
    </message>
    <message>
        <source>You stand in for a host: %1, %2.</source>
        <translation>Vous prenez le relais d’un hôte&#xa0;: %1, %2.</translation>
    </message>
    <message>
        <source>You stand in for %1: %2, %3.</source>
        <translation>Vous prenez le relais de %1&#xa0;: %2, %3.</translation>
    </message>
    <message>
        <source>Let the tracker of %1 stand in?</source>
        <translation>Laisser le tracker de %1 prendre le relais&#x202f;?</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>The offer comes back when Essaim starts again</source>
        <translation>L’offre revient au prochain démarrage d’Essaim</translation>
    </message>
    <message>
        <source>What you hand out from now on also names the tracker at %1, with a key of its own for each friend. It learns the info-hashes of what you share and the addresses of those who come, but no name and no key of yours. Friends who follow you with Essaim learn of it by themselves, others need a new file or link for what they have already. You can end this at any time.</source>
        <translation>Ce que vous donnez à partir de maintenant nomme aussi le tracker de %1, avec une clé propre à chaque ami. Il apprend les info-hash de ce que vous partagez et les adresses de ceux qui viennent, mais aucun nom et aucune de vos clés. Les amis qui vous suivent avec Essaim l’apprennent d’eux-mêmes&#x202f;; aux autres, il faut un nouveau fichier ou un nouveau lien pour ce qu’ils ont déjà. Vous pouvez arrêter à tout moment.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Depuis le démarrage</translation>
    </message>
    <message>
        <source>Since the first start</source>
        <translation>Depuis le premier démarrage</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Démarrages</translation>
    </message>
    <message>
        <source>Torrents in the list</source>
        <translation>Torrents dans la liste</translation>
    </message>
    <message>
        <source>Their content</source>
        <translation>Leur contenu</translation>
    </message>
    <message>
        <source>Nodes of the DHT</source>
        <translation>Nœuds de la DHT</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>%1, this run</source>
        <translation>%1, depuis le démarrage</translation>
    </message>
    <message>
        <source>%1, since the first start</source>
        <translation>%1, depuis le premier démarrage</translation>
    </message>
</context>
<context>
    <name>essaim::gui::StatusSidebar</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>En téléchargement</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>En partage</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminés</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Torrents by status</source>
        <translation>Torrents par état</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactifs</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Bloqués</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>En vérification</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>En déplacement</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Fewer statuses</source>
        <translation>Moins d’états</translation>
    </message>
    <message>
        <source>More statuses</source>
        <translation>Plus d’états</translation>
    </message>
</context>
<context>
    <name>essaim::gui::StatusStrip</name>
    <message>
        <source>Nodes of the DHT</source>
        <translation>Nœuds de la DHT</translation>
    </message>
    <message>
        <source>Free space in the download folder</source>
        <translation>Espace libre dans le dossier de téléchargement</translation>
    </message>
    <message>
        <source>Download rate</source>
        <translation>Débit de réception</translation>
    </message>
    <message>
        <source>Upload rate</source>
        <translation>Débit d’envoi</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Embedded tracker</source>
        <translation>Tracker intégré</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 libres</translation>
    </message>
    <message>
        <source>Free space for %1</source>
        <translation>Espace libre pour %1</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Pas à l’écoute</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Joignable</translation>
    </message>
    <message>
        <source>Nobody has connected from outside yet</source>
        <translation>Aucune connexion de l’extérieur pour l’instant</translation>
    </message>
    <message>
        <source>Listening on port %1</source>
        <translation>À l’écoute sur le port %1</translation>
    </message>
    <message>
        <source>Tracker off</source>
        <translation>Tracker arrêté</translation>
    </message>
    <message>
        <source>Tracker is starting</source>
        <translation>Tracker en démarrage</translation>
    </message>
    <message>
        <source>Tracker on, port %1</source>
        <translation>Tracker activé, port %1</translation>
    </message>
    <message>
        <source>Tracker could not start</source>
        <translation>Le tracker n’a pas pu démarrer</translation>
    </message>
    <message>
        <source>Others see this computer as %1</source>
        <translation>Les autres voient cet ordinateur comme %1</translation>
    </message>
    <message numerus="yes">
        <source>DHT: %Ln node(s)</source>
        <translation>
            <numerusform>DHT&#xa0;: %Ln nœud</numerusform>
            <numerusform>DHT&#xa0;: %Ln nœuds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::StoreNotice</name>
    <message numerus="yes">
        <source>%n torrent(s) in the list could not be read. If they are missing, add them again; their files are where they were.</source>
        <translation>
            <numerusform>%n torrent de la liste n’a pas pu être lu. S’il manque, ajoutez-le de nouveau&#x202f;; ses fichiers sont restés à leur place.</numerusform>
            <numerusform>%n torrents de la liste n’ont pas pu être lus. S’ils manquent, ajoutez-les de nouveau&#x202f;; leurs fichiers sont restés à leur place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) in the list were damaged and have been brought back as they were.</source>
        <translation>
            <numerusform>%n torrent de la liste était endommagé et a été rétabli tel qu’il était.</numerusform>
            <numerusform>%n torrents de la liste étaient endommagés et ont été rétablis tels qu’ils étaient.</numerusform>
        </translation>
    </message>
    <message>
        <source>The earlier list has been restored.</source>
        <translation>L’ancienne liste a été rétablie.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) came back; their files are checked.</source>
        <translation>
            <numerusform>%n torrent est revenu&#x202f;; ses fichiers sont vérifiés.</numerusform>
            <numerusform>%n torrents sont revenus&#x202f;; leurs fichiers sont vérifiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) are set as they were then.</source>
        <translation>
            <numerusform>%n torrent est réglé comme il l’était alors.</numerusform>
            <numerusform>%n torrents sont réglés comme ils l’étaient alors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer torrent(s) left the list; their files are where they were.</source>
        <translation>
            <numerusform>%n torrent plus récent a quitté la liste&#x202f;; ses fichiers sont là où ils étaient.</numerusform>
            <numerusform>%n torrents plus récents ont quitté la liste&#x202f;; leurs fichiers sont là où ils étaient.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) in the backup could not be read.</source>
        <translation>
            <numerusform>%n torrent de la sauvegarde n’a pas pu être lu.</numerusform>
            <numerusform>%n torrents de la sauvegarde n’ont pas pu être lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This version of Essaim has made a list of its own, with %n torrent(s), whose files are now checked. The list of the newer version is kept in “%1”.</source>
        <translation>
            <numerusform>Cette version d’Essaim a fait sa propre liste, avec %n torrent, dont les fichiers sont maintenant vérifiés. La liste de la version plus récente est gardée dans «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>Cette version d’Essaim a fait sa propre liste, avec %n torrents, dont les fichiers sont maintenant vérifiés. La liste de la version plus récente est gardée dans «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>The computer stopped the last time before Essaim had ended. Your list is complete; data that may not have reached the disk is checked.</source>
        <translation>La dernière fois, l’ordinateur s’est arrêté avant qu’Essaim ait terminé. Votre liste est complète&#x202f;; les données qui n’ont peut-être pas atteint le disque sont vérifiées.</translation>
    </message>
    <message>
        <source>Essaim did not end in order the last time. Your list is complete, and there is nothing that you have to do.</source>
        <translation>La dernière fois, Essaim ne s’est pas terminé normalement. Votre liste est complète et vous n’avez rien à faire.</translation>
    </message>
    <message numerus="yes">
        <source>The list of torrents was damaged. It has been mended from what is kept beside it, and has %n torrent(s). Files that it is not sure of are checked. The damaged list is kept in “%1”.</source>
        <translation>
            <numerusform>La liste des torrents était endommagée. Elle a été réparée à l’aide de ce qui est conservé à côté, et compte %n torrent. Les fichiers dont l’état est incertain sont vérifiés. La liste endommagée est conservée dans «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>La liste des torrents était endommagée. Elle a été réparée à l’aide de ce qui est conservé à côté, et compte %n torrents. Les fichiers dont l’état est incertain sont vérifiés. La liste endommagée est conservée dans «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>The memory of your tracker was damaged and has been mended.</source>
        <translation>La mémoire de votre tracker était endommagée et a été réparée.</translation>
    </message>
    <message numerus="yes">
        <source>%n friend(s) came back from a backup and are paused: look whether they may still come.</source>
        <translation>
            <numerusform>%n ami est revenu d’une sauvegarde et est en pause&#xa0;: regardez s’il peut encore venir.</numerusform>
            <numerusform>%n amis sont revenus d’une sauvegarde et sont en pause&#xa0;: regardez s’ils peuvent encore venir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look whether a friend or a torrent is missing.</source>
        <translation>Regardez s’il manque un ami ou un torrent.</translation>
    </message>
    <message>
        <source>The damaged one is kept in “%1”.</source>
        <translation>L’ancienne est conservée dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The settings file was gone; the settings saved before are in use. To start afresh, delete %1.previous too.</source>
        <translation>Le fichier des réglages avait disparu&#x202f;; les réglages enregistrés avant sont utilisés. Pour repartir de zéro, supprimez aussi %1.previous.</translation>
    </message>
    <message>
        <source>A single bit of the settings file had changed, as happens on failing disks; your settings are again as you saved them.</source>
        <translation>Un seul bit du fichier des réglages avait changé, comme il arrive sur un disque défaillant&#x202f;; vos réglages sont de nouveau tels que vous les aviez enregistrés.</translation>
    </message>
    <message>
        <source>The settings file %1 was changed while Essaim was not running; what it says is in use. If it was not you, check your preferences.</source>
        <translation>Le fichier des réglages %1 a été modifié pendant qu’Essaim ne tournait pas&#x202f;; ce qu’il dit est appliqué. Si ce n’était pas vous, vérifiez vos préférences.</translation>
    </message>
    <message>
        <source>The settings file %1 is damaged or cannot be read, and could not be put aside: changes of settings are not saved. Correct or delete it, then start Essaim again.</source>
        <translation>Le fichier des réglages %1 est endommagé ou illisible et n’a pas pu être mis de côté&#xa0;: les changements de réglages ne sont pas enregistrés. Corrigez-le ou supprimez-le, puis redémarrez Essaim.</translation>
    </message>
    <message>
        <source>The settings file was damaged. It is kept as %1; the settings saved before are in use.</source>
        <translation>Le fichier des réglages était endommagé. Il est gardé sous le nom %1&#x202f;; les réglages enregistrés avant sont utilisés.</translation>
    </message>
    <message>
        <source>The settings file was damaged or could not be read. It is kept as %1; what could be read of it is in use, everything else is as at first: check your preferences.</source>
        <translation>Le fichier des réglages était endommagé ou illisible. Il est conservé sous %1&#xa0;; ce qui a pu en être lu est utilisé, tout le reste est comme au premier démarrage&#xa0;: vérifiez vos préférences.</translation>
    </message>
    <message numerus="yes">
        <source>%n shared torrent(s) came back from a backup.</source>
        <translation>
            <numerusform>%n torrent partagé est revenu d’une sauvegarde.</numerusform>
            <numerusform>%n torrents partagés sont revenus d’une sauvegarde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TakeDown</name>
    <message>
        <source>Take down</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>taken down by the host</source>
        <translation>retiré par l’hôte</translation>
    </message>
    <message>
        <source>“%1” leaves your tracker and is blocked,
until you share it again under “Blocks and limits”. Its transfer and its files stay.
Clients show this reason:</source>
        <translation>«&#xa0;%1&#xa0;» quitte votre tracker et est bloqué,
jusqu’à ce que vous le partagiez de nouveau sous «&#xa0;Blocages et limites&#xa0;». Son transfert et ses fichiers restent.
Les clients affichent ce motif&#xa0;:</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TierEditor</name>
    <message>
        <source>The marked address is not that of a tracker: it begins with http://, https:// or udp:// and names a computer.</source>
        <translation>L’adresse marquée n’est pas celle d’un tracker&#xa0;: elle commence par http://, https:// ou udp:// et nomme un ordinateur.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TierModel</name>
    <message>
        <source>Tier 1, asked first</source>
        <translation>Niveau 1, interrogé d’abord</translation>
    </message>
    <message>
        <source>This is not the address of a tracker</source>
        <translation>Ce n’est pas l’adresse d’un tracker</translation>
    </message>
    <message>
        <source>Tier %1, a fallback for some programs</source>
        <translation>Niveau %1, de secours pour certains programmes</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TopBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add torrent</source>
        <translation>Ajouter un torrent</translation>
    </message>
    <message>
        <source>Add a .torrent file</source>
        <translation>Ajouter un fichier .torrent</translation>
    </message>
    <message>
        <source>Add link</source>
        <translation>Ajouter un lien</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Ajouter un lien</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Create a torrent</source>
        <translation>Créer un torrent</translation>
    </message>
    <message>
        <source>Resume the selected torrents</source>
        <translation>Reprendre les torrents sélectionnés</translation>
    </message>
    <message>
        <source>Pause the selected torrents</source>
        <translation>Mettre en pause les torrents sélectionnés</translation>
    </message>
    <message>
        <source>Remove the selected torrents</source>
        <translation>Retirer les torrents sélectionnés</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Empty the search field</source>
        <translation>Vider le champ de recherche</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TorrentExport</name>
    <message>
        <source>Save the .torrent files into a folder</source>
        <translation>Enregistrer les .torrent dans un dossier</translation>
    </message>
    <message numerus="yes">
        <source>%n .torrent file(s) could not be had and are missing in the folder: save them again later.</source>
        <translation>
            <numerusform>%n fichier .torrent n’a pas pu être obtenu et manque dans le dossier&#xa0;: enregistrez-le de nouveau plus tard.</numerusform>
            <numerusform>%n fichiers .torrent n’ont pas pu être obtenus et manquent dans le dossier&#xa0;: enregistrez-les de nouveau plus tard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TorrentFileActions</name>
    <message>
        <source>Save the .torrent &amp;as…</source>
        <translation>Enregistrer le .torrent &amp;sous…</translation>
    </message>
    <message>
        <source>Add or remove trac&amp;kers…</source>
        <translation>Ajouter ou retirer des trac&amp;kers…</translation>
    </message>
    <message numerus="yes">
        <source>Trackers added to %n torrents</source>
        <translation>
            <numerusform>Trackers ajoutés à %n torrent</numerusform>
            <numerusform>Trackers ajoutés à %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trackers removed from %n torrents</source>
        <translation>
            <numerusform>Trackers retirés de %n torrent</numerusform>
            <numerusform>Trackers retirés de %n torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;ave the .torrent files into…</source>
        <translation>&amp;Enregistrer les .torrent dans…</translation>
    </message>
    <message numerus="yes">
        <source>Trackers of %n torrents replaced</source>
        <translation>
            <numerusform>Trackers de %n torrent remplacés</numerusform>
            <numerusform>Trackers de %n torrents remplacés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackerOptionsMenu</name>
    <message>
        <source>&amp;Port…</source>
        <translation>&amp;Port…</translation>
    </message>
    <message>
        <source>&amp;Host name in links…</source>
        <translation>Nom d’&amp;hôte dans les liens…</translation>
    </message>
    <message>
        <source>Port of your tracker, TCP and UDP. Links that you gave away carry the old one.</source>
        <translation>Port de votre tracker, TCP et UDP. Les liens déjà donnés contiennent l’ancien.</translation>
    </message>
    <message>
        <source>&amp;Your name for friends…</source>
        <translation>&amp;Votre nom pour vos amis…</translation>
    </message>
    <message>
        <source>Your name, as friends see it on the page that their invite links open.</source>
        <translation>Votre nom, tel que vos amis le voient sur la page qu’ouvre leur lien d’invitation.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Your name for friends</source>
        <translation>Votre nom pour vos amis</translation>
    </message>
    <message>
        <source>&amp;Serve any torrent, not only those shared here</source>
        <translation>&amp;Servir tous les torrents, pas seulement ceux partagés ici</translation>
    </message>
    <message>
        <source>New &amp;key for your own client…</source>
        <translation>Nouvelle &amp;clé pour votre propre client…</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackerPage</name>
    <message numerus="yes">
        <source>%n request(s) since your tracker was switched on</source>
        <translation>
            <numerusform>%n requête depuis l’activation de votre tracker</numerusform>
            <numerusform>%n requêtes depuis l’activation de votre tracker</numerusform>
        </translation>
    </message>
    <message>
        <source>Search shared torrents</source>
        <translation>Rechercher un partage</translation>
    </message>
    <message>
        <source>Search friends</source>
        <translation>Rechercher des amis</translation>
    </message>
    <message>
        <source>Search who has what</source>
        <translation>Rechercher qui a quoi</translation>
    </message>
    <message>
        <source>Search blocked torrents</source>
        <translation>Rechercher un blocage</translation>
    </message>
    <message>
        <source>Search the activity</source>
        <translation>Rechercher dans l’activité</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackerSections</name>
    <message>
        <source>Shared torrents</source>
        <translation>Torrents partagés</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Amis</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Qui a quoi</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Blocks and limits</source>
        <translation>Blocages et limites</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Parts of the tracker page</source>
        <translation>Parties de la page du tracker</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackerVerdict</name>
    <message>
        <source>Starting your tracker…</source>
        <translation>Démarrage de votre tracker…</translation>
    </message>
    <message>
        <source>Your tracker is off</source>
        <translation>Votre tracker est arrêté</translation>
    </message>
    <message>
        <source>Friends cannot find what you share until you switch it on.</source>
        <translation>Vos amis ne trouveront ce que vous partagez qu’une fois qu’il sera activé.</translation>
    </message>
    <message>
        <source>Your tracker is on</source>
        <translation>Votre tracker est activé</translation>
    </message>
    <message>
        <source>Friends on your network can reach you</source>
        <translation>Vos amis sur votre réseau peuvent vous joindre</translation>
    </message>
    <message>
        <source>Only this computer can reach your tracker</source>
        <translation>Seul cet ordinateur peut joindre votre tracker</translation>
    </message>
    <message>
        <source>It is not connected to a network.</source>
        <translation>Il n’est connecté à aucun réseau.</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program</source>
        <translation>Le port %1 est pris par un autre programme</translation>
    </message>
    <message>
        <source>End that program, or let your tracker use another port.</source>
        <translation>Fermez ce programme ou laissez votre tracker utiliser un autre port.</translation>
    </message>
    <message>
        <source>Your tracker could not start</source>
        <translation>Votre tracker n’a pas pu démarrer</translation>
    </message>
    <message>
        <source>Friends with IPv6 may get through: this computer has a public IPv6 address.</source>
        <translation>Vos amis en IPv6 passeront peut-être&#xa0;: cet ordinateur a une adresse IPv6 publique.</translation>
    </message>
    <message>
        <source>Friends anywhere can reach you</source>
        <translation>Vos amis vous joignent de partout</translation>
    </message>
    <message>
        <source>Proved by somebody from outside who got through, last at %1.</source>
        <translation>Prouvé par quelqu’un de l’extérieur qui est passé, la dernière fois à %1.</translation>
    </message>
    <message>
        <source>Friends anywhere can probably reach you</source>
        <translation>Vos amis vous joignent probablement de partout</translation>
    </message>
    <message>
        <source>Your router passes port %1 on to this computer (%2). The first friend from outside proves it.</source>
        <translation>Votre routeur transmet le port %1 à cet ordinateur (%2). Le premier ami venu de l’extérieur le prouvera.</translation>
    </message>
    <message>
        <source>Friends anywhere can reach you if nothing on the way blocks port %1 (TCP and UDP). The first friend from outside proves it.</source>
        <translation>Vos amis vous joignent de partout si rien en chemin ne bloque le port %1 (TCP et UDP). Le premier ami venu de l’extérieur le prouvera.</translation>
    </message>
    <message>
        <source>Or let it pass port %1 (TCP and UDP) on to %2 by hand, and set a host name or your public address in the options.</source>
        <translation>Ou réglez-le à la main pour qu’il transmette le port %1 (TCP et UDP) à %2, et indiquez un nom d’hôte ou votre adresse publique dans les options.</translation>
    </message>
    <message>
        <source>Asking your router to let others in…</source>
        <translation>Demande à votre routeur de laisser entrer les autres…</translation>
    </message>
    <message>
        <source>Your provider lets many customers share one address: outside, your router is only %1 (carrier NAT). Ask the provider for a public IPv4 address.</source>
        <translation>Votre fournisseur fait partager une adresse à de nombreux clients&#xa0;: à l’extérieur, votre routeur n’est que %1 (NAT d’opérateur). Demandez-lui une adresse IPv4 publique.</translation>
    </message>
    <message>
        <source>Your router stands behind another one: outside, its address is only %1. Let that other router pass port %2 (TCP and UDP) on to it, or switch it to bridge mode.</source>
        <translation>Votre routeur se trouve derrière un autre&#xa0;: à l’extérieur, son adresse n’est que %1. Faites transmettre le port %2 (TCP et UDP) par cet autre routeur, ou passez-le en mode pont.</translation>
    </message>
    <message>
        <source>Your router did not pass port %1 on: %2. Allow UPnP or NAT-PMP in its settings. A router also refuses where it has no public address of its own (carrier NAT, or a second router).</source>
        <translation>Votre routeur n’a pas transmis le port %1&#xa0;: %2. Autorisez UPnP ou NAT-PMP dans ses réglages. Un routeur refuse aussi quand il n’a pas d’adresse publique à lui (NAT d’opérateur, ou second routeur).</translation>
    </message>
    <message>
        <source>No router answered. Allow UPnP or NAT-PMP in its settings.</source>
        <translation>Aucun routeur n’a répondu. Autorisez UPnP ou NAT-PMP dans ses réglages.</translation>
    </message>
    <message>
        <source>Your router is not asked to let others in, because the preferences forbid it.</source>
        <translation>Votre routeur n’est pas prié de laisser entrer les autres, car les préférences l’interdisent.</translation>
    </message>
    <message>
        <source>Only your own network can reach you</source>
        <translation>Seul votre propre réseau vous joint</translation>
    </message>
    <message>
        <source>Your router passes no port on and tells no public address of its own: your provider lets many customers share one (carrier NAT), or a second router stands before yours. Ask the provider for a public IPv4 address, or let the second router pass port %1 (TCP and UDP) on.</source>
        <translation>Votre routeur ne transmet aucun port et n’indique pas d’adresse publique&#xa0;: votre fournisseur en partage une entre plusieurs clients (CGNAT), ou un second routeur se trouve devant le vôtre. Demandez une adresse IPv4 publique à votre fournisseur, ou laissez le second routeur transmettre le port %1 (TCP et UDP).</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackersModel</name>
    <message>
        <source>from %1, version 2</source>
        <translation>depuis %1, version 2</translation>
    </message>
    <message>
        <source>from %1, version 1</source>
        <translation>depuis %1, version 1</translation>
    </message>
    <message>
        <source>The torrent is private</source>
        <translation>Le torrent est privé</translation>
    </message>
    <message numerus="yes">
        <source>%n of the connected peers</source>
        <translation>
            <numerusform>%n des pairs connectés</numerusform>
            <numerusform>%n des pairs connectés</numerusform>
        </translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Leechers</source>
        <translation>Preneurs</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Prochaine</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>The tracker wants to be left alone that long</source>
        <translation>Le tracker ne veut pas être sollicité avant</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Pas avant</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackersTab</name>
    <message>
        <source>Trackers</source>
        <translation>Trackers</translation>
    </message>
    <message>
        <source>&amp;Edit trackers…</source>
        <translation>&amp;Modifier les trackers…</translation>
    </message>
    <message>
        <source>&amp;Ask all now</source>
        <translation>&amp;Interroger tous</translation>
    </message>
    <message>
        <source>&amp;Ask now</source>
        <translation>&amp;Interroger maintenant</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Copier l’adresse</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Enlever</translation>
    </message>
    <message>
        <source>Trackers of “%1” changed</source>
        <translation>Trackers de «&#xa0;%1&#xa0;» modifiés</translation>
    </message>
    <message numerus="yes">
        <source>%n tracker(s) of “%1” removed</source>
        <translation>
            <numerusform>%n tracker de «&#xa0;%1&#xa0;» enlevé</numerusform>
            <numerusform>%n trackers de «&#xa0;%1&#xa0;» enlevés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrafficGraph</name>
    <message>
        <source>Traffic by network over time</source>
        <translation>Trafic par réseau dans le temps</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>ailleurs</translation>
    </message>
    <message numerus="yes">
        <source>the last %n minute(s)</source>
        <translation>
            <numerusform>la dernière minute</numerusform>
            <numerusform>les %n dernières minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No traffic was reported yet.</source>
        <translation>Aucun échange n’a encore été signalé.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TransferActions</name>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Mettre en &amp;pause</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>R&amp;etirer…</translation>
    </message>
    <message>
        <source>Remove with &amp;files…</source>
        <translation>Retirer avec les &amp;fichiers…</translation>
    </message>
    <message>
        <source>&amp;Check the files again</source>
        <translation>&amp;Vérifier à nouveau les fichiers</translation>
    </message>
    <message>
        <source>Ask the &amp;trackers for more peers</source>
        <translation>&amp;Demander d’autres pairs aux trackers</translation>
    </message>
    <message>
        <source>Open the f&amp;older</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Info-hash</source>
        <translation>&amp;Empreinte (info-hash)</translation>
    </message>
    <message>
        <source>Copy the ma&amp;gnet link</source>
        <translation>Copier le lien ma&amp;gnet</translation>
    </message>
    <message>
        <source>Resume the selected torrents (Ctrl+S)</source>
        <translation>Reprendre les torrents sélectionnés (Ctrl+S)</translation>
    </message>
    <message>
        <source>Pause the selected torrents (Ctrl+P)</source>
        <translation>Mettre en pause les torrents sélectionnés (Ctrl+P)</translation>
    </message>
    <message>
        <source>Remove the selected torrents (Del)</source>
        <translation>Retirer les torrents sélectionnés (Suppr)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Make a new &amp;version…</source>
        <translation>Faire une nouvelle &amp;version…</translation>
    </message>
    <message>
        <source>Cate&amp;gory and tags…</source>
        <translation>Caté&amp;gorie et étiquettes…</translation>
    </message>
    <message>
        <source>Share on my trac&amp;ker</source>
        <translation>Partager sur mon trac&amp;ker</translation>
    </message>
    <message>
        <source>Info-hash of version &amp;2</source>
        <translation>Empreinte de la version &amp;2</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Commentaire</translation>
    </message>
    <message>
        <source>Start at &amp;once</source>
        <translation>Démarrer &amp;tout de suite</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents started at once</source>
        <translation>
            <numerusform>%n torrent démarré tout de suite</numerusform>
            <numerusform>%n torrents démarrés tout de suite</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the ma&amp;gnet links</source>
        <translation>Copier les liens ma&amp;gnet</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TransferView</name>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Rétablir les colonnes</translation>
    </message>
    <message>
        <source>Fit the columns to what they show</source>
        <translation>Ajuster les colonnes à leur contenu</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TransfersPage</name>
    <message>
        <source>Shared on your tracker</source>
        <translation>Partagé sur votre tracker</translation>
    </message>
    <message>
        <source>No torrent matches the filter.
“All” at the left and an empty search field show every one.</source>
        <translation>Aucun torrent ne correspond au filtre.
«&#xa0;Tous&#xa0;», à gauche, et un champ de recherche vide les montrent tous.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrayIcon</name>
    <message numerus="yes">
        <source>%n downloads under way</source>
        <translation>
            <numerusform>%n téléchargement en cours</numerusform>
            <numerusform>%n téléchargements en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents need you</source>
        <translation>
            <numerusform>%n torrent a besoin de vous</numerusform>
            <numerusform>%n torrents ont besoin de vous</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Déverrouiller…</translation>
    </message>
</context>
<context>
    <name>essaim::gui::UndoController</name>
    <message>
        <source>Removed “%1”</source>
        <translation>«&#xa0;%1&#xa0;» retiré</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n torrents</source>
        <translation>
            <numerusform>%n torrent retiré</numerusform>
            <numerusform>%n torrents retirés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::UndoHistory</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>essaim::gui::UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>essaim::gui::UnlistedDialog</name>
    <message numerus="yes">
        <source>Looking: %n files so far…</source>
        <translation>
            <numerusform>Recherche&#xa0;: %n fichier pour l’instant…</numerusform>
            <numerusform>Recherche&#xa0;: %n fichiers pour l’instant…</numerusform>
        </translation>
    </message>
    <message>
        <source>Look in another folder</source>
        <translation>Chercher dans un autre dossier</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Files of torrents are on the way to other folders. Search again when they have arrived.</source>
        <translation>Des fichiers de torrents sont en route vers d’autres dossiers. Cherchez de nouveau quand ils seront arrivés.</translation>
    </message>
    <message numerus="yes">
        <source>%n folders could not be read, such as “%1”: what is in there is not in the list.</source>
        <translation>
            <numerusform>%n dossier n’a pas pu être lu, «&#xa0;%1&#xa0;»&#xa0;: son contenu n’est pas dans la liste.</numerusform>
            <numerusform>%n dossiers n’ont pas pu être lus, dont «&#xa0;%1&#xa0;»&#xa0;: leur contenu n’est pas dans la liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was stopped: this list is not complete.</source>
        <translation>La recherche a été arrêtée&#xa0;: cette liste n’est pas complète.</translation>
    </message>
    <message numerus="yes">
        <source>So it is with %n more.</source>
        <translation>
            <numerusform>De même pour %n autre.</numerusform>
            <numerusform>De même pour %n autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things moved to the bin</source>
        <translation>
            <numerusform>%n élément mis à la corbeille</numerusform>
            <numerusform>%n éléments mis à la corbeille</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the f&amp;older</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Copy the path</source>
        <translation>&amp;Copier le chemin</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>Everything in these folders belongs to a torrent.</source>
        <translation>Tout, dans ces dossiers, appartient à un torrent.</translation>
    </message>
    <message numerus="yes">
        <source>%n things, %1. Choose what is to go.</source>
        <translation>
            <numerusform>%n élément, %1. Choisissez ce qui doit partir.</numerusform>
            <numerusform>%n éléments, %1. Choisissez ce qui doit partir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen, %1.</source>
        <translation>
            <numerusform>%n choisi, %1.</numerusform>
            <numerusform>%n choisis, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::UnlistedModel</name>
    <message>
        <source>File or folder</source>
        <translation>Fichier ou dossier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Was of</source>
        <translation>Appartenait à</translation>
    </message>
</context>
<context>
    <name>essaim::gui::UsedTorrentFiles</name>
    <message>
        <source>The torrent was added, but its file %1 stays where it is: there is no bin for it.</source>
        <translation>Le torrent a été ajouté, mais son fichier %1 reste où il est&#xa0;: il n’y a pas de corbeille pour lui.</translation>
    </message>
    <message>
        <source>The torrent was added, but its file %1 stays where it is. %2</source>
        <translation>Le torrent a été ajouté, mais son fichier %1 reste où il est. %2</translation>
    </message>
</context>
<context>
    <name>essaim::gui::VerdictBar</name>
    <message>
        <source>Why it is not moving</source>
        <translation>Pourquoi il n’avance pas</translation>
    </message>
</context>
<context>
    <name>essaim::gui::VisibilityCombo</name>
    <message>
        <source>Everyone who has the link</source>
        <translation>Tous ceux qui ont le lien</translation>
    </message>
    <message>
        <source>All my friends</source>
        <translation>Tous mes amis</translation>
    </message>
    <message>
        <source>Chosen friends…</source>
        <translation>Amis choisis…</translation>
    </message>
    <message>
        <source>Who may download it</source>
        <translation>Qui peut le télécharger</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All friends</source>
        <translation>Tous les amis</translation>
    </message>
    <message>
        <source>Nobody now</source>
        <translation>Personne pour le moment</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::WatchDialog</name>
    <message>
        <source>Look into its &amp;folders too</source>
        <translation>Regarder aussi dans ses &amp;dossiers</translation>
    </message>
    <message>
        <source>Add without s&amp;tarting</source>
        <translation>Ajouter sans &amp;démarrer</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Dossiers surveillés</translation>
    </message>
    <message>
        <source>Torrents and links (.torrent, .magnet) that appear in these folders are added by themselves.</source>
        <translation>Les torrents et les liens (.torrent, .magnet) qui apparaissent dans ces dossiers sont ajoutés d’eux-mêmes.</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>&amp;Ajouter un dossier…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>The usual folder</source>
        <translation>Le dossier habituel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None; separate several by commas</source>
        <translation>Aucune&#x202f;; séparez-les par des virgules</translation>
    </message>
    <message>
        <source>Put “.added” behind its name</source>
        <translation>Ajouter «&#xa0;.added&#xa0;» à son nom</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Le supprimer</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>&amp;Enregistrer dans</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>Caté&amp;gorie</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>The .torrent &amp;then</source>
        <translation>Ensuite, le .&amp;torrent</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Dossier à surveiller</translation>
    </message>
    <message>
        <source>Folder for downloads</source>
        <translation>Dossier des téléchargements</translation>
    </message>
    <message>
        <source>“%1” is not a full path to a folder.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le chemin complet d’un dossier.</translation>
    </message>
    <message>
        <source>Take it to the bin</source>
        <translation>Le mettre à la corbeille</translation>
    </message>
    <message>
        <source>As the preferences say</source>
        <translation>Comme dans les préférences</translation>
    </message>
    <message>
        <source>How the files &amp;lie</source>
        <translation>Disposition des &amp;fichiers</translation>
    </message>
</context>
<context>
    <name>essaim::gui::WebSeedsTab</name>
    <message>
        <source>HTTP sources</source>
        <translation>Sources HTTP</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>A&amp;dd sources…</source>
        <translation>A&amp;jouter des sources…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Copier l’adresse</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Enlever</translation>
    </message>
    <message>
        <source>Add HTTP sources</source>
        <translation>Ajouter des sources HTTP</translation>
    </message>
    <message>
        <source>HTTP sources of “%1” added</source>
        <translation>Sources HTTP de «&#xa0;%1&#xa0;» ajoutées</translation>
    </message>
    <message>
        <source>HTTP sources of “%1” removed</source>
        <translation>Sources HTTP de «&#xa0;%1&#xa0;» enlevées</translation>
    </message>
    <message>
        <source>One &amp;address a line, such as https://example.org/files/.</source>
        <translation>Une &amp;adresse par ligne, comme https://example.org/fichiers/.</translation>
    </message>
    <message>
        <source>“%1” is not an address that begins with http:// or https://.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse qui commence par http:// ou https://.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::WhenDone</name>
    <message>
        <source>All downloads are done</source>
        <translation>Tout est téléchargé</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Maintenant</translation>
    </message>
    <message>
        <source>&amp;Call it off</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>The system does not let Essaim do that: %1. You can do it in the menu of your desktop.</source>
        <translation>Le système ne laisse pas Essaim le faire&#xa0;: %1. Vous pouvez le faire dans le menu de votre bureau.</translation>
    </message>
</context>
<context>
    <name>essaim::gui::WindowActions</name>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>So&amp;mbre</translation>
    </message>
    <message>
        <source>The language changes when Essaim is started again.</source>
        <translation>La langue changera au prochain démarrage d’Essaim.</translation>
    </message>
    <message>
        <source>&amp;Add torrent…</source>
        <translation>&amp;Ajouter un torrent…</translation>
    </message>
    <message>
        <source>Add &amp;link…</source>
        <translation>Ajouter un &amp;lien…</translation>
    </message>
    <message>
        <source>&amp;Create torrent…</source>
        <translation>&amp;Créer un torrent…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Past&amp;e links or files</source>
        <translation>Co&amp;ller des liens ou des fichiers</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>&amp;Transferts</translation>
    </message>
    <message>
        <source>T&amp;racker</source>
        <translation>T&amp;racker</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Barre latérale</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;About Essaim</source>
        <translation>À &amp;propos d’Essaim</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Colonnes</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Ou&amp;tils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Edit torrent file…</source>
        <translation>Modifier un &amp;fichier torrent…</translation>
    </message>
    <message>
        <source>Recently rem&amp;oved…</source>
        <translation>&amp;Retirés récemment…</translation>
    </message>
    <message>
        <source>Restore the &amp;list as of…</source>
        <translation>Rétablir la &amp;liste du…</translation>
    </message>
    <message>
        <source>Deselect all</source>
        <translation>Tout désélectionner</translation>
    </message>
    <message>
        <source>Pause all torrents</source>
        <translation>Mettre tous les torrents en pause</translation>
    </message>
    <message>
        <source>Resume all torrents</source>
        <translation>Reprendre tous les torrents</translation>
    </message>
    <message>
        <source>Small &amp;window to drop things on</source>
        <translation>Petite &amp;fenêtre où déposer</translation>
    </message>
    <message>
        <source>Stat&amp;istics…</source>
        <translation>Stat&amp;istiques…</translation>
    </message>
    <message>
        <source>Lo&amp;g…</source>
        <translation>&amp;Journal…</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>&amp;Clavier…</translation>
    </message>
    <message>
        <source>Watched &amp;folders…</source>
        <translation>Dossiers &amp;surveillés…</translation>
    </message>
    <message>
        <source>&amp;Shared with me…</source>
        <translation>&amp;Partagé avec moi…</translation>
    </message>
    <message>
        <source>&amp;Hide in the tray</source>
        <translation>&amp;Cacher dans la zone de notification</translation>
    </message>
    <message>
        <source>&amp;Lock the window</source>
        <translation>&amp;Verrouiller la fenêtre</translation>
    </message>
    <message>
        <source>Pass&amp;word of the lock…</source>
        <translation>Mot de &amp;passe du verrou…</translation>
    </message>
    <message>
        <source>Files of &amp;no torrent…</source>
        <translation>Fichiers d’aucun &amp;torrent…</translation>
    </message>
    <message>
        <source>Category and tags by &amp;rule…</source>
        <translation>Catégorie et étiquettes par &amp;règle…</translation>
    </message>
    <message>
        <source>T&amp;oolbar</source>
        <translation>Barre d’&amp;outils</translation>
    </message>
    <message>
        <source>Status &amp;bar</source>
        <translation>Barre d’é&amp;tat</translation>
    </message>
</context>
<context>
    <name>essaim::gui::WindowTitle</name>
    <message>
        <source>Essaim</source>
        <translation>Essaim</translation>
    </message>
</context>
<context>
    <name>essaim::text::DetailWords</name>
    <message>
        <source>nothing was chosen</source>
        <translation>rien n’a été choisi</translation>
    </message>
    <message>
        <source>the top of the file system cannot be shared</source>
        <translation>la racine du système de fichiers ne peut pas être partagée</translation>
    </message>
    <message>
        <source>the items are not in one folder: the torrent needs a name</source>
        <translation>les éléments ne sont pas dans un même dossier&#xa0;: il faut un nom au torrent</translation>
    </message>
    <message>
        <source>another item has the same name</source>
        <translation>un autre élément porte le même nom</translation>
    </message>
    <message>
        <source>the piece length is not a power of two from 16 KiB to 128 MiB</source>
        <translation>la taille des morceaux n’est pas une puissance de deux entre 16 Kio et 128 Mio</translation>
    </message>
    <message>
        <source>the pieces are too small: there would be too many</source>
        <translation>les morceaux sont trop petits&#xa0;: il y en aurait trop</translation>
    </message>
    <message>
        <source>the pieces are too large: more than a gibibyte would be padding</source>
        <translation>les morceaux sont trop grands&#xa0;: plus d’un gibioctet serait du remplissage</translation>
    </message>
    <message>
        <source>it holds no data</source>
        <translation>il ne contient aucune donnée</translation>
    </message>
    <message>
        <source>a tracker is not an http, https or udp URL</source>
        <translation>un tracker n’est pas une URL http, https ou udp</translation>
    </message>
    <message>
        <source>a web seed is not an http or https URL</source>
        <translation>une source web n’est pas une URL http ou https</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>connexion coupée par l’autre côté</translation>
    </message>
    <message>
        <source>Software caused connection abort</source>
        <translation>connexion interrompue</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>connexion coupée</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>connexion fermée avant la réponse</translation>
    </message>
    <message>
        <source>Operation canceled</source>
        <translation>demande abandonnée</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>aucun chemin vers l’hôte</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>réseau injoignable</translation>
    </message>
    <message>
        <source>Network is down</source>
        <translation>réseau coupé</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>l’hôte est éteint</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>adresse inutilisable sur cet ordinateur</translation>
    </message>
    <message>
        <source>Address family not supported by protocol</source>
        <translation>ce type d’adresse n’est pas pris en charge</translation>
    </message>
    <message>
        <source>Host not found</source>
        <translation>hôte introuvable</translation>
    </message>
    <message>
        <source>Host not found (authoritative)</source>
        <translation>hôte introuvable</translation>
    </message>
    <message>
        <source>Host not found (non-authoritative), try again later</source>
        <translation>hôte introuvable pour l’instant</translation>
    </message>
    <message>
        <source>certificate verify failed</source>
        <translation>le certificat n’est pas valable</translation>
    </message>
    <message>
        <source>The encrypted connection could not be set up</source>
        <translation>la connexion chiffrée n’a pas pu être établie</translation>
    </message>
    <message>
        <source>The proxy does not help</source>
        <translation>le serveur mandataire n’aide pas</translation>
    </message>
    <message>
        <source>It leads from one address to the next without end</source>
        <translation>les adresses renvoient sans fin de l’une à l’autre</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>la connexion a échoué</translation>
    </message>
    <message>
        <source>HTTP error</source>
        <translation>erreur HTTP</translation>
    </message>
    <message>
        <source>invalid tracker response</source>
        <translation>réponse de tracker incompréhensible</translation>
    </message>
    <message>
        <source>it is larger than 32 MB</source>
        <translation>il dépasse 32&#xa0;Mo</translation>
    </message>
    <message>
        <source>only http and https URLs can be opened</source>
        <translation>seules les adresses http et https peuvent être ouvertes</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation>le serveur a répondu %1</translation>
    </message>
</context>
<context>
    <name>essaim::text::ErrorSentence</name>
    <message>
        <source>“%1” could not be used.</source>
        <translation>Impossible d’utiliser «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The file “%1” could not be read.</source>
        <translation>Impossible de lire le fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The file “%1” could not be written.</source>
        <translation>Impossible d’écrire le fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made.</source>
        <translation>Impossible de créer le dossier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The torrent “%1” could not be opened.</source>
        <translation>Impossible d’ouvrir le torrent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The magnet link “%1” could not be opened.</source>
        <translation>Impossible d’ouvrir le lien magnet «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The torrent at “%1” could not be downloaded.</source>
        <translation>Impossible de télécharger le torrent à l’adresse «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The file list of “%1” could not be had from other peers.</source>
        <translation>Impossible d’obtenir d’autres pairs la liste des fichiers de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” could not be added.</source>
        <translation>Impossible d’ajouter «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No torrent could be made of “%1”.</source>
        <translation>Impossible de créer un torrent à partir de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The files of “%1” could not be checked.</source>
        <translation>Impossible de vérifier les fichiers de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The transfer “%1” has stopped.</source>
        <translation>Le transfert «&#xa0;%1&#xa0;» s’est arrêté.</translation>
    </message>
    <message>
        <source>The files of “%1” could not be removed.</source>
        <translation>Impossible de supprimer les fichiers de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The database “%1” could not be opened.</source>
        <translation>Impossible d’ouvrir la base de données «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The last changes could not be saved to the database “%1”.</source>
        <translation>Impossible d’enregistrer les dernières modifications dans la base de données «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The tracker cannot be reached over HTTP at %1.</source>
        <translation>Le tracker n’est pas joignable en HTTP à l’adresse %1.</translation>
    </message>
    <message>
        <source>The tracker cannot be reached over UDP at %1.</source>
        <translation>Le tracker n’est pas joignable en UDP à l’adresse %1.</translation>
    </message>
    <message>
        <source>Other peers cannot connect at %1.</source>
        <translation>Les autres pairs ne peuvent pas se connecter à l’adresse %1.</translation>
    </message>
    <message>
        <source>The configuration “%1” could not be read.</source>
        <translation>Impossible de lire la configuration «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The transfers could not be started at %1.</source>
        <translation>Impossible de démarrer les transferts à l’adresse %1.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Cela n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>Impossible de lire un fichier.</translation>
    </message>
    <message>
        <source>A file could not be written.</source>
        <translation>Impossible d’écrire un fichier.</translation>
    </message>
    <message>
        <source>A folder could not be made.</source>
        <translation>Impossible de créer un dossier.</translation>
    </message>
    <message>
        <source>The torrent could not be opened.</source>
        <translation>Impossible d’ouvrir le torrent.</translation>
    </message>
    <message>
        <source>The magnet link could not be opened.</source>
        <translation>Impossible d’ouvrir le lien magnet.</translation>
    </message>
    <message>
        <source>The torrent could not be downloaded.</source>
        <translation>Impossible de télécharger le torrent.</translation>
    </message>
    <message>
        <source>The file list could not be had from other peers.</source>
        <translation>Impossible d’obtenir la liste des fichiers d’autres pairs.</translation>
    </message>
    <message>
        <source>The torrent could not be added.</source>
        <translation>Impossible d’ajouter le torrent.</translation>
    </message>
    <message>
        <source>The torrent could not be made.</source>
        <translation>Impossible de créer le torrent.</translation>
    </message>
    <message>
        <source>The files could not be checked.</source>
        <translation>Impossible de vérifier les fichiers.</translation>
    </message>
    <message>
        <source>The transfer has stopped.</source>
        <translation>Le transfert s’est arrêté.</translation>
    </message>
    <message>
        <source>The files could not be removed.</source>
        <translation>Impossible de supprimer les fichiers.</translation>
    </message>
    <message>
        <source>The list of torrents could not be opened.</source>
        <translation>Impossible d’ouvrir la liste des torrents.</translation>
    </message>
    <message>
        <source>The last changes could not be saved.</source>
        <translation>Impossible d’enregistrer les dernières modifications.</translation>
    </message>
    <message>
        <source>The tracker cannot be reached over HTTP.</source>
        <translation>Le tracker n’est pas joignable en HTTP.</translation>
    </message>
    <message>
        <source>The tracker cannot be reached over UDP.</source>
        <translation>Le tracker n’est pas joignable en UDP.</translation>
    </message>
    <message>
        <source>Other peers cannot connect.</source>
        <translation>Les autres pairs ne peuvent pas se connecter.</translation>
    </message>
    <message>
        <source>The configuration could not be read.</source>
        <translation>Impossible de lire la configuration.</translation>
    </message>
    <message>
        <source>The transfers could not be started.</source>
        <translation>Impossible de démarrer les transferts.</translation>
    </message>
    <message>
        <source>It is damaged or is not a torrent: get it again where it came from.</source>
        <translation>Le fichier est endommagé ou n’est pas un torrent&#xa0;: récupérez-le à nouveau à sa source.</translation>
    </message>
    <message>
        <source>The link is incomplete or misspelt: copy the whole link again.</source>
        <translation>Le lien est incomplet ou mal écrit&#xa0;: copiez-le à nouveau en entier.</translation>
    </message>
    <message>
        <source>The data does not match the torrent: check the files again.</source>
        <translation>Les données ne correspondent pas au torrent&#xa0;: vérifiez à nouveau les fichiers.</translation>
    </message>
    <message>
        <source>It holds something that is not allowed there: correct it and start again.</source>
        <translation>Elle contient quelque chose qui n’y est pas permis&#xa0;: corrigez-la et redémarrez.</translation>
    </message>
    <message>
        <source>What was given is not valid: correct it and try again.</source>
        <translation>Ce qui a été fourni n’est pas valable&#xa0;: corrigez et réessayez.</translation>
    </message>
    <message>
        <source>The files are not there: connect the drive that holds them, or choose where they are now.</source>
        <translation>Les fichiers sont introuvables&#xa0;: branchez le disque qui les contient ou indiquez où ils se trouvent maintenant.</translation>
    </message>
    <message>
        <source>There is nothing at this address: check it, or ask where it went.</source>
        <translation>Il n’y a rien à cette adresse&#xa0;: vérifiez-la ou demandez la nouvelle.</translation>
    </message>
    <message>
        <source>It does not exist: check the name, and that the drive is connected.</source>
        <translation>L’emplacement n’existe pas&#xa0;: vérifiez le nom et que le disque est branché.</translation>
    </message>
    <message>
        <source>It is in the list already: look for it under all transfers.</source>
        <translation>Il est déjà dans la liste&#xa0;: cherchez-le parmi tous les transferts.</translation>
    </message>
    <message>
        <source>Something of that name is there already: choose another name or place.</source>
        <translation>Un élément de ce nom existe déjà&#xa0;: choisissez un autre nom ou un autre emplacement.</translation>
    </message>
    <message>
        <source>Another Essaim is using it: close that one, then start again.</source>
        <translation>Un autre Essaim l’utilise&#xa0;: fermez-le, puis redémarrez.</translation>
    </message>
    <message>
        <source>Something else is using it: wait until that is finished, then try again.</source>
        <translation>Autre chose l’utilise en ce moment&#xa0;: attendez que ce soit terminé, puis réessayez.</translation>
    </message>
    <message>
        <source>The system does not allow this port: choose one above 1023.</source>
        <translation>Le système n’autorise pas ce port&#xa0;: choisissez-en un au-dessus de 1023.</translation>
    </message>
    <message>
        <source>The server refuses you: check that you are allowed to download it.</source>
        <translation>Le serveur refuse l’accès&#xa0;: vérifiez que vous avez le droit de télécharger ce torrent.</translation>
    </message>
    <message>
        <source>You do not have the right to do this: change the permissions, or choose another place.</source>
        <translation>Vous n’en avez pas le droit&#xa0;: modifiez les permissions ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The disk is full: make room on it, then try again.</source>
        <translation>Le disque est plein&#xa0;: libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>Another program is using this port: close that program, or choose another port.</source>
        <translation>Un autre programme utilise ce port&#xa0;: fermez ce programme ou choisissez un autre port.</translation>
    </message>
    <message>
        <source>This computer has no such address at the moment: check the network, or choose another address.</source>
        <translation>Cet ordinateur n’a pas cette adresse en ce moment&#xa0;: vérifiez le réseau ou choisissez une autre adresse.</translation>
    </message>
    <message>
        <source>The connection failed: check the address and your network, then try again.</source>
        <translation>La connexion a échoué&#xa0;: vérifiez l’adresse et votre réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>There was no answer in time: try again later.</source>
        <translation>Aucune réponse n’est arrivée à temps&#xa0;: réessayez plus tard.</translation>
    </message>
    <message>
        <source>It was stopped before it was finished: start it again if you still want it.</source>
        <translation>L’opération a été arrêtée avant la fin&#xa0;: relancez-la si vous le souhaitez toujours.</translation>
    </message>
    <message>
        <source>It was made by a newer version of Essaim: install that version. Nothing was changed.</source>
        <translation>Le fichier vient d’une version plus récente d’Essaim&#xa0;: installez cette version. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This version of Essaim cannot do this: look for a newer version.</source>
        <translation>Cette version d’Essaim ne sait pas le faire&#xa0;: cherchez une version plus récente.</translation>
    </message>
    <message>
        <source>The disk can only be read: choose another place, or make the disk writable.</source>
        <translation>Le disque est en lecture seule&#xa0;: choisissez un autre emplacement ou autorisez l’écriture sur ce disque.</translation>
    </message>
    <message>
        <source>The database reports a fault: keep a copy of its file, then check the disk.</source>
        <translation>La base de données signale une anomalie&#xa0;: gardez une copie de son fichier, puis vérifiez le disque.</translation>
    </message>
    <message>
        <source>This is a fault in Essaim or in the system: try again, and report it if it returns.</source>
        <translation>C’est une anomalie d’Essaim ou du système&#xa0;: réessayez et signalez-la si elle se reproduit.</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Détails&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1” could not be moved.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être déplacé.</translation>
    </message>
    <message>
        <source>The files could not be moved.</source>
        <translation>Les fichiers n’ont pas pu être déplacés.</translation>
    </message>
    <message>
        <source>It is no longer there: go on without it, or take the move back.</source>
        <translation>Il n’est plus là&#xa0;: continuez sans lui ou annulez le déplacement.</translation>
    </message>
    <message>
        <source>Something of that name is there already, and nothing is ever replaced: move it away, or choose another folder.</source>
        <translation>Quelque chose de ce nom s’y trouve déjà, et rien n’est jamais remplacé&#xa0;: écartez-le ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The backup “%1” could not be read.</source>
        <translation>La sauvegarde «&#xa0;%1&#xa0;» n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>The backup “%1” could not be made.</source>
        <translation>La sauvegarde «&#xa0;%1&#xa0;» n’a pas pu être faite.</translation>
    </message>
    <message>
        <source>The backup could not be read.</source>
        <translation>La sauvegarde n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>No backup could be made.</source>
        <translation>Aucune sauvegarde n’a pu être faite.</translation>
    </message>
    <message>
        <source>It is damaged: choose another backup.</source>
        <translation>Elle est endommagée&#xa0;: choisissez une autre sauvegarde.</translation>
    </message>
    <message>
        <source>“%1” could not be brought back.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être rétabli.</translation>
    </message>
    <message>
        <source>The download was not added, and “%1” was left as it is.</source>
        <translation>Le téléchargement n’a pas été ajouté et «&#xa0;%1&#xa0;» est resté tel quel.</translation>
    </message>
    <message>
        <source>The files could not be brought back.</source>
        <translation>Les fichiers n’ont pas pu être rétablis.</translation>
    </message>
    <message>
        <source>The download was not added.</source>
        <translation>Le téléchargement n’a pas été ajouté.</translation>
    </message>
    <message>
        <source>It is not in the bin any more.</source>
        <translation>Il n’est plus dans la corbeille.</translation>
    </message>
    <message>
        <source>Something else is there now: put that somewhere else, then try again.</source>
        <translation>Autre chose s’y trouve maintenant&#xa0;: déplacez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>It is not what the torrent contains: choose another folder, or say that it may be overwritten.</source>
        <translation>Ce n’est pas ce que contient le torrent&#xa0;: choisissez un autre dossier, ou indiquez qu’il peut être remplacé.</translation>
    </message>
    <message>
        <source>Another torrent of your list writes this file: choose another folder.</source>
        <translation>Un autre torrent de votre liste écrit ce fichier&#xa0;: choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The disk or the system failed, and the database stays as it is: check the disk and its connection, then try again.</source>
        <translation>Le disque ou le système a fait défaut, et la base de données reste telle quelle&#xa0;: vérifiez le disque et son branchement, puis réessayez.</translation>
    </message>
    <message>
        <source>“%1” could not be given that name.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu recevoir ce nom.</translation>
    </message>
    <message>
        <source>“%1” could not be changed.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être modifié.</translation>
    </message>
    <message>
        <source>A file could not be given that name.</source>
        <translation>Un fichier n’a pas pu recevoir ce nom.</translation>
    </message>
    <message>
        <source>The torrent could not be changed.</source>
        <translation>Le torrent n’a pas pu être modifié.</translation>
    </message>
    <message>
        <source>Another file has that name, and nothing is ever replaced: choose another.</source>
        <translation>Un autre fichier porte ce nom, et rien n’est jamais remplacé&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Its files are on their way or its drive is away: try again when that is over.</source>
        <translation>Ses fichiers sont en déplacement ou son disque est absent&#xa0;: réessayez ensuite.</translation>
    </message>
</context>
<context>
    <name>essaim::text::NoteSentence</name>
    <message>
        <source>Some names differ in capitals or accents only, such as “%1”: one of each pair is stored with a number behind its name.</source>
        <translation>Certains noms ne diffèrent que par les majuscules ou les accents, comme «&#xa0;%1&#xa0;»&#xa0;: l’un des deux est enregistré avec un numéro à la suite.</translation>
    </message>
    <message>
        <source>Some names, such as “%1”, cannot be stored on Windows or on drives made for it.</source>
        <translation>Certains noms, comme «&#xa0;%1&#xa0;», ne peuvent pas être enregistrés sous Windows ni sur les disques faits pour lui.</translation>
    </message>
    <message>
        <source>Some names, such as “%1”, contain characters that cannot be seen; they may not be what they look like.</source>
        <translation>Certains noms, comme «&#xa0;%1&#xa0;», contiennent des caractères invisibles&#x202f;; ils ne sont peut-être pas ce qu’ils paraissent.</translation>
    </message>
    <message>
        <source>Some names, such as “%1”, are not proper text: what cannot be read is stored as “_”.</source>
        <translation>Certains noms, comme «&#xa0;%1&#xa0;», ne sont pas du texte correct&#xa0;: ce qui est illisible est enregistré comme «&#xa0;_&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n tracker address(es) are left out: not well-formed, not for strangers to name, or too many.</source>
        <translation>
            <numerusform>%n adresse de tracker est laissée de côté&#xa0;: mal formée, interdite aux inconnus ou de trop.</numerusform>
            <numerusform>%n adresses de tracker sont laissées de côté&#xa0;: mal formées, interdites aux inconnus ou trop nombreuses.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tracker %1 is in a private network: only computers in that network can reach it.</source>
        <translation>Le tracker %1 est dans un réseau privé&#xa0;: seuls les ordinateurs de ce réseau peuvent le joindre.</translation>
    </message>
    <message numerus="yes">
        <source>%n web seed(s) are left out: not well-formed, in a private network, or too many.</source>
        <translation>
            <numerusform>%n source web est laissée de côté&#xa0;: mal formée, dans un réseau privé ou de trop.</numerusform>
            <numerusform>%n sources web sont laissées de côté&#xa0;: mal formées, dans un réseau privé ou trop nombreuses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seed(s) are not used: the BitTorrent library of this system does not handle them safely.</source>
        <translation>
            <numerusform>%n source web n’est pas utilisée&#xa0;: la bibliothèque BitTorrent de ce système ne sait pas le faire sans danger.</numerusform>
            <numerusform>%n sources web ne sont pas utilisées&#xa0;: la bibliothèque BitTorrent de ce système ne sait pas le faire sans danger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The torrent names %n computer(s) for the DHT to contact; they are left out.</source>
        <translation>
            <numerusform>Le torrent désigne %n ordinateur que la DHT devrait contacter&#x202f;; il est laissé de côté.</numerusform>
            <numerusform>Le torrent désigne %n ordinateurs que la DHT devrait contacter&#x202f;; ils sont laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not written quite as the format demands; other programs may refuse it.</source>
        <translation>Il n’est pas écrit tout à fait comme le format le demande&#x202f;; d’autres programmes pourraient le refuser.</translation>
    </message>
    <message>
        <source>It follows version 2 of the format. The BitTorrent library of this system has known weaknesses there: add it only if you trust those who share it.</source>
        <translation>Il suit la version 2 du format, pour laquelle la bibliothèque BitTorrent de ce système a des faiblesses connues&#xa0;: ne l’ajoutez que si vous faites confiance à ceux qui le partagent.</translation>
    </message>
</context>
<context>
    <name>essaim::text::RefusalSentence</name>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>It is %1 large; at most %2 are read.</source>
        <translation>Il pèse %1&#x202f;; au plus %2 sont lus.</translation>
    </message>
    <message>
        <source>It is a compressed file, not a torrent.</source>
        <translation>C’est un fichier compressé, pas un torrent.</translation>
    </message>
    <message>
        <source>It is a web page, not a torrent.</source>
        <translation>C’est une page web, pas un torrent.</translation>
    </message>
    <message>
        <source>It is not a torrent, or it is damaged: it cannot be read from byte %1 on.</source>
        <translation>Ce n’est pas un torrent, ou il est abîmé&#xa0;: il est illisible à partir de l’octet %1.</translation>
    </message>
    <message>
        <source>It was cut short: it ends in the middle, at byte %1.</source>
        <translation>Il est incomplet&#xa0;: il s’arrête au milieu, à l’octet %1.</translation>
    </message>
    <message>
        <source>There is something else behind its end, from byte %1 on.</source>
        <translation>Il y a autre chose après sa fin, à partir de l’octet %1.</translation>
    </message>
    <message>
        <source>It is nested more than %1 levels deep, as no torrent has to be.</source>
        <translation>Il est imbriqué sur plus de %1 niveaux, ce dont aucun torrent n’a besoin.</translation>
    </message>
    <message>
        <source>It holds more than %1 values.</source>
        <translation>Il contient plus de %1 valeurs.</translation>
    </message>
    <message>
        <source>It says “%1” twice, and programs differ in which of the two they believe.</source>
        <translation>Il dit «&#xa0;%1&#xa0;» deux fois, et les programmes ne croient pas tous la même.</translation>
    </message>
    <message>
        <source>It is well-formed, but it is not a torrent.</source>
        <translation>Il est bien formé, mais ce n’est pas un torrent.</translation>
    </message>
    <message>
        <source>The part that names its files is missing.</source>
        <translation>La partie qui nomme ses fichiers manque.</translation>
    </message>
    <message>
        <source>It is of version %1 of the format, which is not known here.</source>
        <translation>Il suit la version %1 du format, inconnue ici.</translation>
    </message>
    <message>
        <source>It has the files of a version 2 torrent but is not marked as one.</source>
        <translation>Il a les fichiers d’un torrent de version 2 sans être marqué comme tel.</translation>
    </message>
    <message>
        <source>It holds no hashes to check files with.</source>
        <translation>Il ne contient aucune empreinte pour vérifier les fichiers.</translation>
    </message>
    <message>
        <source>Its pieces are %1 bytes long; they must be a power of two from 16 KiB to 128 MiB.</source>
        <translation>Ses morceaux font %1 octets&#x202f;; il faut une puissance de deux entre 16 Kio et 128 Mio.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Il n’a pas de nom.</translation>
    </message>
    <message>
        <source>It does not say clearly whether it is private.</source>
        <translation>Il ne dit pas clairement s’il est privé.</translation>
    </message>
    <message>
        <source>It is for swarms that ask for a certificate, which this program does not support.</source>
        <translation>Il est destiné aux essaims qui demandent un certificat, ce que ce programme ne prend pas en charge.</translation>
    </message>
    <message>
        <source>A file or folder in it has no name that could be shown or stored.</source>
        <translation>Un fichier ou dossier n’a pas de nom qui puisse être affiché ou enregistré.</translation>
    </message>
    <message>
        <source>A path in it would leave the folder for downloads, with “%1”.</source>
        <translation>Un de ses chemins sortirait du dossier de téléchargement, par «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The name “%1” contains a slash or backslash, with which it could leave the folder for downloads.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» contient une barre oblique, par laquelle il pourrait sortir du dossier de téléchargement.</translation>
    </message>
    <message>
        <source>The name “%1” contains a control character.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» contient un caractère de contrôle.</translation>
    </message>
    <message>
        <source>The name “%1” is %2 bytes long; file systems store at most %3.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» fait %2 octets&#x202f;; les systèmes de fichiers en acceptent au plus %3.</translation>
    </message>
    <message>
        <source>The path “%1” is %2 bytes long; at most %3 are accepted.</source>
        <translation>Le chemin «&#xa0;%1&#xa0;» fait %2 octets&#x202f;; au plus %3 sont acceptés.</translation>
    </message>
    <message>
        <source>The path “%1” leads through %2 folders; at most %3 are accepted.</source>
        <translation>Le chemin «&#xa0;%1&#xa0;» traverse %2 dossiers&#x202f;; au plus %3 sont acceptés.</translation>
    </message>
    <message>
        <source>Its paths are longer than %1 in all.</source>
        <translation>Ses chemins dépassent %1 au total.</translation>
    </message>
    <message>
        <source>It lists the file “%1” twice.</source>
        <translation>Il cite deux fois le fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It wants “%1” to be a file and a folder.</source>
        <translation>Il veut que «&#xa0;%1&#xa0;» soit à la fois un fichier et un dossier.</translation>
    </message>
    <message>
        <source>It describes one file and a folder of files at the same time.</source>
        <translation>Il décrit à la fois un fichier seul et un dossier de fichiers.</translation>
    </message>
    <message>
        <source>Its list of files is damaged.</source>
        <translation>Sa liste de fichiers est abîmée.</translation>
    </message>
    <message>
        <source>A file in it has no path.</source>
        <translation>Un de ses fichiers n’a pas de chemin.</translation>
    </message>
    <message>
        <source>The size of “%1” is missing or impossible.</source>
        <translation>La taille de «&#xa0;%1&#xa0;» manque ou est impossible.</translation>
    </message>
    <message>
        <source>Its files are larger than %1 in all.</source>
        <translation>Ses fichiers dépassent %1 au total.</translation>
    </message>
    <message>
        <source>It holds more than %1 files.</source>
        <translation>Il contient plus de %1 fichiers.</translation>
    </message>
    <message>
        <source>It holds more than %1 of padding, which nobody needs.</source>
        <translation>Il contient plus de %1 de remplissage, dont personne n’a besoin.</translation>
    </message>
    <message>
        <source>“%1” is a link to another file, which could lead out of the folder for downloads.</source>
        <translation>«&#xa0;%1&#xa0;» est un lien vers un autre fichier, qui pourrait mener hors du dossier de téléchargement.</translation>
    </message>
    <message>
        <source>There is nothing in it to download.</source>
        <translation>Il ne contient rien à télécharger.</translation>
    </message>
    <message>
        <source>It is cut into %1 pieces; at most %2 are accepted.</source>
        <translation>Il est découpé en %1 morceaux&#x202f;; au plus %2 sont acceptés.</translation>
    </message>
    <message>
        <source>It has hashes for %1 pieces but %2 pieces.</source>
        <translation>Il a des empreintes pour %1 morceaux, mais %2 morceaux.</translation>
    </message>
    <message>
        <source>It lists files without the hashes to check them with.</source>
        <translation>Il cite des fichiers sans les empreintes qui permettent de les vérifier.</translation>
    </message>
    <message>
        <source>Its tree of files is damaged.</source>
        <translation>Son arborescence de fichiers est abîmée.</translation>
    </message>
    <message>
        <source>The hash of “%1” is missing.</source>
        <translation>L’empreinte de «&#xa0;%1&#xa0;» manque.</translation>
    </message>
    <message>
        <source>The number of hashes of “%1” does not fit its size.</source>
        <translation>Le nombre d’empreintes de «&#xa0;%1&#xa0;» ne correspond pas à sa taille.</translation>
    </message>
    <message>
        <source>The hashes of the pieces of “%1” are missing.</source>
        <translation>Les empreintes des morceaux de «&#xa0;%1&#xa0;» manquent.</translation>
    </message>
    <message>
        <source>It holds hashes of a file that it does not list.</source>
        <translation>Il contient les empreintes d’un fichier qu’il ne cite pas.</translation>
    </message>
    <message>
        <source>The hashes of the pieces of “%1” are not those of the file.</source>
        <translation>Les empreintes des morceaux de «&#xa0;%1&#xa0;» ne sont pas celles du fichier.</translation>
    </message>
    <message>
        <source>It describes other files for new programs than for old ones.</source>
        <translation>Il ne décrit pas les mêmes fichiers pour les programmes récents et pour les anciens.</translation>
    </message>
    <message>
        <source>It is another torrent than the one that was asked for.</source>
        <translation>Ce n’est pas le torrent demandé.</translation>
    </message>
    <message>
        <source>It can be read in two ways.</source>
        <translation>Il peut être lu de deux façons.</translation>
    </message>
    <message>
        <source>The BitTorrent library does not accept it: %1.</source>
        <translation>La bibliothèque BitTorrent ne l’accepte pas&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is not the full path of a folder.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le chemin complet d’un dossier.</translation>
    </message>
    <message>
        <source>With the folder for downloads, the path of “%1” is %2 bytes long; the system allows %3.</source>
        <translation>Avec le dossier de téléchargement, le chemin de «&#xa0;%1&#xa0;» fait %2 octets&#x202f;; le système en permet %3.</translation>
    </message>
    <message>
        <source>It needs %1, but only %2 are free there.</source>
        <translation>Il lui faut %1, mais seulement %2 sont libres à cet endroit.</translation>
    </message>
    <message>
        <source>“%1” belongs to another torrent in the list.</source>
        <translation>«&#xa0;%1&#xa0;» appartient à un autre torrent de la liste.</translation>
    </message>
    <message>
        <source>It does not begin with “magnet:?”.</source>
        <translation>Il ne commence pas par «&#xa0;magnet:?&#xa0;».</translation>
    </message>
    <message>
        <source>The link is longer than %1 characters.</source>
        <translation>Le lien dépasse %1 caractères.</translation>
    </message>
    <message>
        <source>The hash in the link is incomplete or misspelt.</source>
        <translation>L’empreinte du lien est incomplète ou mal écrite.</translation>
    </message>
    <message>
        <source>The link names no torrent.</source>
        <translation>Le lien ne désigne aucun torrent.</translation>
    </message>
    <message>
        <source>What was saved about the progress is damaged.</source>
        <translation>Ce qui était enregistré de la progression est abîmé.</translation>
    </message>
    <message>
        <source>Unpack it first, then open the .torrent inside.</source>
        <translation>Décompressez-le d’abord, puis ouvrez le .torrent qu’il contient.</translation>
    </message>
    <message>
        <source>Open its address in a browser: the site may want you to sign in.</source>
        <translation>Ouvrez son adresse dans un navigateur&#xa0;: le site demande peut-être de s’identifier.</translation>
    </message>
    <message>
        <source>Get it again where it came from.</source>
        <translation>Récupérez-le à nouveau là d’où il vient.</translation>
    </message>
    <message>
        <source>Look for a newer version of Essaim.</source>
        <translation>Cherchez une version plus récente d’Essaim.</translation>
    </message>
    <message>
        <source>Ask its maker for an ordinary torrent.</source>
        <translation>Demandez un torrent ordinaire à son auteur.</translation>
    </message>
    <message>
        <source>Ask its maker to split it into several torrents, or to choose larger pieces.</source>
        <translation>Demandez à son auteur de le répartir en plusieurs torrents, ou de choisir de plus gros morceaux.</translation>
    </message>
    <message>
        <source>Nothing was written. Such torrents can be made to do harm: be careful with where it came from.</source>
        <translation>Rien n’a été écrit. De tels torrents peuvent être faits pour nuire&#xa0;: méfiez-vous de sa provenance.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose a folder with a shorter path.</source>
        <translation>Choisissez un dossier au chemin plus court.</translation>
    </message>
    <message>
        <source>Make room there, or choose another place.</source>
        <translation>Libérez de la place, ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Copy the whole link again.</source>
        <translation>Recopiez le lien en entier.</translation>
    </message>
    <message>
        <source>The files are checked instead.</source>
        <translation>Les fichiers sont vérifiés à la place.</translation>
    </message>
    <message>
        <source>Ask its maker for a corrected one.</source>
        <translation>Demandez un torrent corrigé à son auteur.</translation>
    </message>
    <message>
        <source>It has no name then that could be shown or stored: choose another.</source>
        <translation>Il n’aurait alors aucun nom qui puisse être affiché ou enregistré&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A name holds no slash or backslash and is not “..”: choose another.</source>
        <translation>Un nom ne contient ni barre oblique ni barre inversée, et n’est pas «&#xa0;..&#xa0;»&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The name contains a control character: choose another.</source>
        <translation>Le nom contient un caractère de contrôle&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Another file or folder of this torrent has that name: choose another.</source>
        <translation>Un autre fichier ou dossier de ce torrent porte ce nom&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The name is %1 bytes long, where an accented letter counts as two; file systems store at most %2: choose a shorter one.</source>
        <translation>Le nom fait %1 octets, où une lettre accentuée compte pour deux&#x202f;; les systèmes de fichiers en enregistrent %2 au plus&#xa0;: choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
</context>
<context>
    <name>essaim::text::Units</name>
    <message>
        <source>%1/s</source>
        <comment>a rate, such as 1.40 MB/s</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1&#xa0;h&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1&#xa0;j&#xa0;%2&#xa0;h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 B/s</source>
        <comment>a rate in bytes</comment>
        <translation>%1&#xa0;o/s</translation>
    </message>
</context>
</TS>
