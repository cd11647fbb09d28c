/// Renders one page by two engines and prints, as a Markdown table, how many each makes in a second, on one thread.
///
/// A round lasts half a second an engine; the engines take turns. Both must write the same bytes.
import Glibc

let rounds = 7
let page = SamplePage()
let engines: [any TemplateEngine] = [try LutrinEngine(), try SwiftMustacheEngine()]
let expected = engines[0].render(page)
for engine in engines where engine.render(page) != expected {
    let (ours, theirs) = (expected, engine.render(page))
    let place = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(ours.count, theirs.count)
    let text = [ours, theirs].map { String(decoding: $0[max(0, place - 40)..<min($0.count, place + 40)], as: UTF8.self) }
    print("\(engines[0].name) and \(engine.name) differ at byte \(place): “\(text[0])” and “\(text[1])”")
    exit(1)
}

var rendering = engines.map { _ in [Double]() }
var whole = engines.map { _ in [Double]() }
for _ in 1...rounds {
    for (index, engine) in engines.enumerated() {
        rendering[index].append(engine.rateOfRendering(page))
        whole[index].append(pagesPerSecond { engine.render(page).count })
    }
}

print("| a page of \(expected.count) bytes | pages/s, values ready | pages/s, values made for each page |")
print("| --- | --: | --: |")
for (index, engine) in engines.enumerated() {
    print("| \(engine.name) | \(spread(rendering[index])) | \(spread(whole[index])) |")
}
let ratios = [rendering, whole].map { rates in spread(zip(rates[0], rates[1]).map { $0 / $1 }, places: 1) }
print("| ratio, round by round | \(ratios[0]) | \(ratios[1]) |")
