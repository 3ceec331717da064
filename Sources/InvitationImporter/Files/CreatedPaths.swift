import SystemPackage

/// What a command has created, so that it can take back just that.
struct CreatedPaths {
    private var directories: [FilePath] = []
    private var files: [FilePath] = []

    /// Makes a directory for its owner alone, where there is none.
    mutating func directory(_ path: FilePath) throws {
        if path.exists { return try path.makeDirectory() }
        try path.makeDirectory()
        directories.append(path)
    }

    /// Notes a file that is about to be created; one that is there already is not ours.
    mutating func fileUnlessThere(_ path: FilePath) {
        if !path.exists { files.append(path) }
    }

    /// Removes the files, and those directories that are empty then.
    func takeBack() {
        for file in files {
            try? file.removeFile()
            try? FilePath(file.string + OutputFile.partialEnding).removeFile()
        }
        for directory in directories.reversed() { try? directory.removeDirectory() }
    }
}
