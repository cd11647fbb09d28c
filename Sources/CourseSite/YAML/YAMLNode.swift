import Diagnostics

/// A YAML value with the place where it stands. Scalars are text until a key's table gives them a type, so `no`, `off` and `1.10`
/// are what their author wrote.
struct YAMLNode: Sendable {
    indirect enum Value: Sendable {
        /// `quoted` tells `"12"` from `12`, and `""` from nothing.
        case scalar(String, quoted: Bool)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    let value: Value
    /// 1-based line and column in the whole file; the end is exclusive.
    let start: SourcePosition
    let end: SourcePosition

    /// The kind of value in a message: `a text`, `a list`, `a mapping`.
    var kindName: String {
        switch value {
        case .scalar("", quoted: false): "nothing"
        case .scalar: "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

/// Why a text is not YAML that is accepted here.
struct YAMLError: Error, Hashable, Sendable {
    /// A sentence without a full stop.
    let message: String
    let help: String
    let position: SourcePosition
}
