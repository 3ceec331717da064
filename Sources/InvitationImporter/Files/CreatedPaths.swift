import SystemPackage

/// The files and directories that a command has created, so that it can remove exactly those.
struct CreatedPaths {
    private var directories: [FilePath] = []
    private var files: [FilePath] = []

    /// Makes a directory for its owner alone, if there is none.
    mutating func directory(_ path: FilePath) throws {
        if path.exists { return try path.makeDirectory() }
        try path.makeDirectory()
        directories.append(path)
    }

    /// Notes a file that is about to be created. A file that is there already does not count.
    mutating func fileUnlessThere(_ path: FilePath) {
        if !path.exists { files.append(path) }
    }

    /// Removes the files, and the directories that are then empty.
    func takeBack() {
        for file in files {
            try? file.removeFile()
            try? FilePath(file.string + OutputFile.partialEnding).removeFile()
        }
        for directory in directories.reversed() { try? directory.removeDirectory() }
    }
}
