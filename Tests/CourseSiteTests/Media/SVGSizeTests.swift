import Testing

@testable import CourseSite

struct SVGSizeTests {
    private func size(_ attributes: String) -> [Int]? {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)/>"
        return SVGInspector.inspect(Array(svg.utf8)).size.map { [$0.width, $0.height] }
    }

    @Test(arguments: [
        ("100", 100), (" 100px ", 100), ("72pt", 96), ("6pc", 96), ("1in", 96), ("25.4mm", 96), ("2.54cm", 96), ("101.6Q", 96), ("2em", 32),
        ("2rem", 32), ("4ex", 32), ("+1.6e2", 160), ("1e2px", 100), (".6", 1), ("99.5", 100), ("0.2", 1), ("1E1em", 160),
    ])
    func lengths(_ text: String, _ pixels: Int) {
        #expect(size("width=\"\(text)\" height=\"7\"") == [pixels, 7])
    }

    @Test(arguments: ["100%", "auto", "", "0", "-5", "calc(1px + 2px)", "1e400", "nan", "inf", "0x10", "1e", "5 px", "10e7", "1.", "١٠"])
    func whatIsNoLengthIsAbsent(_ text: String) {
        #expect(size("width=\"\(text)\" height=\"7\"") == nil)
        #expect(size("width=\"\(text)\" height=\"\(text)\" viewBox=\"0 0 30 20\"") == [30, 20])
    }

    @Test func theViewBoxGivesWhatIsMissing() {
        #expect(size("viewBox=\"-5,-5, 30.4 20.5\"") == [30, 21])
        #expect(size("width=\"60\" viewBox=\"0 0 30 20\"") == [60, 40])
        #expect(size("height=\"10\" width=\"100%\" viewBox=\"0 0 30 20\"") == [15, 10])
        #expect(size("width=\"8\" height=\"9\" viewBox=\"0 0 30 20\"") == [8, 9])
        for box in ["", "0 0 30", "0 0 0 20", "0 0 -1 20", "0 0 a b", "0 0 30 20 1", "0 0 1e9 1e-9"] {
            #expect(size("viewBox=\"\(box)\"") == nil)
        }
        #expect(size("width=\"1000000\" viewBox=\"0 0 0.001 1000\"") == nil)
        #expect(size("") == nil)
        #expect(ImageMeasurer.measure(Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), name: "a.svg") == .unsized)
    }
}
