package dev.protection.core.config;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.LegalBasis;
import dev.protection.Search;
import dev.protection.StandingFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The catalogue of standing findings about a configuration. */
enum Weakness {
    /** Less is demanded than production demands. */
    DEVELOPMENT_PROFILE(
            "The development profile is on: places that production must name are defaulted.",
            facts -> facts.said.profile() == Profile.DEVELOPMENT),
    /** Nobody chose the place of the root key. */
    ROOT_KEY_DEFAULTED(
            "The root key is a local file that nobody named; name keys.root.",
            facts -> facts.chooses(StatePlace.ROOT_KEY) && facts.said.rootKey().isEmpty()),
    /** Whoever reads the disk has the root key. */
    ROOT_KEY_IN_FILE(
            "The root key is in a file: whoever reads that disk and the key store reads everything.",
            facts -> facts.chooses(StatePlace.ROOT_KEY)
                    && facts.completed
                            .rootKey()
                            .filter(uri -> uri.startsWith("file:"))
                            .isPresent()),
    /** A copy of the data is a copy of the wrapped keys. */
    KEYS_WITH_DATA(
            "The wrapped keys are in the same database as the data: every backup of it holds both; set stores.keys apart.",
            facts -> facts.chooses(StatePlace.KEYS)
                    && facts.withData(facts.completed.stores().keys())),
    /** Restoring the data restores an older ledger. */
    LEDGER_WITH_DATA(
            "The erasure ledger is in the same database as the data: restoring one forgets erasures; set stores.ledger apart.",
            facts -> facts.chooses(StatePlace.LEDGER)
                    && facts.withData(facts.completed.stores().ledger())),
    /** The anchors can be changed by whoever changes the log. */
    ANCHOR_LOCAL(
            "All anchors are files: whoever rules this machine can change the log and its anchors; add one elsewhere.",
            facts -> facts.chooses(StatePlace.ANCHOR)
                    && !facts.completed.stores().anchor().isEmpty()
                    && facts.completed.stores().anchor().stream().allMatch(uri -> uri.startsWith("file:"))),
    /** The file is a secret. */
    PASSWORD_IN_FILE("A password stands in the configuration file; write env:NAME instead.", Facts::passwordInFile),
    /** Nobody will ever see this field unmasked. */
    CATEGORY_WITHOUT_PURPOSE(
            "No purpose of its dataset needs this field, so it is always masked; name the category in a purpose, or do not"
                    + " collect it (Art. 5(1)(c) GDPR): ",
            (map, field) -> field.dataset.purposes().stream()
                    .flatMap(purpose -> Optional.ofNullable(map.purposes().get(purpose)).stream())
                    .noneMatch(purpose -> purpose.categories().contains(field.field.category()))),
    /** Whether people consent is not looked at. */
    CONSENT_ELSEWHERE(facts -> facts.completed.dataMap().stream()
            .flatMap(map -> map.purposes().values().stream())
            .filter(purpose -> purpose.basis() == LegalBasis.CONSENT && !purpose.needsConsent())
            .map(purpose ->
                    "Consents are kept elsewhere, so that nothing is checked here for the purpose: " + purpose.name())
            .toList()),
    /** The declaration hopes for more than there is. */
    SEARCH_NOT_OFFERED(
            "A way of searching is declared that this version does not offer; statements that need it are refused: ",
            (map, field) -> field.field.search().contains(Search.ORDER) && field.field.type() == FieldType.BYTES),
    /** Art. 9 data without encryption. */
    SPECIAL_CATEGORY_PLAIN(
            "A special category of data (Art. 9 GDPR) is stored without encryption: ",
            (map, field) -> !field.field.encrypt()
                    && Optional.ofNullable(map.categories().get(field.field.category()))
                            .filter(category -> category.special())
                            .isPresent());

    // The lambdas above hold no state; the checker cannot see that of a Function.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Facts, List<String>> sentences;

    Weakness(Function<Facts, List<String>> sentences) {
        this.sentences = sentences;
    }

    Weakness(String sentence, Predicate<Facts> holds) {
        this.sentences = facts -> holds.test(facts) ? List.of(sentence) : List.of();
    }

    Weakness(String sentence, BiPredicate<DataMap, Place> holds) {
        this.sentences = facts -> facts.completed.dataMap().stream()
                .flatMap(map -> fields(map).filter(place -> holds.test(map, place)))
                .map(place -> sentence + place.dataset.name() + "." + place.field.name())
                .toList();
    }

    List<StandingFinding> findings(Facts facts) {
        return sentences.apply(facts).stream()
                .map(sentence -> new StandingFinding(name(), sentence))
                .toList();
    }

    private static Stream<Place> fields(DataMap map) {
        return map.datasets().values().stream()
                .flatMap(dataset -> dataset.fields().values().stream().map(field -> new Place(dataset, field)));
    }

    /** A field of a dataset. */
    private record Place(Dataset dataset, Field field) {}

    /** What is looked at. */
    record Facts(Configuration said, Configuration completed, Set<StatePlace> supplied) {
        /** Whether the configuration and not the builder decides about a place. */
        private boolean chooses(StatePlace place) {
            return !supplied.contains(place);
        }

        private boolean withData(Optional<StoresDeclaration.Database> other) {
            return other.flatMap(place -> completed.stores().data().filter(data -> same(place, data)))
                    .isPresent();
        }

        private static boolean same(StoresDeclaration.Database left, StoresDeclaration.Database right) {
            return left.place().equals(right.place());
        }

        private boolean passwordInFile() {
            StoresDeclaration stores = said.stores();
            return Stream.of(stores.data(), stores.keys(), stores.ledger())
                    .flatMap(Optional::stream)
                    .flatMap(database -> database.password().stream())
                    .anyMatch(password -> !password.inEnvironment());
        }
    }
}
