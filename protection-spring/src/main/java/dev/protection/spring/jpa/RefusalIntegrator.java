package dev.protection.spring.jpa;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;

/**
 * Has Hibernate take a refusal for what it is. By its class, {@link java.sql.SQLInvalidAuthorizationSpecException}, it
 * would take it for a connection that failed. Found by {@link java.util.ServiceLoader}.
 */
public final class RefusalIntegrator implements Integrator {
    /** For the service loader. */
    public RefusalIntegrator() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        SqlExceptionHelper helper = factory.getJdbcServices().getSqlExceptionHelper();
        helper.setSqlExceptionConverter(new RefusalConverter(helper.getSqlExceptionConverter()));
    }
}
