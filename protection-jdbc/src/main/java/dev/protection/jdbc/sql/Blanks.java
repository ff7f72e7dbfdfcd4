package dev.protection.jdbc.sql;

/** White space and comments between tokens. */
final class Blanks {
    private final Text text;

    Blanks(Text text) {
        this.text = text;
    }

    /** Returns the offset of the first character at or after an offset that is neither blank nor in a comment. */
    int skip(int from) {
        int at = from;
        while (at < text.length()) {
            int next = skipOne(at);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private int skipOne(int at) {
        if (Characters.blank(text.at(at), text.dialect())) {
            return at + 1;
        }
        if (lineComment(at)) {
            return endOfLine(at);
        }
        return text.starts("/*", at) ? endOfComment(at) : at;
    }

    private boolean lineComment(int at) {
        return switch (text.dialect()) {
            case POSTGRESQL -> text.starts("--", at);
            case H2 -> text.starts("--", at) || text.starts("//", at);
            case MARIADB -> text.at(at) == '#' || (text.starts("--", at) && text.at(at + 2) <= ' ');
        };
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < text.length() && text.at(at) != '\n' && (text.at(at) != '\r' || text.is(Dialect.MARIADB))) {
            at++;
        }
        return at;
    }

    private int endOfComment(int from) {
        if (text.is(Dialect.MARIADB) && (text.starts("/*!", from) || text.starts("/*M!", from))) {
            throw SqlRefusal.EXECUTABLE_COMMENT.at(from);
        }
        int depth = 1;
        int at = from + 2;
        while (depth > 0) {
            if (at >= text.length()) {
                throw SqlRefusal.NOT_TOKENS.at(from);
            }
            int change = commentMark(at);
            depth += change;
            at += change == 0 ? 1 : 2;
        }
        return at;
    }

    /** In MariaDB comments do not nest. */
    private int commentMark(int at) {
        if (text.starts("*/", at)) {
            return -1;
        }
        return text.starts("/*", at) && !text.is(Dialect.MARIADB) ? 1 : 0;
    }
}
