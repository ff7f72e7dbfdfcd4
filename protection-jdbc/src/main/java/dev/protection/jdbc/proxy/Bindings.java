package dev.protection.jdbc.proxy;

import dev.protection.Field;
import dev.protection.FieldType;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of one execution, by the application's own numbers from 1. Does not change. */
final class Bindings {
    static final Bindings NONE = new Bindings(new Binding[0]);

    private final @Nullable Binding[] bindings;

    Bindings(@Nullable Binding[] bindings) {
        this.bindings = Arrays.copyOf(bindings, bindings.length);
    }

    /**
     * The value of a parameter for a field.
     *
     * @return a value of the field's Java type; null for SQL NULL
     * @throws SQLException if it was not set or is not of that type
     */
    @Nullable
    Object value(int parameter, FieldType type) throws SQLException {
        Object value = get(parameter).value();
        if (array(value)) {
            throw SqlErrors.of(JdbcRefusal.value("an array parameter", "a protected field cannot take it."));
        }
        return Conversions.toField(value, type, parameter);
    }

    /** A parameter as the application gave it. */
    @Nullable
    Object given(int parameter) throws SQLException {
        return get(parameter).value();
    }

    private static boolean array(@Nullable Object value) {
        return value instanceof Array || (value != null && value.getClass().isArray() && !(value instanceof byte[]));
    }

    /**
     * The value of a parameter as an operand of an expression: text or a whole number.
     *
     * @param text whether it is joined to text
     * @return a {@link String} or {@link Long}; null for SQL NULL
     * @throws SQLException if it was not set, or is of a type that databases write or convert in ways of their own
     */
    @Nullable
    Object operand(int parameter, boolean text) throws SQLException {
        Object value = get(parameter).value();
        boolean whole =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        if (value == null || (text && value instanceof String)) {
            return value;
        }
        if (!whole) {
            throw SqlErrors.of(
                    JdbcRefusal.value("parameter " + parameter, "an expression takes text or whole numbers."));
        }
        return text ? value.toString() : (Object) ((Number) value).longValue();
    }

    /**
     * The elements of an array parameter for a field.
     *
     * @return each of the field's Java type or null; empty for SQL NULL
     * @throws SQLException if it was not set, is no array, or an element is not of that type
     */
    Optional<List<@Nullable Object>> elements(int parameter, Field field) throws SQLException {
        Object value = get(parameter).value();
        Object elements = value instanceof Array array ? array.getArray() : value;
        if (elements == null) {
            return Optional.empty();
        }
        if (!(elements instanceof Object[] objects)) {
            throw SqlErrors.of(JdbcRefusal.value("parameter " + parameter, "an array is compared here."));
        }
        List<@Nullable Object> converted = new ArrayList<>();
        for (Object element : objects) {
            if (array(element)) {
                throw SqlErrors.of(
                        JdbcRefusal.value("parameter " + parameter, "an array of one dimension is compared here."));
            }
            ComparedValue.requireExact(element, field.type());
            converted.add(Conversions.toField(element, field.type(), parameter));
        }
        return Optional.of(converted);
    }

    /**
     * The value of a parameter as text, for ids.
     *
     * @return null for SQL NULL
     */
    @Nullable
    String text(int parameter) throws SQLException {
        return (String) value(parameter, FieldType.TEXT);
    }

    /** Whether all of some parameters are bound as text or NULL; one that is not bound is not. */
    boolean texts(Set<Integer> parameters) {
        for (int parameter : parameters) {
            Binding binding = parameter > 0 && parameter <= bindings.length ? bindings[parameter - 1] : null;
            if (binding == null || !binding.text()) {
                return false;
            }
        }
        return true;
    }

    /** Repeats the application's call for a parameter on a physical statement. */
    void replay(int parameter, PreparedStatement statement, int index) throws SQLException {
        get(parameter).replay(statement, index);
    }

    /** The parameters of a part of the statement: of these ones, and of the columns of a row at hand. */
    Bindings ofPart(List<Integer> arguments, Binding[] row) throws SQLException {
        Binding[] part = new Binding[arguments.size()];
        for (int i = 0; i < part.length; i++) {
            int argument = arguments.get(i);
            part[i] = argument > 0 ? get(argument) : row[-argument - 1];
        }
        return new Bindings(part);
    }

    /** Reads what is read only once, so that the row can be kept for a batch. */
    void settle() throws SQLException {
        for (Binding binding : bindings) {
            if (binding != null) {
                binding.settle();
            }
        }
    }

    private Binding get(int parameter) throws SQLException {
        Binding binding = parameter > 0 && parameter <= bindings.length ? bindings[parameter - 1] : null;
        if (binding == null) {
            throw new SQLException("parameter " + parameter + " is not set", "07001");
        }
        return binding;
    }
}
