package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.Journal;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Changes of entities: found dirty, merged, locked, in conflict, removed. */
final class Changing {
    private final SessionFactory factory;
    private final Journal journal;

    Changing(SessionFactory factory, Journal journal) {
        this.factory = factory;
        this.journal = journal;
    }

    void run() {
        factory.inTransaction(session -> {
            Member member = session.find(Member.class, 1L);
            member.name = "Renamed Sentinel";
            member.balance = new BigDecimal("7.25");
            member.phone = null;
            session.flush();
            journal.note("changed", member);
            member.active = !member.active;
        });
        shown("after the change", 1);
        detached();
        conflict();
        collections();
        locks();
        stateless();
        factory.inTransaction(session -> session.remove(session.find(Member.class, 7L)));
        journal.attempt("removed", () -> {
            shown("gone", 7);
            return "";
        });
        rolledBack();
    }

    private void shown(String what, long id) {
        factory.inSession(session -> journal.note(what, session.find(Member.class, id)));
    }

    private void detached() {
        Member loose = factory.fromTransaction(session -> session.find(Member.class, 2L));
        loose.email = "merged.sentinel@example.com";
        loose.photo = null;
        factory.inTransaction(session -> journal.note("merged", session.merge(loose).email));
        shown("after the merge", 2);
        Member transientOne = Member.of(9, "Vaasa");
        factory.inTransaction(session -> journal.note("merged anew", session.merge(transientOne).id));
    }

    private void conflict() {
        Member mine = factory.fromTransaction(session -> session.find(Member.class, 3L));
        factory.inTransaction(session -> session.find(Member.class, 3L).name = "First Sentinel");
        mine.name = "Second Sentinel";
        journal.attempt("a stale merge", () -> factory.fromTransaction(session -> session.merge(mine)));
        journal.attempt("a stale update", () -> {
            try (StatelessSession session = factory.openStatelessSession()) {
                session.beginTransaction();
                session.update(mine);
                session.getTransaction().commit();
            }
            return "";
        });
        shown("after the conflict", 3);
    }

    private void collections() {
        factory.inTransaction(session -> {
            Member member = session.find(Member.class, 4L);
            member.aliases.remove(0);
            member.aliases.add("Third Sentinel");
            member.aliases.add("Fourth Sentinel");
            member.remarks.remove(1);
            member.remark("late remark sentinel");
            member.remarks.get(0).text = "changed remark sentinel";
        });
        factory.inTransaction(session -> {
            Member member = session.find(Member.class, 4L);
            journal.note("aliases", member.aliases);
            journal.note("remarks", member.remarks);
            member.aliases.clear();
        });
    }

    private void locks() {
        factory.inTransaction(session -> {
            Member locked = session.find(Member.class, 5L, LockModeType.PESSIMISTIC_WRITE);
            locked.points = 501;
            journal.note("locked", locked);
            Member forced = session.find(Member.class, 6L, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            journal.note("forced", forced);
            journal.note(
                    "locked by query",
                    session.createSelectionQuery(
                                    "from Member m where m.city = 'Turku' and m.email is not null", Member.class)
                            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                            .list()
                            .size());
            session.lock(session.find(Member.class, 2L), LockModeType.PESSIMISTIC_READ);
        });
        shown("after the lock", 5);
        shown("after the increment", 6);
    }

    private void stateless() {
        try (StatelessSession session = factory.openStatelessSession()) {
            session.beginTransaction();
            Contact contact = session.get(Contact.class, 1);
            contact.fullName = "Anna Sentinel";
            session.update(contact);
            session.delete(Contact.company(2, "", ""));
            session.getTransaction().commit();
            journal.note("contacts", contacts(session));
        }
        journal.open("upsert", () -> {
            try (StatelessSession session = factory.openStatelessSession()) {
                session.beginTransaction();
                session.upsert(Contact.person(3, "Bertha Sentinel", "Sentinelle"));
                session.upsert(Contact.person(4, "Carl Sentinel", "Sentinelli"));
                List<Contact> upserted = contacts(session);
                session.getTransaction().rollback();
                return upserted;
            }
        });
    }

    private static List<Contact> contacts(StatelessSession session) {
        return session.createSelectionQuery("from Contact c order by c.id", Contact.class)
                .list();
    }

    private void rolledBack() {
        try (Session session = factory.openSession()) {
            session.beginTransaction();
            session.persist(Member.of(8, "Nowhere"));
            session.getTransaction().rollback();
        } catch (RuntimeException failed) {
            journal.note("failed", failed.getClass());
        }
        factory.inSession(session -> journal.note(
                "left",
                session.createSelectionQuery("select count(*) from Member", Long.class)
                        .getSingleResult()));
    }
}
