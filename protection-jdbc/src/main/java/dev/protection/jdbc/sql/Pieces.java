package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Builds a {@link Template}; neighbouring texts become one. */
final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Pieces text(String sql) {
        text.append(sql);
        return this;
    }

    Pieces add(Piece piece) {
        if (piece instanceof Piece.Text plain) {
            return text(plain.sql());
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
