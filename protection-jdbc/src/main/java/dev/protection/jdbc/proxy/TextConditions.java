package dev.protection.jdbc.proxy;

import dev.protection.core.flow.TextSearch;
import dev.protection.core.flow.TextTerms;
import dev.protection.encryption.CaseRules;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.OpenedColumn;
import dev.protection.jdbc.sql.Piece.TextMatch;
import dev.protection.jdbc.sql.TextValue;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns conditions on texts into terms to look for, with the parameters of one run. */
final class TextConditions {
    private static final int BACKSLASH = '\\';

    private final Bindings bindings;
    private final Dialect dialect;
    private final Optional<CaseRules> rules;
    private final Search search;

    /** Where the answers come from. */
    interface Search {
        /** Finds the terms; empty when the text is a longer beginning than is kept. */
        Optional<TextTerms> terms(FieldUse use, TextSearch search);

        /** Opens the values. */
        List<OpenedCells.Opened> opened(OpenedColumn column) throws SQLException;
    }

    TextConditions(Bindings bindings, ProtectedDatabase database, Search search) {
        this.bindings = bindings;
        this.dialect = database.dialect();
        this.rules = database.caseRules();
        this.search = search;
    }

    TextCondition of(TextMatch match) throws SQLException {
        String text = text(match.text());
        boolean nullEscape =
                match.how().escape().isPresent() && text(match.how().escape().get()) == null;
        if (text == null || nullEscape) {
            return new TextCondition.Unknown();
        }
        LikePattern pattern = match.how().pattern() ? pattern(match, text) : LikePattern.of(text);
        if (pattern.kind() == LikePattern.Kind.ANY) {
            return new TextCondition.Any();
        }
        boolean tooMuch = pattern.kind() == LikePattern.Kind.OTHER || longBeginning(pattern);
        if (match.opened().isPresent() && (tooMuch || match.columns().isEmpty())) {
            return listed(match, pattern);
        }
        if (pattern.kind() == LikePattern.Kind.OTHER) {
            throw SqlErrors.of(JdbcRefusal.pattern());
        }
        return holds(match, pattern.text(), pattern.kind() == LikePattern.Kind.WHOLE);
    }

    /** One that may be longer than the columns of beginnings are; letters grow when their case changes. */
    private static boolean longBeginning(LikePattern pattern) {
        return pattern.kind() == LikePattern.Kind.BEGINNING && pattern.tokens().size() > TextSearch.MOST / 3;
    }

    private TextCondition listed(TextMatch match, LikePattern pattern) throws SQLException {
        LikeMatcher matcher = new LikeMatcher(pattern.tokens(), dialect);
        TextMatch.Form form = match.form();
        Optional<CaseRules> changed = form == TextMatch.Form.EXACT ? Optional.empty() : Optional.of(rules());
        return new TextCondition.Listed(OpenedLists.of(
                search.opened(match.opened().orElseThrow()),
                value -> matcher.matches(cased((String) value, form, changed)),
                dialect));
    }

    private static String cased(String value, TextMatch.Form form, Optional<CaseRules> rules) {
        return rules.map(known -> form == TextMatch.Form.UPPER ? known.upper(value) : known.lower(value))
                .orElse(value);
    }

    private TextCondition holds(TextMatch match, String text, boolean whole) throws SQLException {
        TextSearch.Form form = TextSearch.Form.valueOf(match.form().name());
        CaseRules known = form == TextSearch.Form.EXACT ? CaseRules.SIMPLE : rules();
        TextTerms terms = search.terms(match.use(), new TextSearch(form, text, whole, known))
                .orElseThrow(() -> SqlErrors.of(JdbcRefusal.longPattern(TextSearch.MOST)));
        return new TextCondition.Holds(terms, whole);
    }

    private CaseRules rules() throws SQLException {
        if (rules.isEmpty()) {
            throw SqlErrors.of(JdbcRefusal.cases());
        }
        return rules.get();
    }

    private LikePattern pattern(TextMatch match, String text) throws SQLException {
        try {
            return LikePattern.of(text, escape(match), dialect);
        } catch (IllegalArgumentException malformed) {
            throw SqlErrors.of(JdbcRefusal.escape());
        }
    }

    /** The escape character; negative for none. */
    private int escape(TextMatch match) throws SQLException {
        Optional<TextValue> given = match.how().escape();
        String character = given.isEmpty() ? "\\" : text(given.get());
        if (character == null || character.codePointCount(0, character.length()) > 1) {
            throw SqlErrors.of(JdbcRefusal.escape());
        }
        if (character.isEmpty()) {
            return dialect == Dialect.MARIADB ? BACKSLASH : -1;
        }
        return character.codePointAt(0);
    }

    @Nullable
    String text(TextValue value) throws SQLException {
        if (value instanceof TextValue.Param param) {
            return bindings.text(param.logical());
        }
        if (value instanceof TextValue.Fixed fixed) {
            return fixed.text().orElse(null);
        }
        if (value instanceof TextValue.Cased cased) {
            String text = text(cased.text());
            return text == null ? null : cased.upper() ? rules().upper(text) : rules().lower(text);
        }
        if (value instanceof TextValue.Replaced replaced) {
            String text = text(replaced.text());
            return text == null ? null : text.replace(replaced.searched(), replaced.replacement());
        }
        return joined((TextValue.Joined) value);
    }

    private @Nullable String joined(TextValue.Joined value) throws SQLException {
        StringBuilder whole = new StringBuilder();
        for (TextValue part : value.parts()) {
            String text = text(part);
            if (text == null && !value.nullIsEmpty()) {
                return null;
            }
            whole.append(text == null ? "" : text);
        }
        return whole.toString();
    }
}
