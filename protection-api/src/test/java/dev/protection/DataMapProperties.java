package dev.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two maps are equal exactly when they declare the same, and then have one hash. */
class DataMapProperties {
    private static final List<String> CATEGORIES = List.of("name", "email-address", "age", "health");

    @Property(tries = 100)
    void theOrderOfDeclarationMeansNothing(@ForAll("fields") List<Field> fields, @ForAll long seed) {
        List<Field> shuffled = new ArrayList<>(fields);
        Collections.shuffle(shuffled, new Random(seed));
        DataMap straight = map(fields, false);
        DataMap mixed = map(shuffled, true);

        assertThat(mixed).isEqualTo(straight).hasSameHashCodeAs(straight);
        assertThat(mixed.hash()).isEqualTo(straight.hash());
    }

    @Property(tries = 200)
    void fieldsThatDifferHaveMapsAndHashesThatDiffer(@ForAll("field") Field left, @ForAll("field") Field right) {
        DataMap one = map(List.of(left), false);
        DataMap other = map(List.of(right), false);

        assertThat(one.equals(other)).isEqualTo(left.equals(right));
        assertThat(one.hash().equals(other.hash())).isEqualTo(left.equals(right));
    }

    @Property(tries = 20)
    void aReplacementIsNeverTakenForNone(@ForAll("replacement") String text) {
        DataMap with = map(List.of(Field.sealed("x", "name").whenErased(text)), false);
        DataMap without = map(List.of(Field.sealed("x", "name")), false);

        assertThat(with.hash()).isNotEqualTo(without.hash());
    }

    @Provide
    Arbitrary<String> replacement() {
        return Arbitraries.of("-", "", "0", "null", "Optional.empty");
    }

    @Provide
    Arbitrary<List<Field>> fields() {
        return field().list().ofMaxSize(6).uniqueElements(Field::name);
    }

    @Provide
    Arbitrary<Field> field() {
        Arbitrary<Field.Index> index = Combinators.combine(
                        Arbitraries.of(IndexScope.class),
                        Arbitraries.of(Normalise.CASE, Normalise.TRIM, Normalise.NFKC)
                                .set(),
                        Arbitraries.of(true, false))
                .as((scope, normalise, exact) -> new Field.Index(scope, Optional.empty(), normalise, exact));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "f", "g"),
                        Arbitraries.of(CATEGORIES),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        index)
                .as((name, category, provided, searched, options) -> new Field(
                        name,
                        category,
                        FieldType.TEXT,
                        true,
                        searched ? Set.of(Search.EQUALITY) : Set.of(),
                        provided,
                        searched ? options : Field.Index.DEFAULT,
                        Optional.empty()));
    }

    private static DataMap map(List<Field> fields, boolean backwards) {
        List<Dataset> datasets = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            DatasetBuilder dataset = Dataset.named(name)
                    .purposes(backwards ? new String[] {"tax", "support"} : new String[] {"support", "tax"})
                    .subject("person", "person_id")
                    .tenant("tenant_id")
                    .since("made_at");
            fields.forEach(dataset::field);
            datasets.add(dataset.build());
        }
        Purpose support = Purpose.of("support", LegalBasis.CONTRACT, "name", "age");
        Purpose tax = Purpose.of("tax", LegalBasis.LEGAL_OBLIGATION, "name").keepAtLeast("Act", Period.ofYears(1));
        List<Purpose> purposes = new ArrayList<>(List.of(support, tax));
        if (backwards) {
            Collections.reverse(datasets);
            Collections.reverse(purposes);
        }
        DataMapBuilder map = DataMap.builder().controller("Example", "dpo@example.com");
        purposes.forEach(map::purpose);
        datasets.forEach(map::dataset);
        return map.build();
    }
}
