package dev.protection.core.rights;

import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests for tests and first steps: they last as long as the process. */
public final class InMemoryRequestStore implements RequestStore {
    private static final Comparator<RequestRecord> ORDER = Comparator.comparing(
                    (RequestRecord request) -> request.dueAt().orElse(Instant.MAX))
            .thenComparing(request -> request.id().toString());

    private final Map<RequestId, RequestRecord> requests = new LinkedHashMap<>();

    /** Makes an empty store. */
    public InMemoryRequestStore() {}

    @Override
    public synchronized RequestRecord putIfAbsent(RequestRecord request) {
        Optional<RequestRecord> same = find(request.id())
                .or(() -> requests.values().stream()
                        .filter(other ->
                                other.unique().isPresent() && other.unique().equals(request.unique()))
                        .findFirst());
        same.ifPresentOrElse(kept -> {}, () -> requests.put(request.id(), request));
        return same.orElse(request);
    }

    @Override
    public synchronized Optional<RequestRecord> find(RequestId id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public synchronized void commit(RequestRecord next) {
        RequestRecord kept = requests.get(next.id());
        if (kept == null || kept.version() != next.version() - 1) {
            throw RequestException.stale(next.id());
        }
        requests.put(next.id(), next);
    }

    @Override
    public synchronized List<RequestRecord> due(Instant until, int most) {
        return requests.values().stream()
                .filter(request ->
                        request.dueAt().filter(at -> !at.isAfter(until)).isPresent())
                .sorted(ORDER)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<RequestRecord> ofSubject(String subject) {
        return requests.values().stream()
                .filter(request -> request.subject().filter(subject::equals).isPresent())
                .toList();
    }
}
