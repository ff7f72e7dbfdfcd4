package dev.protection.core.flow;

import dev.protection.SearchColumn;
import java.util.List;
import java.util.Optional;

/**
 * What helper columns must hold for a {@link TextSearch} to be answered: in one of the scopes {@code main} begins with
 * its bytes, and, when there is a {@code further} column, that too, or is NULL if that is enough.
 *
 * @param main the column that is always filled
 * @param further the column that is filled for values whose case is not a matter of two; empty when it does not matter
 * @param mayBeNull whether rows whose further column is NULL are found
 * @param scopes the bytes, one for each index scope
 */
public record TextTerms(SearchColumn main, Optional<SearchColumn> further, boolean mayBeNull, List<Bytes> scopes) {
    /**
     * Copies the scopes.
     *
     * @param main the first column
     * @param further the other
     * @param mayBeNull whether it may be NULL
     * @param scopes the bytes
     */
    public TextTerms {
        scopes = List.copyOf(scopes);
    }

    /**
     * The bytes of one scope.
     *
     * @param main what the first column begins with
     * @param further what the other begins with; empty without one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Bytes(byte[] main, Optional<byte[]> further) {
        @Override
        public String toString() {
            return "Bytes[" + main.length + "]";
        }
    }
}
