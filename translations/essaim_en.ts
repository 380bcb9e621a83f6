<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AllTorrents</name>
    <message numerus="yes">
        <source>%n torrents paused</source>
        <translation>
            <numerusform>%n torrent paused</numerusform>
            <numerusform>%n torrents paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents resumed</source>
        <translation>
            <numerusform>%n torrent resumed</numerusform>
            <numerusform>%n torrents resumed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%1: %n file(s), %2, %3 pieces of %4</source>
        <translation>
            <numerusform>%1: %n file, %2, %3 pieces of %4</numerusform>
            <numerusform>%1: %n files, %2, %3 pieces of %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, down %3, up %4, %n peer(s)</source>
        <translation>
            <numerusform>%1: %2, down %3, up %4, %n peer</numerusform>
            <numerusform>%1: %2, down %3, up %4, %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n file(s) are there and right.</source>
        <translation>
            <numerusform>The %n file is there and right.</numerusform>
            <numerusform>All %n files are there and right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n connected</numerusform>
            <numerusform>%n connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected, %1 known</source>
        <translation>
            <numerusform>%n connected, %1 known</numerusform>
            <numerusform>%n connected, %1 known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelMenu</name>
    <message numerus="yes">
        <source>“%1” taken from %n torrent(s)</source>
        <translation>
            <numerusform>“%1” taken from one torrent</numerusform>
            <numerusform>“%1” taken from %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” renamed in %n torrent(s)</source>
        <translation>
            <numerusform>“%1” renamed in one torrent</numerusform>
            <numerusform>“%1” renamed in %n torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferStatus</name>
    <message numerus="yes">
        <source>%1 can only be read: %n download(s) wait. They go on by themselves when it can be written.</source>
        <translation>
            <numerusform>%1 can only be read: %n download waits. It goes on by itself when it can be written.</numerusform>
            <numerusform>%1 can only be read: %n downloads wait. They go on by themselves when it can be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reports errors: %n download(s) wait. Check the disk; they go on when it can be written.</source>
        <translation>
            <numerusform>%1 reports errors: %n download waits. Check the disk; it goes on when the disk can be written.</numerusform>
            <numerusform>%1 reports errors: %n downloads wait. Check the disk; they go on when it can be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is full: %n download(s) wait. They go on by themselves when there is room; what is complete is still seeded.</source>
        <translation>
            <numerusform>%1 is full: %n download waits. It goes on by itself when there is room; what is complete is still seeded.</numerusform>
            <numerusform>%1 is full: %n downloads wait. They go on by themselves when there is room; what is complete is still seeded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File list: asking %n peer(s)</source>
        <translation>
            <numerusform>File list: asking %n peer</numerusform>
            <numerusform>File list: asking %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) send nothing</source>
        <translation>
            <numerusform>%n peer sends nothing</numerusform>
            <numerusform>%n peers send nothing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoableChanges</name>
    <message numerus="yes">
        <source>Category of %n torrents changed</source>
        <translation>
            <numerusform>Category of %n torrent changed</numerusform>
            <numerusform>Category of %n torrents changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n torrents changed</source>
        <translation>
            <numerusform>Tags of %n torrent changed</numerusform>
            <numerusform>Tags of %n torrents changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Category and tags of %n torrents changed</source>
        <translation>
            <numerusform>Category and tags of %n torrent changed</numerusform>
            <numerusform>Category and tags of %n torrents changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>None of its %n trackers helps; %1 says: %2.</source>
        <translation>
            <numerusform>Its tracker does not help; %1 says: %2.</numerusform>
            <numerusform>None of its %n trackers helps; %1 says: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connections to %n peer(s) are being made.</source>
        <translation>
            <numerusform>A connection to a peer is being made.</numerusform>
            <numerusform>Connections to %n peers are being made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are known and will be tried in a moment.</source>
        <translation>
            <numerusform>One peer is known and will be tried in a moment.</numerusform>
            <numerusform>%n peers are known and will be tried in a moment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are known and none can be reached; nobody has reached this computer either. They and you may all be behind routers that let nobody in.</source>
        <translation>
            <numerusform>One peer is known and cannot be reached; nobody has reached this computer either. It and you may both be behind routers that let nobody in.</numerusform>
            <numerusform>%n peers are known and none can be reached; nobody has reached this computer either. They and you may all be behind routers that let nobody in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are known and none can be reached at the moment.</source>
        <translation>
            <numerusform>One peer is known and cannot be reached at the moment.</numerusform>
            <numerusform>%n peers are known and none can be reached at the moment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n connected peer(s) have nothing that is missing here, and together not the whole torrent: somebody who has the rest must come back.</source>
        <translation>
            <numerusform>The connected peer has nothing that is missing here, and not the whole torrent: somebody who has the rest must come back.</numerusform>
            <numerusform>The %n connected peers have nothing that is missing here, and together not the whole torrent: somebody who has the rest must come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n connected peer(s) have nothing that is missing here.</source>
        <translation>
            <numerusform>The connected peer has nothing that is missing here.</numerusform>
            <numerusform>The %n connected peers have nothing that is missing here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) have what is missing and send to others first. Your turn comes.</source>
        <translation>
            <numerusform>One peer has what is missing and sends to others first. Your turn comes.</numerusform>
            <numerusform>%n peers have what is missing and send to others first. Your turn comes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) could send and have not begun yet.</source>
        <translation>
            <numerusform>One peer could send and has not begun yet.</numerusform>
            <numerusform>%n peers could send and have not begun yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) are connected and asked for the list of files; those that have none yet themselves cannot give it.</source>
        <translation>
            <numerusform>One peer is connected and asked for the list of files; if it has none yet itself, it cannot give it.</numerusform>
            <numerusform>%n peers are connected and asked for the list of files; those that have none yet themselves cannot give it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It waits for its turn: %n download(s) stand before it.</source>
        <translation>
            <numerusform>It waits for its turn: one download stands before it.</numerusform>
            <numerusform>It waits for its turn: %n downloads stand before it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::app::StoreCommand</name>
    <message numerus="yes">
        <source>%n torrent(s)</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) exported to %1.</source>
        <translation>
            <numerusform>%n torrent exported to %1.</numerusform>
            <numerusform>%n torrents exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Database: sound, %n torrent(s).</source>
        <translation>
            <numerusform>Database: sound, %n torrent.</numerusform>
            <numerusform>Database: sound, %n torrents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files beside the database: %n torrent(s).</source>
        <translation>
            <numerusform>Files beside the database: %n torrent.</numerusform>
            <numerusform>Files beside the database: %n torrents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backup %1: sound, %n torrent(s).</source>
        <translation>
            <numerusform>Backup %1: sound, %n torrent.</numerusform>
            <numerusform>Backup %1: sound, %n torrents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are damaged. What can be mended is mended when Essaim starts.</source>
        <translation>
            <numerusform>%n thing is damaged. What can be mended is mended when Essaim starts.</numerusform>
            <numerusform>%n things are damaged. What can be mended is mended when Essaim starts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ActivityModel</name>
    <message numerus="yes">
        <source>%n torrents were blocked</source>
        <translation>
            <numerusform>%n torrent was blocked</numerusform>
            <numerusform>%n torrents were blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are no longer blocked</source>
        <translation>
            <numerusform>%n torrent is no longer blocked</numerusform>
            <numerusform>%n torrents are no longer blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses or ranges were banned</source>
        <translation>
            <numerusform>%n address or range was banned</numerusform>
            <numerusform>%n addresses or ranges were banned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses or ranges are no longer banned</source>
        <translation>
            <numerusform>%n address or range is no longer banned</numerusform>
            <numerusform>%n addresses or ranges are no longer banned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::AddTorrentDialog</name>
    <message numerus="yes">
        <source>The other %n in the same &amp;way</source>
        <translation>
            <numerusform>The other one in the same &amp;way</numerusform>
            <numerusform>The other %n in the same &amp;way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>torrents</comment>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::AdviceText</name>
    <message numerus="yes">
        <source>%1 has been away for %n day(s), with %2 % of “%3”.</source>
        <translation>
            <numerusform>%1 has been away for %n day, with %2 % of “%3”.</numerusform>
            <numerusform>%1 has been away for %n days, with %2 % of “%3”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n friend(s) here have everything, you can leave.</source>
        <translation>
            <numerusform>“%1”: %n friend here has everything, you can leave.</numerusform>
            <numerusform>“%1”: %n friends here have everything, you can leave.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::BanNetworkDialog</name>
    <message numerus="yes">
        <source>%n peer(s) of this torrent are connected from there.</source>
        <translation>
            <numerusform>%n peer of this torrent is connected from there.</numerusform>
            <numerusform>%n peers of this torrent are connected from there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::CompletionMail</name>
    <message numerus="yes">
        <source>%n downloads are complete</source>
        <translation>
            <numerusform>%n download is complete</numerusform>
            <numerusform>%n downloads are complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ContentTab</name>
    <message numerus="yes">
        <source>%n file(s) of “%1” renamed</source>
        <translation>
            <numerusform>%n file of “%1” renamed</numerusform>
            <numerusform>%n files of “%1” renamed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreateForm</name>
    <message numerus="yes">
        <source>&amp;Create %n torrent(s)</source>
        <translation>
            <numerusform>&amp;Create %n torrent</numerusform>
            <numerusform>&amp;Create %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Share %n torrent(s)</source>
        <translation>
            <numerusform>Share %n torrent</numerusform>
            <numerusform>Share %n torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreateResultPage</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::CreateTorrentDialog</name>
    <message numerus="yes">
        <source>Replace %n .torrent files?</source>
        <translation>
            <numerusform>Replace %n .torrent file?</numerusform>
            <numerusform>Replace %n .torrent files?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::DetailsPanel</name>
    <message numerus="yes">
        <source>%n torrents are selected.</source>
        <translation>
            <numerusform>%n torrent is selected.</numerusform>
            <numerusform>%n torrents are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::DriveNotice</name>
    <message numerus="yes">
        <source>The drive “%1” is not connected: %n torrent(s) wait.</source>
        <translation>
            <numerusform>The drive “%1” is not connected: %n torrent waits.</numerusform>
            <numerusform>The drive “%1” is not connected: %n torrents wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The drive “%1” can only be read: %n download(s) wait until it can be written.</source>
        <translation>
            <numerusform>The drive “%1” can only be read: %n download waits until it can be written.</numerusform>
            <numerusform>The drive “%1” can only be read: %n downloads wait until it can be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The drive “%1” does not answer: %n torrent(s) wait.</source>
        <translation>
            <numerusform>The drive “%1” does not answer: %n torrent waits.</numerusform>
            <numerusform>The drive “%1” does not answer: %n torrents wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::DropTargets</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n torrent(s)</source>
        <translation>
            <numerusform>Add %n torrent</numerusform>
            <numerusform>Add %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents, each with a link of its own</source>
        <translation>
            <numerusform>%n torrent, with a link of its own</numerusform>
            <numerusform>%n torrents, each with a link of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s)</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::EditTorrentDialog</name>
    <message numerus="yes">
        <source>%n piece(s) of %1</source>
        <translation>
            <numerusform>%n piece of %1</numerusform>
            <numerusform>%n pieces of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::EventLog</name>
    <message numerus="yes">
        <source>%n torrents are in the list.</source>
        <translation>
            <numerusform>%n torrent is in the list.</numerusform>
            <numerusform>%n torrents are in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ExistingFilesBox</name>
    <message numerus="yes">
        <source>%1 of %n files are there already and right.</source>
        <translation>
            <numerusform>%1 of %n file is there already and right.</numerusform>
            <numerusform>%1 of %n files are there already and right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the same name differ, are incomplete or cannot be compared by themselves.</source>
        <translation>
            <numerusform>%n file of the same name differs, is incomplete or cannot be compared by itself.</numerusform>
            <numerusform>%n files of the same name differ, are incomplete or cannot be compared by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FileChoiceBox</name>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FindingTexts</name>
    <message numerus="yes">
        <source>%Ln name(s) that differ from another in capitals only</source>
        <translation>
            <numerusform>%Ln name that differs from another in capitals only</numerusform>
            <numerusform>%Ln names that differ from another in capitals only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that differ from another in the encoding of accents only</source>
        <translation>
            <numerusform>%Ln name that differs from another in the encoding of accents only</numerusform>
            <numerusform>%Ln names that differ from another in the encoding of accents only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that Windows keeps for itself</source>
        <translation>
            <numerusform>%Ln name that Windows keeps for itself</numerusform>
            <numerusform>%Ln names that Windows keeps for itself</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) with characters that Windows forbids</source>
        <translation>
            <numerusform>%Ln name with characters that Windows forbids</numerusform>
            <numerusform>%Ln names with characters that Windows forbids</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that end with a dot or a space</source>
        <translation>
            <numerusform>%Ln name that ends with a dot or a space</numerusform>
            <numerusform>%Ln names that end with a dot or a space</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) that are too long for Windows</source>
        <translation>
            <numerusform>%Ln path that is too long for Windows</numerusform>
            <numerusform>%Ln paths that are too long for Windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that are too long for most systems</source>
        <translation>
            <numerusform>%Ln name that is too long for most systems</numerusform>
            <numerusform>%Ln names that are too long for most systems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) that you may not read</source>
        <translation>
            <numerusform>%Ln item that you may not read</numerusform>
            <numerusform>%Ln items that you may not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that somebody writes just now</source>
        <translation>
            <numerusform>%Ln file that is being written</numerusform>
            <numerusform>%Ln files that are being written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty file(s)</source>
        <translation>
            <numerusform>%Ln empty file</numerusform>
            <numerusform>%Ln empty files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty folder(s)</source>
        <translation>
            <numerusform>%Ln empty folder</numerusform>
            <numerusform>%Ln empty folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) that stay out</source>
        <translation>
            <numerusform>%Ln link that stays out</numerusform>
            <numerusform>%Ln links that stay out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) that are no ordinary files</source>
        <translation>
            <numerusform>%Ln item that is no ordinary file</numerusform>
            <numerusform>%Ln items that are no ordinary files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) that no torrent may hold</source>
        <translation>
            <numerusform>%Ln name that no torrent may hold</numerusform>
            <numerusform>%Ln names that no torrent may hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FindingsPanel</name>
    <message numerus="yes">
        <source>%n thing(s) to know</source>
        <translation>
            <numerusform>%n thing to know</numerusform>
            <numerusform>%n things to know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FollowDialog</name>
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
            <numerusform>%n friend</numerusform>
            <numerusform>%n friends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FollowWindow</name>
    <message numerus="yes">
        <source>%n torrents that you follow could not be added. The first is “%1”. %2</source>
        <translation>
            <numerusform>%n torrent that you follow could not be added. The first is “%1”. %2</numerusform>
            <numerusform>%n torrents that you follow could not be added. The first is “%1”. %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FormTexts</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s)</source>
        <translation>
            <numerusform>%Ln piece</numerusform>
            <numerusform>%Ln pieces</numerusform>
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
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FriendsModel</name>
    <message numerus="yes">
        <source>Key used at %n place(s)</source>
        <translation>
            <numerusform>Key used at %n place</numerusform>
            <numerusform>Key used at %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Here, on %n torrent(s)</source>
        <translation>
            <numerusform>Here, on %n torrent</numerusform>
            <numerusform>Here, on %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) with this friend’s key</source>
        <translation>
            <numerusform>%n program with this friend’s key</numerusform>
            <numerusform>%n programs with this friend’s key</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::FriendsPanel</name>
    <message numerus="yes">
        <source>Give %n friend(s) a new key?</source>
        <translation>
            <numerusform>Give %n friend a new key?</numerusform>
            <numerusform>Give %n friends a new key?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::HistoryGraph</name>
    <message numerus="yes">
        <source>the last %n minute(s)</source>
        <translation>
            <numerusform>the last minute</numerusform>
            <numerusform>the last %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::JobSummary</name>
    <message numerus="yes">
        <source>%Ln in the making</source>
        <translation>
            <numerusform>%Ln in the making</numerusform>
            <numerusform>%Ln in the making</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ready</source>
        <translation>
            <numerusform>%Ln ready</numerusform>
            <numerusform>%Ln ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::LabelsDialog</name>
    <message numerus="yes">
        <source>Category and tags of %n torrents</source>
        <translation>
            <numerusform>Category and tags of %n torrent</numerusform>
            <numerusform>Category and tags of %n torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::LimitsDialog</name>
    <message numerus="yes">
        <source>%n torrents, each</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents, each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MagnetCopier</name>
    <message numerus="yes">
        <source>%n magnet link(s) could not be had and are missing on the clipboard: copy them again later.</source>
        <translation>
            <numerusform>%n magnet link could not be had and is missing on the clipboard: copy it again later.</numerusform>
            <numerusform>%n magnet links could not be had and are missing on the clipboard: copy them again later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ManyTrackersDialog</name>
    <message numerus="yes">
        <source>Trackers of %n torrents</source>
        <translation>
            <numerusform>Trackers of %n torrent</numerusform>
            <numerusform>Trackers of %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n torrents)</source>
        <comment>host of a tracker</comment>
        <translation>
            <numerusform>%1 (%n torrent)</numerusform>
            <numerusform>%1 (%n torrents)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveActions</name>
    <message numerus="yes">
        <source>%n torrents go elsewhere when complete</source>
        <translation>
            <numerusform>%n torrent goes elsewhere when complete</numerusform>
            <numerusform>%n torrents go elsewhere when complete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveCommander</name>
    <message numerus="yes">
        <source>move of %n torrents</source>
        <translation>
            <numerusform>move of %n torrent</numerusform>
            <numerusform>move of %n torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveDialog</name>
    <message numerus="yes">
        <source>Where should the %n torrents be?</source>
        <translation>
            <numerusform>Where should the %n torrent be?</numerusform>
            <numerusform>Where should the %n torrents be?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveRow</name>
    <message numerus="yes">
        <source>Moved; %n file(s) stayed because somebody had changed them</source>
        <translation>
            <numerusform>Moved; %n file stayed because somebody had changed it</numerusform>
            <numerusform>Moved; %n files stayed because somebody had changed them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n move(s): %1</source>
        <translation>
            <numerusform>%n move: %1</numerusform>
            <numerusform>%n moves: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::MoveStrip</name>
    <message numerus="yes">
        <source>%n move(s) cancelled; the files are where they were</source>
        <translation>
            <numerusform>%n move cancelled; the files are where they were</numerusform>
            <numerusform>%n moves cancelled; the files are where they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) moved</source>
        <translation>
            <numerusform>%n torrent moved</numerusform>
            <numerusform>%n torrents moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::NetworksPanel</name>
    <message numerus="yes">
        <source>%n announce(s) since the tracker runs</source>
        <translation>
            <numerusform>%n announce since the tracker runs</numerusform>
            <numerusform>%n announces since the tracker runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::Notifier</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads complete</source>
        <translation>
            <numerusform>%n download complete</numerusform>
            <numerusform>%n downloads complete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::OptionActions</name>
    <message numerus="yes">
        <source>%n torrents</source>
        <translation>
            <numerusform>%n torrent</numerusform>
            <numerusform>%n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n torrents changed</source>
        <translation>
            <numerusform>Tags of %n torrent changed</numerusform>
            <numerusform>Tags of %n torrents changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::PeersTab</name>
    <message numerus="yes">
        <source>%n peer(s) known</source>
        <translation>
            <numerusform>%n peer known</numerusform>
            <numerusform>%n peers known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not tried yet</source>
        <translation>
            <numerusform>%n of them not tried yet</numerusform>
            <numerusform>%n of them not tried yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) being made</source>
        <translation>
            <numerusform>%n connection being made</numerusform>
            <numerusform>%n connections being made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Ban these %n peer(s)</source>
        <translation>
            <numerusform>&amp;Ban this %n peer</numerusform>
            <numerusform>&amp;Ban these %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n range(s) of addresses banned</source>
        <translation>
            <numerusform>%n range of addresses banned</numerusform>
            <numerusform>%n ranges of addresses banned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::PiecesGrid</name>
    <message numerus="yes">
        <source>%n connected peer(s) have it</source>
        <translation>
            <numerusform>%n connected peer has it</numerusform>
            <numerusform>%n connected peers have it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::QuitQuestion</name>
    <message numerus="yes">
        <source>%n torrent(s) are being downloaded, checked or moved.</source>
        <translation>
            <numerusform>%n torrent is being downloaded, checked or moved.</numerusform>
            <numerusform>%n torrents are being downloaded, checked or moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Others are loading %n torrent(s) from you.</source>
        <translation>
            <numerusform>Others are loading %n torrent from you.</numerusform>
            <numerusform>Others are loading %n torrents from you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %n torrents from the list?</source>
        <translation>
            <numerusform>Remove %n torrent from the list?</numerusform>
            <numerusform>Remove %n torrents from the list?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other item(s) in the folder are not touched.</source>
        <translation>
            <numerusform>%n other item in the folder is not touched.</numerusform>
            <numerusform>%n other items in the folder are not touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also remove %n file(s) that Essaim may not have &amp;made</source>
        <translation>
            <numerusform>Also remove %n file that Essaim may not have &amp;made</numerusform>
            <numerusform>Also remove %n files that Essaim may not have &amp;made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1, go to the bin.</source>
        <translation>
            <numerusform>%Ln file, %1, goes to the bin.</numerusform>
            <numerusform>%Ln files, %1, go to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1, are deleted for good.</source>
        <translation>
            <numerusform>%Ln file, %1, is deleted for good.</numerusform>
            <numerusform>%Ln files, %1, are deleted for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of the torrent stay.</source>
        <translation>
            <numerusform>%Ln file of the torrent stays.</numerusform>
            <numerusform>%Ln files of the torrent stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::RenameFilesDialog</name>
    <message numerus="yes">
        <source>Rename %n file(s)</source>
        <translation>
            <numerusform>Rename %n file</numerusform>
            <numerusform>Rename %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::RestoreDialog</name>
    <message numerus="yes">
        <source>%n torrent(s) stay as they are.</source>
        <translation>
            <numerusform>%n torrent stays as it is.</numerusform>
            <numerusform>%n torrents stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) in this backup are damaged and are left out.</source>
        <translation>
            <numerusform>%n torrent in this backup is damaged and is left out.</numerusform>
            <numerusform>%n torrents in this backup are damaged and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the %n newer torrent(s) off the list; their files stay</source>
        <translation>
            <numerusform>Take the %n newer torrent off the list; its files stay</numerusform>
            <numerusform>Take the %n newer torrents off the list; their files stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ShareChoice</name>
    <message numerus="yes">
        <source>%n friend(s) find it on the page behind their own invite links.</source>
        <translation>
            <numerusform>%n friend finds it on the page behind their own invite link.</numerusform>
            <numerusform>%n friends find it on the page behind their own invite links.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ShareOpener</name>
    <message numerus="yes">
        <source>%n of these are shared already.</source>
        <translation>
            <numerusform>%n of these is shared already.</numerusform>
            <numerusform>%n of these are shared already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::SharedBox</name>
    <message numerus="yes">
        <source>%n new file(s)</source>
        <translation>
            <numerusform>%n new file</numerusform>
            <numerusform>%n new files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s)</source>
        <translation>
            <numerusform>%n changed file</numerusform>
            <numerusform>%n changed files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing file(s)</source>
        <translation>
            <numerusform>%n missing file</numerusform>
            <numerusform>%n missing files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::ShieldPanel</name>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peer(s)</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Block no longer, and forget with whom %n torrent(s) were shared?</source>
        <translation>
            <numerusform>Block no longer, and forget with whom %n torrent was shared?</numerusform>
            <numerusform>Block no longer, and forget with whom %n torrents were shared?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::StandInStrip</name>
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
            <numerusform>%n friend</numerusform>
            <numerusform>%n friends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::StatusStrip</name>
    <message numerus="yes">
        <source>DHT: %Ln node(s)</source>
        <translation>
            <numerusform>DHT: %Ln node</numerusform>
            <numerusform>DHT: %Ln nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::StoreNotice</name>
    <message numerus="yes">
        <source>%n torrent(s) in the list could not be read. If they are missing, add them again; their files are where they were.</source>
        <translation>
            <numerusform>%n torrent in the list could not be read. If it is missing, add it again; its files are where they were.</numerusform>
            <numerusform>%n torrents in the list could not be read. If they are missing, add them again; their files are where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) in the list were damaged and have been brought back as they were.</source>
        <translation>
            <numerusform>%n torrent in the list was damaged and has been brought back as it was.</numerusform>
            <numerusform>%n torrents in the list were damaged and have been brought back as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) came back; their files are checked.</source>
        <translation>
            <numerusform>%n torrent came back; its files are checked.</numerusform>
            <numerusform>%n torrents came back; their files are checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) are set as they were then.</source>
        <translation>
            <numerusform>%n torrent is set as it was then.</numerusform>
            <numerusform>%n torrents are set as they were then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer torrent(s) left the list; their files are where they were.</source>
        <translation>
            <numerusform>%n newer torrent left the list; its files are where they were.</numerusform>
            <numerusform>%n newer torrents left the list; their files are where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) in the backup could not be read.</source>
        <translation>
            <numerusform>%n torrent in the backup could not be read.</numerusform>
            <numerusform>%n torrents in the backup could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This version of Essaim has made a list of its own, with %n torrent(s), whose files are now checked. The list of the newer version is kept in “%1”.</source>
        <translation>
            <numerusform>This version of Essaim has made a list of its own, with %n torrent, whose files are now checked. The list of the newer version is kept in “%1”.</numerusform>
            <numerusform>This version of Essaim has made a list of its own, with %n torrents, whose files are now checked. The list of the newer version is kept in “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of torrents was damaged. It has been mended from what is kept beside it, and has %n torrent(s). Files that it is not sure of are checked. The damaged list is kept in “%1”.</source>
        <translation>
            <numerusform>The list of torrents was damaged. It has been mended from what is kept beside it, and has %n torrent. Files that it is not sure of are checked. The damaged list is kept in “%1”.</numerusform>
            <numerusform>The list of torrents was damaged. It has been mended from what is kept beside it, and has %n torrents. Files that it is not sure of are checked. The damaged list is kept in “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n friend(s) came back from a backup and are paused: look whether they may still come.</source>
        <translation>
            <numerusform>%n friend came back from a backup and is paused: look whether they may still come.</numerusform>
            <numerusform>%n friends came back from a backup and are paused: look whether they may still come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shared torrent(s) came back from a backup.</source>
        <translation>
            <numerusform>%n shared torrent came back from a backup.</numerusform>
            <numerusform>%n shared torrents came back from a backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TorrentExport</name>
    <message numerus="yes">
        <source>%n .torrent file(s) could not be had and are missing in the folder: save them again later.</source>
        <translation>
            <numerusform>%n .torrent file could not be had and is missing in the folder: save it again later.</numerusform>
            <numerusform>%n .torrent files could not be had and are missing in the folder: save them again later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TorrentFileActions</name>
    <message numerus="yes">
        <source>Trackers added to %n torrents</source>
        <translation>
            <numerusform>Trackers added to %n torrent</numerusform>
            <numerusform>Trackers added to %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trackers removed from %n torrents</source>
        <translation>
            <numerusform>Trackers removed from %n torrent</numerusform>
            <numerusform>Trackers removed from %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trackers of %n torrents replaced</source>
        <translation>
            <numerusform>Trackers of %n torrent replaced</numerusform>
            <numerusform>Trackers of %n torrents replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackerPage</name>
    <message numerus="yes">
        <source>%n request(s) since your tracker was switched on</source>
        <translation>
            <numerusform>%n request since your tracker was switched on</numerusform>
            <numerusform>%n requests since your tracker was switched on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackersModel</name>
    <message numerus="yes">
        <source>%n of the connected peers</source>
        <translation>
            <numerusform>%n of the connected peers</numerusform>
            <numerusform>%n of the connected peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrackersTab</name>
    <message numerus="yes">
        <source>%n tracker(s) of “%1” removed</source>
        <translation>
            <numerusform>%n tracker of “%1” removed</numerusform>
            <numerusform>%n trackers of “%1” removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrafficGraph</name>
    <message numerus="yes">
        <source>the last %n minute(s)</source>
        <translation>
            <numerusform>the last minute</numerusform>
            <numerusform>the last %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TransferActions</name>
    <message numerus="yes">
        <source>%n torrents started at once</source>
        <translation>
            <numerusform>%n torrent started at once</numerusform>
            <numerusform>%n torrents started at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::TrayIcon</name>
    <message numerus="yes">
        <source>%n downloads under way</source>
        <translation>
            <numerusform>%n download under way</numerusform>
            <numerusform>%n downloads under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents need you</source>
        <translation>
            <numerusform>%n torrent needs you</numerusform>
            <numerusform>%n torrents need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::UndoController</name>
    <message numerus="yes">
        <source>Removed %n torrents</source>
        <translation>
            <numerusform>Removed %n torrent</numerusform>
            <numerusform>Removed %n torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::UnlistedDialog</name>
    <message numerus="yes">
        <source>Looking: %n files so far…</source>
        <translation>
            <numerusform>Looking: %n file so far…</numerusform>
            <numerusform>Looking: %n files so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folders could not be read, such as “%1”: what is in there is not in the list.</source>
        <translation>
            <numerusform>%n folder could not be read, “%1”: what is in there is not in the list.</numerusform>
            <numerusform>%n folders could not be read, such as “%1”: what is in there is not in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So it is with %n more.</source>
        <translation>
            <numerusform>So it is with %n more.</numerusform>
            <numerusform>So it is with %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things moved to the bin</source>
        <translation>
            <numerusform>%n thing moved to the bin</numerusform>
            <numerusform>%n things moved to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things, %1. Choose what is to go.</source>
        <translation>
            <numerusform>%n thing, %1. Choose what is to go.</numerusform>
            <numerusform>%n things, %1. Choose what is to go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen, %1.</source>
        <translation>
            <numerusform>%n chosen, %1.</numerusform>
            <numerusform>%n chosen, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::gui::VisibilityCombo</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>essaim::text::NoteSentence</name>
    <message numerus="yes">
        <source>%n tracker address(es) are left out: not well-formed, not for strangers to name, or too many.</source>
        <translation>
            <numerusform>%n tracker address is left out: not well-formed, not for strangers to name, or one too many.</numerusform>
            <numerusform>%n tracker addresses are left out: not well-formed, not for strangers to name, or too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seed(s) are left out: not well-formed, in a private network, or too many.</source>
        <translation>
            <numerusform>%n web seed is left out: not well-formed, in a private network, or one too many.</numerusform>
            <numerusform>%n web seeds are left out: not well-formed, in a private network, or too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seed(s) are not used: the BitTorrent library of this system does not handle them safely.</source>
        <translation>
            <numerusform>%n web seed is not used: the BitTorrent library of this system does not handle it safely.</numerusform>
            <numerusform>%n web seeds are not used: the BitTorrent library of this system does not handle them safely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The torrent names %n computer(s) for the DHT to contact; they are left out.</source>
        <translation>
            <numerusform>The torrent names %n computer for the DHT to contact; it is left out.</numerusform>
            <numerusform>The torrent names %n computers for the DHT to contact; they are left out.</numerusform>
        </translation>
    </message>
</context>
</TS>
