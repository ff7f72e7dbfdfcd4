package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.ComputedColumn;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.OpenedTest;
import dev.protection.jdbc.sql.OutputColumn;
import dev.protection.jdbc.sql.Piece;
import dev.protection.jdbc.sql.QueryPlan;
import dev.protection.jdbc.sql.SortPlan;
import dev.protection.jdbc.sql.Template;
import dev.protection.jdbc.sql.TextValue;
import dev.protection.jdbc.sql.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of the application that templates use, and which of them become values of sealed fields. */
final class Parameters {
    private final Map<Integer, FieldType> sealed = new HashMap<>();
    private int highest;

    private Parameters() {}

    static Parameters in(Template... templates) {
        Parameters parameters = new Parameters();
        for (Template template : templates) {
            template.pieces().forEach(parameters::add);
        }
        return parameters;
    }

    /** Of a query: those of its computed columns never reach the database. */
    static Parameters in(QueryPlan plan) {
        Parameters parameters = in(plan.template());
        plan.sort().ifPresent(parameters::add);
        for (OutputColumn column : plan.columns()) {
            column.computed()
                    .ifPresent(computed -> computed.inputs().stream()
                            .filter(ComputedColumn.Param.class::isInstance)
                            .map(ComputedColumn.Param.class::cast)
                            .forEach(parameters::add));
        }
        return parameters;
    }

    private void add(SortPlan sort) {
        Stream.of(sort.limit(), sort.offset()).flatMap(Optional::stream).forEach(amount -> {
            if (amount.logical() > 0) {
                highest = Math.max(highest, amount.logical());
                sealed.put(amount.logical(), FieldType.INTEGER);
            }
        });
    }

    private void add(ComputedColumn.Param param) {
        highest = Math.max(highest, param.logical());
        sealed.put(param.logical(), param.type());
    }

    int count() {
        return highest;
    }

    Optional<FieldType> type(int parameter) {
        return Optional.ofNullable(sealed.get(parameter));
    }

    private void add(Piece piece) {
        if (piece instanceof Piece.Parameter parameter) {
            highest = Math.max(highest, parameter.logical());
        } else if (piece instanceof Piece.Cell cell) {
            add(cell.use(), cell.value());
        } else if (piece instanceof Piece.SearchTerms terms) {
            add(terms.use(), terms.value());
        } else if (piece instanceof Piece.SameTerms terms) {
            add(terms.use(), terms.value());
        } else if (piece instanceof Piece.ArrayTerms terms) {
            highest = Math.max(highest, terms.logical());
        } else if (piece instanceof Piece.TextMatch match) {
            add(match.text());
            match.opened().ifPresent(opened -> opened.rows().pieces().forEach(this::add));
            match.how().escape().ifPresent(this::add);
        } else if (piece instanceof Piece.Opened opened) {
            opened.cells().rows().pieces().forEach(this::add);
            add(opened.cells().use(), opened.test());
        } else if (piece instanceof Piece.Clear clear) {
            clear.original().forEach(this::add);
        }
    }

    private void add(FieldUse use, OpenedTest test) {
        if (test instanceof OpenedTest.Compared compared) {
            add(use, compared.value());
        } else if (test instanceof OpenedTest.Listed listed) {
            listed.values().forEach(value -> add(use, value));
        } else if (test instanceof OpenedTest.Between between) {
            add(use, between.low());
            add(use, between.high());
        }
    }

    private void add(TextValue text) {
        if (text instanceof TextValue.Param param) {
            highest = Math.max(highest, param.logical());
            sealed.put(param.logical(), FieldType.TEXT);
        } else if (text instanceof TextValue.Cased cased) {
            add(cased.text());
        } else if (text instanceof TextValue.Replaced replaced) {
            add(replaced.text());
        } else if (text instanceof TextValue.Joined joined) {
            joined.parts().forEach(this::add);
        }
    }

    private void add(FieldUse use, Value value) {
        if (value instanceof Value.Made made) {
            add(made.text());
        }
        if (value instanceof Value.Cast cast) {
            highest = Math.max(highest, cast.logical());
            sealed.put(cast.logical(), use.field().type());
        }
        if (value instanceof Value.Param param) {
            highest = Math.max(highest, param.logical());
            sealed.put(param.logical(), use.field().type());
        }
    }
}
