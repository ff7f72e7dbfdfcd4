package dev.protection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The declaration of personal data: the one source from which every control follows (Art. 25, 30 GDPR).
 *
 * <p>Immutable and validated when built. Two maps that declare the same are equal, however they were written down.
 */
public final class DataMap {
    private final Controller controller;
    private final Map<String, Purpose> purposes;
    private final Map<String, Category> categories;
    private final Map<String, Dataset> datasets;
    private final String hash;

    DataMap(
            Controller controller,
            Map<String, Purpose> purposes,
            Map<String, Category> categories,
            Map<String, Dataset> datasets) {
        this.controller = Objects.requireNonNull(controller, "controller");
        this.purposes = Collections.unmodifiableMap(new LinkedHashMap<>(purposes));
        this.categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        this.datasets = Collections.unmodifiableMap(new LinkedHashMap<>(datasets));
        this.hash = DataMapHash.of(this);
    }

    /**
     * Starts a declaration.
     *
     * @return a builder
     */
    public static DataMapBuilder builder() {
        return new DataMapBuilder();
    }

    /**
     * Starts a declaration with everything that this one declares.
     *
     * @return a builder
     */
    public DataMapBuilder toBuilder() {
        DataMapBuilder builder = new DataMapBuilder().controller(controller.name(), controller.contact());
        purposes.values().forEach(builder::purpose);
        categories.values().stream()
                .filter(category -> !Category.standard(category.name())
                        .filter(category::equals)
                        .isPresent())
                .forEach(builder::category);
        datasets.values().forEach(builder::dataset);
        return builder;
    }

    /**
     * Returns who decides why and how the data is processed.
     *
     * @return the controller
     */
    public Controller controller() {
        return controller;
    }

    /**
     * Returns the purposes.
     *
     * @return by name, in the order of declaration
     */
    public Map<String, Purpose> purposes() {
        return purposes;
    }

    /**
     * Returns the categories in use: those declared and the standard ones that fields or purposes name.
     *
     * @return by name
     */
    public Map<String, Category> categories() {
        return categories;
    }

    /**
     * Returns the datasets.
     *
     * @return by name, in the order of declaration
     */
    public Map<String, Dataset> datasets() {
        return datasets;
    }

    /**
     * Returns a dataset.
     *
     * @param name its name
     * @return empty when none is declared under this name
     */
    public Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(datasets.get(name));
    }

    /**
     * Returns the set of duties to keep that apply to a field: the dataset's purposes that have one and name the
     * field's category.
     *
     * @param dataset a dataset of this map
     * @param field one of its fields
     * @return the class
     */
    public RetentionClass retentionClass(Dataset dataset, Field field) {
        return RetentionClass.of(dataset.purposes().stream()
                .filter(name -> keeps(purposes.get(name), field))
                .toList());
    }

    private static boolean keeps(@org.jspecify.annotations.Nullable Purpose purpose, Field field) {
        return purpose != null
                && purpose.keepAtLeast().isPresent()
                && purpose.categories().contains(field.category());
    }

    /**
     * Returns a hash over everything declared, independent of the order of declaration.
     *
     * @return SHA-256 in lower-case hexadecimal
     */
    public String hash() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataMap map
                && controller.equals(map.controller)
                && purposes.equals(map.purposes)
                && categories.equals(map.categories)
                && datasets.equals(map.datasets);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "DataMap " + hash.substring(0, 12) + " with " + datasets.size() + " datasets";
    }
}
