import Diagnostics
import Templates
import Testing

@testable import CourseSite

/// Numbers and names as pages show them.
struct FieldTests {
    /// What a template of the toolbox theme's kind writes for a record.
    private func render(_ source: String, _ schema: RecordSchema, _ record: Record?) throws -> String? {
        guard let record else { return nil }
        let text = SourceText(path: "x", bytes: Array(source.utf8))
        let (library, diagnostics) = TemplateLibrary.compile(
            roots: [TemplateLibrary.Root("x", schema)], sources: ["x": text], strings: StringTable(locale: "en", entries: [:]))
        #expect(diagnostics.isEmpty)
        return try #require(library["x"]).string(record)
    }

    @Test(arguments: [
        (0, "1 kB"), (1, "1 kB"), (1499, "1 kB"), (1500, "2 kB"), (690_000, "690 kB"), (999_499, "999 kB"), (999_500, "1 MB"),
        (1_049_999, "1 MB"), (1_050_000, "1.1 MB"),
        (2_100_000, "2.1 MB"), (9_949_999, "9.9 MB"), (9_950_000, "10 MB"), (10_400_000, "10 MB"), (10_500_000, "11 MB"),
        (123_456_789, "123 MB"),
    ])
    func sizes(_ bytes: Int, _ expected: String) throws {
        let fields = SizeFields()
        #expect(
            try render(
                "{{whole}}{{#tenths}}.{{tenths}}{{/tenths}} {{#kb}}kB{{/kb}}{{#mb}}MB{{/mb}}", fields.schema, fields.record(bytes: bytes))
                == expected)
    }

    @Test(
        arguments: [
            (0, nil), (-5, nil), (1, "1 01 PT1M"), (45, "45 45 PT45M"), (60, "1h  PT1H"), (65, "1h5 05 PT1H5M"), (210, "3h30 30 PT3H30M"),
            (1500, "25h  PT25H"),
        ] as [(Int, String?)])
    func durations(_ minutes: Int, _ expected: String?) throws {
        let fields = DurationFields()
        #expect(
            try render(
                "{{#hours}}{{hours}}h{{/hours}}{{minutes}} {{minutes-padded}} {{iso}}", fields.schema, fields.record(minutes: minutes))
                == expected)
    }

    @Test func dates() throws {
        let fields = DateFields()
        let date = try #require(CalendarDate("2026-01-09"))
        #expect(
            try render(
                "{{iso}} {{day}} {{#month-1}}January{{/month-1}}{{#month-2}}February{{/month-2}} {{year}}", fields.schema,
                fields.record(date)) == "2026-01-09 9 January 2026")
    }

    @Test(
        arguments: [
            ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
            ("CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
            ("cc-by-sa-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
            ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            ("CC-BY-SA-3.0-IGO", "CC BY-SA 3.0 IGO", "https://creativecommons.org/licenses/by-sa/3.0/igo/"), ("MIT", "MIT", nil),
            ("All rights reserved", "All rights reserved", nil), ("", "", nil), ("CC", "CC", nil), ("CC0", "CC0", nil),
        ] as [(String, String, String?)])
    func licenses(_ identifier: String, _ name: String, _ address: String?) {
        #expect(License(identifier).name == name)
        #expect(License(identifier).address == address)
    }

    @Test(arguments: [
        ("css/theme.css", "assets/css/theme.", ".css", "css-theme-css"), ("a", "assets/a.", "", "a"),
        ("x.y/z", "assets/x.y/z.", "", "x-y-z"),
        ("fonts/a.b.woff2", "assets/fonts/a.b.", ".woff2", "fonts-a-b-woff2"),
    ])
    func assetNames(_ name: String, _ start: String, _ end: String, _ field: String) {
        let path = AssetNames.path(of: name, content: [1]).string
        #expect(path.hasPrefix(start) && path.hasSuffix(end) && path.count == start.count + 8 + end.count)
        #expect(AssetNames.path(of: name, content: [2]).string != path)
        #expect(AssetNames.fieldName(of: name) == field)
    }
}
