public import Diagnostics
import Templates

/// Everything that can be found wrong, explained.
public enum RuleBook {
    /// By code.
    public static let explanations: [Explanation] = {
        let all = Rule.allCases.map(\.explanation) + TemplateRule.allCases.map(\.explanation) + MediaRule.allCases.map(\.explanation)
        return all.sorted { $0.code < $1.code }
    }()

    /// What there is to say about a code; `nil` where nothing has that code.
    public static func explanation(of code: String) -> Explanation? {
        explanations.first { $0.code == code }
    }

    /// The code that was most likely meant.
    public static func nearestCode(to code: String) -> String? {
        nearestName(to: code, among: explanations.map(\.code))
    }
}

extension Rule {
    /// A rule without an explanation does not compile.
    var explanation: Explanation {
        switch self {
        case .unknownKey: .unknownKey
        case .duplicateKey: .duplicateKey
        case .missingKey: .missingKey
        case .wrongType: .wrongType
        case .invalidYAML: .invalidYAML
        case .unclosedFrontMatter: .unclosedFrontMatter
        case .missingConfiguration: .missingConfiguration
        case .emptySite: .emptySite
        case .fileName: .fileName
        case .fileTooLarge: .fileTooLarge
        case .foreignOutput: .foreignOutput
        case .missingModuleIndex: .missingModuleIndex
        case .nestedPage: .nestedPage
        case .notUTF8: .notUTF8
        case .nulByte: .nulByte
        case .strayLink: .strayLink
        case .specialFile: .specialFile
        case .duplicateLocale: .duplicateLocale
        case .missingLocaleFolder: .missingLocaleFolder
        case .unlistedLocale: .unlistedLocale
        case .brokenAnchor: .brokenAnchor
        case .brokenLink: .brokenLink
        case .duplicateID: .duplicateID
        case .duplicateQuizID: .duplicateQuizID
        case .duplicateURL: .duplicateURL
        case .missingFile: .missingFile
        case .missingTitle: .missingTitle
        case .outsideContent: .outsideContent
        case .reservedID: .reservedID
        case .unsafeURL: .unsafeURL
        case .captionWithoutTable: .captionWithoutTable
        case .externalImage: .externalImage
        case .footnote: .footnote
        case .invalidTime: .invalidTime
        case .missingQuestion: .missingQuestion
        case .quizAnswers: .quizAnswers
        case .quizForm: .quizForm
        case .missingAlternative: .missingAlternative
        case .nestingTooDeep: .nestingTooDeep
        case .playerInText: .playerInText
        case .pathologicalMarkup: .pathologicalMarkup
        case .rawHTML: .rawHTML
        case .tableTooWide: .tableTooWide
        case .unhighlightedCode: .unhighlightedCode
        case .unknownAlert: .unknownAlert
        case .unplayableMedia: .unplayableMedia
        case .duplicateTerm: .duplicateTerm
        case .missingTerm: .missingTerm
        case .unusedTerm: .unusedTerm
        case .missingString: .missingThemeString
        case .missingTheme: .missingTheme
        case .headingJump: .headingJump
        case .vagueLink: .vagueLink
        case .bareLink: .bareLink
        case .sameTextLinks: .sameTextLinks
        case .fileNameAsAlternative: .fileNameAsAlternative
        case .missingCaptions: .missingCaptions
        case .capitals: .capitals
        case .tableWithoutHeader: .tableWithoutHeader
        case .missingObjectives: .missingObjectives
        case .missingKeyPoints: .missingKeyPoints
        case .missingDuration: .missingDuration
        case .moduleDuration: .moduleDuration
        case .missingSummary: .missingSummary
        case .longSummary: .longSummary
        case .unusedFile: .unusedFile
        case .heavyPage: .heavyPage
        case .heavyFile: .heavyFile
        case .linkGone: .linkGone
        case .linkMoved: .linkMoved
        case .linkNoAnswer: .linkNoAnswer
        case .unknownAllow: .unknownAllow
        case .allowWithoutReason: .allowWithoutReason
        case .unusedAllow: .unusedAllow
        }
    }
}

extension MediaRule {
    fileprivate var explanation: Explanation {
        switch self {
        case .invalidSVG: .invalidSVG
        case .unsafeSVG: .unsafeSVG
        case .damagedImage: .damagedImage
        case .misnamedImage: .misnamedImage
        case .invalidCaptions: .invalidCaptions
        }
    }
}

extension TemplateRule {
    fileprivate var explanation: Explanation {
        switch self {
        case .templateSyntax: .templateSyntax
        case .ignoredContent: .ignoredContent
        case .unknownName: .unknownName
        case .wrongKind: .wrongKind
        case .missingTemplate: .missingTemplate
        case .missingPartial: .missingPartial
        case .missingParent: .missingParent
        case .missingBlock: .missingBlock
        case .duplicateBlock: .duplicateBlock
        case .missingString: .missingString
        case .endlessTemplate: .endlessTemplate
        case .templateLimit: .templateLimit
        }
    }
}
