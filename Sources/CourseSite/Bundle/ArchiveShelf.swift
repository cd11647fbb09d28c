import Synchronization

/// The ZIP files of a course. Each is made when it is asked for first, from any thread, and kept.
final class ArchiveShelf: Sendable {
    /// Where an archive is kept. Whoever asks while it is made waits for it.
    private final class Place: Sendable {
        let bytes = Mutex<[UInt8]?>(nil)
    }

    private let copies: OfflineCopies
    private let workers: Workers
    private let places: Mutex<[Publication: Place]>

    convenience init(_ copies: OfflineCopies, workers: Workers) {
        self.init(copies, workers: workers, places: [:])
    }

    private init(_ copies: OfflineCopies, workers: Workers, places: [Publication: Place]) {
        self.copies = copies
        self.workers = workers
        self.places = Mutex(places)
    }

    /// The shelf of a course that differs from this one's in texts only. What holds none of the pages that show them is the same archive, made or not.
    /// - Parameter changed: pages that are not as they were, by edition.
    func replacing(_ course: Course, changed: [[Page]]) -> ArchiveShelf {
        func isStale(_ publication: Publication) -> Bool {
            changed.enumerated().contains { edition, pages in pages.contains { publication.contains($0, edition: edition) } }
        }
        let kept = places.withLock { $0.filter { !isStale($0.key) } }
        return ArchiveShelf(OfflineCopies(course: course, theme: copies.theme, files: copies.files), workers: workers, places: kept)
    }

    /// A failure is told to who asked, and not kept.
    func archive(_ publication: Publication, by deflate: Deflate? = nil) throws(EnvironmentError) -> [UInt8] {
        let place = places.withLock { places in
            if let place = places[publication] { return place }
            let place = Place()
            places[publication] = place
            return place
        }
        return try place.bytes.withLock { made throws(EnvironmentError) in
            if let made { return made }
            let bytes = try copies.archive(publication, by: deflate ?? Deflate())
            made = bytes
            return bytes
        }
    }

    /// Makes archives that are not there.
    func make(_ publications: [Publication], by workers: Workers) throws(EnvironmentError) {
        _ = try workers.map(publications.count, chunk: 1, state: Deflate.init) { deflate, index throws(EnvironmentError) in
            try archive(publications[index], by: deflate).count
        }
    }

    /// The sizes in bytes of archives, which are made if they are not there; one that cannot be made is left out: who asks for it is told why.
    func sizes(of publications: [Publication]) throws(EnvironmentError) -> [Publication: Int] {
        let sizes = try workers.map(publications.count, chunk: 1, state: Deflate.init) { deflate, index throws(EnvironmentError) in
            try? archive(publications[index], by: deflate).count
        }
        return Dictionary(uniqueKeysWithValues: zip(publications, sizes).compactMap { publication, size in size.map { (publication, $0) } })
    }
}
