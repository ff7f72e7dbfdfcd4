package dev.protection.spring.hotel;

import dev.protection.spring.testing.Answers;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Slice;

/** What an application answered, step by step, as text that can be compared. */
final class Play {
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    /** Does something and notes the answer, or the class of what was thrown. */
    void step(String name, Callable<?> step) {
        String answer;
        try {
            answer = text(step.call());
        } catch (Exception e) {
            answer = "threw " + e.getClass().getSimpleName();
            refused.put(name, Answers.code(e) + " " + e.getMessage());
        }
        if (answers.put(name, answer) != null) {
            throw new IllegalStateException("a second step of this name: " + name);
        }
    }

    /** What differs from an application that did the same, and why if something was refused. */
    List<String> differences(Play other) {
        return answers.entrySet().stream()
                .filter(step -> !step.getValue().equals(other.answers.get(step.getKey())))
                .map(step -> step.getKey() + "\n  here  " + step.getValue() + "\n  there "
                        + other.answers.get(step.getKey()) + " " + other.refused.getOrDefault(step.getKey(), ""))
                .toList();
    }

    private static String text(Object answer) {
        if (answer instanceof Page<?> page) {
            return page.getTotalElements() + " in " + page.getTotalPages() + ": " + text(page.getContent());
        }
        if (answer instanceof Slice<?> slice) {
            return slice.hasNext() + ": " + text(slice.getContent());
        }
        if (answer instanceof Collection<?> many) {
            return many.stream().map(Play::text).collect(Collectors.joining("; "));
        }
        if (answer instanceof Object[] parts) {
            return Arrays.stream(parts).map(Play::text).collect(Collectors.joining(", "));
        }
        if (answer instanceof Optional<?> perhaps) {
            return perhaps.map(Play::text).orElse("nobody");
        }
        return answer instanceof Guests.Named named
                ? named.getId() + " " + named.getLastName()
                : String.valueOf(answer);
    }
}
