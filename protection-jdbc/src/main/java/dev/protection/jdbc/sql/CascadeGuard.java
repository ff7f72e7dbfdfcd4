package dev.protection.jdbc.sql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses changes of a table through whose foreign keys the database itself would remove or change rows of a protected
 * table: nobody would have decided about those rows, locked the states of their persons or recorded the change.
 */
final class CascadeGuard {
    private static final Set<String> CHANGES = Set.of("delete", "truncate", "update", "merge", "replace", "with");

    private final Declarations declarations;

    CascadeGuard(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The quick look: whether the text may change a table that others hang on. */
    boolean maySeemIn(String sql) {
        return FirstWord.isOneOf(sql, CHANGES) && seen(sql);
    }

    private boolean seen(String sql) {
        Map<String, Catalogue.Parent> parents = declarations.parents();
        if (parents.isEmpty()) {
            return false;
        }
        String lower = sql.toLowerCase(Locale.ROOT);
        boolean hidden = !Folding.asciiOnly(sql) || lower.contains("u&");
        return hidden || parents.keySet().stream().anyMatch(lower::contains);
    }

    void check(String sql) {
        if (!maySeemIn(sql)) {
            return;
        }
        TokenList tokens = new TokenList(Tokenizer.tokens(sql, declarations.dialect(), declarations.mode()));
        if (tokens.size() > 2 && tokens.get(0).kind() == Token.Kind.WORD) {
            refuse(tokens, sql);
        }
    }

    private void refuse(TokenList tokens, String sql) {
        switch (tokens.get(0).text()) {
            case "delete" ->
                removes(tokens, tokens.get(1).word("from") ? Optional.of(target(tokens, 2, sql)) : Optional.empty());
            case "replace" -> removes(tokens, Optional.of(target(tokens, 1, sql)));
            case "merge" -> {
                if (tokens.anyWord("delete")) {
                    removes(tokens, Optional.of(target(tokens, 1, sql)));
                }
            }
            case "with" -> {
                if (tokens.anyWord("delete", "update", "merge")) {
                    removes(tokens, Optional.empty());
                    renames(tokens, Optional.empty());
                }
            }
            case "update" -> renames(tokens, single(tokens) ? Optional.of(target(tokens, 1, sql)) : Optional.empty());
            case "truncate" -> truncates(tokens);
            default -> {}
        }
    }

    /** MariaDB changes several tables at once. */
    private static boolean single(TokenList tokens) {
        int set = 0;
        while (set < tokens.size() && !tokens.get(set).word("set")) {
            set++;
        }
        TokenList before = tokens.between(0, set);
        return before.indexOfSymbol(",", 0) < 0 && !before.anyWord("join");
    }

    private static String target(TokenList tokens, int from, String sql) {
        int at = from;
        while (tokens.get(at).word("only")
                || tokens.get(at).word("into")
                || tokens.get(at).word("ignore")) {
            at++;
        }
        var name = tokens.name(at, sql);
        return Folding.loosely(name.get(name.size() - 1).text());
    }

    private void removes(TokenList tokens, Optional<String> target) {
        named(tokens, target).forEach(name -> {
            if (parent(name).onDelete()) {
                throw SqlRefusal.CASCADE.at(tokens.get(0).start());
            }
        });
    }

    private void renames(TokenList tokens, Optional<String> target) {
        named(tokens, target).forEach(name -> {
            if (parent(name).updated().stream().anyMatch(column -> assigned(tokens, column))) {
                throw SqlRefusal.CASCADE.at(tokens.get(0).start());
            }
        });
    }

    /** A column before an equals sign or in a list of assigned columns, anywhere up to WHERE. */
    private static boolean assigned(TokenList tokens, String column) {
        boolean inSet = false;
        for (Token token : tokens.tokens()) {
            inSet = (inSet || token.word("set")) && !token.word("where");
            if (inSet && token.name() && Folding.loosely(token.text()).equals(column)) {
                return true;
            }
        }
        return false;
    }

    private void truncates(TokenList tokens) {
        if (tokens.anyWord("cascade") && !named(tokens, Optional.empty()).isEmpty()) {
            throw SqlRefusal.CASCADE.at(tokens.get(0).start());
        }
    }

    /** The changed table, or, where it is not clear which one it is, all that are named. */
    private Set<String> named(TokenList tokens, Optional<String> target) {
        Set<String> names = new HashSet<>();
        if (target.isPresent()) {
            names.add(target.get());
        } else {
            tokens.tokens().stream().filter(Token::name).forEach(token -> names.add(Folding.loosely(token.text())));
        }
        names.retainAll(declarations.parents().keySet());
        return names;
    }

    private Catalogue.Parent parent(String name) {
        return declarations.parents().getOrDefault(name, new Catalogue.Parent(false, Set.of()));
    }
}
