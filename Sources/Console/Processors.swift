import Glibc

/// What there is to compute with.
package enum Processors {
    /// How many threads keep them busy, where nobody says otherwise.
    package static var count: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    /// More threads than that are of use to nobody.
    package static let most = 256
}
