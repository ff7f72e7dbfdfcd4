package dev.protection.jdbc.sql;

/** Finds out whether a definition asks for a collation that compares exactly. */
final class BinaryCollation {
    private BinaryCollation() {}

    static boolean in(TokenList tokens, String sql) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).word("collate")) {
                Token name = tokens.get(i + 1).symbol("=") ? tokens.get(i + 2) : tokens.get(i + 1);
                return Folding.ascii(name.span().of(sql)).endsWith("_bin");
            }
        }
        return false;
    }
}
