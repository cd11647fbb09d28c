/// Everything that the generator can find wrong in a course, by its stable code.
enum Rule: String, CaseIterable, Sendable {
    // site.yml, front matter, theme.yml
    case unknownKey = "unknown-key"
    case duplicateKey = "duplicate-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case invalidYAML = "invalid-yaml"
    case unclosedFrontMatter = "unclosed-front-matter"
    case missingConfiguration = "missing-site-yml"
    // files and folders
    case emptySite = "empty-site"
    case fileName = "file-name"
    case fileTooLarge = "file-too-large"
    case foreignOutput = "foreign-output"
    case missingModuleIndex = "missing-module-index"
    case nestedPage = "nested-page"
    case notUTF8 = "not-utf8"
    case nulByte = "nul-byte"
    case strayLink = "stray-link"
    case specialFile = "special-file"
    // locales
    case duplicateLocale = "duplicate-locale"
    case missingLocaleFolder = "missing-locale-folder"
    case unlistedLocale = "unlisted-locale"
    // the course
    case brokenAnchor = "broken-anchor"
    case brokenLink = "broken-link"
    case duplicateID = "duplicate-id"
    case duplicateQuizID = "duplicate-quiz-id"
    case duplicateURL = "duplicate-url"
    case missingFile = "missing-file"
    case missingTitle = "missing-title"
    case outsideContent = "outside-content"
    case reservedID = "reserved-id"
    case unsafeURL = "unsafe-url"
    // Markdown
    case captionWithoutTable = "caption-without-table"
    case externalImage = "external-image"
    case footnote
    case invalidTime = "invalid-time"
    case missingQuestion = "missing-question"
    case quizAnswers = "quiz-answers"
    case quizForm = "quiz-form"
    case missingAlternative = "missing-alternative"
    case nestingTooDeep = "nesting-too-deep"
    case playerInText = "player-in-text"
    case pathologicalMarkup = "pathological-markup"
    case rawHTML = "raw-html"
    case tableTooWide = "table-too-wide"
    case unhighlightedCode = "unhighlighted-code"
    case unknownAlert = "unknown-alert"
    case unplayableMedia = "unplayable-media"
    // the glossary
    case duplicateTerm = "duplicate-term"
    case missingTerm = "missing-term"
    case unusedTerm = "unused-term"
    // themes
    case missingString = "missing-theme-string"
    case missingTheme = "missing-theme"
    // the reviewer's, told by check alone
    case headingJump = "heading-jump"
    case vagueLink = "vague-link"
    case bareLink = "bare-link"
    case sameTextLinks = "same-text-links"
    case fileNameAsAlternative = "file-name-as-alternative"
    case missingCaptions = "missing-captions"
    case capitals
    case tableWithoutHeader = "table-without-header"
    case missingObjectives = "missing-objectives"
    case missingKeyPoints = "missing-keypoints"
    case missingDuration = "missing-duration"
    case moduleDuration = "module-duration"
    case missingSummary = "missing-summary"
    case longSummary = "long-summary"
    case unusedFile = "unused-file"
    case heavyPage = "heavy-page"
    case heavyFile = "heavy-file"
    case linkGone = "link-gone"
    case linkMoved = "link-moved"
    case linkNoAnswer = "link-no-answer"
    case unknownAllow = "unknown-allow"
    case allowWithoutReason = "allow-without-reason"
    case unusedAllow = "unused-allow"

    /// Whether a project may make less of it than an error. Not where there would be no whole site, or one that harms its readers.
    var mayBeRelaxed: Bool { standing != .firm }

    /// Whether it is the reviewer's: a build says nothing of it.
    var isReviewers: Bool { standing == .reviewers }

    private enum Standing {
        case firm, relaxable, reviewers
    }

    private var standing: Standing {
        switch self {
        case .missingKey, .wrongType, .invalidYAML, .unclosedFrontMatter, .missingConfiguration, .emptySite, .fileTooLarge, .foreignOutput,
            .notUTF8, .nulByte, .duplicateLocale, .duplicateURL, .unsafeURL, .nestingTooDeep, .pathologicalMarkup, .tableTooWide,
            .missingString, .missingTheme:
            .firm
        case .unknownKey, .duplicateKey, .fileName, .missingModuleIndex, .nestedPage, .strayLink, .specialFile, .missingLocaleFolder,
            .unlistedLocale, .brokenAnchor, .brokenLink, .duplicateID, .missingFile, .missingTitle, .outsideContent, .reservedID,
            .captionWithoutTable, .externalImage, .footnote, .invalidTime, .missingQuestion, .quizAnswers, .quizForm, .duplicateQuizID,
            .missingAlternative,
            .rawHTML, .unknownAlert, .unhighlightedCode, .playerInText, .unplayableMedia, .duplicateTerm:
            .relaxable
        case .headingJump, .vagueLink, .bareLink, .sameTextLinks, .fileNameAsAlternative, .missingCaptions, .capitals, .tableWithoutHeader,
            .missingObjectives, .missingKeyPoints, .missingDuration, .moduleDuration, .missingSummary, .longSummary, .unusedFile,
            .missingTerm, .unusedTerm, .heavyPage, .heavyFile, .linkGone, .linkMoved, .linkNoAnswer, .unknownAllow, .allowWithoutReason,
            .unusedAllow:
            .reviewers
        }
    }
}
