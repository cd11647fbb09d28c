/// Describes pages in schema.org's words, as JSON-LD.
struct StructuredData {
    let course: Course
    let url: String

    /// - Returns: `nil` for pages that are neither the course nor a part of it.
    func describe(_ page: Page, _ edition: Edition) -> [UInt8]? {
        let document = course.texts[page.text].document
        var object = JSONObject()
        object.add("@context", "https://schema.org")
        switch page.place {
        case .standalone: return nil
        case .home: object.add("@type", "Course")
        case .module, .session: object.add("@type", "LearningResource")
        }
        object.add("name", document.title)
        object.add("url", address(of: course.canonical(page)))
        object.add("inLanguage", course.locale(of: page).code)
        let summary = document.frontMatter.summary ?? (page.place == .home ? course.configuration.description?[edition.index] : nil)
        if let summary { object.add("description", summary) }
        if let license = course.configuration.license.map(License.init) { object.add("license", license.address ?? license.name) }
        if let publisher = course.configuration.publisher?[edition.index] {
            var organisation = JSONObject()
            organisation.add("@type", "Organization")
            organisation.add("name", publisher)
            object.add(page.place == .home ? "provider" : "publisher", organisation)
        }
        let minutes = switch page.place {
        case .home: edition.modules.reduce(0) { $0 + edition.minutes(of: $1) }
        case .module(let module): edition.minutes(of: edition.modules[module])
        case .session: page.duration ?? 0
        case .standalone: 0
        }
        if minutes > 0 { object.add("timeRequired", DurationFields.iso8601(minutes: minutes)) }
        if !document.frontMatter.objectives.isEmpty { object.add("teaches", document.frontMatter.objectives) }
        if page.place != .home, let home = edition.page(edition.home) {
            var whole = JSONObject()
            whole.add("@type", "Course")
            whole.add("name", course.title(of: home))
            whole.add("url", address(of: home))
            object.add("isPartOf", whole)
        }
        return object.bytes
    }

    private func address(of page: Page) -> String {
        url + String(decoding: page.permalink.bytes, as: UTF8.self)
    }
}

/// A JSON object that may stand in an HTML `script`: `<` is escaped.
private struct JSONObject {
    private var members = [UInt8]()

    var bytes: [UInt8] { [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")] }

    mutating func add(_ name: String, _ value: String) {
        begin(name)
        append(value)
    }

    mutating func add(_ name: String, _ values: [String]) {
        begin(name)
        members.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { members.append(UInt8(ascii: ",")) }
            append(value)
        }
        members.append(UInt8(ascii: "]"))
    }

    mutating func add(_ name: String, _ object: JSONObject) {
        begin(name)
        members += object.bytes
    }

    private mutating func begin(_ name: String) {
        if !members.isEmpty { members.append(UInt8(ascii: ",")) }
        append(name)
        members.append(UInt8(ascii: ":"))
    }

    private mutating func append(_ text: String) {
        members.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                members.append(UInt8(ascii: "\\"))
                members.append(byte)
            case 0..<0x20, UInt8(ascii: "<"):
                let digits = Array("0123456789abcdef".utf8)
                members.append(contentsOf: "\\u00".utf8)
                members.append(digits[Int(byte >> 4)])
                members.append(digits[Int(byte & 15)])
            default: members.append(byte)
            }
        }
        members.append(UInt8(ascii: "\""))
    }
}
