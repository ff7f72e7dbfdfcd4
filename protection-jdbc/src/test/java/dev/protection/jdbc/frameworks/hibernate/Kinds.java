package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.Journal;
import org.hibernate.SessionFactory;

/** Queries over kinds of one thing. */
final class Kinds {
    private final SessionFactory factory;
    private final Journal journal;

    Kinds(SessionFactory factory, Journal journal) {
        this.factory = factory;
        this.journal = journal;
    }

    void run() {
        ask("from Payment p order by p.id");
        ask("from Payment p where p.payer = 'Payer Sentinel' order by p.id");
        ask("from CardPayment p where p.holder = 'Holder Sentinel'");
        ask("from TransferPayment p where p.payer = 'Other Sentinel'");
        ask("select p from Payment p where treat(p as TransferPayment).iban = 'SENTINEL-IBAN'");
        ask("select type(p), p.amount from Payment p order by p.id");
        ask("from Contact c where type(c) = PersonContact and c.fullName like 'Ann%'");
        ask("from PersonContact c order by c.id");
        factory.inTransaction(session -> {
            var transfer = session.createSelectionQuery(
                            "from TransferPayment p where p.iban = 'SENTINEL-IBAN'", Payment.TransferPayment.class)
                    .getSingleResult();
            transfer.iban = "SENTINEL-IBAN-3";
            transfer.payer = "Third Sentinel";
        });
        ask("from Payment p order by p.id");
    }

    private void ask(String query) {
        journal.attempt(
                query,
                () -> factory.fromSession(session ->
                        session.createSelectionQuery(query, Object.class).list()));
    }
}
