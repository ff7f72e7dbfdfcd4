package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a rewritten text into tokens again: only the planned ones may differ. */
final class RewriteCheck {
    private final String sql;
    private final List<Token> tokens;
    private final Dialect dialect;

    RewriteCheck(String sql, List<Token> tokens, Dialect dialect) {
        this.sql = sql;
        this.tokens = tokens;
        this.dialect = dialect;
    }

    void check(Edits edits, Template template) {
        List<String> expected = new ArrayList<>();
        int at = 0;
        for (Edits.Edit edit : edits.within(new Span(0, sql.length()))) {
            original(expected, at, edit.start());
            expected.addAll(words(rendered(edit.pieces())));
            at = edit.end();
        }
        original(expected, at, sql.length());
        if (!expected.equals(words(rendered(template.pieces())))) {
            throw SqlRefusal.REWRITE.at(0);
        }
    }

    private void original(List<String> expected, int from, int to) {
        for (Token token : tokens) {
            if (token.start() < to && token.end() > from) {
                if (token.start() < from || token.end() > to) {
                    throw SqlRefusal.REWRITE.at(token.start());
                }
                expected.add(sql.substring(token.start(), token.end()));
            }
        }
    }

    private List<String> words(String text) {
        return Tokenizer.tokens(text, dialect).stream()
                .map(token -> text.substring(token.start(), token.end()))
                .toList();
    }

    /** A form with the shape of the text that will be sent. */
    static String rendered(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text plain) {
                text.append(plain.sql());
            } else if (piece instanceof Piece.RowFilterPredicate || piece instanceof Piece.KeyPredicate) {
                text.append("1 = 1");
            } else {
                text.append('?');
            }
        }
        return text.toString();
    }
}
