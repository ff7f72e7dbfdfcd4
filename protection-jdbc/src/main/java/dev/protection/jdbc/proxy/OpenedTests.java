package dev.protection.jdbc.proxy;

import dev.protection.Field;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.OpenedTest;
import dev.protection.jdbc.sql.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares opened values by their order, with the three truth values of SQL. */
final class OpenedTests {
    private final Dialect dialect;

    OpenedTests(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The condition with the parameters of one run. */
    OpenedLists.Test of(OpenedTest test, Field field, Bindings bindings) throws SQLException {
        if (test instanceof OpenedTest.Compared compared) {
            Object value = value(compared.value(), field, bindings);
            return opened -> compared(compared.operator(), opened, value);
        }
        if (test instanceof OpenedTest.Listed listed) {
            return listed(listed, field, bindings);
        }
        OpenedTest.Between between = (OpenedTest.Between) test;
        Object low = value(between.low(), field, bindings);
        Object high = value(between.high(), field, bindings);
        return opened -> {
            Boolean within = within(opened, low, high);
            Boolean either = between.symmetric() ? or(within, within(opened, high, low)) : within;
            return either == null ? null : either != between.negated();
        };
    }

    private OpenedLists.Test listed(OpenedTest.Listed test, Field field, Bindings bindings) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Value value : test.values()) {
            values.add(value(value, field, bindings));
        }
        return opened -> {
            Boolean one = false;
            for (Object value : values) {
                one = or(one, compared(OpenedTest.Compared.Operator.EQUAL, opened, value));
            }
            return one == null ? null : one != test.negated();
        };
    }

    private static @Nullable Object value(Value value, Field field, Bindings bindings) throws SQLException {
        return Values.compared(value, field, bindings);
    }

    private @Nullable Boolean within(Object opened, @Nullable Object low, @Nullable Object high) {
        Boolean above = compared(OpenedTest.Compared.Operator.AT_LEAST, opened, low);
        Boolean below = compared(OpenedTest.Compared.Operator.AT_MOST, opened, high);
        if (Boolean.FALSE.equals(above) || Boolean.FALSE.equals(below)) {
            return false;
        }
        return (above == null || below == null) ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        return (left == null || right == null) ? null : Boolean.FALSE;
    }

    private @Nullable Boolean compared(OpenedTest.Compared.Operator operator, Object opened, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        int order = SortedValues.compare(opened, value, dialect);
        return switch (operator) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
