import Templates

/// How the blocks of a course look in one language.
final class BlockLayout: Sendable {
    private struct Variant: Hashable {
        let kind: BlockKind
        let hasTitle: Bool
        let isFurther: Bool
    }

    private let layout: Template
    private let fields: BlockFields
    private let shells: [Variant: ElementShell]

    init(_ layout: Template, fields: BlockFields) {
        var shells = [Variant: ElementShell]()
        for kind in BlockKind.allCases {
            for (hasTitle, isFurther) in [(true, false), (false, false), (false, true)] {
                shells[Variant(kind: kind, hasTitle: hasTitle, isFurther: isFurther)] = ElementShell(
                    layout, fields.record(kind, hasTitle: hasTitle, isFurther: isFurther, minutes: nil))
            }
        }
        self.layout = layout
        self.fields = fields
        self.shells = shells
    }

    /// Times differ from block to block, and are rendered where they occur: there are few.
    func shell(_ kind: BlockKind, hasTitle: Bool, isFurther: Bool, minutes: Int?) -> ElementShell {
        if minutes == nil, let shell = shells[Variant(kind: kind, hasTitle: hasTitle, isFurther: isFurther)] { return shell }
        return ElementShell(layout, fields.record(kind, hasTitle: hasTitle, isFurther: isFurther, minutes: minutes))
    }
}
