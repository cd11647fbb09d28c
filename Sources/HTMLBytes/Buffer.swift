/// Values in a row that grows, for the hot loops. An array asks at each append whether it is shared, which costs more than most
/// appends there.
public struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<Element>
    @usableFromInline var capacity: Int
    @usableFromInline var stored = 0

    /// How many values there are.
    @inlinable
    public var count: Int { stored }

    /// With room for so many values before it has to grow.
    @inlinable
    public init(capacity: Int) {
        start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    @inlinable
    deinit { start.deallocate() }

    /// All values, as long as the buffer does not change.
    @inlinable
    public var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: stored) }

    /// The value added last.
    @inlinable
    public var last: Element? { stored > 0 ? start[stored - 1] : nil }

    /// A value by its place; one that is not there stops the program.
    @inlinable
    public subscript(index: Int) -> Element {
        _read {
            precondition(index >= 0 && index < stored)
            yield start[index]
        }
        _modify {
            precondition(index >= 0 && index < stored)
            yield &start[index]
        }
    }

    /// Keeps the memory.
    @inlinable
    public mutating func removeAll() { stored = 0 }

    /// Takes the last value away.
    @inlinable
    public mutating func popLast() -> Element? {
        guard stored > 0 else { return nil }
        stored -= 1
        return start[stored]
    }

    /// Adds a value.
    @inlinable @inline(__always)
    public mutating func append(_ element: Element) {
        if capacity == stored { grow(by: 1) }
        start[stored] = element
        stored += 1
    }

    /// Adds values.
    @inlinable @inline(__always)
    public mutating func append(_ elements: UnsafeBufferPointer<Element>) {
        guard let source = elements.baseAddress else { return }
        if capacity - stored < elements.count { grow(by: elements.count) }
        (start + stored).update(from: source, count: elements.count)
        stored += elements.count
    }

    @usableFromInline @inline(never)
    mutating func grow(by more: Int) {
        capacity = max(capacity * 2, stored + more)
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        grown.update(from: start, count: stored)
        start.deallocate()
        start = grown
    }
}
