/**
 * The SQL front end: decides for each statement whether it touches protected data, and if so how it is rewritten.
 *
 * <p>Text is cut into {@code Token}s, parsed into a tree whose every node knows its place, its names are resolved, and
 * the changes are spliced into the original text; nothing else moves. What is not understood is refused. The allowed
 * forms and every refusal are listed in {@code spec/sql.md}.
 */
@NullMarked
package dev.protection.jdbc.sql;

import org.jspecify.annotations.NullMarked;
