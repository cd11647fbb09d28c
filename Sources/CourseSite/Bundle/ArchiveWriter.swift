import CZip

/// Writes ZIP files by libzip, from data that is compressed already, without extra fields and with one date for all files: the same
/// content is the same bytes.
enum ArchiveWriter {
    /// 1 January 1980, the earliest that a ZIP file can name, as DOS counts.
    private static let date: UInt16 = 1 << 5 | 1

    static func write(_ archive: Archive) throws(EnvironmentError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure("cannot make an archive", &error) }
        defer { zip_source_free(source) }
        // The archive releases its source when it closes; the finished bytes are read from it afterwards.
        zip_source_keep(source)
        guard let zip = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
            zip_source_free(source)
            throw failure("cannot make an archive", &error)
        }
        // libzip reads the data when the archive is closed, and releases each entry's box then.
        for entry in archive.entries {
            let box = Unmanaged.passRetained(EntryBox(entry))
            guard let data = zip_source_function(zip, readEntry, box.toOpaque()) else {
                box.release()
                defer { zip_discard(zip) }
                throw EnvironmentError("cannot add “\(entry.name)” to an archive")
            }
            let index = zip_file_add(zip, entry.name, data, ZIP_FL_ENC_UTF_8)
            guard index >= 0 else {
                zip_source_free(data)
                defer { zip_discard(zip) }
                throw EnvironmentError("cannot add “\(entry.name)” to an archive: \(String(cString: zip_strerror(zip)))")
            }
            let method = entry.isCompressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE
            zip_set_file_compression(zip, UInt64(index), method, 0)
            zip_file_set_dostime(zip, UInt64(index), 0, date, 0)
            // Plain files that everybody may read, as Unix writes it: what the machine allows its user must not show.
            zip_file_set_external_attributes(zip, UInt64(index), 0, UInt8(ZIP_OPSYS_UNIX), 0o100644 << 16)
        }
        guard zip_close(zip) == 0 else {
            defer { zip_discard(zip) }
            throw EnvironmentError("cannot write an archive: \(String(cString: zip_strerror(zip)))")
        }
        return try contents(of: source)
    }

    private static func contents(of source: OpaquePointer) throws(EnvironmentError) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_open(source) == 0 else { throw EnvironmentError("cannot read a finished archive") }
        defer { zip_source_close(source) }
        guard zip_source_stat(source, &status) == 0 else { throw EnvironmentError("cannot read a finished archive") }
        let size = Int(status.size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(buffer.count))))
        }
        guard bytes.count == size else { throw EnvironmentError("cannot read a finished archive") }
        return bytes
    }

    private static func failure(_ what: String, _ error: UnsafeMutablePointer<zip_error_t>) -> EnvironmentError {
        EnvironmentError("\(what): \(String(cString: zip_error_strerror(error)))")
    }
}

/// An entry while libzip reads it.
private final class EntryBox {
    let entry: Archive.Entry
    var position = 0

    init(_ entry: Archive.Entry) {
        self.entry = entry
    }
}

/// libzip's side of an entry: it asks for size and method, reads the compressed data, and lets go of the box in the end.
private func readEntry(_ user: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?, _ length: UInt64, _ command: zip_source_cmd_t)
    -> Int64
{
    guard let user else { return -1 }
    let box = Unmanaged<EntryBox>.fromOpaque(user)
    let source = box.takeUnretainedValue()
    switch command {
    case ZIP_SOURCE_OPEN:
        source.position = 0
        return 0
    case ZIP_SOURCE_READ:
        let count = min(Int(length), source.entry.data.count - source.position)
        source.entry.data.withUnsafeBytes { bytes in
            if let data, let start = bytes.baseAddress, count > 0 { data.copyMemory(from: start + source.position, byteCount: count) }
        }
        source.position += count
        return Int64(count)
    case ZIP_SOURCE_STAT:
        guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
        var status = zip_stat_t()
        zip_stat_init(&status)
        status.size = UInt64(source.entry.size)
        status.comp_size = UInt64(source.entry.data.count)
        status.comp_method = UInt16(source.entry.isCompressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE)
        status.crc = source.entry.checksum
        status.valid = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC)
        data.copyMemory(from: &status, byteCount: MemoryLayout<zip_stat_t>.size)
        return Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_ERROR:
        // No call above fails for a reason of its own: two zeros say so.
        guard let data, length >= 2 * MemoryLayout<Int32>.size else { return -1 }
        data.initializeMemory(as: Int32.self, repeating: 0, count: 2)
        return Int64(2 * MemoryLayout<Int32>.size)
    case ZIP_SOURCE_FREE:
        box.release()
        return 0
    case ZIP_SOURCE_SUPPORTS:
        return [ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE]
            .reduce(0) { $0 | Int64(1) << Int64($1.rawValue) }
    default: return -1
    }
}
