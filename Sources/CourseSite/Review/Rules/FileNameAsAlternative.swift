import CommonMark
import Diagnostics

/// Images whose alternative text is the name of their file.
enum FileNameAsAlternative: PageRule {
    private static let extensions: Set<Substring> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff", "ico", "mp4", "webm", "ogg", "ogv", "mp3", "wav", "m4a",
        "pdf",
    ]

    static func findings(on page: ReviewedPage) -> [Finding] {
        page.markup.root.subtree.compactMap { node in
            guard case .image(let destination, _) = node.kind else { return nil }
            let alternative = node.plainText.trimmed
            guard isName(alternative, of: String(decoding: destination, as: UTF8.self)) else { return nil }
            return Finding(.text(node.insideRange), .fileName(alternative))
        }
    }

    private static func isName(_ alternative: String, of destination: String) -> Bool {
        guard !alternative.isEmpty, !alternative.contains(where: \.isWhitespace) else { return false }
        if let dot = alternative.lastIndex(of: "."), extensions.contains(alternative[alternative.index(after: dot)...].lowercased()[...]) {
            return true
        }
        // “cycle” may well be what `cycle.svg` shows; “IMG_2034” is nothing that anybody would say.
        let name = destination.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        return alternative.lowercased() == stem.lowercased() && stem.contains { $0.isNumber || $0 == "_" || $0 == "-" }
    }
}

extension Diagnostic {
    fileprivate static func fileName(_ alternative: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.fileNameAsAlternative, "the alternative text “\(alternative)” is the name of a file", at: nil,
            help: "say what the image shows, for those who do not see it")
    }
}
