// Every failure has a sentence that says what did not work, why, and what to do.
#include "text/text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace essaim;

namespace {

constexpr int kOperations = static_cast<int>(Operation::StartSession) + 1;
constexpr int kKinds = static_cast<int>(ErrorKind::Internal) + 1;

template <typename Visit>
void forEachFailure(Visit visit) {
    for (int operation = 0; operation < kOperations; ++operation) {
        for (int kind = 0; kind < kKinds; ++kind)
            visit(static_cast<Operation>(operation), static_cast<ErrorKind>(kind));
    }
}

} // namespace

class ErrorSentenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasTwoWholeSentences() {
        static const QRegularExpression sentences(
            QStringLiteral("^[A-Z“][^%]+\\. [A-Z][^%]+\\.$"), QRegularExpression::UseUnicodePropertiesOption);
        for (const char* subject : {"", "/srv/zoé/film.mkv"}) {
            forEachFailure([subject](Operation operation, ErrorKind kind) {
                const auto text = text::errorSentence({kind, operation, subject, {}});
                QVERIFY2(sentences.match(text).hasMatch(), qPrintable(text));
                QVERIFY2(text.contains(QString::fromUtf8(subject)), qPrintable(text));
            });
        }
    }

    void everyFailureHasItsOwnText() {
        QSet<QString> texts;
        forEachFailure([&texts](Operation operation, ErrorKind kind) {
            texts.insert(text::errorSentence({kind, operation, {}, {}}));
        });
        QCOMPARE(texts.size(), kOperations * kKinds);
    }

    void namesWhatItIsAboutAndWhatToDo() {
        QCOMPARE(
            text::errorSentence({ErrorKind::DiskFull, Operation::WriteFile, "/x/y", "No space left on device"}),
            QStringLiteral("The file “/x/y” could not be written. The disk is full: make room on it, then try again."));
        QCOMPARE(
            text::errorSentence({ErrorKind::AddressInUse, Operation::ListenHttp, "0.0.0.0:6969", {}}),
            QStringLiteral("The tracker cannot be reached over HTTP at 0.0.0.0:6969. Another program is using this "
                           "port: close that program, or choose another port."));
    }

    void aNameThatTheUserTypedIsNoHostileTorrent() {
        for (const Fault fault :
             {Fault::EmptyName, Fault::LeavesFolder, Fault::ControlCharacter, Fault::NameTooLong, Fault::ListedTwice,
              Fault::FileAndFolder, Fault::PathTooLong}) {
            const Error error = refused(Operation::RenameFile, {fault, "b", 300, 255}, "a").error();
            const QString text = text::errorSentence(error);
            QVERIFY2(text.contains(QStringLiteral("hoose a")), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("harm")) && !text.contains(QStringLiteral("Ask")), qPrintable(text));
        }
    }

    void leavesPlaceholdersInSubjectsAlone() {
        const auto text = text::errorSentence({ErrorKind::Internal, Operation::ReadFile, "100%2 %1.txt", "at %1 %3"});
        QVERIFY(text.contains(QStringLiteral("“100%2 %1.txt”")));
        QVERIFY(text.endsWith(QStringLiteral("Details: at %1 %3")));
    }

    void addsTheTechnicalReasonWhereItHelps() {
        const Error damaged{ErrorKind::InvalidData, Operation::OpenTorrent, "a.torrent", "byte 7: leading zero"};
        QVERIFY(text::errorSentence(damaged).endsWith(QStringLiteral("Details: byte 7: leading zero")));
        const Error denied{ErrorKind::PermissionDenied, Operation::ReadFile, "a", "Permission denied"};
        QVERIFY(!text::errorSentence(denied).contains(QStringLiteral("Permission denied")));
    }
};

QTEST_GUILESS_MAIN(ErrorSentenceTest)
#include "error_sentence_test.moc"
