/** Puts an application's data sources under protection. */
@NullMarked
package dev.protection.spring.jdbc;

import org.jspecify.annotations.NullMarked;
