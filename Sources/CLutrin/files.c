#define _GNU_SOURCE
#include "files.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int lutrin_exchange(const char *a, const char *b) {
    return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

int lutrin_sync_file_system(int descriptor) {
    return syncfs(descriptor);
}
