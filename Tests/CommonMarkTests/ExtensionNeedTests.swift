import CommonMark
import Testing

/// An extension that the library is not asked for is one that would have found nothing.
@Suite struct ExtensionNeedTests {
    /// A paragraph that makes every extension be asked for, and is not changed by any.
    private static let all = "| ~ ^ @"

    private func complaint(_ text: String, _ source: String) -> String? {
        let alone = text.formatted()
        let withAll = "\(Self.all)\n\n\(text)".formatted()
        let expected = "<p>\(Self.all)</p>\n\(alone)"
        return withAll == expected ? nil : "\(source)\n\(text)\n\(alone)\n\(withAll)"
    }

    @Test(arguments: [
        "see http://x.org", "see https://x.org/a?b=c.", "(www.x.org)", "www.x.org", "awww.x.org", "me@x.org", "mailto:me@x.org",
        "ftp://x.org",
        "<https://x.org>", "\\<https://x.org>", "<https://x y.org>", "<https://x<y>", "a <https://x.org", "`<https://x.org>`",
        "<https://x.org> https://b.org",
        "[a](<https://x.org>)", "<a href=\"https://x.org\">", "<h://x.org>", "<1://x.org>", "a:b ://c", "https:/x.org", "://", "x ://",
        "w.", "www", "www.",
        "[^1]\n\n[^1]: note", "~a~ and ~~b~~", "|a|\n|-|", "a\n-", "a|b\n-|-", "a\n:-", "a\n-:", "a\n:-:\nb", "a\n:",
    ])
    func whatOneOfThemMayFindIsFound(text: String) {
        #expect(complaint(text, "") == nil)
    }

    /// Each without the characters of some of the extensions, so that they are not asked for.
    @Test func randomDocumentsAreTheSameWithAndWithout() {
        var shorter = 0
        for seed in 1...200 {
            var document = RandomDocument(seed: UInt64(seed))
            let text = document.make()
            for (number, taken) in ["|", "~", "^", "@", ":", "w", "|~^@:w", "@:w"].enumerated() where (seed + number) % 2 == 0 {
                let rest = text.filter { !taken.contains($0) }
                #expect(complaint(rest, "seed \(seed), without \(taken)") == nil)
                if rest != text { shorter += 1 }
            }
        }
        #expect(shorter > 500)
    }
}
