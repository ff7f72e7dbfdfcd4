package dev.protection.jdbc.sql;

/** Finds the end of a number. */
final class Numbers {
    private final Text text;

    Numbers(Text text) {
        this.text = text;
    }

    boolean startsAt(int at) {
        return Characters.digit(text.at(at)) || (text.at(at) == '.' && Characters.digit(text.at(at + 1)));
    }

    /** Returns the offset after the number; in MariaDB what follows at once may make it a name. */
    int end(int start) {
        if (text.at(start) == '0' && radix(text.at(start + 1))) {
            return text.endOfName(start + 2);
        }
        int end = exponent(fraction(digits(start)));
        if (text.is(Dialect.H2) && (text.at(end) == 'L' || text.at(end) == 'l')) {
            end++;
        }
        boolean glued =
                Characters.nameStart(text.at(end), text.dialect()) && !Characters.blank(text.at(end), text.dialect());
        if (glued && !text.is(Dialect.MARIADB)) {
            throw SqlRefusal.NOT_TOKENS.at(end);
        }
        return end;
    }

    private boolean radix(char c) {
        return switch (c) {
            case 'x', 'X' -> true;
            case 'b', 'B' -> true;
            case 'o', 'O' -> !text.is(Dialect.MARIADB);
            default -> false;
        };
    }

    private int digits(int from) {
        int at = from;
        while (Characters.digit(text.at(at)) || underscore(at)) {
            at++;
        }
        return at;
    }

    private boolean underscore(int at) {
        return text.at(at) == '_' && !text.is(Dialect.MARIADB) && Characters.digit(text.at(at + 1));
    }

    private int fraction(int from) {
        return text.at(from) == '.' && text.at(from + 1) != '.' ? digits(from + 1) : from;
    }

    private int exponent(int from) {
        if (text.at(from) != 'e' && text.at(from) != 'E') {
            return from;
        }
        int sign = text.at(from + 1) == '+' || text.at(from + 1) == '-' ? 1 : 0;
        int first = from + 1 + sign;
        return Characters.digit(text.at(first)) ? digits(first) : from;
    }
}
