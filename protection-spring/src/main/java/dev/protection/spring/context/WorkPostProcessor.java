package dev.protection.spring.context;

import java.lang.reflect.Method;
import org.aopalliance.aop.Advice;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** Has the context bound outside everything else that is done around a method, such as its transaction. */
final class WorkPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {
    private static final long serialVersionUID = 1L;

    WorkPostProcessor(WorkKinds kinds, Advice interceptor, boolean proxyTargetClass) {
        this.advisor = new DefaultPointcutAdvisor(new WorkPointcut(kinds), interceptor);
        setBeforeExistingAdvisors(true);
        setProxyTargetClass(proxyTargetClass);
    }

    /** Methods that do work we know the context of. */
    private static final class WorkPointcut extends StaticMethodMatcherPointcut {
        private final WorkKinds kinds;

        WorkPointcut(WorkKinds kinds) {
            this.kinds = kinds;
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return kinds.of(method, type).isPresent();
        }
    }
}
