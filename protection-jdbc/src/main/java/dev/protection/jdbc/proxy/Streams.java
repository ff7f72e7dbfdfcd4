package dev.protection.jdbc.proxy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Parameters that come as streams; a negative length means up to the end. */
final class Streams {
    private static final int CHUNK = 8192;

    private Streams() {}

    /** Repeats a call with the stream's content. */
    interface Call<T> {
        void set(PreparedStatement statement, int index, T content) throws SQLException;
    }

    static Binding text(@Nullable Reader reader, long length, Call<String> call) {
        return Binding.ofStream(
                () -> reader == null ? null : readText(reader, length), replay(String.class, call, Types.VARCHAR));
    }

    static Binding ascii(@Nullable InputStream stream, long length, Call<String> call) {
        return decoded(stream, length, StandardCharsets.US_ASCII, call);
    }

    static Binding unicode(@Nullable InputStream stream, long length, Call<String> call) {
        return decoded(stream, length, StandardCharsets.UTF_8, call);
    }

    private static Binding decoded(@Nullable InputStream stream, long length, Charset charset, Call<String> call) {
        return Binding.ofStream(
                () -> stream == null ? null : new String(readBytes(stream, length), charset),
                replay(String.class, call, Types.VARCHAR));
    }

    static Binding bytes(@Nullable InputStream stream, long length, Call<byte[]> call) {
        return Binding.ofStream(
                () -> stream == null ? null : readBytes(stream, length), replay(byte[].class, call, Types.VARBINARY));
    }

    static InputStream asciiStream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static <T> Binding.Replay replay(Class<T> type, Call<T> call, int nullType) {
        return (statement, index, binding) -> {
            Object content = binding.value();
            if (content == null) {
                statement.setNull(index, nullType);
            } else {
                call.set(statement, index, type.cast(content));
            }
        };
    }

    private static String readText(Reader reader, long length) throws SQLException {
        StringBuilder text = new StringBuilder();
        char[] chunk = new char[CHUNK];
        try {
            int read = 0;
            while (read >= 0 && left(length, text.length()) > 0) {
                text.append(chunk, 0, read);
                read = reader.read(chunk, 0, left(length, text.length()));
            }
        } catch (IOException e) {
            throw new SQLException("a stream given as a parameter cannot be read", "22000", e);
        }
        return text.toString();
    }

    private static byte[] readBytes(InputStream stream, long length) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            int read = 0;
            while (read >= 0 && left(length, bytes.size()) > 0) {
                bytes.write(chunk, 0, read);
                read = stream.read(chunk, 0, left(length, bytes.size()));
            }
        } catch (IOException e) {
            throw new SQLException("a stream given as a parameter cannot be read", "22000", e);
        }
        return bytes.toByteArray();
    }

    private static int left(long length, int read) {
        return length < 0 ? CHUNK : (int) Math.min(CHUNK, length - read);
    }
}
