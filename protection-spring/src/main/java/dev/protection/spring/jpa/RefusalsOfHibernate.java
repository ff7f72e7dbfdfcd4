package dev.protection.spring.jpa;

import dev.protection.ProtectionException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;

/** Has the exceptions of the library translated as {@code JdbcTemplate} does; those of others stay Hibernate's. */
final class RefusalsOfHibernate implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory
                && factory.getJpaDialect() instanceof HibernateJpaDialect dialect) {
            dialect.setJdbcExceptionTranslator(new Translator());
        }
        return bean;
    }

    private static final class Translator implements SQLExceptionTranslator {
        private final SQLExceptionTranslator standard = new SQLExceptionSubclassTranslator();

        @Override
        public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
            return failure.getCause() instanceof ProtectionException ? standard.translate(task, sql, failure) : null;
        }
    }
}
