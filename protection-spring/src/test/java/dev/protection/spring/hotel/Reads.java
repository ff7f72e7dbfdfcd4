package dev.protection.spring.hotel;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions that an application asks. */
final class Reads {
    private final Play play;
    private final Guests guests;
    private final Stays stays;
    private final TransactionTemplate work;

    Reads(Play play, Guests guests, Stays stays, TransactionTemplate work) {
        this.play = play;
        this.guests = guests;
        this.stays = stays;
        this.work = work;
    }

    void all(String when) {
        derived(when);
        paged(when);
        shaped(when);
        queried(when);
        specified(when);
        joined(when);
    }

    private void derived(String when) {
        step(when, "findByEmail", () -> guests.findByEmail("ada@mail.example"));
        step(when, "findByEmail nobody", () -> guests.findByEmail("x@mail.example"));
        step(when, "findFirst desc", () -> guests.findFirstByLastNameOrderByIdDesc("Byron"));
        step(when, "findFirst by protected order", guests::findFirstByOrderByLastNameAscFirstNameAsc);
        step(when, "findTop2", () -> guests.findTop2ByLevelOrderByLastNameDescIdAsc(Level.GOLD));
        step(when, "in", () -> guests.findByLastNameInOrderById(List.of("Byron", "Hopper", "Nobody")));
        step(when, "in nothing", () -> guests.findByLastNameInOrderById(List.of()));
        step(when, "and", () -> guests.findByLastNameAndFirstName("Byron", "Ada"));
        step(when, "or", () -> guests.findByLastNameOrEmailOrderById("Hopper", "ada@mail.example"));
        step(when, "not", () -> guests.findByLastNameNotOrderById("Byron"));
        step(when, "null", guests::findByEmailIsNull);
        step(when, "not null", guests::findByEmailIsNotNullOrderById);
        step(
                when,
                "between",
                () -> guests.findByBirthDateBetweenOrderById(LocalDate.of(1800, 1, 1), LocalDate.of(1907, 1, 1)));
        step(when, "embedded", () -> guests.findByAddressTownOrderById("Oulu"));
        step(when, "ignoring case", () -> guests.findByLastNameIgnoreCaseStartingWithOrderById("by"));
        step(when, "member", () -> guests.findByPhonesContaining("+358 40 1"));
        step(when, "exists", () -> guests.existsByEmail("ada@mail.example") + " " + guests.existsByEmail("x"));
        step(when, "exists and", () -> guests.existsByLastNameAndLevel("Byron", Level.GOLD));
        step(when, "count", () -> guests.countByLastName("Byron"));
        step(when, "count and", () -> guests.countByLevelAndEmailIsNotNull(Level.GOLD));
        step(when, "by id", () -> guests.findById(1L));
        step(when, "by ids", () -> guests.findAllById(List.of(1L, 2L, 77L)).size());
        step(
                when,
                "stream",
                () -> work.execute(state -> {
                    try (var found = guests.stream("Byron")) {
                        return found.map(guest -> guest.firstName).sorted().toList();
                    }
                }));
    }

    private void paged(String when) {
        Sort byName = Sort.by("lastName", "firstName", "id");
        step(when, "page sorted", () -> guests.findAll(PageRequest.of(0, 3, byName)));
        step(when, "page sorted, next", () -> guests.findAll(PageRequest.of(1, 3, byName)));
        step(when, "page descending", () -> guests.findAll(PageRequest.of(0, 2, byName.descending())));
        step(when, "page of beginnings", () -> guests.findByLastNameStartingWith("B", PageRequest.of(0, 1, byName)));
        step(when, "slice", () -> guests.findByLevel(Level.GOLD, PageRequest.of(0, 1, Sort.by("id"))));
        step(when, "limit", () -> guests.findByLastName("Byron", Sort.by("firstName"), Limit.of(1)));
        step(when, "sorted by several", () -> guests.findAll(Sort.by("level").and(byName)));
        step(when, "native page", () -> guests.nativePage("GOLD", PageRequest.of(0, 2, Sort.by("id"))));
    }

    private void shaped(String when) {
        step(when, "interface", () -> guests.findNamedByLevelOrderById(Level.GOLD));
        step(
                when,
                "nested interface",
                () -> guests.findNamedByLevelOrderById(Level.GOLD).stream()
                        .map(named -> String.valueOf(
                                named.getAddress() == null
                                        ? null
                                        : named.getAddress().getTown()))
                        .toList());
        step(when, "record", () -> guests.findCardByLevelOrderById(Level.GOLD));
        step(when, "shape of the caller", () -> guests.findByLastNameOrderById("Byron", Guests.Card.class));
        step(when, "constructor", () -> guests.cards("By"));
        step(when, "aliases", () -> guests.named("ada@mail.example"));
    }

    private void queried(String when) {
        step(when, "group by", guests::levels);
        step(
                when,
                "group by protected",
                () -> guests.names().stream()
                        .map(row -> row[0] + " " + row[1])
                        .sorted()
                        .toList());
        step(when, "count distinct", guests::differentNames);
        step(when, "coalesce", guests::emails);
        step(when, "upper", () -> guests.upperName(1L));
        step(when, "concat", () -> guests.fullName(1L));
        step(when, "case", guests::labels);
        step(when, "native", () -> guests.natively("Byron"));
        step(when, "native scalar", () -> guests.nativeName("ada@mail.example"));
    }

    private void specified(String when) {
        Specification<Guest> gold = (guest, query, make) -> make.equal(guest.get("level"), Level.GOLD);
        Specification<Guest> begins = (guest, query, make) -> make.like(guest.get("lastName"), "B%");
        Specification<Guest> lower = (guest, query, make) -> make.like(make.lower(guest.get("lastName")), "%yr%");
        step(when, "specification", () -> guests.findAll(gold.and(begins), Sort.by("id")));
        step(when, "specification or", () -> guests.findAll(gold.or(begins), PageRequest.of(0, 9, Sort.by("id"))));
        step(when, "specification lower", () -> guests.findAll(lower, Sort.by("id")));
        step(when, "specification not", () -> guests.count(Specification.not(begins)));
        Guest probe = new Guest(null, "byron", null, null, null);
        ExampleMatcher matcher = ExampleMatcher.matching().withIgnorePaths("version", "gone", "phones", "stays");
        step(
                when,
                "example",
                () -> guests.count(Example.of(new Guest(null, "Byron", null, null, Level.GOLD), matcher)));
        step(
                when,
                "example ignoring case",
                () -> guests.findAll(Example.of(probe, matcher.withIgnoreCase()), Sort.by("id")));
    }

    private void joined(String when) {
        step(when, "in room", () -> guests.inRoom("101"));
        step(when, "by phone", () -> guests.byPhone("+358 40 1"));
        step(when, "exists in room", () -> guests.inRoomBut("101", "Hopper"));
        step(when, "entity graph", () -> guests.findWithStaysById(1L).map(guest -> guest.stays.toString()));
        step(
                when,
                "lazy",
                () -> work.execute(state -> guests.findById(1L)
                        .map(guest -> guest.phones + " " + guest.stays.size())
                        .orElse("")));
        step(when, "through the path", () -> stays.findByGuestLastName("Byron").size());
        step(
                when,
                "through the path, after",
                () -> stays.findByArrivalAfterAndGuestLevelOrderByArrivalDesc(LocalDate.of(2026, 1, 2), Level.GOLD));
    }

    private void step(String when, String name, java.util.concurrent.Callable<?> step) {
        play.step(when + ": " + name, step);
    }
}
