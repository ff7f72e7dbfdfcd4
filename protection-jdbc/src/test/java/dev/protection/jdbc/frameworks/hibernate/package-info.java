/** An application of Hibernate. */
@NullMarked
package dev.protection.jdbc.frameworks.hibernate;

import org.jspecify.annotations.NullMarked;
