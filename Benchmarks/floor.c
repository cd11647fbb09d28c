/* The floor: the least that any generator built on libcmark-gfm must do.
 *
 *     floor CONTENT OUTPUT [THREADS]
 *
 * Reads every .md file below CONTENT, skips its front matter, renders the rest with
 * libcmark-gfm and writes it as .html to the same place below OUTPUT. No links, no
 * templates, no navigation. Link libcmark-gfm dynamically: see the thread cure below.
 */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 16, OPTIONS = CMARK_OPT_FOOTNOTES, MAX_THREADS = 256 };

static const char *const extension_names[] = {"table", "strikethrough", "autolink"};
enum { EXTENSIONS = sizeof extension_names / sizeof *extension_names };

static void fail(const char *what) {
    fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
    exit(3);
}

/* --- The thread cure -------------------------------------------------------------------
 * Each parse sets extension characters in a global table and clears them when it ends,
 * under the feet of other threads. This definition comes before the library's own and
 * forwards only the calls that add. */

typedef void (*manage_function)(cmark_parser *, int);
static manage_function library_manage;

void cmark_manage_extensions_special_characters(cmark_parser *parser, int add) {
    if (add) library_manage(parser, add);
}

/* --- One bump allocator per thread ------------------------------------------------------
 * Every block carries its size in front, for realloc; freeing happens once per page. */

enum { ARENA = 1 << 30, ALIGN = 16 };

static _Thread_local char *arena, *arena_top;

static void *bump(size_t size) {
    size_t whole = ALIGN + ((size + ALIGN - 1) & ~(size_t)(ALIGN - 1));
    if (whole > (size_t)(arena + ARENA - arena_top)) {
        errno = ENOMEM;
        fail("a page needs more than the arena");
    }
    *(size_t *)arena_top = size;
    void *block = arena_top + ALIGN;
    arena_top += whole;
    return block;
}

static void *bump_calloc(size_t count, size_t size) {
    return memset(bump(count * size), 0, count * size);
}

static void *bump_realloc(void *old, size_t size) {
    size_t old_size = old ? ((size_t *)((char *)old - ALIGN))[0] : 0;
    if (size <= old_size) return old;
    void *new = bump(size);
    if (old) memcpy(new, old, old_size);
    return new;
}

static void bump_free(void *block) { (void)block; }

static cmark_mem bump_memory = {bump_calloc, bump_realloc, bump_free};

/* --- The list of pages --------------------------------------------------------------- */

static struct page { char *source, *output; size_t size; } *pages;
static size_t page_count, page_capacity, content_length;
static const char *output_root;

static char *output_path(const char *source) {
    char *path;
    if (asprintf(&path, "%s%s", output_root, source + content_length) < 0) fail("memory");
    return path;
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *info) {
    (void)info;
    if (kind == FTW_D) {
        char *folder = output_path(path);
        if (mkdir(folder, 0777) != 0 && errno != EEXIST) fail(folder);
        free(folder);
        return 0;
    }
    size_t length = strlen(path);
    if (kind != FTW_F || length < 3 || strcmp(path + length - 3, ".md") != 0) return 0;
    if (page_count == page_capacity) {
        page_capacity = page_capacity ? 2 * page_capacity : 1024;
        pages = realloc(pages, page_capacity * sizeof *pages);
        if (!pages) fail("memory");
    }
    char *output = output_path(path);
    output = realloc(output, strlen(output) + 3);
    if (!output) fail("memory");
    strcpy(output + strlen(output) - 3, ".html");
    pages[page_count++] = (struct page){strdup(path), output, (size_t)status->st_size};
    return 0;
}

/* --- One page ------------------------------------------------------------------------ */

static char *read_page(const struct page *page) {
    int file = open(page->source, O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(page->source);
    char *text = bump(page->size + 1);
    size_t have = 0;
    while (have < page->size) {
        ssize_t got = read(file, text + have, page->size - have);
        if (got <= 0) fail(page->source);
        have += (size_t)got;
    }
    text[have] = 0;
    close(file);
    return text;
}

static const char *after_front_matter(const char *text) {
    if (strncmp(text, "---\n", 4) != 0) return text;
    const char *end = strstr(text + 3, "\n---\n");
    return end ? end + 5 : text;
}

static void write_page(const char *path, const char *bytes, size_t size) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) fail(path);
    while (size > 0) {
        ssize_t put = write(file, bytes, size);
        if (put < 0) fail(path);
        bytes += put;
        size -= (size_t)put;
    }
    if (close(file) != 0) fail(path);
}

static cmark_syntax_extension *extensions[EXTENSIONS];

static void render_page(const struct page *page) {
    arena_top = arena;
    const char *text = read_page(page);
    const char *body = after_front_matter(text);
    cmark_parser *parser = cmark_parser_new_with_mem(OPTIONS, &bump_memory);
    for (int i = 0; i < EXTENSIONS; i++)
        cmark_parser_attach_syntax_extension(parser, extensions[i]);
    cmark_parser_feed(parser, body, page->size - (size_t)(body - text));
    cmark_node *tree = cmark_parser_finish(parser);
    char *html = cmark_render_html_with_mem(
        tree, OPTIONS, cmark_parser_get_syntax_extensions(parser), &bump_memory);
    write_page(page->output, html, strlen(html));
}

/* --- Threads ------------------------------------------------------------------------- */

static atomic_size_t next_page;

static void *work(void *unused) {
    (void)unused;
    arena = mmap(NULL, ARENA, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (arena == MAP_FAILED) fail("mmap");
    size_t first;
    while ((first = atomic_fetch_add(&next_page, CHUNK)) < page_count)
        for (size_t i = first; i < first + CHUNK && i < page_count; i++)
            render_page(&pages[i]);
    return NULL;
}

static void load_library(void) {
    library_manage = (manage_function)dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
    if (!library_manage) {
        fputs("floor: libcmark-gfm must be linked dynamically\n", stderr);
        exit(3);
    }
    cmark_gfm_core_extensions_ensure_registered();
    for (int i = 0; i < EXTENSIONS; i++)
        extensions[i] = cmark_find_syntax_extension(extension_names[i]);
}

int main(int argc, char **argv) {
    int threads = argc > 3 ? atoi(argv[3]) : 1;
    if (argc < 3 || argc > 4 || threads < 1 || threads > MAX_THREADS) {
        fputs("usage: floor CONTENT OUTPUT [THREADS]\n", stderr);
        return 2;
    }
    content_length = strlen(argv[1]);
    output_root = argv[2];
    load_library();
    if (nftw(argv[1], visit, 64, FTW_PHYS) != 0) fail(argv[1]);

    pthread_t others[MAX_THREADS];
    for (int i = 1; i < threads; i++)
        if ((errno = pthread_create(&others[i], NULL, work, NULL)) != 0) fail("thread");
    work(NULL);
    for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
    return 0;
}
