package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.Journal;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Inserts: one by one, in batches, cascaded, without a session's state, and such that fail. */
final class Filling {
    private final SessionFactory factory;
    private final Journal journal;

    Filling(SessionFactory factory, Journal journal) {
        this.factory = factory;
        this.journal = journal;
    }

    void run() {
        factory.inTransaction(session -> {
            for (int i = 1; i <= 7; i++) {
                Member member = Member.of(i, i % 2 == 0 ? "Oulu" : "Turku");
                member.aliases.addAll(List.of("Alias Sentinel " + i, "Second Sentinel " + i));
                session.persist(member);
                for (int k = 0; k < i; k++) {
                    member.remark("remark sentinel " + i + "." + k).weight = k;
                }
                journal.note("key", member.id);
            }
        });
        factory.inTransaction(this::dossiers);
        factory.inTransaction(this::kinds);
        stateless();
        journal.attempt("a name is missing", () -> {
            factory.inTransaction(session -> session.persist(nameless()));
            return "";
        });
        journal.attempt("an address twice", () -> {
            factory.inTransaction(session -> session.persist(Member.of(1, "Oulu")));
            return "";
        });
    }

    private static Member nameless() {
        Member member = Member.of(9, "Oulu");
        member.name = null;
        return member;
    }

    private void dossiers(Session session) {
        for (int i = 1; i <= 25; i++) {
            session.persist(Dossier.of("Dossier Sentinel " + (char) ('A' + i % 5) + i, "SENTINEL-" + i % 7));
        }
    }

    private void kinds(Session session) {
        session.persist(Payment.card("Payer Sentinel", "Holder Sentinel"));
        session.persist(Payment.transfer("Payer Sentinel", "SENTINEL-IBAN"));
        session.persist(Payment.transfer("Other Sentinel", "SENTINEL-IBAN-2"));
        session.persist(Contact.person(1, "Ann Sentinel", "Sentinella"));
        session.persist(Contact.company(2, "Anvil Sentinel", "Sentinel works"));
        session.persist(Contact.person(3, "Bert Sentinel", "Sentinello"));
    }

    private void stateless() {
        try (StatelessSession session = factory.openStatelessSession()) {
            session.beginTransaction();
            Member member = Member.of(8, "Espoo");
            session.insert(member);
            journal.note("stateless key", member.id);
            member.phone = "+35850 sentinel";
            session.update(member);
            session.getTransaction().commit();
            journal.note("stateless", session.get(Member.class, member.id));
        }
    }
}
