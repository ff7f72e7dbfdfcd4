package dev.protection.testing;

import dev.protection.SubjectRef;
import dev.protection.rights.Instruction;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordRule;
import java.util.List;

/** A place with data of persons, as {@link PersonalDataSourceContract} fills, erases and compares it. */
public interface PersonalDataPlace extends AutoCloseable {
    /**
     * Returns a source over the place, as one more node of the application would make it.
     *
     * @return a new instance over the same data
     */
    PersonalDataSource source();

    /**
     * Returns persons the place can hold. Choose them to be mistaken for each other: the same id in another tenant or of
     * another kind, ids that differ by case.
     *
     * @return at least three, always the same
     */
    List<SubjectRef> subjects();

    /** Removes everything of everybody, past the source. */
    void clear();

    /**
     * Puts records of a person, past the source. The same calls after {@link #clear} put the same bytes.
     *
     * @param subject one of the {@link #subjects}
     * @param records how many more
     */
    void add(SubjectRef subject, int records);

    /**
     * Returns everything that is stored about a person, byte for byte, read past the source.
     *
     * @param subject one of the {@link #subjects}
     * @return the same text for the same content; empty when nothing is stored
     */
    String content(SubjectRef subject);

    /**
     * Returns the rules by which a person's data may be erased here; each leaves nothing that {@code verify} reports.
     *
     * @return at least one; the default removes every record
     */
    default List<RecordRule> rules() {
        return List.of(found -> Instruction.REMOVE);
    }

    /**
     * Makes one record of a person impossible to remove, for example by a foreign key of another table.
     *
     * @param subject one of the {@link #subjects}, with at least one record
     * @return false when the place has no such thing
     */
    default boolean obstruct(SubjectRef subject) {
        return false;
    }

    @Override
    void close();
}
