package dev.protection.core;

import dev.protection.StoreUnavailableException;
import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Instruction;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRef;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Files of persons, such as attachments: {@code root/tenant/kind/id/...}, the three names encoded so that no id leaves
 * its directory. Retention counts from a file's last modification. Erasing unlinks files and syncs their directories; the
 * bytes on the medium and in file system snapshots are out of its reach. Safe for use by several threads.
 */
public final class FilePersonalDataSource implements PersonalDataSource {
    private final String id;
    private final String dataset;
    private final SortedSet<String> fields;
    private final FileTree tree;

    /**
     * Makes a source over a directory.
     *
     * @param id the source's id: lower-case letters, digits and dashes
     * @param dataset the declared dataset whose duties and period apply to the files, or a word of its own
     * @param field the declared field that the content of a file is, or a word of its own
     * @param root the directory; made when the first file comes
     */
    public FilePersonalDataSource(String id, String dataset, String field, Path root) {
        this.id = id;
        this.dataset = dataset;
        this.fields = new TreeSet<>(List.of(field));
        this.tree = new FileTree(root);
    }

    /**
     * Returns where the files of a person belong.
     *
     * @param subject the person
     * @return the directory, made when missing
     * @throws IllegalArgumentException when the tenant, kind or id is too long for the name of a directory
     */
    public Path directory(SubjectRef subject) {
        Path directory = tree.directory(subject);
        return io(() -> Files.createDirectories(directory));
    }

    @Override
    public SourceDescriptor describe() {
        SortedSet<String> datasets = new TreeSet<>(List.of(dataset));
        return new SourceDescriptor(id, 1, datasets, datasets);
    }

    @Override
    public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
        return page(io(() -> tree.files(subject)), after, run, file -> Optional.of(found(subject, file)));
    }

    @Override
    public Page<Found> older(String wanted, Instant until, Cursor after, RunContext run) {
        return page(
                io(tree::all),
                after,
                run,
                file -> tree.subject(file)
                        .map(subject -> found(subject, file))
                        .filter(found ->
                                found.since().filter(at -> !at.isAfter(until)).isPresent()));
    }

    @Override
    public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
        return page(io(() -> tree.files(subject)), after, run, this::item);
    }

    @Override
    public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
        return page(io(() -> tree.files(subject)), after, run, file -> {
            Found found = found(subject, file);
            Instruction instruction = run.rule().decide(found);
            if (instruction.isNothing()) {
                return Optional.empty();
            }
            io(() -> tree.delete(subject, file));
            return Optional.of(RecordOutcome.erased(found.ref(), fields));
        });
    }

    @Override
    public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
        List<Path> left = io(tree::all).stream()
                .filter(file -> tree.subject(file).filter(subject::equals).isPresent())
                .toList();
        return page(left, after, run, file -> Optional.of(found(subject, file)));
    }

    @Override
    public Page<SubjectRef> subjects(Cursor after, RunContext run) {
        return page(io(tree::all), after, run, tree::subject);
    }

    private Found found(SubjectRef subject, Path file) {
        Optional<Instant> since = io(() -> tree.modified(file));
        return new Found(new RecordRef(id, dataset, tree.name(file)), subject, fields, since);
    }

    /** A link is a record, but what it points to may be somebody else's. */
    private Optional<ExportItem> item(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String name = String.valueOf(file.getFileName());
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        values.put("file", Optional.of(name));
        return Optional.of(new ExportItem(
                new RecordRef(id, dataset, tree.name(file)), values, Set.of(), Optional.of(new Content(name, file))));
    }

    private <T> Page<T> page(List<Path> files, Cursor after, RunContext run, Function<Path, Optional<T>> each) {
        List<T> items = new ArrayList<>();
        String last = "";
        for (Path file : files) {
            String name = tree.name(file);
            if (name.compareTo(after.value()) > 0) {
                if (items.size() == run.pageSize()) {
                    return new Page<>(items, Optional.of(new Cursor(last)));
                }
                each.apply(file).ifPresent(items::add);
                last = name;
            }
        }
        return Page.last(items);
    }

    /** Work on files. */
    private interface Work<T> {
        T run() throws IOException;
    }

    /** The failure's own text names files, and so persons: only its kind goes on. */
    private <T> T io(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "directory of " + id, new IOException(e.getClass().getSimpleName()));
        }
    }

    private record Content(String name, Path file) implements ExportItem.Attachment {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public String toString() {
            return "Content";
        }
    }
}
