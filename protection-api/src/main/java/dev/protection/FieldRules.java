package dev.protection;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Set;

/** What must hold within one field. */
final class FieldRules {
    private final Collection<String> categories;
    private final NameRules names;
    private final Problems problems;

    FieldRules(Collection<String> categories, Problems problems) {
        this.categories = categories;
        this.names = new NameRules(problems);
        this.problems = problems;
    }

    void check(String place, Field field) {
        names.column(place, field.name());
        problems.known(place + ".category", "category", field.category(), categories);
        search(place, field);
        matched(place, field);
        index(place, field);
        replacement(place + ".when-erased", field);
    }

    private void search(String place, Field field) {
        if (!field.encrypt() && !field.search().isEmpty()) {
            problems.report(place + ".search", "is only for encrypted fields; a plain column is searched as it is");
        }
        if (!SearchColumn.of(field).isEmpty()) {
            names.searchedColumn(place, field.name());
        }
        if (field.prefixed() && field.type() != FieldType.TEXT) {
            problems.report(
                    place + ".search",
                    "'prefix' is only for text, not for type " + field.type().word());
        }
    }

    /** What is matched after opening is the value as it is; what an index compares is not. */
    private void matched(String place, Field field) {
        if (!field.matched()) {
            return;
        }
        if (field.type() != FieldType.TEXT) {
            problems.report(
                    place + ".search",
                    "'substring' is only for text, not for type " + field.type().word());
        } else if (!field.index().normalise().isEmpty()) {
            problems.report(place + ".search", "'substring' matches values as they are, without 'normalise'");
        }
    }

    private void index(String place, Field field) {
        Field.Index index = field.index();
        Field.Index withoutCollation = new Field.Index(index.scope(), index.group(), index.normalise(), false);
        if (field.search().isEmpty() && !withoutCollation.equals(Field.Index.DEFAULT)) {
            problems.report(
                    place + option(index), "says how a search index works, but the field has no 'search: [equality]'");
        }
        index.group().ifPresent(group -> names.group(place + ".index-group", group));
        if (field.type() != FieldType.TEXT && !index.normalise().isEmpty()) {
            problems.report(
                    place + ".normalise",
                    "is only for text, not for type " + field.type().word());
        }
        if (field.type() != FieldType.TEXT && index.exact()) {
            problems.report(
                    place + ".collation",
                    "is only for text, not for type " + field.type().word());
        }
        if (index.normalise().containsAll(Set.of(Normalise.PHONE, Normalise.EMAIL))) {
            problems.report(place + ".normalise", "'phone' and 'email' exclude each other");
        }
    }

    private static String option(Field.Index index) {
        if (index.scope() != IndexScope.CONTROLLER) {
            return ".index-scope";
        }
        if (index.group().isPresent()) {
            return ".index-group";
        }
        return index.exact() ? ".collation" : ".normalise";
    }

    private void replacement(String place, Field field) {
        if (field.whenErased().isEmpty()) {
            return;
        }
        if (!field.encrypt()) {
            problems.report(place, "is only for encrypted fields; a plain column is emptied by an erasure");
        } else if (!fits(field.type(), field.whenErased().get())) {
            problems.report(place, "is not a value of type " + field.type().word());
        }
    }

    private static boolean fits(FieldType type, String text) {
        try {
            return switch (type) {
                case TEXT -> true;
                case INTEGER -> Long.toString(Long.parseLong(text)).equals(text);
                case DECIMAL -> new BigDecimal(text).precision() > 0;
                case DATE -> LocalDate.parse(text).toString().equals(text);
                case TIMESTAMP -> LocalDateTime.parse(text).isSupported(java.time.temporal.ChronoField.YEAR);
                case BOOLEAN -> text.equals("true") || text.equals("false");
                case BYTES -> false;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
