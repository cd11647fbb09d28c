import Testing

@testable import SitePreview

struct EventHubTests {
    private func texts(_ events: AsyncStream<PreviewEvent>, _ count: Int) async -> [String] {
        var texts = [String]()
        for await event in events {
            texts.append(event.text)
            if texts.count == count { break }
        }
        return texts
    }

    @Test func whoComesIsToldHowThingsAreAndThenWhatHappens() async {
        let hub = EventHub()
        hub.publish([.change(.nothing, build: 1)], greetings: [.hello(build: 1)])
        let listener = hub.subscribe()
        hub.publish([.change(.nothing, build: 2)], greetings: [.hello(build: 2)])
        let heard = await texts(listener.events, 2)
        #expect(heard == [PreviewEvent.hello(build: 1).text, PreviewEvent.change(.nothing, build: 2).text])
    }

    @Test func whoLeavesIsForgotten() async {
        let hub = EventHub()
        let listener = hub.subscribe()
        listener.end()
        hub.publish([.change(.nothing, build: 1)])
        #expect(await texts(listener.events, 1) == [])
    }

    /// A tab that takes nothing for so long has to look again anyway; what is meant for it must not pile up.
    @Test func whoTakesNothingIsLetGo() async {
        let hub = EventHub()
        let listener = hub.subscribe()
        for build in 0..<10_000 { hub.publish([.change(.nothing, build: build)]) }
        var heard = 0
        for await _ in listener.events { heard += 1 }
        #expect(heard == EventHub.mostUntaken)
    }
}
