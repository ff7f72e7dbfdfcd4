package dev.protection.jdbc.sql;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.SubjectPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which tables hold declared data, by the names under which a statement can mention them. */
final class Declarations {
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final SqlMode mode;
    private final Map<String, Dataset> byTable = new HashMap<>();
    private final Map<String, SubjectPath.Via> paths = new HashMap<>();
    private final Map<String, ProtectedTable> resolved = new ConcurrentHashMap<>();
    private final Set<String> views;
    private final Set<String> tables;

    Declarations(Dialect dialect, DataMap map, Catalogue catalogue) {
        this(dialect, map, catalogue, SqlMode.of(dialect));
    }

    Declarations(Dialect dialect, DataMap map, Catalogue catalogue, SqlMode mode) {
        this.dialect = dialect;
        this.mode = mode;
        this.catalogue = catalogue;
        for (Dataset dataset : map.datasets().values()) {
            byTable.put(bare(dataset.table()), dataset);
            if (dataset.subject() instanceof SubjectPath.Via via) {
                paths.put(bare(via.table()), via);
            }
        }
        this.tables = Set.copyOf(byTable.keySet());
        this.views = new HashSet<>();
        catalogue.viewsOver(Set.copyOf(byTable.keySet())).forEach(view -> views.add(Folding.loosely(view)));
    }

    private static String bare(String table) {
        return Folding.loosely(table.substring(table.lastIndexOf('.') + 1));
    }

    Dialect dialect() {
        return dialect;
    }

    SqlMode mode() {
        return mode;
    }

    /** The tables that protected rows refer to by foreign keys. */
    Map<String, Catalogue.Parent> parents() {
        return catalogue.parentsOf(tables);
    }

    /** Every bare name that must be looked at closely. */
    Set<String> names() {
        Set<String> names = new HashSet<>(byTable.keySet());
        names.addAll(views);
        return names;
    }

    /** The dataset that a table of this name holds; a schema on both sides must agree. */
    Optional<Dataset> dataset(List<Name> name) {
        Name table = name.get(name.size() - 1);
        Dataset dataset = byTable.get(Folding.loosely(table.text()));
        if (dataset == null) {
            return Optional.empty();
        }
        int dot = dataset.table().lastIndexOf('.');
        boolean elsewhere = dot > 0
                && name.size() > 1
                && !name.get(name.size() - 2).looselyIs(lastPart(dataset.table().substring(0, dot)));
        return elsewhere ? Optional.empty() : Optional.of(dataset);
    }

    private static String lastPart(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** The path from another dataset to its person that goes through a table. */
    Optional<SubjectPath.Via> path(ProtectedTable table) {
        return Optional.ofNullable(paths.get(bare(table.dataset().table())));
    }

    boolean view(Name table) {
        return views.contains(Folding.loosely(table.text()));
    }

    /** The view that a name means, with its query. */
    Optional<Catalogue.View> view(List<Name> name) {
        Name view = name.get(name.size() - 1);
        Optional<String> schema = name.size() > 1 ? Optional.of(folded(name.get(name.size() - 2))) : Optional.empty();
        return catalogue.view(schema, folded(view));
    }

    Optional<Catalogue.Table> table(List<Name> name) {
        Name table = name.get(name.size() - 1);
        Optional<String> schema = name.size() > 1 ? Optional.of(folded(name.get(name.size() - 2))) : Optional.empty();
        return catalogue.table(schema, folded(table));
    }

    /** The same as it is at this moment. */
    Optional<Catalogue.Table> current(List<Name> name) {
        Name table = name.get(name.size() - 1);
        Optional<String> schema = name.size() > 1 ? Optional.of(folded(name.get(name.size() - 2))) : Optional.empty();
        return catalogue.current(schema, folded(table));
    }

    Optional<Catalogue.Table> table(String declared) {
        int dot = declared.lastIndexOf('.');
        Optional<String> schema =
                dot > 0 ? Optional.of(dialect.fold(lastPart(declared.substring(0, dot)))) : Optional.empty();
        return catalogue.table(schema, dialect.fold(declared.substring(dot + 1)));
    }

    /** Whether there is, at this moment, the table that a text names. */
    boolean isThere(String written) {
        return current(new TokenList(Tokenizer.tokens(written, dialect, mode)).name(0, written))
                .isPresent();
    }

    /** Whether any declared table is there at this moment. */
    boolean anyTable() {
        return byTable.values().stream()
                .anyMatch(dataset -> table(dataset.table()).isPresent());
    }

    /** Whether any declared table is in a schema at this moment. */
    boolean anyTableIn(Name schema) {
        return byTable.values().stream()
                .map(dataset -> dialect.fold(lastPart(dataset.table())))
                .anyMatch(table ->
                        catalogue.current(Optional.of(folded(schema)), table).isPresent());
    }

    private String folded(Name name) {
        return name.quoted() ? name.text() : dialect.fold(name.text());
    }

    List<Catalogue.UniqueKey> uniqueKeys(ProtectedTable table) {
        return catalogue.uniqueKeys(table.table());
    }

    /** Resolves a mention of a protected table. */
    Optional<ProtectedTable> resolve(List<Name> name) {
        Name table = name.get(name.size() - 1);
        if (view(table)) {
            throw SqlRefusal.VIEW.at(table.span().start());
        }
        return dataset(name).map(dataset -> resolve(dataset, name));
    }

    private ProtectedTable resolve(Dataset dataset, List<Name> name) {
        Optional<Catalogue.Table> physical = table(name);
        if (physical.isPresent()) {
            ProtectedTable found = known(dataset, physical.get());
            found.refusal().ifPresent(refusal -> {
                throw refusal.at(name.get(name.size() - 1).span().start());
            });
            return found;
        }
        throw SqlRefusal.TABLE_UNKNOWN.at(name.get(name.size() - 1).span().start());
    }

    /** What was found out about a table holds while the catalogue describes it by the same object. */
    @SuppressWarnings("ReferenceEquality")
    private ProtectedTable known(Dataset dataset, Catalogue.Table physical) {
        ProtectedTable known = resolved.get(dataset.name());
        if (known != null && known.table() == physical) {
            return known;
        }
        ProtectedTable made = new ProtectedTable(dataset, physical);
        resolved.put(dataset.name(), made);
        return made;
    }
}
