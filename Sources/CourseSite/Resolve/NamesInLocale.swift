import Diagnostics
import Synchronization

/// All that a link could mean, relative to a locale's folder; put together when the first link leads nowhere.
final class NamesInLocale: Sendable {
    private let names: @Sendable () -> [String]
    private let made = Mutex<NameList?>(nil)

    init(_ names: @escaping @Sendable () -> [String]) {
        self.names = names
    }

    var list: NameList {
        made.withLock { made in
            let list = made ?? NameList(names())
            made = list
            return list
        }
    }
}
