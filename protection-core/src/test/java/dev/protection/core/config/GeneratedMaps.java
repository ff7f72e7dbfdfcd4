package dev.protection.core.config;

import dev.protection.AuditMode;
import dev.protection.Category;
import dev.protection.ConsentRule;
import dev.protection.DataMap;
import dev.protection.DataMapBuilder;
import dev.protection.Dataset;
import dev.protection.DatasetBuilder;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.LegalBasis;
import dev.protection.Normalise;
import dev.protection.Purpose;
import dev.protection.RestrictionGround;
import dev.protection.Search;
import dev.protection.SubjectPath;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Valid data maps out of a seed, using every word of the grammar. */
final class GeneratedMaps {
    private static final List<String> CATEGORIES = List.of("name", "email-address", "health", "salary");

    private final Random random;

    private GeneratedMaps(long seed) {
        this.random = new Random(seed);
    }

    static DataMap of(long seed) {
        return new GeneratedMaps(seed).map();
    }

    private DataMap map() {
        DataMapBuilder map = DataMap.builder()
                .controller("Example: \"Öy\" # 1", "dpo@example.com")
                .category(new Category("salary", "https://w3id.org/dpv/pd#Salary", random.nextBoolean()));
        for (int i = 0; i < 3; i++) {
            map.purpose(purpose("purpose-" + i));
        }
        int datasets = random.nextInt(4);
        for (int i = 0; i < datasets; i++) {
            map.dataset(dataset("set_" + i));
        }
        if (datasets > 0) {
            map.dataset(Dataset.named("hop")
                    .purposes("purpose-0")
                    .subject(new SubjectPath.Via("person", "other_id", "app.set_0", "person_id"))
                    .tenant("tenant_id")
                    .build());
        }
        return map.build();
    }

    private Purpose purpose(String name) {
        LegalBasis basis = pick(List.of(LegalBasis.values()));
        return new Purpose(
                name,
                basis,
                Set.copyOf(CATEGORIES.subList(random.nextInt(CATEGORIES.size()), CATEGORIES.size())),
                Optional.of("Act: \"" + random.nextInt(9) + "\" 'x'"),
                List.of("Bank", "Post").subList(0, random.nextInt(3)),
                sometimes("https://w3id.org/dpv#Purpose"),
                sometimes(Period.of(1, random.nextInt(3), random.nextInt(3))),
                sometimes(RestrictionGround.LEGAL_CLAIMS),
                random.nextBoolean(),
                basis == LegalBasis.CONSENT
                        ? new ConsentRule(sometimes(Period.of(0, 1, random.nextInt(3))), random.nextBoolean())
                        : ConsentRule.DEFAULT);
    }

    private Dataset dataset(String name) {
        DatasetBuilder dataset = Dataset.named(name)
                .table("app." + name)
                .purposes("purpose-0", "purpose-" + (1 + random.nextInt(2)))
                .subject("person", "person_id")
                .audit(random.nextBoolean() ? AuditMode.STANDARD : AuditMode.BUFFERED)
                .tenant(
                        random.nextBoolean()
                                ? new TenantPath.Column("tenant_id")
                                : new TenantPath.Fixed(TenantId.of("a 1")));
        if (random.nextBoolean()) {
            dataset.key("id", "part");
        }
        if (random.nextBoolean()) {
            dataset.since("made_at");
        } else {
            dataset.eraseAfter("made_at", Period.ofYears(9));
        }
        int fields = random.nextInt(5);
        for (int i = 0; i < fields; i++) {
            dataset.field(field("field_" + i));
        }
        return dataset.build();
    }

    private Field field(String name) {
        boolean encrypt = random.nextBoolean();
        boolean search = encrypt && random.nextBoolean();
        FieldType type = search ? FieldType.TEXT : pick(List.of(FieldType.values()));
        return new Field(
                name,
                pick(CATEGORIES),
                type,
                encrypt,
                search ? Set.of(Search.EQUALITY) : Set.of(),
                random.nextBoolean(),
                search ? index() : Field.Index.DEFAULT,
                encrypt && type == FieldType.TEXT
                        ? sometimes(pick(List.of("gone", "", "null", "~", "12")))
                        : Optional.empty());
    }

    private Field.Index index() {
        return new Field.Index(
                pick(List.of(IndexScope.values())),
                sometimes("group-" + random.nextLong()),
                random.nextBoolean() ? Set.of(Normalise.CASE, Normalise.NFKC) : Set.of(),
                random.nextBoolean());
    }

    private <T> Optional<T> sometimes(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
