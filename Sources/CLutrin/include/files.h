#ifndef LUTRIN_FILES_H
#define LUTRIN_FILES_H

#include <spawn.h>

/// Exchanges two paths in one step (Linux's renameat2 with RENAME_EXCHANGE).
/// Returns 0, or -1 with errno: EINVAL or ENOSYS where the file system cannot.
int lutrin_exchange(const char *a, const char *b);

/// Opens a file for reading, if no part of its path is a symbolic link (Linux's openat2 with RESOLVE_NO_SYMLINKS).
/// Returns the descriptor, or -1 with errno: ELOOP where there is a link, ENOSYS where the system is older than Linux 5.6.
int lutrin_open_without_links(const char *path);

/// Makes everything written so far to the file system that holds `descriptor` durable. Returns 0, or -1 with errno.
int lutrin_sync_file_system(int descriptor);

/// What file system a path lies in, by its number in `linux/magic.h`; 0 where nobody knows (Linux's statfs, which Glibc's module leaves out).
unsigned lutrin_file_system(const char *path);

/// Has a program that is to be started get no descriptor from `first` on (glibc's posix_spawn_file_actions_addclosefrom_np, which Glibc's
/// module leaves out). Returns 0, or the number of an error.
int lutrin_spawn_closing_from(posix_spawn_file_actions_t *actions, int first);

#endif
