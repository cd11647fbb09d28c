// Searches through text sixteen bytes at a time. In C, because Swift compares the lanes of a vector one by one.

#define _GNU_SOURCE
#include "scan.h"

#include <string.h>

typedef uint8_t lanes16 __attribute__((vector_size(16)));
typedef uint8_t lanes8 __attribute__((vector_size(8)));
typedef uint64_t halves __attribute__((vector_size(16)));

// The place of the first lane that is set; 16 where none is. Both byte orders that matter are little-endian.
static inline __attribute__((always_inline)) size_t first16(lanes16 found) {
    halves half = (halves)found;
    if (!(half[0] | half[1])) return 16;
    return half[0] ? (size_t)__builtin_ctzll(half[0]) / 8 : 8 + (size_t)__builtin_ctzll(half[1]) / 8;
}

static inline __attribute__((always_inline)) size_t first8(lanes8 found) {
    uint64_t bits = (uint64_t)found;
    return bits ? (size_t)__builtin_ctzll(bits) / 8 : 8;
}

// MATCHES says of `bytes`, a vector of any width or a single byte, which are looked for.
// What is left at the end is looked at together with bytes before it, which are known to be none.
#define SCAN(MATCHES)                                                        \
    size_t index = start, place;                                             \
    for (; index + 16 <= end; index += 16) {                                 \
        lanes16 bytes;                                                       \
        memcpy(&bytes, text + index, 16);                                    \
        if ((place = first16((lanes16)(MATCHES))) < 16) return index + place; \
    }                                                                        \
    if (index == end) return end;                                            \
    if (end - start >= 16) {                                                 \
        lanes16 bytes;                                                       \
        memcpy(&bytes, text + end - 16, 16);                                 \
        place = first16((lanes16)(MATCHES));                                 \
        return end - 16 + place;                                             \
    }                                                                        \
    if (end - start >= 8) {                                                  \
        lanes8 bytes;                                                        \
        memcpy(&bytes, text + start, 8);                                     \
        if ((place = first8((lanes8)(MATCHES))) < 8) return start + place;    \
        memcpy(&bytes, text + end - 8, 8);                                   \
        return end - 8 + first8((lanes8)(MATCHES));                          \
    }                                                                        \
    for (; index < end; index++) {                                           \
        uint8_t bytes = text[index];                                         \
        if (MATCHES) break;                                                  \
    }                                                                        \
    return index

// `<` and `>` differ in one bit only, `"` and `&` too.
size_t lutrin_scan_special(const uint8_t *text, size_t start, size_t end) {
    SCAN(((bytes & 0xFD) == 0x3C) | ((bytes & 0xFB) == 0x22));
}

size_t lutrin_scan_high(const uint8_t *text, size_t start, size_t end) {
    SCAN(bytes >= 0x80);
}

// A vector of one needle, as wide as `bytes`.
#define IS(number)                                                                                     \
    (bytes == ({                                                                                       \
         __typeof__(bytes) needle;                                                                     \
         memcpy(&needle, needles + number * lutrin_needle_width, sizeof needle);                        \
         needle;                                                                                       \
     }))

size_t lutrin_scan_any(const uint8_t *text, size_t start, size_t end, const uint8_t *needles) {
    SCAN(IS(0) | IS(1) | IS(2) | IS(3) | IS(4) | IS(5) | IS(6) | IS(7) | IS(8) | IS(9) | IS(10) | IS(11));
}

// Glibc's module for Swift leaves memmem out.
size_t lutrin_scan_part(const uint8_t *text, size_t count, const uint8_t *part, size_t part_count) {
    const uint8_t *found = memmem(text, count, part, part_count);
    return found ? (size_t)(found - text) : count;
}
