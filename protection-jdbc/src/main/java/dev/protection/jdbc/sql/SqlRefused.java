package dev.protection.jdbc.sql;

import dev.protection.ProtectionException;

/**
 * A statement that touches protected data and cannot be proved safe; nothing was sent to the database.
 *
 * <p>The message says why, at which character and what to do. It never repeats text of the statement, which may hold
 * personal data.
 */
public final class SqlRefused extends ProtectionException {
    private static final long serialVersionUID = 1L;

    /** The rule that was broken. */
    private final SqlRefusal refusal;

    /** The place in the statement. */
    private final int offset;

    SqlRefused(SqlRefusal refusal, int offset) {
        super(refusal.code(), refusal.why() + " (at character " + offset + ").", refusal.remedy());
        this.refusal = refusal;
        this.offset = offset;
    }

    /**
     * Returns the rule that was broken.
     *
     * @return its entry in the list of refusals
     */
    public SqlRefusal refusal() {
        return refusal;
    }

    /**
     * Returns the place in the statement.
     *
     * @return the 0-based offset of a character of the text that was analysed
     */
    public int offset() {
        return offset;
    }
}
