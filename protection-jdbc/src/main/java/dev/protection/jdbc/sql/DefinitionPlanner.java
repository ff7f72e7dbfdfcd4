package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.jdbc.sql.DefinitionPlan.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans CREATE, DROP, ALTER, TRUNCATE and COMMENT. */
final class DefinitionPlanner {
    /** Things whose definition cannot read a table. */
    private static final Set<String> HARMLESS = Set.of(
            "sequence", "schema", "database", "role", "user", "domain", "type", "extension", "collation", "index");

    private static final Set<String> TABLE_WORDS =
            Set.of("global", "local", "temp", "temporary", "unlogged", "cached", "memory", "or", "replace");

    private static final Set<String> DROPPED_AS = Set.of("temporary", "foreign");

    /** Things whose removal, whatever they are named or hang on, takes no row of a table along. */
    private static final Set<String> HOLDS_NO_ROWS =
            Keywords.words("view materialized trigger sequence function procedure"
                    + " routine aggregate policy rule type domain schema database role user event synonym constant alias statistics"
                    + " publication subscription extension operator collation cast server owned all");

    private final Declarations declarations;

    DefinitionPlanner(Declarations declarations) {
        this.declarations = declarations;
    }

    Plan plan(String sql, List<Token> all) {
        TokenList tokens = statement(all);
        return switch (tokens.get(0).text()) {
            case "create" -> create(sql, tokens);
            case "drop" -> drop(sql, tokens);
            case "alter" -> alter(sql, tokens);
            case "truncate" -> truncate(sql, tokens);
            default -> new CommentPlanner(declarations, sql).plan(tokens);
        };
    }

    /** Takes the semicolons at the end away; others are refused. */
    private static TokenList statement(List<Token> all) {
        int end = all.size();
        while (all.get(end - 1).symbol(";")) {
            end--;
        }
        TokenList tokens = new TokenList(all.subList(0, end));
        int semicolon = tokens.indexOfSymbol(";", 0);
        if (semicolon >= 0) {
            throw SqlRefusal.SEVERAL_STATEMENTS.at(tokens.get(semicolon).start());
        }
        return tokens;
    }

    private Plan create(String sql, TokenList tokens) {
        int at = 1;
        while (TABLE_WORDS.contains(tokens.get(at).text())) {
            at++;
        }
        if (tokens.get(at).word("table")) {
            int name = ifNotExists(tokens, at + 1);
            boolean shadows = tokens.between(1, at).anyWord("temp", "temporary")
                    && declarations.dataset(tokens.name(name, sql)).isPresent();
            if (shadows) {
                throw SqlRefusal.STATEMENT.at(tokens.get(1).start());
            }
            return new CreateTablePlanner(declarations, sql).plan(tokens, name);
        }
        boolean index = tokens.get(at).word("index") || (tokens.words(at, "unique") && tokens.anyWord("index"));
        if (index) {
            return new CreateIndexPlanner(declarations, sql).plan(tokens);
        }
        if (tokens.get(at).word("view")) {
            return new CreateViewPlanner(declarations, sql).plan(tokens);
        }
        if (HARMLESS.contains(tokens.get(at).text())) {
            return new Untouched(sql);
        }
        throw SqlRefusal.STATEMENT.at(tokens.get(at).start());
    }

    static int ifNotExists(TokenList tokens, int at) {
        return tokens.words(at, "if", "not", "exists") ? at + 3 : at;
    }

    private Plan drop(String sql, TokenList tokens) {
        if (tokens.get(1).word("index")) {
            return dropIndex(sql, tokens);
        }
        int kind = DROPPED_AS.contains(tokens.get(1).text()) ? 2 : 1;
        if (tokens.get(kind).word("table") || tokens.get(kind).word("tables")) {
            return over(sql, tokens, kind + 1, Kind.DROP_TABLE);
        }
        if (HOLDS_NO_ROWS.contains(tokens.get(1).text())) {
            return new Untouched(sql);
        }
        throw SqlRefusal.STATEMENT.at(tokens.get(1).start());
    }

    /** MariaDB names the table of an index. */
    private Plan dropIndex(String sql, TokenList tokens) {
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i).word("on")) {
                return declarations
                        .dataset(tokens.name(i + 1, sql))
                        .<Plan>map(dataset -> new DefinitionPlan(dataset, Kind.CHANGE, List.of(sql)))
                        .orElse(new Untouched(sql));
            }
        }
        return new Untouched(sql);
    }

    private Plan truncate(String sql, TokenList tokens) {
        int at = tokens.get(1).word("table") ? 2 : 1;
        return over(sql, tokens, tokens.get(at).word("only") ? at + 1 : at, Kind.TRUNCATE);
    }

    /** A statement about a list of tables, at most one of them protected. */
    private Plan over(String sql, TokenList tokens, int first, Kind kind) {
        List<Dataset> found = new ArrayList<>();
        String table = "";
        int at = tokens.words(first, "if", "exists") ? first + 2 : first;
        boolean more = true;
        while (more) {
            List<Name> name = tokens.name(at, sql);
            Optional<Dataset> dataset = declarations.dataset(name);
            if (dataset.isPresent()) {
                found.add(dataset.get());
                table = sql.substring(
                        name.get(0).span().start(),
                        name.get(name.size() - 1).span().end());
            }
            at += TokenList.length(name);
            more = tokens.get(at).symbol(",");
            at++;
        }
        if (found.isEmpty()) {
            return new Untouched(sql);
        }
        if (found.size() > 1) {
            throw SqlRefusal.ALTER.at(tokens.get(first).start());
        }
        return DefinitionPlan.removing(found.get(0), kind, sql, table);
    }

    private Plan alter(String sql, TokenList tokens) {
        if (tokens.get(1).word("table")) {
            return new AlterTablePlanner(declarations, sql).plan(tokens);
        }
        if (HARMLESS.contains(tokens.get(1).text())) {
            return new Untouched(sql);
        }
        throw SqlRefusal.ALTER.at(tokens.get(1).start());
    }
}
