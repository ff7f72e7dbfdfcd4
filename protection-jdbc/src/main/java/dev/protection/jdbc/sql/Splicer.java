package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.util.Arrays;
import java.util.List;

/** Puts changes into a text; everything else stays as it is, character by character. */
final class Splicer {
    private final String sql;
    private final int[] parameters;
    private final Edits edits;

    Splicer(String sql, List<Token> tokens, Edits edits) {
        this.sql = sql;
        this.parameters = tokens.stream()
                .filter(token -> token.kind() == Kind.PARAMETER)
                .mapToInt(Token::start)
                .toArray();
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
        int found = Arrays.binarySearch(parameters, from);
        int index = found < 0 ? -found - 1 : found;
        while (index < parameters.length && parameters[index] < to) {
            pieces.text(sql.substring(at, parameters[index])).add(new Piece.Parameter(index + 1));
            at = parameters[index] + 1;
            index++;
        }
        pieces.text(sql.substring(at, to));
    }
}
