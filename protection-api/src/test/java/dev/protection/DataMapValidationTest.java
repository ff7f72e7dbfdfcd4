package dev.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each contradiction is refused, at its place, in its words. */
class DataMapValidationTest {
    private static final Period SIX_YEARS = Period.ofYears(6);

    @Test
    void aMapWithoutContradictionIsAccepted() {
        assertThatCode(() -> map().dataset(person(field -> field)).build()).doesNotThrowAnyException();
    }

    @Test
    void aControllerIsNamed() {
        assertThat(problems(DataMap.builder()))
                .containsExactly("controller: is missing: name who decides why and how the" + " data is processed");
        assertThat(problems(DataMap.builder().controller(" ", "")))
                .containsExactly(
                        "controller.name: is empty: records and receipts name the controller",
                        "controller.contact: is empty: say where people write to");
    }

    @Test
    void purposesCiteLawsAndKnowTheirCategories() {
        DataMapBuilder map = map().purpose(Purpose.of("tax", LegalBasis.LEGAL_OBLIGATION, "nam"))
                .purpose(support("a+b", Period.ZERO))
                .purpose(support("back", Period.ofDays(-1)));

        assertThat(problems(map))
                .containsExactly(
                        "purposes.tax.categories: unknown category 'nam', did you mean 'name'?",
                        "purposes.tax.law: is missing: a legal obligation cites its law",
                        "purposes.a+b: purpose 'a+b': a purpose has 1 to 63 letters, digits, '_', '-' and '.', a letter or"
                                + " digit first",
                        "purposes.a+b.keep-at-least: 'P0D' must be longer than nothing, in years, months or days that are"
                                + " not negative",
                        "purposes.back.keep-at-least: 'P-1D' must be longer than nothing, in years, months or days that"
                                + " are not negative");
    }

    @Test
    void categoriesDoNotRedefineStandardOnes() {
        DataMapBuilder map = map().category(new Category("health", "https://example.com/health", false))
                .category(new Category("salary", "Salary", false));

        assertThat(problems(map))
                .containsExactly(
                        "categories.health: is a standard category with another meaning (https://w3id.org/dpv/pd#Health);"
                                + " choose another name",
                        "categories.salary.dpv: must be an IRI, such as https://w3id.org/dpv/pd#Salary");
    }

    @Test
    void aStandardCategoryMayBeWrittenDownAsItIs() {
        Category health = Category.standard("health").orElseThrow();

        assertThatCode(() -> map().category(health).build()).doesNotThrowAnyException();
    }

    @Test
    void aDatasetIsHeldForKnownPurposes() {
        assertThat(problems(map().dataset(dataset("a").build())))
                .containsExactly("datasets.a.purposes: is missing: say what the data is held for");
        assertThat(problems(map().dataset(dataset("a").purposes("suport").build())))
                .containsExactly("datasets.a.purposes: unknown purpose 'suport', did you mean 'support'?");
    }

    @Test
    void onlyEnforceIsOffered() {
        assertThat(problems(map().dataset(dataset("a")
                        .purposes("support")
                        .mode(Mode.OBSERVE)
                        .build())))
                .containsExactly("datasets.a.mode: 'observe' is not yet offered, only 'enforce'");
    }

    @Test
    void strictAuditIsNotOffered() {
        assertThat(problems(map().dataset(dataset("a")
                        .purposes("support")
                        .audit(AuditMode.STRICT)
                        .build())))
                .containsExactly("datasets.a.audit: 'strict' is not yet offered, only 'standard' and 'buffered'");
    }

    @Test
    void identifiersNeedNoQuotes() {
        Dataset odd = Dataset.named("odd")
                .table("public.\"x\"; drop")
                .key("id", "ID", "")
                .purposes("support")
                .subject("a b", "per son")
                .tenant("__p1")
                .field(Field.plain("1st", "name"))
                .build();

        assertThat(problems(map().dataset(odd)))
                .anyMatch(text -> text.startsWith("datasets.odd.table: table '\"x\"; drop': a table has 1 to 63"))
                .anyMatch(text -> text.equals("datasets.odd.key: names 'ID' twice"))
                .anyMatch(text -> text.equals("datasets.odd.key: a column has an empty name"))
                .anyMatch(text -> text.startsWith("datasets.odd.subject: kind of person 'a b'"))
                .anyMatch(text -> text.startsWith("datasets.odd.subject.a b: column 'per son'"))
                .anyMatch(text -> text.startsWith("datasets.odd.tenant: column '__p1' begins with '__p'"))
                .anyMatch(text -> text.startsWith("datasets.odd.fields.1st: column '1st'"))
                .hasSize(7);
    }

    @Test
    void aTableHasAtMostThreeParts() {
        assertThat(problems(map().dataset(dataset("a")
                        .purposes("support")
                        .table("a.b.c.d")
                        .build())))
                .containsExactly("datasets.a.table: table 'a.b.c.d' has more parts than catalogue, schema and table");
    }

    @Test
    void aSearchedColumnLeavesRoomForTheNameOfItsHelper() {
        String longest = "x".repeat(56);
        assertThatCode(() -> map().dataset(with(searched(longest))).build()).doesNotThrowAnyException();
        assertThat(problems(map().dataset(with(searched(longest + "x")))))
                .singleElement()
                .asString()
                .contains("a searched column has 1 to 56 letters");
    }

    @Test
    void theHelperColumnIsNotDeclared() {
        Dataset clash = dataset("a")
                .purposes("support")
                .field(searched("email"))
                .field(Field.plain("EMAIL_index", "name"))
                .build();

        assertThat(problems(map().dataset(clash)))
                .containsExactly(
                        "datasets.a.fields.email.search: needs the column name 'email_index' for its index, which is"
                                + " declared already");
    }

    @Test
    void noColumnOfBeginningsIsDeclared() {
        Dataset clash = dataset("a")
                .purposes("support")
                .field(Field.sealed("email", "name").search(Search.PREFIX))
                .field(Field.plain("email_Folded", "name"))
                .build();

        assertThat(problems(map().dataset(clash)))
                .containsExactly(
                        "datasets.a.fields.email.search: needs the column name 'email_folded' for its index, which is"
                                + " declared already");
    }

    @Test
    void onlyTextHasBeginnings() {
        Field number = Field.sealed("x", "name").type(FieldType.INTEGER).search(Search.PREFIX);

        assertThat(problems(map().dataset(with(number))))
                .containsExactly("datasets.a.fields.x.search: 'prefix' is only for text, not for type integer");
    }

    @Test
    void aColumnIsDeclaredOnceWhateverItsCase() {
        Dataset twice = dataset("a")
                .purposes("support")
                .field(Field.plain("email", "name"))
                .field(Field.plain("Email", "name"))
                .build();

        assertThat(problems(map().dataset(twice)))
                .containsExactly("datasets.a.fields.Email: is the same column as 'email'");
    }

    @Test
    void columnsThatTheLibraryComparesAreNotEncrypted() {
        for (String column : List.of("id", "PERSON_ID", "tenant_id", "since")) {
            Dataset sealed = dataset("a")
                    .key("id")
                    .purposes("support")
                    .since("since")
                    .field(Field.sealed(column, "name"))
                    .build();

            assertThat(problems(map().dataset(sealed)))
                    .containsExactly("datasets.a.fields." + column
                            + ".encrypt: a key, subject, tenant or 'since' column cannot be encrypted");
        }
    }

    @Test
    void onlyTextAsItIsIsMatched() {
        Field number = Field.sealed("x", "name").type(FieldType.INTEGER).search(Search.SUBSTRING);
        Field trimmed = Field.sealed("x", "name")
                .search(Search.SUBSTRING)
                .index(new Field.Index(
                        IndexScope.CONTROLLER, java.util.Optional.empty(), java.util.Set.of(Normalise.TRIM), false));

        assertThat(problems(map().dataset(with(number))))
                .containsExactly("datasets.a.fields.x.search: 'substring' is only for text, not for type integer");
        assertThat(problems(map().dataset(with(trimmed))))
                .containsExactly(
                        "datasets.a.fields.x.search: 'substring' matches values as they are, without 'normalise'");
    }

    @Test
    void everyWayOfSearchingMayBeDeclared() {
        Field field = Field.sealed("x", "name").search(Search.EQUALITY, Search.PREFIX, Search.SUBSTRING, Search.ORDER);

        assertThat(problems(map().dataset(with(field)))).isEmpty();
    }

    @Test
    void plainFieldsHaveNoSearchAndNoReplacement() {
        Field plain = Field.plain("x", "name").search(Search.EQUALITY).whenErased("gone");

        assertThat(problems(map().dataset(with(plain))))
                .containsExactly(
                        "datasets.a.fields.x.search: is only for encrypted fields; a plain column is searched as it is",
                        "datasets.a.fields.x.when-erased: is only for encrypted fields; a plain column is emptied by an"
                                + " erasure");
    }

    @Test
    void optionsOfAnIndexNeedASearch() {
        String message = ": says how a search index works, but the field has no 'search: [equality]'";

        assertThat(indexProblem(IndexScope.ROOT, null, Set.of(), false)).isEqualTo("index-scope" + message);
        assertThat(indexProblem(IndexScope.CONTROLLER, "g", Set.of(), false)).isEqualTo("index-group" + message);
        assertThat(indexProblem(IndexScope.CONTROLLER, null, Set.of(Normalise.TRIM), false))
                .isEqualTo("normalise" + message);
    }

    private static String indexProblem(
            IndexScope scope,
            @org.jspecify.annotations.Nullable String group,
            Set<Normalise> normalise,
            boolean exact) {
        Field field =
                Field.sealed("x", "name").index(new Field.Index(scope, Optional.ofNullable(group), normalise, exact));
        List<String> problems = problems(map().dataset(with(field)));
        assertThat(problems).hasSize(1);
        return problems.get(0).substring("datasets.a.fields.x.".length());
    }

    @Test
    void normalisationAndCollationAreForText() {
        Field number = searched("x")
                .type(FieldType.INTEGER)
                .index(new Field.Index(IndexScope.CONTROLLER, Optional.empty(), Set.of(Normalise.CASE), true));
        Field both = searched("y")
                .index(new Field.Index(
                        IndexScope.CONTROLLER, Optional.empty(), Set.of(Normalise.PHONE, Normalise.EMAIL), false));

        assertThat(problems(map().dataset(with(number))))
                .containsExactly(
                        "datasets.a.fields.x.normalise: is only for text, not for type integer",
                        "datasets.a.fields.x.collation: is only for text, not for type integer");
        assertThat(problems(map().dataset(with(both))))
                .containsExactly("datasets.a.fields.y.normalise: 'phone' and 'email' exclude each other");
    }

    @Test
    void replacementsFitTheirType() {
        assertThat(replacementRefused(FieldType.DATE, "1900-02-30")).isTrue();
        assertThat(replacementRefused(FieldType.INTEGER, "1.0")).isTrue();
        assertThat(replacementRefused(FieldType.DECIMAL, "x")).isTrue();
        assertThat(replacementRefused(FieldType.TIMESTAMP, "1900-01-01")).isTrue();
        assertThat(replacementRefused(FieldType.BOOLEAN, "yes")).isTrue();
        assertThat(replacementRefused(FieldType.BYTES, "00")).isTrue();
        assertThat(replacementRefused(FieldType.DATE, "1900-01-01")).isFalse();
        assertThat(replacementRefused(FieldType.INTEGER, "-1")).isFalse();
        assertThat(replacementRefused(FieldType.DECIMAL, "0.00")).isFalse();
        assertThat(replacementRefused(FieldType.TIMESTAMP, "1900-01-01T00:00")).isFalse();
        assertThat(replacementRefused(FieldType.BOOLEAN, "false")).isFalse();
        assertThat(replacementRefused(FieldType.TEXT, "")).isFalse();
    }

    private static boolean replacementRefused(FieldType type, String text) {
        DataMapBuilder map =
                map().dataset(with(Field.sealed("x", "name").type(type).whenErased(text)));
        List<String> problems = problems(map);
        assertThat(problems)
                .allMatch(problem -> problem.endsWith("when-erased: is not a value of type " + type.word()));
        return !problems.isEmpty();
    }

    @Test
    void aDutyNeedsTheColumnItCountsFrom() {
        DataMapBuilder map = map().purpose(support("books", SIX_YEARS))
                .dataset(dataset("a")
                        .purposes("books")
                        .field(Field.plain("x", "name"))
                        .build())
                .dataset(dataset("b")
                        .purposes("books")
                        .field(Field.plain("x", "age"))
                        .build());

        assertThat(problems(map))
                .containsExactly(
                        "datasets.a.retention: is missing: the duty to keep of 'books' counts from its 'since' column");
    }

    @Test
    void anErasureBeforeTheDutyOfEveryFieldIsAContradiction() {
        assertThat(problems(retained(Period.ofMonths(71), Field.plain("x", "name"))))
                .containsExactly(
                        "datasets.a.retention.erase-after: 'P71M' is shorter than 'keep-at-least: P6Y' of the purpose"
                                + " 'books', which covers every field of the dataset");
        assertThat(problems(retained(Period.ofMonths(72), Field.plain("x", "name"))))
                .isEmpty();
        assertThat(problems(retained(Period.ofDays(365 * 6 + 1), Field.plain("x", "name"))))
                .hasSize(1);
        assertThat(problems(retained(Period.ofDays(365 * 6 + 2), Field.plain("x", "name"))))
                .isEmpty();
    }

    @Test
    void anErasureOfFieldsUnderNoDutyMayComeFirst() {
        assertThat(problems(retained(Period.ofMonths(24), Field.plain("x", "name"), Field.plain("y", "age"))))
                .isEmpty();
    }

    @Test
    void anErasureComesLater() {
        assertThat(problems(retained(Period.ZERO, Field.plain("x", "age"))))
                .singleElement()
                .asString()
                .startsWith("datasets.a.retention.erase-after: 'P0D' must be longer than nothing");
    }

    @Test
    void aTableHasOneDataset() {
        DataMapBuilder map = map().dataset(
                        dataset("a").purposes("support").table("public.t").build())
                .dataset(dataset("b").purposes("support").table("T").build())
                .dataset(dataset("c").purposes("support").table("other.t2").build());

        assertThat(problems(map))
                .containsExactly(
                        "datasets.b.table: 'T' may be the same table as 'public.t' of the dataset 'a'; a table has"
                                + " one dataset, and schemas are named in both or neither");
    }

    @Test
    void aPathGoesOneHopToADeclaredTable() {
        DataMapBuilder map = map().dataset(via("visit", "pett.owner_id"))
                .dataset(via("note", "visit.owner_id"))
                .dataset(dataset("pet")
                        .purposes("support")
                        .field(Field.sealed("chip", "identifier"))
                        .build())
                .dataset(via("scan", "pet.chip"));

        assertThat(problems(map))
                .containsExactly(
                        "datasets.visit.subject.owner: the table 'pett' has no dataset; declare one, so that its rows are"
                                + " locked and kept in step, did you mean 'pet'?",
                        "datasets.note.subject.owner: goes over 'visit', which itself names its person over another table;"
                                + " one hop",
                        "datasets.scan.subject.owner: 'chip' of 'pet' is encrypted there");
    }

    @Test
    void joinedFieldsAreIndexedAlike() {
        DataMapBuilder map = map().dataset(grouped("a", FieldType.TEXT, IndexScope.ROOT, Set.of(Normalise.TRIM)))
                .dataset(grouped("b", FieldType.TEXT, IndexScope.ROOT, Set.of(Normalise.TRIM)))
                .dataset(grouped("c", FieldType.INTEGER, IndexScope.TENANT, Set.of()));

        assertThat(problems(map))
                .containsExactly(
                        "datasets.c.fields.x.type: the index group shared with 'a.x' needs the same type: text",
                        "datasets.c.fields.x.index-scope: the index group shared with 'a.x' needs the same scope: root",
                        "datasets.c.fields.x.normalise: the index group shared with 'a.x' needs the same normalisation");
    }

    @Test
    void aGroupIsNotNamedLikeAFieldsOwn() {
        Field field = searched("x").index(new Field.Index(IndexScope.CONTROLLER, Optional.of("a.y"), Set.of(), false));

        assertThat(problems(map().dataset(with(field))))
                .singleElement()
                .asString()
                .startsWith("datasets.a.fields.x.index-group: index group 'a.y'");
    }

    private static DataMapBuilder map() {
        return DataMap.builder()
                .controller("Example", "dpo@example.com")
                .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name"));
    }

    private static Purpose support(String name, Period keep) {
        return Purpose.of(name, LegalBasis.CONTRACT, "name").keepAtLeast("Act 1", keep);
    }

    private static DatasetBuilder dataset(String name) {
        return Dataset.named(name).subject("owner", "person_id").tenant("tenant_id");
    }

    private static Dataset with(Field field) {
        return dataset("a").purposes("support").field(field).build();
    }

    private static Dataset person(UnaryOperator<Field> change) {
        return with(change.apply(Field.sealed("x", "name")));
    }

    private static Field searched(String name) {
        return Field.sealed(name, "name").search(Search.EQUALITY);
    }

    private static Dataset via(String name, String target) {
        String[] parts = target.split("\\.", 2);
        return dataset(name)
                .purposes("support")
                .subject(new SubjectPath.Via("owner", "other_id", parts[0], parts[1]))
                .build();
    }

    private static Dataset grouped(String name, FieldType type, IndexScope scope, Set<Normalise> normalise) {
        Field field = searched("x").type(type).index(new Field.Index(scope, Optional.of("g"), normalise, false));
        return dataset(name).purposes("support").field(field).build();
    }

    private static DataMapBuilder retained(Period after, Field... fields) {
        DatasetBuilder dataset = dataset("a").purposes("books").eraseAfter("since", after);
        List.of(fields).forEach(dataset::field);
        return map().purpose(support("books", SIX_YEARS)).dataset(dataset.build());
    }

    private static List<String> problems(DataMapBuilder map) {
        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, map::build);
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }
}
