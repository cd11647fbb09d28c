/// Describes pages in schema.org's words, as JSON-LD. One for each edition: what all its pages say is written once.
struct StructuredData: Sendable {
    private let course: Course
    private let edition: Edition
    private let url: [UInt8]
    private let home: JSONObject
    private let part: JSONObject

    /// - Parameter url: where the site lies.
    init(course: Course, edition: Edition, url: String) {
        self.course = course
        self.edition = edition
        self.url = Array(url.utf8)
        func common(_ type: String, publisherRole: StaticString) -> JSONObject {
            var object = JSONObject()
            object.add("@context", "https://schema.org")
            object.add("@type", type)
            if let license = course.configuration.license.map(License.init) { object.add("license", license.address ?? license.name) }
            if let publisher = course.configuration.publisher?[edition.index] {
                var organisation = JSONObject()
                organisation.add("@type", "Organization")
                organisation.add("name", publisher)
                object.add(publisherRole, organisation)
            }
            return object
        }
        home = common("Course", publisherRole: "provider")
        var part = common("LearningResource", publisherRole: "publisher")
        if let home = edition.page(edition.home) {
            var whole = JSONObject()
            whole.add("@type", "Course")
            whole.add("name", course.title(of: home))
            whole.add("url", bytes: self.url + home.permalink.bytes)
            part.add("isPartOf", whole)
        }
        self.part = part
    }

    /// - Parameter document: the page's text as it is now; this may have been made before it changed.
    /// - Returns: `nil` for pages that are neither the course nor a part of it.
    func describe(_ page: Page, with document: Document) -> [UInt8]? {
        var object: JSONObject
        let minutes: Int
        switch page.place {
        case .standalone, .outline, .keyPoints: return nil
        case .home:
            object = home
            minutes = edition.modules.reduce(0) { $0 + edition.minutes(of: $1) }
        case .module(let module):
            object = part
            minutes = edition.minutes(of: edition.modules[module])
        case .session:
            object = part
            minutes = page.duration
        }
        object.add("name", document.title)
        object.add("url", bytes: url + course.canonical(page).permalink.bytes)
        object.add("inLanguage", course.locale(of: page).code)
        let summary = document.frontMatter.summary ?? (page.place == .home ? course.configuration.description?[edition.index] : nil)
        if let summary { object.add("description", summary) }
        if minutes > 0 { object.add("timeRequired", DurationFields.iso8601(minutes: minutes)) }
        if !document.frontMatter.objectives.isEmpty || !document.prose.objectives.isEmpty {
            object.add("teaches", document.frontMatter.objectives + document.prose.objectives)
        }
        return object.bytes
    }
}

/// A JSON object that may stand in an HTML `script`: `<` is escaped.
///
/// Not `JSONValue`, which is a tree of strings for files that are written once: this is written for every page, and takes bytes.
private struct JSONObject: Sendable {
    private var members = [UInt8]()

    var bytes: [UInt8] { [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")] }

    mutating func add(_ name: StaticString, _ value: String) {
        begin(name)
        var value = value
        value.withUTF8 { append($0) }
    }

    mutating func add(_ name: StaticString, bytes: [UInt8]) {
        begin(name)
        bytes.withUnsafeBufferPointer { append($0) }
    }

    mutating func add(_ name: StaticString, _ values: [String]) {
        begin(name)
        members.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { members.append(UInt8(ascii: ",")) }
            var value = value
            value.withUTF8 { append($0) }
        }
        members.append(UInt8(ascii: "]"))
    }

    mutating func add(_ name: StaticString, _ object: JSONObject) {
        begin(name)
        members += object.bytes
    }

    private mutating func begin(_ name: StaticString) {
        if !members.isEmpty { members.append(UInt8(ascii: ",")) }
        name.withUTF8Buffer { append($0) }
        members.append(UInt8(ascii: ":"))
    }

    /// Runs of bytes that stand for themselves go over at once.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        members.append(UInt8(ascii: "\""))
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<") else { continue }
            members.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                members.append(UInt8(ascii: "\\"))
                members.append(byte)
            } else {
                members.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
                members.append(contentsOf: String(byte, radix: 16).utf8)
            }
            start = index + 1
        }
        members.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        members.append(UInt8(ascii: "\""))
    }
}
