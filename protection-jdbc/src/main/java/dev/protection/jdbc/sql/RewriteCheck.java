package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a rewritten text into tokens again: only the planned ones may differ. */
final class RewriteCheck {
    private final String sql;
    private final List<Token> tokens;
    private final Dialect dialect;
    private final SqlMode mode;
    private int next;

    RewriteCheck(String sql, List<Token> tokens, Dialect dialect, SqlMode mode) {
        this.sql = sql;
        this.tokens = tokens;
        this.dialect = dialect;
        this.mode = mode;
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

    /** Adds the kept tokens of a stretch; a token that a change would cut is a fault. */
    private void original(List<String> expected, int from, int to) {
        while (next < tokens.size() && tokens.get(next).start() < to) {
            Token token = tokens.get(next++);
            if (token.start() >= from && token.end() <= to) {
                expected.add(sql.substring(token.start(), token.end()));
            } else if (token.end() > from) {
                throw SqlRefusal.REWRITE.at(token.start());
            }
        }
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Token token : Tokenizer.ofRewritten(text, dialect, mode)) {
            words.add(text.substring(token.start(), token.end()));
        }
        return words;
    }

    /** A form with the shape of the text that will be sent. */
    static String rendered(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text plain) {
                text.append(plain.sql());
            } else if (piece instanceof Piece.Barrier barrier) {
                text.append(barrier.opens() ? "CASE WHEN 1 = 1 THEN (" : ") ELSE FALSE END ");
            } else if (predicate(piece)) {
                text.append("1 = 1");
            } else if (!(piece instanceof Piece.OneIndex)) {
                text.append('?');
            }
        }
        return text.toString();
    }

    static boolean predicate(Piece piece) {
        return piece instanceof Piece.RowFilterPredicate
                || piece instanceof Piece.KeyPredicate
                || piece instanceof Piece.TextMatch
                || piece instanceof Piece.Opened
                || piece instanceof Piece.SameTerms
                || piece instanceof Piece.ArrayTerms;
    }
}
