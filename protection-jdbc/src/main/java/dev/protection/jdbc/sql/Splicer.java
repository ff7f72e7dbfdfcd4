package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.util.List;

/** Puts changes into a text; everything else stays as it is, character by character. */
final class Splicer {
    private final String sql;
    private final List<Token> tokens;
    private final Edits edits;

    Splicer(String sql, List<Token> tokens, Edits edits) {
        this.sql = sql;
        this.tokens = tokens;
        this.edits = edits;
    }

    Template whole() {
        return new Template(part(new Span(0, sql.length())));
    }

    /** Renders a stretch with the changes inside it. */
    List<Piece> part(Span span) {
        Pieces pieces = new Pieces();
        int at = span.start();
        for (Edits.Edit edit : edits.within(span)) {
            if (edit.start() < at) {
                throw SqlRefusal.REWRITE.at(edit.start());
            }
            copy(pieces, at, edit.start());
            pieces.addAll(edit.pieces());
            at = edit.end();
        }
        copy(pieces, at, span.end());
        return pieces.list();
    }

    /** Copies text; a plain {@code ?} in it becomes a parameter under its own number. */
    private void copy(Pieces pieces, int from, int to) {
        int at = from;
        int number = 0;
        for (Token token : tokens) {
            if (token.kind() != Kind.PARAMETER) {
                continue;
            }
            number++;
            if (token.start() >= at && token.end() <= to) {
                pieces.text(sql.substring(at, token.start())).add(new Piece.Parameter(number));
                at = token.end();
            }
        }
        pieces.text(sql.substring(at, to));
    }
}
