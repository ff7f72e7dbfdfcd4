package dev.protection.lawfulness;

import dev.protection.Action;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A documented instruction of a controller to its processor (Art. 28(3)(a) GDPR): what may be done, with which data, why.
 *
 * @param name by which records name it
 * @param operations what may be done
 * @param purposes the names of purposes
 * @param categories the names of categories of fields; undeclared columns need none
 * @param recipients to whom data may be disclosed
 * @param countries where it may be processed, by their codes of two letters (ISO 3166-1)
 * @param subProcessors whom the processor may engage (Art. 28(2), (4))
 * @param from from when on it counts; empty for always
 * @param until until when; empty for as long as the policy is in force
 * @param document SHA-256 of the document, in lower-case hexadecimal
 */
public record ControllerInstruction(
        String name,
        Set<Action> operations,
        SortedSet<String> purposes,
        SortedSet<String> categories,
        SortedSet<String> recipients,
        SortedSet<String> countries,
        SortedSet<String> subProcessors,
        Optional<Instant> from,
        Optional<Instant> until,
        String document) {
    /**
     * Copies the parts.
     *
     * @param name the name
     * @param operations the operations
     * @param purposes the purposes
     * @param categories the categories
     * @param recipients the recipients
     * @param countries the countries
     * @param subProcessors the sub-processors
     * @param from the beginning
     * @param until the end
     * @param document the document's hash
     */
    public ControllerInstruction {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(document, "document");
        operations = operations.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(operations));
        purposes = sorted(purposes);
        categories = sorted(categories);
        recipients = sorted(recipients);
        countries = sorted(countries);
        subProcessors = sorted(subProcessors);
    }

    /**
     * Starts an instruction to do something for no purpose yet, with no category.
     *
     * @param name by which records name it
     * @param document SHA-256 of the document, in lower-case hexadecimal
     * @param operations what may be done
     * @return the instruction
     */
    public static ControllerInstruction of(String name, String document, Action... operations) {
        return new ControllerInstruction(
                name,
                Set.of(operations),
                set(),
                set(),
                set(),
                set(),
                set(),
                Optional.empty(),
                Optional.empty(),
                document);
    }

    /**
     * Returns this instruction for some purposes.
     *
     * @param names the names of purposes
     * @return a copy
     */
    public ControllerInstruction purposes(String... names) {
        return new ControllerInstruction(
                name, operations, set(names), categories, recipients, countries, subProcessors, from, until, document);
    }

    /**
     * Returns this instruction for some categories.
     *
     * @param names the names of categories
     * @return a copy
     */
    public ControllerInstruction categories(String... names) {
        return new ControllerInstruction(
                name, operations, purposes, set(names), recipients, countries, subProcessors, from, until, document);
    }

    /**
     * Returns this instruction for some time.
     *
     * @param begin from when on it counts
     * @param end until when
     * @return a copy
     */
    public ControllerInstruction between(Instant begin, Instant end) {
        return new ControllerInstruction(
                name,
                operations,
                purposes,
                categories,
                recipients,
                countries,
                subProcessors,
                Optional.of(begin),
                Optional.of(end),
                document);
    }

    /**
     * Tells whether it counts.
     *
     * @param now the time
     * @return true from its beginning until just before its end
     */
    public boolean counts(Instant now) {
        return from.filter(now::isBefore).isEmpty() && until.map(now::isBefore).orElse(true);
    }

    private static SortedSet<String> set(String... names) {
        return new TreeSet<>(Arrays.asList(names));
    }

    private static SortedSet<String> sorted(SortedSet<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
