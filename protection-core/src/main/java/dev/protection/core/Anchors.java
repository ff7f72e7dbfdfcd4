package dev.protection.core;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.audit.Anchor;
import dev.protection.core.audit.FileAnchor;
import dev.protection.core.config.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens the anchors that a configuration names. */
final class Anchors {
    private static final String FILE = "file:";

    private Anchors() {}

    static List<Anchor> open(Configuration configuration) {
        List<Anchor> anchors = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String uri : configuration.stores().anchor()) {
            if (uri.startsWith(FILE)) {
                anchors.add(new FileAnchor(Path.of(uri.substring(FILE.length()))));
            } else {
                problems.add(new Problem(
                        configuration.source() + " stores.anchor", "names an anchor that is not 'file:<directory>'"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return anchors;
    }
}
