package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionException;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.core.flow.ReadSession;
import dev.protection.encryption.Reading;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.OutputColumn;
import dev.protection.jdbc.sql.QueryPlan;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the cells of a query's rows through its read session. */
final class SessionOpener implements RowOpener {
    private final ReadSession session;
    private final List<Place> places = new ArrayList<>();
    private final int[] hidden;

    /** Where a cell comes from: the positions of its row's tenant and person among the hidden columns, or -1. */
    private record Place(FieldUse use, int tenant, int subject, boolean packed) {
        byte[] cell(byte[] stored) {
            return packed
                    ? HexFormat.of().parseHex(new String(stored, StandardCharsets.US_ASCII))
                    : stored;
        }

        String owner(String stored) {
            return packed ? stored.substring(stored.indexOf(':') + 1) : stored;
        }
    }

    SessionOpener(ReadSession session, QueryPlan plan) {
        this.session = session;
        List<Integer> ordinals = new ArrayList<>();
        for (OutputColumn column : plan.columns()) {
            column.field().filter(use -> isOpened(use, session)).ifPresent(use -> {
                Occurrence occurrence = plan.occurrences().stream()
                        .filter(each -> each.number() == column.occurrence())
                        .findFirst()
                        .orElseThrow();
                places.add(new Place(
                        use,
                        position(ordinals, occurrence.tenantOrdinal().orElse(-1)),
                        position(ordinals, occurrence.subjectOrdinal().orElse(-1)),
                        column.packed()));
            });
        }
        this.hidden = ordinals.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int position(List<Integer> ordinals, int ordinal) {
        if (ordinal < 0) {
            return -1;
        }
        if (!ordinals.contains(ordinal)) {
            ordinals.add(ordinal);
        }
        return ordinals.indexOf(ordinal);
    }

    @Override
    public int[] hidden() {
        return hidden.clone();
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
                    if (cell != null && places.get(i).use().field().encrypt()) {
                        cells.add(places.get(i).cell(cell));
                    }
                }
            }
            session.prefetch(cells);
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
        return (row, cell) -> open(rows.get(row), cell);
    }

    private OpenedCell open(StoredRow row, int number) throws SQLException {
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
