package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * Plans MIN, MAX and SUM of a field that declares an order: the database gives all cells of a group with their owners in one
 * text, and how many there are.
 */
final class OpenedAggregate {
    private static final List<FieldType> NUMBERS = List.of(FieldType.INTEGER, FieldType.DECIMAL);
    private static final List<ColumnType.Kind> NARROW = List.of(
            ColumnType.Kind.TINYINT, ColumnType.Kind.SMALLINT, ColumnType.Kind.MEDIUMINT, ColumnType.Kind.INTEGER);

    private final Rewriting rewriting;
    private final UseChecker checker;

    OpenedAggregate(Rewriting rewriting, UseChecker checker) {
        this.rewriting = rewriting;
        this.checker = checker;
    }

    /** Empty for anything that is no such aggregate of an encrypted column. */
    Optional<Calculation.Group> of(Expression.Call call) {
        Optional<ComputedColumn.Group.Kind> kind = kind(call);
        Optional<IndexedColumn> column =
                kind.isPresent() ? checker.encrypted(call.arguments().get(0)) : Optional.empty();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        Field field = column.get().field();
        Source source = column.get().origin().source().orElseThrow();
        boolean sum = kind.get() == ComputedColumn.Group.Kind.SUM;
        boolean known = field.ordered()
                && field.type() != FieldType.BYTES
                && field.type() != FieldType.BOOLEAN
                && (!sum || NUMBERS.contains(field.type()))
                && !source.packed()
                && !(source instanceof PackedSource);
        if (!known) {
            throw SqlRefusal.AGGREGATE.at(call.span().start());
        }
        OpenedComparison.requireOrder(rewriting, field, call.span());
        rewriting.use(column.get().use());
        String cell = column.get().span().of(rewriting.sql());
        String packed = PackedSource.packed(0, cell, source.owner(), rewriting.dialect());
        return Optional.of(new Calculation.Group(
                column.get().use(),
                list(packed),
                "COUNT(" + cell + ")",
                kind.get(),
                sum ? sum(column.get(), call) : field.type()));
    }

    private Optional<ComputedColumn.Group.Kind> kind(Expression.Call call) {
        boolean plain = call.name().size() == 1
                && !call.window()
                && call.arguments().size() == 1
                && Shape.of(call.span(), call.arguments(), rewriting).is(call.function() + " ( # )");
        return plain ? ComputedColumn.Group.Kind.named(call.function()) : Optional.empty();
    }

    /** Each text ends with a mark, so that a list that was cut is noticed. */
    private String list(String packed) {
        return switch (rewriting.dialect()) {
            case POSTGRESQL -> "string_agg(" + packed + " || ';', '')";
            case MARIADB -> "GROUP_CONCAT(CONCAT(" + packed + ", ';') SEPARATOR '')";
            case H2 -> "LISTAGG(" + packed + " || ';', '')";
        };
    }

    /** The sum of narrow whole numbers is a wide one, that of wide ones a decimal. */
    private FieldType sum(IndexedColumn column, Expression.Call call) {
        boolean decimal = column.field().type() == FieldType.DECIMAL || rewriting.dialect() == Dialect.MARIADB;
        ColumnType.Kind declared = column.origin()
                .stored()
                .flatMap(stored -> TypeComment.type(stored.comment()))
                .map(ColumnType::kind)
                .orElseThrow(() -> SqlRefusal.AGGREGATE.at(call.span().start()));
        return decimal || !NARROW.contains(declared) ? FieldType.DECIMAL : FieldType.INTEGER;
    }
}
