#define _GNU_SOURCE
#include "collate.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>

// The headers rename each function to one with ICU's version in its name, so that only the library that they belong to has it.
#define TEXT(name) #name
#define NAME(name) TEXT(name)
#define LIBRARY "libicui18n.so." NAME(U_ICU_VERSION_MAJOR_NUM)

struct lutrin_collator {
    UCollator *collator;
};

static struct {
    __typeof__(ucol_open) *open;
    __typeof__(ucol_close) *close;
    __typeof__(ucol_setStrength) *set_strength;
    __typeof__(ucol_strcollUTF8) *compare;
    __typeof__(uloc_forLanguageTag) *for_tag;
    int is_complete;
} icu;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    icu.open = (__typeof__(icu.open))dlsym(library, NAME(ucol_open));
    icu.close = (__typeof__(icu.close))dlsym(library, NAME(ucol_close));
    icu.set_strength = (__typeof__(icu.set_strength))dlsym(library, NAME(ucol_setStrength));
    icu.compare = (__typeof__(icu.compare))dlsym(library, NAME(ucol_strcollUTF8));
    // Of a library that the first one brings along.
    icu.for_tag = (__typeof__(icu.for_tag))dlsym(library, NAME(uloc_forLanguageTag));
    icu.is_complete = icu.open && icu.close && icu.set_strength && icu.compare && icu.for_tag;
}

lutrin_collator *lutrin_collator_open(const char *language, int letters_only) {
    pthread_once(&once, load);
    if (!icu.is_complete) return NULL;
    char name[ULOC_FULLNAME_CAPACITY];
    int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    icu.for_tag(language, name, sizeof name, &parsed, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) name[0] = 0;
    status = U_ZERO_ERROR;
    UCollator *opened = icu.open(name, &status);
    if (U_FAILURE(status)) return NULL;
    if (letters_only) icu.set_strength(opened, UCOL_PRIMARY);
    lutrin_collator *collator = malloc(sizeof *collator);
    if (!collator) {
        icu.close(opened);
        return NULL;
    }
    collator->collator = opened;
    return collator;
}

void lutrin_collator_close(lutrin_collator *collator) {
    if (!collator) return;
    icu.close(collator->collator);
    free(collator);
}

int lutrin_collate(const lutrin_collator *collator, const char *a, size_t a_count, const char *b, size_t b_count) {
    UErrorCode status = U_ZERO_ERROR;
    return (int)icu.compare(collator->collator, a, (int32_t)a_count, b, (int32_t)b_count, &status);
}

const char *lutrin_collator_library(void) {
    return LIBRARY;
}
