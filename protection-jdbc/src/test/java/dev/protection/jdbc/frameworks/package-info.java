/** Small applications of real frameworks, unchanged, on a plain database and through the interceptor. */
@NullMarked
package dev.protection.jdbc.frameworks;

import org.jspecify.annotations.NullMarked;
