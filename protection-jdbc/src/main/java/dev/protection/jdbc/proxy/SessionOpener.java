package dev.protection.jdbc.proxy;

import dev.protection.ProtectionException;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.core.flow.ReadSession;
import dev.protection.encryption.Reading;
import dev.protection.jdbc.sql.ComputedColumn;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.OutputColumn;
import dev.protection.jdbc.sql.QueryPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Opens the cells of a query's rows through its read session. */
final class SessionOpener implements RowOpener {
    private final ReadSession session;
    private final QueryPlan plan;
    private final Dialect dialect;
    private final List<CellPlace> places = new ArrayList<>();
    private final List<ComputedCell> computed = new ArrayList<>();
    private final List<Integer> more = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();
    private long sorted;

    SessionOpener(ReadSession session, QueryPlan plan, ComputedInputs inputs) {
        this.session = session;
        this.plan = plan;
        this.dialect = inputs.dialect();
        for (OutputColumn column : plan.columns()) {
            column.field()
                    .filter(use -> isOpened(use, session))
                    .ifPresent(use -> places.add(
                            column.alternatives().isEmpty()
                                    ? place(use, column.occurrence(), column.packed())
                                    : CellPlace.packed(column.alternatives())));
            column.computed().ifPresent(found -> {
                computed.add(new ComputedCell(places.size(), found, inputs));
                places.add(CellPlace.NONE);
            });
        }
        computed.forEach(column -> column.fetch(this));
    }

    private CellPlace place(FieldUse use, int number, boolean packed) {
        Occurrence occurrence = plan.occurrences().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        return CellPlace.of(
                use,
                occurrence.tenantOrdinal().isPresent()
                        ? position(occurrence.tenantOrdinal().getAsInt())
                        : -1,
                occurrence.subjectOrdinal().isPresent()
                        ? position(occurrence.subjectOrdinal().getAsInt())
                        : -1,
                packed);
    }

    /** Has a cell fetched that is not shown; returns its place. */
    int cell(ComputedColumn.Cell cell) {
        places.add(
                cell.alternatives().isEmpty()
                        ? place(cell.use(), cell.occurrence(), cell.grouped())
                        : CellPlace.packed(cell.alternatives()));
        more.add(cell.physical());
        return places.size() - 1;
    }

    @Nullable
    Object group(ComputedColumn.Group group, @Nullable String list, @Nullable String count) throws SQLException {
        return new OpenedGroup(group, session, dialect).value(list, count);
    }

    /** Has a column fetched as text; returns its position among those. */
    int position(int ordinal) {
        if (!hidden.contains(ordinal)) {
            hidden.add(ordinal);
        }
        return hidden.indexOf(ordinal);
    }

    @Override
    public int[] hidden() {
        return hidden.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int[] cells(int[] sealed) {
        return IntStream.concat(IntStream.of(sealed), more.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    /** Sealed values are opened; plain ones are handed on as they are, unless this read sees only their mask. */
    static boolean isOpened(FieldUse use, ReadSession session) {
        return use.field().encrypt() || session.plainIsMasked(use.dataset(), use.field());
    }

    @Override
    public Block prepare(List<StoredRow> rows) throws SQLException {
        try {
            session.nextBlock();
            List<byte[]> cells = new ArrayList<>();
            for (StoredRow row : rows) {
                for (int i = 0; i < places.size(); i++) {
                    byte[] cell = row.cells()[i];
                    if (cell != null && places.get(i).sealed()) {
                        cells.add(places.get(i).read(cell, row).cell());
                    }
                }
            }
            session.prefetch(cells);
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
        return (row, cell) -> shown(rows.get(row), cell);
    }

    private OpenedCell shown(StoredRow row, int number) throws SQLException {
        for (ComputedCell each : computed) {
            if (each.column() == number) {
                return each.value(row, this);
            }
        }
        return open(row, number);
    }

    OpenedCell open(StoredRow row, int number) throws SQLException {
        CellPlace place = places.get(number);
        byte[] cell = row.cells()[number];
        if (cell == null) {
            return new OpenedCell(null, false);
        }
        if (!place.sealed()) {
            return new OpenedCell(session.maskOf(place.use().field()).orElse(null), false);
        }
        try {
            CellPlace.Stored stored = place.read(cell, row);
            Reading<Object> reading = session.open(
                    stored.use().dataset(),
                    stored.use().field(),
                    tenant(stored),
                    required(stored.use(), stored.subject(), "subject"),
                    stored.cell());
            return new OpenedCell(shown(stored.use(), reading), reading instanceof Reading.Erased);
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }

    static TenantId tenant(CellPlace.Stored stored) throws SQLException {
        return stored.use().dataset().tenant() instanceof TenantPath.Fixed fixed
                ? fixed.tenant()
                : TenantId.of(required(stored.use(), stored.tenant(), "tenant"));
    }

    static String required(FieldUse use, @Nullable String owner, String what) throws SQLException {
        if (owner == null) {
            throw SqlErrors.of(RowWithoutOwner.of(use.dataset(), what));
        }
        return owner;
    }

    static @Nullable Object shown(FieldUse use, Reading<Object> reading) throws SQLException {
        if (reading instanceof Reading.Clear<Object> clear) {
            return clear.value();
        }
        if (reading instanceof Reading.Masked<Object> masked) {
            return masked.shown().orElse(null);
        }
        String replacement = use.field().whenErased().orElse(null);
        return replacement == null
                ? null
                : Conversions.toField(replacement, use.field().type(), 0);
    }

    @Override
    public void requireNoCell(byte[] bytes) throws SQLException {
        try {
            session.requireNoCell(bytes);
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }

    /** Says that this many rows were opened to be sorted, whether they are handed out or not. */
    void sorted(long rows) {
        sorted = rows;
    }

    @Override
    public void close(long rowsRead) throws SQLException {
        try {
            session.rows(Math.max(rowsRead, sorted));
            session.close();
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }
}
