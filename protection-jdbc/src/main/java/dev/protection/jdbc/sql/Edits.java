package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The changes to a text, collected in any order. */
final class Edits {
    /** Closing brackets come before anything that is added behind them. */
    private static final Comparator<Edit> BY_PLACE =
            Comparator.comparingInt(Edit::start).thenComparingInt(Edit::rank);

    private final List<Edit> edits = new ArrayList<>();

    /**
     * One change.
     *
     * @param start where the replaced text begins
     * @param end where it ends; the same when something is only added
     * @param rank the order among those that begin at the same place
     * @param pieces what stands there instead
     */
    record Edit(int start, int end, int rank, List<Piece> pieces) {}

    void replace(Span span, List<Piece> pieces) {
        edits.add(new Edit(span.start(), span.end(), 4, List.copyOf(pieces)));
    }

    void insert(int at, List<Piece> pieces) {
        edits.add(new Edit(at, at, 1, List.copyOf(pieces)));
    }

    void insert(int at, String text) {
        insert(at, List.of(new Piece.Text(text)));
    }

    /** Puts brackets around a stretch, with something before them. */
    void wrap(Span span, List<Piece> before) {
        List<Piece> opening = new ArrayList<>(before);
        opening.add(new Piece.Text("("));
        edits.add(new Edit(span.start(), span.start(), 2, opening));
        edits.add(new Edit(span.end(), span.end(), 0, List.of(new Piece.Text(")"))));
    }

    /** Puts something around a stretch, inside of the brackets that a wrap puts around the same stretch. */
    void enclose(Span span, List<Piece> before, List<Piece> after) {
        edits.add(new Edit(span.start(), span.start(), 3, List.copyOf(before)));
        edits.add(new Edit(span.end(), span.end(), -1, List.copyOf(after)));
    }

    /** Adds text behind all else that is added at the same place. */
    void insertLast(int at, String text) {
        edits.add(new Edit(at, at, 2, List.of(new Piece.Text(text))));
    }

    /** Takes back the changes within a stretch, which is to be replaced as a whole. */
    void withdraw(Span span) {
        edits.removeIf(edit -> edit.start() >= span.start() && edit.end() <= span.end() && edit.start() < span.end());
    }

    /** The changes within a stretch in the order of the text. */
    List<Edit> within(Span span) {
        return edits.stream()
                .filter(edit -> edit.start() >= span.start() && edit.end() <= span.end())
                .sorted(BY_PLACE)
                .toList();
    }
}
