import Templates

/// A number and CLDR's category for it, so that a theme's string can say “1 session” and “3 sessions”.
final class CountFields: Sendable {
    let schema: RecordSchema
    let count: Field<Text>
    private let categories: [PluralCategory: Field<Bool>]

    init() {
        var builder = RecordSchema.Builder("count")
        count = builder.text("count", "The number")
        var categories = [PluralCategory: Field<Bool>]()
        for category in PluralCategory.allCases {
            categories[category] = builder.flag(category.rawValue, "Whether the language counts the number as “\(category.rawValue)”")
        }
        self.categories = categories
        schema = builder.finish()
    }

    func record(_ number: Int, in locale: Locale) -> Record {
        var record = Record(schema)
        record[count] = Text(String(number))
        if let category = categories[PluralCategory(of: number, in: locale.code)] { record[category] = true }
        return record
    }
}

/// A length of time: `3 h 30`.
final class DurationFields: Sendable {
    let schema: RecordSchema
    private let hours: Field<Text>
    private let minutes: Field<Text>
    private let paddedMinutes: Field<Text>
    private let iso: Field<Text>

    init() {
        var builder = RecordSchema.Builder("duration")
        hours = builder.text("hours", "Whole hours; nothing below one")
        minutes = builder.text("minutes", "The minutes beyond; nothing where there are none")
        paddedMinutes = builder.text("minutes-padded", "The same with two digits")
        iso = builder.text("iso", "The whole as ISO 8601 writes it: PT3H30M")
        schema = builder.finish()
    }

    /// `nil` for no time at all.
    func record(minutes total: Int) -> Record? {
        guard total > 0 else { return nil }
        var record = Record(schema)
        if total >= 60 { record[hours] = Text(String(total / 60)) }
        if total % 60 > 0 {
            record[minutes] = Text(String(total % 60))
            record[paddedMinutes] = Text(padded(total % 60, 2))
        }
        record[iso] = Text(Self.iso8601(minutes: total))
        return record
    }

    static func iso8601(minutes: Int) -> String {
        "PT" + (minutes >= 60 ? "\(minutes / 60)H" : "") + (minutes % 60 > 0 ? "\(minutes % 60)M" : "")
    }
}

/// The size of a file, in decimal units as systems show it: `2.1 MB`, `690 kB`.
final class SizeFields: Sendable {
    let schema: RecordSchema
    private let whole: Field<Text>
    private let tenths: Field<Text>
    private let isMegabytes: Field<Bool>
    private let isKilobytes: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("size")
        whole = builder.text("whole", "The whole units")
        tenths = builder.text("tenths", "The first digit after the decimal sign; nothing from 10 units and for kilobytes")
        isKilobytes = builder.flag("kb", "Whether the unit is a kilobyte of 1,000 bytes")
        isMegabytes = builder.flag("mb", "Whether the unit is a megabyte of 1,000,000 bytes")
        schema = builder.finish()
    }

    func record(bytes: Int) -> Record {
        var record = Record(schema)
        let kilobytes = max(1, (bytes + 500) / 1000)
        if kilobytes < 1000 {
            record[whole] = Text(String(kilobytes))
            record[isKilobytes] = true
        } else {
            let tenthsOfMegabytes = (bytes + 50_000) / 100_000
            let isSmall = tenthsOfMegabytes < 100
            record[whole] = Text(String(isSmall ? tenthsOfMegabytes / 10 : (bytes + 500_000) / 1_000_000))
            if isSmall, tenthsOfMegabytes % 10 > 0 { record[tenths] = Text(String(tenthsOfMegabytes % 10)) }
            record[isMegabytes] = true
        }
        return record
    }
}

/// A day, for a theme's strings to put in order.
final class DateFields: Sendable {
    let schema: RecordSchema
    private let iso: Field<Text>
    private let day: Field<Text>
    private let isFirstDay: Field<Bool>
    private let year: Field<Text>
    private let months: [Field<Bool>]

    init() {
        var builder = RecordSchema.Builder("date")
        iso = builder.text("iso", "The day as ISO 8601 writes it: 2026-11-24")
        day = builder.text("day", "The day of the month, from 1")
        isFirstDay = builder.flag("first-day", "Whether it is the first of the month")
        year = builder.text("year", "The year")
        var months = [Field<Bool>]()
        for month in 1...12 { months.append(builder.flag("month-\(month)", "Whether the month is the \(month). of the year")) }
        self.months = months
        schema = builder.finish()
    }

    func record(_ date: CalendarDate) -> Record {
        var record = Record(schema)
        record[iso] = Text(date.iso8601)
        record[day] = Text(String(date.day))
        record[isFirstDay] = date.day == 1
        record[year] = Text(String(date.year))
        if months.indices.contains(date.month - 1) { record[months[date.month - 1]] = true }
        return record
    }
}

/// A plain text of a list: `{{.}}`.
final class ItemFields: Sendable {
    let schema: RecordSchema
    private let text: Field<Text>

    init() {
        var builder = RecordSchema.Builder("item")
        text = builder.text(".", "The text")
        schema = builder.finish()
    }

    func records(_ texts: [String]) -> [Record] {
        texts.map { string in
            var record = Record(schema)
            record[text] = Text(string)
            return record
        }
    }
}
