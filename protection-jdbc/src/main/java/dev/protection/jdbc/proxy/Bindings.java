package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
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
        return Conversions.toField(get(parameter).value(), type, parameter);
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

    /** Repeats the application's call for a parameter on a physical statement. */
    void replay(int parameter, PreparedStatement statement, int index) throws SQLException {
        get(parameter).replay(statement, index);
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
