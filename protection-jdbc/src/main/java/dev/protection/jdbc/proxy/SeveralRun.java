package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.ProtectionException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs a statement as several, in one transaction. */
abstract class SeveralRun implements PlannedStatement {
    private final List<PartRun> parts;

    SeveralRun(List<PartRun> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public final int parameters() {
        return parts.stream().mapToInt(PartRun::parameters).max().orElse(0);
    }

    @Override
    public final Optional<FieldType> parameterType(int parameter) {
        return parts.stream()
                .flatMap(part -> part.parameterType(parameter).stream())
                .findFirst();
    }

    @Override
    public List<LogicalColumn> columns() {
        return List.of();
    }

    @Override
    public boolean query() {
        return false;
    }

    /** Runs it for one row of parameters. */
    abstract Changed change(Execution execution, Bindings bindings) throws SQLException;

    /**
     * What was done.
     *
     * @param count how many rows were changed
     * @param keys the keys that were made
     * @param rows what is shown of them, if the statement shows any
     */
    record Changed(long count, Optional<ResultSet> keys, Optional<Outcome> rows) {
        Changed(long count, Optional<ResultSet> keys) {
            this(count, keys, Optional.empty());
        }

        static Changed shown(Outcome rows) {
            return new Changed(0, Optional.empty(), Optional.of(rows));
        }
    }

    @Override
    public Outcome run(Execution execution) throws SQLException {
        long[] counts = new long[execution.rows().size()];
        Optional<ResultSet> keys = Optional.empty();
        for (int i = 0; i < counts.length; i++) {
            Bindings bindings = execution.rows().get(i);
            try {
                Changed changed =
                        new AutocommitTransaction(execution.connection()).run(() -> change(execution, bindings));
                if (changed.rows().isPresent()) {
                    return changed.rows().get();
                }
                counts[i] = changed.count();
                keys = changed.keys();
            } catch (ProtectionException refused) {
                throw SqlErrors.of(refused);
            }
        }
        return new Outcome.Changes(counts, keys);
    }

    /** Drivers that send a batch as one statement do not say what each row did; each was one row. */
    static long sum(long... counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count < 0 ? 1 : count;
        }
        return sum;
    }

    @Override
    public final PreparedStatement describe(Execution execution) throws SQLException {
        return parts.get(parts.size() - 1).describe(execution);
    }
}
