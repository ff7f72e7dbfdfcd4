package dev.protection.core;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Directories of persons, three levels below a root. */
final class FileTree {
    private static final int LEVELS = 3;
    private static final int LONGEST = 250;

    private final Path root;

    FileTree(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path directory(SubjectRef subject) {
        return root.resolve(encode(subject.tenant().value()))
                .resolve(encode(subject.kind()))
                .resolve(encode(subject.id()));
    }

    /** Lower-case letters and digits stay, every other byte becomes % and two digits: no dots, slashes or case. */
    private static String encode(String name) {
        StringBuilder text = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
            text.append(plain ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a tenant, kind or id is too long to name a directory of files");
        }
        return text.toString();
    }

    Optional<SubjectRef> subject(Path file) {
        Path relative = root.relativize(file);
        if (relative.getNameCount() <= LEVELS) {
            return Optional.empty();
        }
        String id = decode(relative.getName(2));
        return Optional.of(new SubjectRef(TenantId.of(decode(relative.getName(0))), decode(relative.getName(1)), id));
    }

    private static String decode(Path name) {
        return URLDecoder.decode(name.toString(), StandardCharsets.UTF_8);
    }

    /** All files of a person, in the order of their names. */
    List<Path> files(SubjectRef subject) throws IOException {
        return below(directory(subject));
    }

    List<Path> all() throws IOException {
        return below(root);
    }

    String name(Path file) {
        return root.relativize(file).toString();
    }

    /** What another node takes away while it is listed is left out. */
    private List<Path> below(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        collect(directory, files);
        files.sort(Comparator.comparing(this::name));
        return files;
    }

    private static void collect(Path directory, List<Path> files) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> children;
        try (Stream<Path> listed = Files.list(directory)) {
            children = listed.toList();
        } catch (NoSuchFileException gone) {
            return;
        }
        for (Path child : children) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                collect(child, files);
            } else {
                files.add(child);
            }
        }
    }

    Optional<Instant> modified(Path file) throws IOException {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Unlinks a file, and the directories of the person that this leaves empty; another node may do the same now. */
    boolean delete(SubjectRef subject, Path file) throws IOException {
        boolean deleted = Files.deleteIfExists(file);
        Path stop = directory(subject).getParent();
        for (Path directory = file.getParent(); directory != null; directory = directory.getParent()) {
            sync(directory);
            if (directory.equals(stop) || !removeIfEmpty(directory)) {
                break;
            }
        }
        return deleted;
    }

    private static boolean removeIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
            return true;
        } catch (DirectoryNotEmptyException stillInUse) {
            return false;
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException gone) {
            return; // whoever removed it syncs the directory above
        }
    }
}
