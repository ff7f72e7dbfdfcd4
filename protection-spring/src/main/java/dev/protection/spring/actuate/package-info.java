/** What Spring Boot's Actuator shows of the library: counts and codes, never data of persons. */
@NullMarked
package dev.protection.spring.actuate;

import org.jspecify.annotations.NullMarked;
