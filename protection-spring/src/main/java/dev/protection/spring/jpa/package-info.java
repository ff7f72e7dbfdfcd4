/** Hibernate: what the library refuses is a lack of rights to it, not a lost connection. */
@NullMarked
package dev.protection.spring.jpa;

import org.jspecify.annotations.NullMarked;
