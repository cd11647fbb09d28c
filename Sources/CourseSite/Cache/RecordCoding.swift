/// Puts a record into bytes: numbers little-endian, texts behind their length.
struct RecordWriter {
    private(set) var bytes: [UInt8]

    /// - Parameter capacity: how many bytes it will be, as far as is known.
    init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    mutating func write(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: Int64(truncatingIfNeeded: number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ part: ArraySlice<UInt8>) {
        write(part.count)
        bytes.append(contentsOf: part)
    }

    mutating func write(_ fingerprint: Fingerprint) {
        write(fingerprint.high)
        write(fingerprint.low)
    }

    mutating func write(_ stamp: FileStamp) {
        write(stamp.size)
        write(stamp.modified)
        write(stamp.changed)
        write(stamp.inode)
    }

    mutating func write<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    mutating func write<Value>(_ values: [Value], _ body: (inout RecordWriter, Value) -> Void) {
        write(values.count)
        for value in values { body(&self, value) }
    }
}

/// Takes a record out of bytes that may be anything: what does not fit is an error, never a crash.
struct RecordReader {
    struct Damage: Error {}

    private let record: ArraySlice<UInt8>
    /// In the record, where what is left begins.
    private var start: Int

    init(_ bytes: ArraySlice<UInt8>) {
        record = bytes
        start = bytes.startIndex
    }

    var isAtEnd: Bool { start == record.endIndex }

    /// What is left.
    var rest: ArraySlice<UInt8> { record[start...] }

    private var bytesLeft: Int { record.endIndex - start }

    private mutating func take(_ count: Int) throws(Damage) -> Range<Int> {
        guard count >= 0, count <= bytesLeft else { throw Damage() }
        defer { start += count }
        return start..<start + count
    }

    mutating func int64() throws(Damage) -> Int64 {
        let offset = try take(8).lowerBound - record.startIndex
        return Int64(littleEndian: record.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int64.self) })
    }

    mutating func int() throws(Damage) -> Int { Int(try int64()) }

    mutating func flag() throws(Damage) -> Bool { record[try take(1).lowerBound] == 1 }

    mutating func text() throws(Damage) -> String {
        String(decoding: record[try take(try int())], as: UTF8.self)
    }

    /// Bytes as they were written, not copied.
    mutating func bytes() throws(Damage) -> ArraySlice<UInt8> { record[try take(try int())] }

    mutating func fingerprint() throws(Damage) -> Fingerprint {
        Fingerprint(high: UInt64(bitPattern: try int64()), low: UInt64(bitPattern: try int64()))
    }

    mutating func stamp() throws(Damage) -> FileStamp {
        FileStamp(size: try int(), modified: try int64(), changed: try int64(), inode: UInt64(bitPattern: try int64()))
    }

    mutating func optional<Value>(_ body: (inout RecordReader) throws(Damage) -> Value) throws(Damage) -> Value? {
        try flag() ? try body(&self) : nil
    }

    mutating func array<Value>(_ body: (inout RecordReader) throws(Damage) -> Value) throws(Damage) -> [Value] {
        let count = try int()
        // Each value takes a byte at least: a count beyond that is damage, not a reason to ask for memory.
        guard count >= 0, count <= bytesLeft else { throw Damage() }
        var values = [Value]()
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }
}
