package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.Journal;
import org.hibernate.SessionFactory;

/** The next release, on the tables of the one before. */
final class Later {
    private final SessionFactory factory;
    private final Journal journal;

    Later(SessionFactory factory, Journal journal) {
        this.factory = factory;
        this.journal = journal;
    }

    void run() {
        factory.inTransaction(session -> {
            LaterMember member = session.find(LaterMember.class, 1L);
            member.language = "fi";
            member.phone = "later sentinel";
            LaterMember added = new LaterMember();
            added.name = "Later Sentinel";
            session.persist(added);
        });
        factory.inSession(session -> journal.note(
                "later",
                session.createSelectionQuery("from LaterMember m order by m.id", LaterMember.class)
                        .list()));
    }
}
