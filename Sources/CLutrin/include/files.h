#ifndef LUTRIN_FILES_H
#define LUTRIN_FILES_H

/// Exchanges two paths in one step (Linux's renameat2 with RENAME_EXCHANGE).
/// Returns 0, or -1 with errno: EINVAL or ENOSYS where the file system cannot.
int lutrin_exchange(const char *a, const char *b);

/// Makes everything written so far to the file system that holds `descriptor` durable. Returns 0, or -1 with errno.
int lutrin_sync_file_system(int descriptor);

#endif
