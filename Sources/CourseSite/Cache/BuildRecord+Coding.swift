extension BuildRecord {
    func write(to writer: inout RecordWriter) {
        writer.write(settings)
        writer.write(program)
        writer.write(startedAt)
        writer.write(pages) { $1.write(to: &$0) }
        writer.write(files) { writer, file in
            writer.write(file.locale)
            writer.write(file.key)
            writer.write(file.stamp)
        }
        writer.write(pageCount)
        writer.write(localeCount)
        writer.write(offersDownloads)
    }

    init(from reader: inout RecordReader) throws(RecordReader.Damage) {
        settings = try reader.fingerprint()
        program = try reader.text()
        startedAt = try reader.int64()
        pages = try reader.array { reader throws(RecordReader.Damage) in try PageRecord(from: &reader) }
        files = try reader.array { reader throws(RecordReader.Damage) in
            FileRecord(locale: try reader.int(), key: try reader.text(), stamp: try reader.stamp())
        }
        pageCount = try reader.int()
        localeCount = try reader.int()
        offersDownloads = try reader.flag()
    }
}

extension PageRecord {
    fileprivate func write(to writer: inout RecordWriter) {
        writer.write(locale)
        writer.write(key)
        writer.write(stamp)
        writer.write(content)
        writer.write(face) { $0.write($1.bytes) }
    }

    fileprivate init(from reader: inout RecordReader) throws(RecordReader.Damage) {
        locale = try reader.int()
        key = try reader.text()
        stamp = try reader.stamp()
        content = try reader.fingerprint()
        face = try reader.optional { reader throws(RecordReader.Damage) in EncodedFace(bytes: try reader.bytes()) }
    }
}

extension PageFace {
    func write(to writer: inout RecordWriter) {
        writer.write(title)
        writer.write(summary) { $0.write($1) }
        writer.write(duration) { $0.write($1) }
        writer.write(minutesOfBlocks)
        writer.write(order) { $0.write($1) }
        writer.write(slug) { $0.write($1) }
        writer.write(updated?.iso8601) { $0.write($1) }
        writer.write(omitsFallback)
        writer.write(aliases) { $0.write($1) }
        writer.write(isOptional) { $0.write($1) }
        writer.write(label) { $0.write($1) }
        writer.write(offersDownloads)
        writer.write(headingLevels) { $0.write($1) }
        writer.write(anchors) { $0.write($1) }
        writer.write(exercises) { writer, exercise in
            writer.write(exercise.isQuiz)
            writer.write(exercise.id)
            writer.write(exercise.values) { $0.write($1) }
        }
        writer.write(termLinks) { $0.write($1) }
        writer.write(definitions) { $1.write(to: &$0) }
        writer.write(keyPoints) { $0.write($1) }
    }

    init(from reader: inout RecordReader) throws(RecordReader.Damage) {
        title = try reader.text()
        summary = try reader.optional { reader throws(RecordReader.Damage) in try reader.text() }
        duration = try reader.optional { reader throws(RecordReader.Damage) in try reader.int() }
        minutesOfBlocks = try reader.int()
        order = try reader.optional { reader throws(RecordReader.Damage) in try reader.int() }
        slug = try reader.optional { reader throws(RecordReader.Damage) in try reader.text() }
        updated = try reader.optional { reader throws(RecordReader.Damage) in try reader.text() }.flatMap(CalendarDate.init)
        omitsFallback = try reader.flag()
        aliases = try reader.array { reader throws(RecordReader.Damage) in try reader.text() }
        isOptional = try reader.optional { reader throws(RecordReader.Damage) in try reader.flag() }
        label = try reader.optional { reader throws(RecordReader.Damage) in try reader.text() }
        offersDownloads = try reader.flag()
        headingLevels = try reader.array { reader throws(RecordReader.Damage) in try reader.int() }
        anchors = try reader.array { reader throws(RecordReader.Damage) in try reader.text() }
        exercises = try reader.array { reader throws(RecordReader.Damage) in
            ExerciseIdentity(
                isQuiz: try reader.flag(), id: try reader.text(),
                values: try reader.array { reader throws(RecordReader.Damage) in try reader.text() })
        }
        termLinks = try reader.array { reader throws(RecordReader.Damage) in try reader.text() }
        definitions = try reader.array { reader throws(RecordReader.Damage) in try TermDefinition(from: &reader) }
        keyPoints = try reader.optional { reader throws(RecordReader.Damage) in try reader.fingerprint() }
    }
}
