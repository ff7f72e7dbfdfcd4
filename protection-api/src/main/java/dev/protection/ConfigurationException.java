package dev.protection;

import java.util.List;
import java.util.stream.Collectors;

/** A declaration or configuration that cannot be used; it names every problem found, not just the first. */
public final class ConfigurationException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-CONFIG";

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Makes an exception out of problems.
     *
     * @param problems at least one
     */
    public ConfigurationException(List<Problem> problems) {
        super(CODE, describe(problems), "Mend each of them; nothing has been started.");
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns all problems, in the order in which they were found.
     *
     * @return at least one; empty only after deserialisation
     */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    private static String describe(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a ConfigurationException needs a problem");
        }
        return problems.stream()
                .map(problem -> System.lineSeparator() + "  - " + problem)
                .collect(Collectors.joining("", "the configuration has " + count(problems.size()) + ":", "\n"));
    }

    private static String count(int problems) {
        return problems == 1 ? "one problem" : problems + " problems";
    }
}
