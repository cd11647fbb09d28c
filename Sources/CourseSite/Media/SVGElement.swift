import CommonMark

/// One element of an SVG, and for what the file is refused because of it.
struct SVGElement {
    static let namespace = "http://www.w3.org/2000/svg"
    private static let linkNamespace = "http://www.w3.org/1999/xlink"
    private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

    private(set) var problems: [MediaProblem] = []

    private let name: XMLName
    private let tag: Range<Int>
    private let file: UnsafeRawBufferPointer
    /// Found when the first attribute has to be pointed at: a tag may have very many.
    private lazy var places = XMLTag(file, tag).attributes

    /// - Parameter tag: from `<` to `>`, in the file.
    init(name: XMLName, attributes: [(name: XMLName, value: String)], tag: Range<Int>, file: UnsafeRawBufferPointer) {
        self.name = name
        self.tag = tag
        self.file = file
        checkName()
        for (index, attribute) in attributes.enumerated() { check(attribute.name, attribute.value, index) }
    }

    private mutating func checkName() {
        // Whatever their namespace: a reader that knows of none would take them for what they are called.
        switch name.local.lowercased() {
        case "script", "handler", "listener": problems.append(.script(name.local, at: nameRange))
        case "foreignobject", "iframe", "embed", "object", "audio", "video", "canvas": problems.append(.foreign(name.local, at: nameRange))
        default: if name.namespace == "http://www.w3.org/1999/xhtml" { problems.append(.foreign(name.local, at: nameRange)) }
        }
    }

    private mutating func check(_ attribute: XMLName, _ value: String, _ index: Int) {
        let local = attribute.local.lowercased()
        switch attribute.namespace {
        case "" where local.hasPrefix("on") && local.utf8.count > 2:
            problems.append(.handler(attribute.local, at: places(index)?.name ?? nameRange))
        case "" where ["href", "src", "ping"].contains(local), Self.linkNamespace where local == "href":
            checkReference(value, isLink: name.local == "a" && local == "href", index)
        case Self.xmlNamespace where local == "base":
            problems.append(.base(at: places(index)?.value ?? nameRange))
        case "" where local == "attributename" && ["set", "animate"].contains { name.local.lowercased().hasPrefix($0) }:
            checkAnimated(value, index)
        // Texts that are for programs or for reading, and hold no style.
        case "" where local == "content" || local == "id" || local == "class" || local.hasPrefix("data-") || local.hasPrefix("aria-"): break
        case "": checkStyle(value, index)
        default: break
        }
    }

    /// The target of a link does nothing in an image, and loads nothing where the file is opened by itself: it may lead wherever the link
    /// of a page may.
    private mutating func checkReference(_ value: String, isLink: Bool, _ index: Int) {
        if SVGReference.runsCode(value.utf8) {
            problems.append(.code(value, at: places(index)?.value ?? nameRange))
        } else if isLink ? isUnsafe(destination: value.utf8) : !SVGReference.isInside(value.utf8) {
            problems.append(.outside(value, at: places(index)?.value ?? nameRange))
        }
    }

    /// An animation can put any address, or code, where a safe one was.
    private mutating func checkAnimated(_ value: String, _ index: Int) {
        let name = value.lowercased().split { $0.isWhitespace || $0 == ":" }.last ?? ""
        if name == "href" || name.hasPrefix("on") { problems.append(.animation(of: value, at: places(index)?.value ?? nameRange)) }
    }

    private mutating func checkStyle(_ value: String, _ index: Int) {
        guard value.utf8.contains(UInt8(ascii: "(")) || value.utf8.contains(UInt8(ascii: "@")) else { return }
        for reference in CSSReferences(in: Array(value.utf8)).references {
            if let problem = MediaProblem.reference(reference, at: places(index)?.value ?? nameRange) { problems.append(problem) }
        }
    }

    /// An attribute's name and value in the file.
    private mutating func places(_ index: Int) -> (name: Range<Int>, value: Range<Int>)? {
        places.indices.contains(index) ? places[index] : nil
    }

    /// `<` and the name behind it.
    private var nameRange: Range<Int> {
        let end = file[tag.clamped(to: 0..<file.count)].dropFirst().firstIndex { [0x09, 0x0A, 0x0D, 0x20, 0x2F, 0x3E].contains($0) }
        return tag.lowerBound..<(end ?? tag.upperBound)
    }
}

extension MediaProblem {
    private static func unsafe(_ message: String, _ help: String, at range: Range<Int>) -> MediaProblem {
        MediaProblem(rule: .unsafeSVG, message: message, help: help, range: range)
    }

    fileprivate static func script(_ name: String, at range: Range<Int>) -> MediaProblem {
        unsafe("the element “\(name)” runs code", "take the element out: in a page, an image runs none anyway", at: range)
    }

    fileprivate static func handler(_ name: String, at range: Range<Int>) -> MediaProblem {
        unsafe("the attribute “\(name)” runs code", "take the attribute out: in a page, an image runs none anyway", at: range)
    }

    fileprivate static func code(_ target: String, at range: Range<Int>) -> MediaProblem {
        unsafe("the address “\(shown(target.utf8))” runs code or reads the reader's disk", "take the address out", at: range)
    }

    fileprivate static func foreign(_ name: String, at range: Range<Int>) -> MediaProblem {
        unsafe(
            "the element “\(name)” puts a web page into the image",
            "draw with SVG's own elements; where a program exported it, let it export plain SVG",
            at: range)
    }

    fileprivate static func outside(_ target: String, at range: Range<Int>) -> MediaProblem {
        unsafe(
            "“\(shown(target.utf8))” is not in this file: an image cannot load others",
            "embed it: “#name” for a part of this file, “data:image/png;base64,…” for a picture (PNG, JPEG, GIF or WebP)", at: range)
    }

    fileprivate static func base(at range: Range<Int>) -> MediaProblem {
        unsafe("“xml:base” makes this file's references lead elsewhere", "take the attribute out", at: range)
    }

    fileprivate static func animation(of name: String, at range: Range<Int>) -> MediaProblem {
        unsafe("an animation changes “\(shown(name.utf8))”, and with it where the image leads", "take the animation out", at: range)
    }
}
