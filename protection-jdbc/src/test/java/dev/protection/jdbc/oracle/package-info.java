/** The differential oracle: the same statements on a plain database and through the interceptor. */
@NullMarked
package dev.protection.jdbc.oracle;

import org.jspecify.annotations.NullMarked;
