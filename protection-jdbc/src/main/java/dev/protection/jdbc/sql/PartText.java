package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Writes a {@link Part} from stretches of a statement and columns of the row at hand. */
final class PartText {
    private final Splicer splicer;
    private final Pieces pieces = new Pieces();

    PartText(Rewriting rewriting) {
        this.splicer = rewriting.splicer();
    }

    private PartText(Splicer splicer) {
        this.splicer = splicer;
    }

    /** Stretches are written with these changes. */
    static PartText with(String sql, List<Token> tokens, Edits edits) {
        return new PartText(new Splicer(sql, tokens, edits));
    }

    PartText text(String sql) {
        pieces.text(sql);
        return this;
    }

    PartText original(Span span) {
        pieces.addAll(splicer.part(span));
        return this;
    }

    /** A parameter for a column of the row at hand, counted from 1. */
    PartText column(int number) {
        pieces.add(new Piece.Parameter(-number));
        return this;
    }

    Part part() {
        StringBuilder sql = new StringBuilder();
        List<Integer> arguments = new ArrayList<>();
        for (Piece piece : pieces.list()) {
            if (piece instanceof Piece.Text text) {
                sql.append(text.sql());
            } else if (piece instanceof Piece.Parameter parameter) {
                sql.append('?');
                arguments.add(parameter.logical());
            } else {
                throw SqlRefusal.REWRITE.at(0);
            }
        }
        return new Part(sql.toString(), arguments);
    }
}
