package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.Journal;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Changes of many at once, in HQL and by criteria. */
final class BulkChanging {
    private final SessionFactory factory;
    private final Journal journal;

    BulkChanging(SessionFactory factory, Journal journal) {
        this.factory = factory;
        this.journal = journal;
    }

    void run() {
        change("update Member m set m.phone = '+358 sentinel' where m.city = 'Turku'");
        change("update Member m set m.points = null, m.name = 'Bulk Sentinel' where m.id in (5, 6)");
        change("update versioned Member m set m.status = LEFT where m.email = 'member.5.sentinel@example.com'");
        change("update Member m set m.name = upper(m.name) where m.id = 5");
        change("update Remark r set r.text = 'bulk remark sentinel' where r.member.id = 6");
        change("update Remark r set r.weight = r.weight + 10");
        change("delete from Remark r where r.member.id = 5 and r.weight > 12");
        change(
                "delete from Remark r where r.member in (from Member m where m.email = 'member.6.sentinel@example.com')");
        change("delete Dossier d where d.nationalId = 'SENTINEL-3'");
        change("insert into Contact (id, fullName) values (10, 'Ins Sentinel'), (11, 'Ert Sentinel')");
        change("insert into Contact (id, fullName) select m.id + 100L, m.name from Member m where m.id < 3");
        open("insert into Contact (id, fullName) values (10, 'Once more Sentinel') on conflict (id) do nothing");
        open("insert into Contact (id, fullName) values (10, 'Changed Sentinel') on conflict (id)"
                + " do update set fullName = excluded.fullName");
        open("update TransferPayment p set p.iban = 'SENTINEL-IBAN-4' where p.payer = 'Other Sentinel'");
        open("update Payment p set p.payer = 'Fourth Sentinel' where p.payer = 'Other Sentinel'");
        open("delete from CardPayment p where p.holder = 'Holder Sentinel'");
        factory.inTransaction(session -> {
            CriteriaBuilder builder = session.getCriteriaBuilder();
            CriteriaUpdate<Member> update = builder.createCriteriaUpdate(Member.class);
            Root<Member> member = update.from(Member.class);
            update.set("phone", "criteria sentinel").where(builder.equal(member.get("city"), "Oulu"));
            journal.note("criteria", session.createMutationQuery(update).executeUpdate());
        });
        factory.inSession(session -> journal.note(
                "after all",
                session.createSelectionQuery("from Member m order by m.id", Member.class)
                        .list()));
    }

    private void change(String statement) {
        journal.attempt(
                statement,
                () -> factory.fromTransaction(
                        session -> session.createMutationQuery(statement).executeUpdate()));
    }

    /** MERGE and changes in common tables are not offered on every database. */
    private void open(String statement) {
        journal.open(statement, () -> {
            try (Session session = factory.openSession()) {
                session.beginTransaction();
                int count = session.createMutationQuery(statement).executeUpdate();
                session.getTransaction().rollback();
                return count;
            }
        });
    }
}
