@testable import CourseSite

/// The text behind a part of an address.
func percentDecoded(_ text: some StringProtocol) -> String? {
    percentDecoded(Array(text.utf8)[...])
}
