// What the system and other libraries say of failed connections is said in the user's language.
#include "text/detail_words.h"

#include <QTest>
#include <QTranslator>

#include <cerrno>
#include <system_error>

using namespace essaim;

class DetailWordsTest : public QObject {
    Q_OBJECT

    QTranslator m_french;

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_french.load(QStringLiteral(":/translations/essaim_fr.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_french));
    }

    void theSystemsWordsAreKnown_data() {
        QTest::addColumn<int>("error");
        for (const int error :
             {ECONNREFUSED, ETIMEDOUT, ECONNRESET, ECONNABORTED, EPIPE, EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN,
              EADDRNOTAVAIL, EAFNOSUPPORT})
            QTest::addRow("%d", error) << error;
    }
    void theSystemsWordsAreKnown() {
        QFETCH(int, error);
        const std::string words = std::generic_category().message(error);
        QVERIFY2(text::detailWords(words) != QString::fromStdString(words), words.c_str());
    }

    void anAnswerKeepsItsNumber() {
        QCOMPARE(text::detailWords(std::string("the server answered 404")), QStringLiteral("le serveur a répondu 404"));
    }

    void whatAHostSaysStaysAsItIs() {
        for (const QString& words : {QStringLiteral("unregistered torrent"), QStringLiteral("Clé inconnue"), QString()})
            QCOMPARE(text::detailWords(words), words);
    }
};

QTEST_GUILESS_MAIN(DetailWordsTest)
#include "detail_words_test.moc"
