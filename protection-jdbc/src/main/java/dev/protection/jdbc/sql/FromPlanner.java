package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which relations a FROM clause has, and fills the scope with them. */
final class FromPlanner {
    private final Rewriting rewriting;
    private final Scope scope;
    private final Optional<Scope> outer;
    private final CommonTables common;
    private final Map<FromItem, TableSource> sources = new HashMap<>();
    private final Map<FromItem.Join, Sides> sides = new HashMap<>();
    private boolean joinsByColumns;
    private Optional<MergedColumns> merged = Optional.empty();

    /** The relations on the two sides of a join. */
    private record Sides(List<Relation> left, List<Relation> right) {}

    FromPlanner(Rewriting rewriting, Scope scope, Optional<Scope> outer, CommonTables common) {
        this.rewriting = rewriting;
        this.scope = scope;
        this.outer = outer;
        this.common = common;
    }

    /** Whether columns of two tables are merged into one by NATURAL or USING. */
    boolean joinsByColumns() {
        return joinsByColumns;
    }

    /** The columns that are merged where the whole FROM clause is one such join; empty when they are not known. */
    Optional<MergedColumns> merged() {
        return merged;
    }

    Map<FromItem, TableSource> sources() {
        return sources;
    }

    void addAll(List<FromItem> items) {
        items.forEach(this::add);
        items.forEach(this::conditions);
        if (items.size() == 1 && items.get(0) instanceof FromItem.Join join && joinsByColumns) {
            Sides both = Objects.requireNonNull(sides.get(join));
            merged = MergedColumns.of(join, both.left(), both.right(), rewriting.dialect());
        }
    }

    private void add(FromItem item) {
        if (item instanceof TableReference table) {
            scope.add(table(table));
        } else if (item instanceof FromItem.Derived derived) {
            scope.add(derived(derived));
        } else if (item instanceof FromItem.Function function) {
            checker().check(function.call(), SqlRefusal.EXPRESSION);
            scope.add(opaque(function.alias()));
        } else if (item instanceof FromItem.Join join) {
            int start = scope.relations().size();
            add(join.left());
            int middle = scope.relations().size();
            add(join.right());
            List<Relation> all = List.copyOf(scope.relations());
            sides.put(join, new Sides(all.subList(start, middle), all.subList(middle, all.size())));
        } else if (item instanceof FromItem.Group group) {
            group(group);
        }
    }

    private UseChecker checker() {
        return new UseChecker(rewriting, scope, common, List.of());
    }

    /** With an alias of its own, the names inside a bracket are hidden: not followed. */
    private void group(FromItem.Group group) {
        int before = scope.relations().size();
        add(group.inner());
        boolean named = group.alias().isPresent()
                && scope.relations().subList(before, scope.relations().size()).stream()
                        .anyMatch(Relation::holdsProtected);
        if (named) {
            throw SqlRefusal.SUBQUERY.at(group.span().start());
        }
    }

    private void conditions(FromItem item) {
        if (item instanceof FromItem.Group group) {
            conditions(group.inner());
        } else if (item instanceof FromItem.Join join) {
            conditions(join.left());
            conditions(join.right());
            join.on().ifPresent(on -> checker().choosing().check(on, SqlRefusal.EXPRESSION));
            byColumns(join);
        }
    }

    private void byColumns(FromItem.Join join) {
        if (!join.natural() && join.using().isEmpty()) {
            return;
        }
        joinsByColumns = true;
        Sides both = Objects.requireNonNull(sides.get(join));
        boolean protectedOnes =
                Stream.concat(both.left().stream(), both.right().stream()).anyMatch(Relation::holdsProtected);
        if (join.natural() && protectedOnes && MergedColumns.comparesSealed(both.left(), both.right())) {
            throw SqlRefusal.JOIN_COLUMNS.at(join.span().start());
        }
        for (Name column : join.using()) {
            if (scope.relations().stream().anyMatch(relation -> relation.nearlyEncrypted(column))) {
                new MergedTerms(rewriting).merge(join, column, both.left(), both.right());
            }
        }
    }

    private Relation opaque(Optional<Name> alias) {
        return new Relation(alias, List.of(), text(alias), false, List.of());
    }

    private String text(Optional<Name> alias) {
        return alias.map(name -> name.span().of(rewriting.sql())).orElse("");
    }

    private Relation table(TableReference reference) {
        Optional<CommonTables.Definition> definition = common.find(reference.name());
        String qualifier = reference.alias().isPresent()
                ? text(reference.alias())
                : reference.nameSpan().of(rewriting.sql());
        if (definition.isPresent()) {
            List<Name> columns =
                    reference.columns().isEmpty() ? definition.get().columns() : reference.columns();
            return query(
                    definition.get().result(),
                    reference.alias().or(() -> Optional.of(reference.table())),
                    qualifier,
                    columns);
        }
        if (rewriting.declarations().view(reference.table())) {
            rewriting.meetView(reference);
        }
        Optional<ProtectedTable> found = rewriting.declarations().resolve(reference.name());
        return found.map(table -> protectedTable(reference, table, qualifier))
                .orElseGet(() -> plainTable(reference, qualifier));
    }

    private Relation protectedTable(TableReference reference, ProtectedTable table, String qualifier) {
        if (reference.only() || !reference.columns().isEmpty()) {
            throw SqlRefusal.SYNTAX.at(reference.span().start());
        }
        TableSource source = rewriting.mention(table, qualifier, reference);
        sources.put(reference, source);
        return relation(reference, source, qualifier);
    }

    /** The relation that a mention of a protected table is. */
    static Relation relation(TableReference reference, TableSource source, String qualifier) {
        ProtectedTable table = source.table();
        List<Output> columns = new ArrayList<>();
        for (Catalogue.Column column : table.table().columns()) {
            Origin origin = new Origin(
                    Optional.of(source), column.name(), table.field(column.name()), table.helper(column.name()));
            columns.add(new Output(Optional.of(column.name()), origin));
        }
        return new Relation(reference.alias(), reference.name(), qualifier, true, columns);
    }

    private Relation plainTable(TableReference reference, String qualifier) {
        Optional<Catalogue.Table> table = rewriting.declarations().table(reference.name());
        List<Output> columns = new ArrayList<>();
        table.ifPresent(found ->
                found.columns().forEach(column -> columns.add(new Output(Optional.of(column.name()), Origin.PLAIN))));
        boolean complete = table.isPresent() && reference.columns().isEmpty();
        return new Relation(reference.alias(), reference.name(), qualifier, complete, complete ? columns : List.of());
    }

    private Relation derived(FromItem.Derived derived) {
        Optional<Scope> visible = derived.lateral() ? Optional.of(scope) : outer;
        QueryResult result = new QueryPlanner(rewriting).plan(derived.query(), visible, common, ListUse.TABLE);
        return query(result, derived.alias(), text(derived.alias()), derived.columns());
    }

    private Relation query(QueryResult result, Optional<Name> alias, String qualifier, List<Name> names) {
        return new QueryRelation(rewriting, result, alias, qualifier, names).relation();
    }
}
