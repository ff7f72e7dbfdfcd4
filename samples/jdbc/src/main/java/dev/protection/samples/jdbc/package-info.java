/** The JDBC interceptor in a main class: an application that knows only SQL. */
@NullMarked
package dev.protection.samples.jdbc;

import org.jspecify.annotations.NullMarked;
