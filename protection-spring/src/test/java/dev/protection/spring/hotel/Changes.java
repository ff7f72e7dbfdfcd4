package dev.protection.spring.hotel;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes that an application makes. */
final class Changes {
    private final Play play;
    private final Guests guests;
    private final Stays stays;
    private final TransactionTemplate work;
    private final EntityManager entities;

    Changes(Play play, Guests guests, Stays stays, TransactionTemplate work, EntityManager entities) {
        this.play = play;
        this.guests = guests;
        this.stays = stays;
        this.work = work;
        this.entities = entities;
    }

    void all() {
        entities();
        collections();
        versions();
        statements();
        undone();
        removals();
    }

    private void entities() {
        play.step("change a field", () -> changed(1, guest -> guest.balance = new BigDecimal("99.95")));
        play.step("change an embedded", () -> changed(1, guest -> guest.address = new Address("Quay 9", "Oulu")));
        play.step("set to null", () -> changed(1, guest -> guest.notes = null));
        play.step("change what is searched", () -> changed(2, guest -> guest.lastName = "Murray"));
        play.step("detached", () -> {
            Guest detached = guests.findById(2L).orElseThrow();
            detached.firstName = "Admiral";
            return guests.save(detached).firstName;
        });
        play.step("audited", () -> {
            Guest guest = guests.findById(2L).orElseThrow();
            return guest.createdBy + " " + guest.changedAt.isBefore(guest.createdAt);
        });
        play.step(
                "locked", () -> work.execute(state -> guests.findLockedById(1L).map(guest -> guest.lastName)));
        play.step(
                "reference",
                () -> work.execute(state -> {
                    Stay stay =
                            stays.save(new Stay(guests.getReferenceById(3L), "103", LocalDate.of(2026, 4, 1), "a cot"));
                    return stay.id > 0;
                }));
    }

    private void collections() {
        play.step("add to a list", () -> changed(1, guest -> guest.phones.add("+358 40 4")));
        play.step("take from a list", () -> changed(1, guest -> guest.phones.remove(0)));
        play.step("change in a list", () -> changed(3, guest -> guest.phones.set(0, "+358 40 5")));
        play.step("orphan", () -> changed(1, guest -> guest.stays.remove(1)));
        play.step(
                "add a child",
                () -> changed(1, guest -> guest.stays.add(new Stay(guest, "104", LocalDate.of(2026, 5, 1), "late"))));
    }

    private void versions() {
        play.step("stale", () -> {
            Guest first = guests.findById(2L).orElseThrow();
            Guest second = guests.findById(2L).orElseThrow();
            first.firstName = "First";
            guests.save(first);
            second.firstName = "Second";
            return guests.save(second).firstName;
        });
        play.step(
                "twice the same address",
                () -> guests.saveAndFlush(new Guest("Ada", "Twin", "ada@mail.example", null, Level.SILVER)));
        play.step("too long", () -> guests.saveAndFlush(new Guest("A", "x".repeat(61), null, null, null)));
        play.step("no name", () -> guests.saveAndFlush(new Guest("A", null, null, null, null)));
    }

    private void statements() {
        play.step("update by query", () -> guests.promote("Name1", Level.GOLD));
        play.step("update a protected column by query", () -> guests.move(1L, "ada@byron.example"));
        play.step(
                "it is found there",
                () -> guests.existsByEmail("ada@byron.example") + " " + guests.existsByEmail("ada@mail.example"));
        play.step("back", () -> guests.move(1L, "ada@mail.example"));
        play.step("update natively", () -> guests.note("Name2", "from the desk"));
        play.step("update over a subquery", () -> stays.wish("Byron", Level.GOLD, "101", "a view"));
        play.step(
                "criteria update",
                () -> work.execute(state -> {
                    var make = entities.getCriteriaBuilder();
                    var update = make.createCriteriaUpdate(Guest.class);
                    var root = update.from(Guest.class);
                    update.set(root.<String>get("firstName"), "Renamed")
                            .where(make.equal(root.get("lastName"), "Name3"));
                    return entities.createQuery(update).executeUpdate();
                }));
    }

    private void undone() {
        play.step(
                "rolled back",
                () -> work.execute(state -> {
                    guests.save(new Guest("Gone", "Again", "gone@mail.example", null, Level.SILVER));
                    guests.flush();
                    boolean there = guests.existsByEmail("gone@mail.example");
                    state.setRollbackOnly();
                    return there;
                }));
        play.step("it is not there", () -> guests.existsByEmail("gone@mail.example"));
    }

    private void removals() {
        play.step(
                "soft delete",
                () -> work.execute(state -> {
                    Guest guest =
                            guests.findFirstByLastNameOrderByIdDesc("Name4").orElseThrow();
                    guests.delete(guest);
                    return guest.firstName;
                }));
        play.step("derived delete", () -> guests.deleteByLastName("Name5"));
        play.step("delete by query", () -> stays.empty("103"));
        play.step("derived delete over a path", () -> stays.deleteByGuestId(2L));
        play.step("batch delete", () -> {
            List<Guest> some =
                    guests.findByLastName("Name6", Sort.by("id"), org.springframework.data.domain.Limit.of(2));
            guests.deleteAllInBatch(some);
            return some.size();
        });
        play.step("left", guests::count);
    }

    /** Changes an entity in a transaction of its own, and reads it in another. */
    private Optional<String> changed(long id, Consumer<Guest> change) {
        work.executeWithoutResult(state -> guests.findById(id).ifPresent(change));
        return Optional.ofNullable(work.execute(state -> guests.findById(id)
                .map(guest -> guest + " " + guest.phones + " " + guest.stays)
                .orElse("")));
    }
}
