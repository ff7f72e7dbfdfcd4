package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRef;
import dev.protection.rights.RequestId;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import dev.protection.rights.SubjectRequest;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An export is written as it is read: what it needs of the heap does not grow with the records. */
class ExportMemoryTest {
    private static final long MOST_GROWTH = 64L << 20;
    private static final int MEASURED_EVERY = 10_000;

    @Test
    void fiftyThousandRecordsNeedNoMoreHeap() {
        export(50_000);
    }

    @Test
    @Tag("thorough")
    void aMillionRecordsNeedNoMoreHeap() {
        export(1_000_000);
    }

    private static void export(int records) {
        World world = new World();
        ManyRecords many = new ManyRecords(records);
        RightsFlows node = world.node(new Faults(), many);
        RequestId id = node.rights().submit(SubjectRequest.export(World.ANN));
        World.work(node);
        long before = used();
        node.rights().download(id, OutputStream.nullOutputStream());
        assertThat(many.exported).isGreaterThanOrEqualTo(4L * records);
        assertThat(many.mostUsed - before).isLessThanOrEqualTo(MOST_GROWTH);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Makes its records when they are asked for, and measures what lives meanwhile. */
    private static final class ManyRecords implements PersonalDataSource {
        private final int records;
        private long exported;
        private long mostUsed;

        ManyRecords(int records) {
            this.records = records;
        }

        @Override
        public SourceDescriptor describe() {
            return new SourceDescriptor("many", 1, new TreeSet<>(List.of("letters")), new TreeSet<>());
        }

        @Override
        public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<Found> older(String dataset, Instant until, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
            int first = after.equals(Cursor.START) ? 0 : Integer.parseInt(after.value());
            int end = Math.min(records, first + run.pageSize());
            List<ExportItem> items = new ArrayList<>();
            for (int number = first; number < end; number++) {
                items.add(new ExportItem(
                        new RecordRef("many", "letters", "" + number),
                        Map.of("text", Optional.of("letter " + number)),
                        Set.of(),
                        Optional.empty()));
            }
            exported += items.size();
            if (first % MEASURED_EVERY == 0) {
                mostUsed = Math.max(mostUsed, used());
            }
            return new Page<>(items, end == records ? Optional.empty() : Optional.of(new Cursor("" + end)));
        }

        @Override
        public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }
    }
}
