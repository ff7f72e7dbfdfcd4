package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What MERGE .. USING compares rows with, where it consists of parameters and literals alone. */
final class MergedSource {
    private final Rewriting rewriting;
    private final CastValues literals;
    private final FromItem.Derived derived;
    private final List<String> names = new ArrayList<>();
    private final List<List<Expression>> rows = new ArrayList<>();

    private MergedSource(Rewriting rewriting, FromItem.Derived derived) {
        this.rewriting = rewriting;
        this.literals = new CastValues(rewriting);
        this.derived = derived;
    }

    /** Refused when rows come from anywhere else. */
    static MergedSource of(FromItem item, Rewriting rewriting) {
        if (!(item instanceof FromItem.Derived derived) || derived.lateral() || !plain(derived.query())) {
            throw SqlRefusal.UPSERT.at(item.span().start());
        }
        MergedSource source = new MergedSource(rewriting, derived);
        source.read(derived.query().body());
        return source;
    }

    private static boolean plain(Query query) {
        return query.with().isEmpty()
                && query.order().isEmpty()
                && query.limits().isEmpty()
                && !query.locking();
    }

    /** The values of each row. */
    List<List<Expression>> rows() {
        return rows;
    }

    private void read(Query.Body body) {
        if (body instanceof Query.Rows listed) {
            rows.addAll(listed.rows());
        } else if (body instanceof Select select && bare(select)) {
            rows.add(select.items().stream().map(this::item).toList());
        } else {
            throw refused();
        }
        derived.columns().forEach(name -> names.add(folded(name)));
        boolean known = rows.stream()
                .allMatch(row -> row.size() == names.size()
                        && row.stream().allMatch(value -> literals.any(value).isPresent()));
        if (!known) {
            throw refused();
        }
    }

    private SqlRefused refused() {
        return SqlRefusal.UPSERT.at(derived.span().start());
    }

    private static boolean bare(Select select) {
        return select.from().isEmpty()
                && select.where().isEmpty()
                && select.group().isEmpty()
                && select.having().isEmpty()
                && select.distinct().isEmpty()
                && select.windows().isEmpty();
    }

    private Expression item(SelectItem item) {
        if (!(item instanceof SelectItem.Value value)) {
            throw refused();
        }
        if (derived.columns().isEmpty()) {
            names.add(folded(value.label().orElseThrow(this::refused)));
        }
        return value.expression();
    }

    private String folded(Name name) {
        return name.quoted() ? name.text() : rewriting.dialect().fold(name.text());
    }

    /** The number of the column that a name means, from 0; empty when it means one of the changed table. */
    Optional<Integer> column(Expression.Column column, ProtectedTable target) {
        List<Name> parts = column.parts();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (column.last().is(names.get(i), rewriting.dialect())) {
                found.add(i);
            }
        }
        if (parts.size() > 1) {
            boolean ours = parts.size() == 2
                    && derived.alias()
                            .filter(alias -> parts.get(0).is(alias, rewriting.dialect()))
                            .isPresent();
            if (ours && found.size() != 1) {
                throw SqlRefusal.COLUMN_UNKNOWN.at(column.span().start());
            }
            return ours ? Optional.of(found.get(0)) : Optional.empty();
        }
        boolean theirs = target.table().columns().stream()
                .anyMatch(stored -> column.last().is(stored.name(), rewriting.dialect()));
        if (found.size() > 1 || (theirs && !found.isEmpty())) {
            throw SqlRefusal.COLUMN_UNKNOWN.at(column.span().start());
        }
        return found.stream().findFirst();
    }
}
