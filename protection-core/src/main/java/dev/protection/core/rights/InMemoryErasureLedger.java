package dev.protection.core.rights;

import dev.protection.rights.ErasureLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger for tests and first steps: it lasts as long as the process. */
public final class InMemoryErasureLedger implements ErasureLedger {
    private final List<Line> lines = new ArrayList<>();

    /** Makes an empty ledger. */
    public InMemoryErasureLedger() {}

    @Override
    public synchronized boolean append(Line line) {
        if (line.position() != lines.size() || find(line.id()).isPresent()) {
            return false;
        }
        return lines.add(line);
    }

    @Override
    public synchronized Optional<Line> last() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    @Override
    public synchronized Optional<Line> find(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<Line> lines(long from, int most) {
        int first = (int) Math.min(from, lines.size());
        return List.copyOf(lines.subList(first, first + Math.min(most, lines.size() - first)));
    }
}
