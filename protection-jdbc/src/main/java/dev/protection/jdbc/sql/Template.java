package dev.protection.jdbc.sql;

import java.util.List;

/**
 * A rewritten statement: text with places that are filled when it runs.
 *
 * @param pieces in the order of the text; neighbouring texts are joined
 */
public record Template(List<Piece> pieces) {
    /**
     * Copies the pieces.
     *
     * @param pieces in the order of the text
     */
    public Template {
        pieces = List.copyOf(pieces);
    }
}
