package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Builds a {@link Template}; neighbouring texts become one. */
final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Adds text; a blank keeps two words apart that would become one. */
    Pieces text(String sql) {
        if (!sql.isEmpty() && part(sql.charAt(0))) {
            apart();
        }
        text.append(sql);
        return this;
    }

    private void apart() {
        if (text.length() > 0 && part(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    private static boolean part(char c) {
        return Characters.namePart(c, Dialect.MARIADB);
    }

    Pieces add(Piece piece) {
        if (piece instanceof Piece.Text plain) {
            return text(plain.sql());
        }
        if (RewriteCheck.predicate(piece) || piece instanceof Piece.Barrier) {
            apart();
        }
        flush();
        pieces.add(piece);
        return this;
    }

    Pieces addAll(List<Piece> more) {
        more.forEach(this::add);
        return this;
    }

    List<Piece> list() {
        flush();
        return List.copyOf(pieces);
    }

    Template template() {
        return new Template(list());
    }

    private void flush() {
        if (text.length() > 0) {
            pieces.add(new Piece.Text(text.toString()));
            text.setLength(0);
        }
    }
}
