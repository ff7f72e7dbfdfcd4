package dev.protection.spring.jdbc;

import dev.protection.spring.ProtectionProperties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/** Protects every data source bean that is not listed, before anything else sees it. */
final class DataSourceProtector implements BeanPostProcessor, PriorityOrdered {
    private final ConfigurableListableBeanFactory beans;
    private final ProtectionProperties properties;
    private final ObjectProvider<Protector> protector;
    private final String owner;

    DataSourceProtector(
            ConfigurableListableBeanFactory beans,
            ProtectionProperties properties,
            String owner,
            ObjectProvider<Protector> protector) {
        this.beans = beans;
        this.properties = properties;
        this.owner = owner;
        this.protector = protector;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource dataSource) || properties.unprotected().contains(name)) {
            return bean;
        }
        // What is protected ends before what protects it.
        beans.registerDependentBean(owner, name);
        return protector.getObject().protect(name, dataSource);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
