package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Columns added at the end of a select list: whose row is it. */
final class HiddenColumns {
    private final Rewriting rewriting;
    private final int at;
    private final int visible;
    private final OptionalInt groups;
    private final Map<Source, Ordinals> added = new LinkedHashMap<>();
    private final Map<Term, String> terms = new HashMap<>();
    private final Set<Integer> aliases = new LinkedHashSet<>();
    private int count;

    /**
     * Where the columns of a source are.
     *
     * @param tenant the ordinal of the tenant; empty for a fixed one
     * @param subject the ordinal of the person
     */
    record Ordinals(OptionalInt tenant, int subject) {}

    HiddenColumns(Rewriting rewriting, int at, int visible, OptionalInt groups) {
        this.rewriting = rewriting;
        this.at = at;
        this.visible = visible;
        this.groups = groups;
    }

    static String tenantLabel(Source source) {
        return "__p" + source.number() + "_t";
    }

    static String subjectLabel(Source source) {
        return "__p" + source.number() + "_s";
    }

    Ordinals add(Source source) {
        Ordinals known = added.get(source);
        if (known != null) {
            return known;
        }
        Source.Owner owner = source.owner();
        Optional<Integer> tenant = owner.tenant().map(expression -> append(source, expression, tenantLabel(source)));
        int subject = append(source, owner.subject(), subjectLabel(source));
        Ordinals ordinals = new Ordinals(tenant.map(OptionalInt::of).orElse(OptionalInt.empty()), subject);
        added.put(source, ordinals);
        return ordinals;
    }

    /** Adds the helper column of an indexed field; returns its label. */
    String addTerm(Source source, Field field) {
        return terms.computeIfAbsent(new Term(source, field), term -> {
            String label = "__p" + source.number() + "_" + (terms.size() + 1);
            append(source, source.qualifier() + "." + source.termName(field), label);
            return label;
        });
    }

    /** Adds a value that is needed but not shown; returns its ordinal. */
    int addValue(List<Piece> value) {
        Pieces pieces = new Pieces().text(", ").addAll(value).text(" AS __p_" + ++count);
        rewriting.edits().insert(at, pieces.list());
        return visible + count;
    }

    /** Adds a value that a query around this one needs; returns its label. */
    String addLabelled(List<Piece> value) {
        String label = "__p_" + (addValue(value) - visible);
        aliases.forEach(end -> rewriting.edits().insert(end, ", " + label));
        return label;
    }

    private record Term(Source source, Field field) {}

    /** Lets a list of column aliases, which names all visible columns, name the hidden ones too. */
    void aliasedAt(int end) {
        aliases.add(end);
    }

    /** Beside groups a column must be grouped by too, if it is not an aggregate; it follows from the key. */
    private int append(Source source, String expression, String label) {
        if (groups.isPresent() && !(source instanceof GroupSource)) {
            rewriting.edits().insert(groups.getAsInt(), ", " + expression);
        }
        rewriting.edits().insert(at, ", " + expression + " AS " + label);
        aliases.forEach(end -> rewriting.edits().insert(end, ", " + label));
        return visible + ++count;
    }
}
