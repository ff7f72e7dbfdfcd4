package dev.protection.jdbc.sql;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Refuses to drop a schema, a database or all objects while a protected table is among them: its rows would go undecided
 * and unrecorded, those under a legal hold too. Its tables are dropped one by one first.
 */
final class SchemaGuard {
    private static final Set<String> CONTAINERS = Set.of("schema", "database", "all", "owned");

    private final Declarations declarations;

    SchemaGuard(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The quick look: whether the text may drop more than one thing. */
    boolean maySeemIn(String sql) {
        return FirstWord.isOneOf(sql, Set.of("drop"))
                && CONTAINERS.stream().anyMatch(sql.toLowerCase(Locale.ROOT)::contains);
    }

    void check(String sql) {
        if (!maySeemIn(sql)) {
            return;
        }
        TokenList tokens = new TokenList(Tokenizer.tokens(sql, declarations.dialect(), declarations.mode()));
        if (!tokens.get(0).word("drop") || !CONTAINERS.contains(tokens.get(1).text())) {
            return;
        }
        boolean everything = tokens.get(1).word("all") || tokens.get(1).word("owned");
        if (everything ? declarations.anyTable() : named(tokens, sql, declarations::anyTableIn)) {
            throw SqlRefusal.CASCADE.at(tokens.get(0).start());
        }
    }

    /** Any name in the text counts: IF EXISTS, CASCADE and the like are no schemas. */
    private static boolean named(TokenList tokens, String sql, Predicate<Name> test) {
        return IntStream.range(2, tokens.size())
                .filter(at -> tokens.get(at).name())
                .anyMatch(at -> test.test(tokens.name(at, sql).get(0)));
    }
}
