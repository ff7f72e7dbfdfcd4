package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables that the names in a query can mean, those of the queries around it included. */
final class Scope {
    private static final Set<String> SYSTEM = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "_rowid_");

    private final Dialect dialect;
    private final Optional<Scope> outer;
    private final List<Relation> relations = new ArrayList<>();

    Scope(Dialect dialect, Optional<Scope> outer) {
        this.dialect = dialect;
        this.outer = outer;
    }

    void add(Relation relation) {
        relations.add(relation);
    }

    List<Relation> relations() {
        return relations;
    }

    Scope inside() {
        return new Scope(dialect, Optional.of(this));
    }

    /** Returns what a column can mean; several plain columns, as joined by USING, are possible. */
    List<Origin> resolve(Expression.Column column) {
        List<Name> parts = column.parts();
        return parts.size() == 1 ? unqualified(parts.get(0)) : qualified(parts);
    }

    Optional<Relation> relation(List<Name> qualifiers) {
        for (Relation relation : relations) {
            if (relation.named(qualifiers, dialect)) {
                return Optional.of(relation);
            }
        }
        return outer.flatMap(scope -> scope.relation(qualifiers));
    }

    private List<Origin> qualified(List<Name> parts) {
        List<Name> qualifiers = parts.subList(0, parts.size() - 1);
        Name column = parts.get(parts.size() - 1);
        Name table = qualifiers.get(qualifiers.size() - 1);
        Optional<Relation> relation = relation(qualifiers);
        if (relation.isEmpty()) {
            return anyLooselyNamed(table) ? unknown(column) : List.of(Origin.PLAIN);
        }
        List<Origin> found = relation.get().find(column, dialect);
        boolean strange =
                found.isEmpty() && relation.get().holdsProtected() && !SYSTEM.contains(Folding.ascii(column.text()));
        if (strange && (relation.get().complete() || relation.get().nearlyEncrypted(column))) {
            return unknown(column);
        }
        return found.isEmpty() ? List.of(Origin.PLAIN) : found;
    }

    private boolean anyLooselyNamed(Name table) {
        return relations.stream().anyMatch(relation -> relation.holdsProtected() && relation.looselyNamed(table))
                || outer.map(scope -> scope.anyLooselyNamed(table)).orElse(false);
    }

    private List<Origin> unqualified(Name name) {
        List<Origin> found = new ArrayList<>();
        boolean open = false;
        for (Relation relation : relations) {
            found.addAll(relation.find(name, dialect));
            open |= !relation.complete();
        }
        if (!found.isEmpty()) {
            return found.size() > 1 && anyEncrypted(found) ? unknown(name) : found;
        }
        if (relations.stream().anyMatch(relation -> relation.nearlyEncrypted(name))) {
            return unknown(name);
        }
        if (wholeRow(name)) {
            throw SqlRefusal.WHOLE_ROW.at(name.span().start());
        }
        List<Origin> around = outer.map(scope -> scope.unqualified(name)).orElse(List.of(Origin.UNKNOWN));
        return open && anyEncrypted(around) ? unknown(name) : around;
    }

    private static boolean anyEncrypted(List<Origin> origins) {
        return origins.stream().anyMatch(origin -> origin.sealed() || origin.helper());
    }

    private boolean wholeRow(Name name) {
        return relations.stream().anyMatch(relation -> relation.holdsProtected() && relation.looselyNamed(name));
    }

    private static List<Origin> unknown(Name name) {
        throw SqlRefusal.COLUMN_UNKNOWN.at(name.span().start());
    }
}
