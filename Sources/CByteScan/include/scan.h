#ifndef LUTRIN_SCAN_H
#define LUTRIN_SCAN_H

#include <stddef.h>
#include <stdint.h>

enum {
    /// How many different bytes are looked for at once, at most.
    lutrin_needle_count = 12,
    /// How often each of them is repeated.
    lutrin_needle_width = 16,
};

/// The first of `& < > "` in a text from `start` on; `end` where there is none.
size_t lutrin_scan_special(const uint8_t *text, size_t start, size_t end);

/// The first byte from `start` on that is not ASCII; `end` where there is none.
size_t lutrin_scan_high(const uint8_t *text, size_t start, size_t end);

/// The first byte from `start` on that is one of `needles`; `end` where there is none.
/// The needles: as many bytes as can be, each `lutrin_needle_width` times; where there are fewer, some stand there twice.
size_t lutrin_scan_any(const uint8_t *text, size_t start, size_t end, const uint8_t *needles);

/// Where a part, of at least one byte, lies first in a text; `count` where it does not.
size_t lutrin_scan_part(const uint8_t *text, size_t count, const uint8_t *part, size_t part_count);

#endif
