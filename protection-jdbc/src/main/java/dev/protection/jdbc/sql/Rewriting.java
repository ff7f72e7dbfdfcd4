package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What is found and changed while one statement is planned. */
final class Rewriting {
    private final String sql;
    private final List<Token> tokens;
    private final Declarations declarations;
    private final Edits edits = new Edits();
    private final Map<Integer, Occurrence> occurrences = new LinkedHashMap<>();
    private final Set<FieldUse> used = new LinkedHashSet<>();
    private final IdentityHashMap<Select, SelectVerdict> verdicts = new IdentityHashMap<>();
    private final NavigableMap<Span, String> stars = new TreeMap<>(Comparator.comparingInt(Span::start));
    private Optional<TableReference> view = Optional.empty();
    private final Set<Span> opened = new HashSet<>();
    private Optional<Ending> sortable = Optional.empty();
    private Optional<SortPlan> sort = Optional.empty();
    private int numbers;

    Rewriting(String sql, List<Token> tokens, Declarations declarations) {
        this.sql = sql;
        this.tokens = tokens;
        this.declarations = declarations;
    }

    String sql() {
        return sql;
    }

    List<Token> tokens() {
        return tokens;
    }

    Declarations declarations() {
        return declarations;
    }

    Dialect dialect() {
        return declarations.dialect();
    }

    SqlMode mode() {
        return declarations.mode();
    }

    Edits edits() {
        return edits;
    }

    /** The tokens of a stretch. */
    List<Token> tokens(Span span) {
        return tokens.subList(firstFrom(span.start()), firstFrom(span.end()));
    }

    /** The index of the first token that begins at an offset or behind it. */
    private int firstFrom(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Splicer splicer() {
        return new Splicer(sql, tokens, edits);
    }

    int nextNumber() {
        return ++numbers;
    }

    void use(FieldUse use) {
        used.add(use);
    }

    /** Says that a view was met, and that the statement is refused unless its query takes its place. */
    void meetView(TableReference reference) {
        view = Optional.of(reference);
    }

    Optional<TableReference> view() {
        return view;
    }

    /** Says which columns stand behind a star. */
    void star(Span star, String columns) {
        stars.put(star, columns);
    }

    /** The columns behind stars, from left to right. */
    NavigableMap<Span, String> stars() {
        return stars;
    }

    /** Says that a condition is answered by values opened before: it fails on a row whose value was not. */
    void opened(Span condition) {
        opened.add(condition);
    }

    boolean isOpened(Span condition) {
        return opened.contains(condition);
    }

    Set<FieldUse> used() {
        return used;
    }

    /** Says that rows sorted like this are the application's own, so that they can be sorted after opening. */
    void sortable(Ending ending) {
        sortable = Optional.of(ending);
    }

    /** The ending that an ORDER BY belongs to, if its rows can be sorted after opening. */
    Optional<Ending> sortable(List<Expression> order) {
        return sortable.filter(ending -> ending.order().equals(order));
    }

    void sort(SortPlan plan) {
        sort = Optional.of(plan);
    }

    Optional<SortPlan> sort() {
        return sort;
    }

    void planned(Select select, SelectVerdict verdict) {
        verdicts.put(select, verdict);
    }

    /** What was found out about a select; one that was not planned is not trusted. */
    SelectVerdict verdict(Select select) {
        return verdicts.getOrDefault(select, SelectVerdict.LOUD);
    }

    /** Registers a protected table that is mentioned. */
    TableSource mention(ProtectedTable table, String qualifier, TableReference reference) {
        String from = reference.span().of(sql);
        TableSource source = new TableSource(nextNumber(), table, qualifier, from, declarations);
        occurrences.put(
                source.number(),
                new Occurrence(
                        source.number(),
                        table.dataset(),
                        source.tenant(),
                        source.person(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
        return source;
    }

    /** Says at which ordinals of the result the owner of a source's rows is found. */
    void expose(Source source, OptionalInt tenant, int subject) {
        Occurrence known = occurrences.get(source.number());
        occurrences.put(
                source.number(),
                new Occurrence(
                        source.number(),
                        source.table().dataset(),
                        known == null ? Optional.empty() : known.tenant(),
                        known == null ? Optional.empty() : known.person(),
                        tenant,
                        OptionalInt.of(subject)));
    }

    boolean touchesProtected() {
        return !occurrences.isEmpty();
    }

    List<Occurrence> occurrences() {
        return new ArrayList<>(occurrences.values());
    }

    /** The rewritten statement, checked. */
    Template checked() {
        Template template = splicer().whole();
        new RewriteCheck(sql, tokens, dialect(), mode()).check(edits, template);
        return template;
    }
}
