extension Markup {
    /// The node of an ordinal that a parse of the same text gave.
    public func node(at ordinal: Int) -> Node? {
        storage.nodes.indices.contains(ordinal) ? Node(storage: storage, index: ordinal) : nil
    }
}

extension Markup.Node {
    /// Its place in the tree in reading order, from 0, which is the document. The same text parsed again gives the same ordinals, with and
    /// without recovered positions.
    public var ordinal: Int { index }

    /// The kind of an alert as it is written, `NOTE`; nil for what is none.
    public var alertKind: Markup.Bytes? {
        alertMarker.map { storage.source[$0.kind] }
    }

    /// What stands behind the kind in the brackets of an alert, `20 min`; nil where nothing does.
    public var alertDetail: Markup.Bytes? {
        alertMarker?.detail.map { storage.source[$0] }
    }

    /// The id at the end of an alert's title; nil where there is none.
    public var alertID: Markup.Bytes? {
        alertMarker?.id.map { storage.source[$0] }
    }

    /// The tree that it stands in.
    public var tree: Markup { Markup(storage: storage) }
}
