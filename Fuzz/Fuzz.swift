import Glibc

/// What libFuzzer calls with one input after another. `FUZZ_TARGET` names what is fed with them.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let complaint = target.complaint(about: Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(complaint) }
    return 0
}

private let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else { fatalError("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue))") }
    return target
}()
