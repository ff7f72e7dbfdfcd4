package dev.protection.core.flow;

import dev.protection.rights.PersonalDataSource;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources in the order of their ids, which is the same on every node. Ordered at once, unless one of them is made only
 * when it is first asked. Safe for use by several threads.
 */
final class OrderedSources extends AbstractList<PersonalDataSource> {
    private final List<PersonalDataSource> given;
    private volatile @Nullable List<PersonalDataSource> ordered;

    private OrderedSources(List<PersonalDataSource> given) {
        this.given = List.copyOf(given);
    }

    static List<PersonalDataSource> of(List<PersonalDataSource> given) {
        OrderedSources sources = new OrderedSources(given);
        return given.stream().anyMatch(LaterSource.class::isInstance) ? sources : sources.ordered();
    }

    private List<PersonalDataSource> ordered() {
        List<PersonalDataSource> known = ordered;
        if (known == null) {
            known = given.stream()
                    .sorted(Comparator.comparing(source -> source.describe().id()))
                    .toList();
            long ids = known.stream()
                    .map(source -> source.describe().id())
                    .distinct()
                    .count();
            if (ids != known.size()) {
                throw new IllegalArgumentException("two sources of personal data have the same id");
            }
            ordered = known;
        }
        return known;
    }

    @Override
    public PersonalDataSource get(int index) {
        return ordered().get(index);
    }

    @Override
    public int size() {
        return given.size();
    }
}
