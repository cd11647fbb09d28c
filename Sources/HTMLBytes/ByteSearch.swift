extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// Where a part of a text lies first; `nil` where it does not, and for an empty part.
    ///
    /// The standard library's `firstRange(of:)`, for collections of any kind, takes some hundred times as long.
    public func range(of part: some Collection<UInt8>) -> Range<Int>? {
        let part = Array(part)
        let place = withContiguousStorageIfAvailable { text in part.withUnsafeBufferPointer { text.firstPlace(of: $0) } }
        // What is not stored in one piece is not what pages are made of.
        let offset = place ?? Array(self).withUnsafeBufferPointer { text in part.withUnsafeBufferPointer { text.firstPlace(of: $0) } }
        return offset < count ? startIndex + offset..<startIndex + offset + part.count : nil
    }
}
