package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionException;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.core.flow.ReadSession;
import dev.protection.encryption.Reading;
import dev.protection.jdbc.sql.ComputedColumn;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.OutputColumn;
import dev.protection.jdbc.sql.QueryPlan;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Opens the cells of a query's rows through its read session. */
final class SessionOpener implements RowOpener {
    private final ReadSession session;
    private final QueryPlan plan;
    private final List<Place> places = new ArrayList<>();
    private final List<ComputedCell> computed = new ArrayList<>();
    private final List<Integer> more = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();

    /** Where a cell comes from: the positions of its row's tenant and person among the hidden columns, or -1. */
    private record Place(Optional<FieldUse> shown, int tenant, int subject, boolean packed) {
        /** Of a column that is computed. */
        static final Place NONE = new Place(Optional.empty(), -1, -1, false);

        FieldUse use() {
            return shown.orElseThrow();
        }

        boolean sealed() {
            return shown.isPresent() && shown.get().field().encrypt();
        }

        byte[] cell(byte[] stored) {
            return packed ? HexFormat.of().parseHex(new String(stored, StandardCharsets.US_ASCII)) : stored;
        }

        String owner(String stored) {
            return packed ? stored.substring(stored.indexOf(':') + 1) : stored;
        }
    }

    SessionOpener(ReadSession session, QueryPlan plan, ComputedInputs inputs) {
        this.session = session;
        this.plan = plan;
        for (OutputColumn column : plan.columns()) {
            column.field()
                    .filter(use -> isOpened(use, session))
                    .ifPresent(use -> places.add(place(use, column.occurrence(), column.packed())));
            column.computed().ifPresent(found -> {
                computed.add(new ComputedCell(places.size(), found, inputs));
                places.add(Place.NONE);
            });
        }
        computed.forEach(column -> column.fetch(this));
    }

    private Place place(FieldUse use, int number, boolean packed) {
        Occurrence occurrence = plan.occurrences().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        return new Place(
                Optional.of(use),
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
        places.add(place(cell.use(), cell.occurrence(), false));
        more.add(cell.physical());
        return places.size() - 1;
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
                        cells.add(places.get(i).cell(cell));
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
        Place place = places.get(number);
        byte[] cell = row.cells()[number];
        if (cell == null) {
            return new OpenedCell(null, false);
        }
        try {
            Reading<Object> reading = open(place, row, cell);
            return new OpenedCell(shown(place, reading), reading instanceof Reading.Erased);
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }

    private Reading<Object> open(Place place, StoredRow row, byte[] cell) throws SQLException {
        Dataset dataset = place.use().dataset();
        if (!place.use().field().encrypt()) {
            return new Reading.Masked<>(session.maskOf(place.use().field()));
        }
        String subject = row.hidden()[place.subject()];
        if (subject == null) {
            throw SqlErrors.of(RowWithoutOwner.of(dataset, "subject"));
        }
        return session.open(dataset, place.use().field(), tenant(place, row), place.owner(subject), place.cell(cell));
    }

    private static TenantId tenant(Place place, StoredRow row) throws SQLException {
        Dataset dataset = place.use().dataset();
        if (dataset.tenant() instanceof TenantPath.Fixed fixed) {
            return fixed.tenant();
        }
        String tenant = row.hidden()[place.tenant()];
        if (tenant == null) {
            throw SqlErrors.of(RowWithoutOwner.of(dataset, "tenant"));
        }
        return TenantId.of(place.owner(tenant));
    }

    private static @Nullable Object shown(Place place, Reading<Object> reading) throws SQLException {
        if (reading instanceof Reading.Clear<Object> clear) {
            return clear.value();
        }
        if (reading instanceof Reading.Masked<Object> masked) {
            return masked.shown().orElse(null);
        }
        String replacement = place.use().field().whenErased().orElse(null);
        return replacement == null
                ? null
                : Conversions.toField(replacement, place.use().field().type(), 0);
    }

    @Override
    public void close(long rowsRead) throws SQLException {
        try {
            session.rows(rowsRead);
            session.close();
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }
}
