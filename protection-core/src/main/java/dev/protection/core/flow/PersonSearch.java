package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RequestId;
import dev.protection.rights.RunContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds persons by their keyed hashes: everybody of whom something is here is hashed. */
final class PersonSearch {
    private static final int PAGE = 1_000;

    private final RightsParts parts;
    private final Map<String, SubjectRef> found = new HashMap<>();
    private Set<String> wanted = Set.of();

    PersonSearch(RightsParts parts) {
        this.parts = parts;
    }

    Map<String, SubjectRef> find(Collection<String> hashes) {
        wanted = new HashSet<>(hashes);
        amongStates();
        parts.sources().forEach(this::in);
        return found;
    }

    private void amongStates() {
        Optional<SubjectRef> last = Optional.empty();
        List<SubjectRef> page;
        do {
            page = parts.states().known(last, PAGE);
            page.forEach(this::compare);
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE && !wanted.isEmpty());
    }

    private void in(PersonalDataSource source) {
        RunContext run = RunContext.looking(new RequestId(UUID.randomUUID()), PAGE);
        Optional<Cursor> cursor = Optional.of(Cursor.START);
        while (cursor.isPresent() && !wanted.isEmpty()) {
            Page<SubjectRef> page = source.subjects(cursor.get(), run);
            page.items().stream().distinct().forEach(this::compare);
            cursor = page.next();
        }
    }

    private void compare(SubjectRef subject) {
        String hash = parts.hash().hex(subject);
        if (wanted.remove(hash)) {
            found.put(hash, subject);
        }
    }
}
