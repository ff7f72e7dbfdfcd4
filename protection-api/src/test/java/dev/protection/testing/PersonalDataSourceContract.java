package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Instruction;
import dev.protection.rights.Outcome;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRef;
import dev.protection.rights.RequestId;
import dev.protection.rights.RunContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PersonalDataSource} keeps, tried with generated histories. Extend it and say where the data is. A
 * history that fails is made smaller before it is reported. Needs JUnit Jupiter and AssertJ beside the API.
 */
public abstract class PersonalDataSourceContract {
    private static final int MANY = 1_000;
    private static final Instant LATE = Instant.parse("9000-01-01T00:00:00Z");

    private PersonalDataPlace place;

    /**
     * Opens an empty place.
     *
     * @return the place; closed after the test
     * @throws Exception when it cannot be made
     */
    protected abstract PersonalDataPlace openPlace() throws Exception;

    /**
     * Returns how many histories are tried in the normal build; the tests tagged {@code thorough} try 1,000.
     *
     * @return by default 40
     */
    protected int schedules() {
        return 40;
    }

    @BeforeEach
    void open() throws Exception {
        place = openPlace();
    }

    @AfterEach
    void close() {
        place.close();
    }

    private static RunContext looking(int pageSize) {
        return RunContext.looking(new RequestId(UUID.randomUUID()), pageSize);
    }

    private SubjectRef subject(int number) {
        return place.subjects().get(number);
    }

    private List<Found> located(SubjectRef subject, int pageSize) {
        PersonalDataSource source = place.source();
        return ErasureNode.all(cursor -> source.locate(subject, cursor, looking(pageSize)));
    }

    private List<Found> residue(SubjectRef subject, int pageSize) {
        PersonalDataSource source = place.source();
        return ErasureNode.all(cursor -> source.verify(subject, cursor, looking(pageSize)));
    }

    private RunContext erasing(ErasureSchedule history) {
        return new RunContext(
                new RequestId(UUID.randomUUID()),
                history.pageSize(),
                place.rules().get(history.rule()));
    }

    private void fill(ErasureSchedule history) {
        place.clear();
        for (int person = 0; person < history.records().size(); person++) {
            if (history.records().get(person) > 0) {
                place.add(subject(person), history.records().get(person));
            }
        }
    }

    private Map<SubjectRef, String> contents() {
        Map<SubjectRef, String> contents = new HashMap<>();
        place.subjects().forEach(subject -> contents.put(subject, place.content(subject)));
        return contents;
    }

    private void carryOut(ErasureSchedule history) {
        RunContext run = erasing(history);
        SubjectRef erased = subject(history.erased());
        ErasureNode one = new ErasureNode(place.source(), erased, run);
        ErasureNode other = new ErasureNode(place.source(), erased, run);
        for (ErasureSchedule.Step step : history.steps()) {
            switch (step) {
                case PAGE -> one.page(false);
                case KILLED -> one.page(true);
                case RESTARTED -> one.restart(place.source());
                case OTHER_NODE -> other.page(false);
                case SUBMITTED_AGAIN -> other.again();
            }
        }
        one.finish();
    }

    @Test
    void whateverHappensOnTheWay_thePersonIsErasedAndNobodyElse() {
        histories(schedules(), this::erasesThatPersonAlone);
    }

    @Test
    @Tag("thorough")
    void whateverHappensOnTheWay_aThousandTimes() {
        histories(MANY, this::erasesThatPersonAlone);
    }

    private void erasesThatPersonAlone(ErasureSchedule history) {
        fill(history);
        carryOut(history.calm());
        Map<SubjectRef, String> calm = contents();
        fill(history);
        Map<SubjectRef, String> before = contents();
        carryOut(history);
        SubjectRef erased = subject(history.erased());
        for (SubjectRef other : place.subjects()) {
            assertThat(place.content(other))
                    .as("content of %s", other.equals(erased) ? "the erased" : "another")
                    .isEqualTo(other.equals(erased) ? calm.get(other) : before.get(other));
        }
        assertThat(residue(erased, history.pageSize())).as("residue").isEmpty();
        carryOut(history.calm());
        assertThat(contents()).as("erased once more").isEqualTo(calmWithOthers(before, calm, erased));
    }

    private static Map<SubjectRef, String> calmWithOthers(
            Map<SubjectRef, String> before, Map<SubjectRef, String> calm, SubjectRef erased) {
        Map<SubjectRef, String> expected = new HashMap<>(before);
        expected.put(erased, calm.getOrDefault(erased, ""));
        return expected;
    }

    @Test
    void twoNodesAtTheSameTime_endWhereOneEnds() {
        histories(Math.max(1, schedules() / 4), history -> {
            fill(history);
            carryOut(history.calm());
            Map<SubjectRef, String> calm = contents();
            fill(history);
            together(() -> carryOut(history.calm()), () -> carryOut(history.calm()));
            assertThat(contents()).isEqualTo(calm);
        });
    }

    private static void together(Runnable one, Runnable other) {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Object>> both = List.of(Executors.callable(one), Executors.callable(other));
            for (Future<Object> node : nodes.invokeAll(both)) {
                node.get();
            }
        } catch (Exception e) {
            throw new AssertionError("a node failed", e);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void eachRecordIsExportedToItsPersonAlone() {
        histories(schedules(), history -> {
            fill(history);
            Set<RecordRef> all = new HashSet<>();
            int total = 0;
            for (SubjectRef subject : place.subjects()) {
                Set<RecordRef> exported = new HashSet<>();
                PersonalDataSource source = place.source();
                List<ExportItem> items =
                        ErasureNode.all(cursor -> source.export(subject, cursor, looking(history.pageSize())));
                items.forEach(item -> assertThat(exported.add(item.ref()))
                        .as("a record comes once")
                        .isTrue());
                Set<RecordRef> located = new HashSet<>();
                located(subject, history.pageSize()).forEach(found -> located.add(found.ref()));
                assertThat(exported).as("what is exported is what is found").isEqualTo(located);
                all.addAll(exported);
                total += exported.size();
            }
            assertThat(all).as("no record is exported to two persons").hasSize(total);
        });
    }

    @Test
    void whatTheRuleLeaves_staysAsItIs() {
        histories(schedules(), history -> {
            fill(history);
            Map<SubjectRef, String> before = contents();
            RunContext nothing = looking(history.pageSize());
            PersonalDataSource source = place.source();
            SubjectRef subject = subject(history.erased());
            assertThat(ErasureNode.all(cursor -> source.erase(subject, cursor, nothing)))
                    .as("outcomes of a run that decides to leave all")
                    .isEmpty();
            assertThat(contents()).isEqualTo(before);
        });
    }

    @Test
    void whatCannotGo_isReportedWithAReason_andTheRestGoes() {
        place.clear();
        place.subjects().forEach(subject -> place.add(subject, 3));
        SubjectRef stuck = subject(0);
        if (!place.obstruct(stuck)) {
            return;
        }
        String others = place.content(subject(1));
        PersonalDataSource source = place.source();
        RunContext run = new RunContext(new RequestId(UUID.randomUUID()), 2, found -> Instruction.REMOVE);
        List<RecordOutcome> outcomes = ErasureNode.all(cursor -> source.erase(stuck, cursor, run));
        List<RecordOutcome> retained = outcomes.stream()
                .filter(outcome -> outcome.outcome() == Outcome.RETAINED)
                .toList();
        assertThat(retained)
                .isNotEmpty()
                .allSatisfy(
                        outcome -> assertThat(outcome.reason().orElseThrow()).matches("[A-Z][A-Z0-9_]*"));
        assertThat(located(stuck, 2).stream().map(Found::ref))
                .containsExactlyInAnyOrderElementsOf(
                        retained.stream().map(RecordOutcome::ref).toList());
        assertThat(place.content(subject(1))).isEqualTo(others);
    }

    @Test
    void byAge_everyRecordWithAStartComesOnce() {
        histories(schedules() / 2, history -> {
            fill(history);
            List<RecordRef> expected = new ArrayList<>();
            place.subjects()
                    .forEach(subject -> located(subject, 3).stream()
                            .filter(found -> found.since().isPresent())
                            .forEach(found -> expected.add(found.ref())));
            List<RecordRef> found = new ArrayList<>();
            PersonalDataSource source = place.source();
            for (String dataset : source.describe().dated()) {
                Cursor start = Cursor.START;
                assertThat(source.older(dataset, Instant.EPOCH.minusSeconds(1), start, looking(3))
                                .items())
                        .isEmpty();
                ErasureNode.all(cursor -> source.older(dataset, LATE, cursor, looking(history.pageSize())))
                        .forEach(each -> found.add(each.ref()));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    void everyNodeDescribesTheSame() {
        assertThat(place.source().describe()).isEqualTo(place.source().describe());
    }

    private void histories(int count, Consumer<ErasureSchedule> check) {
        for (long seed = 0; seed < count; seed++) {
            ErasureSchedule history = ErasureSchedule.of(
                    seed, place.subjects().size(), place.rules().size());
            try {
                check.accept(history);
            } catch (AssertionError failure) {
                throw smallest(history, failure, check);
            }
        }
    }

    private static AssertionError smallest(
            ErasureSchedule failing, AssertionError failure, Consumer<ErasureSchedule> check) {
        for (ErasureSchedule smaller : failing.smaller()) {
            try {
                check.accept(smaller);
            } catch (AssertionError stillFailing) {
                return smallest(smaller, stillFailing, check);
            }
        }
        return new AssertionError("fails for " + failing + ": " + failure.getMessage(), failure);
    }
}
