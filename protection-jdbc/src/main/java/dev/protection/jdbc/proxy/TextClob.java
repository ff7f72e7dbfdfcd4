package dev.protection.jdbc.proxy;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;

/** Opened text as a large object that can be read; it never goes near the driver, which might spill it to a file. */
final class TextClob implements NClob {
    private String text;

    TextClob(String text) {
        this.text = text;
    }

    @Override
    public long length() {
        return text.length();
    }

    @Override
    public String getSubString(long from, int length) throws SQLException {
        int start = place(from);
        return text.substring(start, (int) Math.min(text.length(), (long) start + length));
    }

    @Override
    public Reader getCharacterStream() {
        return new StringReader(text);
    }

    @Override
    public Reader getCharacterStream(long from, long length) throws SQLException {
        return new StringReader(getSubString(from, Math.toIntExact(length)));
    }

    @Override
    public InputStream getAsciiStream() {
        return Streams.asciiStream(text);
    }

    @Override
    public long position(String pattern, long from) throws SQLException {
        int found = text.indexOf(pattern, place(from));
        return found < 0 ? -1 : found + 1L;
    }

    @Override
    public long position(Clob pattern, long from) throws SQLException {
        return position(pattern.getSubString(1, Math.toIntExact(pattern.length())), from);
    }

    @Override
    public int setString(long from, String part) throws SQLException {
        throw readOnly();
    }

    @Override
    public int setString(long from, String part, int offset, int length) throws SQLException {
        throw readOnly();
    }

    @Override
    public OutputStream setAsciiStream(long from) throws SQLException {
        throw readOnly();
    }

    @Override
    public Writer setCharacterStream(long from) throws SQLException {
        throw readOnly();
    }

    @Override
    public void truncate(long length) throws SQLException {
        throw readOnly();
    }

    @Override
    public void free() {
        text = "";
    }

    private int place(long from) throws SQLException {
        if (from < 1 || from > text.length() + 1L) {
            throw new SQLException("position " + from + " is outside the value", "22003");
        }
        return (int) from - 1;
    }

    private static SQLException readOnly() {
        return SqlErrors.of(JdbcRefusal.update());
    }
}
