package org.upstander.standalone;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions for what only its owner may see, where the file system knows such a thing. */
final class OwnerOnly {

    private OwnerOnly() {}

    static FileAttribute<?>[] file(Path on) {
        return permissions(on, "rw-------");
    }

    static FileAttribute<?>[] folder(Path on) {
        return permissions(on, "rwx------");
    }

    private static FileAttribute<?>[] permissions(Path on, String text) {
        if (!on.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        };
    }
}
