#ifndef LUTRIN_COLLATE_H
#define LUTRIN_COLLATE_H

#include <stddef.h>

/// The order of a language's words, by ICU, which is loaded when it is first asked for: a program that is linked with it starts a millisecond later.
typedef struct lutrin_collator lutrin_collator;

/// By a BCP 47 tag. `letters_only` takes accents and case for no difference.
/// Returns NULL where the library is not there. A language that it does not know has the order that Unicode gives all of them.
lutrin_collator *lutrin_collator_open(const char *language, int letters_only);
void lutrin_collator_close(lutrin_collator *collator);

/// Less than zero, zero, or more than zero, for two texts in UTF-8.
int lutrin_collate(const lutrin_collator *collator, const char *a, size_t a_count, const char *b, size_t b_count);

/// The file that has to be there.
const char *lutrin_collator_library(void);

#endif
