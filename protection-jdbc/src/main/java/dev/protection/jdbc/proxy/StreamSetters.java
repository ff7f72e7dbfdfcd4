package dev.protection.jdbc.proxy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The setters of a protected prepared statement for values in streams. A stream is read once, when the statement runs or
 * the row joins a batch, and its content kept for every use of the parameter: in memory.
 */
abstract class StreamSetters extends ParameterSetters {

    StreamSetters(ResultKind kind, ProtectedConnection connection) {
        super(kind, connection);
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, int length) throws SQLException {
        bind(
                index,
                Streams.text(
                        value, length, (s, i, text) -> s.setCharacterStream(i, new StringReader(text), text.length())));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        bind(
                index,
                Streams.text(
                        value, length, (s, i, text) -> s.setCharacterStream(i, new StringReader(text), text.length())));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
        bind(
                index,
                Streams.text(
                        value, -1, (s, i, text) -> s.setCharacterStream(i, new StringReader(text), text.length())));
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        bind(
                index,
                Streams.text(
                        value,
                        length,
                        (s, i, text) -> s.setNCharacterStream(i, new StringReader(text), text.length())));
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
        bind(
                index,
                Streams.text(
                        value, -1, (s, i, text) -> s.setNCharacterStream(i, new StringReader(text), text.length())));
    }

    @Override
    public void setClob(int index, @Nullable Reader value, long length) throws SQLException {
        bind(index, Streams.text(value, length, (s, i, text) -> s.setClob(i, new StringReader(text), text.length())));
    }

    @Override
    public void setClob(int index, @Nullable Reader value) throws SQLException {
        bind(index, Streams.text(value, -1, (s, i, text) -> s.setClob(i, new StringReader(text), text.length())));
    }

    @Override
    public void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
        bind(index, Streams.text(value, length, (s, i, text) -> s.setNClob(i, new StringReader(text), text.length())));
    }

    @Override
    public void setNClob(int index, @Nullable Reader value) throws SQLException {
        bind(index, Streams.text(value, -1, (s, i, text) -> s.setNClob(i, new StringReader(text), text.length())));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, int length) throws SQLException {
        bind(
                index,
                Streams.ascii(
                        value, length, (s, i, text) -> s.setAsciiStream(i, Streams.asciiStream(text), text.length())));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, long length) throws SQLException {
        bind(
                index,
                Streams.ascii(
                        value, length, (s, i, text) -> s.setAsciiStream(i, Streams.asciiStream(text), text.length())));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
        bind(
                index,
                Streams.ascii(
                        value, -1, (s, i, text) -> s.setAsciiStream(i, Streams.asciiStream(text), text.length())));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value, int length) throws SQLException {
        bind(
                index,
                Streams.bytes(
                        value,
                        length,
                        (s, i, bytes) -> s.setBinaryStream(i, new ByteArrayInputStream(bytes), bytes.length)));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value, long length) throws SQLException {
        bind(
                index,
                Streams.bytes(
                        value,
                        length,
                        (s, i, bytes) -> s.setBinaryStream(i, new ByteArrayInputStream(bytes), bytes.length)));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value) throws SQLException {
        bind(
                index,
                Streams.bytes(
                        value,
                        -1,
                        (s, i, bytes) -> s.setBinaryStream(i, new ByteArrayInputStream(bytes), bytes.length)));
    }

    @Override
    public void setBlob(int index, @Nullable InputStream value, long length) throws SQLException {
        bind(
                index,
                Streams.bytes(
                        value, length, (s, i, bytes) -> s.setBlob(i, new ByteArrayInputStream(bytes), bytes.length)));
    }

    @Override
    public void setBlob(int index, @Nullable InputStream value) throws SQLException {
        bind(
                index,
                Streams.bytes(value, -1, (s, i, bytes) -> s.setBlob(i, new ByteArrayInputStream(bytes), bytes.length)));
    }

    @Override
    public void setClob(int index, @Nullable Clob value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setClob(i, value)));
    }

    @Override
    public void setNClob(int index, @Nullable NClob value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setNClob(i, value)));
    }

    @Override
    public void setBlob(int index, @Nullable Blob value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setBlob(i, value)));
    }

    @Override
    @Deprecated(since = "1.2")
    public void setUnicodeStream(int index, @Nullable InputStream value, int length) throws SQLException {
        bind(index, Streams.unicode(value, length, (s, i, text) -> s.setString(i, text)));
    }
}
