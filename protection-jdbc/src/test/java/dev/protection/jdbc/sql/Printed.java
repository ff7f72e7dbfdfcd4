package dev.protection.jdbc.sql;

import dev.protection.SearchColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Prints plans so that they read alike for all dialects: names in {@code [brackets]}, pieces in angle brackets. */
final class Printed {
    private Printed() {}

    static String plan(Plan plan, Dialect dialect) {
        if (plan instanceof Untouched) {
            return "untouched";
        }
        if (plan instanceof QueryPlan query) {
            return template(query.template(), dialect) + shown(query);
        }
        if (plan instanceof InsertPlan insert) {
            return template(insert.template(), dialect) + rows(insert);
        }
        if (plan instanceof UpdatePlan update) {
            return template(update.rows().template(), dialect) + " ;; " + template(update.execute(), dialect);
        }
        if (plan instanceof DeletePlan delete) {
            return template(delete.rows().template(), dialect) + " ;; " + template(delete.execute(), dialect);
        }
        if (plan instanceof CopyPlan copy) {
            return copy.sources().stream()
                    .map(source -> part(source.query(), dialect) + " => " + part(source.insert(), dialect))
                    .collect(Collectors.joining(" ;; "));
        }
        if (plan instanceof ReturningPlan returning) {
            return part(returning.insert(), dialect) + " => "
                    + part(returning.returned().part(2, true), dialect);
        }
        if (plan instanceof UpsertPlan upsert) {
            return upsert.rows().stream()
                    .map(row -> row.conflict().map(part -> part(part, dialect)).orElse("never") + " ? "
                            + row.change().map(part -> part(part, dialect)).orElse("nothing") + " : "
                            + part(row.insert(), dialect))
                    .collect(Collectors.joining(" ;; "));
        }
        if (plan instanceof RowsPlan rows) {
            return part(rows.query(), dialect) + " => " + part(rows.change(), dialect)
                    + rows.returned()
                            .map(shown -> " => " + part(shown.part(1, false), dialect))
                            .orElse("");
        }
        DefinitionPlan definition = (DefinitionPlan) plan;
        return definition.kind() + " " + names(String.join(" ;; ", definition.statements()), dialect);
    }

    private static String part(Part part, Dialect dialect) {
        return names(part.sql(), dialect) + " " + part.arguments();
    }

    private static String shown(QueryPlan plan) {
        String columns = plan.columns().stream()
                .filter(column ->
                        column.field().isPresent() || column.computed().isPresent())
                .map(Printed::column)
                .collect(Collectors.joining(" "));
        String used =
                plan.used().stream().map(use -> use.field().name()).sorted().collect(Collectors.joining(" "));
        String sorted = plan.sort().map(Printed::sorted).orElse("");
        return " ;; shows " + columns + " of " + plan.columns().size() + (used.isEmpty() ? "" : " ;; uses " + used)
                + sorted;
    }

    private static String sorted(SortPlan sort) {
        String keys = sort.keys().stream()
                .map(key -> key.rank()
                        + key.cell()
                                .map(cell -> "=" + cell.physical() + ":"
                                        + cell.use().field().name() + "/" + cell.occurrence())
                                .orElse("")
                        + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return " ;; sorts " + keys
                + sort.limit().map(limit -> " limit " + amount(limit)).orElse("")
                + sort.offset().map(offset -> " offset " + amount(offset)).orElse("");
    }

    private static String amount(SortPlan.Amount amount) {
        return amount.logical() > 0 ? "?" + amount.logical() : "" + amount.fixed();
    }

    private static String column(OutputColumn column) {
        if (column.computed().isEmpty()) {
            return column.physical() + ":" + column.field().get().field().name() + "/" + column.occurrence();
        }
        String inputs = column.computed().get().inputs().stream()
                .map(input -> {
                    if (input instanceof ComputedColumn.Cell cell) {
                        return cell.physical() + ":" + cell.use().field().name() + "/" + cell.occurrence();
                    }
                    return input instanceof ComputedColumn.Stored stored
                            ? stored.physical() + ":" + stored.type()
                            : "?" + ((ComputedColumn.Param) input).logical();
                })
                .collect(Collectors.joining(" "));
        return column.physical() + ":" + column.computed().get().formula().type() + "(" + inputs + ")";
    }

    private static String rows(InsertPlan plan) {
        return plan.rows().stream()
                .map(row -> " ;; tenant " + value(row.tenant()) + " subject " + value(row.subject()))
                .collect(Collectors.joining());
    }

    private static String opened(OpenedColumn column, Dialect dialect) {
        return " of " + template(column.rows(), dialect);
    }

    static String template(Template template, Dialect dialect) {
        return pieces(template.pieces(), dialect);
    }

    private static String pieces(List<Piece> pieces, Dialect dialect) {
        return pieces.stream().map(piece -> piece(piece, dialect)).collect(Collectors.joining());
    }

    private static String piece(Piece piece, Dialect dialect) {
        if (piece instanceof Piece.Text text) {
            return names(text.sql(), dialect);
        }
        if (piece instanceof Piece.Parameter parameter) {
            return "?" + parameter.logical();
        }
        if (piece instanceof Piece.Cell cell) {
            return "<cell " + cell.use().field().name() + " " + value(cell.value()) + ">";
        }
        if (piece instanceof Piece.StoredTerm term) {
            String kind = term.kind() == SearchColumn.INDEX
                    ? "term "
                    : term.kind().name().toLowerCase(Locale.ROOT) + " ";
            return "<" + kind + value(term.value()) + ">";
        }
        if (piece instanceof Piece.SearchTerms terms) {
            return "<search " + terms.use().field().name() + " " + value(terms.value()) + ">";
        }
        if (piece instanceof Piece.TextMatch match) {
            String how = (match.how().negated() ? "not " : "") + (match.how().pattern() ? "like " : "is ");
            String column = Optional.ofNullable(match.columns().get(SearchColumn.PREFIX))
                    .orElseGet(() -> match.opened().orElseThrow().column());
            return "<" + match.form().name().toLowerCase(Locale.ROOT) + " " + names(column, dialect) + " " + how
                    + match.text()
                    + match.opened().map(opened -> opened(opened, dialect)).orElse("") + ">";
        }
        if (piece instanceof Piece.Opened opened) {
            return "<" + names(opened.cells().column(), dialect) + " " + opened.test() + opened(opened.cells(), dialect)
                    + ">";
        }
        if (piece instanceof Piece.Clear clear) {
            return "<clear " + pieces(clear.original(), dialect) + ">";
        }
        if (piece instanceof Piece.RowFilterPredicate filter) {
            return "<filter " + filter.occurrence() + ">";
        }
        if (piece instanceof Piece.SameTerms terms) {
            return "<" + names(terms.column(), dialect) + " same as " + value(terms.value()) + ">";
        }
        if (piece instanceof Piece.ArrayTerms terms) {
            return "<" + names(terms.column(), dialect) + (terms.negated() ? " not" : "") + " in array ?"
                    + terms.logical() + ">";
        }
        if (piece instanceof Piece.Barrier barrier) {
            String guards = barrier.guards().stream()
                    .map(guard -> guard.occurrence() + (guard.absent().isPresent() ? "?" : ""))
                    .collect(Collectors.joining(" "));
            String texts = barrier.texts().isEmpty() ? "" : " unless text " + new TreeSet<>(barrier.texts());
            return barrier.opens() ? "<barrier " + guards + texts + " " : ">";
        }
        if (piece instanceof Piece.OneIndex) {
            return "<one>";
        }
        return "<key>";
    }

    private static String value(Value value) {
        if (value instanceof Value.Param param) {
            return "?" + param.logical();
        }
        if (value instanceof Value.Cast cast) {
            return "?" + cast.logical() + " as " + cast.type();
        }
        if (value instanceof Value.Literal literal) {
            return "'" + literal.value() + "'";
        }
        return value.getClass().getSimpleName();
    }

    /** Quoted names in lower case and square brackets. */
    private static String names(String sql, Dialect dialect) {
        String mark = dialect.quote("").substring(1);
        String[] parts = sql.split(mark, -1);
        StringBuilder text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            text.append(i % 2 == 1 ? "[" + parts[i].toLowerCase(Locale.ROOT) + "]" : parts[i]);
        }
        return text.toString();
    }
}
