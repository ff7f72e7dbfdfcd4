/** Protection for JDBC: what an application puts between itself and its database. */
@NullMarked
package dev.protection.jdbc;

import org.jspecify.annotations.NullMarked;
