package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Renders templates so that a database takes them: every value a {@code ?}, every row filter one tenant. */
final class Rendered {
    private Rendered() {}

    static String sql(Template template, List<Occurrence> occurrences, String tenant) {
        Map<Integer, Occurrence> byNumber =
                occurrences.stream().collect(Collectors.toMap(Occurrence::number, occurrence -> occurrence));
        return template.pieces().stream()
                .map(piece -> piece(piece, byNumber, tenant))
                .collect(Collectors.joining());
    }

    private static String piece(Piece piece, Map<Integer, Occurrence> occurrences, String tenant) {
        if (piece instanceof Piece.Text text) {
            return text.sql();
        }
        if (piece instanceof Piece.RowFilterPredicate filter) {
            return Objects.requireNonNull(occurrences.get(filter.occurrence()))
                    .tenant()
                    .map(column -> column.reference() + " IN (" + tenant + ")")
                    .orElse("1 = 1");
        }
        if (piece instanceof Piece.KeyPredicate key) {
            return key.columns().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        }
        if (piece instanceof Piece.SameTerms terms) {
            return terms.column() + " IS NOT NULL AND " + terms.column() + " IN (?)";
        }
        if (piece instanceof Piece.ArrayTerms terms) {
            return terms.column() + " IN (?)";
        }
        if (piece instanceof Piece.Barrier barrier) {
            return barrier.opens() ? opening(barrier, occurrences, tenant) : ") ELSE FALSE END ";
        }
        return piece instanceof Piece.OneIndex ? "" : "?";
    }

    private static String opening(Piece.Barrier barrier, Map<Integer, Occurrence> occurrences, String tenant) {
        return barrier.guards().stream()
                .map(guard -> "("
                        + piece(new Piece.RowFilterPredicate(guard.occurrence()), occurrences, tenant)
                        + guard.absent()
                                .map(column -> " OR " + column + " IS NULL")
                                .orElse("") + ")")
                .collect(Collectors.joining(" AND ", "CASE WHEN ", " THEN ("));
    }
}
