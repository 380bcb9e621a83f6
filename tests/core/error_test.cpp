// Classes of system errors and the line that describes a failure.
#include "core/error.h"

#include <QTest>

#include <cerrno>
#include <filesystem>
#include <set>
#include <tuple>

using namespace essaim;

class ErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesSystemErrors() {
        const auto kindOf = [](int code) { return errorKindOf({code, std::system_category()}); };
        QCOMPARE(kindOf(ENOENT), ErrorKind::NotFound);
        QCOMPARE(kindOf(EACCES), ErrorKind::PermissionDenied);
        QCOMPARE(kindOf(EPERM), ErrorKind::PermissionDenied);
        QCOMPARE(kindOf(ENOSPC), ErrorKind::DiskFull);
        QCOMPARE(kindOf(EDQUOT), ErrorKind::DiskFull);
        QCOMPARE(kindOf(EEXIST), ErrorKind::AlreadyExists);
        QCOMPARE(kindOf(EADDRINUSE), ErrorKind::AddressInUse);
        QCOMPARE(kindOf(EROFS), ErrorKind::ReadOnly);
        QCOMPARE(kindOf(ETIMEDOUT), ErrorKind::Timeout);
        QCOMPARE(kindOf(ECONNREFUSED), ErrorKind::Network);
        QCOMPARE(kindOf(EIO), ErrorKind::Internal);
        QCOMPARE(errorKindOf({ENOSPC, std::generic_category()}), ErrorKind::DiskFull);
    }

    void takesTheReasonOfTheSystem() {
        std::error_code code;
        std::ignore = std::filesystem::file_size("/nowhere/at/all", code);
        const auto error = systemError(code, Operation::ReadFile, "/nowhere/at/all");
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QCOMPARE(describe(error), "cannot read /nowhere/at/all: it does not exist (No such file or directory)");
    }

    void describesEveryOperationAndReason() {
        QCOMPARE(
            describe({ErrorKind::DiskFull, Operation::WriteFile, "/x/y", {}}),
            "cannot write /x/y: no space left on the disk");
        std::set<std::string> lines;
        constexpr int kOperations = static_cast<int>(Operation::StartSession) + 1;
        constexpr int kKinds = static_cast<int>(ErrorKind::Internal) + 1;
        for (int operation = 0; operation < kOperations; ++operation) {
            for (int kind = 0; kind < kKinds; ++kind)
                lines.insert(describe({static_cast<ErrorKind>(kind), static_cast<Operation>(operation), {}, {}}));
        }
        QCOMPARE(lines.size(), static_cast<std::size_t>(kOperations * kKinds));
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "error_test.moc"
