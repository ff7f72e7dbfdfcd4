package dev.protection.samples.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A downloaded copy of a person's data.
 *
 * @param zip the file
 * @param names what is in it
 */
record Copy(Path zip, List<String> names) {
    static Copy of(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new Copy(zip, file.stream().map(ZipEntry::getName).toList());
        }
    }

    Path extract(String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Path extracted = zip.resolveSibling(name);
            Files.write(extracted, file.getInputStream(new ZipEntry(name)).readAllBytes());
            return extracted;
        }
    }
}
