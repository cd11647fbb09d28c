/* The floor of the offline copies: libdeflate on the same bytes, and nothing else.
 *
 *     deflate FOLDER LEVEL [THREADS]
 *
 * Reads every file below FOLDER into memory; then compresses each by itself, as a ZIP does, into a
 * buffer that the next file overwrites. Prints "SECONDS FILES BYTES COMPRESSED_BYTES", where the
 * seconds are those of the compression, threads started and joined, and not of the reading.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <libdeflate.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 16, MAX_THREADS = 256 };

static struct file { char *bytes; size_t size; } *files;
static size_t file_count, file_capacity, largest, whole_size;
static atomic_size_t next_file, compressed_size;
static int level;

static void fail(const char *what) {
    fprintf(stderr, "deflate: %s: %s\n", what, strerror(errno));
    exit(3);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *info) {
    (void)info;
    if (kind != FTW_F) return 0;
    if (file_count == file_capacity) {
        file_capacity = file_capacity ? 2 * file_capacity : 1024;
        files = realloc(files, file_capacity * sizeof *files);
        if (!files) fail("memory");
    }
    size_t size = (size_t)status->st_size, have = 0;
    char *bytes = malloc(size ? size : 1);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (!bytes || file < 0) fail(path);
    while (have < size) {
        ssize_t got = read(file, bytes + have, size - have);
        if (got <= 0) fail(path);
        have += (size_t)got;
    }
    close(file);
    files[file_count++] = (struct file){bytes, size};
    whole_size += size;
    if (size > largest) largest = size;
    return 0;
}

static void *work(void *unused) {
    (void)unused;
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
    size_t room = libdeflate_deflate_compress_bound(compressor, largest), sum = 0, first;
    char *buffer = malloc(room);
    if (!compressor || !buffer) fail("memory");
    while ((first = atomic_fetch_add(&next_file, CHUNK)) < file_count)
        for (size_t i = first; i < first + CHUNK && i < file_count; i++)
            sum += libdeflate_deflate_compress(compressor, files[i].bytes, files[i].size, buffer, room);
    atomic_fetch_add(&compressed_size, sum);
    free(buffer);
    libdeflate_free_compressor(compressor);
    return NULL;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    int threads = argc > 3 ? atoi(argv[3]) : 1;
    level = argc > 2 ? atoi(argv[2]) : 0;
    if (argc < 3 || argc > 4 || threads < 1 || threads > MAX_THREADS || level < 1 || level > 12) {
        fputs("usage: deflate FOLDER LEVEL [THREADS]\n", stderr);
        return 2;
    }
    if (nftw(argv[1], visit, 64, FTW_PHYS) != 0) fail(argv[1]);

    double start = now();
    pthread_t others[MAX_THREADS];
    for (int i = 1; i < threads; i++)
        if ((errno = pthread_create(&others[i], NULL, work, NULL)) != 0) fail("thread");
    work(NULL);
    for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
    printf("%.6f %zu %zu %zu\n", now() - start, file_count, whole_size, compressed_size);
    return 0;
}
