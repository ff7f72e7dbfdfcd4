package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.util.HexFormat;
import java.util.Optional;

/** Reads what a string literal stands for. */
final class StringReader {
    private final Text text;

    StringReader(Text text) {
        this.text = text;
    }

    /** A {@link String}, or {@code byte[]} for {@code X'..'}; empty when it is not certain. */
    Optional<Object> value(Token token) {
        if (token.kind() != Kind.STRING) {
            return Optional.empty();
        }
        String source = text.sql().substring(token.start(), token.end());
        return switch (source.charAt(0)) {
            case '\'', '"' -> quoted(source, 0, text.mode().backslashEscapes());
            case 'n', 'N' -> quoted(source, 1, text.mode().backslashEscapes());
            case 'e', 'E' -> quoted(source, 1, true);
            case 'x', 'X' -> bytes(source.substring(2, source.length() - 1));
            case '$' -> Optional.of(dollars(source));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> bytes(String hex) {
        try {
            return Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String dollars(String source) {
        int tag = source.indexOf('$', 1) + 1;
        return source.substring(tag, source.length() - tag);
    }

    private Optional<Object> quoted(String source, int open, boolean backslash) {
        char quote = source.charAt(open);
        StringBuilder value = new StringBuilder(source.length());
        int at = open + 1;
        while (at < source.length() - 1) {
            char c = source.charAt(at);
            if (c == '\\' && backslash) {
                int unescaped = escape(source.charAt(at + 1));
                if (unescaped < 0) {
                    return Optional.empty();
                }
                value.append((char) unescaped);
                at += 2;
            } else {
                value.append(c);
                at += c == quote ? 2 : 1;
            }
        }
        return Optional.of(value.toString());
    }

    /** Only escapes that all readers agree on; -1 for others. */
    private static int escape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case '\\', '\'', '"' -> c;
            default -> -1;
        };
    }
}
