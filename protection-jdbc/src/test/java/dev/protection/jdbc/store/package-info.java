/** Tests of the durable stores, on every database. */
@NullMarked
package dev.protection.jdbc.store;

import org.jspecify.annotations.NullMarked;
