package dev.protection.spring.jpa;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;

/** Spring's exceptions for refusals, the same below JPA as below JDBC. */
@AutoConfiguration
@ConditionalOnClass({HibernateJpaDialect.class, org.hibernate.SessionFactory.class})
@ConditionalOnProperty(name = "protection.enabled", matchIfMissing = true)
public final class ProtectionJpaAutoConfiguration {
    /** Made by Spring. */
    ProtectionJpaAutoConfiguration() {}

    @Bean
    static RefusalsOfHibernate protectionOfJpaExceptions() {
        return new RefusalsOfHibernate();
    }
}
