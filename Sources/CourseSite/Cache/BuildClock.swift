import Glibc

/// The clock that file systems stamp files by.
enum BuildClock {
    /// In nanoseconds; the coarsest clock of Linux's file systems ticks every 10 ms.
    static let grain: Int64 = 50_000_000

    /// In nanoseconds since 1970.
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
