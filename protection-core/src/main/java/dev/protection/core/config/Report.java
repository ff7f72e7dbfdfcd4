package dev.protection.core.config;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the problems of one file, and knows on which line each path stands. */
final class Report {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Report> parts = new ArrayList<>();

    Report(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    boolean json() {
        return file.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    boolean yaml() {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    void remember(String path, int line) {
        lines.putIfAbsent(path, line);
    }

    void at(int line, String path, String message) {
        problems.add(new Problem(place(line, path), message));
    }

    void whole(String message) {
        problems.add(new Problem(file, message));
    }

    /** Takes over problems that know their path only. */
    void located(List<Problem> found) {
        found.forEach(problem -> at(lineOf(problem.place()), problem.place(), problem.message()));
    }

    String place(int line, String path) {
        return file + ":" + line + (path.isEmpty() ? "" : " " + path);
    }

    private int lineOf(String path) {
        String known = path;
        while (!lines.containsKey(known) && known.indexOf('.') >= 0) {
            known = known.substring(0, known.lastIndexOf('.'));
        }
        return lines.getOrDefault(known, 1);
    }

    /** Takes in the problems, also those still to come, of a file that this one names. */
    void join(Report part) {
        parts.add(part);
    }

    boolean clean() {
        return all().isEmpty();
    }

    void throwIfAny() {
        if (!clean()) {
            throw new ConfigurationException(all());
        }
    }

    private List<Problem> all() {
        List<Problem> all = new ArrayList<>(problems);
        parts.forEach(part -> all.addAll(part.all()));
        return all;
    }
}
