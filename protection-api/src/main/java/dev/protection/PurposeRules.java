package dev.protection;

import java.time.Period;
import java.util.Collection;
import java.util.Optional;

/** What must hold for controller, purposes and categories. */
final class PurposeRules {
    private final Collection<String> categories;
    private final NameRules names;
    private final Problems problems;

    PurposeRules(Collection<String> categories, Problems problems) {
        this.categories = categories;
        this.names = new NameRules(problems);
        this.problems = problems;
    }

    void controller(Controller controller) {
        if (controller.name().isBlank()) {
            problems.report("controller.name", "is empty: records and receipts name the controller");
        }
        if (controller.contact().isBlank()) {
            problems.report("controller.contact", "is empty: say where people write to");
        }
    }

    void purpose(Purpose purpose) {
        String place = "purposes." + purpose.name();
        names.word(place, "purpose", purpose.name());
        purpose.categories()
                .forEach(category -> problems.known(place + ".categories", "category", category, categories));
        boolean cited = purpose.law().filter(law -> !law.isBlank()).isPresent();
        if (purpose.basis() == LegalBasis.LEGAL_OBLIGATION && !cited) {
            problems.report(place + ".law", "is missing: a legal obligation cites its law");
        }
        purpose.keepAtLeast()
                .filter(period -> !positive(period))
                .ifPresent(period -> problems.report(place + ".keep-at-least", notPositive(period)));
        consent(place + ".consent", purpose);
    }

    private void consent(String place, Purpose purpose) {
        if (purpose.basis() != LegalBasis.CONSENT && !purpose.consent().equals(ConsentRule.DEFAULT)) {
            problems.report(place, "concerns purposes whose basis is consent alone");
        }
        purpose.consent()
                .lasts()
                .filter(period -> !positive(period))
                .ifPresent(period -> problems.report(place + ".lasts", notPositive(period)));
    }

    void category(Category category) {
        String place = "categories." + category.name();
        names.word(place, "category", category.name());
        Optional<Category> standard = Category.standard(category.name());
        if (standard.isPresent() && !standard.get().equals(category)) {
            problems.report(
                    place,
                    "is a standard category with another meaning ("
                            + standard.get().iri() + "); choose another name");
        }
        if (category.iri().indexOf(':') < 1 || category.iri().chars().anyMatch(Character::isWhitespace)) {
            problems.report(place + ".dpv", "must be an IRI, such as https://w3id.org/dpv/pd#Salary");
        }
    }

    static boolean positive(Period period) {
        return !period.isZero() && period.getYears() >= 0 && period.getMonths() >= 0 && period.getDays() >= 0;
    }

    static String notPositive(Period period) {
        return "'" + period + "' must be longer than nothing, in years, months or days that are not negative";
    }
}
