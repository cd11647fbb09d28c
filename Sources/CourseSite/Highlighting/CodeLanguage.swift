/// The languages of code, as authors and the highlighter name them.
enum CodeLanguage {
    /// What authors write that the highlighter calls otherwise. It knows most short names by itself, as endings of files.
    private static let otherNames = [
        "c#": "cs", "f#": "fs", "javascript": "js", "jsonc": "json", "latex": "tex", "powershell": "ps1", "rust": "rs", "shell": "sh",
        "typescript": "ts",
    ]

    /// The highlighter's name for what an author names behind a fence.
    /// - Returns: `nil` where that is no name, or none that the highlighter lists.
    static func name(of language: String, among known: Set<String>) -> String? {
        let plain = language.lowercased()
        let name = otherNames[plain] ?? plain
        return isName(name) && known.contains(name) ? name : nil
    }

    /// What a list of languages names: `C and C++ : c ( c++ cc cpp )`, a line for each.
    static func names(in list: [UInt8]) -> Set<String> {
        var names = Set<String>()
        for line in String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard let colon = line.firstRange(of: " : ")?.upperBound else { continue }
            names.formUnion(line[colon...].split(separator: " ").map(String.init).filter(isName))
        }
        return names
    }

    /// Letters, digits and what else names of languages have, but nothing that a path or an option is made of.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, first != UInt8(ascii: "-") else { return false }
        return name.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || "+#_-".utf8.contains($0) }
    }
}
