package dev.protection.core.lawfulness;

import dev.protection.SubjectRef;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * States that remember for a short time that nobody is withheld from a use, so that statements need not ask when there is
 * nobody. A change on this node is seen by the next statement; one on another node after the staleness bound. Safe for
 * use by several threads.
 */
public final class RememberedStates implements SubjectStates {
    private final SubjectStates states;
    private final Duration staleness;
    private final InstantSource clock;
    private final Map<Use, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /**
     * Puts a memory over states.
     *
     * @param states the states
     * @param staleness for how long an answer may be remembered; zero for not at all
     * @param clock tells the time
     */
    public RememberedStates(SubjectStates states, Duration staleness, InstantSource clock) {
        this.states = states;
        this.staleness = staleness;
        this.clock = clock;
    }

    private record Use(String kind, String use) {}

    /** What was found out, when and as of which change on this node. */
    private record Answer(boolean somebody, long at, long change) {}

    /** Without a memory it costs less to look for persons in the statement itself than to ask before. */
    @Override
    public boolean anyWithheld(String kind, String use) {
        if (staleness.isZero()) {
            return true;
        }
        Use asked = new Use(kind, use);
        long now = clock.millis();
        Answer known = answers.get(asked);
        if (known == null || known.change() != changes.get() || isStale(known, now)) {
            known = ask(asked, now);
        }
        return known.somebody();
    }

    private boolean isStale(Answer known, long now) {
        return now < known.at() || now - known.at() >= staleness.toMillis();
    }

    /** What changes while it asks makes the answer one of before, which is not used again. */
    private Answer ask(Use asked, long now) {
        long change = changes.get();
        Answer answer = new Answer(states.anyWithheld(asked.kind(), asked.use()), now, change);
        answers.put(asked, answer);
        return answer;
    }

    @Override
    public Map<SubjectRef, SubjectState> get(Collection<SubjectRef> subjects) {
        return states.get(subjects);
    }

    @Override
    public SubjectState update(SubjectRef subject, UnaryOperator<SubjectState> change) {
        try {
            return states.update(subject, change);
        } finally {
            changes.incrementAndGet();
        }
    }

    @Override
    public List<SubjectRef> known(Optional<SubjectRef> after, int most) {
        return states.known(after, most);
    }

    @Override
    public void rememberErased(Collection<byte[]> hashes) {
        states.rememberErased(hashes);
    }

    @Override
    public void forgetErased(Collection<byte[]> hashes) {
        states.forgetErased(hashes);
    }
}
