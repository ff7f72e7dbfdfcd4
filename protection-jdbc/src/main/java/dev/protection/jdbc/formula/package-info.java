/**
 * Expressions over protected values, computed after the values are opened.
 *
 * <p>Only functions whose results are known to be those of the database are here; what they are for each database is
 * listed in {@code spec/sql.md}. A formula holds no values of its own but literals of the statement.
 */
@NullMarked
package dev.protection.jdbc.formula;

import org.jspecify.annotations.NullMarked;
