import Diagnostics

/// A value with the place where its author wrote it.
struct Located<Value: Sendable>: Sendable {
    let value: Value
    let start: SourcePosition
    let end: SourcePosition
}

extension Located: Equatable where Value: Equatable {}
