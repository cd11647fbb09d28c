package import ArgumentParser

extension ParsableCommand {
    /// What a program does from its start to its end: reads what it was called with, does it, and says with which status it ended.
    package static func runAsProgram() {
        Terminal.outliveReaders()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(by: error)
        }
    }

    fileprivate static func end(by error: any Error) -> Never {
        if let failure = error as? Failure { failure.report() }
        let code = exitCode(for: error)
        Terminal.write(fullMessage(for: error), isError: !code.isSuccess)
        Terminal.exit(code.isSuccess ? .done : .wrongUse)
    }
}

extension AsyncParsableCommand {
    /// The same for one that waits for what others do.
    package static func runAsProgram() async {
        Terminal.outliveReaders()
        do {
            var command = try parseAsRoot()
            // What only tells the help waits for nobody.
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            end(by: error)
        }
    }
}
