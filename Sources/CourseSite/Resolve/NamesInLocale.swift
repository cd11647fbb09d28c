import Diagnostics
import Synchronization

/// All that a link could mean, relative to a locale's folder; put together when the first link leads nowhere.
final class NamesInLocale: Sendable {
    /// Up to this many names a link is compared with all of them; in a larger course with those of one folder, so that thousands of broken links
    /// do not mean millions of comparisons each.
    private static let most = 2_000

    private enum Lists {
        case all(NameList)
        case byFolder([Substring: NameList])
    }

    private let names: @Sendable () -> [String]
    private let made = Mutex<Lists?>(nil)

    init(_ names: @escaping @Sendable () -> [String]) {
        self.names = names
    }

    /// The names that a path may have meant.
    /// - Parameter folder: that of the page with the link, where the path names none that exists.
    func list(for path: String, from folder: String?) -> NameList {
        let lists = made.withLock { made in
            let lists = made ?? makeLists()
            made = lists
            return lists
        }
        switch lists {
        case .all(let list): return list
        case .byFolder(let lists): return lists[Self.folder(of: path)] ?? lists[folder.map { $0[...] } ?? ""] ?? NameList([])
        }
    }

    private func makeLists() -> Lists {
        let names = names()
        if names.count <= Self.most { return .all(NameList(names)) }
        return .byFolder(Dictionary(grouping: names, by: Self.folder).mapValues(NameList.init))
    }

    private static func folder(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    }
}
