import Testing

@testable import CourseSite

struct MediaTypeTests {
    @Test(arguments: [
        ("a.mp4", "video"), ("a.MP4#t=1", "video"), ("a/b.webm?x=1.png", "video"), ("a.opus", "audio"), ("a.avi", "avi"),
        ("a.MOV#t=1", "mov"),
        ("a.svg", "image"), ("a.mp4/b", "image"), ("a.svg#.mp4", "image"), ("avi", "image"), ("", "image"),
    ])
    func whatAnAddressShows(_ address: String, _ shown: String) {
        switch AudioVideo.shown(at: address) {
        case .image: #expect(shown == "image")
        case .plays(let kind): #expect(shown == kind.rawValue)
        case .unplayable(let ending): #expect(shown == ending)
        }
    }

    @Test(arguments: [
        ("mp4", "video/mp4", AudioVideo.video), ("webm", "video/webm", .video), ("ogv", "video/ogg", .video), ("mp3", "audio/mpeg", .audio),
        ("m4a", "audio/mp4", .audio), ("ogg", "audio/ogg", .audio), ("oga", "audio/ogg", .audio), ("opus", "audio/ogg", .audio),
        ("wav", "audio/wav", .audio), ("flac", "audio/flac", .audio),
    ])
    func whatBrowsersPlay(_ ending: String, _ type: String, _ kind: AudioVideo) {
        for name in ["a.\(ending)", "a.pdf/b.c.\(ending.uppercased())"] {
            #expect(MediaType.of(name) == type)
            #expect(AudioVideo(named: name) == kind)
        }
    }

    @Test func whatTheyDoNotPlay() {
        for name in ["a.png", "a.avi", "mp4", "a.mp4/b", "", "a.", "/"] { #expect(AudioVideo(named: name) == nil, "\(name)") }
        #expect(MediaType.of("a.vtt") == "text/vtt")
        #expect(MediaType.of("a.unknown") == "application/octet-stream")
        #expect(MediaType.of(OutputPath("fr/a.PDF")) == "application/pdf")
    }
}
