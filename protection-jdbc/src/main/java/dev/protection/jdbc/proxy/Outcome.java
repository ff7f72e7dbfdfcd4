package dev.protection.jdbc.proxy;

import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/** What one execution gives back. */
sealed interface Outcome {

    /**
     * Rows of a query.
     *
     * @param physical the driver's rows, with sealed cells and hidden columns
     * @param columns what the application sees of them
     * @param opener turns sealed cells into values
     */
    record Rows(ResultSet physical, List<LogicalColumn> columns, RowOpener opener) implements Outcome {}

    /**
     * The effect of a change.
     *
     * @param counts rows changed, one number per row of the batch
     * @param generatedKeys the driver's rows of generated keys, if the application asked for them
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Changes(long[] counts, Optional<ResultSet> generatedKeys) implements Outcome {}
}
