package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A subquery or common table as the query around it sees it. */
final class QueryRelation {
    private final Rewriting rewriting;
    private final QueryResult result;
    private final Optional<Name> alias;
    private final String qualifier;
    private final List<Name> names;
    private final Map<Source, Source> outside = new HashMap<>();

    QueryRelation(Rewriting rewriting, QueryResult result, Optional<Name> alias, String qualifier, List<Name> names) {
        this.rewriting = rewriting;
        this.result = result;
        this.alias = alias;
        this.qualifier = qualifier;
        this.names = names;
    }

    Relation relation() {
        List<Output> columns = new ArrayList<>();
        boolean named = true;
        for (int i = 0; i < result.columns().size(); i++) {
            Output inner = result.columns().get(i);
            Optional<String> name = i < names.size() ? Optional.of(folded(names.get(i))) : inner.name();
            named &= name.isPresent();
            columns.add(new Output(
                    name,
                    inner.calculation().isPresent()
                            ? computed(inner.calculation().get(), name)
                            : outside(inner.origin())));
        }
        return new Relation(alias, List.of(), qualifier, result.complete() && named, columns);
    }

    private String folded(Name name) {
        return name.quoted() ? name.text() : rewriting.dialect().fold(name.text());
    }

    private Origin outside(Origin inner) {
        if (inner.source().isEmpty()) {
            return inner;
        }
        if (inner.source().get() instanceof PackedSource) {
            return inner;
        }
        return followed() ? inner.through(outside(inner.source().get())) : unfollowed(inner);
    }

    /** Whether hidden columns can leave the query. */
    private boolean followed() {
        boolean all = names.isEmpty() || names.size() == result.columns().size();
        boolean followed = result.hidden().isPresent() && all && alias.isPresent();
        if (followed && !names.isEmpty()) {
            result.hidden().get().aliasedAt(names.get(names.size() - 1).span().end());
        }
        return followed;
    }

    private Source outside(Source inner) {
        return outside.computeIfAbsent(
                inner,
                row -> new QuerySource(
                        rewriting.nextNumber(), row, result.hidden().orElseThrow(), qualifier));
    }

    private Origin computed(Calculation inner, Optional<String> name) {
        if (!followed() || name.isEmpty()) {
            throw SqlRefusal.SUBQUERY.at(
                    alias.map(found -> found.span().start()).orElse(0));
        }
        String column = qualifier + "." + rewriting.dialect().quote(name.get());
        return Origin.computed(inner.outside(column, result.hidden().orElseThrow(), qualifier, this::outside));
    }

    /** Hidden columns cannot be added inside: nothing encrypted may come out. */
    private Origin unfollowed(Origin inner) {
        if (inner.encrypted()) {
            throw SqlRefusal.SUBQUERY.at(alias.map(name -> name.span().start()).orElse(0));
        }
        inner.use().ifPresent(rewriting::use);
        return Origin.PLAIN;
    }
}
