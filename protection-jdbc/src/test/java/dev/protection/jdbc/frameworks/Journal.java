package dev.protection.jdbc.frameworks;

import dev.protection.ProtectionException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an application saw, in order. */
public final class Journal {
    private static final String REFUSED = ": refused";

    private final List<String> lines = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    /** Refusals of the interceptor, which no application expects, and what was seen otherwise than in the other. */
    List<String> differences(Journal expected) {
        List<String> all = new ArrayList<>(refusals);
        for (int i = 0; i < Math.max(lines.size(), expected.lines.size()); i++) {
            String seen = i < lines.size() ? lines.get(i) : "nothing";
            String other = i < expected.lines.size() ? expected.lines.get(i) : "nothing";
            if (!seen.equals(other) && !seen.endsWith(REFUSED)) {
                all.add("seen     " + seen + "\n    expected " + other);
            }
        }
        return all;
    }

    /** Writes down a value. */
    public void note(String what, @Nullable Object value) {
        lines.add(what + ": " + text(value));
    }

    /** Writes down what an action gives, or how it fails. */
    public void attempt(String what, Callable<? extends @Nullable Object> action) {
        try {
            note(what, action.call());
        } catch (Exception | Error failure) {
            lines.add(what + ": " + described(failure));
            if (causes(failure).stream().anyMatch(ProtectionException.class::isInstance)) {
                refusals.add(what + ": " + causes(failure));
            }
        }
    }

    /**
     * As {@link #attempt}, of what the interceptor may refuse: then nothing is compared. The action leaves no trace in the
     * data.
     */
    public void open(String what, Callable<? extends @Nullable Object> action) {
        attempt(what, action);
        int last = refusals.size() - 1;
        boolean refused = last >= 0 && refusals.get(last).startsWith(what + ": ");
        if (refused) {
            refusals.remove(last);
            lines.set(lines.size() - 1, what + REFUSED);
        }
    }

    /** Work that writes down what it does, and is to reach its end. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does some work, or writes down how it fails. */
    public void work(String what, Work work) {
        Callable<String> done = () -> {
            work.run();
            return "done";
        };
        attempt(what, done);
    }

    /** Classes and states, without messages: these name connections and statements. */
    private static String described(Throwable failure) {
        return causes(failure).stream()
                .map(cause -> cause instanceof SQLException sql
                        ? "SQL state " + sql.getSQLState()
                        : cause.getClass().getName())
                .collect(Collectors.joining(" of "));
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        collect(failure, all);
        return all;
    }

    private static void collect(@Nullable Throwable failure, List<Throwable> all) {
        if (failure != null && !all.contains(failure)) {
            all.add(failure);
            collect(failure.getCause(), all);
            collect(failure instanceof SQLException sql ? sql.getNextException() : null, all);
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Object[] array) {
            return text(Arrays.asList(array));
        }
        if (value instanceof int[] counts) {
            return Arrays.toString(counts);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Journal::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }
}
