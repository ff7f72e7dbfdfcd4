package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import dev.protection.testing.SubjectStatesContract;
import dev.protection.testing.servers.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcSubjectStatesTest extends SubjectStatesContract {
    private static final SubjectRef ANNA = SubjectRef.of(TenantId.of("client"), "contact", "anna");
    private static final SubjectRef BERT = SubjectRef.of(TenantId.of("client"), "contact", "bert");

    private final OpenStores stores;

    JdbcSubjectStatesTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Test
    void update_makesWhatEveryNodeThenSees() {
        JdbcSubjectStates one = states(stores.empty());
        JdbcSubjectStates other = states(stores.another());
        assertThat(one.get(List.of(ANNA, BERT)).values())
                .containsExactly(SubjectState.active(ANNA), SubjectState.active(BERT));
        SubjectState held = SubjectState.active(ANNA)
                .withPhase(Phase.KEPT)
                .withRestricted(true)
                .withHolds(2);
        assertThat(one.update(ANNA, before -> held)).isEqualTo(held);
        assertThat(other.get(List.of(ANNA, BERT)))
                .containsEntry(ANNA, held)
                .containsEntry(BERT, SubjectState.active(BERT));
    }

    @Test
    void erased_leavesOnlyAHashUntilReadmitted() {
        SqlTransactions transactions = stores.empty();
        JdbcSubjectStates states = states(transactions);
        states.update(ANNA, phase(Phase.ERASING));
        states.update(ANNA, phase(Phase.ERASED));
        assertThat(transactions.<List<String>>call(
                        session -> session.query("SELECT id FROM protection.subject_state", row -> row.text(1))))
                .isEmpty();
        assertThat(stateOfAnna(states(stores.another())).phase()).isEqualTo(Phase.ERASED);
        assertThatThrownBy(() -> states.update(ANNA, before -> {
                    assertThat(before.phase()).isEqualTo(Phase.ERASED);
                    throw new IllegalArgumentException("not again");
                }))
                .hasMessage("not again");
        assertThat(stateOfAnna(states).phase()).isEqualTo(Phase.ERASED);
        states.update(ANNA, phase(Phase.ACTIVE));
        assertThat(states.get(List.of(ANNA))).containsEntry(ANNA, SubjectState.active(ANNA));
    }

    @Test
    void update_byManyAtOnce_losesNoChange() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            JdbcSubjectStates states = states(stores.empty());
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> {
                    for (int round = 0; round < 5; round++) {
                        states.update(ANNA, before -> before.withHolds(before.holds() + 1));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(stateOfAnna(states).holds()).isEqualTo(20);
        } finally {
            threads.shutdownNow();
        }
    }

    private static SubjectState stateOfAnna(JdbcSubjectStates states) {
        return List.copyOf(states.get(List.of(ANNA)).values()).get(0);
    }

    private static UnaryOperator<SubjectState> phase(Phase phase) {
        return before -> before.withPhase(phase);
    }

    private static JdbcSubjectStates states(SqlTransactions transactions) {
        return new JdbcSubjectStates(transactions, KeyDigests::subject, () -> Instant.EPOCH);
    }

    @Override
    protected SubjectStates emptyStates() {
        return states(stores.empty());
    }

    @Override
    protected SubjectStates anotherNode(SubjectStates first) {
        return states(stores.another());
    }

    @Override
    protected byte[] hash(SubjectRef subject) {
        return KeyDigests.subject(subject);
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
