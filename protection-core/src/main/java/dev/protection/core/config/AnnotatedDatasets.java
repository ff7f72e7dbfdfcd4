package dev.protection.core.config;

import dev.protection.ConfigurationException;
import dev.protection.Dataset;
import dev.protection.PersonalData;
import dev.protection.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads datasets from classes marked {@link PersonalData}. */
public final class AnnotatedDatasets {
    private AnnotatedDatasets() {}

    /**
     * Reads the datasets, equal to those that a file would declare.
     *
     * @param types classes and records; members of their superclasses count as their own
     * @return a dataset each, in the order of the types
     * @throws ConfigurationException naming every problem with class and member
     */
    public static List<Dataset> read(Class<?>... types) {
        List<Problem> problems = new ArrayList<>();
        List<Dataset> datasets = Arrays.stream(types)
                .map(type -> new AnnotatedClass(type, problems).read())
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return datasets;
    }
}
