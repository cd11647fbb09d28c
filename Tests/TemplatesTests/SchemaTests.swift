import Templates
import Testing

struct SchemaTests {
    @Test func theSchemaIsItsOwnDocumentation() {
        #expect(
            ExamplePage().schema.markdownTable == """
                | name | kind | meaning |
                |---|---|---|
                | `title` | text | The page’s title |
                | `number` | text | Its place in the module |
                | `body` | HTML | The page’s text |
                | `outline` | HTML | The course’s outline |
                | `isHome` | flag | Whether it is the first page |
                | `links` | list | Other pages |
                | `has-links` | flag | Whether there is anything in “links” |
                | `links / title` | text | What it says |
                | `links / url` | text | Where it leads |
                | `contents` | list | The page’s headings |
                | `has-contents` | flag | Whether there is anything in “contents” |
                | `contents / name` | text | The heading’s text |
                | `contents / parts` | list | The headings below it |
                | `contents / has-parts` | flag | Whether there is anything in “parts” |
                | `pager` | record | The pages before and after |
                | `pager.previous` | record | The page before |
                | `pager.previous.title` | text | What it says |
                | `pager.previous.url` | text | Where it leads |
                | `pager.next` | record | The page after |
                | `pager.next.title` | text | What it says |
                | `pager.next.url` | text | Where it leads |

                """)
    }
}
