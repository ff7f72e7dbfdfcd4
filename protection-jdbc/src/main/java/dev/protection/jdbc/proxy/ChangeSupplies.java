package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.SearchColumn;
import dev.protection.access.RowFilter;
import dev.protection.core.flow.PreparedRow;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.ReadRequest;
import dev.protection.core.flow.ReadSession;
import dev.protection.core.flow.Withheld;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.Piece;
import dev.protection.jdbc.sql.TextValue;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the templates of an UPDATE or DELETE need: whose rows may be reached, and what their fields are compared with. */
final class ChangeSupplies implements Supplies {
    private final Change change;
    private final ProtectedDatabase database;
    private final ProtectionContext context;
    private final Bindings bindings;
    private final RowFilter target;
    private final Withheld withheld;
    private final Optional<ReadSession> reading;
    private final Optional<OpenedCells> opened;

    private ChangeSupplies(
            Change change,
            ProtectedDatabase database,
            ProtectionContext context,
            Bindings bindings,
            RowFilter target,
            Withheld withheld,
            Optional<ReadSession> reading,
            Execution execution) {
        this.opened = reading.map(session -> new OpenedCells(execution, session));
        this.change = change;
        this.database = database;
        this.context = context;
        this.bindings = bindings;
        this.target = target;
        this.withheld = withheld;
        this.reading = reading;
    }

    static ChangeSupplies of(Change change, ProtectedDatabase database, Bindings bindings, Execution execution) {
        ProtectionContext context = database.flows().contexts().current();
        RowFilter target = database.flows().write().filter(context, change.kind(), change.dataset());
        LinkedHashMap<Dataset, Set<dev.protection.Field>> others = new LinkedHashMap<>();
        change.occurrences().stream().skip(1).forEach(each -> others.put(each.dataset(), Set.of()));
        List<ReadRequest> requests = QueryRun.requests(others, change.used());
        Optional<ReadSession> reading = requests.isEmpty()
                ? Optional.empty()
                : Optional.of(database.flows().read().begin(context, requests));
        Withheld withheld = database.flows().write().withheld(context, change.dataset());
        return new ChangeSupplies(change, database, context, bindings, target, withheld, reading, execution);
    }

    /** Reaches every row, of opponents and others; who asks has decided before. */
    static ChangeSupplies ofAll(Change change, ProtectedDatabase database, Execution execution) {
        ProtectionContext context = database.flows().contexts().current();
        return new ChangeSupplies(
                change,
                database,
                context,
                Bindings.NONE,
                new RowFilter.All(),
                Withheld.NOBODY,
                Optional.empty(),
                execution);
    }

    ProtectionContext context() {
        return context;
    }

    /** Whether only rows of persons who consent are reached. */
    boolean needConsent() {
        return withheld.consent().isPresent();
    }

    /** Records what was read to find the rows. */
    void close() {
        reading.ifPresent(ReadSession::close);
    }

    @Override
    public Bindings bindings() {
        return bindings;
    }

    @Override
    public byte @Nullable [] cell(int row, FieldUse use) {
        throw new IllegalStateException("finding the rows stores nothing");
    }

    @Override
    public byte @Nullable [] storedTerm(int row, FieldUse use, SearchColumn kind) {
        throw new IllegalStateException("finding the rows stores nothing");
    }

    @Override
    public boolean leftOut(FieldUse use) {
        return false;
    }

    @Override
    public List<byte[]> terms(FieldUse use, @Nullable Object value) {
        return value == null ? List.of() : reading.orElseThrow().terms(use.dataset(), use.field(), value);
    }

    @Override
    public boolean oneIndex(List<FieldUse> uses) {
        return ReadSupplies.oneIndex(reading.orElseThrow(), uses);
    }

    @Override
    public @Nullable String text(TextValue value) throws SQLException {
        return texts().text(value);
    }

    @Override
    public TextCondition textCondition(Piece.TextMatch match) throws SQLException {
        return texts().of(match);
    }

    private TextConditions texts() {
        return new TextConditions(
                bindings, database, new OpenedSearch(reading.orElseThrow(), opened.orElseThrow(), this));
    }

    @Override
    public OpenedLists opened(Piece.Opened condition) throws SQLException {
        return OpenedLists.of(condition, opened.orElseThrow(), this, database.dialect());
    }

    /** Whether a statement failed on a row that came after the values were opened. */
    boolean missed(SQLException failure) {
        return opened.isPresent() && opened.get().missed(failure);
    }

    @Override
    public OccurrenceFilter filter(int occurrence) {
        Occurrence mentioned = change.occurrences().stream()
                .filter(each -> each.number() == occurrence)
                .findFirst()
                .orElseThrow();
        if (occurrence == change.occurrences().get(0).number()) {
            return target(mentioned);
        }
        ReadSession session = reading.orElseThrow();
        return new OccurrenceFilter(
                mentioned,
                session.filter(mentioned.dataset()),
                database.persons(session.withheld(mentioned.dataset())));
    }

    /**
     * The rows that are changed. Where the table's own fields decide which, those that may not be read are none of them: of
     * their values nothing may be learnt, and their index keys are not known, so that every test for inequality would hold.
     */
    private OccurrenceFilter target(Occurrence mentioned) {
        boolean read = change.used().stream()
                .anyMatch(use -> use.dataset().name().equals(change.dataset().name()));
        if (!read) {
            return new OccurrenceFilter(mentioned, target, database.persons(withheld));
        }
        RowFilter readable = reading.orElseThrow().filter(change.dataset());
        return new OccurrenceFilter(mentioned, List.of(target, readable), database.persons(withheld));
    }

    @Override
    public Optional<List<Object>> key() {
        return Optional.empty();
    }

    /** Whether anything is read to find the rows, besides whose they are. */
    boolean reads() {
        return reading.isPresent();
    }

    /** The tenants whose rows may be reached. */
    RowFilter target() {
        return target;
    }

    /** The same, with what is stored in all rows of one person. */
    Supplies forPerson(PreparedWrite write, LockedPerson person) {
        return forRow(write, write.rows().get(0), Optional.empty(), filter -> filter.only(person));
    }

    /** The same, with what is stored in one row or, without a key, in all of them. */
    Supplies forRow(PreparedWrite write, PreparedRow row, Optional<List<Object>> key) {
        return forRow(write, row, key, filter -> filter);
    }

    private Supplies forRow(
            PreparedWrite write,
            PreparedRow row,
            Optional<List<Object>> key,
            UnaryOperator<OccurrenceFilter> narrowing) {
        ChangeSupplies finding = this;
        return new Supplies() {
            @Override
            public Bindings bindings() {
                return bindings;
            }

            @Override
            public byte @Nullable [] cell(int number, FieldUse use) {
                return row.cells().get(use.field().name());
            }

            @Override
            public byte @Nullable [] storedTerm(int number, FieldUse use, SearchColumn kind) {
                return row.terms().get(kind.name(use.field()));
            }

            @Override
            public boolean leftOut(FieldUse use) {
                return write.leftOut().contains(use.field().name());
            }

            @Override
            public List<byte[]> terms(FieldUse use, @Nullable Object value) {
                return finding.terms(use, value);
            }

            @Override
            public boolean oneIndex(List<FieldUse> uses) {
                return finding.oneIndex(uses);
            }

            @Override
            public @Nullable String text(TextValue value) throws SQLException {
                return finding.text(value);
            }

            @Override
            public TextCondition textCondition(Piece.TextMatch match) throws SQLException {
                return finding.textCondition(match);
            }

            @Override
            public OpenedLists opened(Piece.Opened condition) throws SQLException {
                return finding.opened(condition);
            }

            @Override
            public OccurrenceFilter filter(int occurrence) {
                OccurrenceFilter filter = finding.filter(occurrence);
                return occurrence == change.occurrences().get(0).number() ? narrowing.apply(filter) : filter;
            }

            @Override
            public Optional<List<Object>> key() {
                return key;
            }
        };
    }
}
