package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.Journal;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Starts Hibernate on a data source and lets every part of the club do its work. */
final class Club {
    private static final List<Class<?>> ENTITIES = List.of(
            Member.class,
            Remark.class,
            Dossier.class,
            Payment.class,
            Payment.CardPayment.class,
            Payment.TransferPayment.class,
            Contact.class,
            Contact.PersonContact.class,
            Contact.CompanyContact.class);

    /** Held here, or it is forgotten with its level. */
    private static final Logger LOG = Logger.getLogger("org.hibernate");

    private Club() {}

    static void run(DataSource source, Journal journal) {
        LOG.setLevel(Level.OFF);
        try (SessionFactory factory = factory(source, "create", ENTITIES)) {
            journal.work("Filling", new Filling(factory, journal)::run);
            journal.work("Reading", new Reading(factory, journal)::run);
            journal.work("Changing", new Changing(factory, journal)::run);
            journal.work("BulkChanging", new BulkChanging(factory, journal)::run);
            journal.work("Kinds", new Kinds(factory, journal)::run);
        }
        journal.attempt("validate", () -> {
            factory(source, "validate", ENTITIES).close();
            return "valid";
        });
        try (SessionFactory factory = factory(source, "update", List.of(LaterMember.class))) {
            journal.work("Later", new Later(factory, journal)::run);
        }
    }

    private static SessionFactory factory(DataSource source, String schema, List<Class<?>> entities) {
        Configuration configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put("hibernate.connection.datasource", source);
        configuration.setProperty("hibernate.hbm2ddl.auto", schema);
        configuration.setProperty("hibernate.jdbc.batch_size", "20");
        configuration.setProperty("hibernate.order_inserts", "true");
        configuration.setProperty("hibernate.order_updates", "true");
        configuration.setProperty("hibernate.hbm2ddl.halt_on_error", "true");
        return configuration.buildSessionFactory();
    }
}
