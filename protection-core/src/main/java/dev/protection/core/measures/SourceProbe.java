package dev.protection.core.measures;

import dev.protection.DataMap;
import dev.protection.measures.Control;
import dev.protection.rights.PersonalDataSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures which declared datasets take part in erasures and exports: those some source answers for. */
record SourceProbe(Control control, DataMap map, List<PersonalDataSource> sources) implements Probe {
    static List<Probe> all(DataMap map, List<PersonalDataSource> sources) {
        return List.of(
                new SourceProbe(Control.ERASURE, map, sources),
                new SourceProbe(Control.DATA_PORTABILITY, map, sources));
    }

    @Override
    public Reading measure() {
        if (map.datasets().isEmpty()) {
            return Reading.absent("no dataset is declared");
        }
        Set<String> covered = sources.stream()
                .flatMap(source -> source.describe().datasets().stream())
                .collect(Collectors.toSet());
        long some = map.datasets().keySet().stream().filter(covered::contains).count();
        return Reading.share(
                "datasets-with-source", some, map.datasets().size(), "no source answers for some datasets");
    }
}
