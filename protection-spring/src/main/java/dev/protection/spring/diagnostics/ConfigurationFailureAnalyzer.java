package dev.protection.spring.diagnostics;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A declaration or configuration that cannot be used: no file, no root key, a second supplier of contexts, a wrong word. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
    private static final String MISSING_ON_CLASS_PATH = "is not on the class path";
    private static final String MISSING_FILE = "does not exist";
    private static final String IN_CLEAR = "holds in clear";
    private static final String NO_COLUMN = "has no column";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, ConfigurationException cause) {
        List<Problem> problems = cause.problems();
        return new FailureAnalysis(description(problems), action(problems), cause);
    }

    private static String description(List<Problem> problems) {
        return "What is said about personal data cannot be used:" + System.lineSeparator()
                + problems.stream()
                        .map(problem -> System.lineSeparator() + "    " + problem)
                        .collect(Collectors.joining());
    }

    private static String action(List<Problem> problems) {
        return problems.stream()
                .map(ConfigurationFailureAnalyzer::action)
                .distinct()
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String action(Problem problem) {
        String message = problem.message();
        if (message.contains(MISSING_ON_CLASS_PATH) || message.contains(MISSING_FILE)) {
            return "Add the file (src/main/resources/protection.yaml for classpath:protection.yaml), name another with"
                    + " protection.config, or switch the library off with protection.enabled=false.";
        }
        if (problem.place().endsWith("keys.root") || message.contains("keys.root")) {
            return "Name the root key as keys.root in the file, define a KeyWrapper bean, or for development set"
                    + " protection.profile=development.";
        }
        if (problem.place().contains("stores.")) {
            return "Name each place under 'stores' in the file, or for development set protection.profile=development.";
        }
        if (problem.place().endsWith(" context")) {
            return "Keep one supplier: remove 'context:' from the file, or the other one from the application.";
        }
        if (message.contains(IN_CLEAR)) {
            return "Run the statements that are listed, start again, and write the values that were put aside through the"
                    + " application; nothing of the table has been read or changed.";
        }
        if (message.contains(NO_COLUMN)) {
            return "Correct the name in the file, or add the column to the table.";
        }
        return "Mend it where it says; every problem is listed.";
    }
}
