package dev.protection.encryption;

import dev.protection.SubjectRef;
import java.util.List;
import java.util.Map;

/**
 * A declared dataset, for hosts that store rows themselves instead of through the JDBC interceptor: it decides, seals,
 * indexes and records.
 *
 * <p>Every call needs a {@link dev.protection.ProtectionContext} on its thread. Safe for use by several threads.
 */
public interface ProtectedDataset {
    /**
     * Prepares rows for being stored: encrypted fields become sealed cells, searchable ones get their index term beside
     * them. The event is recorded before this returns.
     *
     * @param rows the rows by column name; the columns that name tenant and person must be there; values may be null
     * @return the rows to store, in the same order
     * @throws dev.protection.access.AccessDeniedException when something is not permitted
     * @throws dev.protection.MissingContextException when the thread has no context
     * @throws dev.protection.StoreUnavailableException when a key or the record cannot be kept
     */
    List<SealedRow> write(List<? extends Map<String, ?>> rows);

    /**
     * Opens stored rows: one key look-up for all of them and one event, recorded before this returns.
     *
     * @param rows the rows as they were stored
     * @return the rows by column name, in the same order
     * @throws dev.protection.access.AccessDeniedException when something is not permitted
     * @throws CellException when a cell does not belong where it stands
     */
    List<OpenRow> read(List<SealedRow> rows);

    /**
     * Seals one value.
     *
     * @param subject whose value it is
     * @param field a declared encrypted field
     * @param value the value, of the field's type
     * @return the sealed cell
     */
    Sealed seal(SubjectRef subject, String field, Object value);

    /**
     * Opens one value.
     *
     * @param <T> the type wanted
     * @param subject whose value it is
     * @param field a declared encrypted field
     * @param cell the sealed cell
     * @param type the field's Java type
     * @return the value, its mask, or the fact that the person was erased
     */
    <T> Reading<T> open(SubjectRef subject, String field, Sealed cell, Class<T> type);

    /**
     * Returns the index term to search a value by, in the context's tenant.
     *
     * @param field a declared field with equality search
     * @param value the value searched
     * @return 32 bytes, equal for equal values within the field's index scope
     */
    byte[] indexTerm(String field, Object value);
}
