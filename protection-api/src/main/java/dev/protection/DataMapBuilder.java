package dev.protection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Declares a {@link DataMap}. Not for use by several threads. */
public final class DataMapBuilder {
    private final Map<String, Purpose> purposes = new LinkedHashMap<>();
    private final Map<String, Category> declared = new LinkedHashMap<>();
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Controller controller;

    DataMapBuilder() {}

    /**
     * Says who decides why and how the data is processed.
     *
     * @param name the company's name
     * @param contact where people write to
     * @return this builder
     */
    public DataMapBuilder controller(String name, String contact) {
        this.controller = new Controller(name, contact);
        return this;
    }

    /**
     * Adds a purpose.
     *
     * @param purpose the purpose
     * @return this builder
     */
    public DataMapBuilder purpose(Purpose purpose) {
        once(purposes.put(purpose.name(), purpose), "purposes." + purpose.name());
        return this;
    }

    /**
     * Adds a category that is not a standard one.
     *
     * @param category the category
     * @return this builder
     */
    public DataMapBuilder category(Category category) {
        once(declared.put(category.name(), category), "categories." + category.name());
        return this;
    }

    /**
     * Adds a dataset.
     *
     * @param dataset the dataset
     * @return this builder
     */
    public DataMapBuilder dataset(Dataset dataset) {
        once(datasets.put(dataset.name(), dataset), "datasets." + dataset.name());
        return this;
    }

    private void once(@Nullable Object before, String place) {
        if (before != null) {
            problems.add(new Problem(place, "is declared twice"));
        }
    }

    /**
     * Returns the declaration.
     *
     * @return a validated map
     * @throws ConfigurationException naming every problem found
     */
    public DataMap build() {
        List<Problem> found = new ArrayList<>(problems);
        found.addAll(DataMapValidation.problems(controller, purposes, declared, datasets));
        if (controller == null || !found.isEmpty()) {
            throw new ConfigurationException(found);
        }
        return new DataMap(controller, purposes, categoriesInUse(), datasets);
    }

    private Map<String, Category> categoriesInUse() {
        Map<String, Category> inUse = new LinkedHashMap<>(declared);
        Stream.concat(
                        purposes.values().stream().flatMap(purpose -> purpose.categories().stream()),
                        datasets.values().stream()
                                .flatMap(dataset -> dataset.fields().values().stream())
                                .map(Field::category))
                .sorted()
                .map(Category::standard)
                .flatMap(Optional::stream)
                .forEach(category -> inUse.putIfAbsent(category.name(), category));
        return inUse;
    }
}
