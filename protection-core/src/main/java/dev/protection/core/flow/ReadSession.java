package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Deny;
import dev.protection.access.Mask;
import dev.protection.access.Permit;
import dev.protection.access.RowFilter;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.CellException;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.Reading;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.rights.SubjectState;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One read under way: opens values and remembers whose were opened, until closing records them.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ReadSession implements AutoCloseable {
    private final Engines engines;
    private final Events events;
    private final Gate gate;
    private final ProtectionContext context;
    private final Map<String, RowFilter> filters;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Map<Place, Permit> permits = new HashMap<>();
    private final Map<String, Withheld> withheld = new HashMap<>();
    private final PersonRules persons;
    private final BlockKeys keys;
    private boolean recorded;

    ReadSession(
            Engines engines,
            Events events,
            Gate gate,
            ProtectionContext context,
            List<ReadRequest> requests,
            Map<String, RowFilter> filters) {
        this.engines = engines;
        this.events = events;
        this.gate = gate;
        this.context = context;
        this.filters = filters;
        this.persons = new PersonRules(engines, context);
        this.keys = new BlockKeys(engines, context.purpose());
        requests.forEach(request -> seen.put(request.dataset().name(), new Seen(request)));
    }

    private record Place(String dataset, String field, TenantId tenant) {}

    /**
     * Returns the rows that may be read.
     *
     * @param dataset one of the requested datasets
     * @return the filter to put into the statement
     */
    public RowFilter filter(Dataset dataset) {
        RowFilter filter = filters.get(dataset.name());
        if (filter == null) {
            throw new IllegalArgumentException("not requested: " + dataset.name());
        }
        return filter;
    }

    /**
     * Returns whose rows may not be reached (Art. 7, 18, 21 GDPR).
     *
     * @param dataset one of the requested datasets
     * @return the persons, as a rule
     */
    public Withheld withheld(Dataset dataset) {
        return withheld.computeIfAbsent(dataset.name(), name -> persons.fromReading(dataset));
    }

    /** Returns those of some persons whose rows may not be reached. */
    Set<SubjectRef> withheld(Dataset dataset, Collection<SubjectRef> subjects) {
        if (subjects.isEmpty() || withheld(dataset).isEmpty()) {
            return Set.of();
        }
        return engines.states().get(subjects).values().stream()
                .filter(state -> persons.refusesReading(state).isPresent())
                .map(SubjectState::subject)
                .collect(Collectors.toSet());
    }

    /** Refuses the use of one person's data that may not be used. */
    void requireUsable(Dataset dataset, SubjectRef subject) {
        if (withheld(dataset).isEmpty()) {
            return;
        }
        engines.states().get(List.of(subject)).values().stream()
                .flatMap(state -> persons.refusesReading(state).stream())
                .findFirst()
                .ifPresent(refusal -> {
                    events.refused(context, Action.READ, dataset, Optional.empty(), refusal.code());
                    throw refusal;
                });
    }

    /**
     * Returns the index terms to search for, one for each scope that the filter leaves.
     *
     * @param dataset one of the requested datasets
     * @param field an indexed field of it
     * @param value what is searched
     * @return at least one term
     */
    public List<byte[]> terms(Dataset dataset, Field field, Object value) {
        return Terms.of(engines, filter(dataset), context, dataset, field, value);
    }

    /**
     * Names the index keys among the rows that may be read. Terms of two rows, or of two fields, can be compared only
     * where both have just one key and it is the same.
     *
     * @param dataset one of the requested datasets
     * @param field an indexed field of it
     * @return opaque names, equal exactly when the keys are
     */
    public Set<Object> indexKeys(Dataset dataset, Field field) {
        return Terms.keys(engines, filter(dataset), context, dataset, field);
    }

    /**
     * Returns what helper columns must hold for a search for a text.
     *
     * @param dataset one of the requested datasets
     * @param field a field of it with prefix search
     * @param search the text
     * @return empty when it is a longer beginning than the columns keep
     * @throws dev.protection.encryption.ValueException when the text is not well-formed Unicode
     */
    public Optional<TextTerms> text(Dataset dataset, Field field, TextSearch search) {
        return Terms.text(engines, filter(dataset), context, dataset, field, search);
    }

    /** Counts a row that was handed out. */
    public void row() {
        rows(1);
    }

    /**
     * Counts rows that were handed out.
     *
     * @param count how many more
     */
    public void rows(long count) {
        seen.values().forEach(each -> each.rows(count));
    }

    /**
     * Tells whether a field that is stored as it is must be shown masked.
     *
     * @param dataset one of the requested datasets
     * @param field a declared field of it that is not encrypted
     * @return true when its values may not be handed out
     */
    public boolean plainIsMasked(Dataset dataset, Field field) {
        return seen(dataset).isMasked(field);
    }

    /**
     * Returns what stands for a plain field that must be shown masked.
     *
     * @param field the field
     * @return empty for NULL
     */
    public Optional<Object> maskOf(Field field) {
        return Mask.REDACTED.valueFor(field.type());
    }

    void maskPlain(Dataset dataset, Field field) {
        seen(dataset).mask(field);
    }

    /**
     * Gets the keys of a block of cells in one look-up.
     *
     * @param cells sealed values
     */
    public void prefetch(Collection<byte[]> cells) {
        keys.prefetch(cells);
    }

    /**
     * Makes sure that bytes about to be given out as they are stored are no cell, which never leaves unopened.
     *
     * @param bytes a value of a column that is not encrypted
     * @throws CellException {@code PROT-CELL-MISPLACED} when it has the shape of a cell and the key store knows its key
     */
    public void requireNoCell(byte[] bytes) {
        keys.requireNoCell(bytes);
    }

    /** Forgets the keys of the block, so that the next one is checked against erasures, and the quarantine, anew. */
    public void nextBlock() {
        gate.requireServing();
        keys.forget();
    }

    /**
     * Returns what stands for a field's value, if this read may not see it.
     *
     * @param dataset one of the requested datasets
     * @param field a declared field of it, encrypted or not
     * @param tenant whose row it is
     * @return empty when the value itself may be seen
     * @throws dev.protection.access.AccessDeniedException when not even a mask may be seen
     */
    public Optional<Mask> mask(Dataset dataset, Field field, TenantId tenant) {
        return permits.computeIfAbsent(
                        new Place(dataset.name(), field.name(), tenant),
                        place -> gate.require(context, Action.READ, dataset, Optional.of(field), tenant))
                .mask();
    }

    /**
     * Opens a value.
     *
     * @param dataset one of the requested datasets
     * @param field an encrypted field of it
     * @param tenant the tenant that the row names
     * @param subject the person's id that the row names
     * @param cell the sealed value
     * @return the value, its mask, or the fact that the person was erased
     * @throws CellException when the cell does not belong here or was changed
     * @throws UnknownKeyException when no store knows the key
     * @throws dev.protection.access.AccessDeniedException when not even a mask may be seen
     */
    public Reading<Object> open(Dataset dataset, Field field, TenantId tenant, Object subject, byte[] cell) {
        Optional<Mask> mask = mask(dataset, field, tenant);
        if (mask.isPresent() && !mask.get().showsSome()) {
            return new Reading.Masked<>(mask.get().valueFor(field.type()));
        }
        Reading<Object> reading =
                clear(dataset, field, SubjectRef.of(tenant, dataset.subject().kind(), subject), cell, true);
        return mask.isPresent() && reading instanceof Reading.Clear<Object> clear
                ? new Reading.Masked<>(shown(mask.get(), dataset, field, tenant, clear.get()))
                : reading;
    }

    private Optional<Object> shown(Mask mask, Dataset dataset, Field field, TenantId tenant, Object value) {
        return mask == Mask.HASH && value instanceof String text
                ? Optional.of(engines.encryption().hash(tenant, dataset, field, text))
                : mask.of(field.type(), value);
    }

    /**
     * Opens a value to find out whether a row meets a condition, as an index would tell: nobody is shown it, so the record
     * names the field, and not the person.
     *
     * @param dataset one of the requested datasets
     * @param field a field of it that decides something
     * @param tenant the tenant that the row names
     * @param subject the person's id that the row names
     * @param cell the sealed value
     * @return the value, or the fact that the person was erased
     * @throws CellException when the cell does not belong here or was changed
     * @throws UnknownKeyException when no store knows the key
     * @throws dev.protection.access.AccessDeniedException when it may not be seen unmasked
     */
    public Reading<Object> compare(Dataset dataset, Field field, TenantId tenant, Object subject, byte[] cell) {
        if (mask(dataset, field, tenant).isPresent()) {
            Permit masked = gate.require(context, Action.READ, dataset, Optional.of(field), tenant);
            throw gate.refuse(context, Action.READ, dataset, Optional.of(field), new Deny(masked.facts()));
        }
        return clear(dataset, field, SubjectRef.of(tenant, dataset.subject().kind(), subject), cell, false);
    }

    private Reading<Object> clear(Dataset dataset, Field field, SubjectRef person, byte[] cell, boolean shown) {
        KeyId id = engines.encryption().keyIdOf(cell).orElseThrow(CellException::shape);
        Optional<SubjectKeyring> key =
                keys.of(id, person, () -> CellException.notAuthentic(dataset.name(), field.name(), id));
        if (key.isEmpty()) {
            return new Reading.Erased<>(id);
        }
        Object value = engines.encryption().open(key.get(), dataset, field, cell);
        if (shown) {
            seen(dataset).opened(field, key.get().handle());
        }
        return new Reading.Clear<>(value);
    }

    void shown(Dataset dataset, Field field) {
        seen(dataset).shown(field);
    }

    /**
     * Decides about a value that is stored as it is.
     *
     * @param dataset one of the requested datasets
     * @param field a declared field of it that is not encrypted
     * @param tenant the tenant that the row names
     * @param value the value
     * @return the value or its mask
     * @throws dev.protection.access.AccessDeniedException when not even a mask may be seen
     */
    public Reading<Object> plain(Dataset dataset, Field field, TenantId tenant, Object value) {
        Optional<Mask> mask = mask(dataset, field, tenant);
        if (mask.isPresent()) {
            return new Reading.Masked<>(mask.get().valueFor(field.type()));
        }
        shown(dataset, field);
        return new Reading.Clear<>(value);
    }

    /**
     * Returns the index term of a value in one tenant.
     *
     * @param tenant whose rows are searched
     * @param dataset one of the requested datasets
     * @param field an indexed field of it
     * @param value what is searched
     * @return 32 bytes
     */
    public byte[] term(TenantId tenant, Dataset dataset, Field field, Object value) {
        return engines.encryption().term(tenant, dataset, field, value);
    }

    private Seen seen(Dataset dataset) {
        Seen found = seen.get(dataset.name());
        if (found == null) {
            throw new IllegalArgumentException("not requested: " + dataset.name());
        }
        return found;
    }

    /**
     * Records whose values were opened. Closing again does nothing.
     *
     * @throws dev.protection.StoreUnavailableException when the record cannot be kept
     */
    @Override
    public void close() {
        if (!recorded) {
            recorded = true;
            seen.values().forEach(each -> events.read(context, each));
        }
    }
}
