package dev.protection.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says why the work of a method, or of each method of a class, touches personal data (Art. 5(1)(b) GDPR).
 *
 * <p>Stands on a controller, service, listener or scheduled method that is a Spring bean's and is called through the
 * bean. For the time of the call a {@link dev.protection.ProtectionContext} is bound: who is signed in, this purpose, the
 * tenant in hand. On a controller the time lasts until the response is rendered. Within a context that is bound already
 * only the purpose changes. An annotation on the method goes before the one on the class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ForPurpose {
    /**
     * Returns the purpose.
     *
     * @return the name of a declared purpose
     */
    String value();
}
