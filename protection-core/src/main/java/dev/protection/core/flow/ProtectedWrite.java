package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.access.Permit;
import dev.protection.access.RowFilter;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.CaseRules;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStateException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The protected write.
 *
 * <ol>
 *   <li>context;
 *   <li>decide MODIFY (or DELETE) for every tenant and field written, {@link #prepare};
 *   <li>the persons' keys, committed before any data that uses them;
 *   <li>seal the values and make their index terms;
 *   <li>in the application's own transaction: lock the persons' states shared, check them, store the event,
 *       {@link #record};
 *   <li>the caller sends the statement.
 * </ol>
 *
 * <p>A person whose id the database makes: the values are sealed under provisional keys, the statement is sent, then
 * {@link #bind} ties the keys to the person and {@link #record} follows before the commit.
 *
 * <p>Safe for use by several threads.
 */
public final class ProtectedWrite {
    private final Engines engines;
    private final Events events;
    private final Gate gate;
    private final WriteRecord record;

    ProtectedWrite(Engines engines, Events events, Gate gate) {
        this.engines = engines;
        this.events = events;
        this.gate = gate;
        this.record = new WriteRecord(engines, events);
    }

    /**
     * Decides which rows a statement may reach at all.
     *
     * @param context who writes, and why
     * @param kind what the statement does
     * @param dataset where
     * @return the filter to put into the statement
     * @throws dev.protection.access.AccessDeniedException when there is no right to any row
     */
    public RowFilter filter(ProtectionContext context, WriteKind kind, Dataset dataset) {
        return gate.filter(context, kind.action(), dataset);
    }

    /**
     * Returns whose rows a statement does not reach: of those who object to the purpose, or do not consent to it.
     *
     * @param context who writes, and why
     * @param dataset where
     * @return as {@link ReadSession#withheld(Dataset)}; restricted persons are none of them, they refuse the statement
     */
    public Withheld withheld(ProtectionContext context, Dataset dataset) {
        return new PersonRules(engines, context).fromWriting(dataset);
    }

    /**
     * Decides, seals and indexes.
     *
     * @param context who writes, and why
     * @param kind what is done
     * @param dataset where
     * @param rows the rows, at least one
     * @return the rows as the database stores them; nothing has been recorded or sent yet
     * @throws dev.protection.access.AccessDeniedException when something is not permitted
     * @throws SubjectStateException when a person was erased
     * @throws dev.protection.StoreUnavailableException when a key cannot be had
     */
    public PreparedWrite prepare(ProtectionContext context, WriteKind kind, Dataset dataset, List<WriteRow> rows) {
        return prepare(context, kind, dataset, rows, CaseRules.SIMPLE);
    }

    /**
     * Decides, seals and indexes.
     *
     * @param context who writes, and why
     * @param kind what is done
     * @param dataset where
     * @param rows the rows, at least one
     * @param rules what upper and lower case are in the database
     * @return the rows as the database stores them; nothing has been recorded or sent yet
     * @throws dev.protection.access.AccessDeniedException when something is not permitted
     * @throws dev.protection.StoreUnavailableException when a key cannot be had
     */
    public PreparedWrite prepare(
            ProtectionContext context, WriteKind kind, Dataset dataset, List<WriteRow> rows, CaseRules rules) {
        Set<String> fields = new LinkedHashSet<>();
        rows.forEach(row -> fields.addAll(row.values().keySet()));
        Set<String> leftOut = decide(context, kind, dataset, rows);
        try {
            List<PreparedRow> sealed = new Sealing(engines, dataset, leftOut, rules).seal(rows);
            return new PreparedWrite(context, kind, dataset, fields, leftOut, sealed);
        } catch (SubjectStateException e) {
            events.refused(context, kind.action(), dataset, Optional.empty(), e.code());
            throw e;
        }
    }

    /**
     * Prepares a write of rows of a person who has keys already. It makes none and refuses nothing: what is not permitted,
     * or only with the person's consent, or only masked, or needs a key that is not there, takes the usual way.
     *
     * @param context who writes, and why
     * @param kind what is done to rows that exist
     * @param dataset where
     * @param row the row; it names its person
     * @param rules what upper and lower case are in the database
     * @return the write, as by {@link #prepare}; empty when it has to take the usual way
     */
    public Optional<PreparedWrite> prepareKnown(
            ProtectionContext context, WriteKind kind, Dataset dataset, WriteRow row, CaseRules rules) {
        boolean permitted = isPermitted(context, kind, dataset, Optional.empty(), row.tenant())
                && row.subject()
                        .filter(subject -> new PersonRules(engines, context)
                                .refusesUse(SubjectState.active(subject))
                                .isEmpty())
                        .isPresent();
        for (String name : row.values().keySet()) {
            permitted &= isPermitted(context, kind, dataset, dataset.field(name), row.tenant());
        }
        return permitted
                ? new Sealing(engines, dataset, Set.of(), rules)
                        .sealKnown(row)
                        .map(ready -> new PreparedWrite(
                                context, kind, dataset, row.values().keySet(), Set.of(), List.of(ready)))
                : Optional.empty();
    }

    private boolean isPermitted(
            ProtectionContext context, WriteKind kind, Dataset dataset, Optional<Field> field, TenantId tenant) {
        return gate.decide(context, kind.action(), dataset, field, tenant) instanceof Permit permit
                && permit.mask().isEmpty();
    }

    private Set<String> decide(ProtectionContext context, WriteKind kind, Dataset dataset, List<WriteRow> rows) {
        Set<String> leftOut = new LinkedHashSet<>();
        Map<TenantId, Map<String, Permit>> decided = new HashMap<>();
        for (WriteRow row : rows) {
            Map<String, Permit> permits = decided.computeIfAbsent(row.tenant(), tenant -> {
                gate.require(context, kind.action(), dataset, Optional.empty(), tenant);
                return new LinkedHashMap<>();
            });
            row.values().forEach((name, value) -> {
                Field field = dataset.field(name).orElseThrow();
                Permit permit = permits.computeIfAbsent(
                        name, key -> gate.require(context, kind.action(), dataset, Optional.of(field), row.tenant()));
                if (new WriteBack(gate, context, kind, dataset).isMask(field, permit, value)) {
                    leftOut.add(name);
                }
            });
        }
        return leftOut;
    }

    /**
     * Ties provisional keys to the persons whose ids the database has made.
     *
     * @param write a write that {@linkplain PreparedWrite#awaitsSubjects() awaits} them
     * @param subjects the person of each row, in order
     * @return the write, to be recorded before the commit
     * @throws dev.protection.StoreUnavailableException when the key store does not answer: roll back
     */
    public PreparedWrite bind(PreparedWrite write, List<SubjectRef> subjects) {
        Map<SubjectKeyring, SubjectRef> bound = new LinkedHashMap<>();
        for (int i = 0; i < write.rows().size(); i++) {
            SubjectRef subject = subjects.get(i);
            if (write.rows().get(i).subject().isEmpty()) {
                write.rows().get(i).keys().forEach(key -> bound.put(key, subject));
            }
        }
        engines.encryption().bind(bound);
        return write.withSubjects(subjects);
    }

    /**
     * Locks and checks the persons' states and stores the event, in the application's transaction.
     *
     * @param write what is written, with all persons known
     * @param rows how many rows are touched
     * @param transaction the application's transaction
     * @throws SubjectStateException when a person is being erased, was erased, is restricted or held, has objected to the
     *     purpose, or does not consent to it where that is needed
     */
    public void record(PreparedWrite write, long rows, BusinessTransaction transaction) {
        record.store(write, rows, transaction);
    }

    /**
     * Returns the event of a write for a statement that does what {@link #record} does by itself, in the application's
     * transaction: lock the persons' states shared, change nothing unless each of them is
     * {@linkplain SubjectState#active as of a person of whom nothing else is known}, whatever the person consents to, and
     * store the event with what it changes.
     *
     * @param write what is written, with all persons known
     * @param rows how many rows are touched
     * @return what is stored, at least one
     */
    public List<OutboxEvent> events(PreparedWrite write, long rows) {
        return record.events(write, rows);
    }

    /**
     * Decides whether everything in a dataset's table may be removed. What is removed is then prepared and recorded as by a
     * DELETE of all rows, those of opponents and of restricted persons too.
     *
     * @param context who removes it, and why
     * @param dataset where
     * @throws dev.protection.access.AccessDeniedException when not all rows may be removed
     */
    public void requireAll(ProtectionContext context, Dataset dataset) {
        RowFilter filter = gate.filter(context, WriteKind.DELETE.action(), dataset);
        if (!(filter instanceof RowFilter.All) && !(dataset.tenant() instanceof TenantPath.Fixed)) {
            gate.require(context, WriteKind.DELETE.action(), dataset, Optional.empty(), ProtectedRead.ANY_TENANT);
        }
    }

    /**
     * Returns the index terms to search for in an UPDATE or DELETE.
     *
     * @param context who writes, and why
     * @param filter the rows that may be reached
     * @param dataset where
     * @param field an indexed field of it
     * @param value what is searched
     * @return one term for each scope that the filter leaves
     */
    public List<byte[]> terms(ProtectionContext context, RowFilter filter, Dataset dataset, Field field, Object value) {
        return Terms.of(engines, filter, context, dataset, field, value);
    }
}
