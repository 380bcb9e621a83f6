/* LD_PRELOAD library of the fault loops: counts the calls that change files below chosen folders, and at the N-th of
 * them kills the process, tears the write in two, or makes the call fail, once or from then on.
 *
 * ESSAIM_FAULT_CONTROL names a file that is mapped into every process under test and into the driver: see `struct
 * control`, which torture.py writes byte for byte. ESSAIM_FAULT_ROOTS names the folders, separated by colons. */
#define _GNU_SOURCE
/* The functions below are defined under their plain and their 64-bit names, which are the same here. */
#undef _FILE_OFFSET_BITS
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { OPEN, WRITE, PWRITE, SYNC, RENAME, UNLINK, TRUNCATE, ALLOCATE, COPY, MKDIR, RMDIR, LINK, KINDS };
enum action { COUNT, KILL, TEAR, FAIL, SHORT };

struct control {
    _Atomic uint32_t armed; /* 0: calls pass and are not counted */
    uint32_t action;        /* enum action */
    uint32_t error;         /* errno of FAIL */
    uint32_t forever;       /* 1: every call from `at` on, else that one only */
    uint32_t kinds;         /* bit mask of the kinds that count */
    _Atomic uint32_t at;    /* 1 = the first */
    _Atomic uint32_t calls; /* so far */
    _Atomic uint32_t injected;
    _Atomic uint32_t byKind[16];
    _Atomic uint32_t firstKind; /* kind of the first call that was hit, plus one */
    char firstPath[1020];
};

static struct control* control;
static char* roots[16];
static int rootCount;

__attribute__((constructor)) static void setUp(void) {
    const char* file = getenv("ESSAIM_FAULT_CONTROL");
    const char* list = getenv("ESSAIM_FAULT_ROOTS");
    if (!file || !list)
        return;
    char* copy = strdup(list);
    for (char* root = strtok(copy, ":"); root && rootCount < 16; root = strtok(NULL, ":"))
        roots[rootCount++] = root;
    const int fd = (int)syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC, 0);
    if (fd < 0)
        return;
    void* place = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    syscall(SYS_close, fd);
    if (place != MAP_FAILED)
        control = place;
}

static int isWatched(const char* path) {
    for (int i = 0; i < rootCount; ++i) {
        const size_t length = strlen(roots[i]);
        if (strncmp(path, roots[i], length) == 0 && (path[length] == '/' || path[length] == '\0'))
            return 1;
    }
    return 0;
}

/* The path behind a descriptor, or of a path relative to one; empty for pipes and sockets. */
static void pathOf(int fd, const char* relative, char* out, size_t size) {
    out[0] = '\0';
    if (relative && relative[0] == '/') {
        snprintf(out, size, "%s", relative);
        return;
    }
    char link[64];
    if (fd == AT_FDCWD)
        snprintf(link, sizeof link, "/proc/self/cwd");
    else
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, out, size - 1);
    out[length > 0 ? length : 0] = '\0';
    if (relative && length > 0)
        snprintf(out + length, size - (size_t)length, "/%s", relative);
}

static _Noreturn void die(void) {
    for (;;)
        syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
}

/* A full disk refuses what needs room, and nothing else. */
static int applies(enum kind kind) {
    return control->action != FAIL || control->error != ENOSPC || (kind != UNLINK && kind != RMDIR);
}

/* What is to be done to this call: COUNT (let it pass), TEAR, FAIL or SHORT; KILL does not come back. */
static enum action judge(enum kind kind, int fd, const char* relative) {
    if (!control || !atomic_load(&control->armed) || !(control->kinds & (1U << kind)))
        return COUNT;
    const int saved = errno;
    char path[1024];
    pathOf(fd, relative, path, sizeof path);
    errno = saved;
    if (!isWatched(path))
        return COUNT;
    atomic_fetch_add(&control->byKind[kind], 1);
    const uint32_t number = atomic_fetch_add(&control->calls, 1) + 1;
    const uint32_t at = atomic_load(&control->at);
    if (control->action == COUNT || at == 0 || number < at || (number > at && !control->forever) || !applies(kind))
        return COUNT;
    if (atomic_fetch_add(&control->injected, 1) == 0) {
        memcpy(control->firstPath, path, sizeof control->firstPath - 1);
        atomic_store(&control->firstKind, (uint32_t)kind + 1);
    }
    if (control->action == KILL)
        die();
    return (enum action)control->action;
}

/* 1: the call fails, errno is set. Tearing and shortening concern writes alone; other calls are killed or pass. */
static int isRefused(enum kind kind, int fd, const char* relative) {
    switch (judge(kind, fd, relative)) {
    case TEAR:
        die();
    case FAIL:
        errno = (int)control->error;
        return 1;
    default:
        return 0;
    }
}

#define REAL(type, name, ...)                                                                                          \
    static type (*real)(__VA_ARGS__);                                                                                  \
    if (!real)                                                                                                         \
    real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int isForWriting(int flags) {
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

static mode_t modeOf(int flags, va_list arguments) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if (isForWriting(flags) && isRefused(OPEN, AT_FDCWD, path))
        return -1;
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) __attribute__((alias("open")));

int openat(int fd, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if (isForWriting(flags) && isRefused(OPEN, fd, path))
        return -1;
    return (int)syscall(SYS_openat, fd, path, flags, mode);
}
int openat64(int fd, const char* path, int flags, ...) __attribute__((alias("openat")));

int creat(const char* path, mode_t mode) {
    return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char* path, mode_t mode) __attribute__((alias("creat")));

FILE* fopen(const char* path, const char* mode) {
    REAL(FILE*, "fopen", const char*, const char*);
    if (strpbrk(mode, "wa+") && isRefused(OPEN, AT_FDCWD, path))
        return NULL;
    return real(path, mode);
}
FILE* fopen64(const char* path, const char* mode) __attribute__((alias("fopen")));

/* Half of the bytes when the write is torn or short, all of them otherwise; -1 when it is refused. */
static ssize_t admitted(enum kind kind, int fd, size_t count, int* dies) {
    *dies = 0;
    switch (judge(kind, fd, NULL)) {
    case TEAR:
        *dies = 1;
        return (ssize_t)(count / 2);
    case SHORT:
        return (ssize_t)(count > 1 ? count / 2 : count);
    case FAIL:
        errno = (int)control->error;
        return -1;
    default:
        return (ssize_t)count;
    }
}

ssize_t write(int fd, const void* bytes, size_t count) {
    int dies;
    const ssize_t some = admitted(WRITE, fd, count, &dies);
    const ssize_t result = some < 0 ? -1 : syscall(SYS_write, fd, bytes, (size_t)some);
    if (dies)
        die();
    return result;
}

ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset) {
    int dies;
    const ssize_t some = admitted(PWRITE, fd, count, &dies);
    const ssize_t result = some < 0 ? -1 : syscall(SYS_pwrite64, fd, bytes, (size_t)some, offset);
    if (dies)
        die();
    return result;
}
ssize_t pwrite64(int fd, const void* bytes, size_t count, off_t offset) __attribute__((alias("pwrite")));

ssize_t writev(int fd, const struct iovec* parts, int count) {
    int dies;
    const ssize_t some = admitted(WRITE, fd, (size_t)count, &dies);
    const ssize_t result = some < 0 ? -1 : syscall(SYS_writev, fd, parts, (int)some);
    if (dies)
        die();
    return result;
}

ssize_t pwritev(int fd, const struct iovec* parts, int count, off_t offset) {
    int dies;
    const ssize_t some = admitted(PWRITE, fd, (size_t)count, &dies);
    const ssize_t result = some < 0 ? -1 : syscall(SYS_pwritev, fd, parts, (int)some, offset, 0);
    if (dies)
        die();
    return result;
}
ssize_t pwritev64(int fd, const struct iovec* parts, int count, off_t offset) __attribute__((alias("pwritev")));

int fsync(int fd) {
    return isRefused(SYNC, fd, NULL) ? -1 : (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd) {
    return isRefused(SYNC, fd, NULL) ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int syncfs(int fd) {
    return isRefused(SYNC, fd, NULL) ? -1 : (int)syscall(SYS_syncfs, fd);
}

int renameat2(int fromFd, const char* from, int toFd, const char* to, unsigned flags) {
    return isRefused(RENAME, toFd, to) ? -1 : (int)syscall(SYS_renameat2, fromFd, from, toFd, to, flags);
}

int renameat(int fromFd, const char* from, int toFd, const char* to) {
    return renameat2(fromFd, from, toFd, to, 0);
}

int rename(const char* from, const char* to) {
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlinkat(int fd, const char* path, int flags) {
    const enum kind kind = (flags & AT_REMOVEDIR) != 0 ? RMDIR : UNLINK;
    return isRefused(kind, fd, path) ? -1 : (int)syscall(SYS_unlinkat, fd, path, flags);
}

int unlink(const char* path) {
    return unlinkat(AT_FDCWD, path, 0);
}

int rmdir(const char* path) {
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int remove(const char* path) {
    struct stat information;
    const int isFolder = lstat(path, &information) == 0 && S_ISDIR(information.st_mode);
    return isFolder ? rmdir(path) : unlink(path);
}

int ftruncate(int fd, off_t length) {
    return isRefused(TRUNCATE, fd, NULL) ? -1 : (int)syscall(SYS_ftruncate, fd, length);
}
int ftruncate64(int fd, off_t length) __attribute__((alias("ftruncate")));

int truncate(const char* path, off_t length) {
    return isRefused(TRUNCATE, AT_FDCWD, path) ? -1 : (int)syscall(SYS_truncate, path, length);
}
int truncate64(const char* path, off_t length) __attribute__((alias("truncate")));

int fallocate(int fd, int mode, off_t offset, off_t length) {
    return isRefused(ALLOCATE, fd, NULL) ? -1 : (int)syscall(SYS_fallocate, fd, mode, offset, length);
}
int fallocate64(int fd, int mode, off_t offset, off_t length) __attribute__((alias("fallocate")));

int posix_fallocate(int fd, off_t offset, off_t length) { /* its error is the result, not errno */
    REAL(int, "posix_fallocate", int, off_t, off_t);
    return isRefused(ALLOCATE, fd, NULL) ? errno : real(fd, offset, length);
}
int posix_fallocate64(int fd, off_t offset, off_t length) __attribute__((alias("posix_fallocate")));

ssize_t copy_file_range(int from, off64_t* fromAt, int to, off64_t* toAt, size_t count, unsigned flags) {
    int dies;
    const ssize_t some = admitted(COPY, to, count, &dies);
    const ssize_t result = some < 0 ? -1 : syscall(SYS_copy_file_range, from, fromAt, to, toAt, (size_t)some, flags);
    if (dies)
        die();
    return result;
}

ssize_t sendfile(int to, int from, off_t* offset, size_t count) {
    int dies;
    const ssize_t some = admitted(COPY, to, count, &dies);
    const ssize_t result = some < 0 ? -1 : syscall(SYS_sendfile, to, from, offset, (size_t)some);
    if (dies)
        die();
    return result;
}
ssize_t sendfile64(int to, int from, off_t* offset, size_t count) __attribute__((alias("sendfile")));

int mkdirat(int fd, const char* path, mode_t mode) {
    return isRefused(MKDIR, fd, path) ? -1 : (int)syscall(SYS_mkdirat, fd, path, mode);
}

int mkdir(const char* path, mode_t mode) {
    return mkdirat(AT_FDCWD, path, mode);
}

int linkat(int fromFd, const char* from, int toFd, const char* to, int flags) {
    return isRefused(LINK, toFd, to) ? -1 : (int)syscall(SYS_linkat, fromFd, from, toFd, to, flags);
}

int link(const char* from, const char* to) {
    return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int symlinkat(const char* target, int fd, const char* path) {
    return isRefused(LINK, fd, path) ? -1 : (int)syscall(SYS_symlinkat, target, fd, path);
}

int symlink(const char* target, const char* path) {
    return symlinkat(target, AT_FDCWD, path);
}
