/// Values in a row that grows, for the two hot loops. An array asks at each append whether it is shared, which costs more than most
/// appends here.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    private var start: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { start.deallocate() }

    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

    var last: Element? { count > 0 ? start[count - 1] : nil }

    subscript(index: Int) -> Element {
        _read {
            precondition(index >= 0 && index < count)
            yield start[index]
        }
        _modify {
            precondition(index >= 0 && index < count)
            yield &start[index]
        }
    }

    /// Keeps the memory.
    mutating func removeAll() { count = 0 }

    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return start[count]
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if capacity == count { grow(by: 1) }
        start[count] = element
        count += 1
    }

    @inline(__always)
    mutating func append(_ elements: UnsafeBufferPointer<Element>) {
        guard let source = elements.baseAddress else { return }
        if capacity - count < elements.count { grow(by: elements.count) }
        (start + count).update(from: source, count: elements.count)
        count += elements.count
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        capacity = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        grown.update(from: start, count: count)
        start.deallocate()
        start = grown
    }
}
