package dev.protection.jdbc.proxy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;

/** Opened bytes as a large object that can be read; it never goes near the driver, which might spill it to a file. */
final class BytesBlob implements Blob {
    private byte[] bytes;

    BytesBlob(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public byte[] getBytes(long from, int length) throws SQLException {
        int start = place(from);
        return Arrays.copyOfRange(bytes, start, (int) Math.min(bytes.length, (long) start + length));
    }

    @Override
    public InputStream getBinaryStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public InputStream getBinaryStream(long from, long length) throws SQLException {
        return new ByteArrayInputStream(getBytes(from, Math.toIntExact(length)));
    }

    @Override
    public long position(byte[] pattern, long from) throws SQLException {
        for (int i = place(from); i + pattern.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i + 1L;
            }
        }
        return -1;
    }

    @Override
    public long position(Blob pattern, long from) throws SQLException {
        return position(pattern.getBytes(1, Math.toIntExact(pattern.length())), from);
    }

    @Override
    public int setBytes(long from, byte[] part) throws SQLException {
        throw readOnly();
    }

    @Override
    public int setBytes(long from, byte[] part, int offset, int length) throws SQLException {
        throw readOnly();
    }

    @Override
    public OutputStream setBinaryStream(long from) throws SQLException {
        throw readOnly();
    }

    @Override
    public void truncate(long length) throws SQLException {
        throw readOnly();
    }

    @Override
    public void free() {
        bytes = new byte[0];
    }

    private int place(long from) throws SQLException {
        if (from < 1 || from > bytes.length + 1L) {
            throw new SQLException("position " + from + " is outside the value", "22003");
        }
        return (int) from - 1;
    }

    private static SQLException readOnly() {
        return SqlErrors.of(JdbcRefusal.update());
    }
}
