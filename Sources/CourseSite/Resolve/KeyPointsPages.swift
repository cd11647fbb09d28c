/// Which pages of key points a course has, whatever the locale: one for the course, and one for each module. A locale has those of them for which it has points.
struct KeyPointsPages: Sendable {
    /// The numbers of the modules' pages, by the number of the page of the module.
    private let numbers: [Int: PageNumber]
    /// The page of the course; `nil` where no session has key points.
    let ofCourse: PageNumber?

    /// How many numbers they take.
    var count: Int { ofCourse == nil ? 0 : numbers.count + 1 }

    /// - Parameter first: the number from which on they are numbered.
    init(_ documents: [Document], keys: [PageKey], from first: Int) {
        guard documents.contains(where: \.hasKeyPoints) else {
            numbers = [:]
            ofCourse = nil
            return
        }
        let modules = keys.indices.filter { keys[$0].isModuleIndex }
        ofCourse = PageNumber(value: first)
        numbers = Dictionary(uniqueKeysWithValues: modules.enumerated().map { ($1, PageNumber(value: first + 1 + $0)) })
    }

    func page(ofModule page: PageNumber) -> PageNumber? { numbers[page.value] }
}

extension Document {
    /// Whether it is a session that says what to keep of it.
    var hasKeyPoints: Bool {
        guard prose.keyPoints != nil, case .session = file.key.place else { return false }
        return true
    }
}
