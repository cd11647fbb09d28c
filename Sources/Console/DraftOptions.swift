import ArgumentParser

/// Whether drafts are pages, too.
package struct DraftOptions: ParsableArguments {
    @Flag(name: .customLong("drafts"), help: "Take pages in that say “draft: true”.")
    package var areTaken = false

    package init() {}
}
