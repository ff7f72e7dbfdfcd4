/** The durable stores on JDBC: keys, audit records, states, requests and jobs on H2, PostgreSQL and MariaDB. */
@NullMarked
package dev.protection.jdbc.store;

import org.jspecify.annotations.NullMarked;
