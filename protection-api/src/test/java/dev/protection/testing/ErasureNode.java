package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One node that carries the erasure of a person on. */
final class ErasureNode {
    private static final int MOST_PAGES = 10_000;

    private final SubjectRef subject;
    private final RunContext run;
    private PersonalDataSource source;
    private Optional<Cursor> saved = Optional.of(Cursor.START);

    ErasureNode(PersonalDataSource source, SubjectRef subject, RunContext run) {
        this.source = source;
        this.subject = subject;
        this.run = run;
    }

    void restart(PersonalDataSource fresh) {
        source = fresh;
    }

    void again() {
        saved = Optional.of(Cursor.START);
    }

    /** Does a page; a killed one does not save where it was. */
    void page(boolean killed) {
        if (saved.isPresent()) {
            Page<RecordOutcome> page = source.erase(subject, copy(saved.get()), run);
            saved = killed ? saved : page.next();
        }
    }

    void finish() {
        for (int page = 0; saved.isPresent(); page++) {
            assertThat(page).as("the pages of an erasure come to an end").isLessThan(MOST_PAGES);
            page(false);
        }
    }

    /** A cursor as it comes back from where it was kept. */
    private static Cursor copy(Cursor cursor) {
        return new Cursor(String.valueOf(cursor.value().toCharArray()));
    }

    /** All items of all pages. */
    static <T> List<T> all(Function<Cursor, Page<T>> pages) {
        List<T> items = new ArrayList<>();
        Optional<Cursor> next = Optional.of(Cursor.START);
        for (int page = 0; next.isPresent(); page++) {
            assertThat(page).as("pages come to an end").isLessThan(MOST_PAGES);
            Page<T> got = pages.apply(copy(next.get()));
            items.addAll(got.items());
            next = got.next();
        }
        return items;
    }
}
