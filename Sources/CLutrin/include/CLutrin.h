#ifndef LUTRIN_H
#define LUTRIN_H

#include <stddef.h>

#include "collate.h"
#include "files.h"

/// Memory for one parse after another: each allocation is a step forward, nothing is freed singly, and a reset takes everything back.
typedef struct lutrin_arena lutrin_arena;

lutrin_arena *lutrin_arena_new(void);
void lutrin_arena_free(lutrin_arena *arena);

/// Takes back all memory handed out, which must not be used any more, and keeps some for the next parse.
void lutrin_arena_reset(lutrin_arena *arena);

/// Makes the arena the one from which `lutrin_parser_memory` serves the calling thread; NULL takes it away.
void lutrin_arena_use(lutrin_arena *arena);

/// An allocator for `cmark_parser_new_with_mem`, by the layout of `cmark_mem`. It serves from the calling thread's arena.
void *lutrin_parser_memory(void);

#endif
