// What libcmark-gfm needs from C: a cure for its global state, and an allocator that costs next to nothing.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CLutrin.h"

// MARK: - Threads

// Each parse enters the special characters of its extensions into a global table and takes them out again at its end, under the
// feet of every other parse. This definition stands before the library's own (which is why it must be linked dynamically) and lets
// only the entering calls through. The characters then stay special, which no parse without the extensions can tell.
void cmark_manage_extensions_special_characters(void *parser, int add) {
    static void (*original)(void *, int);
    void (*call)(void *, int) = __atomic_load_n(&original, __ATOMIC_RELAXED);
    if (!call) {
        call = (void (*)(void *, int))dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
        __atomic_store_n(&original, call, __ATOMIC_RELAXED);
    }
    if (add && call) call(parser, add);
}

// MARK: - Memory

enum {
    alignment = 16,
    cleaned_at_once = 1920,
    smallest_block = 256 << 10,
    largest_kept = 8 << 20,
};

typedef struct block {
    struct block *next;
    size_t size, used;
    size_t clean;  // up to where it is zero, as most of what the library asks for is to be
    _Alignas(16) unsigned char bytes[];
} block;

struct lutrin_arena {
    block *current;  // and behind it the full ones
};

static __thread lutrin_arena *arena_in_use;

static block *new_block(size_t size, block *next) {
    block *made = malloc(sizeof(block) + size);
    if (!made) abort();  // as the library does: it has no way to report it
    made->next = next;
    made->size = size;
    made->used = made->clean = 0;
    return made;
}

// Whether there is room for so many bytes more, which are then zero.
static int has_room(block *current, size_t needed) {
    if (__builtin_expect(current->clean - current->used >= needed, 1)) return 1;
    size_t room = current->size - current->clean, wanted = needed > cleaned_at_once ? needed : cleaned_at_once;
    if (current->size - current->used < needed) return 0;
    size_t count = wanted < room ? wanted : room;
    memset(current->bytes + current->clean, 0, count);
    current->clean += count;
    return 1;
}

static size_t rounded(size_t size) { return (size + alignment - 1) & ~(size_t)(alignment - 1); }

// Before each allocation stands its size, for `realloc`.
static void *allocate(size_t size) {
    lutrin_arena *arena = arena_in_use;
    size_t needed = rounded(size) + alignment;
    block *current = arena->current;
    if (!has_room(current, needed)) {
        size_t next_size = current->size * 2;
        current = arena->current = new_block(next_size > needed ? next_size : needed, current);
        has_room(current, needed);
    }
    unsigned char *start = current->bytes + current->used;
    current->used += needed;
    *(size_t *)start = size;
    return start + alignment;
}

static void *arena_calloc(size_t count, size_t size) { return allocate(count * size); }

static void *arena_realloc(void *old, size_t size) {
    if (!old) return allocate(size);
    size_t *header = (size_t *)((unsigned char *)old - alignment);
    size_t old_size = *header;
    if (size <= rounded(old_size)) {
        *header = size > old_size ? size : old_size;
        return old;
    }
    // The last allocation of the block grows where it is.
    block *current = arena_in_use->current;
    size_t more = rounded(size) - rounded(old_size);
    if ((unsigned char *)old + rounded(old_size) == current->bytes + current->used && has_room(current, more)) {
        current->used += more;
        *header = size;
        return old;
    }
    return memcpy(allocate(size), old, old_size);
}

static void arena_free(void *old) { (void)old; }

lutrin_arena *lutrin_arena_new(void) {
    lutrin_arena *arena = malloc(sizeof *arena);
    if (!arena) abort();
    arena->current = new_block(smallest_block, NULL);
    return arena;
}

static void free_blocks(block *first) {
    while (first) {
        block *next = first->next;
        free(first);
        first = next;
    }
}

void lutrin_arena_free(lutrin_arena *arena) {
    free_blocks(arena->current);
    free(arena);
}

void lutrin_arena_reset(lutrin_arena *arena) {
    block *current = arena->current;
    free_blocks(current->next);
    current->next = NULL;
    current->used = current->clean = 0;
    if (current->size > largest_kept) {
        free(current);
        arena->current = new_block(smallest_block, NULL);
    }
}

void lutrin_arena_use(lutrin_arena *arena) { arena_in_use = arena; }

void *lutrin_parser_memory(void) {
    static struct {
        void *(*calloc)(size_t, size_t);
        void *(*realloc)(void *, size_t);
        void (*free)(void *);
    } memory = {arena_calloc, arena_realloc, arena_free};
    return &memory;
}
